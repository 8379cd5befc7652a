"""Signing off: both names and times, returned and answered, decided again as a new version, the manager's board."""

import uuid

import pytest
from django.db import DatabaseError, transaction

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, Refused, Stale
from hearth.services.frontdoor import actions, queries
from hearth.services.frontdoor.actions.kinds import KindDetails, set_kind
from hearth.services.frontdoor.models import Decision
from tests.flow.support import at, decided, parent, received, recommended, web
from tests.support.people import child, recommend_analysed, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def fcp(swindon):
    return staff("Wren Worker", "social_worker", "fcp"), staff("Mara Manager", "manager", "fcp")


def post(reader, contact, line, answer, **more):
    prefix = str(line.pk)
    data = {f"{prefix}-{name}": value for name, value in ({"version": "1", "answer": answer} | more).items()}
    return web(reader).post(f"/front-door/contacts/{contact.pk}/sign-off/", data | {"line": prefix})


@pytest.mark.requirement("SWI-SST-03")
def test_awaiting_verification_until_the_manager_then_final_with_both_names_and_times(fcp):
    worker, manager = fcp
    contact = received(worker)
    with worktime.frozen("2026-06-01T10:20"):
        recommended(worker, contact, "referral")
        page = web(worker).get(f"/front-door/contacts/{contact.pk}/").content.decode()
        assert "Awaiting verification" in page and ">Final<" not in page
    with worktime.frozen("2026-06-01T11:45"):
        assert post(manager, contact, contact.lines.get(), "approve").status_code == 302
        page = web(worker).get(f"/front-door/contacts/{contact.pk}/").content.decode()
    assert "Awaiting verification" not in page and ">Final<" in page
    assert "recommended by Wren Worker, 10:20 today" in page
    assert "by Mara Manager, Assistant Team Manager, 11:45 today" in page


@pytest.mark.requirement("SWI-P3-22")
def test_the_sign_off_list_shows_each_with_its_age_and_what_remains_of_24_hours(fcp):
    worker, manager = fcp
    contact = received(worker)
    with worktime.frozen("2026-06-01T23:30"):
        actions.record_protective_step(worker, contact.pk, what="Rang", done_by="Wren", done_at=worktime.now())
    with worktime.frozen("2026-06-02T07:00"):
        recommended(worker, contact, "referral")
    with worktime.frozen("2026-06-02T08:15"):
        page = web(manager).get("/front-door/sign-off/").content.decode()
    assert "waiting for 1 hour 15 minutes, recommended by Wren Worker" in page
    assert "Decide on the contact within 24 hours: due in 1 hour 45 minutes" in page


@pytest.mark.requirement("SWI-P3-23")
def test_signing_off_keeps_name_role_and_time_and_locks_the_words(fcp):
    worker, manager = fcp
    contact = received(worker)
    recommended(worker, contact, "referral")
    line = contact.lines.get()
    made = actions.decide(manager, line.pk, version=1, shown={})
    assert (made.by, made.role, made.at) == (manager.user, "manager", at("2026-06-01T10:00"))
    for change in (lambda: Decision.objects.update(reasons="Other words"), lambda: Decision.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    with pytest.raises(Invalid):
        actions.reopen_decision(manager, line.pk, reason="")
    with pytest.raises(Refused):
        actions.reopen_decision(worker, line.pk, reason="I was wrong")
    actions.reopen_decision(manager, line.pk, reason="His aunt has come forward")
    recommend_analysed(worker, line.pk, outcome="no_social_work", reasons="He lives with his aunt.", significant_harm="neither")
    actions.decide(manager, line.pk, version=2, shown={})
    [(first, second)] = queries.versions(contact.lines.all()).values()
    assert (first.decision.pk, first.decision.outcome, second.decision.outcome) == (made.pk, "referral", "no_social_work")
    assert second.recommendation.version == 2
    assert contact.hand_overs.get().withdrawn_at is not None
    page = web(worker).get(f"/front-door/contacts/{contact.pk}/").content.decode()
    assert "Version 1" in page and "Version 2" in page and "His aunt has come forward" in page


@pytest.mark.requirement("SWI-P3-25")
def test_returned_for_discussion_the_clock_runs_on_and_the_thread_shows_both_sides(fcp):
    worker, manager = fcp
    contact = received(worker)
    recommended(worker, contact, "no_social_work")
    line = contact.lines.get()
    assert "Return with words" in web(manager).get(f"/front-door/contacts/{contact.pk}/sign-off/").content.decode()
    assert post(manager, contact, line, "return").status_code == 422
    with worktime.frozen("2026-06-01T11:00"):
        post(manager, contact, line, "return", words="What does his mother say?")
        running = [one for one in queries.contact_page(worker, contact.pk).open_clocks if one.rule.id == "SWI-DECISION-24H"]
        assert running[0].row.due_at == at("2026-06-02T10:00")
    recommend_analysed(
        worker, line.pk, outcome="referral", reasons="It happened before.", significant_harm="likely", answer_to_return="She agrees"
    )
    with pytest.raises(Stale):
        actions.decide(manager, line.pk, version=1, shown={})
    actions.decide(manager, line.pk, version=2, shown={})
    page = web(worker).get(f"/front-door/contacts/{contact.pk}/").content.decode()
    thread = page[page.index('id="decision"') :]
    places = [
        thread.index(words) for words in ("Version 1", "What does his mother say?", "Answer: She agrees", "Decided: Referral")
    ]
    assert places == sorted(places)


def test_harm_stops_no_social_work_unless_the_manager_gives_reasons(fcp):
    worker, manager = fcp
    contact = received(worker)
    line = contact.lines.get()
    with pytest.raises(Invalid):
        recommend_analysed(worker, line.pk, outcome="advice", reasons="Small", significant_harm="likely")
    recommended(worker, contact, "referral", significant_harm="likely")
    with pytest.raises(Invalid):
        actions.decide(manager, line.pk, version=1, shown={}, outcome="advice")
    number = uuid.uuid4()
    made = actions.decide(
        manager, line.pk, version=1, shown={}, outcome="advice", reasons="He has moved to safety abroad.", request_id=number
    )
    again = actions.decide(manager, line.pk, version=1, shown={}, outcome="advice", reasons="Twice", request_id=number)
    assert (again, made.outcome, made.reasons) == (made, "advice", "He has moved to safety abroad.")


@pytest.mark.requirement("SWI-ATM-06")
def test_the_board_lists_authorised_decisions_not_yet_sent_with_their_age(fcp):
    worker, manager = fcp
    contact = decided(worker, manager, received(worker), "referral")
    with worktime.frozen("2026-06-01T12:30"):
        page = web(manager).get("/front-door/sign-off/").content.decode()
        board = page[page.index("Decided, not yet accepted by name") :]
        assert "Filip Kowalski" in board and "for 2 hours 30 minutes" in board
        receiver = staff("Bea Brief", "team_manager", "assessment")
        actions.accept_hand_over(receiver, contact.hand_overs.get().pk)
        assert queries.board(manager).not_sent == []
    assert queries.board(worker) is None


@pytest.mark.requirement("SWI-ATM-11")
def test_the_board_counts_closed_contacts_where_the_referrer_or_the_family_was_not_told(fcp):
    worker, manager = fcp
    empty = decided(worker, manager, received(worker, child("Ada", "Novak")), "no_social_work")
    actions.tell_referrer(worker, empty.tellings.get().pk, route="telephone")
    actions.close_contact(worker, empty.pk)
    assert queries.board(manager).closed_incomplete == 1
    full = received(worker, child("Zoe", "Quartermaine"))
    mother = parent(full.lines.get().person_id, "Marta")
    decided(worker, manager, full, "no_social_work")
    actions.tell_referrer(worker, full.tellings.get().pk, route="telephone")
    telling = actions.decide_telling(manager, full.pk, mother.pk, tell=True, reason="Safe")
    actions.tell_family(worker, telling.pk, route="by_hand")
    actions.close_contact(worker, full.pk)
    assert queries.board(manager).closed_incomplete == 1
    # Passed on as not ours: the family's line is filled, nobody has told whoever told us.
    aside = received(worker, child("Cerys", "Pugh"), purpose="support")
    father = parent(aside.lines.get().person_id, "Tomasz", "father")
    actions.decide_telling(manager, aside.pk, father.pk, tell=False, reason="Nothing concerns him")
    set_kind(worker, aside.pk, kind="not_ours", details=KindDetails(redirected="passed", organisation="Housing"))
    assert queries.board(manager).closed_incomplete == 2
    assert (
        "<strong>2</strong> closed with the line for the referrer or the family empty"
        in web(manager).get("/front-door/sign-off/").content.decode()
    )


def test_a_manager_does_not_sign_off_their_own(fcp):
    _, manager = fcp
    contact = received(manager)
    recommended(manager, contact, "referral")
    assert list(queries.to_sign_off(manager)) == []
    page = web(manager).get(f"/front-door/contacts/{contact.pk}/sign-off/").content.decode()
    assert "another person signs it off" in page and "Approve" not in page
    assert post(manager, contact, contact.lines.get(), "approve").status_code == 403
