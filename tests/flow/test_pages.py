"""Every page of passing on, signing off, telling and closing time shows itself, full and empty."""

import pytest

from hearth.services.frontdoor import actions
from tests.flow.support import decided, health_visitor, parent, received, recommended, web

pytestmark = pytest.mark.django_db


def ok(client, path, *words):
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    text = answer.content.decode()
    for one in words:
        assert one in text, (path, one)
    return text


@pytest.mark.parametrize("path", ["", "sign-off/", "incoming/", "closing/", "morning/", "out-of-hours/"])
def test_empty_lists_say_what_will_stand_there(manager, path):
    ok(web(manager), f"/front-door/{path}")


def test_more_pages_than_stand_side_by_side_open_under_more(manager, receiver):
    many = ok(web(manager), "/front-door/", "<summary", ">More</summary>")
    beside, _, under = many.partition(">More</summary>")
    assert "/front-door/sign-off/" in beside and "/front-door/figures/day/" not in beside
    assert "/front-door/figures/day/" in under and "/access/log/" in under
    assert ">More</summary>" not in ok(web(receiver), "/my-work/")


def test_pages_of_a_contact_on_its_way(worker, manager, receiver):
    contact = received(worker)
    line = contact.lines.get()
    parent(line.person_id, "Marta")
    health_visitor(line.person_id)
    client, boss = web(worker), web(manager)
    ok(client, "/front-door/", "1</strong> open", "Filip Kowalski, about 9")
    ok(client, f"/front-door/contacts/{contact.pk}/", "Set urgency", "Who is who", "Marta Kowalska", "Timeline")
    recommended(worker, contact)
    ok(client, f"/front-door/contacts/{contact.pk}/", "Awaiting verification")
    ok(boss, "/front-door/sign-off/", "recommended by Wren Worker")
    ok(boss, f"/front-door/contacts/{contact.pk}/sign-off/", "Approve", "Return with words")
    actions.decide(manager, line.pk, version=1, shown={})
    offer = contact.hand_overs.get()
    ok(boss, "/front-door/sign-off/", "Decided, not yet accepted by name")
    ok(web(receiver), "/front-door/incoming/", "Filip Kowalski")
    ok(web(receiver), f"/front-door/hand-overs/{offer.pk}/", "Accept", "He is not safe at home.", "Anna Teacher")
    ok(web(receiver), f"/front-door/referrals/{offer.referral.pk}/", "From decision to hand-over")
    ok(web(receiver), f"/front-door/hand-overs/{offer.pk}/decline/", "Decline")
    ok(web(receiver), "/my-work/", "Accept or decline")
    for page in ("allocate", "family", "overnight", "pass", "professionals", "steps-discussed"):
        ok(boss, f"/front-door/contacts/{contact.pk}/{page}/")
    ok(boss, f"/front-door/hand-overs/{offer.pk}/withdraw/")
    ok(boss, f"/front-door/children/{line.pk}/decide-again/")
    ok(boss, f"/front-door/children/{line.pk}/pass-on/")
    ok(boss, f"/front-door/referrals/{offer.referral.pk}/re-referral/")
    ok(boss, "/front-door/closing/", "Closing time")
    ok(boss, "/my-work/", "My work")
    ok(client, f"/front-door/tellings/{contact.tellings.get().pk}/", "May not be told")


def test_two_children_decided_and_told(worker, manager):
    contact = decided(worker, manager, received(worker, referrer_address="The School\nSouthampton"), "early_help")
    telling = contact.tellings.get()
    actions.tell_referrer(worker, telling.pk, route="post")
    telling.refresh_from_db()
    ok(web(worker), f"/front-door/letters/{telling.letter}/read/", "Children and Families First")
    assert web(worker).get(f"/front-door/letters/{telling.letter}/").content.startswith(b"%PDF")
