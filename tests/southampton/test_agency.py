"""A referrer's page: what their agency told us before, who took it, and what came of it."""

import pytest
from django.urls import reverse

from hearth.foundation import worktime
from hearth.people import actions as people
from hearth.people.models import Agency
from tests.flow.support import decided, received
from tests.support.pages import Reading
from tests.support.people import child, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(db):
    return Agency.objects.create(name="Tidewell School", kind="education", telephone="023 8000 1111")


@pytest.mark.requirement("SOT-TRN-01")
def test_an_agencys_page_shows_past_contacts_who_took_them_and_their_outcomes(worker, manager, officer, school):
    by = {"referrer_agency": school.pk}
    with worktime.frozen("2026-03-02T10:00"):
        first = decided(worker, manager, received(worker, child("Ada", "Novak"), referrer_name="Bea Head", **by), "advice")
    with worktime.frozen("2026-05-18T11:00"):
        wish = {"referrer_confidential": True, "referrer_name": "Cem Quiet"}
        second = received(officer, child("Bilal", "Hussain"), **wish, **by)
    police = Agency.objects.create(name="Hampshire Police", kind="police")
    other = received(worker, child("Dele", "Okonkwo"), referrer_agency=police.pk)
    now = received(worker, child("Cerys", "Pugh"), **by)
    path = reverse("agency", args=[school.pk])
    assert f'href="{path}">Tidewell School</a>' in Reading(worker).raw(f"/front-door/contacts/{now.pk}/")
    shown = Reading(worker).get(path).split("What they told us before", 1)[1]
    lines = [
        f"Contact {now.number}, 10:00 today, told by Anna Teacher. Taken by Wren Worker. Outcome: not decided yet",
        f"Contact {second.number}, 11:00 on Mon 18 May, told by Cem Quiet. Taken by Ola Officer. Outcome: not decided yet",
        f"Contact {first.number}, 10:00 on Mon 2 March, told by Bea Head. Taken by Wren Worker. Outcome: Advice and guidance given",
    ]
    places = [shown.index(line) for line in lines]
    assert places == sorted(places)
    assert f"Contact {other.number}" not in shown


def test_nobody_sees_more_of_it_than_of_the_contacts_themselves(worker, manager, school):
    hidden = received(worker, child("Ada", "Novak"), referrer_agency=school.pk)
    decided(worker, manager, hidden, "advice")
    people.restrict(manager, hidden.lines.get().person_id, level="restricted", reason="Placement", owner=manager.user)
    path = reverse("agency", args=[school.pk])
    shown = Reading(worker).get(path)
    assert f"Contact {hidden.number}" in shown
    assert "Advice" not in shown.split("What they told us before", 1)[1]
    area = staff("Ari Area", "area_social_worker", "bis")
    assert "Nothing is recorded from them yet." in Reading(area).get(path)
    assert Reading(worker).status(reverse("agency", args=[manager.id])) == 404
