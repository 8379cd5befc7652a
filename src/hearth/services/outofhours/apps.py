"""The outofhours room."""

from hearth.foundation.rooms import Room


class OutOfHours(Room):
    """Reads what the room declares."""

    default = True
    name = "hearth.services.outofhours"
    label = "outofhours"
