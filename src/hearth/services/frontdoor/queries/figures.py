"""The front door counted by day, week and month, of the contacts a reader may see. Every number has its list."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from hearth.foundation import packs, worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.models import RoleHeld
from hearth.foundation.access.readers import Reader
from hearth.foundation.standards.models import Obligation
from hearth.foundation.standards.queries import Timescale, timescale
from hearth.people import codes as people_codes
from hearth.people.queries import served_at
from hearth.services.frontdoor import capabilities, codes
from hearth.services.frontdoor.models import Advice, Contact, ContactLine, Decision, HandOver, Referral
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries.periods import Period
from hearth.services.frontdoor.queries.queue import QueueLine, lines_shown

IN_TIME = timedelta(hours=24)
MOST = 400
"""Records that one list behind a figure shows at most."""


@dataclass(frozen=True)
class Listed:
    """One record behind a figure."""

    contact: Contact
    words: str


@dataclass(frozen=True)
class Figure:
    """A number with its name and the records behind it."""

    title: str
    rows: list[Listed]

    @property
    def number(self) -> int:
        """How many."""
        return len(self.rows)


@dataclass(frozen=True)
class BoardRow:
    """One row of the daily board. What was outstanding, plus received, less completed, is outstanding."""

    title: str
    before: Figure
    received: Figure
    completed: Figure
    outstanding: Figure


def _contacts(reader: Reader) -> QuerySet[Contact]:
    return limiting.limit(Contact.objects.all(), reader, capabilities.VIEW)


def daily_board(reader: Reader, day: Period) -> list[BoardRow]:
    """Contacts and decisions of a day: received, completed, outstanding."""
    rows = _contacts(reader).filter(received_at__lt=day.ends_at).exclude(closed_at__lt=day.starts_at).order_by("received_at")
    contacts = [(Listed(one, f"Contact {one.number}"), one.received_at, one.closed_at) for one in rows]
    return [_board_row("Contacts", contacts, day), _board_row("Decisions", _decisions_asked(reader, day), day)]


def _decisions_asked(reader: Reader, day: Period) -> list[tuple[Listed, datetime, datetime | None]]:
    """A decision is asked for each child from the receipt of the contact, unless the contact ended without one."""
    lines = limiting.limit(ContactLine.objects.all(), reader, capabilities.VIEW).filter(contact__received_at__lt=day.ends_at)
    lines = lines.exclude(contact__closed_at__isnull=False, outcome="").exclude(contact__closed_at__lt=day.starts_at)
    made = Decision.objects.order_by("at")
    found = []
    for line in lines.select_related("contact", "person__mother").prefetch_related(Prefetch("decisions", made, to_attr="made")):
        at = line.made[-1].at if line.outcome and line.made else None
        found.append((Listed(line.contact, f"Contact {line.contact.number}: {line.person.name}"), line.contact.received_at, at))
    return found


def _board_row(title: str, found: list[tuple[Listed, datetime, datetime | None]], day: Period) -> BoardRow:
    before = [one for one, came, done in found if came < day.starts_at and (done is None or done >= day.starts_at)]
    received = [one for one, came, _ in found if day.holds(came)]
    completed = [one for one, _, done in found if day.holds(done)]
    left = [one for one, came, done in found if came < day.ends_at and (done is None or done >= day.ends_at)]
    return BoardRow(
        title,
        Figure("Outstanding the day before", before),
        Figure("Received", received),
        Figure("Completed", completed),
        Figure("Outstanding", left),
    )


@dataclass(frozen=True)
class DailyLine:
    """One contact of the daily report, with each of its dated limits."""

    line: QueueLine
    limits: list[Timescale]


def daily_report(reader: Reader, day: Period) -> list[DailyLine]:
    """Every contact received on a day, or still open on it: received, stage, and each limit with the time left or how it ended."""
    rows = _contacts(reader).filter(received_at__lt=day.ends_at).exclude(closed_at__lt=day.starts_at)
    lines = lines_shown(reader, list(rows.order_by("received_at", "number")[:MOST]))
    seen = limiting.limit(ContactLine.objects.all(), reader, capabilities.VIEW)
    children = {str(one) for one in seen.filter(contact__in=[one.contact.pk for one in lines]).values_list("person_id", flat=True)}
    limits: dict[UUID, list[Timescale]] = {}
    owed = Obligation.objects.filter(head__kind="contact", head__subject_id__in=[one.contact.pk for one in lines])
    owed = owed.filter(due_at__isnull=False, superseded_by=None, waived_at=None).select_related("head").order_by("due_at", "key")
    for row in owed:
        one = timescale(row)
        theirs = row.per is None or len(row.per) != 36 or row.per in children
        if theirs and (one.is_open or day.holds(row.met_at) or day.holds(row.due_at)):
            limits.setdefault(row.head.subject_id, []).append(one)
    return [DailyLine(line, limits.get(line.contact.pk, [])) for line in lines]


@dataclass(frozen=True)
class Week:
    """The weekly report."""

    period: Period
    outcomes: list[Figure]
    counted: list[Figure]
    days: str
    decided: Figure

    @property
    def total(self) -> int:
        """All contacts received: what the register holds of the week."""
        return sum(one.number for one in self.outcomes)


def weekly(reader: Reader, week: Period) -> Week:
    """A week's contacts by outcome, how long decisions took, what was passed on, advice given, and who came again."""
    received = list(_received(reader, week).prefetch_related("lines", "handlings"))
    taken = _days_taken(reader, week)
    mean = f"{sum(days for _, days in taken) / len(taken):.1f}" if taken else ""
    decided = Figure("Decisions made", [Listed(one.contact, f"{one.words}: {_days(days)}") for one, days in taken])
    counted = [*_referrals_passed(reader, week), _with_worker(received), _early_help_open(received), _again(reader, week)]
    return Week(week, _by_outcome(received), [*counted, *_advice(reader, week)], mean, decided)


def _received(reader: Reader, period: Period) -> QuerySet[Contact]:
    rows = _contacts(reader).filter(received_at__gte=period.starts_at, received_at__lt=period.ends_at)
    return rows.order_by("received_at", "number")


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def outcome_of(contact: Contact) -> str:
    """How a contact ended, as it is counted: once, whatever the number of its children."""
    outcomes = {line.outcome for line in contact.lines.all()}
    if "" not in outcomes and outcomes:
        return outcomes.pop() if len(outcomes) == 1 else "several"
    if contact.is_open:
        return "undecided"
    return "redirected" if contact.kind == "not_ours" else "ended_with_advice"


def _by_outcome(contacts: list[Contact]) -> list[Figure]:
    titles = {one.code: one.title for one in front_door().outcomes} | {
        "several": "Different outcomes for brothers and sisters",
        "ended_with_advice": "Ended with advice before a decision",
        "redirected": "Redirected, not for children's services",
        "undecided": "Not yet decided",
    }
    found: dict[str, list[Listed]] = {code: [] for code in titles}
    for one in contacts:
        found.setdefault(outcome_of(one), []).append(Listed(one, f"Contact {one.number}"))
    return [Figure(titles.get(code, code), rows) for code, rows in found.items()]


def _made(reader: Reader, period: Period) -> QuerySet[Decision]:
    lines = limiting.limit(ContactLine.objects.all(), reader, capabilities.VIEW)
    rows = Decision.objects.filter(at__gte=period.starts_at, at__lt=period.ends_at, line__in=lines)
    return rows.select_related("line__contact", "line__person__mother").order_by("at")


def _days_taken(reader: Reader, week: Period) -> list[tuple[Listed, int]]:
    """The decisions of a week with the days each took from receipt; a day that was begun counts."""
    found = []
    for one in _made(reader, week):
        contact = one.line.contact
        days = max(1, ceil((one.at - contact.received_at) / timedelta(days=1)))
        found.append((Listed(contact, f"Contact {contact.number}: {one.line.person.name}"), days))
    return found


def _referrals_passed(reader: Reader, week: Period) -> list[Figure]:
    """The referrals passed to each team that an outcome opens one at, and not taken back."""
    lines = limiting.limit(ContactLine.objects.all(), reader, capabilities.VIEW)
    rows = HandOver.objects.filter(
        offered_at__gte=week.starts_at, offered_at__lt=week.ends_at, withdrawn_at=None, referral__isnull=False, line__in=lines
    )
    by_team: dict[str, list[Listed]] = {one.team: [] for one in front_door().outcomes if one.opens_referral and one.team}
    for one in rows.select_related("contact", "line__person__mother").order_by("offered_at"):
        if one.line is not None:
            by_team.setdefault(one.to_team, []).append(Listed(one.contact, one.line.person.name))
    teams = packs.active().teams
    return [Figure(f"Referrals passed to {teams[code].title if code in teams else code}", rows) for code, rows in by_team.items()]


def _with_worker(contacts: list[Contact]) -> Figure:
    return Figure("Passed to a worker who had the child already", _listed(one for one in contacts if one.kind == "has_worker"))


def _early_help_open(contacts: list[Contact]) -> Figure:
    """Contacts about a child with early help at the time, whatever their outcome."""
    helped = served_at("early_help", [line.person_id for one in contacts for line in one.lines.all()])
    found = []
    for one in contacts:
        day = one.received_at.astimezone(worktime.LONDON).date()
        spans = [span for line in one.lines.all() for span in helped.get(line.person_id, [])]
        if any(opened <= day and (closed is None or day <= closed) for opened, closed in spans):
            found.append(one)
    return Figure("About a child with early help at the time", _listed(found))


def _again(reader: Reader, week: Period) -> Figure:
    rows = limiting.limit(Referral.objects.all(), reader, capabilities.VIEW).filter(
        re_referral=True, received_at__gte=week.starts_at, received_at__lt=week.ends_at
    )
    found = rows.select_related("line__contact", "person__mother").order_by("received_at")
    return Figure("Re-referrals", [Listed(one.line.contact, f"Referral {one.number}: {one.person.name}") for one in found])


def _advice(reader: Reader, week: Period) -> list[Figure]:
    """Advice given in a week: by social workers, and by others, counted apart."""
    rows = Advice.objects.filter(at__gte=week.starts_at, at__lt=week.ends_at, contact__in=_contacts(reader))
    given = list(rows.select_related("contact", "by").order_by("at"))
    held = RoleHeld.objects.filter(user__in={one.by_id for one in given}, role__in=front_door().roles.recommends)
    workers = {
        one.pk
        for one in given
        for role in held
        if role.user_id == one.by_id and role.starts_at <= one.at and (role.ends_at is None or role.ends_at > one.at)
    }
    by_worker = [Listed(one.contact, f"Contact {one.contact.number}, {one.by}") for one in given if one.pk in workers]
    by_others = [Listed(one.contact, f"Contact {one.contact.number}, {one.by}") for one in given if one.pk not in workers]
    return [Figure("Advice given by social workers", by_worker), Figure("Advice given by officers", by_others)]


def _listed(contacts: Iterable[Contact]) -> list[Listed]:
    return [Listed(one, f"Contact {one.number}") for one in contacts]


@dataclass(frozen=True)
class Share:
    """A number, and its share of the whole."""

    title: str
    number: int
    percent: str


@dataclass(frozen=True)
class Month:
    """The scorecard of a month."""

    period: Period
    contacts: int
    referrals: int
    became: str
    decisions: int
    in_time: int
    in_time_share: str
    late: list[Listed] = field(default_factory=list)
    sources: list[tuple[str, int, int]] = field(default_factory=list)
    outcomes: list[Share] = field(default_factory=list)
    channels: list[Share] = field(default_factory=list)


def monthly(reader: Reader, month: Period) -> Month:
    """A month's decisions in 24 hours, contacts and referrals with their sources, outcomes and channels."""
    contacts = list(_received(reader, month).prefetch_related("lines"))
    referrals = list(
        limiting.limit(Referral.objects.all(), reader, capabilities.VIEW)
        .filter(received_at__gte=month.starts_at, received_at__lt=month.ends_at)
        .select_related("line__contact")
    )
    decided = list(_made(reader, month))
    late = [one for one in decided if one.at - one.line.contact.received_at > IN_TIME]
    became = {one.line.contact_id for one in referrals}
    return Month(
        month,
        len(contacts),
        len(referrals),
        _percent(sum(1 for one in contacts if one.pk in became), len(contacts)),
        len(decided),
        len(decided) - len(late),
        _percent(len(decided) - len(late), len(decided)),
        [Listed(one.line.contact, f"Contact {one.line.contact.number}: {one.line.person.name}") for one in late],
        _sources(contacts, referrals),
        [Share(one.title, one.number, _percent(one.number, len(contacts))) for one in _by_outcome(contacts)],
        _shares(dict(codes.CHANNEL), Counter(one.channel for one in contacts)),
    )


def _sources(contacts: list[Contact], referrals: list[Referral]) -> list[tuple[str, int, int]]:
    came = Counter(one.referrer_source for one in contacts)
    opened = Counter(one.line.contact.referrer_source for one in referrals)
    return [(title, came[code], opened[code]) for code, title in people_codes.REFERRAL_SOURCE if came[code] or opened[code]]


def _shares(titles: dict[str, str], counted: Counter[str]) -> list[Share]:
    whole = sum(counted.values())
    return [Share(title, counted[code], _percent(counted[code], whole)) for code, title in titles.items()]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "none"
