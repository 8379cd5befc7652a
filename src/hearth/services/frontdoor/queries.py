"""What people look at at the front door, already limited to what each may see."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery

from hearth.foundation.access import limiting
from hearth.foundation.access.models import Restriction
from hearth.foundation.access.readers import Reader
from hearth.foundation.letters.models import Letter
from hearth.foundation.standards.queries import Timescale, leading, timescales
from hearth.foundation.timeline.models import Head
from hearth.people.folding import fold
from hearth.people.queries import addresses, age_words, allocated_workers, as_seen, earlier_contacts, open_services, relatives_shown
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.models import Contact, ContactLine, HandOver, Recommendation, Telling
from hearth.services.frontdoor.pack import Grade, front_door

PAGE = 50


@dataclass(frozen=True)
class ChildShown:
    """A child on a contact as this reader may see them; a hidden one says whom to ask and nothing more."""

    line: ContactLine
    hidden: bool
    ask: str = ""
    age: str = ""
    address: str = ""
    services: list[str] = field(default_factory=list)
    worker: str = ""
    earlier: int = 0
    relatives: list[Any] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The child's name, or that it is withheld."""
        return "Restricted record" if self.hidden else self.line.person.name


@dataclass(frozen=True)
class QueueLine:
    """One line of the queue: the contact, its children as this reader sees them, its nearest clock, what holds it."""

    contact: Contact
    names: str
    grade: Grade | None
    clocks: list[Timescale]
    holding: str

    @property
    def clock(self) -> Timescale | None:
        """The nearest clock."""
        return self.clocks[0] if self.clocks else None


def queue(
    reader: Reader, *, page: int = 1, grade: str = "", mine: bool = False, text: str = "", stage: str = ""
) -> Page[QueueLine]:
    """Open contacts, the nearest clock first, fifty a page."""
    rows = open_contacts(reader)
    if grade:
        rows = rows.filter(grade=grade)
    if mine:
        rows = rows.filter(holder=reader.user)
    if stage:
        rows = rows.filter(stage=stage)
    if text.strip():
        # Only by the names of children this reader may see: finding must not say that a hidden one is here.
        seen = limiting.limit(ContactLine.objects.filter(person__search_name__icontains=fold(text)), reader, capabilities.VIEW)
        named = Q(pk__in=seen.values("contact"))
        rows = rows.filter(Q(number=int(text)) if text.strip().isdecimal() else named)
    found = Paginator(rows, PAGE).get_page(page)
    found.object_list = lines_shown(reader, list(found.object_list))  # type: ignore[assignment]
    return found  # type: ignore[return-value]


def open_contacts(reader: Reader) -> QuerySet[Contact]:
    """Every open contact this reader may see, the nearest clock first."""
    due = Head.objects.filter(kind="contact", subject_id=OuterRef("pk")).values("next_due_at")[:1]
    rows = limiting.limit(Contact.objects.filter(closed_at=None), reader, capabilities.VIEW)
    return rows.annotate(next_due=Subquery(due)).order_by("next_due", "received_at", "number")


def lines_shown(reader: Reader, contacts: list[Contact]) -> list[QueueLine]:
    """Contacts as queue lines, in a fixed number of queries."""
    lines = ContactLine.objects.select_related("person", "person__mother").order_by("position")
    visible = set(
        limiting.limit(ContactLine.objects.filter(contact__in=contacts), reader, capabilities.VIEW).values_list("pk", flat=True)
    )
    waiting = HandOver.objects.filter(accepted_at=None, withdrawn_at=None)
    full = (
        Contact.objects.filter(pk__in=[contact.pk for contact in contacts])
        .select_related("holder")
        .prefetch_related(
            Prefetch("lines", lines),
            Prefetch("hand_overs", waiting, to_attr="waiting"),
            Prefetch("tellings", Telling.objects.filter(status="to_tell"), to_attr="untold"),
        )
    )
    by_id = {contact.pk: contact for contact in full}
    clocks = leading("contact", by_id)
    door = front_door()
    shown = []
    for contact in (by_id[one.pk] for one in contacts):
        names = ", ".join(_short(line, line.pk in visible) for line in contact.lines.all()) or "No child named"
        shown.append(QueueLine(contact, names, door.grade(contact.grade), clocks.get(contact.pk, []), _holding(contact)))
    return shown


def _short(line: ContactLine, visible: bool) -> str:
    return f"{line.person.name}, {age_words(line.person)}" if visible else "Restricted record"


def _holding(contact: Contact) -> str:
    """What is holding a contact, in a few words."""
    if contact.waiting:  # type: ignore[attr-defined]
        return "passed on, to accept by name: still ours"
    if contact.stage == "decided" and contact.untold:  # type: ignore[attr-defined]
        return "decided, not yet told"
    return str(contact.get_stage_display()).lower()


def counts(reader: Reader) -> dict[str, int]:
    """How many are open, for the queue's first line."""
    rows = limiting.limit(Contact.objects.filter(closed_at=None), reader, capabilities.VIEW)
    return rows.aggregate(open=Count("pk", distinct=True))


def children_shown(reader: Reader, contact: Contact) -> list[ChildShown]:
    """The children of a contact as this reader may see them. A sealed one does not appear."""
    lines = list(contact.lines.select_related("person", "person__mother"))
    visible = {line.pk for line in limiting.limit(contact.lines.all(), reader, capabilities.VIEW)}
    ids = [line.person_id for line in lines if line.pk in visible]
    homes, services, workers, earlier = (
        addresses(ids),
        open_services(ids),
        allocated_workers(ids),
        earlier_contacts(ids),
    )
    shown = []
    for line in lines:
        person = line.person_id
        if line.pk in visible:
            worker = workers.get(person)
            shown.append(
                ChildShown(
                    line,
                    False,
                    age=age_words(line.person),
                    address=homes.get(person, "address not known"),
                    services=services.get(person, []),
                    worker=worker.name if worker else "",
                    earlier=earlier.get(person, 1) - 1,
                    relatives=relatives_shown(reader, line.person),
                )
            )
            continue
        restriction = limiting.restriction_on(person, reader)
        if restriction is None or restriction.level == Restriction.SEALED:
            continue
        shown.append(ChildShown(line, True, ask=restriction.owner.name))
    return shown


@dataclass(frozen=True)
class ContactShown:
    """Everything on a contact's page."""

    contact: Contact
    children: list[ChildShown]
    withheld: bool
    clocks: list[Timescale]
    grade: Grade | None
    letters: list[Letter]


def contact_page(reader: Reader, contact_id: UUID) -> ContactShown:
    """One contact to look at; the look is logged. Raises Refused or NotFound."""
    contact = limiting.read(Contact, contact_id, reader, capabilities.VIEW)
    children = children_shown(reader, contact)
    # What was said word for word may speak of a child this reader may not read about.
    withheld = any(child.hidden for child in children) or len(children) < contact.lines.count()
    letters = list(Letter.objects.filter(kind="contact", subject_id=contact.pk).order_by("made_at"))
    return ContactShown(contact, children, withheld, timescales("contact", contact.pk), front_door().grade(contact.grade), letters)


def to_sign_off(reader: Reader) -> list[QueueLine]:
    """Contacts with recommendations that wait for somebody else than their writer, the nearest clock first."""
    if not reader.can(capabilities.DECIDE):
        return []
    waiting = Recommendation.objects.filter(status=Recommendation.WAITING).exclude(by=reader.user)
    rows = open_contacts(reader).filter(pk__in=waiting.values("line__contact_id"))
    return lines_shown(reader, list(rows[:PAGE]))


def waiting_recommendations(reader: Reader, contact: Contact) -> list[Recommendation]:
    """The recommendations on a contact that wait to be signed off, on children this reader may see."""
    lines = limiting.limit(contact.lines.all(), reader, capabilities.DECIDE)
    return list(
        Recommendation.objects.filter(line__in=lines, status=Recommendation.WAITING)
        .select_related("line__person", "by")
        .order_by("line__position")
    )


def incoming(reader: Reader) -> list[HandOver]:
    """What was passed to this reader's teams and waits to be accepted by name."""
    if not reader.can(capabilities.ACCEPT):
        return []
    rows = HandOver.objects.filter(to_team__in=reader.teams, accepted_at=None, withdrawn_at=None)
    rows = rows.exclude(contact__lines__person__in=reader.conflicts)
    found = list(rows.select_related("contact", "referral__person__mother", "offered_by").order_by("offered_at"))
    shown = as_seen(reader, [row.referral.person for row in found if row.referral])
    for row in found:
        child = shown.get(row.referral.person_id) if row.referral else None
        row.child_name = child.name if child else ""  # type: ignore[attr-defined]
    return found
