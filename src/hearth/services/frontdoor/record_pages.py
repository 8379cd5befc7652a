"""What the front door adds to a child's own page."""

from hearth.people.record_pages import register_notes
from hearth.services.frontdoor.queries import consent

register_notes(consent.on_child)
