"""What a child's own page says of the front door: the level of need with its history, and consultations."""

from datetime import datetime
from uuid import UUID

from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.foundation.worktime import LONDON, day_words
from hearth.people.models import Person
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.models import Contact, ContactLine, KindRecord
from hearth.services.frontdoor.models.guidance import LevelOfNeed
from hearth.services.frontdoor.pack import front_door


def _day(moment: datetime) -> str:
    return day_words(moment.astimezone(LONDON).date(), year=True)


def levels(reader: Reader, person_id: UUID) -> list[str]:
    """The level of need that holds, with its day, who set it and why, then the earlier ones; for a child only."""
    if not Person.objects.filter(pk=person_id).exclude(kind=Person.ADULT).exists():
        return []
    rows = list(LevelOfNeed.objects.filter(person=person_id).select_related("by").order_by("-at", "-pk"))
    titles = ", ".join(one.title for one in front_door().levels)
    if not rows:
        return [f"Level of need not yet set: one of {titles}."]
    said = [f"{one.title} ({one.document}), {_day(one.at)}, set by {one.by.name}: {one.reasons}" for one in rows]
    return [f"Level of need: {said[0]}"] + ([f"Earlier levels: {' | '.join(said[1:])}"] if said[1:] else [])


def consultations(reader: Reader, person_id: UUID) -> list[str]:
    """Consultations about a child: when, who asked, what was asked, what was advised and by whom."""
    lines = limiting.limit(ContactLine.objects.filter(person_id=person_id), reader, capabilities.VIEW)
    contacts = limiting.limit(Contact.objects.filter(kind="consultation"), reader, capabilities.VIEW)
    rows = KindRecord.objects.filter(kind="consultation", contact__in=contacts, contact__lines__in=lines)
    rows = rows.select_related("contact", "by").prefetch_related("contact__lines").order_by("-at", "-pk")
    return [
        f"Consultation, {_day(one.at)}, {one.contact.referrer_name} asked: {one.question} Advised by {one.by.name}: {one.told}"
        for one in rows
        if len(one.contact.lines.all()) == 1  # of several children, the contact itself is read
    ]
