"""The escalation room."""

from hearth.foundation.rooms import Room


class Escalation(Room):
    """Reads what the room declares."""

    default = True
    name = "hearth.services.escalation"
    label = "escalation"
