"""Standards, kinds of event and what is due, as plain data for the command line."""

from datetime import datetime
from typing import Any

from hearth.foundation import packs
from hearth.foundation.standards import engine
from hearth.foundation.standards.given import read_stream
from hearth.foundation.standards.handbook import length
from hearth.foundation.standards.language import Condition, Pattern
from hearth.foundation.standards.loading import Rulebook, rulebook
from hearth.foundation.timeline.api import Entry, kinds
from hearth.foundation.timeline.streams import corrected
from hearth.foundation.worktime import LONDON


def book() -> Rulebook:
    """The active pack's standards."""
    return rulebook(packs.active().name)


def _condition(condition: Condition) -> Any:
    if condition.present:
        return {"present": True}
    if condition.none_of:
        return {"not": list(condition.none_of)}
    return condition.one_of[0] if len(condition.one_of) == 1 else list(condition.one_of)


def _pattern(pattern: Pattern) -> dict[str, Any]:
    return {"event": pattern.event, "where": {key: _condition(value) for key, value in pattern.where.items()}}


def standards(rules: Rulebook) -> list[dict[str, Any]]:
    """Each standard with every word of the language."""
    rows = []
    for rule in rules.standards:
        within, counts, ends = length(rule, rules)
        rows.append(
            {
                "standard": rule.id,
                "title": rule.title,
                "requirements": rule.requirements,
                "source": rule.source.model_dump(),
                "statutory": rule.statutory,
                "in_force": {
                    "from": rule.in_force.since.isoformat(),
                    "to": rule.in_force.until and rule.in_force.until.isoformat(),
                },
                "applies_to": rule.applies_to,
                "when": {key: _condition(value) for key, value in rule.when.items()},
                "per": rule.per,
                "opens_on": [_pattern(pattern) for pattern in rule.opens_on],
                "counts_from": rule.counts_from,
                "within": None if rule.before else within,
                "before": within if rule.before else None,
                "at_once": rule.at_once,
                "setting": rule.setting,
                "counts": counts and counts.value,
                "ends": ends and ends.value,
                "met_by": [_pattern(pattern) for pattern in rule.met_by],
                "repeats": rule.repeats,
                "until": [_pattern(pattern) for pattern in rule.until],
                "duty": rule.duty,
                "replaces": rule.replaces,
                "due_soon": rule.due_soon,
                "owed_by": rule.owed_by,
                "tells": rule.tells,
                "may_vary": rule.may_vary.model_dump() if rule.may_vary else None,
            }
        )
    return rows


def standard_line(row: dict[str, Any]) -> str:
    """One standard on one line."""
    length = row["within"] or (f"{row['before']} before" if row["before"] else "no figure: waiting time shown")
    return f"{row['standard']:<28} {length:<20} {row['title']}  [{', '.join(row['requirements'])}]"


def events() -> list[dict[str, Any]]:
    """Every declared kind of event: its subject, its keys with types, recorded or not yet."""
    return [
        {
            "kind": kind.code,
            "subject": kind.subject,
            "keys": kind.key_types(),
            "recorded": "recorded" if kind.recorded else "not yet recorded",
            "sentence": kind.sentence,
        }
        for kind in kinds()
    ]


def event_line(row: dict[str, Any]) -> str:
    """One kind on one line."""
    keys = ", ".join(f"{key}: {kind}" for key, kind in row["keys"].items())
    return f"{row['kind']:<32} {row['subject']:<10} {row['recorded']:<17} {keys}"


def due(rules: Rulebook, given: Any, at: datetime) -> list[dict[str, Any]]:
    """What a given stream amounts to at a moment: one row for each obligation, soonest first."""
    subject, entries = read_stream(given, rules)
    happened = corrected(entry for entry in entries if entry.at <= at)
    asked = engine.Rules(rules.applying_to(subject), rules.pack.calendar, rules.pack.settings)
    by_id = {entry.id: entry for entry in happened}
    found = engine.obligations(happened, asked)
    return [_due_row(made, by_id, at) for made in sorted(found, key=lambda one: (one.due_at is None, one.due_at or at, one.key))]


def _due_row(made: engine.Obligation, by_id: dict[int, Entry], at: datetime) -> dict[str, Any]:
    rule = made.standard
    opening = by_id[made.opened_by]
    return {
        "standard": rule.id,
        "title": rule.title,
        "source": rule.source.model_dump(),
        "requirements": rule.requirements,
        "duty": rule.duty,
        "statutory": rule.statutory,
        "leading": made.leading,
        "per": {rule.per: made.per} if rule.per else None,
        "opened_by": {"kind": opening.kind, "at": _shown(opening.at)},
        "identified_at": _shown(made.identified_at),
        "counts_from": _shown(made.counts_from),
        "due_at": _shown(made.due_at),
        "due_on": made.due_at.astimezone(LONDON).date().isoformat() if made.due_at else None,
        "due_soon_at": _shown(made.due_soon_at),
        "met_at": _shown(made.met_at),
        "state": made.state(at).value,
        "passed_before_identified": made.passed_before_identified,
        "superseded_by": made.superseded_by,
        "counted": made.counted,
    }


def _shown(moment: datetime | None) -> str | None:
    return moment.astimezone(LONDON).isoformat() if moment else None


def due_line(row: dict[str, Any]) -> str:
    """One obligation on one line."""
    mark = "*" if row["leading"] else " "
    return f"{mark} {row['due_at'] or 'no figure':<26} {row['state']:<11} {row['standard']:<26} {row['counted']}"
