"""The rows of the call page beside its children: adults named, next steps agreed; and one child's own part."""

from typing import Any

from django import forms

from hearth.people import codes as people_codes
from hearth.people.actions import Named
from hearth.people.choosing import Choosing
from hearth.people.models import Person
from hearth.services.frontdoor.actions.calls import NewAdult, NewStep
from hearth.web.fields import DayField, NarrativeField
from hearth.web.forms import SharedForm, Unhurried
from hearth.web.pages import whole_number

ADULTS = (
    "mother",
    "father",
    "partner_of_parent",
    "step_parent",
    "carer",
    "grandparent",
    "aunt_uncle",
    "other_relative",
    "adult_met",
    "other",
)
RELATIONS = [("", "To be asked"), *((code, words) for code, words in people_codes.RELATIONSHIP if code in ADULTS)]
MOST_CHILDREN = 12


class AdultForm(Unhurried, Choosing):
    """An adult named on a call: who, what to which children, who lives there."""

    plain_labels = True
    forenames = forms.CharField(label="First names", required=False, max_length=120)
    surname = forms.CharField(label="Last name", required=False, max_length=120)
    known_as = forms.CharField(label="Known as", required=False, max_length=120)
    relation = forms.ChoiceField(label="Relation to the children", choices=RELATIONS, required=False)
    parental_responsibility = forms.ChoiceField(
        label="Parental responsibility", choices=people_codes.PARENTAL_RESPONSIBILITY, initial="not_asked", required=False
    )
    lives_there = forms.ChoiceField(
        label="Lives with the children?", choices=[("", "Not asked yet"), *people_codes.LIVES_THERE], required=False
    )
    date_of_birth = DayField(label="Date of birth", required=False, future=False, help_text="")
    age = forms.IntegerField(
        label="or age",
        required=False,
        min_value=0,
        max_value=120,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-2", "inputmode": "numeric"}),
    )
    telephone = forms.CharField(label="A safe telephone number", required=False, max_length=40)
    address = forms.CharField(label="Address, if another", required=False, max_length=200)
    postcode = forms.CharField(
        label="Postcode", required=False, max_length=9, widget=forms.TextInput(attrs={"class": "govuk-input--width-5"})
    )
    children = forms.CharField(
        label="Only of some of the children",
        required=False,
        max_length=60,
        help_text="Their numbers on this page, like 1 3. Leave empty for all.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    @property
    def is_empty(self) -> bool:
        """Was nobody named in this row?"""
        data = self.cleaned_data if self.is_bound and hasattr(self, "cleaned_data") else {}
        return not any(data.get(name) for name in ("forenames", "surname", "known_as")) and data.get("person", "") in ("", "none")

    def clean_children(self) -> frozenset[int]:
        """The places of the children, counted from 0."""
        words = str(self.cleaned_data["children"]).replace(",", " ").split()
        if not all(1 <= whole_number(word) <= MOST_CHILDREN for word in words):
            raise forms.ValidationError("Give the children's numbers on this page, like 1 3")
        return frozenset(int(word) - 1 for word in words)

    def clean(self) -> dict[str, Any]:
        """Somebody named needs a relation; words without a name say whose they are."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.is_empty and not data.get("relation"):
            self.add_error("relation", "Select what this adult is to the children; Other, if nobody knows.")
        if self.is_empty and any(data.get(name) for name in ("telephone", "address", "postcode", "relation")):
            self.add_error("forenames", "Enter the adult's name. If it is not known, write what they were called.")
        return data

    def named(self) -> Named:
        """The adult as named: a record that was chosen, or what was said, with the matches dismissed."""
        return Named(kind=Person.ADULT, **self.said())

    def new_adult(self) -> NewAdult:
        """What the action takes."""
        data = self.cleaned_data
        return NewAdult(
            who=self.named(),
            relation=data["relation"],
            parental_responsibility=data["parental_responsibility"] or "not_asked",
            lives_there=data["lives_there"],
            children=data["children"],
        )


class StepRow(Unhurried, forms.Form):
    """A next step agreed with the caller."""

    plain_labels = True
    what = forms.CharField(label="Next step", required=False, max_length=300)
    owner = forms.CharField(label="Who does it", required=False, max_length=120)
    by_when = DayField(label="By when", required=False, help_text="")

    def clean(self) -> dict[str, Any]:
        """A step names what and who."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if any(data.get(name) for name in ("what", "owner", "by_when")):
            if not data.get("what"):
                self.add_error("what", "Write the next step")
            if not data.get("owner"):
                self.add_error("owner", "Write who does it")
        return data

    def new_step(self) -> NewStep | None:
        """What the action takes; None for an empty row."""
        data = self.cleaned_data
        return NewStep(data["what"], data["owner"], data["by_when"]) if data.get("what") else None


AdultFormSet = forms.formset_factory(AdultForm, extra=0, max_num=12, absolute_max=13, validate_max=True)
StepFormSet = forms.formset_factory(StepRow, extra=0, max_num=12, absolute_max=13, validate_max=True)


class PartForm(SharedForm):
    """What is happening for one child."""

    child_part = NarrativeField(label="What is happening for this child", required=False)
    child_words = NarrativeField(label="The child's own words, exactly, to whom and when", required=False, rows=3)
