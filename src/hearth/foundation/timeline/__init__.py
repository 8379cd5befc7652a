"""What happened: the append-only record of events. Rooms use `hearth.foundation.timeline.api`."""
