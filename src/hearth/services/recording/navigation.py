"""The record's pages: one's own actions in the navigation, the rest from the page of a person."""

from hearth.people import capabilities
from hearth.people.record_pages import register as register_on_record
from hearth.web.navigation import register

register("Your actions", "own_actions", capabilities.CHANGE, 22)
register_on_record("Case notes", "case_notes", capabilities.VIEW, 10)
register_on_record("What was shared", "sharing", capabilities.VIEW, 20)
