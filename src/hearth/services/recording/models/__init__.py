"""What the record keeps. Nothing here is changed once written: what follows is a row of its own."""

from hearth.services.recording.models.chronology import ShortChronology
from hearth.services.recording.models.notes import ActionDone, CaseNote, NoteCorrection
from hearth.services.recording.models.sharing import SharingDecision, SharingReceipt, SharingRequest

__all__ = [
    "ActionDone",
    "CaseNote",
    "NoteCorrection",
    "SharingDecision",
    "SharingReceipt",
    "SharingRequest",
    "ShortChronology",
]
