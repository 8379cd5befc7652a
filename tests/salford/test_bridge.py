"""The Bridge: levels of support, consultations, who may raise a concern, what the family knows, and its assessment first."""

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.models import AccessLog, Involvement, Notice
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import consulting
from hearth.services.frontdoor.models import Contact, Decision, HandOver, KindRecord, Recommendation
from tests.support.pages import Reading
from tests.support.people import analysed, call, child, staff
from tests.support.recording import a_child

pytestmark = pytest.mark.django_db


def at(contact) -> str:
    return f"/front-door/contacts/{contact.pk}/"


def receive(reader, **more):
    return actions.receive_contact(reader, call(child("Ada", "Novak"), **more))


@pytest.mark.requirement("SAL-LVL-01")
def test_a_childs_page_shows_one_of_the_four_levels_with_date_who_and_why_and_the_line_of_earlier_ones(worker, officer):
    contact = receive(officer)
    line = contact.lines.get()
    page = f"/people/{line.person_id}/"
    four = "Getting Advice, Getting Help, Getting More Help, Getting Risk Support"
    assert f"Level of need not yet set: one of {four}." in Reading(worker).get(page)
    form = f"/front-door/children/{line.pk}/level/"
    offered = Reading(worker).get(form)
    for title in four.split(", "):
        assert title in offered
    assert "Enter why" in Reading(worker).refused(form, level="getting_help", reasons=" ")
    Reading(worker).save(form, level="getting_help", reasons="Sleep and routines")
    with worktime.frozen("2026-06-03T09:00"):
        Reading(officer).save(form, level="getting_more_help", reasons="Several needs now")
        shown = Reading(worker).get(page)
    guide = "Support and Safeguarding in Salford"
    now = f"Level of need: Getting More Help ({guide}), Wed 3 June 2026, set by Con Officer: Several needs now"
    assert now in shown
    before = f"Earlier levels: Getting Help ({guide}), Mon 1 June 2026, set by Wren Worker: Sleep and routines"
    assert shown.index(now) < shown.index(before)


CONSULTED = {
    "who_asks": "Bea Okoro, teacher",
    "telephone": "0161 496 0001",
    "question": "Is this Getting Help?",
    "advice": "Begin an Early Help Assessment",
    "harm_described": "no",
    "ended_with": "advice",
}


@pytest.mark.requirement("SAL-LVL-08")
def test_consult_the_bridge_logs_the_call_the_advice_and_the_adviser_on_the_childs_record(officer):
    ada = a_child("Ada", "Novak")
    raw = Reading(officer).raw(f"/people/{ada.pk}/")
    assert f'href="/front-door/people/{ada.pk}/consult/">Consult The Bridge Partnership</a>' in raw
    form = f"/front-door/people/{ada.pk}/consult/"
    for name, words in (("who_asks", "Say who asks."), ("question", "Write what was asked."), ("advice", "Write the advice")):
        assert words in Reading(officer).refused(form, **(CONSULTED | {name: " "}))
    assert not Contact.objects.exists()
    Reading(officer).save(form, **CONSULTED)
    contact = Contact.objects.get()
    assert (contact.kind, contact.channel, contact.lines.get().person) == ("consultation", "telephone", ada)
    said = (
        "Consultation, Mon 1 June 2026, Bea Okoro, teacher asked: Is this Getting Help? "
        "Advised by Con Officer: Begin an Early Help Assessment"
    )
    assert said in Reading(officer).get(f"/people/{ada.pk}/")


@pytest.mark.requirement("SAL-MOR-13")
def test_a_consultation_is_logged_with_question_advice_and_name(officer, manager):
    ada = a_child("Ada", "Novak")
    Reading(officer).save(f"/front-door/people/{ada.pk}/consult/", **CONSULTED)
    logged = KindRecord.objects.get()
    assert (logged.question, logged.told, logged.by) == ("Is this Getting Help?", "Begin an Early Help Assessment", officer.user)
    shown = Reading(manager).get(at(logged.contact))
    assert "Is this Getting Help?" in shown
    assert "Begin an Early Help Assessment" in shown
    assert "Bea Okoro, teacher" in shown


def test_a_consultation_is_refused_and_logged_to_whoever_takes_no_calls():
    ada = a_child("Ada", "Novak")
    chair = staff("Ira Chair", "area_social_worker", "social_work")
    with pytest.raises(Refused):
        consulting.consult(chair, ada.pk, **CONSULTED)
    assert AccessLog.objects.filter(what="refusal", user_id=chair.id).count() == 1
    assert not Contact.objects.exists()


@pytest.mark.requirement("SAL-BRG-07")
def test_public_and_professionals_alike_raise_concerns_in_the_same_queue(officer):
    answer = Reading(officer)
    form = answer.raw("/front-door/")
    assert "Take a call" in form
    public = receive(officer, referrer_kind="public", referrer_name="Nia Neighbour")
    professional = actions.receive_contact(officer, call(child("Ben", "Hart"), referrer_name="Bea Okoro"))
    queue = answer.get("/front-door/")
    assert "Ada Novak" in queue
    assert "Ben Hart" in queue
    assert public.team == professional.team == "bridge"
    asked = answer.get("/front-door/call/").split("Who is telling us?", 1)[1]
    assert asked.index("A professional") < asked.index("A member of the public")


@pytest.mark.requirement("SAL-BRG-08")
def test_the_referral_asks_whether_the_family_knows_who_told_them_and_when(officer):
    contact = receive(officer)
    pages = Reading(officer)
    assert "Nobody of the family is recorded as asked." in pages.get(at(contact))
    form = f"{at(contact)}family-view/"
    asked = pages.get(form)
    assert "Told, and agrees" in asked
    assert "Not asked yet" in asked
    known = {"about": "Mila Novak, mother", "answer": "agrees", "asked_by": "Bea Okoro", "asked_at": "09:15", "how": "At school"}
    assert "Say who told them and asked." in pages.refused(form, **(known | {"asked_by": ""}))
    assert "Say when they were told." in pages.refused(form, **(known | {"asked_at": ""}))
    pages.save(form, **known)
    assert "Mila Novak, mother: told, and agrees, asked by Bea Okoro, 09:15 today" in pages.get(at(contact))


@pytest.mark.requirement("SAL-BRG-10")
def test_no_outcome_without_the_bridges_assessment_of_information_used_and_needs_found(officer, worker, manager):
    contact = receive(officer)
    line = contact.lines.get()
    form = Reading(worker).get(f"{at(contact)}analysis/")
    assert "Assessment by the Bridge" in form
    assert "Information used, with its sources" in form
    assert "Support needs found for this child" in form
    path = f"/front-door/children/{line.pk}/recommend/"
    given = {"outcome": "early_help", "significant_harm": "neither", "reasons": "Early help meets it."}
    refused = Reading(worker).refused(path, **given)
    assert "Information used, with its sources (the whole contact)" in refused
    assert "Support needs found for this child (Ada Novak)" in refused
    assert not Recommendation.objects.exists()
    with pytest.raises(Invalid):
        actions.decide(manager, line.pk, version=1, shown={})
    assert not Decision.objects.exists()
    analysed(worker, contact)
    Reading(worker).save(path, **given)
    actions.decide(manager, line.pk, version=1, shown={})
    line.refresh_from_db()
    assert line.outcome == "early_help"


@pytest.mark.requirement("SAL-BRG-11")
def test_early_help_goes_on_and_the_lead_professional_is_told(officer, worker, manager):
    contact = receive(officer)
    line = contact.lines.get()
    lead = staff("Lee Lead", "area_social_worker", "early_help")
    Involvement.objects.create(
        kind="person", subject_id=line.person_id, user=lead.user, role="lead_professional", starts_at=worktime.now()
    )
    analysed(worker, contact)
    actions.recommend(worker, line.pk, outcome="early_help", reasons="Help goes on.", significant_harm="neither")
    assert not Notice.objects.filter(user=lead.user).exists()
    actions.decide(manager, line.pk, version=1, shown={})
    assert HandOver.objects.get(line=line).to_team == "early_help"
    title = f"Early help is to go on: a child you lead for was decided on in contact {contact.number}"
    assert Notice.objects.filter(user=lead.user, title=title).count() == 1
