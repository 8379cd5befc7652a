"""The access room."""

from hearth.foundation.rooms import Room


class Access(Room):
    """Reads what the room declares."""

    default = True
    name = "hearth.foundation.access"
    label = "access"
