"""Kinds of contact and the way each goes."""

from datetime import date

import pytest

from hearth.foundation import packs, worktime
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.models import AccessLog, Involvement, Notice
from hearth.foundation.timeline.models import Event
from hearth.people import actions as people
from hearth.people.models import ServiceEpisode
from hearth.services.frontdoor import actions, queries
from hearth.services.frontdoor.actions import kinds, linking
from hearth.services.frontdoor.actions.kinds import KindDetails, set_kind
from hearth.services.frontdoor.models import KindRecord, PotentialReferral
from hearth.services.frontdoor.suggesting import suggest_kind
from tests.record.conftest import Pages, at
from tests.support.people import call, child, staff

pytestmark = pytest.mark.django_db


def allocated(person, user, team_role="allocated_worker", *, ended=None):
    return Involvement.objects.create(
        kind="person", subject_id=person.pk, role=team_role, user=user, starts_at=at("2026-01-05T09:00"), ends_at=ended
    )


@pytest.mark.requirement("SWI-P2-17")
def test_a_child_with_a_worker_goes_to_the_case_holder_who_accepts(officer, assistant_manager):
    holder = staff("Hal Holder", "area_social_worker", "assessment")
    ada = people.identify(officer, child("Ada", "Novak"))
    allocated(ada, holder.user)
    contact = actions.receive_contact(officer, call(ada))
    page = Pages(officer).contact(contact)
    assert "What is known suggests another kind: open to Hal Holder" in page
    Pages(officer).save(contact, "kind/has_worker")
    waiting = Pages(holder).get("incoming/")
    assert f"Contact {contact.number}" in waiting
    assert "Received 10:00 today" in waiting
    line = next(one for one in queries.queue(officer) if one.contact.pk == contact.pk)
    assert line.holding.startswith("passed to Assessment and Child Protection Team, not accepted since")
    offered = contact.hand_overs.get()
    assert (offered.to_user, offered.accepted_by) == (holder.user, None)
    actions.accept_hand_over(holder, offered.pk)
    assert contact.hand_overs.get().accepted_by == holder.user


def test_the_case_holders_manager_gets_a_copy_and_a_child_without_a_worker_is_not_passed(officer):
    holder = staff("Hal Holder", "area_social_worker", "assessment")
    theirs = staff("Tam Manager", "team_manager", "assessment")
    ada = people.identify(officer, child("Ada", "Novak"))
    contact = actions.receive_contact(officer, call(ada))
    with pytest.raises(Invalid, match="No child on this contact has a worker"):
        set_kind(officer, contact.pk, kind="has_worker")
    assert KindRecord.objects.count() == 0
    allocated(ada, holder.user)
    set_kind(officer, contact.pk, kind="has_worker")
    copy = Notice.objects.get(user=theirs.user, key__startswith="copy:")
    assert (copy.subject_id, copy.read_at) == (contact.pk, None)
    assert "Novak" not in copy.title


@pytest.mark.requirement("SWI-P2-19")
def test_a_caseholder_is_offered_and_a_lead_professional_is_shown_through_background_gathering(officer):
    holder = staff("Hal Holder", "area_social_worker", "assessment")
    lead = staff("Lou Lead", "area_social_worker", "early_help_north")
    ada, ben = people.identify(officer, child("Ada", "Novak")), people.identify(officer, child("Ben", "Zielinski", 4))
    allocated(ada, holder.user)
    allocated(ben, lead.user, "lead_professional")
    with_worker = actions.receive_contact(officer, call(ada))
    assert suggest_kind(officer, with_worker).kind == "has_worker"
    early = actions.receive_contact(officer, call(ben))
    assert suggest_kind(officer, early).kind == "step_up"
    set_kind(officer, early.pk, kind="step_up")
    page = Pages(officer).contact(early)
    assert "Lead professional: Lou Lead" in page
    assert "Still to search, or to explain: Children's social care records" in page.replace("&#39;", "'")
    assert not early.hand_overs.exists()
    early.refresh_from_db()
    assert early.stage == "screening"


def closed_case(officer, person, worker=None):
    ServiceEpisode.objects.create(
        person=person,
        service="child_in_need",
        team="assessment",
        opened_on=date(2025, 9, 1),
        closed_on=date(2026, 3, 10),
    )
    if worker:
        allocated(person, worker.user, ended=at("2026-03-10T16:00"))


@pytest.mark.requirement("SWI-P2-07")
def test_closed_on_10_march_a_contact_on_10_june_opens_a_new_record_and_11_june_does_not(officer):
    ada = people.identify(officer, child("Ada", "Novak"))
    closed_case(officer, ada)
    with worktime.frozen("2026-06-10T10:00"):
        recent = actions.receive_contact(officer, call(ada))
        assert suggest_kind(officer, recent).kind == "closed_recently"
        Pages(officer).save(recent, "kind/closed_recently")
        record = PotentialReferral.objects.get()
        assert (record.contact, record.person, record.closed_on) == (recent, ada, date(2026, 3, 10))
        assert "New referral record, potential referral: Ada Novak" in Pages(officer).contact(recent)
        recent.closed_at = worktime.now()
        recent.save()
    with worktime.frozen("2026-06-11T10:00"):
        ordinary = actions.receive_contact(officer, call(ada))
        assert suggest_kind(officer, ordinary).kind == "new_worry"
        assert "new referral record" in Pages(officer).refused(ordinary, "kind/closed_recently")
    assert PotentialReferral.objects.count() == 1


def test_the_last_worker_and_their_manager_hear_and_one_who_has_left_is_said_to_have(officer):
    holder = staff("Hal Holder", "area_social_worker", "assessment")
    theirs = staff("Tam Manager", "team_manager", "assessment")
    ada = people.identify(officer, child("Ada", "Novak"))
    closed_case(officer, ada, holder)
    contact = actions.receive_contact(officer, call(ada))
    set_kind(officer, contact.pk, kind="closed_recently")
    assert Notice.objects.filter(user=holder.user, subject_id=contact.pk, key__startswith="recent").count() == 1
    assert Notice.objects.filter(user=theirs.user, subject_id=contact.pk, key__startswith="recent").count() == 1
    page = Pages(officer).contact(contact)
    assert "Last worker Hal Holder, told." in page
    assert "Manager Tam Manager, told." in page
    holder.user.is_active = False
    holder.user.save()
    ben = people.identify(officer, child("Ben", "Zielinski", 4))
    closed_case(officer, ben, holder)
    second = actions.receive_contact(officer, call(ben))
    set_kind(officer, second.pk, kind="closed_recently")
    assert "Last worker Hal Holder, who has left." in Pages(officer).contact(second)
    assert not Notice.objects.filter(user=holder.user, subject_id=second.pk, key__startswith="recent").exists()


def test_more_on_an_open_contact_reopens_its_urgency_until_answered(worker, manager, contact):
    filip = contact.lines.get().person
    more = actions.receive_contact(worker, call(filip, referrer_name="A neighbour"))
    assert suggest_kind(worker, more).kind == "more_on_open"
    pages = Pages(worker)
    pages.save(more, "kind/more_on_open", open_contact=str(contact.pk))
    contact.refresh_from_db()
    more.refresh_from_db()
    assert more.added_to == contact
    assert more.tellings.get().name == "A neighbour"
    assert "Urgency to be looked at again" in pages.contact(contact)
    assert Event.objects.filter(kind="contact.new_information").count() == 1
    actions.set_grade(worker, contact.pk, grade="amber", reasons="A second voice says the same.")
    assert "Urgency to be looked at again" not in pages.contact(contact)
    assert Event.objects.filter(kind="contact.urgency_reviewed").count() == 1


def test_urgency_may_also_stay_as_it_is_and_only_once(worker, manager, contact):
    more = actions.receive_contact(worker, call(contact.lines.get().person))
    linking.link_contacts(worker, more.pk, contact_number=contact.number)
    linking.keep_urgency(worker, contact.pk)
    with pytest.raises(Invalid, match="Nothing new"):
        linking.keep_urgency(worker, contact.pk)


@pytest.mark.requirement("SWI-P1-08")
def test_not_for_childrens_services_is_passed_or_answered_closes_and_counts_as_redirected(officer):
    pages = Pages(officer)
    empty = call(purpose="support", what_told="Whom do I ask about a blocked drain?")
    one, two = actions.receive_contact(officer, kind_of(empty)), actions.receive_contact(officer, kind_of(empty))
    assert "Say whether it was passed to another service" in pages.refused(one, "kind/not_ours")
    assert "Name the service it was passed to" in pages.refused(one, "kind/not_ours", redirected="passed")
    pages.save(one, "kind/not_ours", redirected="passed", organisation="Highways")
    assert "Write the information" in pages.refused(two, "kind/not_ours", redirected="information")
    pages.save(two, "kind/not_ours", redirected="information", told="Their number was given.")
    for contact in (one, two):
        contact.refresh_from_db()
        assert (contact.stage, contact.is_open) == ("closed", False)
    actions.receive_contact(officer, call(child("Ada", "Novak")))
    counted = pages.get("counted/")
    assert "Contacts about a child, all kinds 1" in counted
    assert "Redirected, not for children's services 2" in counted


def kind_of(new, kind="information"):
    from dataclasses import replace

    return replace(new, kind=kind)


def test_a_child_protection_matter_is_never_redirected(worker):
    contact = actions.receive_contact(worker, call(child("Ada", "Novak"), child_protection=True))
    with pytest.raises(Invalid, match="cannot be passed on as not ours"):
        set_kind(worker, contact.pk, kind="not_ours", details=KindDetails(redirected="passed", organisation="Housing"))
    contact.refresh_from_db()
    assert contact.is_open
    assert contact.kind == "new_worry"


@pytest.mark.requirement("SOT-TRN-63")
def test_a_consultation_is_logged_without_a_child_and_counted_beside_contacts(worker):
    pages = Pages(worker)
    contact = actions.receive_contact(worker, kind_of(call(what_told="When do I refer?"), "consultation"))
    said = {"question": "When do I refer?", "told": "Look at the Pathways Document.", "harm_described": "no"}
    pages.save(contact, "kind/consultation", **said, ended_with="advice")
    assert contact.lines.count() == 0
    assert contact.referrer_kind == "professional"
    actions.receive_contact(worker, call(child("Ada", "Novak")))
    counted = pages.get("counted/")
    assert "Consultations 1" in counted
    assert "Contacts about a child, all kinds 1" in counted


def test_where_harm_is_described_the_name_is_asked(worker):
    contact = actions.receive_contact(worker, kind_of(call(what_told="A child was hit."), "consultation"))
    said = {"question": "What now?", "told": "Tell us who.", "harm_described": "yes"}
    pages = Pages(worker)
    assert "Harm was described, so ask the child" in pages.refused(contact, "kind/consultation", **said)
    assert "name the child on this contact first" in pages.refused(contact, "kind/consultation", **said, name_asked="given")
    pages.save(contact, "kind/consultation", **said, name_asked="refused")
    assert contact.kinds.get().name_asked == "refused"


def test_kinds_that_need_a_name_or_a_date_say_so(worker, contact):
    pages = Pages(worker)
    assert "Name the other authority" in pages.refused(contact, "kind/moving_in")
    pages.save(contact, "kind/moving_in", organisation="Portsmouth", told="Their duty worker, by telephone at 9")
    assert "Portsmouth" in pages.contact(contact)
    assert "Name the court" in pages.refused(contact, "kind/section_7_37")
    pages.save(contact, "kind/section_7_37", organisation="Southampton Family Court", due_on="1 9 2026")
    assert "Say who asks" in pages.refused(contact, "kind/information")
    assert "No unborn child is named" in pages.refused(contact, "kind/unborn")
    pages.save(contact, "kind/private_fostering")
    assert [one.kind for one in contact.kinds.all()] == ["moving_in", "section_7_37", "private_fostering"]


def test_changing_the_kind_is_refused_and_logged_without_permission_and_repeated_harmlessly(worker, contact):
    import uuid

    adviser = staff("Perry Police", "team_manager", "bis")
    with pytest.raises(Refused):
        set_kind(adviser, contact.pk, kind="new_worry")
    assert AccessLog.objects.filter(what="refusal", user_id=adviser.id).exists()
    number = uuid.uuid4()
    first = set_kind(worker, contact.pk, kind="new_worry", request_id=number)
    assert set_kind(worker, contact.pk, kind="new_worry", request_id=number) == first
    assert KindRecord.objects.count() == 1
    with pytest.raises(Invalid):
        set_kind(worker, contact.pk, kind="no_such_kind")


def test_under_a_pack_that_asks_it_the_duty_manager_is_called_first(worker, manager, monkeypatch):
    from hearth.services.frontdoor.pack import front_door

    monkeypatch.setattr(kinds, "front_door", lambda: front_door().model_copy(update={"duty_call_for_recent": True}))
    ada = people.identify(worker, child("Ada", "Novak"))
    closed_case(worker, ada)
    contact = actions.receive_contact(worker, call(ada))
    with pytest.raises(Invalid, match="Telephone Mara Manager on"):
        set_kind(worker, contact.pk, kind="closed_recently")
    set_kind(worker, contact.pk, kind="closed_recently", details=KindDetails(manager_called_at=at("2026-06-01T09:55")))
    assert packs.active().name == "southampton"
    assert PotentialReferral.objects.count() == 1


def test_a_name_given_in_a_consultation_goes_on_the_contact_with_the_conversation(worker):
    known_child = people.identify(worker, child("Ada", "Novak"))
    contact = actions.receive_contact(worker, kind_of(call(what_told="A child was hit."), "consultation"))
    pages = Pages(worker)
    given = {"child-kind": "child", "child-forenames": "Ada", "child-surname": "Novak", "child-age": "9"}
    given |= {"child-safe_now": "not_asked", "child-where_now": "At school"}
    page = pages.refused(contact, "name-child", **given)
    assert "Say whether this is one of the people already known." in page
    assert "Is this one of the people already known?" in page
    pages.save(contact, "name-child", **given, **{"child-person": str(known_child.pk)})
    assert contact.lines.get().person == known_child
    assert "named twice" in pages.refused(contact, "name-child", **given, **{"child-person": str(known_child.pk)})
    said = {"question": "What now?", "told": "Come to us at once.", "harm_described": "yes", "name_asked": "given"}
    pages.save(contact, "kind/consultation", **said, ended_with="assessment")
    contact.refresh_from_db()
    assert "Advice given: Come to us at once." in contact.what_told
