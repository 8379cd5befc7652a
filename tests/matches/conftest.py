"""Staff who look for people, and a child with everything that a card can show."""

from datetime import date

import pytest
from django.test import Client

from hearth.foundation import worktime
from hearth.people import actions as people
from hearth.people.models import ServiceEpisode
from hearth.services.frontdoor import actions
from tests.support.people import call, child, staff

BORN = date(2016, 3, 4)


def web(reader) -> Client:
    """A signed-in browser without JavaScript."""
    made = Client()
    made.force_login(reader.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return made


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


@pytest.fixture
def filip(worker):
    """Known since March: two contacts, a service, a worker, a warning, a mother at the same address."""
    with worktime.frozen("2026-03-02T10:00"):
        made = people.identify(
            worker,
            child("Filip", "Kowalski", None, date_of_birth=BORN, address="14 Hill Lane", postcode="SO15 5AA"),
        )
        mother = people.identify(worker, child("Anna", "Kowalska", 34, kind="adult", address="14 Hill Lane", postcode="SO15 5AA"))
        people.relate(worker, made, mother, "mother", parental_responsibility="yes", source="Birth certificate")
        actions.receive_contact(worker, call(made))
    with worktime.frozen("2026-05-06T10:00"):
        actions.receive_contact(worker, call(made))
        people.warn(worker, made.pk, words="Two large dogs", reason="They bite", review_on=date(2026, 8, 3))
        people.allocate(staff("Mia Manager", "manager", "crs"), made.pk, staff("Ola Allocated", "area_social_worker", "bis").user)
        ServiceEpisode.objects.create(person=made, service="child_in_need", opened_on=date(2026, 3, 9))
    made.refresh_from_db()
    return made
