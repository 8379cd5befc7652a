"""What people look at between receipt and recommendation: the parts of the contact's page, and the lists at the start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from hearth.foundation import worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader
from hearth.foundation.standards.queries import Timescale, by_subject, owed, timescale
from hearth.foundation.timeline.models import Event
from hearth.people.models import Person, Relationship
from hearth.people.search import age_on
from hearth.services.frontdoor import capabilities, codes
from hearth.services.frontdoor.actions.basis import latest_views, why_not_routine
from hearth.services.frontdoor.actions.common import duty_workers
from hearth.services.frontdoor.actions.conversation import conversation_to_hold
from hearth.services.frontdoor.actions.linking import reports
from hearth.services.frontdoor.actions.managing import awaits_review
from hearth.services.frontdoor.actions.receiving import WRITTEN
from hearth.services.frontdoor.actions.saying import asks_early_help
from hearth.services.frontdoor.actions.screening import asks_danger, is_urgent, to_be_sorted
from hearth.services.frontdoor.events import AnalysisRecorded, FormReceived
from hearth.services.frontdoor.models import (
    Contact,
    ContactLine,
    Enquiry,
    NightAnalysis,
    RequestForm,
    SaidWords,
    Visitor,
    WorkerCall,
)
from hearth.services.frontdoor.models.night import HEADINGS
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries.ahead import Ahead
from hearth.services.frontdoor.queries.managing import visitors_here
from hearth.services.frontdoor.queries.sharing import Sharing, sharing_of
from hearth.services.frontdoor.relatives import Adult, adults_among, visible_children
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
    to_review: bool
    accepted: bool
    sharing: Sharing
    said: list[SaidWords]
    night: NightAnalysis | None
    asks_early_help: bool
    headings: Mapping[str, str] = field(default_factory=lambda: HEADINGS)


def record_of(reader: Reader, contact: Contact, seen: list[Adult], ahead: Ahead) -> Record:
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
        to_review=awaits_review(contact),
        accepted=any(one.about == "criteria" and one.settled in ("yes", "possibly") for one in contact.screening_answers.all()),
        sharing=sharing_of(contact, seen),
        said=[one for line in children_seen(reader, contact) for one in line.said_words.all()],
        night=getattr(contact, "night_analysis", None),
        asks_early_help=asks_early_help(contact.grade),
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
    searched: list[tuple[str, str]] = field(default_factory=list)


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
    titles = front_door().checks
    searched = [(titles.get(one.system, one.system), one.gap or one.found) for one in contact.checks.all()]
    return BeforeOutcome(found, [] if withheld else enquiries, [] if withheld else searched)


def _source_checked(contact: Contact) -> bool:
    checks = list(contact.source_checks.all())
    return bool(checks) and checks[-1].validated


@dataclass(frozen=True)
class CallWaiting:
    """A contact that waits for a social worker: how urgent, the issue in a line, and what the family says."""

    call: WorkerCall
    heading: str
    family: str

    @property
    def contact(self) -> Contact:
        """The contact."""
        return self.call.contact

    @property
    def contact_id(self) -> UUID:
        """Its id."""
        return self.call.contact_id

    @property
    def why(self) -> str:
        """Why a social worker was called."""
        return self.call.why

    @property
    def asked_by(self) -> User:
        """Who called one."""
        return self.call.asked_by

    @property
    def waited(self) -> str:
        """How long it waits."""
        return self.call.waited

    def get_why_display(self) -> str:
        """Why a social worker was called, in words."""
        return str(self.call.get_why_display())


@dataclass
class Lists:
    """What waits at the start of the front door's work, each list in its own order."""

    calls: list["CallWaiting"] = field(default_factory=list)
    visitors: list[Visitor] = field(default_factory=list)
    unfinished: list[Contact] = field(default_factory=list)
    to_triage: list[Contact] = field(default_factory=list)
    to_sort: list[Contact] = field(default_factory=list)
    in_screening: list[Contact] = field(default_factory=list)
    to_converse: list[Contact] = field(default_factory=list)
    forms: list[RequestForm] = field(default_factory=list)
    form_clocks: dict[UUID, Timescale] = field(default_factory=dict)
    urgency: list[Contact] = field(default_factory=list)
    uncalled: list[Contact] = field(default_factory=list)


def screening_lists(reader: Reader, *, by_received: bool = False) -> Lists:
    """What waits at the start, of the contacts this reader may see, in a fixed number of queries."""
    mine = limiting.limit(Contact.objects.filter(closed_at=None), reader, capabilities.VIEW)
    screening = list(mine.filter(stage="screening").order_by("received_at", "number"))
    sorted_ones = [one for one in screening if not to_be_sorted(one)]
    calls = WorkerCall.objects.filter(taken_at=None, contact__in=mine).select_related("contact", "asked_by")
    calls = calls.prefetch_related("contact__family_views")
    hidden = _hidden(reader, [call.contact_id for call in calls])
    waiting = [CallWaiting(call, "" if call.contact_id in hidden else call.words, family_says(call.contact)) for call in calls]
    forms = RequestForm.objects.filter(contact__in=mine, received_at=None).exclude(awaited_since=None)
    awaited = list(forms.select_related("contact").order_by("awaited_since"))
    no_talk = mine.filter(conversation_by=None).order_by("received_at", "number").exclude(stage__in=["decided", "passed_on"])
    return Lists(
        calls=sorted(waiting, key=_by_received if by_received else _by_urgency),
        visitors=visitors_here(reader),
        unfinished=_unfinished(mine),
        to_triage=list(mine.filter(stage="triage").order_by("received_at", "number")),
        to_sort=[one for one in screening if to_be_sorted(one)],
        in_screening=sorted(sorted_ones, key=lambda one: (RANK.get(one.priority, len(RANK)), one.received_at)),
        to_converse=[one for one in no_talk if conversation_to_hold(one)],
        forms=awaited,
        form_clocks=_form_clocks([form.contact_id for form in awaited]),
        uncalled=_uncalled(mine),
        urgency=list(mine.exclude(urgency_reopened_at=None).order_by("urgency_reopened_at")),
    )


def _by_received(one: CallWaiting) -> tuple[bool, datetime]:
    return False, one.contact.received_at


def _by_urgency(one: CallWaiting) -> tuple[bool, datetime]:
    return one.why not in ("immediate", "protection"), one.call.asked_at


def _hidden(reader: Reader, contacts: list[UUID]) -> set[UUID]:
    """The contacts that name a child whom this reader may not see, whose words are withheld from them."""
    lines = ContactLine.objects.filter(contact__in=contacts)
    seen = set(limiting.limit(lines, reader, capabilities.VIEW).values_list("pk", flat=True))
    return {line.contact_id for line in lines if line.pk not in seen}


def family_says(contact: Contact) -> str:
    """Whether the family agrees, in a few words: each answer that stands, or that nobody was asked."""
    titles = dict(codes.FAMILY_VIEW)
    answers = dict.fromkeys(titles[answer].lower() for answer in latest_views(contact).values())
    return "; ".join(answers) or "not asked yet"


def _unfinished(mine: QuerySet[Contact]) -> list[Contact]:
    """Contacts that a social worker took, with neither advice, nor an analysis, nor a recommendation written yet."""
    taken = WorkerCall.objects.filter(contact=OuterRef("pk")).exclude(taken_at=None)
    written = Event.objects.filter(kind=AnalysisRecorded.code, home__kind="contact", home__subject_id=OuterRef("pk"))
    rows = mine.filter(Exists(taken), advice_given=None, lines__recommendations=None, stage="with_worker").exclude(Exists(written))
    return list(rows.distinct().order_by("received_at", "number"))


def _form_clocks(contacts: list[UUID]) -> dict[UUID, Timescale]:
    """By when each awaited form is due, where the pack sets a limit."""
    found: dict[UUID, Timescale] = {}
    for contact, rows in by_subject(owed("contact", contacts)).items():
        for one in map(timescale, rows):
            if any(met.event == FormReceived.code for met in one.rule.met_by):
                found.setdefault(contact, one)
    return found


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
    public: int
    agencies: list[tuple[str, int]]
    advised: int

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
    public = rows.exclude(referrer_kind="professional").distinct().count()
    told = rows.filter(referrer_kind="professional").values_list("referrer_agency__name")
    agencies = [
        (name or "Agency not recorded", number)
        for name, number in told.annotate(number=Count("pk", distinct=True)).order_by("referrer_agency__name")
    ]
    return CountedKinds(f"{today:%B %Y}", kinds, by_kind.get("consultation", 0), redirected, public, agencies, _advised(rows))


def _advised(rows: QuerySet[Contact]) -> int:
    """Contacts where advice or coaching was the help given: every child's outcome is advice, or it ended so out of hours."""
    advice = [one.code for one in front_door().outcomes if one.kind == "advice"]
    decided = rows.filter(lines__outcome__in=advice).exclude(lines__in=ContactLine.objects.exclude(outcome__in=advice))
    return rows.filter(Q(pk__in=decided.values("pk")) | Q(shift_outcome__kind="advice")).distinct().count()
