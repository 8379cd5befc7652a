"""Wokingham's staff and a child."""

import pytest

from hearth.foundation import packs
from tests.support.people import staff


@pytest.fixture(autouse=True)
def wokingham(southampton):
    packs.set_active("wokingham")


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "duty")


@pytest.fixture
def coordinator():
    return staff("Rafe Coordinator", "referral_coordinator", "duty")


@pytest.fixture
def administrator():
    return staff("Ada Administrator", "safeguarding_administrator", "duty")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "duty")


@pytest.fixture
def assistant():
    return staff("Asha Assistant", "duty_assistant_manager", "duty")
