"""What the family says and the lawful basis: two things, and neither stops a contact."""

import uuid

import pytest

from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.models import AccessLog, Notice
from hearth.foundation.standards.models import Obligation
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import basis
from hearth.services.frontdoor.models import FamilyView, LawfulBasis
from tests.record.conftest import Pages, at
from tests.support.people import call, child, recommend_analysed, staff

pytestmark = pytest.mark.django_db


def asked(**more):
    given = {"about": "Mrs Kowalska, mother", "asked_by": "Anna Teacher", "asked_at": at("2026-06-01T09:30"), "how": "by telephone"}
    return given | more


def test_neither_is_preset_and_both_are_shown_apart(worker, contact):
    page = Pages(worker).contact(contact)
    assert "Nobody of the family is recorded as asked." in page
    assert "Lawful basis for this sharing Not yet said." in page
    raw = Pages(worker).client.get(f"/front-door/contacts/{contact.pk}/family-view/").content.decode()
    assert "checked" not in raw
    assert "checked" not in Pages(worker).client.get(f"/front-door/contacts/{contact.pk}/basis/").content.decode()


def test_each_answer_asks_for_what_belongs_to_it_and_the_latest_of_each_adult_holds(worker, contact):
    pages = Pages(worker)
    mother = {"about": "Mrs Kowalska, mother"}
    page = pages.refused(contact, "family-view", answer="agrees", **mother)
    assert "Say who told them and asked." in page
    assert "Say when they were told." in page
    assert "List the attempts" in pages.refused(contact, "family-view", answer="unreachable", **mother)
    assert "Say why it is not safe" in pages.refused(contact, "family-view", answer="unsafe", **mother)
    assert "Say which adult" in pages.refused(contact, "family-view", answer="not_asked")
    assert FamilyView.objects.count() == 0
    pages.save(contact, "family-view", answer="not_asked", **mother)
    basis.record_family_view(worker, contact.pk, answer="refused", **asked())
    basis.record_family_view(worker, contact.pk, answer="unsafe", about="Mr Kowalski, father", reasons="He hit Filip today.")
    assert basis.latest_views(contact) == {"mrs kowalska, mother": "refused", "mr kowalski, father": "unsafe"}
    page = pages.contact(contact)
    assert "Mrs Kowalska, mother: told, and has not agreed, asked by Anna Teacher, 09:30 today, by telephone" in page
    assert "Mr Kowalski, father: not safe to ask. He hit Filip today." in page


def test_parents_who_could_not_be_reached_stop_nothing_and_attempts_are_listed(worker, contact):
    pages = Pages(worker)
    pages.save(
        contact,
        "family-view",
        about="Mrs Kowalska, mother",
        answer="unreachable",
        attempts="09:10 mobile, no answer\n09:40 her work, not in",
    )
    assert "Attempts: 09:10 mobile, no answer; 09:40 her work, not in" in pages.contact(contact)
    clock = Obligation.objects.get(head__subject_id=contact.pk, standard="SOT-DECISION-24H")
    assert clock.due_at == at("2026-06-02T10:00")
    line = contact.lines.get()
    assert recommend_analysed(worker, line.pk, outcome="assessment", reasons="Marks seen.", significant_harm="likely")


def test_missing_agreement_stops_only_a_routine_request_to_an_agency(worker, manager, contact):
    pages = Pages(worker)
    routine = {"whom": "agency", "person_asked": "Housing office", "question": "Who holds the tenancy?"}
    assert "Record the lawful basis for sharing first" in pages.refused(contact, "enquiry", **routine)
    pages.save(contact, "enquiry", whom="referrer", person_asked="Anna Teacher", question="Which arm?")
    basis.record_basis(worker, contact.pk, basis="public_task", reasons="To decide how to help.")
    assert "No adult of the family is recorded as agreeing" in pages.refused(contact, "enquiry", **routine)
    basis.record_family_view(worker, contact.pk, answer="refused", **asked())
    assert "has not agreed" in pages.refused(contact, "enquiry", **routine)
    basis.record_family_view(worker, contact.pk, answer="agrees", **asked())
    pages.save(contact, "enquiry", **routine)


@pytest.mark.parametrize("ground", ["safeguarding", "vital", "court"])
def test_a_basis_that_needs_no_agreement_lets_routine_requests_go(officer, phone, ground):
    worker, contact = officer, phone
    basis.record_basis(worker, contact.pk, basis=ground, reasons="He is at risk of significant harm.")
    assert basis.why_not_routine(contact) == ""


def test_a_request_made_already_is_saved_and_flagged(worker, contact):
    pages = Pages(worker)
    routine = {"whom": "agency", "person_asked": "Housing office", "question": "Who holds the tenancy?", "asked_at": "09:50"}
    pages.save(contact, "enquiry", **routine)
    assert contact.flags.get().words == "An agency was asked as a routine check before there was a basis for it."
    assert "before there was a basis for it" in pages.contact(contact)
    Pages(worker).post(f"contacts/{contact.pk}/flags/{contact.flags.get().pk}/settle/")
    assert contact.flags.get().settled_by == worker.user
    assert "before there was a basis for it" not in pages.contact(contact)


def test_doing_without_asking_needs_reasons_and_a_manager_who_hears(officer, assistant_manager, phone):
    worker, manager, contact = officer, assistant_manager, phone
    pages = Pages(worker)
    assert "Give the reasons" in pages.refused(contact, "basis", basis="safeguarding", without_asking="on")
    said = {"basis": "safeguarding", "reasons": "Asking would warn him.", "without_asking": "on"}
    assert "Name the manager who oversees" in pages.refused(contact, "basis", **said)
    pages.save(contact, "basis", **said, manager=str(manager.id))
    made = LawfulBasis.objects.get()
    assert (made.manager, made.without_asking) == (manager.user, True)
    assert Notice.objects.get(user=manager.user).subject_id == contact.pk
    assert "without asking the family; overseen by Ash Manager" in pages.contact(contact)


def test_agreement_is_no_basis_until_somebody_agreed(worker, contact):
    with pytest.raises(Invalid, match="Nobody of the family is recorded as agreeing"):
        basis.record_basis(worker, contact.pk, basis="agreement", reasons="They know.")
    basis.record_family_view(worker, contact.pk, answer="agrees", **asked())
    assert basis.record_basis(worker, contact.pk, basis="agreement", reasons="They know.")


def test_permission_double_submit_and_a_stranger_as_adult(worker, contact):
    number = uuid.uuid4()
    one = basis.record_family_view(worker, contact.pk, answer="agrees", request_id=number, **asked())
    assert basis.record_family_view(worker, contact.pk, answer="agrees", request_id=number, **asked()) == one
    outsider = staff("Otto Other", "team_manager", "bis")
    with pytest.raises(Refused):
        basis.record_family_view(outsider, contact.pk, answer="agrees", **asked())
    assert AccessLog.objects.filter(what="refusal", user_id=outsider.id).exists()
    other = actions.receive_contact(worker, call(child("Ada", "Novak")))
    with pytest.raises(Invalid):
        basis.record_family_view(worker, contact.pk, answer="agrees", person=other.lines.get().person_id, **asked())
    with pytest.raises(Invalid, match="future"):
        basis.record_family_view(worker, contact.pk, answer="agrees", **asked(asked_at=at("2026-06-01T11:00")))
