"""Salford's staff."""

import pytest

from hearth.foundation import packs
from tests.support.people import staff


@pytest.fixture(autouse=True)
def salford(southampton):
    packs.set_active("salford")


@pytest.fixture
def officer():
    return staff("Con Officer", "contact_officer", "bridge")


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "bridge")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "bridge")
