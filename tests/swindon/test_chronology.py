"""The short chronology that a social worker builds, edits and saves with a referral (Swindon, step 3.6)."""

from datetime import date

import pytest
from django.urls import reverse

from hearth.foundation import worktime
from hearth.foundation.access.errors import NotFound, Refused, Stale
from hearth.people import actions as people
from hearth.people.models import ServiceEpisode
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.models import Referral
from hearth.services.frontdoor.queries.chronology import Dated
from hearth.services.recording import actions as recording
from hearth.services.recording.models import ShortChronology
from tests.flow.support import decided, web
from tests.support.pages import Reading, words
from tests.support.people import call, child

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact(officer, duty, manager):
    """The second contact about Ada, who had early help between the two."""
    with worktime.frozen("2026-03-02T10:00"):
        first = decided(duty, manager, actions.receive_contact(officer, call(child("Ada", "Novak"))), "advice")
    ada = first.lines.get().person
    helped = {"service": "early_help", "opened_on": date(2026, 3, 9), "closed_on": date(2026, 5, 15), "reason": "needs met"}
    ServiceEpisode.objects.create(person=ada, **helped)
    return actions.receive_contact(officer, call(ada))


def page_of(contact) -> str:
    return reverse("short_chronology", args=[contact.lines.get().pk])


@pytest.mark.requirement("SWI-P3-09")
def test_it_is_built_from_past_contacts_and_this_one_edited_and_saved_with_the_referral(contact, duty, manager, receiver):
    first = contact.lines.get().person.contact_lines.order_by("contact__received_at").first().contact
    path, pages = page_of(contact), Reading(duty)
    assert path in pages.raw(f"/front-door/contacts/{contact.pk}/")
    assert "Contact" not in pages.raw(path).split("<textarea", 1)[1].split("</textarea>", 1)[0]
    built = pages.raw(f"{path}?build=yes").split("<textarea", 1)[1].split(">", 1)[1].split("</textarea>", 1)[0]
    assert built.strip().splitlines() == [
        f"2 March 2026: Contact {first.number}: a new worry about a child, Advice given",
        "9 March 2026: Early help, ended 15 May 2026: needs met",
        f"1 June 2026: Contact {contact.number}: a new worry about a child",
    ]
    edited = "\n".join([*built.strip().splitlines(), "20 5 2026: Her aunt moved out"])
    for wrong, said in (
        ("", "Write at least one line"),
        ("Her aunt moved out", "Begin each line with a date"),
        ("20 5 2026:", "Write at least one line"),
        ("2 6 2026: Tomorrow", "no day may be in the future"),
    ):
        assert said in pages.refused(path, version="0", lines=wrong), wrong
    assert not ShortChronology.objects.exists()
    with worktime.frozen("2026-06-01T10:30"):
        pages.save(path, version="0", lines=edited)
    decided(duty, manager, contact, "referral")
    shown = Reading(receiver).get(f"/front-door/referrals/{Referral.objects.get(line__contact=contact).pk}/")
    section = shown.split("Short chronology", 1)[1]
    order = ["2 March 2026 : Contact", "9 March 2026 : Early help", "20 May 2026 : Her aunt moved out", "1 June 2026 : Contact"]
    places = [section.index(one) for one in order]
    assert places == sorted(places)
    assert "Written by Dee Duty, 10:30 today, version 1." in section
    again = pages.raw(f"{path}?build=yes").split("<textarea", 1)[1].split("</textarea>", 1)[0]
    assert again.count(f"Contact {first.number}") == 1, "what stands already is not added again"


def test_a_stale_chronology_shows_both_and_nothing_is_lost(contact, duty, manager):
    line = contact.lines.get().pk
    recording.write_chronology(manager, line, version=0, lines=[Dated(date(2026, 5, 1), "Seen alone")])
    with pytest.raises(Stale):
        recording.write_chronology(duty, line, version=0, lines=[Dated(date(2026, 5, 2), "Mine")])
    answer = web(duty).post(page_of(contact), {"version": "0", "lines": "2 5 2026: Mine"})
    page = words(answer.content)
    assert answer.status_code == 409
    assert "1 May 2026: Seen alone" in page
    assert "2 May 2026: Mine" in page
    assert ShortChronology.objects.count() == 1
    recording.write_chronology(duty, line, version=1, lines=[Dated(date(2026, 5, 2), "Mine")])
    assert [one.version for one in ShortChronology.objects.all()] == [1, 2]


def test_officers_write_none_and_a_restricted_childs_is_not_found(contact, officer, duty, manager):
    line = contact.lines.get()
    assert web(officer).get(page_of(contact)).status_code == 403
    with pytest.raises(Refused):
        recording.write_chronology(officer, line.pk, version=0, lines=[Dated(date(2026, 5, 1), "x")])
    people.restrict(manager, line.person_id, level="sealed", reason="Adoption", owner=manager.user)
    assert web(duty).get(page_of(contact)).status_code == 404
    with pytest.raises(NotFound):
        recording.write_chronology(duty, line.pk, version=0, lines=[Dated(date(2026, 5, 1), "x")])
