"""The oversight room."""

from hearth.foundation.rooms import Room


class Oversight(Room):
    """Reads what the room declares."""

    default = True
    name = "hearth.oversight"
    label = "oversight"
