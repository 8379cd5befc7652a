"""A list that shows what it withholds draws the line where `limit` draws it."""

import pytest

from hearth.foundation.access.limiting import limit, may_see
from hearth.foundation.access.readers import Reader
from hearth.people import actions as people
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.models import ContactLine
from tests.flow.support import received
from tests.support.people import child, staff

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("level", ["restricted", "sealed"])
def test_it_says_of_each_row_whether_limit_would_leave_it(level):
    """For readers of every scope, one admitted to the restricted child, one in conflict, and one who may not look at all."""
    worker, manager = staff("Wyn Worker", "social_worker", "crs"), staff("Mo Manager", "manager", "crs")
    contact = received(worker, child("Filip", "Kowalski"), child("Orla", "Brennan"), child("Tunde", "Adeyemi"))
    hidden, own, _ = contact.lines.all()
    people.restrict(manager, hidden.person_id, level=level, reason="Safety", owner=manager.user)
    relative = staff("Rae Relative", "social_worker", "crs")
    people.declare_conflict(manager, own.person_id, user=relative.user, reason="My nephew")
    receiver = staff("Bea Brief", "team_manager", "bis")
    counted = []
    for reader in [Reader(one.user) for one in (worker, manager, relative, receiver)]:
        for capability in (capabilities.VIEW, capabilities.ACCEPT, capabilities.DECIDE, "nothing.at_all"):
            rows = ContactLine.objects.all()
            seen = {row.pk for row in rows.annotate(may=may_see(ContactLine, reader, capability)) if row.may}
            assert seen == set(limit(rows, reader, capability).values_list("pk", flat=True)), (reader.user.name, capability)
            counted.append(len(seen))
    assert {0, 1, 2, 3} & set(counted) >= {0, 1, 2}
