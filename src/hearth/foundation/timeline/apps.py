"""The timeline room."""

from hearth.foundation.rooms import Room


class Timeline(Room):
    """Reads what the room declares."""

    default = True
    name = "hearth.foundation.timeline"
    label = "timeline"
