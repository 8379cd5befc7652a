"""What the rows of this room are called where two records of one person are made one, or two again."""

from hearth.people.merging.showing import describe

describe("recording.CaseNote", "Case notes", lambda note: note.summary)
describe("recording.SharingRequest", "Requests for information")
describe("recording.SharingDecision", "Decisions to share")
