"""Possible matches beside a form that names somebody: the same on a call, on a contact and on a page about people."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from hearth.foundation.access.errors import Invalid
from hearth.people import actions
from hearth.people.actions import dismissed_from
from hearth.people.choosing import Choosing
from hearth.people.matched import Match
from hearth.people.queries import known
from hearth.people.search import MOST
from hearth.web.pages import reader_of

NAMED = "people/named.html"
ASKED = "Asked. Whoever knows the record has a notice to ring you. Go on meanwhile: you can choose it, or somebody new."


@dataclass(frozen=True)
class Look:
    """What a look for somebody gave: the matches still in question, whether there are more, and what is to be said."""

    matches: list[Match] = field(default_factory=list)
    asked: bool = False
    """Was enough said to look for anybody?"""
    more: bool = False
    dropped: int = 0
    note: str = ""


def look(request: HttpRequest, row: Choosing) -> Look:
    """Who may be meant by one row of a form, as far as it is typed; those said not to be them are left out."""
    if not row.is_bound:
        return Look()
    row.is_valid()
    terms = row.terms()
    found = known(reader_of(request), terms, chosen=row.chosen)
    dropped = row.dropped
    return Look(
        [match for match in found if match.person_id not in dropped],
        asked=terms.enough,
        more=len(found) >= MOST,
        dropped=len(dropped),
        note=_asking(request, row),
    )


def fragment(request: HttpRequest, row: Choosing) -> HttpResponse:
    """The matches of one row alone, for a page that is open."""
    return render(request, "people/matches_beside.html", {"row": row, "look": look(request, row), "href": request.path})


def looks_again(request: HttpRequest) -> bool:
    """Did a button of a match send the form, which is then shown again and not yet recorded?"""
    return request.method == "POST" and not {"not_this", "ask"}.isdisjoint(request.POST)


def dropping(given: QueryDict) -> QueryDict:
    """What was submitted, with whoever "not this person" was pressed for among those dropped, and no longer chosen."""
    prefix, person = _pressed(given.get("not_this", ""))
    changed = given.copy()
    changed.pop("not_this", None)
    if person is not None:
        start = f"{prefix}-" if prefix else ""
        changed[f"{start}not_these"] = f"{given.get(f'{start}not_these', '')} {person}".strip()
        if given.get(f"{start}person") == str(person):
            changed[f"{start}person"] = ""
    return changed


def half_named(request: HttpRequest, make: Any, context: dict[str, Any], typed: dict[str, Any]) -> HttpResponse:
    """A page that names somebody, as it was left, with the matches; nothing is complained of yet."""
    looked = look(request, make(typed))
    return render(request, NAMED, context | {"form": make(initial=typed), "look": lambda _: looked, "held": False})


def _asking(request: HttpRequest, row: Choosing) -> str:
    """ "Not sure, ask" was pressed for a match of this row: ask, and say what came of it."""
    prefix, person = _pressed(request.POST.get("ask", ""))
    if person is None or prefix != (row.prefix or ""):
        return ""
    try:
        actions.ask_about_match(reader_of(request), person)
    except Invalid as problem:
        return str(problem)
    return ASKED


def _pressed(value: str) -> tuple[str, UUID | None]:
    """The row and the record that a button names: "children-0 <id>", or the id alone on a page with one row."""
    prefix, _, person = value.rpartition(" ")
    return prefix, next(iter(dismissed_from([person])), None)
