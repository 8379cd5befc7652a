"""Consent: asked first, shared without only when worker and manager each believe that asking would harm."""

import uuid

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.models import AccessLog, Notice, RoleHeld
from hearth.foundation.timeline.models import Event
from hearth.people.models import Person, Relationship
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import basis, enquiries, sharing
from hearth.services.frontdoor.models import AgreementStep, Contact, Enquiry, FamilyView
from tests.flow.support import decided, parent
from tests.record.conftest import Pages, at
from tests.support.people import analysed, call, child, staff

pytestmark = pytest.mark.django_db
ROUTINE = {"whom": "agency", "person_asked": "Housing office", "question": "Who holds the tenancy?"}
CASE = {
    "reason": "Filip says that his father hit him with a belt this morning.",
    "harm": "That Filip is hit again tonight.",
    "belief": "I believe that his father would hurt him if he were asked.",
    "told_when": "When the police have spoken with him",
}
BELIEF = "I have read it and believe that asking would put Filip at risk."


@pytest.fixture
def contact(worker, manager):
    return actions.receive_contact(worker, call(child("Filip", "Kowalski", 9), child("Jakub", "Kowalski", 16)))


@pytest.fixture
def father(contact):
    made = parent(contact.lines.first().person_id, "Tomasz", "father")
    Relationship.objects.filter(relative=made).update(parental_responsibility="yes")
    return made


def graded(worker, contact, grade):
    actions.set_grade(worker, contact.pk, grade=grade, reasons="From what was told.")
    return Contact.objects.get(pk=contact.pk)


def not_asked(worker, contact, person=None):
    return sharing.consider_asking(worker, contact.pk, seek=False, raises_risk="yes", alone="no", person=person)


def proposed(worker, contact, person=None):
    return sharing.propose_override(worker, contact.pk, not_asked(worker, contact, person).pk, **CASE)


def overridden(worker, manager, contact):
    return sharing.decide_override(manager, contact.pk, proposed(worker, contact).pk, agreed=True, belief=BELIEF)


@pytest.mark.requirement("SOT-CRS-14")
def test_whether_the_family_knows_is_asked_and_stands_on_the_contact_with_who_told_them_when(worker, contact):
    pages = Pages(worker)
    assert "Does the family know about this call? Not asked yet" in pages.contact(contact)
    raw = pages.client.get(f"/front-door/contacts/{contact.pk}/family-knows/").content.decode()
    assert "checked" not in raw and all(words in raw for words in ("Yes", "No", "Not yet"))
    page = pages.refused(contact, "family-knows", answer="yes")
    assert "Say who told them." in page
    assert "Say when they were told." in pages.refused(contact, "family-knows", answer="yes", told_by="Anna Teacher")
    pages.save(contact, "family-knows", answer="yes", told_by="Anna Teacher", told_at="09:30")
    assert "Does the family know about this call? Yes: told by Anna Teacher, 09:30 today." in pages.contact(contact)
    pages.save(contact, "family-knows", answer="not_yet", not_told="other", words="She is at work until noon.")
    assert "Does the family know about this call? Not yet: another reason. She is at work until noon." in pages.contact(contact)
    pages.save(contact, "family-knows", answer="no", not_told="other", words="Nobody thought of it.")
    assert "Does the family know about this call? No: another reason." in pages.contact(contact)
    assert Event.objects.filter(kind="contact.family_knows").count() == 3


@pytest.mark.requirement("SOT-CRS-15")
def test_not_telling_the_family_needs_a_reason_the_risk_described_or_leaves_a_task(worker, contact):
    pages = Pages(worker)
    assert "Say why the family was not told." in pages.refused(contact, "family-knows", answer="no")
    assert "Describe the risk" in pages.refused(contact, "family-knows", answer="no", not_told="risk")
    assert "Say what the reason is." in pages.refused(contact, "family-knows", answer="not_yet", not_told="other")
    contact.refresh_from_db()
    assert contact.family_knows == ""
    pages.save(contact, "family-knows", answer="no", not_told="risk", words="His father would hurt Filip tonight.")
    page = pages.contact(contact)
    assert "would expose a child to a risk of significant harm. His father would hurt Filip tonight." in page
    assert "To do: tell the family" not in page
    pages.save(contact, "family-knows", answer="no", not_told="other", words="The school forgot.")
    assert "To do: tell the family" in pages.contact(contact)
    work = Pages(worker).client.get("/my-work/").content.decode()
    assert "Tell the family that we were told" in work
    pages.save(contact, "family-knows", answer="yes", told_by="Wren Worker", told_at="09:50")
    assert "To do: tell the family" not in pages.contact(contact)
    assert "Tell the family that we were told" not in Pages(worker).client.get("/my-work/").content.decode()


def test_whether_the_family_knows_is_refused_to_outsiders_kept_once_and_never_dated_ahead(worker, contact):
    outsider = staff("Otto Other", "team_manager", "bis")
    with pytest.raises(Refused):
        sharing.record_family_knows(outsider, contact.pk, answer="yes", told_by="x", told_at=worktime.now())
    assert AccessLog.objects.filter(what="refusal", user_id=outsider.id).exists()
    with pytest.raises(Invalid, match="future"):
        sharing.record_family_knows(worker, contact.pk, answer="yes", told_by="x", told_at=at("2026-06-01T10:01"))
    number = uuid.uuid4()
    for _ in range(2):
        sharing.record_family_knows(
            worker, contact.pk, answer="yes", told_by="x", told_at=at("2026-06-01T09:00"), request_id=number
        )
    assert Event.objects.filter(kind="contact.family_knows").count() == 1


@pytest.mark.requirement("SOT-MSH-03")
def test_gathering_asks_for_the_basis_none_is_preset_and_nothing_goes_to_partners_without_one(worker, contact):
    pages = Pages(worker)
    assert "Record the lawful basis for sharing first" in pages.refused(contact, "enquiry", **ROUTINE)
    assert "Record the lawful basis for sharing first" in pages.contact(contact)
    assert not Enquiry.objects.exists()
    raw = pages.client.get(f"/front-door/contacts/{contact.pk}/basis/").content.decode()
    assert "checked" not in raw and "With the family&#39;s agreement" in raw.replace("&#x27;", "&#39;")
    page = pages.refused(contact, "basis", basis="agreement", reasons="She wants help.")
    for words in ("Say who agreed", "Say who asked them.", "Say when they agreed.", "Say how: by telephone"):
        assert words in page
    assert not FamilyView.objects.exists()
    said = {
        "who_agreed": "Marta Kowalska, mother",
        "agreed_asked_by": "Wren Worker",
        "agreed_at": "09:40",
        "agreed_how": "by telephone",
    }
    pages.save(contact, "basis", basis="agreement", reasons="She wants help.", **said)
    view = FamilyView.objects.get()
    assert (view.about, view.answer, view.asked_by, view.how) == ("Marta Kowalska, mother", "agrees", "Wren Worker", "by telephone")
    assert view.asked_at == at("2026-06-01T09:40")
    pages.save(contact, "enquiry", **ROUTINE)
    assert Enquiry.objects.get().without_consent is False


@pytest.mark.requirement("SOT-MSH-04")
def test_override_shows_the_test_and_a_blank_answer_to_any_part_blocks_it(worker, manager, contact):
    step = not_asked(worker, contact)
    pages = Pages(worker)
    path = f"without-agreement/{step.pk}"
    shown = pages.get(f"contacts/{contact.pk}/{path}/")
    assert "credible reason to believe that gaining consent may place a child at risk of suffering significant harm?" in shown
    assert "What is the credible reason?" in shown and "Which harm is feared, to which child?" in shown
    for part in ("reason", "harm", "belief", "told_when"):
        assert "There is a problem" in pages.refused(contact, path, **(CASE | {part: " "}))
    assert AgreementStep.objects.get().proposed_at is None
    assert "Record the lawful basis" in pages.refused(contact, "enquiry", **ROUTINE)
    assert not Enquiry.objects.exists()


@pytest.mark.requirement("SOT-MSH-05", "SOT-MSH-14", "SOT-MSH-16")
def test_partner_requests_stay_locked_until_a_manager_writes_their_own_belief_under_their_own_name(worker, manager, contact):
    pages, boss = Pages(worker), Pages(manager)
    with worktime.frozen("2026-06-01T10:10"):
        step = proposed(worker, contact)
    assert Notice.objects.filter(user=manager.user, title__contains="waits for your answer").count() == 1
    # One belief alone leaves it pending, and requests locked.
    waiting = pages.contact(contact)
    assert "Waits for a manager" in waiting and "Wren Worker believes: I believe that his father" in waiting
    assert "Record the lawful basis" in pages.refused(contact, "enquiry", **ROUTINE)
    basis.record_basis(worker, contact.pk, basis="safeguarding", reasons="He is at risk of significant harm.")
    assert "No adult of the family is recorded as agreeing" in pages.refused(contact, "enquiry", **ROUTINE)
    # The list of those without a manager's words has it.
    audit = boss.get("without-agreement/")
    assert f"Contact {contact.number} : proposed by Wren Worker, 10:10 today" in audit
    with pytest.raises(Refused):
        sharing.decide_override(worker, contact.pk, step.pk, agreed=True, belief=BELIEF)
    assert AccessLog.objects.filter(what="refusal", user_id=worker.id).exists()
    path = f"without-agreement/{step.pk}/answer"
    assert "Write what you yourself believe" in boss.refused(contact, path, agreed="yes", belief="")
    with worktime.frozen("2026-06-01T10:25"):
        boss.save(contact, path, agreed="yes", belief=BELIEF)
        page = pages.contact(contact)
    assert "Shared without agreement, agreed by Mara Manager, 10:25 today. Proposed by Wren Worker, 10:10 today." in page
    assert "Credible reason: Filip says that his father hit him" in page and "Harm feared: That Filip is hit again" in page
    assert "Wren Worker believes: I believe that his father" in page and f"Mara Manager believes: {BELIEF}" in page
    audit = boss.get("without-agreement/")
    assert "Every one has a manager’s words." in audit
    pages.save(contact, "enquiry", **ROUTINE)
    assert Enquiry.objects.get().without_consent


def test_the_audit_finds_an_agency_asked_with_no_basis_and_no_manager(worker, manager, contact):
    asked = ROUTINE | {"asked_at": "09:50"}
    Pages(worker).save(contact, "enquiry", **asked)
    assert "with no basis and no manager’s agreement" in Pages(manager).get("without-agreement/")


def test_whoever_proposed_never_answers_and_a_no_keeps_requests_locked(manager, contact):
    other = staff("Olu Other", "manager", "crs")
    step = proposed(manager, contact)
    with pytest.raises(Refused, match="Another person"):
        sharing.decide_override(manager, contact.pk, step.pk, agreed=True, belief=BELIEF)
    number = uuid.uuid4()
    for _ in range(2):
        sharing.decide_override(other, contact.pk, step.pk, agreed=False, belief="Ask her mother.", request_id=number)
    assert Event.objects.filter(kind="contact.override_decided").count() == 1
    with pytest.raises(Invalid):
        sharing.decide_override(other, contact.pk, step.pk, agreed=True, belief=BELIEF)
    with pytest.raises(Invalid):
        enquiries.make_enquiry(manager, contact.pk, **ROUTINE)


@pytest.mark.requirement("SOT-MSH-11")
def test_each_adult_with_parental_responsibility_answers_alone_and_one_without_it_is_only_told(worker, contact, father):
    line = contact.lines.first()
    mother, uncle = parent(line.person_id, "Marta"), parent(line.person_id, "Piotr", "partner_of_parent")
    Relationship.objects.filter(relative=mother).update(parental_responsibility="yes")
    Relationship.objects.filter(relative=uncle).update(parental_responsibility="no")
    pages = Pages(worker)

    def record(person, answer):
        given = {"answer": answer, "asked_by": "Wren Worker", "asked_at": "09:40", "how": "by telephone"}
        answer = pages.post(f"contacts/{contact.pk}/family-view/?person={person.pk}", person=str(person.pk), **given)
        assert answer.status_code == 302

    record(mother, "agrees")
    record(uncle, "agrees")
    page = pages.contact(contact)
    assert "Marta Kowalska, mother, has parental responsibility: told, and agrees, 09:40 today, by telephone" in page
    assert "Tomasz Kowalska, father, has parental responsibility: outstanding: not yet asked" in page
    assert "told, not consenting: does not have parental responsibility, 09:40 today, by telephone" in page
    # An agreement of somebody without parental responsibility is none.
    FamilyView.objects.filter(person=mother).delete()
    basis.record_basis(worker, contact.pk, basis="public_task", reasons="To decide.")
    assert "No adult of the family is recorded as agreeing" in pages.refused(contact, "enquiry", **ROUTINE)


@pytest.mark.requirement("SOT-TRN-43", "SOT-TRN-45")
@pytest.mark.parametrize("grade", ["flaming_red", "red"])
def test_red_and_flaming_red_offer_to_dispense_with_reason_and_managers_approval(worker, manager, contact, grade):
    contact = graded(worker, contact, grade)
    pages = Pages(worker)
    page = pages.contact(contact)
    assert "Agreement of those with parental responsibility: neither obtained nor dispensed with yet" in page
    assert "Share without agreement" in page
    step = not_asked(worker, contact)
    assert "What is the credible reason" in pages.refused(contact, f"without-agreement/{step.pk}", **(CASE | {"reason": ""}))
    pages.save(contact, f"without-agreement/{step.pk}", **CASE)
    assert "Record the lawful basis" in pages.refused(contact, "enquiry", **ROUTINE)
    Pages(manager).save(contact, f"without-agreement/{step.pk}/answer", agreed="yes", belief=BELIEF)
    pages.save(contact, "enquiry", **ROUTINE)
    page = pages.contact(contact)
    assert "Agreement of those with parental responsibility: dispensed with" in page
    assert "Without consent . Who holds the tenancy?" in page or "Without consent. Who holds the tenancy?" in page


@pytest.mark.requirement("SOT-TRN-47")
@pytest.mark.parametrize("answer", ["refused", "unsafe"])
def test_amber_asks_for_consent_first_and_dispenses_only_after_refused_or_not_sought(worker, manager, contact, answer):
    contact = graded(worker, contact, "amber")
    page = Pages(worker).contact(contact)
    assert "AMBER: ask the family first." in page and "Share without agreement" not in page
    said = {"person": "family", "seek": "no", "raises_risk": "yes", "alone": "no"}
    assert "ask the family first" in Pages(worker).refused(contact, "consider-asking", **said)
    told = {"asked_by": "Wren", "asked_at": at("2026-06-01T09:30"), "how": "by telephone"} if answer == "refused" else {}
    with pytest.raises(Invalid):  # not sought needs its justification
        basis.record_family_view(worker, contact.pk, about="Father", answer="unsafe")
    basis.record_family_view(worker, contact.pk, about="Father", answer=answer, reasons="He would hurt Filip.", **told)
    assert "Share without agreement" in Pages(worker).contact(contact)
    step = proposed(worker, contact)
    with pytest.raises(Invalid):
        enquiries.make_enquiry(worker, contact.pk, **ROUTINE)
    with pytest.raises(Invalid):
        sharing.decide_override(manager, contact.pk, step.pk, agreed=True, belief="")
    sharing.decide_override(manager, contact.pk, step.pk, agreed=True, belief=BELIEF)
    assert enquiries.make_enquiry(worker, contact.pk, **ROUTINE).without_consent


@pytest.mark.requirement("SOT-TRN-49")
def test_green_goes_neither_to_early_help_nor_to_partners_without_consent(worker, manager, contact):
    overridden(worker, manager, contact)  # agreed while no urgency was set: green takes it back
    contact = graded(worker, contact, "green")
    page = Pages(worker).contact(contact)
    assert "GREEN: agreement is required." in page and ">Share without agreement" not in page
    with pytest.raises(Invalid, match="agreement is required"):
        not_asked(worker, contact)
    basis.record_basis(worker, contact.pk, basis="public_task", reasons="To decide.")
    with pytest.raises(Invalid):
        enquiries.make_enquiry(worker, contact.pk, **ROUTINE)
    analysed(worker, contact)
    line = contact.lines.first()
    wanted = {"outcome": "early_help", "reasons": "Help with sleep.", "significant_harm": "neither"}
    with pytest.raises(Invalid, match="early help needs the family's agreement"):
        actions.recommend(worker, line.pk, **wanted)
    view = {"about": "Marta", "answer": "agrees", "asked_by": "Wren", "asked_at": at("2026-06-01T09:30"), "how": "by telephone"}
    basis.record_family_view(worker, contact.pk, **view)
    actions.recommend(worker, line.pk, **wanted)
    enquiries.make_enquiry(worker, contact.pk, **ROUTINE)
    assert actions.decide(manager, line.pk, version=1, shown={}).outcome == "early_help"


def test_green_is_not_decided_for_early_help_either_without_consent(worker, manager, contact):
    contact = graded(worker, contact, "green")
    analysed(worker, contact)
    line = contact.lines.first()
    actions.recommend(worker, line.pk, outcome="advice", reasons="Advice given.", significant_harm="neither", recommended_steps="x")
    with pytest.raises(Invalid, match="agreement"):
        actions.decide(manager, line.pk, version=1, shown={}, outcome="early_help", reasons="They need more.")


@pytest.mark.requirement("SOT-TRN-84")
def test_asking_the_father_would_raise_the_risk_and_the_record_says_who_decided_and_when_he_is_told(
    worker, manager, contact, father
):
    pages = Pages(worker)
    page = pages.get(f"contacts/{contact.pk}/consider-asking/?person={father.pk}")
    assert "Would telling or asking them raise the risk?" in page
    asked = {"person": str(father.pk), "raises_risk": "yes", "alone": "no"}
    assert "Do not ask them before a manager has answered" in pages.refused(contact, "consider-asking", **asked, seek="yes")
    answer = pages.post(f"contacts/{contact.pk}/consider-asking/", **asked, seek="no")
    step = AgreementStep.objects.get()
    assert answer.status_code == 302 and answer["Location"].endswith(f"/without-agreement/{step.pk}/")
    pages.save(contact, f"without-agreement/{step.pk}", **CASE)
    Pages(manager).save(contact, f"without-agreement/{step.pk}/answer", agreed="yes", belief=BELIEF)
    page = pages.contact(contact)
    assert "Tomasz Kowalska, father: not told. Shared without agreement, agreed by Mara Manager, 10:00 today." in page
    assert "They are told: When the police have spoken with him." in page
    assert f"Mara Manager believes: {BELIEF}" in page and "Credible reason: Filip says" in page


@pytest.mark.requirement("SOT-TRN-75")
def test_the_consent_step_asks_who_has_responsibility_whether_alone_and_whether_to_seek(worker, manager):
    named = [child(name, "Hughes", age) for name, age in (("David", 13), ("Summer", 7), ("Sophie", 3))]
    contact = actions.receive_contact(worker, call(*named))
    mother = Person.objects.create(kind="adult", forenames="Hana", surname="Hughes", search_name="hana hughes")
    partner = Person.objects.create(kind="adult", forenames="Paul", surname="Quill", search_name="paul quill")
    for line in contact.lines.all():
        Relationship.objects.create(person=line.person, relative=mother, kind="mother", parental_responsibility="yes")
        Relationship.objects.create(person=line.person, relative=partner, kind="adult_met")
    pages = Pages(worker)
    page = pages.get(f"contacts/{contact.pk}/consider-asking/?person={mother.pk}")
    for name in ("David", "Summer", "Sophie"):
        wanted = f"{name} Hughes: Hana Hughes, mother: has it; Paul Quill, adult met at the address: to be asked."
        assert wanted in page
    assert "A partner is not assumed to have it." in page
    assert "Can they be spoken to alone?" in page and "Are they asked to agree?" in page
    asked = {"person": str(mother.pk), "raises_risk": "no", "alone": "yes"}
    answer = pages.post(f"contacts/{contact.pk}/consider-asking/", **asked, seek="yes")
    assert answer["Location"].endswith(f"/family-view/?person={mother.pk}")
    answer = pages.post(f"contacts/{contact.pk}/consider-asking/", **(asked | {"alone": "no", "raises_risk": "yes"}), seek="no")
    step = AgreementStep.objects.latest("pk")
    assert answer["Location"].endswith(f"/without-agreement/{step.pk}/")
    assert "Answered at this hour by Mara Manager." in pages.get(f"contacts/{contact.pk}/without-agreement/{step.pk}/")


@pytest.fixture
def tonight(on_call):
    """Oona is on call from today; Otis was until this morning."""
    was = staff("Otis Earlier", "on_call_manager", "edt")
    RoleHeld.objects.filter(user=was.user).update(ends_at=at("2026-06-01T09:00"))
    return on_call


@pytest.mark.requirement("SOT-EDT-12")
def test_by_night_only_the_on_call_manager_approves_and_by_day_a_manager_of_the_front_door(worker, manager, contact, tonight):
    practice = staff("Pru Practice", "practice_manager", "edt")
    with worktime.frozen("2026-06-01T22:00"):
        step = proposed(worker, contact)
        assert Notice.objects.filter(key__startswith="override:").get().user == tonight.user
        for somebody in (manager, practice):
            with pytest.raises(Refused, match="answered by Oona Oncall"):
                sharing.decide_override(somebody, contact.pk, step.pk, agreed=True, belief=BELIEF)
    with worktime.frozen("2026-06-01T22:12"):
        sharing.decide_override(tonight, contact.pk, step.pk, agreed=True, belief=BELIEF)
        assert "agreed by Oona Oncall, 22:12 today" in Pages(worker).contact(contact)
    with worktime.frozen("2026-06-02T11:00"):
        by_day = proposed(worker, contact)
        assert Notice.objects.get(key__startswith=f"override:{by_day.pk}:").user == manager.user
        with pytest.raises(Refused, match="answered by Mara Manager"):
            sharing.decide_override(tonight, contact.pk, by_day.pk, agreed=True, belief=BELIEF)
        sharing.decide_override(manager, contact.pk, by_day.pk, agreed=True, belief=BELIEF)


@pytest.mark.requirement("SOT-EDT-11")
def test_the_form_by_night_states_its_own_test_and_keeps_reason_and_harm(night, on_call):
    with worktime.frozen("2026-06-01T22:00"):
        contact = actions.receive_contact(night, call(child("Filip", "Kowalski")))
        step = not_asked(night, contact)
        pages = Pages(night)
        shown = pages.get(f"contacts/{contact.pk}/without-agreement/{step.pk}/")
        assert (
            "credible reason to believe that a child or young person may be placed at risk of suffering significant harm?" in shown
        )
        pages.save(contact, f"without-agreement/{step.pk}", **CASE)
        page = pages.contact(contact)
    step.refresh_from_db()
    assert (step.reason, step.harm) == (CASE["reason"], CASE["harm"])
    assert f"Credible reason: {CASE['reason']}" in page and f"Harm feared: {CASE['harm']}" in page


@pytest.mark.requirement("SOT-EDT-10")
def test_a_disclosure_by_night_without_a_basis_is_saved_and_flagged_until_one_is_given(night, on_call):
    practice = staff("Pru Practice", "practice_manager", "edt")
    with worktime.frozen("2026-06-01T22:00"):
        contact = actions.receive_contact(night, call(child("Filip", "Kowalski")))
        pages = Pages(night)
        asked = {"whom": "professional", "person_asked": "Dr Okoro", "question": "Has he been seen?", "asked_at": "21:50"}
        pages.save(contact, "enquiry", **asked)
        pages.save(contact, "enquiry", **(asked | {"person_asked": "PC Hart", "basis": "vital"}))
        for reader in (night, practice):
            page = Pages(reader).contact(contact)
            assert page.count("Basis missing") == 1
        assert "PC Hart, asked by Nell Night 21:50 today, basis: vital interests" in page
        assert "Basis missing : Dr Okoro" in Pages(practice).get("out-of-hours/")
        assert Notice.objects.filter(user=practice.user, title__contains="basis is missing").count() == 1
        assert Notice.objects.filter(user=night.user, title__contains="basis is missing").count() == 1
        enquiry = Enquiry.objects.get(person_asked="Dr Okoro")
        pages.save(contact, f"enquiries/{enquiry.pk}/basis", basis="safeguarding")
        assert "Basis missing" not in Pages(practice).contact(contact)
        assert "Basis missing" not in Pages(practice).get("out-of-hours/")


def test_a_decision_for_others_than_early_help_waits_for_nobodys_agreement(worker, manager, contact):
    contact = graded(worker, contact, "green")
    assert decided(worker, manager, contact, "assessment").stage == "passed_on"
