"""Each page that people keep open asks a fixed number of queries, however much is on it."""

import pytest

from tests.budgets.conftest import counting
from tests.budgets.rich import rich_contact
from tests.flow.support import web

pytestmark = pytest.mark.django_db


def asked(reader, path):
    client = web(reader)
    with counting() as found:
        answer = client.get(path)
    assert answer.status_code == 200, answer.content
    return found


def test_the_contact_page(worker, manager):
    small = rich_contact(worker, manager, children=1, rows=1, tag="A")
    large = rich_contact(worker, manager, children=4, rows=6, tag="B")
    for reader in (worker, manager):
        few, many = (asked(reader, f"/front-door/contacts/{one.pk}/") for one in (small, large))
        print(few.total(), many.total())
        for place, times in sorted(many.items()):
            print(times, few.get(place, 0), place)
    assert many.total() <= 35
