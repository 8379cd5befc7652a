"""Writing a case note, correcting one, and carrying out the action of a decision."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import PERSON, check
from hearth.foundation.access.models import Notice, User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.models import Event
from hearth.people import capabilities
from hearth.people.actions import subject
from hearth.people.models import Person
from hearth.services.recording import events
from hearth.services.recording.codes import NOTE_KINDS
from hearth.services.recording.models import ActionDone, CaseNote, NoteCorrection

WANTED = {
    "present": "List who was there, each on a line.",
    "seen_or_said": "Write what was seen and said.",
    "attributed": "Say whether every statement says whose it is.",
    "purpose": "Write what this session was for.",
    "family_aim": "Write what the family wants from it.",
    "practitioner_aim": "Write what you want from it.",
    "session_outcome": "Write what came of it.",
    "method": "Choose how it was tried.",
    "decision": "Write what was decided.",
    "view": "Write the analysis behind it.",
    "responsible": "Name the person responsible.",
    "action": "Write what is to be done.",
    "due_on": "Say by when.",
}


@dataclass(frozen=True)
class NoteGiven:
    """What its author writes in a case note; each kind asks only for its own parts."""

    happened_at: datetime
    summary: str
    present: list[str] = field(default_factory=list)
    seen_or_said: str = ""
    said: list[dict[str, str]] = field(default_factory=list)
    attributed: str = ""
    view: str = ""
    grounds: str = ""
    impact: str = ""
    child_voice: str = ""
    family_voice: str = ""
    voice_reason: str = ""
    purpose: str = ""
    family_aim: str = ""
    practitioner_aim: str = ""
    session_outcome: str = ""
    method: str = ""
    consulted: list[dict[str, str]] = field(default_factory=list)
    decision: str = ""
    responsible: User | None = None
    action: str = ""
    due_on: date | None = None


@action(capabilities.CHANGE)
def write_note(reader: Reader, person_id: UUID, *, kind: str, given: NoteGiven) -> CaseNote:
    """Write and sign a case note about one child. It cannot be changed afterwards: a correction stands beside it.

    Raises Invalid with the field named where the kind lacks what it needs, an opinion has no grounds, a visit has
    neither voice nor a reason why, or somebody consulted is not named in full.
    """
    person = check(Person, person_id, reader, capabilities.CHANGE)
    _check(kind, given)
    values = {one.name: getattr(given, one.name) for one in fields(given)}
    made = CaseNote.objects.create(person=person, kind=kind, author=reader.user, written_at=worktime.now(), **values)
    timeline.record(_event(made), subject(person_id), happened_at=given.happened_at)
    if made.responsible is not None and made.responsible_id != reader.id:
        Notice.objects.create(
            user=made.responsible,
            title="You are responsible for a decision that was recorded: see your actions",
            kind="person",
            subject_id=person_id,
            key=f"decision:{made.pk}",
            at=worktime.now(),
        )
    return made


def note_what_happened(event: Event, kind: str, summary: str) -> list[CaseNote]:
    """Put an event of another room among the notes of every child it is about, signed by whoever recorded it.

    `summary` stands on each child's own record, so it names nobody.
    """
    author = event.recorded_by
    if author is None:  # nobody signs for what a job recorded
        return []
    about = event.links.filter(head__kind=PERSON).order_by("head_id").values_list("head__subject_id", flat=True)
    made = [
        CaseNote.objects.create(
            person_id=person_id,
            kind=kind,
            happened_at=event.happened_at,
            written_at=worktime.now(),
            author_id=author,
            summary=summary,
        )
        for person_id in about
    ]
    for note in made:
        timeline.record(_event(note), subject(note.person_id), happened_at=note.happened_at)
    return made


def _event(made: CaseNote) -> timeline.EventKind:
    if made.kind == "attempt":
        return events.AttemptMade(note=made.pk, method=made.method)
    if made.kind == "decision" and made.responsible_id is not None and made.due_on is not None:
        return events.DecisionNoted(note=made.pk, responsible=made.responsible_id, due_on=made.due_on)
    return events.NoteWritten(note=made.pk, kind=made.kind)


def _check(kind: str, given: NoteGiven) -> None:
    chosen = NOTE_KINDS.get(kind)
    if chosen is None:
        raise Invalid({"kind": "Choose what kind of note this is."})
    wanted = {name: getattr(given, name) for name in chosen.needs}
    problems = {name: WANTED[name] for name, value in wanted.items() if not (value.strip() if isinstance(value, str) else value)}
    if given.happened_at > worktime.now():
        problems["happened_at"] = "The time must not be in the future."
    if not given.summary.strip():
        problems["summary"] = "Say in one line what this is about."
    if given.view and "grounds" in chosen.parts and not given.grounds.strip():
        problems["grounds"] = "You give your view. Write what it rests on."
    if chosen.voices and not (given.child_voice.strip() and given.family_voice.strip()) and not given.voice_reason.strip():
        problems["voice_reason"] = "The child's or the family's voice is missing. Write it, or say why it is not here."
    if bad := [one for one in given.consulted if len(one["name"].split()) < 2 or not one["contact"].strip()]:
        problems["consulted"] = f"Write the full name and contact details of whoever was consulted: {bad[0]['name']}."
    if problems:
        raise Invalid(problems)


@action(capabilities.CHANGE)
def correct_note(reader: Reader, note_id: UUID, *, words: str, reason: str) -> NoteCorrection:
    """Add a dated correction to a case note; what was written stays."""
    note = check(CaseNote, note_id, reader, capabilities.CHANGE)
    problems = {}
    if not words.strip():
        problems["words"] = "Write what it should say."
    if not reason.strip():
        problems["reason"] = "Say why it is corrected."
    if problems:
        raise Invalid(problems)
    made = NoteCorrection.objects.create(note=note, words=words.strip(), reason=reason.strip(), by=reader.user, at=worktime.now())
    timeline.record(events.NoteCorrected(note=note.pk), subject(note.person_id))
    return made


@action(capabilities.CHANGE)
def finish_action(reader: Reader, note_id: UUID, *, words: str) -> ActionDone:
    """Record that the action of a decision was carried out, and what came of it."""
    note = check(CaseNote, note_id, reader, capabilities.CHANGE)
    if note.kind != "decision" or ActionDone.objects.filter(note=note).exists():
        raise Invalid("There is no action of a decision left to carry out here.")
    if not words.strip():
        raise Invalid({"words": "Say what was done."})
    made = ActionDone.objects.create(note=note, words=words.strip(), by=reader.user, at=worktime.now())
    timeline.record(events.ActionCarriedOut(note=note.pk), subject(note.person_id))
    return made
