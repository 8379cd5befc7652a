"""What people look at of a record: case notes, decisions to carry out, and everything shared about a child."""

from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator

from hearth.foundation import packs, worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.log import log
from hearth.foundation.access.models import RoleHeld, User
from hearth.foundation.access.readers import Reader
from hearth.people import capabilities, identities
from hearth.people.models import Person
from hearth.services.frontdoor.queries.chronology import Dated, DatedOf, as_typed, dated_lines
from hearth.services.recording.models import CaseNote, SharingDecision, SharingRequest, ShortChronology

PAGE = 50


@dataclass(frozen=True)
class NotesShown:
    """The case notes of one child, the latest event first."""

    person: Person
    page: "Page[CaseNote]"
    kind: str
    attempts: int


def case_notes(reader: Reader, person_id: UUID, *, kind: str = "", number: str = "1") -> NotesShown:
    """A child's case notes to look at; the look is logged. Raises Refused or NotFound."""
    person = limiting.read(Person, person_id, reader, capabilities.VIEW)
    rows = identities.written(CaseNote.objects.all(), person.pk).select_related("author", "responsible", "done__by")
    attempts = rows.filter(kind="attempt").count()
    chosen = (rows.filter(kind=kind) if kind else rows).prefetch_related("corrections__by")
    return NotesShown(person, Paginator(chosen, PAGE).get_page(number), kind, attempts)


def own_actions(reader: Reader) -> list[CaseNote]:
    """The decisions whose action this reader is responsible for and has not carried out, the nearest day first."""
    rows = limiting.limit(CaseNote.objects.filter(kind="decision", done=None), reader, capabilities.VIEW)
    return list(rows.filter(responsible=reader.user).select_related("person__mother", "author").order_by("due_on", "pk"))


@dataclass(frozen=True)
class SharingShown:
    """Everything about sharing one child's information: what was asked and waits, what was decided."""

    person: Person
    waiting: list[SharingRequest]
    decided: list[SharingDecision]

    @property
    def unreceived(self) -> list[SharingDecision]:
        """Critical information that nobody is known to have received."""
        return [one for one in self.decided if one.awaits_receipt]


def sharing_log(reader: Reader, person_id: UUID, *, printing: bool = False) -> SharingShown:
    """What was asked for and shared about a child, or not shared; looking, and printing, is logged."""
    person = limiting.read(Person, person_id, reader, capabilities.VIEW)
    if printing:
        log("export", reader, kind="person", subject_id=str(person_id), capability=capabilities.VIEW)
    decided = identities.written(SharingDecision.objects.all(), person.pk).select_related(
        "by", "request", "overridden_by", "receipt"
    )
    waiting = identities.written(SharingRequest.objects.filter(answer=None), person.pk).order_by("asked_at")
    return SharingShown(person, list(waiting), list(decided))


@dataclass(frozen=True)
class ChronologyShown:
    """A short chronology as it is written or stands: the child and contact, the version shown, its lines."""

    about: DatedOf
    version: int
    lines: list[Dated]

    @property
    def text(self) -> str:
        """The lines as they are typed."""
        return as_typed(self.lines)


def chronology_to_write(reader: Reader, line_id: UUID, *, build: bool) -> ChronologyShown:
    """What the page begins with: the version that stands, and where it is built what is known and not in it yet.

    Raises Refused or NotFound for a child on a contact that this reader may not recommend on.
    """
    about = dated_lines(reader, line_id)
    last = ShortChronology.objects.filter(line=line_id).last()
    lines = last.dated if last else []
    if build:
        lines = sorted(lines + [one for one in about.lines if one not in lines], key=lambda one: one.on)
    return ChronologyShown(about, last.version if last else 0, lines)


def short_chronology(reader: Reader, line_id: UUID) -> ShortChronology | None:
    """The chronology that goes with a child's referral, for whoever may see the referral."""
    return ShortChronology.objects.filter(line=line_id).select_related("by").last()


def managers(reader: Reader) -> list[User]:
    """Those who allocate work now, other than the reader: managers who may override a refusal."""
    now = worktime.now()
    roles = packs.active().roles_with(capabilities.ALLOCATE)
    held = RoleHeld.objects.filter(role__in=roles, starts_at__lte=now).exclude(ends_at__lte=now)
    return list(User.objects.filter(pk__in=held.values("user_id")).exclude(pk=reader.id).order_by("name", "pk"))
