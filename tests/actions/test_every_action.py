"""Every action, five ways: allowed; refused and logged; invalid; repeated; stale. A new one without its case fails here.

What is wrong is made from the right call: each text empty, too long, unreadable, in emoji or from right to left; each code
one that no list has; each day or time long ahead; each id of nothing. Refused or invalid, nothing is written.
"""

import inspect
import types
import typing
import uuid
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.urls import get_resolver

from hearth.config.places import ROOT
from hearth.foundation import packs, worktime
from hearth.foundation.access.acting import declared_actions
from hearth.foundation.access.errors import Invalid, Refused, Stale
from hearth.foundation.access.given import LONGEST
from hearth.foundation.access.models import AccessLog
from hearth.foundation.timeline.models import Event
from hearth.services.frontdoor import actions
from tests.actions.cases import CASES, ELSEWHERE, STALE, World
from tests.support.rows import written

pytestmark = [pytest.mark.django_db, pytest.mark.long]
assert get_resolver().url_patterns  # every room's actions are declared
ACTIONS = {
    name: one for name, one in declared_actions().items() if name.startswith(("foundation.", "people.", "services.", "oversight."))
}
LONG_AHEAD = {date: date(2090, 1, 1), datetime: datetime(2090, 1, 1, 12, tzinfo=worktime.LONDON)}
ODD = {"emoji": "\U0001f476\U0001f3fd Ada", "right to left": "\u202eאדא נובק"}
UNKEPT = {"too long": "x" * (LONGEST + 1), "no text": "a\x00b", "half a sign": "\ud800"}


def hints(name: str) -> dict[str, Any]:
    return typing.get_type_hints(inspect.unwrap(ACTIONS[name]))


def parameters(name: str) -> dict[str, inspect.Parameter]:
    return dict([*inspect.signature(inspect.unwrap(ACTIONS[name])).parameters.items()][1:])


def right(name: str) -> tuple[World, Any, dict[str, Any]]:
    """The world, who acts, and everything the action is given by name, under the case's pack."""
    packs.set_active(CASES[name].pack)
    world = World()
    args, kwargs = CASES[name].given(world)
    given = dict(zip(parameters(name), args, strict=False)) | kwargs
    return world, getattr(world, CASES[name].who), given


def act(name: str, reader: Any, given: dict[str, Any], **more: Any) -> Any:
    """Called as its signature has it: what stands before the star by place."""
    placed = [one for one, kind in parameters(name).items() if kind.kind is kind.POSITIONAL_OR_KEYWORD and one in given]
    rest = {one: value for one, value in given.items() if one not in placed}
    return ACTIONS[name](reader, *[given[one] for one in placed], **rest, **more)


def wrongs(name: str, given: dict[str, Any]) -> dict[str, tuple[dict[str, Any], bool]]:
    """What can be wrong with a right call: the call changed, and whether it must be Invalid."""
    found: dict[str, tuple[dict[str, Any], bool]] = {}
    case, kinds = CASES[name], hints(name)
    for field, kind in kinds.items():
        if field in ("return", "reader"):
            continue
        taken = typing.get_args(kind) if typing.get_origin(kind) in (typing.Union, types.UnionType) else (kind,)
        if str in taken:
            for words, text in UNKEPT.items():
                found[f"{field}: {words}"] = (given | {field: text}, True)
            for words, text in ODD.items():
                found[f"{field}: {words}"] = (given | {field: text}, False)
            if parameters(name)[field].default is inspect.Parameter.empty and field not in case.may_be_empty:
                found[f"{field}: empty"] = (given | {field: "  "}, True)
        for sort, moment in LONG_AHEAD.items():
            if sort in taken and field in given and field not in case.may_come:
                found[f"{field}: long ahead"] = (given | {field: moment}, True)
        if field.endswith("_id") and field not in case.may_be_empty and (uuid.UUID in taken or int in taken):
            found[f"{field}: of nothing"] = (given | {field: uuid.uuid4() if uuid.UUID in taken else 2**40}, True)
    return found


def test_every_action_has_its_case():
    assert set(ACTIONS) == set(CASES) | set(ELSEWHERE), "give each action one right call in tests/actions/cases.py"
    for file, test in (*ELSEWHERE.values(), *STALE.values()):
        assert f"def test_{test}" in Path(ROOT, "tests", f"{file}.py").read_text(), test


def test_every_action_that_carries_a_version_has_its_stale_case():
    carry = {name for name in ACTIONS if {"version", "sections", "shown"} & set(parameters(name))}
    assert carry == {*STALE, *ELSEWHERE}


@pytest.mark.parametrize("name", CASES)
def test_allowed_it_writes_and_repeated_it_writes_nothing_more(name):
    _, reader, given = right(name)
    before, number = written(), uuid.uuid4()
    first = act(name, reader, given, request_id=number)
    once, events = written(), Event.objects.count()
    assert once != before
    assert act(name, reader, given, request_id=number) == first
    assert Event.objects.count() == events
    assert [row[:2] for row in written()] == [row[:2] for row in once]


@pytest.mark.parametrize("name", CASES)
def test_refused_to_somebody_without_the_right_logged_and_nothing_written(name):
    world, _, given = right(name)
    stranger, before = world.stranger, written()
    with pytest.raises(Refused):
        act(name, stranger, given)
    assert AccessLog.objects.filter(what="refusal", user_id=stranger.id).count() == 1
    assert written() == before


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_is_said_in_words_and_nothing_is_written(name):
    _, reader, given = right(name)
    wrong = []
    for words, (bad, must) in wrongs(name, given).items():
        before, point = written(), transaction.savepoint()
        try:
            act(name, reader, bad)
        except (Invalid, Refused):
            transaction.savepoint_commit(point)
            wrong += [f"{words}: something was written"] if written() != before else []
        else:
            transaction.savepoint_rollback(point)
            wrong += [f"{words}: taken"] if must else []
    assert not wrong


def test_a_stale_return_is_told():
    world = World()
    line = world.recommended()
    actions.return_recommendation(world.manager, line.pk, version=1, words="Let us talk.")
    given = {"outcome": "assessment", "reasons": "Now with the school's words.", "significant_harm": "likely"}
    actions.recommend(world.worker, line.pk, **given)
    before = written()
    with pytest.raises(Stale) as stale:
        actions.return_recommendation(world.manager, line.pk, version=1, words="Not this.")
    assert stale.value.theirs["reasons"] == "Now with the school's words."
    assert written() == before
