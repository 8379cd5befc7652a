"""Writing the analysis of a contact, with a part for each child."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, Stale
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms import answering, drafts
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import analysis, capabilities, events, subjects
from hearth.services.frontdoor.models import Contact, ContactLine


@dataclass(frozen=True)
class SectionGiven:
    """A section as submitted: about one child's line or the whole contact, and the version that the page showed."""

    section: str
    values: Mapping[str, Any]
    version: int = 0
    line: UUID | None = None
    confirmed: Set[str] = frozenset()


@action(capabilities.RECOMMEND)
def record_analysis(reader: Reader, contact_id: UUID, sections: list[SectionGiven], *, draft: UUID | None = None) -> Contact:
    """Save sections of the analysis, all or none; what others wrote since stays.

    Any part may still be empty: only a decision needs it. Raises Stale with every field that both changed, Invalid
    for a closed contact or an impossible answer, TakenOver where the draft is no longer this reader's.
    """
    contact = check(Contact, contact_id, reader, capabilities.RECOMMEND, for_update=True)
    if not contact.is_open:
        raise Invalid("This contact is closed. Its analysis stays as it was decided on.")
    form = analysis.form()
    concerned: list[timeline.Subject] = []
    conflicts: dict[str, Any] = {}
    by, changed = "", 0
    for given in sections:
        line = check(ContactLine, given.line, reader, capabilities.RECOMMEND) if given.line else None
        if line is not None and line.contact_id != contact.pk:
            raise Invalid("This child is not on this contact.")
        about = analysis.of_line(line) if line else subjects.of_contact(contact)
        section = form.section(given.section)
        before = answering.stored(form, given.section, about)
        try:
            saved = answering.save_section(reader, form, given.section, about, version=given.version, values=given.values)
        except Stale as stale:
            by = stale.by
            labels = {field.code: field for field in section.fields}
            name = f"{line.person.name}: " if line else ""
            for code, value in stale.theirs.items():
                words = answering.in_words(labels[code], value) if value not in answering.EMPTY else ""
                conflicts[f"{name}{labels[code].label}"] = words
            continue
        if line is not None:
            answering.state_facts(reader, section, line.person_id, given.values, set(given.confirmed))
        if saved.version != (before.version if before else 0):
            changed += 1
            concerned += [subjects.child(line)] if line else []
    if conflicts:
        raise Stale(by, conflicts)
    if changed:
        timeline.record(events.AnalysisRecorded(sections=changed), subjects.of_contact(contact), about=concerned)
    drafts.finish(reader, draft, contact.pk)
    return contact


@action(capabilities.RECOMMEND)
def give_up_analysis(reader: Reader, draft_id: UUID) -> None:
    """Give up what one has typed of an analysis and not recorded."""
    drafts.finish(reader, draft_id, None)
