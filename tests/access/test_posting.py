"""Every route that takes a POST x every role of each pack x every way a record can be hidden: refused, logged, nothing written.

What the pages are is read from their declarations, so that a new one is walked too. The body sent would be right for
the form in question as far as one body can be, so that what refuses it is the record and not a missing field.
"""

import pytest

from hearth.foundation import packs, worktime
from hearth.foundation.access.models import AccessLog
from hearth.foundation.access.readers import Reader
from hearth.foundation.standards.models import Obligation
from hearth.services.frontdoor.models import FactorNoted, Referral
from tests.access import world
from tests.access.walking import ABOUT_A_CONTACT, ABOUT_ONE_CHILD, OURS, PACKS, WHOM_TO_ASK, address, parameters
from tests.support.people import staff
from tests.support.rows import written

pytestmark = [pytest.mark.django_db, pytest.mark.long]
POSTED = [row for row in OURS if "POST" in row["methods"] and parameters(row)]
ONE_CHILDS = {*ABOUT_ONE_CHILD, "referral_id", "factor_id"}
CASES = [(pack, relation) for pack in PACKS for relation in world.HIDDEN if pack == "southampton" or relation in world.EACH_PACK]
SENT = {
    **dict.fromkeys(["reason", "reasons", "words", "note", "what", "why", "advice", "how", "found"], "Words long enough."),
    **dict.fromkeys(["forenames", "surname", "name", "told_by", "done_by", "to_whom", "source", "whose_words"], "Wren Other"),
    **dict.fromkeys(["ended_on", "starts_on", "told_on", "date_of_birth"], "1 6 2026"),
    **dict.fromkeys(["done_at", "received_at", "held_at", "given_at"], "1 6 2026 09:59"),
    **dict.fromkeys(["new_due_at", "until", "review_on", "ends_at"], "1 9 2026 12:00"),
    "answer": "approve", "choice": "i_stay", "confidential": "yes", "end": "yes", "grade": "green", "kind": "child",
    "known_by": "seen", "level": "restricted", "outcome": "advice", "parental_responsibility": "yes", "re_referral": "yes",
    "relation": "mother", "route": "telephone", "safe_now": "yes", "seen": "yes", "sex": "F", "shown": "0",
    "significant_harm": "neither", "tell": "yes", "version": "1", "base": "{}", "where_now": "at home", "lines": "1 Elm Road",
}  # fmt: skip


def of_one_child(family: world.Family, keeper: Reader) -> dict[str, object]:
    """What else hangs on the child: a referral, a fact noted about them, a timescale of their own."""
    line, now = family.contact.lines.get(), worktime.now()
    referral = Referral.objects.create(
        person=family.person, line=line, received_at=now, opened_at=now, outcome="assessment", team=family.team
    )
    factor = FactorNoted.objects.create(
        contact=family.contact, line=line, code="alcohol", known_by="seen", whose_words="His own", by=keeper.user, at=now
    )
    own = Obligation.objects.filter(head__subject_id=family.contact.pk, per=str(family.person.pk)).values_list("pk", flat=True)
    return {
        "kind": "step_up",
        "referral_id": referral.pk,
        "factor_id": factor.pk,
        "obligation_id": own.first() or family.ids["obligation_id"],
    }


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
    family.ids |= of_one_child(family, keeper)
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
            answer = client.post(address(row, family.ids), SENT)
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


@pytest.mark.parametrize("relation", ["restricted", "sealed"])
def test_a_timescale_of_a_withheld_child_is_neither_read_nor_varied(browse, relation):
    keeper = world.keeper()
    family = world.make(relation, keeper)
    reader = staff("Rex Manager", "manager", "crs")
    ids = family.ids | of_one_child(family, keeper)
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
