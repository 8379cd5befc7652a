"""What a row said before: who changed which field, when, why. Kept by triggers, so bulk and raw SQL count too."""

from hearth.foundation.history.tracking import Change, because, changes, last_writer, tracked

__all__ = ["Change", "because", "changes", "last_writer", "tracked"]
