"""What was passed on: a team's incoming list, and one hand-over with every fact that is already there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from hearth.foundation.access import limiting
from hearth.foundation.access.errors import NotFound
from hearth.foundation.access.models import Restriction
from hearth.foundation.access.readers import Reader
from hearth.foundation.standards.queries import Timescale, timescales
from hearth.people.capabilities import VIEW
from hearth.people.earlier import Earlier, earlier
from hearth.people.facts import still_to_ask
from hearth.people.models import Person
from hearth.people.queries import age_words
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.accepting import Present, may_accept
from hearth.services.frontdoor.models import Contact, ContactLine, Decision, HandOver, Referral
from hearth.services.frontdoor.relatives import Adult, adults_of

WAITING = Q(accepted_at=None, withdrawn_at=None)
OFFERED = ("contact__referrer_agency", "line__person__mother", "referral", "offered_by", "to_user")
OFFERED_COLUMNS = (
    "to_team", "offered_at", "accepted_at", "withdrawn_at", "contact__number", "contact__received_at",
    "contact__referrer_agency__name", "line__contact", "line__person__forenames", "line__person__surname",
    "line__person__kind", "line__person__date_of_birth", "line__person__birth_estimated", "line__person__expected_date",
    "line__person__mother__surname", "referral__number", "offered_by__name", "to_user__name", "to_user__absent_until",
    "to_user__is_active",
)  # fmt: skip


def incoming(reader: Reader) -> list[HandOver]:
    """What waits for this reader to accept by name: their teams', their own, and what they stand in for."""
    if not reader.can(capabilities.ACCEPT):
        return []
    rows = HandOver.objects.filter(WAITING).select_related(*OFFERED).only(*OFFERED_COLUMNS)
    rows = rows.exclude(contact__lines__person__in=reader.conflicts)
    theirs = rows.filter(Q(to_user=None, to_team__in=reader.teams) | Q(to_user__isnull=False)).order_by("offered_at")
    present = Present()
    found = [one for one in theirs if one.to_user_id is None or may_accept(reader, one, present)]
    seen = _seen(reader, found)
    for one in found:
        one.title = _title(one, seen)  # type: ignore[attr-defined]
    return found


def _seen(reader: Reader, offers: list[HandOver]) -> set[UUID]:
    lines = ContactLine.objects.filter(pk__in=[one.line_id for one in offers if one.line_id])
    return set(limiting.limit(lines, reader, capabilities.ACCEPT).values_list("pk", flat=True))


def _title(one: HandOver, seen: set[UUID]) -> str:
    if one.line is None:
        return f"Contact {one.contact.number}"
    if one.line_id not in seen:
        return "Restricted record"
    return f"{one.line.person.name}, {age_words(one.line.person)}"


@dataclass(frozen=True)
class PassedOn:
    """One hand-over as its receiver sees it: everything that was found out, so that nothing is typed again."""

    hand_over: HandOver
    contact: Contact
    referral: Referral | None
    lines: list[ContactLine]
    decision: Decision | None
    earlier_decisions: list[Decision]
    adults: list[Adult]
    clocks: list[Timescale]
    history: list[HandOver]
    whole: bool
    mine_to_accept: bool
    ask: str = ""
    before: Mapping[UUID, Earlier] = field(default_factory=dict)

    @property
    def line(self) -> ContactLine | None:
        """The child it is about, where it is about one."""
        return self.hand_over.line

    @property
    def births(self) -> list[tuple[ContactLine, str, list[str]]]:
        """Each child with their birth, estimated or expected date said to be so, their age, and what is still to be asked."""
        return [(line, birth_words(line.person), still_to_ask(line.person)) for line in self.lines]

    @property
    def took(self) -> timedelta | None:
        """The time between the decision and the hand-over."""
        return self.hand_over.offered_at - self.decision.at if self.decision else None


def birth_words(person: Person) -> str:
    """ "born 4 March 2017, 9", "about 9, estimated from the age said", "due 3 March 2027", "date of birth not known"."""
    if person.kind == Person.UNBORN:
        return f"not yet born, expected date: {age_words(person)}"
    born = person.date_of_birth
    if born is None:
        return "date of birth not known"
    if person.birth_estimated:
        return f"{age_words(person)}, estimated from the age said"
    return f"born {born.day} {born:%B} {born.year}, {age_words(person)}"


def passed_on(reader: Reader, hand_over_id: UUID) -> PassedOn:
    """One hand-over to look at; the look is logged. Raises Refused or NotFound for whom it was not passed to."""
    found = (
        HandOver.objects.filter(pk=hand_over_id)
        .select_related("contact", "line__person", "referral", "offered_by", "accepted_by", "declined_by", "to_user")
        .first()
    )
    if found is None:
        raise NotFound(capabilities.VIEW, HandOver, hand_over_id)
    capability = capabilities.ACCEPT if _is_receiver(reader, found) else capabilities.VIEW
    contact = limiting.read(Contact, found.contact_id, reader, capability)
    chosen = contact.lines.filter(pk=found.line_id) if found.line_id else contact.lines.all()
    lines = list(limiting.limit(chosen, reader, capability).select_related("person", "person__mother"))
    ask = _whom_to_ask(reader, found) if not lines else ""
    if found.line_id and not lines and not ask:
        raise NotFound(capability, HandOver, hand_over_id)
    decisions = list(found.line.decisions.select_related("by", "recommendation__by")) if found.line and lines else []
    # Passed to somebody, a child comes with their adults, although the receiver is involved with the child alone.
    family = adults_of(
        reader, [line.person_id for line in lines], capabilities.ACCEPT if capability == capabilities.ACCEPT else VIEW
    )
    return PassedOn(
        found,
        contact,
        found.referral if lines else None,
        lines,
        decisions[-1] if decisions else None,
        decisions[:-1],
        family,
        [one for one in timescales("contact", contact.pk) if _theirs(one, lines)],
        list(contact.hand_overs.filter(line=found.line).select_related("offered_by", "accepted_by", "declined_by")),
        len(lines) == contact.lines.count(),
        found.accepted_at is None and found.withdrawn_at is None and reader.can(capabilities.ACCEPT) and may_accept(reader, found),
        ask,
        earlier([line.person_id for line in lines]),
    )


def _is_receiver(reader: Reader, found: HandOver) -> bool:
    """Was it offered to this reader, or did they accept it?"""
    if not reader.can(capabilities.ACCEPT):
        return False
    if found.accepted_by_id is not None:
        return found.accepted_by_id == reader.id or (found.to_user_id is None and found.to_team in reader.teams)
    return found.withdrawn_at is None and may_accept(reader, found)


def _whom_to_ask(reader: Reader, found: HandOver) -> str:
    if found.line is None:
        return ""
    restriction = limiting.restriction_on(found.line.person_id, reader)
    return restriction.owner.name if restriction and restriction.level != Restriction.SEALED else ""


def _theirs(one: Timescale, lines: list[ContactLine]) -> bool:
    return one.is_open and (one.row.per is None or one.row.per in {str(line.person_id) for line in lines})


def referral_hand_over(reader: Reader, referral_id: UUID) -> HandOver:
    """The latest hand-over of a referral. Raises NotFound."""
    found = HandOver.objects.filter(referral_id=referral_id).order_by("-offered_at").first()
    if found is None:
        raise NotFound(capabilities.VIEW, Referral, referral_id)
    return found


def to_be_sent(reader: Reader) -> list[HandOver]:
    """Decided and offered, but accepted by nobody yet: for the manager's board, the oldest first."""
    contacts = limiting.limit(Contact.objects.filter(closed_at=None), reader, capabilities.VIEW)
    rows = HandOver.objects.filter(WAITING, contact__in=contacts).select_related(*OFFERED).only(*OFFERED_COLUMNS)
    found = list(rows.order_by("offered_at"))
    seen = _seen_lines(reader, found)
    for one in found:
        one.title = _title(one, seen)  # type: ignore[attr-defined]
    return found


def _seen_lines(reader: Reader, offers: list[HandOver]) -> set[UUID]:
    lines = ContactLine.objects.filter(pk__in=[one.line_id for one in offers if one.line_id])
    return set(limiting.limit(lines, reader, capabilities.VIEW).values_list("pk", flat=True))
