"""The caseforms room."""

from hearth.foundation.rooms import Room


class Caseforms(Room):
    """Reads what the room declares."""

    default = True
    name = "hearth.foundation.caseforms"
    label = "caseforms"
