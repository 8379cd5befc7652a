"""Facts on a contact that a worker ticks, each with how it is known and in whose words."""

from collections.abc import Collection
from uuid import UUID

from hearth.foundation import packs, worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people.models import Person
from hearth.services.frontdoor import capabilities, codes, events, guidance, subjects
from hearth.services.frontdoor.models import Contact, ContactLine
from hearth.services.frontdoor.models.guidance import FactorNoted, RelevantHistory


@action(capabilities.WORK)
def note_factors(
    reader: Reader,
    contact_id: UUID,
    *,
    factors: Collection[str],
    lines: Collection[UUID] = (),
    known_by: str,
    whose_words: str,
    words: str = "",
) -> Contact:
    """Note facts of the family, and of each of the children named, all known in the same way from the same person.

    A fact that stands already is left as it is. Raises Invalid for an unknown fact, for one about a child with no
    child named, and without how it is known and by whom.
    """
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    listed = guidance.factors(packs.active().name)
    problems = {}
    if not factors or any(code not in listed for code in factors):
        problems["factors"] = "Tick at least one of the facts."
    if known_by not in dict(codes.HOW_KNOWN):
        problems["known_by"] = "Say whether it was seen, told or believed."
    if not whose_words.strip():
        problems["whose_words"] = "Say who saw, told or believes it."
    if not problems and not lines and any(listed[code].of == "child" for code in factors):
        problems["lines"] = "Say which children this is about."
    if problems:
        raise Invalid(problems)
    children = [check(ContactLine, line, reader, capabilities.WORK) for line in lines]
    if any(line.contact_id != contact.pk for line in children):
        raise Invalid({"lines": "Choose children of this contact."})
    now = worktime.now()
    for code in factors:
        about: list[ContactLine | None] = [*children] if listed[code].of == "child" else [None]
        for line in about:
            if contact.factors.filter(line=line, code=code, taken_back_at=None).exists():
                continue
            FactorNoted.objects.create(
                contact=contact,
                line=line,
                code=code,
                known_by=known_by,
                whose_words=whose_words,
                words=words,
                by=reader.user,
                at=now,
            )
            child = line.person_id if line else None
            timeline.record(
                events.FactNoted(factor=code, known_by=known_by, child=child),
                subjects.of_contact(contact),
                about=[subjects.child(line)] if line else subjects.children(contact),
            )
    return contact


@action(capabilities.WORK)
def take_back_factor(reader: Reader, factor_id: int, *, reason: str) -> FactorNoted:
    """Take back a fact that turned out otherwise; it stays on the record with the reason."""
    noted = FactorNoted.objects.select_for_update().filter(pk=factor_id).first()
    if noted is None:
        raise Invalid("There is no such fact on this contact.")
    contact = check(Contact, noted.contact_id, reader, capabilities.WORK)
    if noted.line_id:
        check(ContactLine, noted.line_id, reader, capabilities.WORK)
    if not reason.strip():
        raise Invalid({"reason": "Say what turned out otherwise."})
    if noted.taken_back_at is not None:
        raise Invalid("This fact has been taken back already.")
    noted.taken_back_by, noted.taken_back_at, noted.taken_back_reason = reader.user, worktime.now(), reason
    noted.save()
    timeline.record(
        events.FactTakenBack(factor=noted.code, child=noted.line.person_id if noted.line else None),
        subjects.of_contact(contact),
        about=[subjects.child(noted.line)] if noted.line else subjects.children(contact),
    )
    return noted


@action(capabilities.THIRD_PARTY)
def note_relevant_history(
    reader: Reader, contact_id: UUID, *, adult: str, words: str, person_id: UUID | None = None
) -> RelevantHistory:
    """Note what is known of an adult and another family. Others read only that there is relevant history, and whom to ask."""
    contact = check(Contact, contact_id, reader, capabilities.THIRD_PARTY)
    problems = {name: "Fill this in." for name, value in (("adult", adult), ("words", words)) if not value.strip()}
    if person_id is not None and not Person.objects.filter(pk=person_id).exists():
        problems["person_id"] = "There is no such record."
    if problems:
        raise Invalid(problems)
    made = RelevantHistory.objects.create(
        contact=contact, adult=adult, person_id=person_id, words=words, by=reader.user, at=worktime.now()
    )
    timeline.record(events.HistoryNoted(history=made.pk), subjects.of_contact(contact))
    return made
