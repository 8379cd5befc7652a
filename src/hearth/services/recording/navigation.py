"""The record's pages: one's own actions in the navigation, the rest from the page of a person."""

from hearth.people import capabilities
from hearth.people.record_pages import register as register_on_record
from hearth.services.frontdoor.referral_parts import register as register_part
from hearth.services.recording.queries import short_chronology
from hearth.web.navigation import register

register_part("Short chronology", "short_chronology", "recording/short_chronology.html", short_chronology)
register("Your actions", "own_actions", capabilities.CHANGE, 22)
register_on_record("Case notes", "case_notes", capabilities.VIEW, 10)
register_on_record("What was shared", "sharing", capabilities.VIEW, 20)
