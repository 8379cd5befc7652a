"""Answers to what is to be found out. No prompt ever holds up a protective step."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from hearth.foundation import packs, worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import capabilities, events, guidance, subjects
from hearth.services.frontdoor.guidance import Prompt
from hearth.services.frontdoor.models import Contact, ContactLine
from hearth.services.frontdoor.models.guidance import PromptAnswer


@dataclass(frozen=True)
class Answer:
    """One answer: to which prompt, of which child (None for the family)."""

    prompt: str
    line: UUID | None
    answer: str


@action(capabilities.WORK)
def answer_prompts(reader: Reader, contact_id: UUID, *, answers: Sequence[Answer], told_by: str = "") -> Contact:
    """Record answers, each with who recorded it, when and who said so. Raises Invalid where nothing is answered."""
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    listed = guidance.prompts(packs.active().name)
    given = [one for one in answers if one.answer.strip()]
    if not given:
        raise Invalid("Answer at least one of the questions. What is left empty stays on the list.")
    _check_exclusions(contact, given, listed)
    for one in given:
        prompt = listed.get(one.prompt)
        if prompt is None or (prompt.of == "child") != (one.line is not None):
            raise Invalid("This is not one of the questions.")
        if prompt.answer == "yes_no" and one.answer not in ("yes", "no"):
            raise Invalid("Answer yes or no.")
        line = check(ContactLine, one.line, reader, capabilities.WORK) if one.line else None
        if line and line.contact_id != contact.pk:
            raise Invalid("This child is not on the contact.")
        PromptAnswer.objects.create(
            contact=contact, line=line, prompt=one.prompt, answer=one.answer, told_by=told_by, by=reader.user, at=worktime.now()
        )
        timeline.record(
            events.PromptAnswered(prompt=one.prompt, child=line.person_id if line else None),
            subjects.of_contact(contact),
            about=[subjects.child(line)] if line else subjects.children(contact),
        )
    return contact


def _check_exclusions(contact: Contact, given: Sequence[Answer], listed: dict[str, Prompt]) -> None:
    """No answer of yes stands beside yes to one it excludes, for the same child."""
    for line in {one.line for one in given}:
        stored = {one.prompt: one.answer for one in contact.answers.filter(line=line)}
        now = stored | {one.prompt: one.answer for one in given if one.line == line}
        yes = {code for code, answer in now.items() if answer == "yes"}
        for code in yes & set(listed):
            if clash := yes & set(listed[code].excludes):
                other = ", ".join(listed[one].asked_of("the child") for one in sorted(clash))
                raise Invalid(f'"{listed[code].asked_of("the child")}" cannot be yes together with "{other}".')
