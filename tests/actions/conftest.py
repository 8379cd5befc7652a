"""Staff who act, and a family to act on."""

import pytest

from hearth.services.frontdoor import actions
from tests.support.people import call, child, staff


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


@pytest.fixture
def contact(worker):
    """A contact about Filip."""
    return actions.receive_contact(worker, call(child("Filip", "Kowalski")))


@pytest.fixture
def line(contact):
    """Filip's own line of it."""
    return contact.lines.get()
