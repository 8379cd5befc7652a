"""Every route that takes a POST x every role of each pack x every way a record can be hidden: refused, logged, nothing written.

What the pages are is read from their declarations, so that a new one is walked too. The body sent would be right for
the form in question as far as one body can be, so that what refuses it is the record and not a missing field.
"""

import pytest

from hearth.foundation import packs, worktime
from hearth.foundation.access.models import AccessLog
from hearth.foundation.standards.models import Obligation
from tests.access import world
from tests.access.walking import (
    ABOUT_A_CONTACT,
    ABOUT_ONE_CHILD,
    ANSWERED,
    OURS,
    PACKS,
    WHOM_TO_ASK,
    address,
    parameters,
    scope_of,
)
from tests.support.people import staff
from tests.support.rows import written

pytestmark = [pytest.mark.django_db, pytest.mark.long]
POSTED = [row for row in OURS if "POST" in row["methods"] and parameters(row)]
# What these ask beyond the capability does not hold here: an ordinary record needs no reason to be opened; nothing is
# recommended, nobody of the family is to be told, nobody is being asked to agree; the office is open, so that nothing ends
# at night; a standard names who may vary it; the hand-over was answered by the role before.
SAYS_NO = {
    "open_record",
    "sign_off",
    "tell_adult",
    "propose_override",
    "answer_override",
    "advice",
    "general_enquiry",
    "needs_more",
    "vary",
    "decline",
}
ONE_CHILDS = {*ABOUT_ONE_CHILD, "referral_id", "factor_id"}
CASES = [(pack, relation) for pack in PACKS for relation in world.HIDDEN if pack == "southampton" or relation in world.EACH_PACK]


def hides(relation: str, row) -> bool:
    """Is what the route is about hidden whole by this relation? A contact stays when one of its children is withheld."""
    names = set(parameters(row))
    if row["name"] in (WHOM_TO_ASK, "ask_about_match") and relation == "restricted":
        return False  # opening it with a reason, and asking whoever keeps it, are the ways to a restricted record
    return bool(names & ONE_CHILDS) or (relation == "own_family" and bool(names & ABOUT_A_CONTACT))


@pytest.mark.parametrize(("pack", "relation"), CASES)
def test_nothing_is_posted_to_a_hidden_record(pack, relation, browse):
    packs.set_active(pack)
    keeper = world.keeper()
    family = world.make(relation, keeper)
    family.ids |= world.of_one_child(family, keeper)
    asked, wrong, walked = 0, [], []
    for role in packs.active().roles:
        reader = staff(f"Rex {role}", role, next(iter(packs.active().teams)))
        if reader.capabilities in walked:  # a role with the same rights was walked already
            continue
        walked.append(reader.capabilities)
        world.put(reader, family)
        client, before = browse(reader), written()
        refusals = AccessLog.objects.filter(what="refusal", user_id=reader.id)
        for row in POSTED:
            if not hides(relation, row):
                continue
            count = refusals.count()
            answer = client.post(address(row, family.ids), world.SENT)
            text = answer.content.decode(errors="replace")
            found = {
                "refused": answer.status_code in (403, 404),
                "logged": refusals.count() == count + 1,
                "tells nothing": not any(secret in text for secret in family.secrets),
            }
            wrong += [(role, row["route"], answer.status_code, words) for words, so in found.items() if not so]
            asked += 1
        wrong += [(role, "something was written", new) for old, new in zip(before, written(), strict=True) if new != old]
    assert not wrong
    assert asked >= 20 * len(walked), "the routes were walked"


@pytest.mark.parametrize(("pack", "relation"), [(pack, relation) for pack in PACKS for relation in ("none", "involved")])
def test_what_may_be_posted_is_answered_and_what_is_out_of_reach_is_not_found(pack, relation, browse):
    """A role that holds what a page asks is answered by the form; outside the role's scope nothing is there, and it is logged."""
    packs.set_active(pack)
    keeper = world.keeper()
    family = world.make(relation, keeper)
    family.ids |= world.of_one_child(family, keeper)
    answered, wrong, walked = 0, [], []
    for role in packs.active().roles:
        reader = staff(f"Rex {role}", role, next(iter(packs.active().teams)))
        if reader.capabilities in walked:
            continue
        walked.append(reader.capabilities)
        world.put(reader, family)
        client = browse(reader)
        refusals = AccessLog.objects.filter(what="refusal", user_id=reader.id)
        for row in POSTED:
            if not reader.can_any(row["capability"]) or not set(parameters(row)) & (ONE_CHILDS | ABOUT_A_CONTACT):
                continue
            count = refusals.count()
            status = client.post(address(row, family.ids), world.SENT).status_code
            outside = relation == "none" and bool(set(parameters(row)) & ONE_CHILDS) and scope_of(reader, row) != "all"
            refused = status in (403, 404) and refusals.count() == count + 1
            if row["name"] in SAYS_NO:
                right = refused or status in ANSWERED | {404}
            else:
                right = refused if outside else status in ANSWERED and refusals.count() == count
            wrong += [] if right else [(role, row["route"], status, "outside" if outside else "within")]
            answered += status in ANSWERED
    assert not wrong
    assert answered >= 10 * len(walked)


@pytest.mark.parametrize("relation", ["restricted", "sealed"])
def test_a_timescale_of_a_withheld_child_is_neither_read_nor_varied(browse, relation):
    keeper = world.keeper()
    family = world.make(relation, keeper)
    reader = staff("Rex Manager", "manager", "crs")
    ids = family.ids | world.of_one_child(family, keeper)
    assert Obligation.objects.get(pk=ids["obligation_id"]).per == str(family.person.pk)
    client = browse(reader)
    for row in OURS:
        if "obligation_id" in parameters(row):
            for method in row["methods"]:
                answer = client.generic(method, address(row, ids))
                assert answer.status_code == 404, (method, row["route"])


def test_written_sees_an_insertion_a_change_and_a_removal():
    """The test's own eye: without it, "nothing written" would hold of anything."""
    from django.db import transaction

    keeper = world.keeper()
    person = world.make("none", keeper).person
    seen = [written()]
    for change in (
        lambda: AccessLog.objects.create(at=worktime.now(), what="view"),
        lambda: type(person).objects.filter(pk=person.pk).update(religion="Catholic"),
        lambda: person.residences.all().delete(),
    ):
        with transaction.atomic():
            change()
        seen.append(written())
    assert seen[0] == seen[1]
    assert len({str(one) for one in seen}) == 3
