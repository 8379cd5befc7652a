"""What the front door adds to a child's own page."""

from hearth.foundation import packs
from hearth.people.record_pages import register, register_notes
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.queries import consent, on_child

register_notes(on_child.levels)
register_notes(consent.on_child)
register_notes(on_child.consultations)


def _consult() -> str:
    details = packs.active().contact_details
    return f"Consult {details.front_door}" if details else "Consult the front door"


register(_consult, "consult", capabilities.RECEIVE, 30)
