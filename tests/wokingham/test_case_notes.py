"""Case notes: dated, signed, attributed, facts apart from opinion, corrected and never changed."""

import uuid

import pytest
from django.db import DatabaseError, connection, transaction

from hearth.foundation import worktime
from hearth.foundation.access.errors import Refused
from hearth.foundation.access.models import AccessLog
from hearth.foundation.timeline.models import Event
from hearth.services.recording import actions
from hearth.services.recording.actions import NoteGiven
from hearth.services.recording.codes import NOTE_KINDS
from hearth.services.recording.models import CaseNote
from tests.support.pages import Reading
from tests.support.people import staff
from tests.support.recording import a_child, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def child():
    return a_child()


@pytest.fixture
def pages(worker):
    return Reading(worker)


def notes(child) -> str:
    return f"/record/{child.pk}/notes/"


@pytest.mark.requirement("WOK-5REC-03")
def test_a_note_keeps_when_it_happened_and_when_it_was_written_and_the_gap_shows(child, pages):
    for kind in NOTE_KINDS:
        assert "When it happened" in pages.get(f"{notes(child)}{kind}/")
    with worktime.frozen("2026-06-03T11:30"):
        pages.save(f"{notes(child)}visit/", **visit())
        shown = pages.get(notes(child))
    note = CaseNote.objects.get()
    assert note.happened_at.isoformat() == "2026-06-01T08:00:00+00:00"  # 09:00 in summer
    assert note.written_at.isoformat() == "2026-06-03T10:30:00+00:00"
    assert "09:00 on Mon 1 June. Signed by Wren Worker, written 11:30 today, 2 days 2 hours after it happened." in shown


@pytest.mark.requirement("WOK-5REC-05")
def test_a_note_is_signed_when_finished_and_changed_only_by_a_dated_correction(child, pages, worker):
    pages.save(f"{notes(child)}visit/", **visit())
    note = CaseNote.objects.get()
    assert "Signed by Wren Worker" in pages.get(notes(child))
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE recording_casenote SET seen_or_said = 'x'")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM recording_casenote")
    path = f"/record/notes/{note.pk}/correct/"
    said = pages.refused(path, words="", reason="")
    assert "Write what it should say." in said
    assert "Say why it is corrected." in said
    with worktime.frozen("2026-06-02T09:15"):
        pages.save(path, words="The kitchen was not clean.", reason="Wrong house")
        shown = pages.get(notes(child))
    assert "The kitchen was clean." in shown
    assert "Corrected 09:15 today by Wren Worker : The kitchen was not clean. Why: Wrong house" in shown


@pytest.mark.requirement("WOK-5REC-06")
@pytest.mark.parametrize("kind", NOTE_KINDS)
def test_date_and_time_of_the_event_are_required_and_those_of_writing_are_always_there(child, pages, kind):
    assert "Enter when it happened" in pages.refused(f"{notes(child)}{kind}/", summary="Something")
    assert "Enter a date like 27 3 2016" in pages.refused(f"{notes(child)}{kind}/", summary="Something", happened_at="1 6 2026")
    assert not CaseNote.objects.exists()
    for name in ("happened_at", "written_at"):
        assert CaseNote._meta.get_field(name).null is False


@pytest.mark.requirement("WOK-5REC-07")
@pytest.mark.parametrize("kind", ["visit", "meeting", "conversation", "telephone", "session"])
def test_whoever_was_there_is_listed_for_meetings_visits_and_conversations(child, pages, kind):
    assert "List who was there, each on a line." in pages.refused(f"{notes(child)}{kind}/", **visit(present=" "))
    assert not CaseNote.objects.exists()
    more = {"purpose": "x", "family_aim": "y", "practitioner_aim": "z", "session_outcome": "w"}
    pages.save(f"{notes(child)}{kind}/", **visit(**more))
    assert "Present: Filip; Anna Kowalska, mother." in pages.get(notes(child))


@pytest.mark.requirement("WOK-5REC-08")
def test_who_said_or_did_what_is_set_out_and_signing_asks_whether_every_statement_is_attributed(child, pages):
    assert "Answer: Does every statement say whose it is?" in pages.refused(f"{notes(child)}visit/", **visit(attributed=""))
    assert "Say whose words or deeds these are" in pages.refused(f"{notes(child)}visit/", **visit(said="He sleeps better"))
    assert not CaseNote.objects.exists()
    pages.save(
        f"{notes(child)}visit/", **visit(said="Anna Kowalska: He sleeps better.\nFilip: showed his drawing", attributed="no")
    )
    raw = pages.raw(notes(child))
    assert (
        '<dt class="govuk-summary-list__key">Anna Kowalska</dt><dd class="govuk-summary-list__value">He sleeps better.</dd>' in raw
    )
    assert '<dt class="govuk-summary-list__key">Filip</dt><dd class="govuk-summary-list__value">showed his drawing</dd>' in raw
    assert "Not every statement says whose it is" in raw


@pytest.mark.requirement("WOK-5REC-12")
def test_every_kind_of_note_has_separate_places_for_what_was_seen_or_said_and_for_the_workers_view(child, pages):
    for kind in set(NOTE_KINDS) - {"attempt", "decision"}:
        form = pages.raw(f"{notes(child)}{kind}/")
        assert 'name="seen_or_said"' in form
        assert 'name="view"' in form
        assert "What was seen or said" in form
        assert "What I think" in form
    pages.save(f"{notes(child)}visit/", **visit(view="He is safer.", grounds="Three calm visits."))
    shown = pages.get(notes(child))
    assert "What was seen or said The kitchen was clean." in shown
    assert "What Wren Worker thinks He is safer." in shown


@pytest.mark.requirement("WOK-5REC-13")
def test_an_opinion_without_grounds_asks_for_them_and_they_stand_beside_it(child, pages):
    refused = pages.refused(f"{notes(child)}visit/", **visit(view="He is safer."))
    assert "You give your view. Write what it rests on." in refused
    assert not CaseNote.objects.exists()
    pages.save(f"{notes(child)}visit/", **visit(view="He is safer.", grounds="Three calm visits."))
    assert "What Wren Worker thinks He is safer. Because Three calm visits." in pages.get(notes(child))


def test_a_note_is_refused_and_logged_to_whoever_may_not_write(child):
    partner = staff("Pat Partner", "mash_partner", "duty")
    given = NoteGiven(happened_at=worktime.now(), summary="Something", attributed="yes")
    with pytest.raises(Refused):
        actions.write_note(partner, child.pk, kind="other", given=given)
    assert AccessLog.objects.filter(what="refusal", user_id=partner.id).count() == 1
    assert not CaseNote.objects.exists()


def test_a_note_sent_twice_is_written_once_and_the_childs_stream_has_its_event(child, worker):
    number = uuid.uuid4()
    given = NoteGiven(happened_at=worktime.now(), summary="Something", attributed="yes")
    for _ in range(2):
        actions.write_note(worker, child.pk, kind="other", given=given, request_id=number)
    note = CaseNote.objects.get()
    assert Event.objects.get(kind="record.note_written").data == {"note": str(note.pk), "kind": "other"}


def test_the_pages_are_reached_from_the_childs_own_page(child, pages):
    raw = pages.raw(f"/people/{child.pk}/")
    assert f'href="{notes(child)}"' in raw
    assert f'href="/record/{child.pk}/sharing/"' in raw
