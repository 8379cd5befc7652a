"""The timeline room."""

from django.db.backends.signals import connection_created

from hearth.foundation.connections import read_moments_fast
from hearth.foundation.rooms import Room


class Timeline(Room):
    """Reads what the room declares."""

    default = True
    name = "hearth.foundation.timeline"
    label = "timeline"

    def ready(self) -> None:
        """Import the declarations, and have every connection read moments fast."""
        super().ready()
        connection_created.connect(read_moments_fast)
