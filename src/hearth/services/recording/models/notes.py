"""Case notes: written once, signed by their author; a correction stands beside and changes nothing."""

import uuid

from django.db import models
from django.db.models import Q

from hearth.foundation import worktime
from hearth.foundation.access.limiting import About
from hearth.foundation.timeline.models import AppendOnly
from hearth.services.recording import codes


class CaseNote(AppendOnly):
    """What was seen, said, thought or decided about one child: when it happened, and when it was written by whom."""

    access = About(kind="case_note", person="person_id", kept="person__merged_into_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="case_notes")
    kind = models.CharField(max_length=14, choices=codes.NOTE_KIND)
    happened_at = models.DateTimeField()
    written_at = models.DateTimeField()
    author = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    summary = models.CharField(max_length=200)
    present = models.JSONField(default=list)  # names, as the author knows them
    seen_or_said = models.TextField(blank=True)
    said = models.JSONField(default=list)  # {"who", "what"}: what each person said or did
    attributed = models.CharField(max_length=3, choices=codes.YES_NO, blank=True)
    view = models.TextField(blank=True)
    grounds = models.TextField(blank=True)
    impact = models.TextField(blank=True)
    child_voice = models.TextField(blank=True)
    family_voice = models.TextField(blank=True)
    voice_reason = models.CharField(max_length=300, blank=True)
    purpose = models.TextField(blank=True)
    family_aim = models.TextField(blank=True)
    practitioner_aim = models.TextField(blank=True)
    session_outcome = models.TextField(blank=True)
    method = models.CharField(max_length=10, choices=codes.METHOD, blank=True)
    consulted = models.JSONField(default=list)  # {"name", "contact"}
    decision = models.TextField(blank=True)
    responsible = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="decisions_to_carry_out")
    action = models.CharField(max_length=300, blank=True)
    due_on = models.DateField(null=True)

    class Meta:
        ordering = ["-happened_at", "-written_at"]
        indexes = [models.Index(fields=["person", "-happened_at"], name="notes_of_a_child")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="decision") | Q(responsible__isnull=False, due_on__isnull=False),
                name="a_decision_names_who_and_by_when",
            )
        ]

    @property
    def gap(self) -> str:
        """How long after the event it was written, in words; "" within a minute."""
        passed = self.written_at - self.happened_at
        return worktime.duration_words(passed) if passed.total_seconds() >= 60 else ""

    @property
    def view_without_facts(self) -> bool:
        """Does it hold an opinion and no facts?"""
        return bool(self.view) and not self.seen_or_said and not self.said

    @property
    def is_overdue(self) -> bool:
        """Has the day of a decision's action passed with nothing recorded as done?"""
        return self.due_on is not None and not hasattr(self, "done") and worktime.today() > self.due_on


class NoteCorrection(AppendOnly):
    """What a case note should have said, why, by whom and when. The note itself stays as it was written."""

    access = About(kind="note_correction", person="note__person_id", kept="note__person__merged_into_id")

    note = models.ForeignKey(CaseNote, models.PROTECT, related_name="corrections")
    words = models.TextField()
    reason = models.CharField(max_length=300)
    by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class ActionDone(AppendOnly):
    """The action of a decision was carried out."""

    access = About(kind="action_done", person="note__person_id", kept="note__person__merged_into_id")

    note = models.OneToOneField(CaseNote, models.PROTECT, related_name="done")
    words = models.CharField(max_length=300)
    by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()
