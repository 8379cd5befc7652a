"""The mash room."""

from hearth.foundation.rooms import Room


class Mash(Room):
    """Reads what the room declares."""

    default = True
    name = "hearth.services.mash"
    label = "mash"
