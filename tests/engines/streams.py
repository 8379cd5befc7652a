"""Streams and standards to test the engine with, small enough to work out by hand."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from hearth.foundation.standards import engine
from hearth.foundation.standards.language import Standard
from hearth.foundation.timeline.api import Entry
from hearth.foundation.worktime import LONDON, Calendar

CALENDAR = Calendar()
SOURCE = {"document": "A text", "section": "One"}


def at(text: str) -> datetime:
    """A time in England; "10:00" alone is on Monday 1 June 2026."""
    return datetime.fromisoformat(text if "T" in text else f"2026-06-01T{text}").replace(tzinfo=LONDON)


def rule(**words: Any) -> Standard:
    """A standard that asks for a decision 24 hours after receipt; name any word to change it."""
    given = {
        "id": "TST-DECIDE",
        "title": "Decide",
        "source": SOURCE,
        "in_force": {"from": "2020-01-01"},
        "applies_to": "contact",
        "opens_on": "contact.received",
        "met_by": "contact.decided",
        "duty": "decide",
        "owed_by": "social_worker",
    }
    if not {"within", "before", "at_once", "setting"} & set(words):
        given["within"] = "24 hours"
    return Standard.model_validate(given | words)


def stream(*events: tuple[str, str] | tuple[str, str, dict[str, Any]]) -> list[Entry]:
    """Events numbered as recorded, in the order they happened."""
    entries = [
        Entry(number, event[0], at(event[1]), event[2] if len(event) > 2 else {})  # type: ignore[misc]
        for number, event in enumerate(events, start=1)
    ]
    return sorted(entries, key=lambda entry: (entry.at, entry.id))


def asked(events: Iterable[Entry], *rules: Standard) -> list[engine.Obligation]:
    """What the standards ask of a stream."""
    return engine.obligations(list(events), engine.Rules(rules, CALENDAR, {}))


def by_key(found: Iterable[engine.Obligation]) -> dict[str, engine.Obligation]:
    """Obligations by their key."""
    return {one.key: one for one in found}
