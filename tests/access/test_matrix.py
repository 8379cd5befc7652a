"""Every route x every role of each pack x every relation to the record, against what the view declares.

Refused: 403, logged. Hidden: 404. Allowed: a page, a redirect, or words about what is missing. Never a server error
(the test client raises it). No page for a reader who may not see a child holds the child's name, address or note.
"""

import re
import uuid

import pytest
from django.urls import get_resolver, reverse

from hearth.config.routes import routes
from hearth.foundation import packs, worktime
from hearth.foundation.access.models import AccessLog
from hearth.foundation.access.readers import Reader
from hearth.services.frontdoor.models import HandOver, Recommendation, Referral
from tests.access import world
from tests.support.people import staff

pytestmark = pytest.mark.django_db
PACKS = sorted(
    name for name in ("southampton", "swindon", "wokingham", "salford") if (packs.places.PACKS / name / "pack.yaml").exists()
)
# Every relation under Southampton's pack; what differs by pack is who holds what, which three relations show.
CASES = [(pack, relation) for pack in PACKS for relation in world.RELATIONS if pack == "southampton" or relation in world.EACH_PACK]
ANSWERED = {200, 302, 422}
OURS = [row for row in routes() if row["name"] and not row["route"].startswith(("/accounts/", "/health"))]
ABOUT_ONE_CHILD = {"person_id", "line_id", "home_id", "relationship_id", "involvement_id", "warning_id"}
ABOUT_A_CONTACT = {"contact_id", "hand_over_id", "telling_id", "obligation_id"}
# The page of whom to ask, and of opening with a reason, is there for a restricted record only.
WHOM_TO_ASK = "open_record"


def parameters(row) -> list[str]:
    return re.findall(r"<\w+:(\w+)>", row["route"])


def address(row, ids) -> str | None:
    kinds = {name: kind for kind, name in re.findall(r"<(\w+):(\w+)>", row["route"])}
    forged = {"uuid": uuid.uuid4(), "int": 2**70, "slug": "identity", "str": "x"}
    return reverse(row["name"], kwargs={name: ids.get(name, forged.get(kind, "x")) for name, kind in kinds.items()})


def scope_of(reader: Reader, row) -> str | None:
    scopes = {reader.capabilities[one] for one in row["capability"] if one in reader.capabilities}
    return "all" if "all" in scopes or not row["capability"] else next(iter(scopes), None)


def test_every_route_declares_what_it_asks():
    for row in OURS:
        assert hasattr(_view(row), "asks"), f"{row['route']} is not a @page"


def _view(row):
    return get_resolver().resolve(address(row, {})).func


@pytest.mark.parametrize("pack", PACKS)
def test_whoever_holds_none_of_the_capabilities_is_refused_and_it_is_logged(pack, browse):
    packs.set_active(pack)
    for role in packs.active().roles:
        reader = staff(f"Rex {role}", role, next(iter(packs.active().teams)))
        client = browse(reader)
        for row in OURS:
            if not row["capability"] or reader.can_any(row["capability"]):
                continue
            before = AccessLog.objects.filter(what="refusal", user_id=reader.id).count()
            answer = client.generic(row["methods"][-1], address(row, {}))
            assert answer.status_code == 403, (role, row["route"])
            assert AccessLog.objects.filter(what="refusal", user_id=reader.id).count() == before + 1, (role, row["route"])


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
            if "GET" in row["methods"] and (not row["capability"] or reader.can_any(row["capability"])):
                expect(client.get(address(row, family.ids)), row, reader, family)


def expect(answer, row, reader, family) -> None:
    names, where = set(parameters(row)), (sorted(reader.roles), family.relation, row["route"])
    status, hidden = answer.status_code, family.relation in world.HIDDEN
    if hidden:
        text = answer.content.decode(errors="replace") + str(answer.headers)
        assert not [secret for secret in family.secrets if secret in text], where
    if row["name"] == WHOM_TO_ASK:
        assert status == (200 if family.relation == "restricted" else 404), where
    elif row["name"] == "person" and family.relation == "restricted" and status == 302:
        assert answer.url == reverse(WHOM_TO_ASK, args=[family.person.pk]), where
    elif not names:
        assert status in ANSWERED, where
    elif names & ABOUT_ONE_CHILD and not names & ABOUT_A_CONTACT:
        outside = scope_of(reader, row) != "all" and family.relation != "involved"
        assert status == 404 if hidden or outside else status in ANSWERED, (where, status)
    elif names & ABOUT_A_CONTACT and family.relation == "own_family":
        assert status == 404, where
    else:
        # A contact stays visible when a child on it is hidden: the child's lines and the note are what is withheld.
        assert status in ANSWERED | {403, 404}, (where, status)


@pytest.mark.parametrize("pack", PACKS)
def test_a_forged_id_is_not_found_for_those_who_might_see_a_true_one(pack, browse):
    packs.set_active(pack)
    for role in packs.active().roles:
        reader = staff(f"Rex {role}", role, next(iter(packs.active().teams)))
        client = browse(reader)
        for row in OURS:
            if "GET" in row["methods"] and parameters(row) and (not row["capability"] or reader.can_any(row["capability"])):
                # A form that checks its record when it is sent may show, and a call that is gone leads to the queue:
                # nothing of a record is on either.
                assert client.get(address(row, {})).status_code in (
                    {404} if set(parameters(row)) & ABOUT_ONE_CHILD else {404, 200, 302, 422}
                )


def test_a_wrong_method_is_answered_405(browse):
    manager = staff("Mara Manager", "manager", "crs")
    client = browse(manager)
    for row in OURS:
        for method in {"GET", "POST", "PUT", "DELETE"} - set(row["methods"]):
            assert client.generic(method, address(row, {})).status_code == 405, (method, row["route"])


def test_nothing_but_signing_in_and_the_health_page_is_open_to_strangers(client):
    for row in OURS:
        answer = client.generic(row["methods"][0], address(row, {}))
        assert answer.status_code == 302, row["route"]
        assert answer.url.startswith("/accounts/login/"), row["route"]


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
