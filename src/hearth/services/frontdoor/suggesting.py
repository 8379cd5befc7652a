"""What is known about the children suggests what kind of contact it is; a worker confirms it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from hearth.foundation import packs, worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.models import Involvement, User
from hearth.foundation.access.readers import Reader
from hearth.people.models import Person, ServiceEpisode
from hearth.people.queries import ALLOCATED, LEAD, episodes, in_role, involved_with, services_closed, services_open
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.models import Contact
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.sight import children_seen


@dataclass(frozen=True)
class Suggestion:
    """The kind that what is known points to, in words why, and whom it concerns."""

    kind: str
    why: str
    worker: User | None = None
    lead_professional: User | None = None


def closed_recently(episode: ServiceEpisode, day: date) -> bool:
    """Did a service end within the pack's months of a day, the last day included?"""
    if episode.closed_on is None:
        return False
    start = datetime.combine(episode.closed_on, time(12), UTC)
    period = worktime.parse_period(f"{front_door().recent_months} months")
    return episode.closed_on <= day <= worktime.after(start, period, packs.active().calendar).due_on


def other_open_contacts(reader: Reader, contact: Contact) -> list[Contact]:
    """Open contacts about the same children that this reader may see, the oldest first."""
    people = contact.lines.values("person_id")
    rows = limiting.limit(Contact.objects.filter(closed_at=None, lines__person_id__in=people), reader, capabilities.VIEW)
    rows = rows.only("number", "received_at", "stage", "holder", "kind")
    return list(rows.exclude(pk=contact.pk).filter(received_at__lte=contact.received_at).distinct().order_by("received_at"))


def suggest_kind(reader: Reader, contact: Contact, involvements: list[Involvement] | None = None) -> Suggestion:
    """The kind that fits what is known: a worker, an open contact, a service open or ended lately, an unborn child.

    `involvements` are those with the children this reader may see, where they are read already.
    """
    people = [line.person for line in children_seen(reader, contact)]
    rows = involved_with(people) if involvements is None else involvements
    workers, leads = in_role(rows, ALLOCATED), in_role(rows, LEAD)
    lead = next(iter(leads.values()), None)
    if workers:
        worker = next(iter(workers.values()))
        return Suggestion("has_worker", f"open to {worker.name}", worker=worker, lead_professional=lead)
    others = other_open_contacts(reader, contact)
    if others:
        return Suggestion("more_on_open", f"contact {others[0].number} about the same child is open", lead_professional=lead)
    day = contact.received_at.astimezone(worktime.LONDON).date()
    had = episodes(people)
    recent = [one for one in services_closed(had).values() if closed_recently(one, day)]
    if recent:
        one = recent[-1]
        ended = f"{one.closed_on:%A} {one.closed_on.day} {one.closed_on:%B %Y}" if one.closed_on else ""
        return Suggestion("closed_recently", f"{one.get_service_display()} ended on {ended}", lead_professional=lead)
    if lead or any("Early help" in services for services in services_open(had).values()):
        why = f"early help is open, lead professional {lead.name}" if lead else "early help is open"
        return Suggestion("step_up", why, lead_professional=lead)
    if any(person.kind == Person.UNBORN for person in people):
        return Suggestion("unborn", "an unborn child is named")
    return Suggestion("new_worry", "nothing open or closed lately is known")
