"""What goes on a child's record by itself when it happens in another room, in the same transaction."""

from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.models import Event
from hearth.services.frontdoor import codes
from hearth.services.frontdoor.events import ReferrerTold
from hearth.services.recording.actions.notes import note_what_happened


@timeline.on(ReferrerTold)
def _that_the_referrer_was_told_stands_among_the_notes(event: Event, what: timeline.EventKind) -> None:
    """Swindon, expected standards: "Add a case note to the child's record confirming that the referrer was told"."""
    if not isinstance(what, ReferrerTold):
        return
    how = dict(codes.ROUTE)[what.route].lower().removeprefix("by ")
    note_what_happened(event, "message" if what.written else "telephone", f"Whoever told us was told the outcome, by {how}")
