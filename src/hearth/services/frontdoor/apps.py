"""The frontdoor room."""

from hearth.foundation.rooms import Room


class FrontDoor(Room):
    """Reads what the room declares."""

    default = True
    name = "hearth.services.frontdoor"
    label = "frontdoor"
