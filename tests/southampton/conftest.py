"""Southampton's people at work, by day and by night."""

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
def night():
    return staff("Nell Night", "advanced_practitioner", "edt")


@pytest.fixture
def on_call():
    return staff("Oona Oncall", "on_call_manager", "edt")
