"""The web room."""

from hearth.foundation.rooms import Room


class Web(Room):
    """Reads what the room declares."""

    default = True
    name = "hearth.web"
    label = "web"
