import pytest

from tests.support.people import staff


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


@pytest.fixture
def officer():
    return staff("Ola Officer", "information_officer", "crs")


@pytest.fixture
def receiver():
    return staff("Bea Brief", "team_manager", "bis")


@pytest.fixture
def night():
    return staff("Nell Night", "advanced_practitioner", "edt")
