"""Forms of consent, of earlier involvement, and of what a manager adds to a decision: their shape only."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django import forms

from hearth.foundation.access.models import User
from hearth.people import codes as people_codes
from hearth.services.frontdoor import codes
from hearth.services.frontdoor.forms.record import yes_no
from hearth.web.fields import DayField, MomentField, NarrativeField
from hearth.web.forms import HearthForm


class FamilyViewForm(HearthForm):
    """What one adult was told, and their answer."""

    person = forms.ChoiceField(label="Which adult", required=False)
    about = forms.CharField(label="or their name and who they are to the child", required=False, max_length=120)
    answer = forms.ChoiceField(label="Their answer", choices=codes.FAMILY_VIEW, widget=forms.RadioSelect)
    asked_by = forms.CharField(label="Who told and asked them", required=False, max_length=120)
    asked_at = MomentField(label="When", required=False, future=False)
    how = forms.CharField(label="How: by telephone, in person, with which interpreter", required=False, max_length=200)
    in_writing = forms.TypedChoiceField(
        label="Their agreement was given",
        choices=[("yes", "In writing"), ("no", "By word")],
        widget=forms.RadioSelect,
        required=False,
        coerce=lambda value: value == "yes",
        empty_value=None,
    )
    agencies = forms.MultipleChoiceField(
        label="Which agencies it is about",
        choices=people_codes.AGENCY_KIND,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="None ticked means every agency.",
    )
    limits = forms.CharField(label="Any limit they set", required=False, max_length=300)
    attempts = NarrativeField(label="If they could not be reached: each attempt on a line, when and how", required=False, rows=3)
    reasons = NarrativeField(label="If it is not safe to ask: why", required=False, rows=3)

    def __init__(self, *args: Any, adults: Mapping[str, tuple[str, str]] = MappingProxyType({}), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = {key: name for key, (name, _) in adults.items()}
        field: Any = self.fields["person"]
        field.choices = [("", "Somebody not recorded yet"), *((key, words) for key, (_, words) in adults.items())]

    def values(self) -> dict[str, Any]:
        """The cleaned data, the adult by id, named as recorded where nothing else is said."""
        given = super().values()
        chosen = given["person"]
        return given | {"person": UUID(chosen) if chosen else None, "about": given["about"] or self.names.get(chosen, "")}


class WhyForm(HearthForm):
    """Why consent is to be overridden."""

    why = NarrativeField(label="Why agencies should be asked without it", required=False)


class OverrideForm(HearthForm):
    """Whether consent is overridden, and why."""

    overridden = yes_no("Is the need for parents' consent overridden?")
    rationale = NarrativeField(label="Rationale", required=False)


class ConsultForm(HearthForm):
    """A consultation about one child."""

    who_asks = forms.CharField(label="Who asks, by name and job", required=False, max_length=120)
    telephone = forms.CharField(label="Their telephone number", required=False, max_length=40)
    question = NarrativeField(label="What was asked", required=False)
    advice = forms.CharField(label="The advice given", required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    harm_described = forms.ChoiceField(
        label="Was harm to the child described?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect
    )
    ended_with = forms.ChoiceField(label="How it ended", choices=codes.CONSULTATION_END, widget=forms.RadioSelect)


class InvolvementForm(HearthForm):
    """What a worker adds to the earlier involvement that was found."""

    added = NarrativeField(label="Anything to add or put right", required=False)


class FurtherActionForm(HearthForm):
    """What is to be done, by whom and by when."""

    what = forms.CharField(label="What is to be done", required=False, max_length=300)
    owner = forms.ModelChoiceField(label="By whom", queryset=User.objects.none(), empty_label="Choose")
    due_on = DayField(label="By when")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people: Any = self.fields["owner"]
        people.queryset = User.objects.filter(is_active=True).order_by("name")


class DoneForm(HearthForm):
    """What was done."""

    done_words = forms.CharField(label="What was done", required=False, max_length=300)
