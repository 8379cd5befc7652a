"""Closing time, the morning after, and what a shift out of hours did."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from hearth.foundation import packs, worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.models import Notice
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline.models import Head
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.models import ClosingChoice, Contact, ContactReading, Enquiry, NightAnalysis, ShiftOutcome
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries.queue import QueueLine, lines_shown, on_list_of, open_contacts


@dataclass(frozen=True)
class AtClosing:
    """An open contact at closing time with what was chosen for it today, if anything."""

    line: QueueLine
    choice: ClosingChoice | None

    @property
    def words(self) -> str:
        """What was chosen, in words, and whether it stands."""
        if self.choice is None:
            return "not yet chosen"
        one = self.choice
        if one.choice == "i_stay":
            return f"{one.by} stays with it"
        if one.choice == "safe_until":
            until = one.safe_until.astimezone(worktime.LONDON) if one.safe_until else None
            return f"safe until {until:%H:%M on %-d %B} because {one.reason}" if until else ""
        if one.accepted_at is None:
            return "offered to out-of-hours, not yet accepted: still ours"
        at = one.accepted_at.astimezone(worktime.LONDON)
        return f"accepted by {one.name} of out-of-hours at {at:%H:%M}"

    @property
    def settled(self) -> bool:
        """Is it named who has it overnight?"""
        one = self.choice
        return one is not None and (one.choice != "out_of_hours" or one.accepted_at is not None)


def closes_at() -> datetime | None:
    """When the office closes today; None on a day it is shut."""
    opening = packs.active().calendar.opening(worktime.today())
    return opening[1] if opening else None


def closing_list(reader: Reader) -> list[AtClosing]:
    """Open contacts of the front door with a clock still running, those without a choice first."""
    if not reader.can(capabilities.CLOSE_OFFICE):
        return []
    rows = open_contacts(reader).filter(on_list_of(front_door().team), _with_a_clock()).distinct()
    lines = lines_shown(reader, list(rows))
    chosen: dict[object, ClosingChoice] = {}
    contacts = [line.contact.pk for line in lines]
    for one in ClosingChoice.objects.filter(contact__in=contacts, day=worktime.today()).select_related("by").order_by("at", "pk"):
        chosen[one.contact_id] = one
    found = [AtClosing(line, chosen.get(line.contact.pk)) for line in lines]
    return sorted(found, key=lambda one: one.settled)


def _with_a_clock() -> Exists:
    return Exists(Head.objects.filter(kind="contact", subject_id=OuterRef("pk"), next_due_at__isnull=False))


def morning_list(reader: Reader) -> list[QueueLine]:
    """What came back from out of hours and nobody of the daytime has taken: the nearest clock first, with hours elapsed."""
    door = front_door()
    if door.team not in reader.teams:
        return []
    rows = open_contacts(reader).filter(_from_out_of_hours(door.out_of_hours_team, door.team)).distinct()
    return lines_shown(reader, list(rows))


def _from_out_of_hours(night: str, day: str) -> Q:
    """Taken out of hours and due to the daytime by now, or accepted by out-of-hours at closing before today."""
    return (
        Q(team=night, daytime_from__lte=worktime.now())
        | Q(team=day, daytime_from__lte=worktime.now(), holder=None, shift_outcome__kind="general_enquiry")
        | Q(hand_overs__to_team=night, hand_overs__accepted_at__lt=_opened_today(), team=day, hand_overs__accepted_by=F("holder"))
    )


def _opened_today() -> datetime:
    opening = packs.active().calendar.opening(worktime.today())
    return opening[0] if opening else worktime.now().replace(hour=0, minute=0, second=0)


def unread_by_own(reader: Reader) -> list[Contact]:
    """Out-of-hours contacts about children this reader works with, come in the morning, not yet opened by them."""
    notices = Notice.objects.filter(user=reader.user, key__startswith="out-of-hours:")
    told = [one for one in notices.values_list("subject_id", flat=True) if one is not None]
    if not told:
        return []
    rows = Contact.objects.filter(pk__in=told, daytime_from__lte=worktime.now())
    read = ContactReading.objects.filter(user=reader.user).values("contact_id")
    return list(limiting.limit(rows, reader, capabilities.VIEW).exclude(pk__in=read).order_by("received_at"))


@dataclass(frozen=True)
class Shift:
    """What one shift out of hours did: acted on, needing more in the daytime, advice only, general enquiries."""

    day: date
    acted_on: int
    further: int
    advice: int
    enquiries: int

    @property
    def all(self) -> int:
        """Every contact taken."""
        return self.acted_on + self.further + self.advice + self.enquiries


def shift_report(reader: Reader, day: date) -> Shift:
    """The shift that began on a day: what was taken in it, by how it ended."""
    taken = taken_in(reader, day)
    kinds = dict.fromkeys(("advice", "general_enquiry", "further"), 0)
    for kind in ShiftOutcome.objects.filter(contact__in=taken).values_list("kind", flat=True):
        kinds[kind] += 1
    other = taken.filter(shift_outcome=None).count()
    return Shift(day, other, kinds["further"], kinds["advice"], kinds["general_enquiry"])


def taken_in(reader: Reader, day: date) -> QuerySet[Contact]:
    """Contacts of a shift: from the office's closing (or midnight on a closed day) to the next day's opening."""
    calendar = packs.active().calendar
    rows = limiting.limit(Contact.objects.filter(daytime_from__isnull=False), reader, capabilities.VIEW)
    opening = calendar.opening(day)
    start = opening[1] if opening else datetime(day.year, day.month, day.day, tzinfo=worktime.LONDON)
    following = date.fromordinal(day.toordinal() + 1)
    next_opening = calendar.opening(following)
    end = next_opening[0] if next_opening else datetime(following.year, following.month, following.day, tzinfo=worktime.LONDON)
    return rows.filter(started_at__gte=start, started_at__lt=end)


def follow_ups(reader: Reader) -> list[Enquiry]:
    """Whom out-of-hours could not reach: the daytime asks them when the office opens on the next working day."""
    contacts = limiting.limit(Contact.objects.filter(closed_at=None), reader, capabilities.VIEW).values("pk")
    rows = Enquiry.objects.filter(contact__in=contacts, answered_at=None, not_reachable_until__isnull=False)
    return list(rows.select_related("contact", "agency").order_by("asked_at", "pk"))


def night_analyses(contacts: list[Contact]) -> dict[UUID, NightAnalysis]:
    """What out-of-hours made of some contacts, by contact."""
    rows = NightAnalysis.objects.filter(contact__in=contacts).select_related("by", "manager")
    return {one.contact_id: one for one in rows}


def childless(reader: Reader, day: date) -> list[Contact]:
    """The contacts of a shift that name no child: their kind says why, and none may be without both."""
    return list(taken_in(reader, day).filter(lines=None).order_by("received_at"))


def basis_missing(reader: Reader) -> list[Enquiry]:
    """What was asked of others out of hours and nobody has yet said on what basis, of the contacts this reader may see."""
    contacts = limiting.limit(Contact.objects.all(), reader, capabilities.VIEW).values("pk")
    rows = Enquiry.objects.filter(contact__in=contacts, basis="", whom__in=["professional", "agency"])
    return [one for one in rows.select_related("contact", "asked_by").order_by("-asked_at")[:200] if one.basis_missing]
