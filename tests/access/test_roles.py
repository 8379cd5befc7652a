"""Who may do what at the front door, as the sources' roles have it: through the pages, signed in as each."""

import re

import pytest
from django.urls import reverse

from hearth.foundation import packs, worktime
from hearth.foundation.access.models import AccessLog
from hearth.people import actions as people
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.models import Contact, Recommendation
from tests.support.people import analysed, call, child, recommend_analysed, staff

pytestmark = pytest.mark.django_db
GIVEN = {"outcome": "referral", "reasons": "He was hit.", "significant_harm": "likely"}


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


@pytest.fixture
def officer(swindon):
    return staff("Ola Officer", "advice_officer", "fcp")


@pytest.fixture
def worker(swindon):
    return staff("Wren Worker", "social_worker", "fcp")


@pytest.fixture
def manager(swindon):
    return staff("Mara Manager", "manager", "fcp")


@pytest.fixture
def contact(worker):
    return actions.receive_contact(worker, call(child("Filip", "Kowalski")))


@pytest.fixture
def line(contact):
    return contact.lines.get()


@pytest.mark.requirement("SWI-SST-02")
def test_an_officer_reads_the_decision_and_a_social_worker_fills_it_in(browse, officer, worker, contact, line):
    analysed(worker, contact)
    page, form = reverse("contact", args=[contact.pk]), reverse("recommend", args=[line.pk])
    client = browse(officer)
    assert form not in client.get(page).content.decode()
    assert client.get(form).status_code == 403
    assert client.post(form, GIVEN).status_code == 403
    assert not Recommendation.objects.exists()
    client = browse(worker)
    assert form in client.get(page).content.decode()
    assert client.post(form, GIVEN).status_code == 302
    made = Recommendation.objects.get()
    assert (made.by, made.outcome) == (worker.user, "referral")
    client = browse(officer)
    text = words(client.get(page))
    assert "Wren Worker" in text
    assert "He was hit." in text
    for name in ("recommend", "reopen_decision"):
        assert reverse(name, args=[line.pk]) not in client.get(page).content.decode()


@pytest.mark.requirement("SWI-STD-09")
def test_a_referral_awaits_the_managers_finalising_which_nobody_else_can_do(browse, officer, worker, manager, contact, line):
    recommend_analysed(worker, line.pk, **GIVEN)
    sign_off = reverse("sign_off", args=[contact.pk])
    sent = {"line": str(line.pk), f"{line.pk}-answer": "approve", f"{line.pk}-version": "1"}
    for reader in (officer, worker):
        client = browse(reader)
        page = client.get(reverse("contact", args=[contact.pk]))
        assert "To sign off" in words(page)
        assert sign_off not in page.content.decode()
        assert client.get(sign_off).status_code == 403
        assert client.post(sign_off, sent).status_code == 403
    line.refresh_from_db()
    assert not line.outcome
    client = browse(manager)
    assert sign_off in client.get(reverse("contact", args=[contact.pk])).content.decode()
    assert client.post(sign_off, sent).status_code == 302
    line.refresh_from_db()
    assert line.outcome == "referral"


@pytest.mark.requirement("SWI-SWR-01")
def test_a_social_worker_records_the_decision_and_sends_it_on_after_sign_off_which_is_closed_to_them(
    browse, worker, manager, contact, line
):
    analysed(worker, contact)
    client = browse(worker)
    assert client.post(reverse("recommend", args=[line.pk]), GIVEN).status_code == 302
    again = reverse("offer_again", args=[line.pk])
    early = client.post(again, {"team": "assessment", "why": "At once."})
    assert early.status_code == 422, "not before it is signed off"
    assert client.get(reverse("sign_off", args=[contact.pk])).status_code == 403
    actions.decide(manager, line.pk, version=1, shown={})
    offer = line.hand_overs.get()
    receiver = staff("Bea Brief", "team_manager", offer.to_team)
    actions.decline_hand_over(receiver, offer.pk, words="Not our area.")
    assert client.get(reverse("sign_off", args=[contact.pk])).status_code == 403
    client = browse(worker)
    assert again in client.get(reverse("contact", args=[contact.pk])).content.decode()
    assert client.post(again, {"team": offer.to_team, "why": "It is: the new boundary."}).status_code == 302
    sent = line.hand_overs.get(withdrawn_at=None)
    assert (sent.to_team, sent.offered_by) == (offer.to_team, worker.user)


@pytest.mark.requirement("SWI-ATM-05")
def test_a_returned_decision_shows_question_reply_and_times_to_whoever_signs_off(browse, worker, manager, contact, line):
    recommend_analysed(worker, line.pk, **GIVEN)
    sign_off = reverse("sign_off", args=[contact.pk])
    with worktime.frozen("2026-06-01T11:05"):
        question = {"line": str(line.pk), f"{line.pk}-answer": "return", f"{line.pk}-version": "1"}
        question[f"{line.pk}-words"] = "Who saw the mark?"
        assert browse(manager).post(sign_off, question).status_code == 302
    with worktime.frozen("2026-06-01T11:40"):
        reply = GIVEN | {"answer_to_return": "The school nurse, at nine."}
        assert browse(worker).post(reverse("recommend", args=[line.pk]), reply).status_code == 302
        text = words(browse(manager).get(sign_off))
    for said in ("Who saw the mark?", "Mara Manager", "11:05 today", "The school nurse, at nine.", "Wren Worker", "11:40 today"):
        assert said in text, said


@pytest.mark.requirement("SWI-AIO-27")
def test_each_opening_of_a_record_is_logged_and_a_restricted_one_shows_only_to_named_people(
    browse, officer, worker, manager, contact, line
):
    page = reverse("person", args=[line.person_id])
    for reader in (officer, officer, worker):
        assert browse(reader).get(page).status_code == 200
    opened = AccessLog.objects.filter(what="view", kind="person", subject_id=str(line.person_id)).order_by("pk")
    assert [row.user_id for row in opened] == [officer.id, officer.id, worker.id]
    people.restrict(manager, line.person_id, level="restricted", reason="Placement must stay unknown", owner=manager.user)
    named = staff("Nia Named", "social_worker", "fcp")
    people.allocate(manager, line.person_id, named.user)
    for reader in (officer, worker):
        answer = browse(reader).get(page, follow=True)
        assert "Kowalski" not in answer.content.decode()
    for reader in (manager, named):
        answer = browse(reader).get(page)
        assert answer.status_code == 200
        assert "Filip Kowalski" in answer.content.decode()
    assert [row.user_id for row in opened.all()][3:] == [manager.id, named.id], "a refusal is no opening"


@pytest.mark.requirement("WOK-ROL-03")
def test_wokinghams_safeguarding_administrator_adds_a_contact_and_starts_an_enquiry_and_neither_recommends_nor_decides(browse):
    packs.set_active("wokingham")
    role = next(code for code, one in packs.active().roles.items() if "Safeguarding Administrator" in one.title)
    administrator = staff("Ada Administrator", role, next(iter(packs.active().teams)))
    client = browse(administrator)
    sent = {
        "what_told": "He said that his dad hit him.", "purpose": "safeguarding", "kind": "new_worry", "channel": "form",
        "referrer_kind": "professional", "referrer_name": "Anna Teacher", "referrer_source": "2A",
        "children-TOTAL_FORMS": "1", "children-INITIAL_FORMS": "0", "children-0-forenames": "Filip",
        "children-0-surname": "Kowalski", "children-0-age": "9", "children-0-kind": "child", "children-0-safe_now": "yes",
        "adults-TOTAL_FORMS": "0", "adults-INITIAL_FORMS": "0", "steps-TOTAL_FORMS": "0", "steps-INITIAL_FORMS": "0",
    }  # fmt: skip
    answer = client.post(reverse("take_call"), sent)
    assert answer.status_code == 302, words(answer)
    contact = Contact.objects.get()
    line = contact.lines.get()
    asked = {"whom": "referrer", "person_asked": "Anna Teacher", "question": "When did he say it?"}
    assert client.post(reverse("enquiry", args=[contact.pk]), asked).status_code == 302
    assert contact.enquiries.get().asked_by == administrator.user
    page = client.get(reverse("contact", args=[contact.pk])).content.decode()
    for name, key in (("recommend", line.pk), ("sign_off", contact.pk)):
        where = reverse(name, args=[key])
        assert where not in page
        assert client.get(where).status_code == 403
        assert client.post(where, GIVEN).status_code == 403
