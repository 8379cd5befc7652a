"""Forms about sharing information: a request, the decision, and a receipt."""

from typing import Any

from django import forms

from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader
from hearth.services.recording import codes, queries
from hearth.services.recording.actions.sharing import SharingGiven
from hearth.services.recording.forms.notes import LinesField
from hearth.web.fields import DayField, MomentField, NarrativeField
from hearth.web.forms import HearthForm


def _words(label: str, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=300, **more)


def _choice(label: str, choices: list[tuple[str, str]], **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, required=False, **more)


class AskForm(HearthForm):
    """Somebody asked for information."""

    who_asks = forms.CharField(label="Who asks, by name and agency", required=False, max_length=160)
    what = NarrativeField(label="What they ask for", required=False, rows=3)
    why = NarrativeField(label="What they want it for", required=False, rows=3)
    asked_at = MomentField(label="When they asked")


class SharingForm(HearthForm):
    """Whether information is shared, and everything that decision rests on."""

    plain_labels = True
    outcome = _choice("What is decided?", codes.SHARED)
    what = NarrativeField(label="What it is about", required=False, rows=3)
    purpose = NarrativeField(label="For what purpose", required=False, rows=2)
    recipients = LinesField(label="With whom: each person by name, on a line", required=False, rows=2)
    risk = NarrativeField(label="The risk it is shared for", required=False, rows=2)
    extent = _choice("Would a summary do?", codes.EXTENT)
    why_full = _words("If the full record: why a summary would not do")
    basis = _choice(
        "On what basis?", codes.BASIS, help_text="Lacking agreement never by itself stops sharing what keeps somebody safe."
    )
    facts = NarrativeField(label="Without agreement: the facts of the case", required=False, rows=3)
    reason = NarrativeField(label="Reasons for this decision", required=False, rows=3)
    sought = _choice("Was the person's agreement sought?", codes.YES_NO)
    answer = _choice("If sought: the answer", codes.ANSWER)
    answered_by = forms.CharField(label="Who answered", required=False, max_length=160)
    answered_on = DayField(label="On which day", required=False, future=False)
    why_not_sought = _choice("If not sought: because", codes.WHY_NOT_SOUGHT)
    why_not_reason = _words("Why it is unsafe or inappropriate")
    overridden_by = forms.ModelChoiceField(
        label="If they refused: the manager who overrides that", queryset=User.objects.none(), required=False, empty_label="Nobody"
    )
    told = _choice("Was the person told what may be shared?", codes.YES_NO)
    told_why = _words("If told: why it is shared")
    told_what = _words("If told: what is shared")
    told_how = _words("If told: how it is shared")
    told_with_whom = _words("If told: with whom")
    told_at = MomentField(label="When they were told", required=False, future=False)
    not_told_reason = _words("If not told: why")
    expected = _choice("Without agreement: does the person expect this?", codes.YES_NO)
    plan_to_tell = _words("If not: how and when they will be told, or why not")
    effect_on_person = NarrativeField(label="Effect on the person's safety and wellbeing", required=False, rows=2)
    effect_on_others = NarrativeField(label="Effect on others", required=False, rows=2)
    critical = forms.BooleanField(label="This is critical to a child's safety", required=False)
    sent_to = forms.CharField(label="If critical: to whom it was sent", required=False, max_length=160)
    sent_at = MomentField(label="If critical: when it was sent", required=False, future=False)

    PARTS = (
        ("The decision", ("outcome", "what", "purpose", "recipients", "risk", "extent", "why_full")),
        ("Agreement", ("sought", "answer", "answered_by", "answered_on", "why_not_sought", "why_not_reason", "overridden_by")),
        ("Basis and reasons", ("basis", "facts", "reason", "effect_on_person", "effect_on_others", "expected", "plan_to_tell")),
        ("What the person was told", ("told", "told_why", "told_what", "told_how", "told_with_whom", "told_at", "not_told_reason")),
        ("If it is critical", ("critical", "sent_to", "sent_at")),
    )

    def __init__(self, *args: Any, reader: Reader, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["overridden_by"]
        field.queryset = User.objects.filter(pk__in=[user.pk for user in queries.managers(reader)]).order_by("name")

    @property
    def parts(self) -> list[tuple[str, list[Any]]]:
        """The form under its headings."""
        return [(title, [self[name] for name in names]) for title, names in self.PARTS]

    def given(self) -> SharingGiven:
        """What the action takes."""
        return SharingGiven(**self.values())


class ReceiptForm(HearthForm):
    """Whoever was sent it has it."""

    confirmed_by = forms.CharField(label="Who confirmed that they have it", required=False, max_length=160)
    received_at = MomentField(label="When they received it", future=False)
