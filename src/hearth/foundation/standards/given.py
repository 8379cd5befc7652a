"""A stream of events that somebody wrote down in a file, read so that every mistake names its place."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from hearth.foundation.standards.engine import moment_in
from hearth.foundation.standards.loading import Rulebook
from hearth.foundation.timeline.api import Entry, EventKind, kind_named, kinds
from hearth.foundation.timeline.events import EventCorrected, EventWithdrawn
from hearth.foundation.worktime.calendar import FIRST_YEAR, LAST_YEAR

LONGEST = 64
STREAM_WORDS = ("subject", "events")
EVENT_WORDS = ("kind", "at", "data")
SHOULD_BE = {
    "code": f"a short code, at most {LONGEST} letters",
    "uuid": f"an id, at most {LONGEST} letters",
    "datetime": "a time, for example 2026-06-01T10:00",
    "date": "a day, for example 2026-06-01",
    "int": "a whole number",
    "bool": "true or false",
}


def read_stream(given: Any, rules: Rulebook) -> tuple[str, list[Entry]]:
    """A given stream as entries numbered from 1.

    Raises ValueError in words that say which event (the first is event 1) and what of it cannot be read: an unknown
    subject, kind or key, a value of the wrong type, a time. Keys that no standard needs may be left out.
    """
    stream = _words(given, STREAM_WORDS, "the file")
    subject, events = stream.get("subject"), stream.get("events")
    there_are = subjects(rules)
    if subject not in there_are:
        raise ValueError(f'subject: there is no subject "{subject}"; there are {", ".join(there_are)}')
    if not isinstance(events, list):
        raise ValueError("events: this should be a list of events")
    needed = _needed(rules, str(subject))
    entries: list[Entry] = []
    for number, event in enumerate(events, 1):
        try:
            entries.append(_entry(number, event, needed))
            _check_earlier(entries)
        except ValueError as error:
            raise ValueError(f"event {number}: {error}") from None
    return str(subject), entries


def read_moment(value: Any) -> datetime:
    """A time as it is written in a file or on the command line, Europe/London without an offset. Raises ValueError."""
    try:
        moment = moment_in(value)
    except (ValueError, TypeError, OverflowError):
        raise ValueError(f'"{value}" is not {SHOULD_BE["datetime"]}') from None
    if not FIRST_YEAR < moment.year < LAST_YEAR:
        raise ValueError(f'"{value}" is outside the years {FIRST_YEAR + 1} to {LAST_YEAR - 1} that can be counted in')
    return moment


def subjects(rules: Rulebook) -> list[str]:
    """Every kind of subject that events or standards are about."""
    return sorted(({kind.subject for kind in kinds()} | set(rules.subjects)) - {"any"})


def _words(value: Any, known: tuple[str, ...], where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"{where} should be an object with {', '.join(known)}")
    unknown = [word for word in value if word not in known]
    if unknown:
        raise ValueError(f"{unknown[0]} is not a word of {where}; it has {', '.join(known)}")
    return value


def _needed(rules: Rulebook, subject: str) -> Mapping[str, set[str]]:
    """The keys without which an event would say nothing, by its kind: what a standard is counted for, each by each."""
    found: dict[str, set[str]] = {}
    for rule in rules.applying_to(subject):
        for pattern in rule.opens_on if rule.per else ():
            found.setdefault(pattern.event, set()).add(str(rule.per))
    for kind in kinds():
        if kind.subject == "any":  # it speaks of another event, or of a standard
            found[kind.code] = {name for name, field in kind.model_fields.items() if field.is_required()}
    return found


def _entry(number: int, given: Any, needed: Mapping[str, set[str]]) -> Entry:
    event = _words(given, EVENT_WORDS, "an event")
    if "at" not in event:
        raise ValueError("at is missing; write when it happened")
    try:
        kind = kind_named(str(event.get("kind")))
    except KeyError as error:
        raise ValueError(f"{error.args[0]}; see `./hearth standards events`") from None
    try:
        at = read_moment(event["at"])
    except ValueError as error:
        raise ValueError(f"at: {error}") from None
    data = {} if event.get("data") is None else event["data"]
    if not isinstance(data, dict):
        raise ValueError(f"data: this should be an object with keys of {kind.code}")
    _check_data(kind, data, needed.get(kind.code, set()))
    return Entry(number, kind.code, at, data)


def _check_data(kind: type[EventKind], data: Mapping[str, Any], needed: set[str]) -> None:
    unknown = sorted(set(data) - set(kind.model_fields))
    if unknown:
        raise ValueError(f"{kind.code} has no key {', '.join(unknown)}; its keys are {', '.join(kind.model_fields) or 'none'}")
    for key in sorted(needed):
        if data.get(key) is None:
            raise ValueError(f"{kind.code}, {key} is missing; a standard counts by it")
    types = kind.key_types()
    for key, value in data.items():
        if value is not None and not _fits(types[key], value):
            raise ValueError(f'{kind.code}, {key}: "{value}" is not {SHOULD_BE[types[key]]}')


def _fits(type_name: str, value: Any) -> bool:
    if type_name in ("code", "uuid"):  # any id will do here: a child may be called "a"
        return isinstance(value, str) and value.isprintable() and 0 < len(value) <= LONGEST
    if type_name in ("datetime", "date"):
        return _is_moment(value)
    if type_name == "bool":
        return str(value).lower() in ("true", "false")
    return str(value).isdecimal()


def _is_moment(value: Any) -> bool:
    try:
        read_moment(value)
    except ValueError:
        return False
    return True


def _is_required(kind: type[EventKind], key: str) -> bool:
    return key in kind.model_fields and kind.model_fields[key].is_required()


def _check_earlier(entries: list[Entry]) -> None:
    """Does an event that speaks of another one name one that stands before it, and a key that it has?"""
    entry = entries[-1]
    if entry.kind not in (EventCorrected.code, EventWithdrawn.code):
        return
    number = int(entry.data["event"])
    if not 0 < number < entry.id:
        raise ValueError(f"{entry.kind} speaks of event {number}, which does not stand before it")
    if key := entry.data.get("key"):
        meant = kind_named(entries[number - 1].kind)
        _check_data(meant, {key: entry.data.get("value")}, {key} if _is_required(meant, key) else set())
    entries[-1] = entry._replace(data={**entry.data, "event": number})
