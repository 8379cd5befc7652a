"""The letters room."""

from hearth.foundation.rooms import Room


class Letters(Room):
    """Reads what the room declares."""

    default = True
    name = "hearth.foundation.letters"
    label = "letters"
