"""Staff who merge, and two records of one boy."""

import contextlib
from datetime import date

import pytest
from django.db import transaction

from hearth.people import actions as people
from hearth.people.actions import Named
from hearth.people.models import Person
from tests.support.people import staff

BORN = date(2016, 3, 27)


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


@pytest.fixture
def other():
    return staff("Mo Manager", "manager", "crs")


@pytest.fixture
def stranger():
    """Signed in, and may not merge."""
    return staff("Eve Early", "early_help_adviser", "crs")


@pytest.fixture
def kept(worker):
    return people.identify(
        worker,
        Named(forenames="Filip", surname="Kowalski", date_of_birth=BORN, address="12 Hill Lane", postcode="SO15 5AA", sex="M"),
    )


@pytest.fixture
def merged(worker, kept):
    return people.identify(
        worker,
        Named(forenames="Philip", surname="Kovalsky", date_of_birth=BORN, telephone="07700 900111", dismissed=frozenset([kept.pk])),
    )


@pytest.fixture
def anna(worker, kept, merged):
    """The mother of both records, with more said of her on the second."""
    made: Person = people.identify(worker, Named(kind="adult", forenames="Anna", surname="Otherby", age=34))
    people.relate(worker, kept, made, "mother")
    people.relate(worker, merged, made, "mother", parental_responsibility="yes", source="Birth certificate")
    return made


@pytest.fixture
def transactional_point(db):
    """Everything done inside is taken back, so that each example begins from the same rows."""

    @contextlib.contextmanager
    def point():
        mark = transaction.savepoint()
        try:
            yield
        finally:
            transaction.savepoint_rollback(mark)

    return point
