"""Loads a pack's standards with those of the packs it extends, and checks them against the declared kinds of event."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from hearth.foundation.packs import Document, Pack, load, read_documents
from hearth.foundation.packs.places import PACKS
from hearth.foundation.standards.language import Condition, Pattern, Standard
from hearth.foundation.timeline.api import EventKind, kind_named, kinds
from hearth.foundation.worktime import LONDON, Counts, parse_period

WAIVED = "standard.waived"
CODE = re.compile(r"[a-z0-9][a-z0-9_.:-]*")
Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Rulebook:
    """The standards one pack lives by: its own and those it extends."""

    pack: Pack
    standards: Sequence[Standard]

    @cached_property
    def _versions(self) -> dict[str, list[Standard]]:
        found: dict[str, list[Standard]] = {}
        for rule in self.standards:
            found.setdefault(rule.id, []).append(rule)
        return {code: sorted(versions, key=lambda rule: rule.in_force.since) for code, versions in found.items()}

    @cached_property
    def _by_subject(self) -> dict[str, list[Standard]]:
        return {subject: [rule for rule in self.standards if rule.applies_to == subject] for subject in self.subjects}

    @cached_property
    def _kinds(self) -> dict[str, set[str]]:
        return {subject: {WAIVED}.union(*map(_kinds_read, rules)) for subject, rules in self._by_subject.items()}

    @property
    def ids(self) -> list[str]:
        """The ids of all of them."""
        return list(self._versions)

    def standard(self, code: str, counted_from: datetime | None = None) -> Standard:
        """A standard by its id: the version in force at a moment, else its newest. Raises KeyError."""
        versions = self._versions[code]
        if counted_from is None or len(versions) == 1:
            return versions[-1]
        day = counted_from.astimezone(LONDON).date()
        return next((rule for rule in versions if rule.in_force.covers(day)), versions[-1])

    def applying_to(self, subject: str) -> list[Standard]:
        """The standards for one kind of subject."""
        return self._by_subject.get(subject, [])

    def kinds_for(self, subject: str) -> set[str]:
        """The kinds of event that the engine needs to read of such a subject."""
        return self._kinds.get(subject, {WAIVED})

    @property
    def subjects(self) -> list[str]:
        """Every kind of subject that has standards."""
        return sorted({rule.applies_to for rule in self.standards})


@lru_cache
def rulebook(name: str) -> Rulebook:
    """The standards of a pack. Raises PackError naming file, line and mend."""
    pack = load(name)
    lineage = [pack]
    while lineage[0].base:
        lineage.insert(0, lineage[0].base)
    standards: list[Standard] = []
    places: list[tuple[Document, Place, Standard]] = []
    for member in lineage:
        for document, at, rule in read_documents(PACKS / member.name / "standards", Standard):
            _check(document, at, rule, pack, standards)
            standards.append(rule)
            places.append((document, at, rule))
    _check_references(places)
    return Rulebook(pack, standards)


def _kinds_read(rule: Standard) -> set[str]:
    return rule.event_kinds.union(*map(kinds_with_key, rule.when))


def kinds_with_key(key: str) -> set[str]:
    """The declared kinds of event that carry a key, and so announce that fact."""
    return {kind.code for kind in kinds() if key in kind.model_fields}


def _check(document: Document, at: Place, rule: Standard, pack: Pack, earlier: list[Standard]) -> None:
    for other in earlier:
        if other.id == rule.id and other.in_force.overlaps(rule.in_force):
            raise document.error((*at, "id"), f"{rule.id} is there already for some of these days; end the earlier version first")
    _check_events(document, at, rule)
    if rule.setting:
        _check_setting(document, at, rule.setting, pack)
    if Counts.OFFICE_HOURS in _counted(rule, pack) and pack.roles and not pack.calendar.hours:
        raise document.error(at, f"{rule.id} counts office hours; pack.yaml gives no office_hours")
    if rule.applies_to not in {kind.subject for kind in kinds()}:
        subjects = ", ".join(sorted({kind.subject for kind in kinds()} - {"any"}))
        raise document.error((*at, "applies_to"), f'no event is about a "{rule.applies_to}"; there are {subjects}')
    _check_roles(document, at, rule, pack)


def _counted(rule: Standard, pack: Pack) -> set[Counts]:
    """What its length counts, or the lengths of its setting's readings."""
    readings = pack.settings[rule.setting].readings.values() if rule.setting else ()
    lengths = [rule.within, rule.before, rule.due_soon, *(reading.within for reading in readings)]
    return {parse_period(written).counts for written in lengths if written}


def _check_roles(document: Document, at: Place, rule: Standard, pack: Pack) -> None:
    named = {"owed_by": [rule.owed_by], "tells": rule.tells, "may_vary": rule.may_vary.roles if rule.may_vary else []}
    for word, roles in named.items():
        for role in roles:
            if pack.roles and not rule.statutory and role not in pack.roles:
                raise document.error((*at, word), f'pack.yaml has no role "{role}"; it has {", ".join(pack.roles)}')


def _check_events(document: Document, at: Place, rule: Standard) -> None:
    for word in ("opens_on", "met_by", "until"):
        for pattern in getattr(rule, word):
            _check_pattern(document, (*at, word), pattern)
    if rule.counts_from:
        _check_pattern(document, (*at, "counts_from"), Pattern(event=rule.counts_kind))
        if rule.counts_key and rule.counts_key not in kind_named(rule.counts_kind).model_fields:
            raise document.error((*at, "counts_from"), f"{rule.counts_kind} has no key {rule.counts_key}")
    for fact in rule.when:
        if not kinds_with_key(fact):
            raise document.error((*at, "when", fact), f"no kind of event carries {fact}; see `./hearth standards events`")
        for code in kinds_with_key(fact):
            _check_values(document, (*at, "when", fact), kind_named(code), fact, rule.when[fact])
    for pattern in (*rule.opens_on, *rule.met_by) if rule.per else ():
        if rule.per not in kind_named(pattern.event).model_fields:
            raise document.error((*at, "per"), f"{pattern.event} has no key {rule.per}")


def _check_setting(document: Document, at: Place, code: str, pack: Pack) -> None:
    if code not in pack.settings:
        raise document.error((*at, "setting"), f"pack.yaml has no setting {code}")
    for name, reading in pack.settings[code].readings.items():
        if not reading.within:
            raise document.error((*at, "setting"), f"the reading {name} of {code} gives no `within`")


def _check_pattern(document: Document, at: Place, pattern: Pattern) -> None:
    try:
        kind = kind_named(pattern.event)
    except KeyError as error:
        raise document.error(at, f"{error.args[0]}; see `./hearth standards events`") from None
    for key in pattern.where:
        if key not in kind.model_fields:
            raise document.error(at, f"{pattern.event} has no key {key}; it has {', '.join(kind.model_fields) or 'none'}")
        _check_values(document, at, kind, key, pattern.where[key])


def _check_values(document: Document, at: Place, kind: type[EventKind], key: str, condition: Condition) -> None:
    """Could an event have such a value? One that never can would silently never match."""
    of_type = kind.key_types()[key]
    for value in condition.named:
        if of_type == "bool" and value not in ("true", "false"):
            raise document.error(at, f'{kind.code}, {key}: "{value}" is neither "true" nor "false"; write one of them')
        if of_type == "int" and not value.isdecimal():
            raise document.error(at, f'{kind.code}, {key}: "{value}" is not a whole number')
        if of_type == "code" and not CODE.fullmatch(value):
            raise document.error(at, f'{kind.code}, {key}: "{value}" is not a code; codes are in small letters')


def _check_references(places: Sequence[tuple[Document, Place, Standard]]) -> None:
    known = {rule.id: rule for _, _, rule in places}
    for document, at, rule in places:
        for other in rule.replaces:
            if other not in known:
                raise document.error((*at, "replaces"), f"{rule.id} replaces {other}, which no file defines")
            theirs = known[other]
            if theirs.id == rule.id or theirs.applies_to != rule.applies_to or rule.per not in (None, theirs.per):
                raise document.error(
                    (*at, "replaces"),
                    f"{rule.id} cannot replace {other}: it must be another rule, apply to the same subject and be counted for the"
                    " same thing or the whole of it",
                )
