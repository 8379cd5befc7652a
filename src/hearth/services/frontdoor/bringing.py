"""What the authority had to do with a child before a contact: earlier contacts and services, with dates and results."""

from datetime import date
from typing import Any

from hearth.foundation import worktime
from hearth.foundation.timeline import api as timeline
from hearth.foundation.worktime import LONDON
from hearth.people.models import ServiceEpisode
from hearth.services.frontdoor import events, subjects
from hearth.services.frontdoor.models import ContactLine, EarlierInvolvement
from hearth.services.frontdoor.pack import front_door


def bring_in(line: ContactLine) -> EarlierInvolvement:
    """Bring a child's earlier involvement into a contact, for a worker to confirm; that none was found is kept too."""
    found = earlier_involvement(line)
    made, new = EarlierInvolvement.objects.get_or_create(line=line, defaults={"found": found, "brought_at": worktime.now()})
    if new:
        timeline.record(
            events.EarlierInvolvementBrought(child=line.person_id, found=len(found)),
            subjects.of_contact(line.contact),
            about=[subjects.child(line)],
        )
    return made


def earlier_involvement(line: ContactLine) -> list[dict[str, Any]]:
    """Earlier contacts and services of a child, the latest first: on which day, what, and with what result."""
    door = front_door()
    rows = ContactLine.objects.filter(person_id=line.person_id, contact__received_at__lt=line.contact.received_at)
    found: list[tuple[date, str, str]] = []
    for one in rows.exclude(pk=line.pk).select_related("contact"):
        outcome = door.outcome(one.outcome)
        day = one.contact.received_at.astimezone(LONDON).date()
        what = f"Contact {one.contact.number}: {one.contact.get_kind_display().lower()}"
        found.append((day, what, outcome.title if outcome else "not decided"))
    for episode in ServiceEpisode.objects.filter(person_id=line.person_id):
        ended = f"ended {episode.closed_on:%-d %B %Y}" if episode.closed_on else "open"
        found.append(
            (episode.opened_on, episode.get_service_display(), f"{ended}{': ' + episode.reason if episode.reason else ''}")
        )
    return [{"on": day.isoformat(), "what": what, "result": result} for day, what, result in sorted(found, reverse=True)]
