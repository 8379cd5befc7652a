"""Every route x every role of each pack x every relation to the record, against what the view declares.

Refused: 403, logged. Hidden: 404. Allowed: a page, a redirect, or words about what is missing. Never a server error
(the test client raises it). No page for a reader who may not see a child holds the child's name, address or note.
"""

import re

import pytest
from django.urls import reverse

from hearth.foundation import packs, worktime
from hearth.people import actions as people
from hearth.services.frontdoor.models import HandOver, Recommendation, Referral
from tests.access import world
from tests.access.walking import (
    ABOUT_A_CONTACT,
    ABOUT_ONE_CHILD,
    ANSWERED,
    OURS,
    PACKS,
    WHOM_TO_ASK,
    address,
    may_open,
    parameters,
    scope_of,
)
from tests.support.people import staff

pytestmark = [pytest.mark.django_db, pytest.mark.long]
# Every relation under Southampton's pack; what differs by pack is who holds what, which three relations show.
CASES = [(pack, relation) for pack in PACKS for relation in world.RELATIONS if pack == "southampton" or relation in world.EACH_PACK]


@pytest.mark.parametrize(("pack", "relation"), CASES)
def test_every_allowed_role_meets_each_relation_as_declared(pack, relation, browse):
    packs.set_active(pack)
    keeper = world.keeper()
    family = world.make(relation, keeper)
    for role in packs.active().roles:
        reader = staff(f"Rex {role}", role, next(iter(packs.active().teams)))
        world.put(reader, family)
        client = browse(reader)
        for row in OURS:
            if parameters(row) and may_open(reader, row):
                expect(client.get(address(row, family.ids)), row, reader, family)


def expect(answer, row, reader, family) -> None:
    names, where = set(parameters(row)), (sorted(reader.roles), family.relation, row["route"])
    status, hidden = answer.status_code, family.relation in world.HIDDEN
    if hidden:
        assert not told(answer, family), where
    if row["name"] == WHOM_TO_ASK:
        assert status == (200 if family.relation == "restricted" else 404), where
    elif row["name"] == "person" and family.relation == "restricted" and status == 302:
        assert answer.url == reverse(WHOM_TO_ASK, args=[family.person.pk]), where
    elif names & ABOUT_ONE_CHILD and not names & ABOUT_A_CONTACT:
        outside = scope_of(reader, row) != "all" and family.relation != "involved"
        assert status == 404 if hidden or outside else status in ANSWERED, (where, status)
    elif names & ABOUT_A_CONTACT and family.relation == "own_family":
        assert status == 404, where
    else:
        # A contact stays visible when a child on it is hidden: the child's lines and the note are what is withheld.
        assert status in ANSWERED | {403, 404}, (where, status)


def told(answer, family) -> list[str]:
    """What an answer holds of a child that its reader may not see."""
    text = answer.content.decode(errors="replace") + str(answer.headers)
    return [secret for secret in family.secrets if secret in text]


@pytest.mark.parametrize("pack", PACKS)
def test_the_pages_about_no_one_record_open_and_tell_nothing_of_hidden_children(pack, browse):
    """Once where every child there is is hidden, and once more with children to see beside them."""
    packs.set_active(pack)
    keeper, families = world.keeper(), []
    readers = [staff(f"Rex {role}", role, next(iter(packs.active().teams))) for role in packs.active().roles]
    relations = [relation for of, relation in CASES if of == pack]
    hidden = [relation for relation in relations if relation in world.HIDDEN]
    for added in (hidden, [relation for relation in relations if relation not in hidden]):
        new = [world.make(relation, keeper) for relation in added]
        families += new
        for reader in readers:
            for family in new:
                world.put(reader, family)
            client = browse(reader)
            for row in OURS:
                if not parameters(row) and may_open(reader, row):
                    answer, where = client.get(address(row, {})), (sorted(reader.roles), added, row["route"])
                    assert answer.status_code in ANSWERED, where
                    assert not [one for family in families if family.relation in hidden for one in told(answer, family)], where


def test_a_sealed_record_answers_exactly_as_one_that_is_not_there(browse):
    keeper = world.keeper()
    reader = staff("Rex Worker", "social_worker", "crs")
    family = world.make("sealed", keeper)
    client = browse(reader)
    for row in OURS:
        if "GET" in row["methods"] and set(parameters(row)) & ABOUT_ONE_CHILD and reader.can_any(row["capability"]):
            sealed, missing = client.get(address(row, family.ids)), client.get(address(row, {}))
            assert sealed.status_code == missing.status_code == 404, row["route"]
            assert _plain(sealed) == _plain(missing), row["route"]


def _plain(answer) -> str:
    text = answer.content.decode()
    return re.sub(r'nonce="[^"]*"|data-csrf="[^"]*"|value="[^"]{64}"', "", text)


@pytest.mark.parametrize("relation", world.HIDDEN)
def test_searching_tells_nothing_of_a_hidden_child(relation, browse):
    family = world.make(relation, world.keeper())
    surname = world.NAMES[relation]
    for role in packs.active().roles:
        reader = staff(f"Rex {role}", role, "crs")
        world.put(reader, family)
        client = browse(reader)
        for page, field in (("find_person", "text"), ("queue", "find")):
            text = client.post(reverse(page), {field: f"Zeno {surname}"}).content.decode().replace(f'value="Zeno {surname}"', "")
            assert surname not in text, (role, page)
            assert str(family.contact.number) not in text, (role, page)
            if relation == "sealed":
                assert str(family.person.pk) not in text, (role, page)
                assert "restricted record" not in text.lower(), (role, page)


def test_a_sealed_record_of_ones_own_family_is_not_found_either(browse):
    keeper = world.keeper()
    family = world.make("own_family", keeper)
    people.restrict(keeper, family.person.pk, level="sealed", reason="Adoption", owner=keeper.user)
    reader = staff("Rex Worker", "social_worker", "crs")
    world.put(reader, family)
    text = browse(reader).post(reverse("find_person"), {"text": f"Zeno {world.NAMES['own_family']}"}).content.decode()
    assert str(family.person.pk) not in text
    assert "restricted record" not in text.lower()
    assert browse(reader).post(reverse("ask_about_match", args=[family.person.pk])).status_code == 404


@pytest.mark.parametrize("relation", world.HIDDEN)
def test_what_was_passed_on_and_what_is_to_be_signed_off_name_no_hidden_child(relation, browse):
    keeper = world.keeper()
    family = world.make(relation, keeper)
    writer = staff("Wyn Writer", "social_worker", "crs")
    Recommendation.objects.create(
        line_id=family.ids["line_id"],
        version=1,
        outcome="assessment",
        significant_harm="likely",
        reasons=f"{world.NAMES[relation]}'s note",
        by=writer.user,
        at=worktime.now(),
    )
    line = family.contact.lines.get()
    now = worktime.now()
    referral = Referral.objects.create(
        person=family.person, line=line, received_at=now, opened_at=now, outcome="x", team=family.team
    )
    HandOver.objects.filter(contact=family.contact).update(referral=referral)
    receiver = staff("Bea Brief", "team_manager", family.team)
    manager = staff("Mo Manager", "manager", "crs")
    for reader, page in ((receiver, "incoming"), (manager, "sign_off_list"), (manager, "queue"), (receiver, "my_work")):
        world.put(reader, family)
        text = browse(reader).get(reverse(page)).content.decode()
        assert not [secret for secret in family.secrets if secret in text], (page, relation)
    answer = browse(manager).get(reverse("sign_off", args=[family.contact.pk]))
    assert not [secret for secret in family.secrets if secret in answer.content.decode()], relation


def test_the_commands_say_what_every_route_asks_and_who_may_sign_in(capsys):
    import argparse
    import json

    from hearth.config import demo_people
    from hearth.config import routes as routes_command

    reader = staff("Mara Manager", "manager", "crs")
    routes_command.run(argparse.Namespace(json=True))
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["person"] == {
        "route": "/people/<uuid:person_id>/",
        "name": "person",
        "methods": ["GET"],
        "capability": ["people.view"],
        "signed_in": True,
    }
    assert not rows["account_login"]["signed_in"]
    demo_people.run(argparse.Namespace(json=True))
    [manager] = json.loads(capsys.readouterr().out)
    assert (manager["email"], manager["roles"], manager["teams"]) == (reader.user.email, ["manager"], ["crs"])
    routes_command.run(argparse.Namespace(json=False))
    assert "people.view" in capsys.readouterr().out
