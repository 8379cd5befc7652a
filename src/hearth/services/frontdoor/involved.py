"""Whether anybody works with a child now, or did lately, in words: found by itself, for a worker to confirm."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.models import RoleHeld, User
from hearth.foundation.access.readers import Reader
from hearth.people.front_page import team_title
from hearth.people.models import ServiceEpisode
from hearth.people.queries import ALLOCATED, earlier_contacts, episodes, in_role, involved_with, services_closed, services_open
from hearth.services.frontdoor.models import Contact
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.sight import children_seen
from hearth.services.frontdoor.suggesting import closed_recently


def team_titles(workers: Collection[User]) -> Mapping[UUID, str]:
    """The teams in which some members of staff hold a role now."""
    if not workers:
        return {}
    titles: dict[UUID, dict[str, None]] = {}
    for row in RoleHeld.objects.at(worktime.now()).filter(user__in=workers).order_by("team"):
        titles.setdefault(row.user_id, {})[team_title(row.team)] = None
    return {user: ", ".join(found) for user, found in titles.items()}


def involvement_words(worker: User | None, team: str, had: list[ServiceEpisode], day: date) -> str:
    """To whom a child is open, or when the last service ended if that is not longer ago than the pack looks back."""
    if worker is not None:
        return f"open to {worker.name}{f', {team}' if team else ''}"
    for services in services_open(had).values():
        return f"open to {', '.join(services)}, no allocated worker"
    for ended in services_closed(had).values():
        if ended.closed_on is not None and closed_recently(ended, day):
            return f"last closed on {ended.closed_on.day} {ended.closed_on:%B %Y} ({ended.get_service_display()})"
    return f"nothing open, and nothing closed in the last {front_door().recent_months} months"


def known_words(reader: Reader, contact: Contact) -> list[str]:
    """Of each child on a contact whom this reader may see: name, whether anybody works with them, earlier contacts."""
    people = [line.person for line in children_seen(reader, contact)]
    workers, had = in_role(involved_with(people), ALLOCATED), episodes(people)
    teams, earlier = team_titles(set(workers.values())), earlier_contacts([person.pk for person in people])
    day = contact.received_at.astimezone(worktime.LONDON).date()
    found = []
    for person in people:
        worker = workers.get(person.pk)
        own = [one for one in had if one.person_id == person.pk]
        known = involvement_words(worker, teams.get(worker.pk, "") if worker else "", own, day)
        before = earlier.get(person.pk, 1) - 1
        found.append(f"{person.name}: {known}; {before} earlier contact{'' if before == 1 else 's'}")
    return found
