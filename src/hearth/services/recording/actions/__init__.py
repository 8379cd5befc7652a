"""What people do to a record."""

from hearth.services.recording.actions.chronology import write_chronology
from hearth.services.recording.actions.notes import NoteGiven, correct_note, finish_action, write_note
from hearth.services.recording.actions.sharing import SharingGiven, ask_for_information, confirm_receipt, decide_sharing

__all__ = [
    "NoteGiven",
    "SharingGiven",
    "ask_for_information",
    "confirm_receipt",
    "correct_note",
    "decide_sharing",
    "finish_action",
    "write_chronology",
    "write_note",
]
