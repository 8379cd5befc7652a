"""What the front door adds to a child's own page."""

from hearth.people.record_pages import register, register_notes
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.queries import consent, on_child

register_notes(on_child.levels)
register_notes(consent.on_child)
register_notes(on_child.consultations)
register("Consult the front door", "consult", capabilities.RECEIVE, 30)
