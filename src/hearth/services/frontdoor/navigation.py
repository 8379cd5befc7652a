"""The front door in the navigation, and its section on a child's page."""

from hearth.people import sections
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.queries.child import of_child
from hearth.web.navigation import register

register("Queue", "queue", capabilities.VIEW, 10)
register("Take a call", "take_call", capabilities.RECEIVE, 20)
register("To sign off", "sign_off_list", capabilities.DECIDE, 30)
register("Passed to us", "incoming", capabilities.ACCEPT, 40)
register("Morning list", "morning", capabilities.CLOSE_OFFICE, 50)
register("Closing time", "closing", capabilities.CLOSE_OFFICE, 60)
register("Consent overridden", "overrides", capabilities.READ_OVERRIDES, 70)
register("Waiting at the start", "screening", capabilities.VIEW, 12)
register("Oversight", "oversight", capabilities.TRIAGE, 32)
register("Figures", "figures_day", capabilities.TRIAGE, 34)
register("Visitors", "visitors", capabilities.RECEPTION, 36)
sections.register("frontdoor/child.html", of_child)
