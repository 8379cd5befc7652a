"""Saving, reading and freezing answers. Called by the actions and queries of rooms, which have checked the subject."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms import facts
from hearth.foundation.caseforms.language import ASKED, EMPTY, CaseForm, Field, FormSection
from hearth.foundation.caseforms.loading import case_form, choices_of
from hearth.foundation.caseforms.models import Answers
from hearth.foundation.merging import merge, rebase
from hearth.foundation.timeline.api import Subject
from hearth.foundation.worktime import LONDON

NOT_ASKED = "Not asked yet"
NOT_ANSWERED = "Asked, not answered"
EMPTY_WORDS = "Nothing written yet"


@dataclass(frozen=True)
class AnswerShown:
    """A question with its answer in words, or that there is none. Evidence lines stand beside as rows."""

    code: str
    label: str
    words: str
    answered: bool
    required: bool
    lines: list[dict[str, str]]


@dataclass(frozen=True)
class SectionShown:
    """A section as people read it: its answers, who wrote them and when."""

    section: FormSection
    answers: list[AnswerShown]
    version: int
    by: str
    at: datetime | None

    @property
    def is_empty(self) -> bool:
        """Has nothing been answered here?"""
        return not any(one.answered for one in self.answers)

    @property
    def missing(self) -> list[str]:
        """The labels of what must still be answered."""
        return [one.label for one in self.answers if one.required and not one.answered]


def stored(form: CaseForm, section: str, about: Subject, *, for_update: bool = False) -> Answers | None:
    """The row of one section's answers about a subject, if anything was ever saved."""
    rows = Answers.objects.select_for_update(of=("self",)) if for_update else Answers.objects.select_related("by")
    return rows.filter(form=form.id, section=section, kind=about.kind, subject_id=about.id).first()


def data_at(row: Answers | None, version: int) -> dict[str, Any]:
    """What a section said at an earlier version, from its history."""
    if row is None or version == 0:
        return {}
    if row.version == version:
        return dict(row.data)
    state = row.states.filter(version=version).order_by("pgh_id").last()  # type: ignore[attr-defined]
    return dict(state.data) if state else {}


def save_section(
    reader: Reader, form: CaseForm, section: str, about: Subject, *, version: int, values: Mapping[str, Any]
) -> Answers:
    """Save a section's answers, called inside a room's action after it has checked the subject.

    `version` is the one the page showed, 0 for none. Fields that others changed since stay theirs; a field both
    changed raises Stale and nothing is written. Raises Invalid for a code that is no choice or a number out of range.
    """
    part = form.section(section)
    clean = _checked(part, values)
    row = stored(form, section, about, for_update=True)
    current = dict(row.data) if row else {}
    changed = merge(current, data_at(row, version), clean, by=row.by.name if row else "Somebody")
    data = {name: value for name, value in (current | changed).items() if value not in EMPTY}
    unchanged = data == current and (row is None or row.form_version == form.version)
    row = row or Answers(form=form.id, section=section, kind=about.kind, subject_id=about.id, version=0)
    if unchanged:  # nothing was said, or nothing new: no row, no version
        return row
    row.form_version, row.data, row.version = form.version, data, row.version + 1
    row.by, row.at = reader.user, worktime.now()
    row.save()
    return row


def rebased(row: Answers | None, version: int, mine: Mapping[str, Any]) -> dict[str, Any]:
    """After a conflict: the answers to show, one's own where one had changed them since `version`, the record's elsewhere."""
    given = {code: None if value in EMPTY else value for code, value in mine.items()}
    return rebase(row.data if row else {}, data_at(row, version), given)


def _checked(section: FormSection, values: Mapping[str, Any]) -> dict[str, Any]:
    fields = {field.code: field for field in section.fields}
    clean: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for code, value in values.items():
        field = fields.get(code)
        if code == ASKED:
            clean[ASKED] = [one for one in value if one in fields]
        elif field is None:
            problems[code] = f"This form has no question {code}."
        elif value in EMPTY:
            clean[code] = None
        else:
            problem = _problem(field, value)
            if problem:
                problems[code] = problem
            clean[code] = value
    if problems:
        raise Invalid(problems)
    return clean


def _problem(field: Field, value: Any) -> str:
    if field.kind in ("choice", "yes_no", "choices"):
        chosen = value if isinstance(value, list) else [value]
        if any(one not in choices_of(field) for one in chosen):
            return f"{field.label}: choose one of those given."
    if field.kind == "number":
        if not isinstance(value, int) or isinstance(value, bool):
            return f"{field.label}: enter a whole number."
        low, high = field.least, field.most
        if (low is not None and value < low) or (high is not None and value > high):
            return f"{field.label}: enter a number from {low} to {high}."
    return ""


def state_facts(reader: Reader, section: FormSection, subject_id: UUID, values: Mapping[str, Any], confirmed: set[str]) -> None:
    """State anew the facts that a form's fields are bound to: those changed, and those confirmed as still true."""
    for field in section.fields:
        value = values.get(field.code)
        if not field.fact or value in EMPTY:
            continue
        bound = facts.fact(field.fact)
        known = bound.read(reader, subject_id)
        if known is None or known.value != str(value) or field.code in confirmed:
            bound.write(reader, subject_id, str(value))


def section_shown(form: CaseForm, section: FormSection, row: Answers | None) -> SectionShown:
    """A section as people read it; questions that are not asked under its answers are left out."""
    part = section
    if row is not None and row.form_version != form.version:
        older = case_form(form.id, row.form_version)
        part = next((one for one in older.sections if one.code == section.code), section)
    data = row.data if row else {}
    asked = data.get(ASKED, [])
    shown = []
    for field in part.fields:
        value = data.get(field.code)
        answered = value not in EMPTY
        if not answered and not field.is_shown(data):
            continue
        empty = (NOT_ANSWERED if field.code in asked else NOT_ASKED) if form.asks else EMPTY_WORDS
        lines = list(value or []) if field.kind == "evidence_lines" else []
        words = in_words(field, value) if answered else empty
        shown.append(AnswerShown(field.code, field.label, words, answered, field.is_required(data), lines))
    return SectionShown(part, shown, row.version if row else 0, row.by.name if row else "", row.at if row else None)


def answers_about(subjects: Collection[Subject]) -> list[Answers]:
    """Every answer of any form about some subjects, in one query."""
    ids = {(one.kind, one.id) for one in subjects}
    rows = Answers.objects.filter(kind__in={kind for kind, _ in ids}, subject_id__in={key for _, key in ids})
    return [row for row in rows.select_related("by") if (row.kind, row.subject_id) in ids]


def sections_shown(
    form: CaseForm, about: Subject, *, each_child: bool, answers: Collection[Answers] | None = None
) -> list[SectionShown]:
    """The sections of a form about one subject: those once for the whole, or those for each child.

    `answers` are those of `answers_about`, where a page shows several subjects or forms.
    """
    wanted = [section for section in form.sections if section.each_child == each_child]
    rows = answers_about([about]) if answers is None else answers
    mine = (form.id, about.kind, about.id)
    by_section = {row.section: row for row in rows if (row.form, row.kind, row.subject_id) == mine}
    return [section_shown(form, section, by_section.get(section.code)) for section in wanted]


def in_words(field: Field, value: Any) -> str:
    """An answer as people read it."""
    if field.kind in ("choice", "yes_no"):
        return choices_of(field).get(str(value), str(value))
    if field.kind == "choices":
        return ", ".join(choices_of(field).get(str(one), str(one)) for one in value)
    if field.kind == "evidence_lines":
        return "; ".join(line_words(line) for line in value)
    if field.kind == "number" and field.most is not None:
        return f"{value} of {field.most}"
    if field.kind == "moment":
        return f"{datetime.fromisoformat(value).astimezone(LONDON):%H:%M on %d %B %Y}"
    return str(value)


def line_words(line: Mapping[str, str]) -> str:
    """One line of evidence with how it is known and its source."""
    known = KNOWN_BY.get(line.get("known_by", ""), "")
    source = line.get("source", "")
    behind = ", ".join(part for part in (known.lower(), f"source: {source}" if source else "") if part)
    return f"{line['what']} ({behind})" if behind else line["what"]


KNOWN_BY = {"seen": "Seen", "told": "Told", "believed": "Believed", "record": "From a record"}
"""Facts seen, told and believed are kept apart."""


def frozen(shown: list[SectionShown]) -> list[dict[str, Any]]:
    """Sections as they were shown, as plain data to keep with a signature: later changes do not touch it."""
    return [
        {
            "section": one.section.code,
            "title": one.section.title,
            "version": one.version,
            "by": one.by,
            "at": one.at.isoformat() if one.at else None,
            "answers": [{"label": answer.label, "words": answer.words} for answer in one.answers],
        }
        for one in shown
    ]
