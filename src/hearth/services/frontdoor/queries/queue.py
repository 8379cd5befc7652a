"""The queue and the lists like it: contacts as lines, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When

from hearth.foundation import packs, worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.models import Restriction
from hearth.foundation.access.readers import Reader
from hearth.foundation.gathering import Rows, gather
from hearth.foundation.standards.engine import State
from hearth.foundation.standards.queries import Timescale, nearest
from hearth.foundation.timeline.models import Head
from hearth.foundation.worktime import duration_words
from hearth.people.folding import fold
from hearth.people.queries import age_words
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.models import Contact, ContactLine, ContactReading, Grading, HandOver, Recommendation, Telling
from hearth.services.frontdoor.pack import FrontDoor, Grade, front_door
from hearth.web.words import moment

PAGE = 50
OF_CONTACT = (
    "number", "received_at", "stage", "team", "grade", "child_protection", "closed_at", "daytime_from", "out_of_hours",
    "referrer_kind", "referrer_agency__name", "holder__name",
)  # fmt: skip
OF_LINE = (
    "contact", "safe_until", "person__mother", "person__forenames", "person__surname", "person__kind", "person__date_of_birth",
    "person__birth_estimated", "person__expected_date", "person__mother__surname",
)  # fmt: skip
SORTS = {"clock": "Next clock", "received": "Received", "urgency": "Urgency"}


@dataclass(frozen=True)
class QueueLine:
    """One line of the queue: the contact, its children as this reader sees them, its nearest clock, what holds it."""

    contact: Contact
    names: str
    grade: Grade | None
    clock: Timescale | None
    holding: str
    unread: bool
    safe_until: datetime | None
    waiting: list[Recommendation]

    @property
    def is_late(self) -> bool:
        """Has its nearest clock run out?"""
        return self.clock is not None and self.clock.state is State.OVERDUE

    @property
    def late_words(self) -> str:
        """ "LATE 12 minutes", or that the limit had passed before anybody could know of it."""
        clock = self.clock
        if clock is None or clock.row.due_at is None:
            return ""
        if clock.row.passed_before_identified:
            return "LATE, passed before identified"
        return f"LATE {duration_words(worktime.now() - clock.row.due_at)}"

    @property
    def elapsed(self) -> str:
        """How long ago it was received."""
        return _elapsed(self.contact)

    @property
    def source(self) -> str:
        """Who told us, and when."""
        told_by = self.contact.referrer_agency or self.contact.get_referrer_kind_display().lower()
        return f"{told_by} · {moment(self.contact.received_at)}"

    @property
    def limit(self) -> str:
        """The nearest clock in words, and until when a child is safe."""
        clock = self.clock
        words = "nothing due"
        if clock is not None:
            by = f": by {moment(clock.row.due_at)}" if clock.row.due_at else ""
            words = f"{clock.rule.title}{by}, {clock.words}"
        return f"{words} · safe until {moment(self.safe_until)}" if self.safe_until else words

    @property
    def holder(self) -> str:
        """Who has it."""
        return f"with {self.contact.holder}" if self.contact.holder else "nobody has it"


@dataclass(frozen=True)
class Wanted:
    """What of the queue is wanted: sorted how, of which urgency, stage and team, one's own or everybody's."""

    sort: str = "clock"
    grade: str = ""
    stage: str = ""
    team: str = ""
    mine: bool = False
    text: str = ""
    page: int = 1

    @property
    def narrowed(self) -> bool:
        """Does it leave anything out?"""
        return bool(self.grade or self.stage or self.team or self.mine or self.text.strip())


def queue(
    reader: Reader,
    *,
    page: int = 1,
    grade: str = "",
    mine: bool = False,
    text: str = "",
    stage: str = "",
    team: str = "",
    sort: str = "clock",
) -> Page[QueueLine]:
    """Open contacts, the nearest clock first unless sorted otherwise, fifty a page."""
    wanted = Wanted(sort, grade, stage, team, mine, text, page)
    rows = _sorted(_narrowed(open_contacts(reader), reader, wanted), sort)
    return page_of(reader, rows, page)


def page_of(reader: Reader, rows: QuerySet[Contact], page: int) -> Page[QueueLine]:
    """Fifty contacts of a list as lines. All its keys come in one query: what is open is some hundreds."""
    found = Paginator(list(rows.values_list("pk", flat=True)), PAGE).get_page(page)
    found.object_list = lines_of(reader, list(found.object_list))
    return found


def open_contacts(reader: Reader) -> QuerySet[Contact]:
    """Every open contact this reader may see, the nearest clock first."""
    due = Head.objects.filter(kind="contact", subject_id=OuterRef("pk")).values("next_due_at")[:1]
    rows = limiting.limit(Contact.objects.filter(closed_at=None), reader, capabilities.VIEW)
    return rows.annotate(next_due=Subquery(due)).order_by(F("next_due").asc(nulls_last=True), "received_at", "number")


def on_list_of(team: str) -> Q:
    """The contacts on a team's list now: taken out of hours they are out-of-hours' until the office opens, then the day's."""
    door, now = front_door(), worktime.now()
    if team == door.out_of_hours_team:
        return Q(team=team) & (Q(daytime_from=None) | Q(daytime_from__gt=now))
    if team == door.team:
        return Q(team=team) | Q(team=door.out_of_hours_team, daytime_from__lte=now)
    return Q(team=team) | Q(hand_overs__to_team=team, hand_overs__withdrawn_at=None)


def _narrowed(rows: QuerySet[Contact], reader: Reader, wanted: Wanted) -> QuerySet[Contact]:
    if wanted.grade:
        rows = rows.filter(grade="" if wanted.grade == "none" else wanted.grade)
    if wanted.mine:
        rows = rows.filter(holder=reader.user)
    if wanted.stage:
        rows = rows.filter(stage=wanted.stage)
    if wanted.team:
        rows = rows.filter(on_list_of(wanted.team)).distinct()
    text = wanted.text.strip()
    if text.isdecimal() and len(text) < 18:
        rows = rows.filter(number=int(text))
    elif text:
        # Only a child whom the reader may see can be found by name: finding must not say that a hidden one is here.
        named = ContactLine.objects.filter(contact=OuterRef("pk"), person__search_name__icontains=fold(text))
        rows = rows.filter(Exists(limiting.limit(named, reader, capabilities.VIEW)) | Q(referrer_name__icontains=text))
    return rows


def _sorted(rows: QuerySet[Contact], sort: str) -> QuerySet[Contact]:
    if sort == "clock":
        return rows.order_by(_needs_more(), F("next_due").asc(nulls_last=True), "received_at", "number")
    if sort == "received":
        return rows.order_by("received_at", "number")
    if sort == "urgency":
        ranks = [grade.code for grade in front_door().grades]
        return rows.order_by(*_by_rank(ranks), F("next_due").asc(nulls_last=True), "number")
    return rows


def _needs_more() -> Case:
    """What out-of-hours handed over as needing more stands first from opening time until somebody of the daytime takes it."""
    waits = When(
        shift_outcome__kind="further",
        team=front_door().out_of_hours_team,
        daytime_from__lte=worktime.now(),
        then=Value(0),
    )
    return Case(waits, default=Value(1), output_field=IntegerField())


def _by_rank(ranks: list[str]) -> list[Any]:
    cases = [When(grade=code, then=Value(place)) for place, code in enumerate(ranks)]
    urgent = Case(When(child_protection=True, then=Value(0)), default=Value(1), output_field=IntegerField())
    return [Case(*cases, default=Value(len(ranks)), output_field=IntegerField()), urgent] if cases else [urgent]


def lines_shown(reader: Reader, contacts: Iterable[Contact]) -> list[QueueLine]:
    """Contacts as queue lines, in a fixed number of queries."""
    return lines_of(reader, [contact.pk for contact in contacts])


def lines_of(reader: Reader, contacts: list[UUID]) -> list[QueueLine]:
    """The same by their ids, reading of each table only what a line shows."""
    if not contacts:
        return []
    rows = Contact.objects.filter(pk__in=contacts).select_related("holder", "referrer_agency").only(*OF_CONTACT)
    by_id = {one.pk: one for one in rows.annotate(read_here=Exists(_readings(reader)))}
    lines = _children(reader, by_id)
    visible = [line for those in lines.values() for line in those if line.seen_here]  # type: ignore[attr-defined]
    hidden = [line.person_id for those in lines.values() for line in those if not line.seen_here]  # type: ignore[attr-defined]
    sealed = _sealed(hidden) if hidden else set()
    kept = _kept(by_id, visible)
    clocks = nearest("contact", by_id)
    door = front_door()
    return [_line(by_id[key], lines[key], sealed, clocks.get(key), door, kept[key]) for key in contacts if key in by_id]


def _children(reader: Reader, contacts: Iterable[UUID]) -> dict[UUID, list[ContactLine]]:
    """The children of some contacts in their order, each with whether this reader may see them, as `seen_here`."""
    may = limiting.may_see(ContactLine, reader, capabilities.VIEW)
    rows = ContactLine.objects.filter(contact__in=list(contacts)).select_related("person__mother").only(*OF_LINE)
    found: dict[UUID, list[ContactLine]] = defaultdict(list)
    for line in rows.annotate(seen_here=may).order_by("position"):
        found[line.contact_id].append(line)
    return found


@dataclass
class Kept:
    """What else says what is holding a contact."""

    offers: list[HandOver] = field(default_factory=list)
    untold: list[Telling] = field(default_factory=list)
    graded: list[Grading] = field(default_factory=list)
    drafted: list[Recommendation] = field(default_factory=list)


def _kept(contacts: Iterable[UUID], visible: list[ContactLine]) -> dict[UUID, Kept]:
    of_contact = {"contact": list(contacts)}
    by_line = {line.pk: line for line in visible}
    offers, untold, graded = gather(
        rows=[
            Rows(HandOver, of_contact, ("contact", "line", "to_team", "offered_at", "accepted_at", "withdrawn_at", "declined_by")),
            Rows(Telling, of_contact | {"status": ["to_tell"]}, ("contact", "whom")),
            Rows(Grading, of_contact, ("contact", "takes_effect", "confirmed_at")),
        ]
    )
    drafted = Recommendation.objects.filter(line__in=list(by_line), status=Recommendation.WAITING)
    found: dict[UUID, Kept] = defaultdict(Kept)
    for name, rows in (("offers", offers), ("untold", untold), ("graded", graded)):
        for row in rows:
            getattr(found[row.contact_id], name).append(row)  # type: ignore[attr-defined]
    for draft in drafted.select_related("by").only("line", "at", "by__name").order_by("line", "version"):
        found[by_line[draft.line_id].contact_id].drafted.append(draft)
    return found


def _sealed(people: list[UUID]) -> set[UUID]:
    rows = Restriction.objects.filter(kind="person", subject_id__in=people, ended_at=None, level=Restriction.SEALED)
    return set(rows.values_list("subject_id", flat=True))


def _readings(reader: Reader) -> QuerySet[Any]:
    rows = ContactReading.objects.filter(contact=OuterRef("pk"))
    return rows.filter(Q(front_door=True) if front_door().team in reader.teams else Q(user=reader.user))


def _line(
    contact: Contact, children: list[ContactLine], sealed: set[UUID], clock: Timescale | None, door: FrontDoor, kept: Kept
) -> QueueLine:
    lines = [line for line in children if line.seen_here or line.person_id not in sealed]  # type: ignore[attr-defined]
    names = "; ".join(_short(line) for line in lines) or "No child named"
    safe = [line.safe_until for line in lines if line.safe_until and line.seen_here]  # type: ignore[attr-defined]
    came = contact.daytime_from is not None and contact.daytime_from <= worktime.now()
    unread = came and not contact.read_here  # type: ignore[attr-defined]
    holding = _holding(contact, kept, door, unread)
    return QueueLine(contact, names, door.grade(contact.grade), clock, holding, unread, min(safe, default=None), kept.drafted)


def _short(line: ContactLine) -> str:
    if not line.seen_here:  # type: ignore[attr-defined]
        return "Restricted record"
    age = age_words(line.person)
    return line.person.name if line.person.name.endswith(age) else f"{line.person.name}, {age}"


def _holding(contact: Contact, kept: Kept, door: FrontDoor, unread: bool) -> str:
    """What is holding a contact, in a few words."""
    waits = [one for one in kept.offers if one.accepted_at is None and one.withdrawn_at is None]
    if waits:
        oldest = waits[0]
        team = packs.active().teams.get(oldest.to_team)
        whom = team.title if team else oldest.to_team
        return f"passed to {whom}, not accepted since {moment(oldest.offered_at)}: still ours"
    accepted = {one.line_id for one in kept.offers if one.accepted_at is not None}
    if any(one.declined_by_id and one.line_id not in accepted for one in kept.offers) and not waits:
        return "declined: to pass on again"
    if unread:
        return f"from out of hours, {_elapsed(contact)} already elapsed, not yet opened"
    if contact.daytime_from and contact.daytime_from <= worktime.now() and contact.team != door.team:
        return f"from out of hours, {_elapsed(contact)} already elapsed, not yet allocated"
    if door.grades_on == "contact" and kept.graded and kept.graded[-1].confirmed_at is None:
        return "urgency to confirm" if kept.graded[-1].takes_effect else "lower urgency proposed, to confirm"
    if contact.stage == "sign_off":
        return "analysis drafted, to sign off"
    if contact.stage == "decided":
        return _after_decision(kept)
    if contact.holder_id is None:
        return f"{contact.get_stage_display().lower()}, not yet allocated"
    return str(contact.get_stage_display()).lower()


def _elapsed(contact: Contact) -> str:
    return duration_words(worktime.now() - contact.received_at)


def _after_decision(kept: Kept) -> str:
    untold = {one.whom for one in kept.untold}
    if "referrer" in untold:
        return "decided, referrer not yet told"
    if untold:
        return "decided, family not yet told"
    return "everything told: to close"


@dataclass(frozen=True)
class Counts:
    """The queue's first line, and what the manager's board adds."""

    open: int
    within_the_hour: int
    late: int


def counts(reader: Reader) -> Counts:
    """How many are open, due within the hour, and late."""
    now = worktime.now()
    soon = Q(next_due__gte=now, next_due__lte=now + timedelta(hours=1))
    found = (
        open_contacts(reader)
        .order_by()
        .aggregate(
            open=Count("pk", distinct=True),
            within=Count("pk", filter=soon, distinct=True),
            late=Count("pk", filter=Q(next_due__lt=now), distinct=True),
        )
    )
    return Counts(found["open"], found["within"], found["late"])


def most_urgent(reader: Reader) -> list[Contact]:
    """Open contacts of the most urgent grade, for announcing a new one to those who do not see the screen."""
    door = front_door()
    if door.grades_on != "contact" or not door.grades:
        rows = Contact.objects.filter(closed_at=None, child_protection=True)
    else:
        rows = Contact.objects.filter(closed_at=None, grade=door.grades[0].code)
    return list(limiting.limit(rows.only("number"), reader, capabilities.VIEW).order_by("received_at"))
