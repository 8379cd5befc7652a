"""The same seed makes the same data, under every pack."""

import hashlib

import pytest
from django.db import transaction

from hearth.config.demonstration import making
from hearth.foundation import packs, worktime
from hearth.services.frontdoor.models import Contact

pytestmark = [pytest.mark.django_db, pytest.mark.long]


@pytest.mark.parametrize("pack", packs.names())
def test_two_runs_are_the_same(pack):
    packs.set_active(pack)
    first = _history()
    assert first == _history()
    assert first != hashlib.sha256().hexdigest()


def _history() -> str:
    """A digest of what a twelfth of a week's families did, made and taken back."""
    total = hashlib.sha256()
    with transaction.atomic():
        making.staff(worktime.now())
        making.live(1, 12, 1, worktime.now(), lambda week: None)
        for contact in Contact.objects.order_by("received_at", "what_told"):
            told = [contact.received_at, contact.channel, contact.what_told, contact.grade, contact.stage, contact.taken_by.email]
            total.update(repr(told).encode())
            for line in contact.lines.all():
                total.update(repr([line.person.name, line.person.date_of_birth, line.outcome, line.child_words]).encode())
        transaction.set_rollback(True)
    return total.hexdigest()
