"""A family to look at, and staff to look."""

import pytest

from hearth.people import actions as people
from tests.support.people import child, staff


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


@pytest.fixture
def area_worker():
    """Sees only those they work with."""
    return staff("Ari Area", "area_social_worker", "bis")


@pytest.fixture
def filip(worker):
    return people.identify(worker, child("Filip", "Kowalski", 9, address="12 Hill Lane", postcode="SO15 5AA"))


@pytest.fixture
def anna(worker, filip):
    """Filip's mother, who lives with him."""
    made = people.identify(worker, child("Anna", "Kowalska", 34, kind="adult", address="12 Hill Lane", postcode="SO15 5AA"))
    people.relate(worker, filip, made, "mother", parental_responsibility="yes", source="Birth certificate")
    return made
