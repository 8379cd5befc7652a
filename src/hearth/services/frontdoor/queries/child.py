"""What the front door adds to a child's page: levels of need over time, and that an adult has relevant history."""

from dataclasses import dataclass
from uuid import UUID

from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.models import Contact, LevelOfNeed, RelevantHistory


@dataclass(frozen=True)
class OfChild:
    """A child's levels of need, the latest first, and the adults of whom there is relevant history.

    The words of a history are only for whoever may read them; others read that there is one, and ask a manager.
    """

    levels: list[LevelOfNeed]
    histories: list[RelevantHistory]
    may_read: bool


def of_child(reader: Reader, person_id: UUID) -> OfChild:
    """What the front door knows of one child; only from contacts that this reader may see."""
    contacts = limiting.limit(Contact.objects.filter(lines__person_id=person_id), reader, capabilities.VIEW)
    histories = RelevantHistory.objects.filter(contact__in=contacts.values("pk")).select_related("contact", "by")
    levels = LevelOfNeed.objects.filter(person_id=person_id).select_related("by", "line__contact").order_by("-at", "-pk")
    return OfChild(list(levels), list(histories.order_by("-at", "-pk")), reader.can(capabilities.THIRD_PARTY))
