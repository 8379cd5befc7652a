"""Salford's recording: fact apart from opinion, decisions with who and by when, consulted by full name, attempts, voices."""

import pytest

from hearth.foundation import worktime
from hearth.services.recording.models import CaseNote
from tests.support.pages import Reading
from tests.support.recording import a_child, decision, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def child():
    return a_child("Ada", "Novak")


@pytest.fixture
def pages(worker):
    return Reading(worker)


def notes(child) -> str:
    return f"/record/{child.pk}/notes/"


@pytest.mark.requirement("SAL-REC-03")
def test_case_notes_have_what_was_seen_or_said_and_what_i_think_as_separate_boxes(child, pages):
    for kind in ("visit", "meeting", "conversation", "telephone", "message", "session", "other"):
        form = pages.raw(f"{notes(child)}{kind}/")
        assert "What was seen or said" in form.split('name="seen_or_said"', 1)[0]
        assert "What I think" in form.split('name="seen_or_said"', 1)[1].split('name="view"', 1)[0]


@pytest.mark.requirement("SAL-REC-05")
def test_a_decision_note_has_evidence_and_analysis_boxes_both_required(child, pages, manager):
    form = pages.get(f"{notes(child)}decision/")
    assert "Evidence" in form
    assert "Analysis" in form
    assert "Write what was seen and said." in pages.refused(f"{notes(child)}decision/", **decision(manager.user, seen_or_said=""))
    assert "Write the analysis behind it." in pages.refused(f"{notes(child)}decision/", **decision(manager.user, view=""))
    assert not CaseNote.objects.exists()
    pages.save(f"{notes(child)}decision/", **decision(manager.user))
    shown = pages.get(notes(child))
    assert "Evidence Two visits missed." in shown
    assert "Analysis Seeing him weekly lowers the risk." in shown


@pytest.mark.requirement("SAL-REC-06")
def test_a_decision_stands_out_and_the_decisions_on_a_child_can_be_listed(child, pages, manager):
    pages.save(f"{notes(child)}visit/", **visit())
    pages.save(f"{notes(child)}decision/", **decision(manager.user))
    raw = pages.raw(notes(child))
    assert raw.count('<div class="govuk-inset-text"><strong>Decided: Visit weekly</strong>') == 1
    listed = pages.get(f"{notes(child)}?kind=decision")
    assert "Decided: Visit weekly" in listed
    assert "Home visit" not in listed


@pytest.mark.requirement("SAL-REC-07")
def test_a_decision_without_a_person_responsible_is_refused_and_that_person_sees_it_on_their_list(child, pages, manager):
    refused = pages.refused(f"{notes(child)}decision/", **(decision(manager.user) | {"responsible": ""}))
    assert "Select person responsible" in refused
    assert not CaseNote.objects.exists()
    pages.save(f"{notes(child)}decision/", **decision(manager.user))
    theirs = Reading(manager).get("/record/actions/")
    assert "Book weekly visits" in theirs
    assert "Ada Novak : Visit weekly" in theirs
    assert "Nothing waits for you." in pages.get("/record/actions/")


@pytest.mark.requirement("SAL-REC-08")
def test_the_action_of_a_decision_has_a_date_and_goes_overdue_when_it_has_passed(child, pages, manager):
    assert "Say by when." in pages.refused(f"{notes(child)}decision/", **decision(manager.user, due_on=""))
    pages.save(f"{notes(child)}decision/", **decision(manager.user))
    note = CaseNote.objects.get()
    theirs = Reading(manager)
    with worktime.frozen("2026-06-05T23:00"):
        assert "Overdue" not in theirs.get("/record/actions/")
    with worktime.frozen("2026-06-06T00:01"):
        assert "Overdue By 5 June 2026" in theirs.get("/record/actions/")
        assert "Overdue" in theirs.get(notes(child))
        theirs.save(f"/record/notes/{note.pk}/done/", words="Booked to August")
        assert "Overdue" not in theirs.get(notes(child))
        assert "Booked to August" in theirs.get(notes(child))
        assert "Nothing waits for you." in theirs.get("/record/actions/")


@pytest.mark.requirement("SAL-REC-09")
def test_whoever_was_consulted_stands_with_full_name_and_contact_details(child, pages):
    for line in ("Bea, 0161 496 0001", "Bea Okoro", "Bea Okoro,  "):
        refused = pages.refused(f"{notes(child)}visit/", **visit(consulted=line))
        assert "Write the full name and contact details of whoever was consulted: Bea" in refused
    assert not CaseNote.objects.exists()
    pages.save(f"{notes(child)}visit/", **visit(consulted="Bea Okoro, school nurse, 0161 496 0001"))
    assert "Consulted: Bea Okoro, school nurse, 0161 496 0001." in pages.get(notes(child))


@pytest.mark.requirement("SAL-REC-10")
def test_a_failed_visit_or_call_is_kept_with_date_time_and_method_and_counts_as_an_attempt(child, pages):
    path = f"{notes(child)}attempt/"
    assert "Select how it was tried" in pages.refused(path, happened_at="1 6 2026 09:10", summary="Nobody in")
    pages.save(path, happened_at="1 6 2026 09:10", summary="Nobody in", method="visit")
    pages.save(path, happened_at="1 6 2026 09:40", summary="Rang out", method="telephone")
    shown = pages.get(notes(child))
    assert "Tried, without success: Nobody in Ada Novak, 09:10 today." in shown
    assert "Tried by: visit." in shown
    assert "Tried by: telephone." in shown
    assert "2 attempts without success" in shown
    chronology = pages.get(f"/people/{child.pk}/").split("Chronology", 1)[1]
    assert "09:10 today Tried without success: visit" in chronology
    assert "09:40 today Tried without success: telephone" in chronology


@pytest.mark.requirement("SAL-REC-12")
def test_a_note_shows_the_childs_name_and_the_impact_and_an_opinion_without_facts_is_pointed_out(child, pages):
    assert "Impact on Ada" in pages.get(f"{notes(child)}visit/")
    pages.save(f"{notes(child)}visit/", **visit(impact="She sleeps through the night."))
    shown = pages.get(notes(child))
    assert "Visit: Home visit Ada Novak, " in shown
    assert "Impact on Ada She sleeps through the night." in shown
    assert "A view without facts" not in shown
    bare = {
        "happened_at": "1 6 2026 09:00",
        "summary": "A thought",
        "attributed": "yes",
        "view": "She is at risk.",
        "grounds": "Feeling",
    }
    pages.save(f"{notes(child)}other/", **bare)
    assert "A view without facts" in pages.get(notes(child))


@pytest.mark.requirement("SAL-REC-13")
def test_a_visit_has_the_voice_of_child_and_family_and_a_missing_one_needs_a_reason(child, pages):
    for missing in ("child_voice", "family_voice"):
        refused = pages.refused(f"{notes(child)}visit/", **visit(**{missing: ""}))
        assert "Write it, or say why it is not here." in refused
    assert not CaseNote.objects.exists()
    pages.save(f"{notes(child)}visit/", **visit(family_voice="", voice_reason="The mother was asleep after a night shift."))
    shown = pages.get(notes(child))
    assert "The child's voice “I like my room.”" in shown
    assert "A voice is missing because: The mother was asleep after a night shift." in shown


@pytest.mark.requirement("SAL-REC-15")
def test_a_session_has_purpose_outcome_and_the_aims_of_both(child, pages):
    whole = visit(
        purpose="Talk about bedtimes",
        family_aim="A calm evening",
        practitioner_aim="See the routine",
        session_outcome="A plan for the week",
    )
    for name in ("purpose", "session_outcome"):
        pages.refused(f"{notes(child)}session/", **(whole | {name: ""}))
    assert not CaseNote.objects.exists()
    pages.save(f"{notes(child)}session/", **whole)
    shown = pages.get(notes(child))
    assert "What it was for Talk about bedtimes What the family wanted from it A calm evening" in shown
    assert "What the worker wanted from it See the routine" in shown
    assert "What came of it A plan for the week" in shown
