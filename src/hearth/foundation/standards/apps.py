"""The standards room."""

from hearth.foundation.rooms import Room


class Standards(Room):
    """Reads what the room declares."""

    default = True
    name = "hearth.foundation.standards"
    label = "standards"
