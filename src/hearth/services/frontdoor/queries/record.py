"""What people look at between receipt and recommendation: the parts of the contact's page, and the lists at the start."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.db.models import Count, Q, QuerySet

from hearth.foundation import worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader
from hearth.people.models import Person, Relationship
from hearth.people.search import age_on
from hearth.services.frontdoor import capabilities, codes
from hearth.services.frontdoor.actions.basis import why_not_routine
from hearth.services.frontdoor.actions.common import duty_workers
from hearth.services.frontdoor.actions.conversation import conversation_to_hold
from hearth.services.frontdoor.actions.linking import reports
from hearth.services.frontdoor.actions.receiving import WRITTEN
from hearth.services.frontdoor.actions.screening import asks_danger, is_urgent, to_be_sorted
from hearth.services.frontdoor.models import Contact, Enquiry, RequestForm, WorkerCall
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries.ahead import Ahead
from hearth.services.frontdoor.relatives import adults_among, visible_children
from hearth.services.frontdoor.sight import children_seen
from hearth.services.frontdoor.suggesting import Suggestion, suggest_kind

UNCHECKED = "Whoever told us has not been checked to be who they say they are."
RANK = {code: place for place, (code, _) in enumerate(codes.PRIORITY)}


@dataclass(frozen=True)
class Earlier:
    """An earlier contact about the same children, with its date and how it ended."""

    contact: Contact
    results: str


@dataclass(frozen=True)
class Record:
    """Everything on a contact's page of this part of the work."""

    suggestion: Suggestion | None
    warnings: list[str]
    linked: list[Contact]
    earlier: list[Earlier]
    adults: list[Relationship]
    routine: str
    checks_left: list[str]
    on_duty: list[User]
    calls: list[WorkerCall]
    unanswered: list[Enquiry]
    form: RequestForm | None
    to_sort: bool
    urgent: bool
    asks_danger: bool


def record_of(reader: Reader, contact: Contact, ahead: Ahead) -> Record:
    """What the contact's page shows of kinds, basis, enquiries, screening and conversation."""
    door = front_door()
    done = {one.system for one in contact.checks.all()}
    screens = door.first_stage == "screening"
    return Record(
        suggestion=suggest_kind(reader, contact, ahead.involvements) if contact.is_open else None,
        warnings=warnings(reader, contact),
        linked=_visible(reader, [one for one in reports(contact) if one.pk != contact.pk]),
        earlier=earlier(reader, contact),
        adults=adults_among(visible_children(reader, contact), ahead.family),
        routine=why_not_routine(contact),
        checks_left=[title for code, title in door.checks.items() if code not in done],
        on_duty=duty_workers() if screens else [],
        calls=list(contact.worker_calls.all()),
        unanswered=[one for one in contact.enquiries.all() if one.answered_at is None],
        form=getattr(contact, "request_form", None),
        to_sort=to_be_sorted(contact),
        urgent=is_urgent(contact),
        asks_danger=asks_danger(contact),
    )


def _visible(reader: Reader, contacts: list[Contact]) -> list[Contact]:
    if not contacts:
        return []
    allowed = limiting.limit(Contact.objects.filter(pk__in=[one.pk for one in contacts]), reader, capabilities.VIEW)
    return list(allowed.order_by("received_at", "number"))


def withheld(reader: Reader, contact: Contact) -> bool:
    """Is there a child on the contact whom this reader may not see, so that what was said is kept from them?"""
    return len(children_seen(reader, contact)) < contact.lines.count()


def earlier(reader: Reader, contact: Contact) -> list[Earlier]:
    """Earlier contacts that name a child of this one whom the reader may see, the latest first, with their results."""
    ids = visible_children(reader, contact)
    rows = Contact.objects.filter(lines__person_id__in=ids, received_at__lt=contact.received_at).exclude(pk=contact.pk)
    found = limiting.limit(rows, reader, capabilities.VIEW).distinct().order_by("-received_at").prefetch_related("lines")
    door = front_door()
    shown = []
    for one in found:
        results = [door.outcome(line.outcome) for line in one.lines.all() if line.person_id in ids and line.outcome]
        words = ", ".join(dict.fromkeys(result.title for result in results if result)) or str(one.get_stage_display())
        shown.append(Earlier(one, words))
    return shown


def warnings(reader: Reader, contact: Contact) -> list[str]:
    """What a worker should know before an outcome, in words."""
    found = [_turned_18(line.person, contact) for line in children_seen(reader, contact)]
    if conversation_to_hold(contact):
        spoken = contact.channel not in WRITTEN | {"out_of_hours"}
        found.append(
            "No social worker took this call. It stands on the social workers' list: one speaks with the caller, or takes it."
            if spoken
            else "This came without a conversation with a social worker, which is still to be held."
        )
    missing = calls_missing(contact)
    if missing:
        found.append(f"Say when each was called: {'; '.join(missing)}.")
    if not _source_checked(contact):
        found.append(UNCHECKED)
    return [words for words in found if words]


def calls_missing(contact: Contact) -> list[str]:
    """Who has not been recorded as called, or not needed, about an immediate danger."""
    if not any(call.why == "immediate" for call in contact.worker_calls.all()):
        return []
    known = {call.whom for call in contact.emergency_calls.all()}
    return [title for whom, title in (("police", "the police"), ("front_door", "the front door")) if whom not in known]


def _turned_18(person: Person, contact: Contact) -> str:
    day = contact.received_at.astimezone(worktime.LONDON).date()
    if person.date_of_birth is None or age_on(person.date_of_birth, day) < 18:
        return ""
    if any(code != "NONE" for code in person.disabilities):
        return ""
    return f"{person.name} had turned 18 when this was received, and no disability is recorded."


@dataclass(frozen=True)
class BeforeOutcome:
    """What is pointed out where an outcome is recommended or signed off; none of it stops one."""

    warnings: list[str]
    enquiries: list[Enquiry]


def before_outcome(contact: Contact, *, withheld: bool) -> BeforeOutcome:
    """Enquiries with what was learnt, those unanswered, and a source that nobody has checked.

    `withheld`: this reader may not read what was said, because of a restricted record on the contact.
    """
    enquiries = list(contact.enquiries.select_related("asked_by"))
    unanswered = [one for one in enquiries if one.answered_at is None]
    found = []
    if not enquiries:
        found.append("Nobody has been asked anything: no enquiry is on this contact.")
    if unanswered:
        found.append("Not yet answered: " + "; ".join(one.person_asked for one in unanswered) + ".")
    if not _source_checked(contact):
        found.append(UNCHECKED)
    return BeforeOutcome(found, [] if withheld else enquiries)


def _source_checked(contact: Contact) -> bool:
    checks = list(contact.source_checks.all())
    return bool(checks) and checks[-1].validated


@dataclass
class Lists:
    """What waits at the start of the front door's work, each list in its own order."""

    calls: list[WorkerCall] = field(default_factory=list)
    to_triage: list[Contact] = field(default_factory=list)
    to_sort: list[Contact] = field(default_factory=list)
    in_screening: list[Contact] = field(default_factory=list)
    to_converse: list[Contact] = field(default_factory=list)
    forms: list[RequestForm] = field(default_factory=list)
    urgency: list[Contact] = field(default_factory=list)
    uncalled: list[Contact] = field(default_factory=list)


def screening_lists(reader: Reader) -> Lists:
    """What waits at the start, of the contacts this reader may see, in a fixed number of queries."""
    mine = limiting.limit(Contact.objects.filter(closed_at=None), reader, capabilities.VIEW)
    screening = list(mine.filter(stage="screening").order_by("received_at", "number"))
    sorted_ones = [one for one in screening if not to_be_sorted(one)]
    calls = WorkerCall.objects.filter(taken_at=None, contact__in=mine).select_related("contact", "asked_by")
    forms = RequestForm.objects.filter(contact__in=mine, received_at=None).exclude(awaited_since=None)
    no_talk = mine.filter(conversation_by=None).order_by("received_at", "number").exclude(stage__in=["decided", "passed_on"])
    return Lists(
        calls=sorted(calls, key=lambda one: (one.why not in ("immediate", "protection"), one.asked_at)),
        to_triage=list(mine.filter(stage="triage").order_by("received_at", "number")),
        to_sort=[one for one in screening if to_be_sorted(one)],
        in_screening=sorted(sorted_ones, key=lambda one: (RANK.get(one.priority, len(RANK)), one.received_at)),
        to_converse=[one for one in no_talk if conversation_to_hold(one)],
        forms=list(forms.select_related("contact").order_by("awaited_since")),
        uncalled=_uncalled(mine),
        urgency=list(mine.exclude(urgency_reopened_at=None).order_by("urgency_reopened_at")),
    )


def _uncalled(mine: QuerySet[Contact]) -> list[Contact]:
    """Immediate concerns where it is not recorded whether the police and the front door were called."""
    urgent = mine.filter(worker_calls__why="immediate").distinct()
    both = Count("emergency_calls__whom", distinct=True)
    return list(urgent.annotate(called=both).filter(called__lt=len(codes.EMERGENCY_WHOM)).order_by("received_at", "number"))


@dataclass(frozen=True)
class CountedKinds:
    """A month's contacts by kind; consultations beside them, and what was redirected apart."""

    month: str
    kinds: list[tuple[str, int]]
    consultations: int
    redirected: int

    @property
    def contacts(self) -> int:
        """Contacts about a child: neither consultations nor what was redirected."""
        return sum(number for _, number in self.kinds)


def counted(reader: Reader) -> CountedKinds:
    """This month's contacts by kind."""
    today = worktime.today()
    start = datetime(today.year, today.month, 1, tzinfo=worktime.LONDON).astimezone(UTC)
    rows = limiting.limit(Contact.objects.filter(received_at__gte=start), reader, capabilities.VIEW)
    by_kind = dict(rows.values_list("kind").annotate(number=Count("pk", distinct=True)).order_by())
    redirected = rows.filter(Q(kind="not_ours") & ~Q(closed_at=None)).distinct().count()
    kinds = [
        (title, by_kind[code]) for code, title in codes.CONTACT_KIND if code in by_kind and code not in ("consultation", "not_ours")
    ]
    return CountedKinds(f"{today:%B %Y}", kinds, by_kind.get("consultation", 0), redirected)
