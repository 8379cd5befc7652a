"""The analysis of a contact: what stands in it, what is missing, what was known before."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms import answering
from hearth.foundation.caseforms.answering import SectionShown
from hearth.foundation.caseforms.language import CaseForm
from hearth.foundation.caseforms.loading import case_form
from hearth.foundation.caseforms.models import Answers
from hearth.foundation.timeline.api import Subject
from hearth.services.frontdoor import capabilities, subjects
from hearth.services.frontdoor.models import Contact, ContactLine
from hearth.services.frontdoor.pack import front_door

LINE = "contact_line"


def form() -> CaseForm:
    """The active pack's analysis form."""
    return case_form(front_door().analysis_form)


def of_line(line: ContactLine) -> Subject:
    """One child's part of the analysis."""
    return Subject(LINE, line.pk)


def answers_of(contact: Contact, lines: Iterable[ContactLine]) -> list[Answers]:
    """Every answer about a contact and some of its children, in one query, for the functions below."""
    return answering.answers_about([subjects.of_contact(contact), *map(of_line, lines)])


def of_contact(contact: Contact, answers: Collection[Answers] | None = None) -> list[SectionShown]:
    """The sections about the whole contact."""
    return answering.sections_shown(form(), subjects.of_contact(contact), each_child=False, answers=answers)


def of_child(line: ContactLine, answers: Collection[Answers] | None = None) -> list[SectionShown]:
    """The sections about one child."""
    return answering.sections_shown(form(), of_line(line), each_child=True, answers=answers)


def missing(contact: Contact, line: ContactLine, answers: Collection[Answers] | None = None) -> list[str]:
    """What must still be written before a decision for this child, in plain words; empty when nothing is missing."""
    answers = answers_of(contact, [line]) if answers is None else answers
    found = [f"{label} (the whole contact)" for section in of_contact(contact, answers) for label in section.missing]
    return found + [f"{label} ({line.person.name})" for section in of_child(line, answers) for label in section.missing]


def missing_words(contact: Contact, line: ContactLine) -> str:
    """The plain message when something is missing, else empty."""
    found = missing(contact, line)
    return f"The analysis is not complete. Write first: {'; '.join(found)}." if found else ""


def before_outcome(line: ContactLine) -> list[str]:
    """What to point out before the outcome step for a child: their blank part, and what the analysis still lacks."""
    name = line.person.name
    blank = [f"Nothing has been written yet of what is happening for {name}."] if not line.child_part.strip() else []
    lacking = missing_words(line.contact, line)
    return [*blank, lacking] if lacking else blank


def frozen(line: ContactLine) -> dict[str, Any]:
    """The analysis as it stood when somebody signed, kept with the decision."""
    return {"contact": answering.frozen(of_contact(line.contact)), "child": answering.frozen(of_child(line))}


@dataclass(frozen=True)
class EarlierContact:
    """An earlier contact about the same child, as the history shows it."""

    contact: Contact
    received_at: datetime
    outcome: str


def history(reader: Reader, line: ContactLine) -> list[EarlierContact]:
    """Earlier contacts about the same child that this reader may see, the latest first."""
    rows = ContactLine.objects.filter(person_id=line.person_id, contact__received_at__lt=line.contact.received_at)
    seen = limiting.limit(rows, reader, capabilities.VIEW).select_related("contact").order_by("-contact__received_at")[:20]
    door = front_door()
    found = []
    for one in seen:
        decided = door.outcome(one.outcome)
        words = decided.title if decided else "not decided" if not one.outcome else one.outcome
        found.append(EarlierContact(one.contact, one.contact.received_at, words))
    return found
