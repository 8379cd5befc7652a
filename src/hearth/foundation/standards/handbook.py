"""A pack printed as the authority's handbook, in Markdown and plain words, for those who work by it."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from hearth.foundation import worktime
from hearth.foundation.standards.language import Condition, Pattern, Standard
from hearth.foundation.standards.loading import Rulebook
from hearth.foundation.timeline.api import kind_named
from hearth.foundation.worktime import Counts, Ends, parse_period
from hearth.foundation.worktime.counting import default_end

COUNTED = {
    Counts.ELAPSED: "hours run on through evenings, weekends and holidays",
    Counts.OFFICE_HOURS: "only hours while the office is open count",
    Counts.WORKING_DAYS: "working days; the first is the one after the start",
    Counts.DAYS: "every day counts",
    Counts.WEEKS: "whole weeks",
    Counts.MONTHS: "whole months, to the last day of a shorter one",
}
UNTIL = {
    Ends.EXACT: "to the minute",
    Ends.SAME_TIME: "until the same time of that day",
    Ends.END_OF_DAY: "until the end of that day",
}
HOW_TO_READ = (
    "Standards that limit the same duty stand together: all of them show on a record, and the earliest leads. "
    "A statutory one always shows. The words in a quotation are the text's own."
)


def length(rule: Standard, rules: Rulebook) -> tuple[str | None, Counts | None, Ends | None]:
    """How long, what is counted and how it ends, as they hold today, a setting resolved; nothing where there is no figure."""
    if rule.at_once:
        return None, None, None
    written, ends = rule.within or rule.before, rule.ends
    if rule.setting:
        reading = rules.pack.settings[rule.setting].chosen(worktime.today())
        written, ends = reading.within, reading.ends
    period = parse_period(written or "")
    return written, period.counts, ends or default_end(period.counts)


def handbook(rules: Rulebook) -> str:
    """The whole handbook: every standard under its duty, with the words behind it, then the settings."""
    duties = sorted({rule.duty for rule in rules.standards}, key=str.lower)
    lines = [f"# Practice standards: {rules.pack.title}", "", HOW_TO_READ, "", *[f"- {_capital(duty)}" for duty in duties], ""]
    for duty in duties:
        lines += [f"## {_capital(duty)}", ""]
        for rule in (one for one in rules.standards if one.duty == duty):
            lines += _entry(rule, rules)
    return "\n".join(lines + _settings(rules))


def _entry(rule: Standard, rules: Rulebook) -> list[str]:
    lines = [f"### {rule.title}{' (statutory)' if rule.statutory else ''}", ""]
    if rule.words:
        lines += [f"> {rule.words}", ""]
    lines += [f"- {name}: {words}" for name, words in _facts(rule, rules) if words]
    return [*lines, ""]


def _facts(rule: Standard, rules: Rulebook) -> Iterable[tuple[str, str]]:
    yield "How long", _how_long(rule, rules)
    yield "Asked", f"once for each {rule.per.replace('_', ' ')}" if rule.per else ""
    yield "Applies while", _conditions(rule.when)
    yield "Begins with", _events(rule.opens_on)
    yield "Counted from", _counted_from(rule)
    yield "Done with", _events(rule.met_by) + ("; then asked again" if rule.repeats else "")
    yield "No longer asked after", _events(rule.until)
    yield "While it is open it stands in place of", "; ".join(rules.standard(other).title for other in rule.replaces)
    yield "Owed by", _role(rule.owed_by, rules)
    yield "Due soon", f"{rule.due_soon} before" if rule.due_soon else ""
    yield "Told too when it is due soon or late", _roles((one for one in rule.tells if one != rule.owed_by), rules)
    yield "More time may be given by", _may_vary(rule, rules)
    yield "In force", _in_force(rule)
    yield "Source", str(rule.source)
    yield "Note", rule.notes
    yield f"Standard {rule.id}", ", ".join(rule.requirements) or "no catalogue entry"


def _how_long(rule: Standard, rules: Rulebook) -> str:
    written, counts, ends = length(rule, rules)
    if written is None or counts is None or ends is None:
        return "at once; the text gives no figure, so the time waited is shown"
    if parse_period(written).amount == 0 and rule.before:
        return "by the planned time itself"
    words = f"{written} before" if rule.before else written if written.startswith("same") else f"within {written}"
    setting = f"; setting: {rules.pack.settings[rule.setting].title}" if rule.setting else ""
    return f"{words} ({COUNTED[counts]}, {UNTIL[ends]}{setting})"


def _counted_from(rule: Standard) -> str:
    if not rule.counts_from:
        return "that moment"
    event = _event(rule.counts_kind, {})
    return f"{_plain(rule.counts_key)}, as told with: {event}" if rule.counts_key else event


def _events(patterns: Iterable[Pattern]) -> str:
    return "; or: ".join(_event(pattern.event, pattern.where) for pattern in patterns)


def _event(code: str, where: Mapping[str, Condition] = {}) -> str:
    """The kind's sentence with what must hold of the event in its places, and what has no place there behind it."""
    kind = kind_named(code)
    placed: list[str] = []

    def fill(found: re.Match[str]) -> str:
        condition = where.get(found[2])
        if condition is None or not condition.one_of:
            return ""
        placed.append(found[2])
        return found[1] + " or ".join(map(_plain, condition.one_of))

    words = re.sub(r"(:? ?)\{(\w+)\}", fill, kind.sentence)
    beside = _conditions({key: condition for key, condition in where.items() if key not in placed})
    return words + (f" ({beside})" if beside else "") + ("" if kind.recorded else " [not yet recorded]")


def _conditions(when: Mapping[str, Condition]) -> str:
    return ", and ".join(f"{_plain(key)} {_condition(condition)}" for key, condition in when.items())


def _condition(condition: Condition) -> str:
    if condition.present:
        return "is given"
    if condition.one_of:
        return f"is {' or '.join(map(_plain, condition.one_of))}"
    return f"is not {' or '.join(map(_plain, condition.none_of))}"


def _plain(code: str) -> str:
    return {"true": "yes", "false": "no"}.get(code, code.replace("_", " "))


def _may_vary(rule: Standard, rules: Rulebook) -> str:
    if rule.may_vary is None:
        return ""
    words = f" ({rule.may_vary.words})" if rule.may_vary.words else ""
    return f"{_roles(rule.may_vary.roles, rules)}, recording {' and '.join(rule.may_vary.record)}{words}"


def _in_force(rule: Standard) -> str:
    since, until = rule.in_force.since, rule.in_force.until
    return f"from {_day(since)}" + (f" to {_day(until)}" if until else "")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _roles(codes: Iterable[str], rules: Rulebook) -> str:
    return "; ".join(_role(code, rules) for code in codes)


def _role(code: str, rules: Rulebook) -> str:
    return rules.pack.roles[code].title if code in rules.pack.roles else code.replace("_", " ")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _settings(rules: Rulebook) -> list[str]:
    if not rules.pack.settings:
        return []
    lines = ["## Settings: where the text leaves the counting open", ""]
    for setting in rules.pack.settings.values():
        lines += [f"### {setting.title}", ""]
        lines += [f"- {reading.words}: {reading.cited}" for reading in setting.readings.values()]
        lines += [
            f"- From {_day(value.since)}: {setting.readings[value.reading].words} ({value.decided_by})" for value in setting.values
        ]
        lines.append("")
    return lines
