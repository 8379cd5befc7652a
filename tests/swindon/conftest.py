"""Swindon's staff, and pages as words, for what its front door must show."""

import pytest

from hearth.foundation import packs
from hearth.services.frontdoor import actions
from tests.support.people import call, child, staff


@pytest.fixture(autouse=True)
def swindon() -> None:
    packs.set_active("swindon")


@pytest.fixture
def officer():
    return staff("Ola Officer", "advice_officer", "fcp")


@pytest.fixture
def duty():
    return staff("Dee Duty", "social_worker", "fcp")


@pytest.fixture
def manager():
    return staff("Ash Manager", "manager", "fcp")


@pytest.fixture
def receiver():
    return staff("Tam Receiver", "team_manager", "assessment")


@pytest.fixture
def night():
    return staff("Nell Night", "emergency_duty_worker", "eds")


@pytest.fixture
def phone(officer):
    return actions.receive_contact(officer, call(child("Ada", "Novak")))


@pytest.fixture
def email(officer):
    return actions.receive_contact(officer, call(child("Bea", "Okoro", 6), channel="email", referrer_email="s@school.example"))
