"""The jobs room."""

from hearth.foundation.rooms import Room


class Jobs(Room):
    """Reads what the room declares."""

    default = True
    name = "hearth.foundation.jobs"
    label = "jobs"
