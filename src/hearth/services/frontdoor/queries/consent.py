"""Consent to agency checks, its overrides, earlier involvement: of a contact, on a child's page, in the manager's list."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import prefetch_related_objects

from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.foundation.worktime import LONDON, day_words
from hearth.people import codes as people_codes
from hearth.services.frontdoor import capabilities, consenting
from hearth.services.frontdoor.models import ConsentOverride, Contact, ContactLine, EarlierInvolvement, FamilyView, FurtherAction
from hearth.services.frontdoor.pack import front_door


@dataclass(frozen=True)
class ConsentShown:
    """Whether agencies may be asked, and what may be done about it."""

    locked: str
    overridden: bool
    offered: bool
    waiting: bool


def consent_shown(contact: Contact) -> ConsentShown | None:
    """Consent on a contact's page; None where the pack does not wait for both parents."""
    if front_door().agreement_of != "both_parents":
        return None
    prefetch_related_objects([contact], "consent_overrides__asked_by", "consent_overrides__decided_by")
    return ConsentShown(
        consenting.why_locked(contact),
        consenting.is_overridden(contact),
        consenting.offers_override(contact),
        consenting.waiting_override(contact) is not None,
    )


@dataclass(frozen=True)
class EarlierRow:
    """One line of earlier involvement."""

    day: date
    what: str
    result: str


@dataclass(frozen=True)
class EarlierShown:
    """A child's earlier involvement on a contact."""

    row: EarlierInvolvement
    line: ContactLine
    found: list[EarlierRow]


def earlier_shown(reader: Reader, contact: Contact) -> list[EarlierShown]:
    """The earlier involvement brought into a contact, of the children this reader may see."""
    if not front_door().brings_history:
        return []
    lines = limiting.limit(ContactLine.objects.filter(contact=contact), reader, capabilities.VIEW)
    rows = EarlierInvolvement.objects.filter(line__in=lines).select_related("line__person__mother", "confirmed_by")
    return [
        EarlierShown(
            row,
            row.line,
            [EarlierRow(date.fromisoformat(one["on"]), one["what"], one["result"]) for one in row.found],
        )
        for row in rows.order_by("line__position")
    ]


def further_actions(contact: Contact) -> list[FurtherAction]:
    """What the manager wants done as a consequence of the review, the nearest day first."""
    return list(contact.further_actions.all())


def overrides(reader: Reader, number: str) -> tuple["Page[ConsentOverride]", set[UUID]]:
    """Every override that this reader may see, the latest first, and the contacts whose words are kept from them."""
    contacts = limiting.limit(Contact.objects.all(), reader, capabilities.READ_OVERRIDES)
    rows = ConsentOverride.objects.filter(overridden=True, contact__in=contacts).select_related("contact", "decided_by")
    page = Paginator(rows.order_by("-decided_at", "-pk"), 50).get_page(number)
    shown = [one.contact_id for one in page.object_list]
    lines = ContactLine.objects.filter(contact__in=shown)
    seen = limiting.limit(lines, reader, capabilities.VIEW).values("pk")
    return page, set(lines.exclude(pk__in=seen).values_list("contact_id", flat=True))


def on_child(reader: Reader, person_id: UUID) -> list[str]:
    """What a child's page says of consent to agency checks: withdrawals that hold, and overrides with their rationale."""
    lines = limiting.limit(ContactLine.objects.filter(person_id=person_id), reader, capabilities.VIEW)
    contacts = list(lines.values_list("contact_id", flat=True))
    kinds = dict(people_codes.AGENCY_KIND)
    found = []
    latest: dict[tuple[str, tuple[str, ...]], FamilyView] = {}
    for view in FamilyView.objects.filter(contact__in=contacts).order_by("recorded_at", "pk"):
        latest[str(view.person_id or view.about.lower()), tuple(view.agencies)] = view
    for view in latest.values():
        if view.answer == "withdrawn":
            whom = ", ".join(kinds.get(one, one) for one in view.agencies) or "every agency"
            found.append(f"{view.about} has withdrawn consent to ask {whom}, {_when(view.recorded_at)}.")
    for one in ConsentOverride.objects.filter(contact__in=contacts, overridden=True).select_related("decided_by"):
        if one.decided_by and one.decided_at:
            found.append(
                f"Consent to agency checks was overridden by {one.decided_by.name}, {_when(one.decided_at)}: {one.rationale}"
            )
    return found


def _when(moment: datetime) -> str:
    local = moment.astimezone(LONDON)
    return f"{local:%H:%M} on {day_words(local.date(), year=True)}"
