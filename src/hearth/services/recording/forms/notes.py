"""The form of each kind of case note, a correction, and an action carried out."""

from typing import Any

from django import forms

from hearth.foundation.access.models import User
from hearth.services.recording import codes
from hearth.services.recording.actions.notes import NoteGiven
from hearth.web.fields import DayField, MomentField, NarrativeField
from hearth.web.forms import HearthForm


class LinesField(NarrativeField):
    """Several entries, one on each line."""

    def clean(self, value: Any) -> list[str]:
        """The lines that hold something."""
        return [line.strip() for line in str(super().clean(value) or "").splitlines() if line.strip()]


class PairsField(LinesField):
    """Several entries of two parts, one on each line, as `{first, second}`."""

    def __init__(self, *, names: tuple[str, str], sign: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.names, self.sign = names, sign

    def clean(self, value: Any) -> Any:
        """Each line cut at its first sign."""
        found = []
        for line in super().clean(value):
            first, _, second = line.partition(self.sign)
            found.append({self.names[0]: first.strip(), self.names[1]: second.strip()})
        return found


class SaidField(PairsField):
    """Who said or did what: a line that names nobody is refused."""

    def clean(self, value: Any) -> Any:
        """Each line as who and what."""
        found = super().clean(value)
        for one in found:
            if not one["what"]:
                raise forms.ValidationError(f'Say whose words or deeds these are, as "Name: what": {one["who"]}')
        return found


class NoteForm(HearthForm):
    """A case note of one kind: the parts that kind has, in its order."""

    happened_at = MomentField(label="When it happened")
    summary = forms.CharField(label="In one line", max_length=200, help_text="What a colleague needs to see first.")
    decision = NarrativeField(label="What was decided", required=False, rows=3)
    method = forms.ChoiceField(label="How it was tried", choices=codes.METHOD, widget=forms.RadioSelect, required=False)
    present = LinesField(label="Who was there", required=False, rows=3, help_text="Each person on a line, with who they are.")
    purpose = NarrativeField(label="What this session was for", required=False, rows=2)
    family_aim = NarrativeField(label="What the family wants from it", required=False, rows=2)
    practitioner_aim = NarrativeField(label="What you want from it", required=False, rows=2)
    seen_or_said = NarrativeField(
        label="What was seen or said", required=False, rows=6, help_text="Facts only. Your view has its own place."
    )
    said = SaidField(
        names=("who", "what"),
        sign=":",
        label="Who said or did what",
        required=False,
        rows=4,
        help_text="Each on a line, as Name: what they said or did.",
    )
    attributed = forms.ChoiceField(
        label="Does every statement say whose it is?", choices=codes.YES_NO, widget=forms.RadioSelect, required=False
    )
    view = NarrativeField(label="What I think", required=False, rows=4)
    grounds = NarrativeField(label="What my view rests on", required=False, rows=3)
    impact = NarrativeField(label="Impact on the child", required=False, rows=3)
    child_voice = NarrativeField(
        label="The child's voice", required=False, rows=3, help_text="Exact words in quotation marks, and how the child seemed."
    )
    family_voice = NarrativeField(label="The family's voice", required=False, rows=3)
    voice_reason = forms.CharField(label="If a voice is missing, why", required=False, max_length=300)
    session_outcome = NarrativeField(label="What came of it", required=False, rows=3)
    responsible = forms.ModelChoiceField(
        label="Person responsible", queryset=User.objects.none(), required=False, empty_label="Choose"
    )
    action = forms.CharField(label="What is to be done", required=False, max_length=300)
    due_on = DayField(label="By when", required=False)
    consulted = PairsField(
        names=("name", "contact"),
        sign=",",
        label="Who was consulted",
        required=False,
        rows=3,
        help_text="Each on a line: full name, then a comma and contact details.",
    )

    def __init__(self, *args: Any, kind: str, child: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = codes.NOTE_KINDS[kind].parts
        wanted = ["request_id", "happened_at", "summary", *parts]
        self.fields = {name: self.fields[name] for name in wanted}
        for name in codes.NOTE_KINDS[kind].needs:
            self.fields[name].required = name in ("method", "attributed", "responsible")
        if "impact" in parts:
            self.fields["impact"].label = f"Impact on {child}"
        if kind == "decision":
            people: Any = self.fields["responsible"]
            people.queryset = User.objects.filter(is_active=True).order_by("name")
            self.fields["seen_or_said"].label, self.fields["seen_or_said"].help_text = "Evidence", ""
            self.fields["view"].label = "Analysis"

    def given(self) -> NoteGiven:
        """What the action takes."""
        return NoteGiven(**{name: value for name, value in self.values().items() if value is not None})


class CorrectionForm(HearthForm):
    """What a note should say, and why."""

    words = NarrativeField(label="What it should say", required=False)
    reason = forms.CharField(label="Why it is corrected", required=False, max_length=300)


class DoneForm(HearthForm):
    """What was done."""

    words = forms.CharField(label="What was done", required=False, max_length=300)
