"""The record's own code lists, and what each kind of case note asks for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NoteKind:
    """A kind of case note: its title, the parts it has, in order, and which of them must be filled."""

    title: str
    parts: tuple[str, ...]
    needs: tuple[str, ...] = ()
    voices: bool = False


_TALK = ("present", "seen_or_said", "said", "attributed", "view", "grounds", "impact", "consulted")
_VOICES = ("child_voice", "family_voice", "voice_reason")

NOTE_KINDS = {
    "visit": NoteKind("Visit", (*_TALK[:7], *_VOICES, "consulted"), ("present", "seen_or_said", "attributed"), voices=True),
    "meeting": NoteKind("Meeting", _TALK, ("present", "seen_or_said", "attributed")),
    "conversation": NoteKind("Conversation", _TALK, ("present", "seen_or_said", "attributed")),
    "telephone": NoteKind("Telephone call", _TALK, ("present", "seen_or_said", "attributed")),
    "message": NoteKind("Letter or message", ("seen_or_said", "said", "attributed", "view", "grounds", "impact"), ("attributed",)),
    "session": NoteKind(
        "Session of work",
        ("present", "purpose", "family_aim", "practitioner_aim", *_TALK[1:7], "session_outcome"),
        ("present", "purpose", "family_aim", "practitioner_aim", "session_outcome", "attributed"),
    ),
    "attempt": NoteKind("Tried, without success", ("method", "seen_or_said"), ("method",)),
    "decision": NoteKind(
        "Decision",
        ("decision", "seen_or_said", "view", "responsible", "action", "due_on", "consulted"),
        ("decision", "seen_or_said", "view", "responsible", "action", "due_on"),
    ),
    "other": NoteKind(
        "Other note", ("seen_or_said", "said", "attributed", "view", "grounds", "impact", "consulted"), ("attributed",)
    ),
}
NOTE_KIND = [(code, kind.title) for code, kind in NOTE_KINDS.items()]
METHOD = [
    ("visit", "Visit"),
    ("telephone", "Telephone"),
    ("letter", "Letter"),
    ("message", "Text or e-mail"),
    ("in_person", "Called in at school or elsewhere"),
]
YES_NO = [("yes", "Yes"), ("no", "No")]

SHARED = [("shared", "Share it"), ("not_shared", "Do not share it")]
EXTENT = [("summary", "A summary, or only what is needed"), ("full", "The full record")]
WHY_NOT_SOUGHT = [("unsafe", "Asking is unsafe"), ("inappropriate", "Asking is inappropriate")]
ANSWER = [("agreed", "Agreed"), ("refused", "Refused")]
BASIS = [
    ("agreement", "The person's agreement"), ("safeguarding", "Safeguarding a child or adult at risk"),
    ("vital", "Vital interests: danger to life"), ("legal", "A duty in law or a court's order"),
    ("public_task", "Public task: what the authority must do for children"),
]  # fmt: skip
