"""What the front door adds to a child's page: level of need, consent, advice, consultations, an adult's relevant history."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from hearth.foundation.access import limiting
from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader
from hearth.foundation.gathering import Rows, fill, gather
from hearth.foundation.worktime import LONDON, day_words
from hearth.people import codes as people_codes
from hearth.people.models import Person
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.models import (
    Advice,
    ConsentOverride,
    Contact,
    ContactLine,
    FamilyView,
    KindRecord,
    LevelOfNeed,
    RelevantHistory,
)
from hearth.services.frontdoor.pack import front_door


@dataclass(frozen=True)
class AdviceShown:
    """Advice given on a contact: whole where the contact is about this child alone, else only that there was some."""

    given: Advice
    whole: bool

    @property
    def to_whom(self) -> str:
        """Whom it was given to; nobody is named who asked not to be."""
        return "whoever told us" if self.given.contact.referrer_confidential else self.given.to_whom


@dataclass(frozen=True)
class OfChild:
    """A child's levels of need, the latest first, the adults of whom there is relevant history, and notes for the page's top.

    The words of a history are only for whoever may read them; others read that there is one, and ask a manager.
    """

    levels: list[LevelOfNeed]
    histories: list[RelevantHistory]
    may_read: bool
    advice: list[AdviceShown] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def of_child(reader: Reader, person_id: UUID) -> OfChild:
    """What the front door knows of one child, read together; only from contacts that this reader may see."""
    contacts = {one.pk: one for one in _contacts(reader, person_id)}
    of_contacts = {"contact": list(contacts)}
    rows: list[list[Any]] = gather(
        rows=[
            Rows(LevelOfNeed, {"person": [person_id]}),
            Rows(RelevantHistory, of_contacts),
            Rows(FamilyView, of_contacts),
            Rows(ConsentOverride, of_contacts),
            Rows(KindRecord, of_contacts | {"kind": ["consultation"]}),
            Rows(Advice, of_contacts),
        ]
    )
    levels, histories, views, overrides, consulted, advice = rows
    fill([*levels, *histories, *overrides, *consulted, *advice], User.objects.all(), [reader.user])
    fill(levels, ContactLine.objects.select_related("contact"))
    fill([*consulted, *advice], Contact.objects.all(), contacts.values())
    levels.reverse()
    return OfChild(
        levels,
        histories[::-1],
        reader.can(capabilities.THIRD_PARTY),
        [AdviceShown(one, contacts[one.contact_id].children == 1) for one in advice[::-1]],
        [*_level_notes(person_id, levels), *_consent_notes(views, overrides), *_consultations(consulted[::-1], contacts)],
    )


def _contacts(reader: Reader, person_id: UUID) -> "QuerySet[Any]":
    """The contacts about a child that this reader may see together with the child's line, each with its number of children."""
    lines = limiting.limit(ContactLine.objects.filter(person_id=person_id), reader, capabilities.VIEW)
    mine = limiting.limit(Contact.objects.filter(pk__in=lines.values("contact_id")), reader, capabilities.VIEW)
    return Contact.objects.filter(pk__in=mine.values("pk")).annotate(children=Count("lines"))


def _day(moment: datetime) -> str:
    return day_words(moment.astimezone(LONDON).date(), year=True)


def _level_notes(person_id: UUID, levels: list[LevelOfNeed]) -> list[str]:
    """The level of need that holds, with its day, who set it and why, then the earlier ones; for a child only."""
    if not levels:
        titles = ", ".join(one.title for one in front_door().levels)
        is_child = Person.objects.filter(pk=person_id).exclude(kind=Person.ADULT).exists()
        return [f"Level of need not yet set: one of {titles}."] if is_child else []
    said = [f"{one.title} ({one.document}), {_day(one.at)}, set by {one.by.name}: {one.reasons}" for one in levels]
    return [f"Level of need: {said[0]}"] + ([f"Earlier levels: {' | '.join(said[1:])}"] if said[1:] else [])


def _consent_notes(views: list[FamilyView], overrides: list[ConsentOverride]) -> list[str]:
    """What holds of consent to agency checks: withdrawals, and overrides with their rationale."""
    kinds = dict(people_codes.AGENCY_KIND)
    found = []
    latest: dict[tuple[str, tuple[str, ...]], FamilyView] = {}
    for view in sorted(views, key=lambda one: (one.recorded_at, one.pk)):
        latest[str(view.person_id or view.about.lower()), tuple(view.agencies)] = view
    for view in latest.values():
        if view.answer == "withdrawn":
            whom = ", ".join(kinds.get(one, one) for one in view.agencies) or "every agency"
            found.append(f"{view.about} has withdrawn consent to ask {whom}, {_when(view.recorded_at)}.")
    for one in overrides:
        if one.overridden and one.decided_by and one.decided_at:
            found.append(
                f"Consent to agency checks was overridden by {one.decided_by.name}, {_when(one.decided_at)}: {one.rationale}"
            )
    return found


def _when(moment: datetime) -> str:
    return f"{moment.astimezone(LONDON):%H:%M} on {_day(moment)}"


def _consultations(rows: list[KindRecord], contacts: dict[UUID, Any]) -> list[str]:
    """Consultations about this child alone: when, who asked, what was asked, what was advised and by whom."""
    return [
        f"Consultation, {_day(one.at)}, {one.contact.referrer_name} asked: {one.question} Advised by {one.by.name}: {one.told}"
        for one in rows
        if one.contact.kind == "consultation" and contacts[one.contact_id].children == 1  # of several, the contact is read
    ]
