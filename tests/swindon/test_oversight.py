"""Screening's end, the manager's oversight and direction, messages about known and recently closed cases, and visitors."""

from datetime import date
from itertools import islice

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.models import AccessLog, Notice
from hearth.foundation.timeline.models import Event
from hearth.people import actions as people
from hearth.people.models import Relationship
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import basis, conversation, enquiries, managing, screening, visiting
from hearth.services.frontdoor.actions.kinds import KindDetails, set_kind
from hearth.services.frontdoor.models import Contact, Handling, HandOver, PotentialReferral, Visitor
from hearth.services.frontdoor.queries import record as record_queries
from tests.flow.support import web
from tests.record.conftest import Pages, at, words
from tests.record.test_kinds import allocated, closed_case
from tests.support.people import call, child, staff, strangers

pytestmark = pytest.mark.django_db
DONE = {"heading": "Hit by his father", "action_taken": "Rang the school; kept there until three."}


def screened(officer, contact):
    screening.answer_screening(officer, contact.pk, about="criteria", answer="yes")
    for system in ("social_care", "early_help", "education"):
        enquiries.record_check(officer, contact.pk, system=system, searched="Ada Novak", found="Nothing")


def support(officer, name=("Bilal", "Hussain"), **more):
    return actions.receive_contact(officer, call(child(*name), purpose="support", what_told="How do I get him to bed?", **more))


def advised(officer, contact):
    screening.answer_screening(officer, contact.pk, about="advice_only", answer="yes")
    conversation.give_advice(officer, contact.pk, kind="advice", what="Same hour each night.", to_whom="Mrs Hussain")


# -- the end of screening ----------------------------------------------------------------------------------------------


@pytest.mark.requirement("SWI-P2-13", "SWI-P2-30")
def test_passing_on_needs_a_heading_and_the_action_taken_and_the_list_shows_the_heading(officer, duty, phone):
    screened(officer, phone)
    pages = Pages(officer)
    assert "Describe the issue in a line." in pages.refused(phone, "screened", action_taken="Rang the school")
    assert "Write what has been done" in pages.refused(phone, "screened", heading="Hit by his father")
    phone.refresh_from_db()
    assert phone.stage == "screening" and not Handling.objects.exists()
    pages.save(phone, "screened", **DONE)
    listed = Pages(duty).get("screening/").split("Waiting for a social worker", 1)[1]
    assert f"10:00 today, contact {phone.number} : Hit by his father" in listed
    assert "Hit by his father: passed to the social workers by Ola Officer, 10:00 today: Rang the school" in Pages(duty).contact(
        phone
    )


@pytest.mark.requirement("SWI-P2-22")
def test_each_item_of_the_social_workers_list_begins_with_its_received_date_and_sorts_by_it(officer, duty):
    old = actions.receive_contact(officer, call(child("Ada", "Novak"), received_at=at("2026-05-29T09:00"), channel="letter"))
    new = actions.receive_contact(officer, call(child("Bilal", "Hussain")))
    screening.bring_in_worker(officer, new.pk, words="Asks for a social worker")
    with worktime.frozen("2026-06-01T10:10"):
        screening.bring_in_worker(officer, old.pk, words="A letter to follow up")
        raw = Pages(duty).client.get("/front-door/screening/").content.decode()
        waiting = raw.split("Waiting for a social worker", 1)[1].split("</ul>", 1)[0]
        items = [words(item).strip() for item in waiting.split("<li>")[1:]]
        assert items[0].startswith(f"10:00 today, contact {new.number}")
        assert items[1].startswith(f"09:00 on Fri 29 May, contact {old.number}")
        assert "?sort=received" in waiting + raw
        listed = Pages(duty).get("screening/?sort=received")
    assert listed.index(f"contact {old.number}") < listed.index(f"contact {new.number}")


@pytest.mark.requirement("SWI-REF-14")
def test_the_social_workers_list_shows_consent_before_any_call_to_the_family(officer, duty, manager, receiver):
    from hearth.services.frontdoor.models import Referral
    from tests.flow.support import decided

    names = [("Ada", "Novak"), ("Bilal", "Hussain"), ("Cerys", "Pugh")]
    said = {"agrees": "told, and agrees", "refused": "told, and has not agreed", "": "not asked yet"}
    made = {}
    for name, (answer, shown) in zip(names, said.items(), strict=True):
        contact = actions.receive_contact(officer, call(child(*name)))
        if answer:
            asked = {"asked_by": "Ola Officer", "asked_at": at("2026-06-01T09:50"), "how": "by phone"}
            basis.record_family_view(officer, contact.pk, about="Mother", answer=answer, **asked)
        screening.bring_in_worker(officer, contact.pk, words="A worry")
        made[contact] = shown
    listed = Pages(duty).get("screening/")
    for contact, shown in made.items():
        assert f"family: {shown}" in listed.split(f"contact {contact.number}", 1)[1][:160]
        decided(duty, manager, contact, "referral")
        page = Pages(receiver).get(f"referrals/{Referral.objects.get(line__contact=contact).pk}/")
        assert (shown if shown != "not asked yet" else "Consent was not sought") in page


@pytest.mark.requirement("SWI-P2-20")
def test_ending_needs_the_action_taken_and_outcome_and_time_stand_on_the_childs_chronology(officer, duty):
    contact = support(officer)
    advised(officer, contact)
    pages = Pages(officer)
    assert "Write the action that was taken." in pages.refused(contact, "advice-only-end", route="telephone")
    assert "Say how whoever told us had the advice." in pages.refused(contact, "advice-only-end", action_taken="Advised")
    contact.refresh_from_db()
    assert contact.is_open and not Handling.objects.exists()
    with worktime.frozen("2026-06-01T10:25"):
        pages.save(contact, "advice-only-end", action_taken="Advised her on bedtimes.", route="telephone")
        page = words(web(duty).get(f"/people/{contact.lines.get().person_id}/").content)
    assert "10:25 today Screening ended: advice given Ola Officer" in page
    with pytest.raises(Invalid, match="closed"):
        screening.end_with_advice_only(officer, contact.pk, action_taken="Twice", route="telephone")


@pytest.mark.requirement("SWI-P2-28")
def test_advice_alone_ends_with_outcome_time_and_officer_untransferred_and_stays_on_the_managers_board(officer, manager):
    contact = support(officer)
    advised(officer, contact)
    with worktime.frozen("2026-06-01T10:25"):
        screening.end_with_advice_only(officer, contact.pk, action_taken="Advised her on bedtimes.", route="telephone")
        page = Pages(officer).contact(contact)
        board = Pages(manager).get("oversight/")
    contact.refresh_from_db()
    assert contact.stage == "closed"
    assert "Ended with advice by Ola Officer, 10:25 today: Advised her on bedtimes." in page
    assert not contact.transfers.exists() and not HandOver.objects.exists() and not contact.worker_calls.exists()
    assert "Bilal Hussain" in board and "ended with advice only" in board


@pytest.mark.requirement("SWI-SVC-11")
def test_a_concern_is_not_ended_by_an_officer_and_needs_a_social_workers_judgement(officer, duty, phone):
    advised(officer, phone)
    pages = Pages(officer)
    concern = "a social worker judges it before it can end"
    assert concern in pages.refused(phone, "advice-only-end", action_taken="Advised", route="telephone")
    assert concern in pages.refused(phone, "kind/not_ours", redirected="passed", organisation="Housing")
    with pytest.raises(Invalid, match="decide the outcome for every child"):
        actions.close_contact(officer, phone.pk)
    urgent = support(officer)
    advised(officer, urgent)
    screening.raise_immediate(officer, urgent.pk)
    with pytest.raises(Invalid):
        screening.end_with_advice_only(officer, urgent.pk, action_taken="Advised", route="telephone")
    for contact in (phone, urgent):
        contact.refresh_from_db()
        assert contact.is_open
        with pytest.raises(Refused):
            actions.recommend(officer, contact.lines.get().pk, outcome="advice", reasons="x", significant_harm="neither")


def test_ending_with_advice_asks_first_what_makes_it_right(officer, phone):
    contact = support(officer)
    for missing in ("Answer first whether only advice", "Record the advice first"):
        with pytest.raises(Invalid, match=missing):
            screening.end_with_advice_only(officer, contact.pk, action_taken="Advised", route="telephone")
        screening.answer_screening(officer, contact.pk, about="advice_only", answer="yes")
    with pytest.raises(Refused):
        reader = staff("Loc Worker", "area_social_worker", "community_social_work")
        screening.end_with_advice_only(reader, contact.pk, action_taken="Advised", route="telephone")
    assert AccessLog.objects.filter(what="refusal").exists()


# -- the manager's oversight -------------------------------------------------------------------------------------------


@pytest.mark.requirement("SWI-SVC-10")
def test_the_managers_board_shows_every_contact_with_age_stage_holder_and_whether_it_was_seen(officer, duty, manager, phone):
    advice = support(officer)
    advised(officer, advice)
    screening.end_with_advice_only(officer, advice.pk, action_taken="Advised", route="telephone")
    actions.take_contact(duty, phone.pk)
    with worktime.frozen("2026-06-01T12:10"):
        Pages(manager).save(phone, "manager-seen")
        board = Pages(manager).get("oversight/")
    parts = {one: board.split(name, 1)[1].split("Mark as seen", 1)[0] for one, name in ((phone, "Ada"), (advice, "Bilal"))}
    assert "with a social worker · with Dee Duty" in parts[phone]
    assert "Received 2 hours 10 minutes ago." in parts[phone]
    assert "Seen by manager: yes, Ash Manager, 12:10 today." in parts[phone]
    assert "ended with advice only · with Ola Officer" in parts[advice]
    assert "Seen by manager: no." in parts[advice]
    with worktime.frozen("2026-06-02T09:00"):
        Pages(manager).save(advice, "manager-seen")
        assert "Seen by manager: yes, Ash Manager, 09:00 today." in Pages(manager).get("oversight/").split("Bilal", 1)[1]
    with pytest.raises(Refused):
        managing.review_contact(officer, phone.pk)
    assert web(officer).get("/front-door/oversight/").status_code == 403


@pytest.mark.requirement("SWI-P2-34")
@pytest.mark.parametrize("channel", ["email", "secure_email"])
def test_each_referral_of_the_mailbox_alerts_the_manager_once_and_shows_whether_it_was_seen(officer, manager, channel):
    contact = actions.receive_contact(officer, call(child("Bea", "Okoro", 6), channel=channel))
    actions.receive_contact(officer, call(child("Cerys", "Pugh")))
    alerts = Notice.objects.filter(user=manager.user, key__startswith="mailbox")
    assert [one.subject_id for one in alerts] == [contact.pk]
    assert "Okoro" not in alerts.get().title
    assert "Seen by manager: no." in Pages(officer).contact(contact)
    with worktime.frozen("2026-06-01T10:30"):
        Pages(manager).save(contact, "manager-seen", direction="Ring the school")
        assert "Seen by manager: yes, Ash Manager, 10:30 today." in Pages(officer).contact(contact)
    assert alerts.count() == 1


@pytest.mark.requirement("SWI-P2-04", "SWI-P2-05")
def test_a_secure_message_about_a_known_child_has_number_and_siblings_and_waits_for_a_direction(officer, manager, phone):
    ada = phone.lines.get().person
    brother = people.identify(officer, child("Jan", "Novak", 12))
    Relationship.objects.create(person=ada, relative=brother, kind="sibling")
    secure = actions.receive_contact(officer, call(ada, channel="secure_email"))
    raw = Pages(officer).client.get(f"/front-door/contacts/{secure.pk}/").content.decode()
    heading = words(raw[raw.index("<h1") : raw.index("</h1>")])
    assert f"Ada Novak, record {ada.number}" in heading and "Brothers and sisters: Jan Novak" in heading
    assert "Awaiting manager review" in Pages(officer).contact(secure)
    assert "Awaiting manager review" in Pages(manager).get("oversight/")
    assert "The manager reviews a secure e-mail about a known child" in Pages(officer).contact(secure).split("What we were", 1)[0]
    assert "Say what is to be done with this message." in Pages(manager).refused(secure, "manager-seen", direction="")
    Pages(manager).save(secure, "manager-seen", direction="Pass it to her last worker.")
    page = Pages(officer).contact(secure)
    assert "Awaiting manager review" not in page
    assert "Direction from Ash Manager, 10:00 today: Pass it to her last worker." in page
    unknown = actions.receive_contact(officer, call(child("Cerys", "Pugh"), channel="secure_email"))
    assert "Awaiting manager review" not in Pages(officer).contact(unknown)


@pytest.mark.requirement("SWI-P2-01", "SWI-AIO-02")
def test_an_officers_list_shows_what_they_hold_with_stage_age_and_the_managers_direction(officer, manager, duty):
    contact = actions.receive_contact(duty, call(child("Bea", "Okoro", 6), channel="email"))
    path = f"/front-door/contacts/{contact.pk}/allocate/"
    given = {"worker": str(officer.id), "direction": "Ring the school before ten thirty"}
    assert web(officer).post(path, given).status_code == 403
    assert web(manager).post(path, given).status_code == 302
    with worktime.frozen("2026-06-01T12:05"):
        listed = words(web(officer).get("/my-work/").content)
    assert "Bea Okoro, about 6 Ash Manager asks: Ring the school before ten thirty." in listed
    assert "Screening, received 2 hours 5 minutes ago" in listed.split("Bea Okoro", 1)[1]
    assert "gave it to Ola Officer, 10:00 today: Ring the school" in Pages(officer).contact(contact)


# -- a case closed lately ----------------------------------------------------------------------------------------------


@pytest.mark.requirement("SWI-P2-06")
def test_a_safeguarding_issue_on_a_closed_case_names_the_duty_manager_and_needs_the_time_of_the_call(officer, manager):
    ada = people.identify(officer, child("Ada", "Novak"))
    closed_case(officer, ada)
    contact = actions.receive_contact(officer, call(ada))
    said = Pages(officer).refused(contact, "kind/closed_recently", safeguarding="on")
    assert "Telephone Ash Manager on 01793 466903 first, and enter when." in said
    assert not PotentialReferral.objects.exists() and not contact.hand_overs.exists()
    Pages(officer).save(contact, "kind/closed_recently", safeguarding="on", manager_called_at="09:58")
    called = Event.objects.get(kind="contact.duty_manager_called")
    assert called.happened_at == at("2026-06-01T09:58")
    assert PotentialReferral.objects.count() == 1
    page = Pages(officer).contact(contact)
    assert "The duty manager was telephoned" in page and "Telephone the duty manager about safeguarding" in page


@pytest.mark.requirement("SWI-P2-08", "SWI-P2-09")
def test_the_last_worker_and_then_their_manager_are_written_to_and_both_are_logged(officer):
    holder = staff("Hal Holder", "area_social_worker", "assessment")
    theirs = staff("Tam Manager", "team_manager", "assessment")
    ada = people.identify(officer, child("Ada", "Novak"))
    closed_case(officer, ada, holder)
    contact = actions.receive_contact(officer, call(ada))
    set_kind(officer, contact.pk, kind="closed_recently")
    for reader in (holder, theirs):
        assert Notice.objects.filter(user=reader.user, subject_id=contact.pk, key__startswith="recent").count() == 1
    logged = Event.objects.filter(kind="contact.earlier_worker_told").order_by("id")
    assert [one.data["whom"] for one in logged] == ["worker", "manager"]
    page = Pages(officer).contact(contact)
    assert "The earlier worker was told of the new contact" in page and "The earlier manager was told of the new contact" in page
    assert "Last worker Hal Holder, told." in page and "Manager Tam Manager, told." in page
    holder.user.is_active = False
    holder.user.save()
    ben = people.identify(officer, child("Ben", "Zielinski", 4))
    closed_case(officer, ben, holder)
    second = actions.receive_contact(officer, call(ben))
    set_kind(officer, second.pk, kind="closed_recently", details=KindDetails())
    assert "Last worker Hal Holder, who has left." in Pages(officer).contact(second)
    told = Event.objects.filter(kind="contact.earlier_worker_told", home__subject_id=second.pk)
    assert [one.data["whom"] for one in told] == ["manager"]


@pytest.mark.requirement("SWI-P2-18")
def test_the_team_managers_list_shows_the_copied_contact_and_when_it_was_read(officer):
    holder = staff("Hal Holder", "area_social_worker", "assessment")
    theirs = staff("Tam Manager", "team_manager", "assessment")
    ada = people.identify(officer, child("Ada", "Novak"))
    allocated(ada, holder.user)
    contact = actions.receive_contact(officer, call(ada))
    set_kind(officer, contact.pk, kind="has_worker")
    title = f"Copy: contact {contact.number} was passed to Hal Holder"
    assert title in words(web(theirs).get("/my-work/").content)
    with worktime.frozen("2026-06-01T11:20"):
        copy = Notice.objects.get(user=theirs.user, key__startswith="copy:")
        web(theirs).post(f"/access/notices/{copy.pk}/read/")
        listed = words(web(theirs).get("/my-work/").content)
    assert f"{title} read 11:20 today" in listed


# -- visitors ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def reception():
    return staff("Rae Reception", "front_of_house", "fcp")


@pytest.mark.requirement("SWI-CHA-10", "SWI-CHA-11")
def test_a_visitor_waits_in_the_front_doors_sight_until_room_and_worker_are_named(reception, officer, duty):
    asks = {"name": "Mrs Pugh", "asked_for": "a social worker"}
    assert "Write the visitor" in words(Pages(reception).post("visitors/", asked_for="a social worker").content)
    assert Pages(reception).post("visitors/", **asks).status_code == 302
    for page in (Pages(duty).get("screening/"), Pages(officer).get("visitors/")):
        assert "Waiting Mrs Pugh, asked for a social worker" in page and "10:00 today" in page
    raw = Pages(officer).client.get("/front-door/visitors/").content.decode()
    assert "/front-door/call/?channel=in_person" in raw
    visitor = Visitor.objects.get()
    path = f"visitors/{visitor.pk}/place/"
    assert Pages(officer).post(path, room="Room 2", worker="").status_code == 302
    assert "Waiting Mrs Pugh" in Pages(officer).get("visitors/")
    with worktime.frozen("2026-06-01T10:12"):
        assert Pages(officer).post(path, room="Room 2", worker="Dee Duty").status_code == 302
        page = Pages(duty).get("visitors/")
    assert "In interview Mrs Pugh" in page and "Room: Room 2. Worker: Dee Duty. In interview since 10:12 today." in page
    visiting.visitor_left(reception, visitor.pk)
    assert "Nobody waits at reception." in Pages(officer).get("visitors/")
    with pytest.raises(Invalid, match="no longer here"):
        visiting.place_visitor(officer, visitor.pk, room="Room 3", worker="")


@pytest.mark.requirement("SWI-SWR-11")
def test_reception_sees_the_waiting_list_and_rooms_only(reception, officer, phone):
    visitor = visiting.log_visitor(reception, name="Mrs Pugh", asked_for="a social worker")
    visiting.place_visitor(officer, visitor.pk, room="Room 2", worker="Dee Duty")
    page = Pages(reception).get("visitors/")
    assert "Mrs Pugh" in page and "Room 2" in page and "Record as a contact" not in page
    person = phone.lines.get().person_id
    for path in ("/people/", f"/people/{person}/", "/front-door/", f"/front-door/contacts/{phone.pk}/", "/front-door/screening/"):
        assert web(reception).get(path).status_code in (403, 404), path
    assert AccessLog.objects.filter(what="refusal", user_id=reception.id).exists()
    assert reception.capabilities == {"frontdoor.reception": "all"}


def test_the_lists_keep_their_number_of_queries(officer, duty, manager, django_assert_max_num_queries):
    for somebody in islice(strangers(), 6):
        contact = actions.receive_contact(officer, call(somebody, channel="email"))
        screening.bring_in_worker(officer, contact.pk, words="A worry")
        managing.review_contact(manager, contact.pk, direction="Ring")
    with django_assert_max_num_queries(20):
        record_queries.screening_lists(duty)
    from hearth.services.frontdoor.queries.managing import overseen

    with django_assert_max_num_queries(16):
        assert len(overseen(manager).object_list) == 6
    assert Contact.objects.count() == 6 and date(2026, 6, 1) == worktime.today()
