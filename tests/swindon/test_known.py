"""What Swindon's officer finds known of a child: whether social care is involved, and what a caller's details add."""

from datetime import date

import pytest

from hearth.foundation import packs, worktime
from hearth.people import actions as people
from hearth.people.models import ServiceEpisode
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.pack import FrontDoor
from tests.record.conftest import Pages
from tests.record.test_kinds import allocated
from tests.support.people import call, child, staff

pytestmark = pytest.mark.django_db


def header(page: str) -> str:
    """The page of a contact down to what is due."""
    return page.split("What is due", 1)[0]


def confirm(reader, line, **more) -> None:
    assert Pages(reader).post(f"children/{line.pk}/earlier-involvement/", **more).status_code == 302


@pytest.mark.requirement("SWI-P2-15")
def test_the_header_says_whether_social_care_is_or_was_lately_involved_and_the_officer_confirms_it(officer, monkeypatch):
    ada, bilal, cerys = (people.identify(officer, child(*name.split())) for name in ("Ada Novak", "Bilal Hussain", "Cerys Pugh"))
    allocated(ada, staff("Hal Holder", "area_social_worker", "assessment").user)
    ended = {"service": "child_in_need", "team": "assessment", "opened_on": date(2025, 9, 1), "closed_on": date(2026, 3, 10)}
    ServiceEpisode.objects.create(person=bilal, **ended)
    with worktime.frozen("2026-06-10T10:00"):  # three months to the day
        contact = actions.receive_contact(officer, call(ada, bilal, cerys))
        shown = header(Pages(officer).contact(contact))
        assert "Ada Novak: open to Hal Holder, Assessment and Child Protection Team; To be confirmed" in shown
        assert "Bilal Hussain: last closed on 10 March 2026 (Child in need); To be confirmed" in shown
        assert "Cerys Pugh: nothing open, and nothing closed in the last 3 months; To be confirmed" in shown
    with worktime.frozen("2026-06-10T10:04"):
        first, second, _ = contact.lines.order_by("position")
        confirm(officer, first)
        confirm(officer, second, added="His aunt says the worker was Hal.")
        shown = Pages(officer).contact(contact)
        team = "Assessment and Child Protection Team"
        assert f"Ada Novak: open to Hal Holder, {team}; confirmed by Ola Officer, 10:04 today" in header(shown)
        assert "Added: His aunt says the worker was Hal." in shown
    with worktime.frozen("2026-06-11T10:00"):  # a day too long ago, unless the authority looks back further
        later = actions.receive_contact(officer, call(bilal))
        assert "Bilal Hussain: nothing open, and nothing closed in the last 3 months" in header(Pages(officer).contact(later))
        door = packs.active().section(FrontDoor)
        monkeypatch.setitem(packs.active()._sections, FrontDoor, door.model_copy(update={"recent_months": 6}))
        assert "Bilal Hussain: last closed on 10 March 2026" in header(Pages(officer).contact(later))


def test_who_may_not_confirm_what_is_known_is_refused(officer):
    contact = actions.receive_contact(officer, call(child("Ada", "Novak")))
    police = staff("Pol Officer", "police_information", "fcp")
    assert Pages(police).post(f"children/{contact.lines.get().pk}/earlier-involvement/", added="x").status_code == 403
