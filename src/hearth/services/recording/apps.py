"""The recording room."""

from hearth.foundation.rooms import Room


class Recording(Room):
    """Reads what the room declares."""

    default = True
    name = "hearth.services.recording"
    label = "recording"
