"""Consent to agency checks, its overrides, earlier involvement: of a contact, and in the manager's list."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import prefetch_related_objects

from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.services.frontdoor import capabilities, consenting
from hearth.services.frontdoor.models import ConsentOverride, Contact, ContactLine, EarlierInvolvement, FurtherAction
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
