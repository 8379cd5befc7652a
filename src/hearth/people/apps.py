"""The people room."""

from hearth.foundation.rooms import Room


class People(Room):
    """Reads what the room declares."""

    default = True
    name = "hearth.people"
    label = "people"
