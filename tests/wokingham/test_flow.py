"""Wokingham's way of a contact: triage on receipt, the history brought in, a joint recommendation, another's decision."""

import uuid

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.models import AccessLog, Notice
from hearth.people.models import ServiceEpisode
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import consent
from hearth.services.frontdoor.models import FurtherAction, Recommendation
from tests.support.pages import Reading
from tests.support.people import analysed, call, child, staff

pytestmark = pytest.mark.django_db


def receive(reader, *children, **more):
    return actions.receive_contact(reader, call(*(children or (child("Filip", "Kowalski"),)), **more))


def at(contact) -> str:
    return f"/front-door/contacts/{contact.pk}/"


def recommend(pages, line, **more):
    given = {"outcome": "assessment", "significant_harm": "likely", "reasons": "He is not safe at home."}
    return f"/front-door/children/{line.pk}/recommend/", given | more


@pytest.mark.requirement("WOK-MASH-06")
def test_a_new_contact_tops_the_duty_managers_list_as_awaiting_triage_with_its_age(worker, manager):
    contact = receive(worker)
    with worktime.frozen("2026-06-01T10:38"):
        raw = Reading(manager).raw("/front-door/screening/")
        assert raw.index("Awaiting triage") < raw.index("Waiting for a social worker")
        listed = Reading(manager).get("/front-door/screening/").split("Awaiting triage", 1)[1]
        assert f"contact {contact.number} · telephone · received 38 minutes ago" in listed
        Reading(manager).save(f"{at(contact)}triage/", priority="high", next_action="Ring the school")
        assert "Triage: high priority, Mara Manager, 10:38 today. Next: Ring the school" in Reading(manager).get(at(contact))
        assert "Nothing awaits triage." in Reading(manager).get("/front-door/screening/")


@pytest.mark.requirement("WOK-MASH-07")
def test_earlier_involvement_comes_into_a_contact_for_the_worker_to_confirm(worker, coordinator):
    with worktime.frozen("2026-03-02T10:00"):
        first = receive(worker)
    filip = first.lines.get().person
    ServiceEpisode.objects.create(
        person=filip, service="early_help", opened_on="2025-01-06", closed_on="2025-07-04", reason="needs met"
    )
    second = receive(coordinator, filip)
    pages = Reading(coordinator)
    shown = pages.get(at(second)).split("Earlier involvement with Filip Kowalski", 1)[1].split("Confirm earlier involvement", 1)[0]
    found = f"2 March 2026: Contact {first.number}: a new worry about a child, not decided"
    early = "6 January 2025: Early help, ended 4 July 2025: needs met"
    assert shown.index(found) < shown.index(early)
    assert "To be confirmed" in shown
    line = second.lines.get()
    with worktime.frozen("2026-06-01T10:20"):
        pages.save(f"/front-door/children/{line.pk}/earlier-involvement/", added="A sister was in care until 2019")
        shown = pages.get(at(second))
    assert "Confirmed by Rafe Coordinator, 10:20 today." in shown
    assert "Added: A sister was in care until 2019" in shown
    with pytest.raises(Invalid):
        consent.confirm_involvement(worker, line.pk)


@pytest.mark.requirement("WOK-MASH-07")
def test_for_an_unknown_child_it_is_recorded_that_none_was_found(worker):
    contact = receive(worker)
    assert contact.lines.get().earlier_involvement.found == []
    assert "Earlier involvement with Filip Kowalski None was found when this contact was opened." in Reading(worker).get(
        at(contact)
    )


@pytest.mark.requirement("WOK-MASH-17")
def test_the_recommendation_is_due_24_hours_after_receipt_and_saving_one_clears_it(worker, coordinator):
    with worktime.frozen("2026-06-01T10:15"):
        contact = receive(worker)
        assert "Recommend on threshold within 24 hours : by 10:15 tomorrow" in Reading(worker).get(at(contact))
        analysed(worker, contact)
        path, given = recommend(worker, contact.lines.get(), together=str(coordinator.user.pk))
        Reading(worker).save(path, **given)
        open_clocks = Reading(worker).get(at(contact)).split("What is due", 1)[1].split("Done, ended or replaced", 1)[0]
        assert "Recommend on threshold" not in open_clocks


@pytest.mark.requirement("WOK-MASH-18")
def test_a_recommendation_carries_both_names_and_neither_may_decide(worker, coordinator, manager):
    contact = receive(worker)
    line = contact.lines.get()
    analysed(worker, contact)
    path, given = recommend(worker, line)
    refused = Reading(worker).refused(path, **given)
    assert "A recommendation is made jointly. Name the Referral Co-ordinator who makes it with you." in refused
    assert not Recommendation.objects.exists()
    Reading(worker).save(path, **given, together=str(coordinator.user.pk))
    assert Notice.objects.filter(user=coordinator.user, title__startswith="You are named as recommending together").exists()
    assert "Wren Worker" in Reading(manager).get(f"{at(contact)}sign-off/")
    assert "together with Rafe Coordinator" in Reading(manager).get(f"{at(contact)}sign-off/")
    for one in (worker, coordinator):
        Reading(one).forbidden(f"{at(contact)}sign-off/", line=str(line.pk))
    decide = {"line": str(line.pk), f"{line.pk}-version": "1", f"{line.pk}-answer": "otherwise", f"{line.pk}-outcome": "early_help"}
    changed = Reading(manager).refused(f"{at(contact)}sign-off/", **decide)
    assert "Give your reasons." in changed
    Reading(manager).save(f"{at(contact)}sign-off/", **decide, **{f"{line.pk}-words": "Early help will do"})
    line.refresh_from_db()
    assert line.outcome == "early_help"
    second = receive(worker, child("Bea", "Okoro"))
    other = second.lines.get()
    analysed(coordinator, second)
    path, given = recommend(coordinator, other, together=str(worker.user.pk))
    Reading(coordinator).save(path, **given)
    approve = {"line": str(other.pk), f"{other.pk}-version": "1", f"{other.pk}-answer": "approve"}
    Reading(manager).save(f"{at(second)}sign-off/", **approve)
    other.refresh_from_db()
    assert other.outcome == "assessment"


@pytest.mark.requirement("WOK-MASH-18")
def test_whoever_recommended_together_may_not_decide_even_holding_the_managers_role_too(worker, manager):
    from hearth.foundation.access.models import RoleHeld
    from hearth.foundation.access.readers import Reader

    both = staff("Bo Both", "referral_coordinator", "duty")
    RoleHeld.objects.create(user=both.user, role="manager", team="duty", starts_at=worktime.now())
    both = Reader(both.user)
    contact = receive(worker)
    line = contact.lines.get()
    analysed(worker, contact)
    path, given = recommend(worker, line, together=str(both.user.pk))
    Reading(worker).save(path, **given)
    with pytest.raises(Refused):
        actions.decide(both, line.pk, version=1, shown={})
    assert AccessLog.objects.filter(what="refusal", user_id=both.id).count() == 1
    assert f"contact {contact.number}" not in Reading(both).get("/front-door/sign-off/").lower()


def test_with_nobody_of_the_other_role_on_duty_a_child_does_not_wait_and_it_is_flagged(worker):
    contact = receive(worker)
    analysed(worker, contact)
    path, given = recommend(worker, contact.lines.get())
    Reading(worker).save(path, **given)
    assert contact.flags.get().words == "Recommended by one person alone: no Referral Co-ordinator was on duty."


@pytest.mark.requirement("WOK-MASH-19")
def test_the_decision_is_due_24_hours_after_the_recommendation_beside_24_hours_from_the_contact(worker, coordinator):
    with worktime.frozen("2026-06-01T10:00"):
        contact = receive(worker)
    with worktime.frozen("2026-06-01T16:00"):
        analysed(worker, contact)
        path, given = recommend(worker, contact.lines.get(), together=str(coordinator.user.pk))
        Reading(worker).save(path, **given)
        shown = Reading(worker).get(at(contact)).split("What is due", 1)[1].split("On this page", 1)[0]
    assert "Decide within 24 hours of the recommendation : by 16:00 tomorrow" in shown
    from_contact = shown.split("Decide about an assessment within 24 hours of the contact", 1)[1].split("Decide within", 1)[0]
    assert from_contact.startswith(" : by 10:00 tomorrow")
    assert "The stricter limit" in from_contact
    assert "The stricter limit" not in shown.split("Decide within 24 hours of the recommendation", 1)[1].split("Decide", 1)[0]


@pytest.mark.requirement("WOK-MASH-21")
def test_the_duty_manager_adds_further_actions_with_owner_and_date_to_the_decision_page(worker, coordinator, manager):
    contact = receive(worker)
    analysed(worker, contact)
    path, given = recommend(worker, contact.lines.get(), together=str(coordinator.user.pk))
    Reading(worker).save(path, **given)
    form = f"{at(contact)}further-action/"
    assert "Say what is to be done." in Reading(manager).refused(form, what=" ", owner=str(worker.user.pk), due_on="3 6 2026")
    assert "Select by whom" in Reading(manager).refused(form, what="Ring the GP", due_on="3 6 2026")
    assert "Enter by when" in Reading(manager).refused(form, what="Ring the GP", owner=str(worker.user.pk))
    Reading(worker).forbidden(form, what="Ring the GP", owner=str(worker.user.pk), due_on="3 6 2026")
    assert not FurtherAction.objects.exists()
    Reading(manager).save(form, what="Ring the GP", owner=str(worker.user.pk), due_on="3 6 2026")
    listed = "Ring the GP: Wren Worker, by 3 June 2026, added by Mara Manager."
    assert listed in Reading(manager).get(f"{at(contact)}sign-off/")
    assert Notice.objects.filter(user=worker.user, title=f"Something is for you to do on contact {contact.number}").exists()
    with worktime.frozen("2026-06-04T09:00"):
        assert f"{listed} Late" in Reading(worker).get(at(contact))
        made = FurtherAction.objects.get()
        Reading(worker).save(f"{at(contact)}further-actions/{made.pk}/done/", done_words="Rang at nine")
        assert "Done, Wren Worker, 09:00 today: Rang at nine" in Reading(worker).get(at(contact))


def test_a_further_action_sent_twice_is_made_once(worker, manager):
    contact = receive(worker)
    number = uuid.uuid4()
    for _ in range(2):
        consent.add_further_action(
            manager, contact.pk, what="Ring the GP", owner=worker.user, due_on=worktime.today(), request_id=number
        )
    assert FurtherAction.objects.count() == 1


@pytest.mark.requirement("WOK-ROL-01")
def test_the_duty_manager_sees_the_triage_list_and_decision_buttons_and_a_social_worker_does_not(worker, coordinator, manager):
    contact = receive(worker)
    analysed(worker, contact)
    path, given = recommend(worker, contact.lines.get(), together=str(coordinator.user.pk))
    Reading(worker).save(path, **given)
    receive(worker, child("Bea", "Okoro"))
    assert "Awaiting triage" in Reading(manager).get("/front-door/screening/")
    assert "Awaiting triage" not in Reading(worker).get("/front-door/screening/")
    assert "Approve" in Reading(manager).get(f"{at(contact)}sign-off/")
    assert "Sign off" in Reading(manager).get(at(contact))
    assert Reading(worker).status(f"{at(contact)}sign-off/") == 403
    assert "Sign off" not in Reading(worker).get(at(contact))


@pytest.mark.requirement("WOK-ROL-03")
def test_a_safeguarding_administrator_adds_a_contact_and_starts_an_enquiry_but_neither_recommends_nor_decides(
    administrator, assistant, manager
):
    from hearth.people.models import Agency

    contact = receive(administrator, channel="form")
    consent.override_consent(assistant, contact.pk, overridden=True, rationale="Risk")
    police = Agency.objects.create(name="Thames Valley Police", kind="police")
    asked = {"whom": "agency", "agency": str(police.pk), "person_asked": "PC Bond", "question": "What do you hold?"}
    Reading(administrator).save(f"{at(contact)}enquiry/", **asked)
    line = contact.lines.get()
    path, given = recommend(administrator, line)
    Reading(administrator).forbidden(path, **given)
    Reading(administrator).forbidden(f"{at(contact)}sign-off/", line=str(line.pk))
    assert "Recommend an outcome" not in Reading(administrator).get(at(contact))
    for act in (actions.recommend, actions.decide):
        with pytest.raises(Refused):
            act(administrator, line.pk, **({"version": 1, "shown": {}} if act is actions.decide else given))


@pytest.mark.requirement("WOK-ROL-04")
def test_a_referral_coordinator_adds_chronology_and_recommendation_but_not_the_decision(worker, coordinator):
    contact = receive(worker)
    line = contact.lines.get()
    pages = Reading(coordinator)
    pages.save(f"/front-door/children/{line.pk}/earlier-involvement/", added="Known in Reading")
    assert "Added: Known in Reading" in pages.get(at(contact))
    analysed(coordinator, contact)
    path, given = recommend(coordinator, line, together=str(worker.user.pk))
    pages.save(path, **given)
    assert Recommendation.objects.get().by == coordinator.user
    pages.forbidden(f"{at(contact)}sign-off/", line=str(line.pk))
    with pytest.raises(Refused):
        actions.decide(coordinator, line.pk, version=1, shown={})


def test_the_locality_of_the_home_is_a_fact_from_its_postcode(worker, monkeypatch):
    from hearth.services.frontdoor import pack, weighing

    door = pack.front_door().model_copy(update={"postcodes": {"RG40": "centre", "RG40 1": "north"}})
    monkeypatch.setattr(weighing, "front_door", lambda: door)
    contact = receive(worker, child("Filip", "Kowalski", address="1 High Street", postcode="RG40 1BN"))
    known = weighing.known(contact)
    assert [own.get("locality") for own in known.children.values()] == ["north"]
    assert door.locality("RG41 2AA") == ""
    assert door.locality("rg402aa") == "centre"
