"""Forms in which somebody is looked for or named."""

from typing import Any

from django import forms

from hearth.people import codes
from hearth.people.actions import Named
from hearth.people.choosing import Choosing
from hearth.people.models import Person
from hearth.people.search import Terms
from hearth.web.fields import DayField
from hearth.web.forms import HearthForm

KINDS = [(Person.CHILD, "Child"), (Person.ADULT, "Adult"), (Person.UNBORN, "Unborn")]
NARROW = {"class": "govuk-input--width-10"}
KINDS_SOUGHT = [(Person.CHILD, "Children"), (Person.ADULT, "Adults"), (Person.UNBORN, "Unborn children")]
SAID = ("forenames", "surname", "known_as", "date_of_birth", "age", "address", "postcode", "telephone", "expected_date")
"""What may be said of somebody who is named, in the order in which it is asked."""


class SearchForm(forms.Form):
    """One free box, and fields for what is known; nothing of it stands in an address."""

    plain_labels = True
    text = forms.CharField(
        label="Name, street, postcode, date of birth or number",
        required=False,
        max_length=200,
        help_text="Part of a name and a street is enough: kow hill lane",
    )
    forenames = forms.CharField(label="First names", required=False, max_length=120)
    surname = forms.CharField(label="Last name", required=False, max_length=120)
    known_as = forms.CharField(label="Known as", required=False, max_length=120)
    date_of_birth = DayField(label="Date of birth", required=False, future=False)
    age = forms.IntegerField(label="or age", required=False, min_value=0, max_value=120, widget=forms.TextInput(attrs=NARROW))
    expected_date = DayField(label="or expected date", required=False, help_text="For an unborn child")
    address = forms.CharField(label="House and street", required=False, max_length=200)
    postcode = forms.CharField(label="Postcode", required=False, max_length=9, widget=forms.TextInput(attrs=NARROW))
    telephone = forms.CharField(label="Telephone", required=False, max_length=40)
    nhs_number = forms.CharField(label="NHS number", required=False, max_length=14, widget=forms.TextInput(attrs=NARROW))
    upn = forms.CharField(label="Pupil number (UPN)", required=False, max_length=14, widget=forms.TextInput(attrs=NARROW))
    number = forms.CharField(label="Record number", required=False, max_length=12, widget=forms.TextInput(attrs=NARROW))
    kind = forms.ChoiceField(label="Look among", required=False, choices=[("", "Everybody"), *KINDS_SOUGHT])
    not_these = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.plain_label = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Kindly refuse a search by nothing, or by a single letter."""
        data = super().clean() or {}
        if not self.errors and not self.terms().enough:
            raise forms.ValidationError("Enter at least two letters of a name, or something else that is known.")
        return data

    def terms(self) -> Terms:
        """What to search by: the box, and every field that was filled."""
        data = self.cleaned_data
        free = Terms.from_text(data.get("text", ""))
        given = {name: data[name] for name in self.fields if name not in ("text", "not_these") and data.get(name) not in (None, "")}
        if free.name and given.keys() & {"forenames", "surname", "known_as"}:  # the box says the half that no field says
            rest = next((name for name in ("surname", "forenames", "known_as") if name not in given), "known_as")
            given |= {rest: f"{given.get(rest, '')} {free.name}".strip(), "name": ""}
        return Terms(**(vars(free) | given))

    def named(self) -> dict[str, Any]:
        """What was searched by as the beginning of a record: the last word of a name is the last name."""
        terms = self.terms()
        forenames, _, surname = terms.name.rpartition(" ")
        kept = ("known_as", "date_of_birth", "age", "expected_date", "address", "postcode", "telephone")
        names = {"forenames": terms.forenames or forenames, "surname": terms.surname or surname}
        return names | {name: getattr(terms, name) for name in kept}

    @property
    def error_list(self) -> list[dict[str, str]]:
        """The entries of the error summary."""
        found = [{"text": str(error), "href": "#id_text"} for error in self.non_field_errors()]
        return found + [
            {"text": str(errors[0]), "href": f"#id_{name}"} for name, errors in self.errors.items() if name in self.fields
        ]


class NamedForm(Choosing, HearthForm):
    """Somebody as they were named; the same words search for them before a record is made."""

    kind = forms.ChoiceField(label="This is", choices=KINDS, initial=Person.ADULT, widget=forms.RadioSelect)
    forenames = forms.CharField(label="First names", required=False, max_length=120)
    surname = forms.CharField(label="Last name", required=False, max_length=120)
    known_as = forms.CharField(label="Known as", required=False, max_length=120)
    date_of_birth = DayField(label="Date of birth", required=False, future=False)
    age = forms.IntegerField(label="or age", required=False, min_value=0, max_value=120, widget=forms.TextInput(attrs=NARROW))
    address = forms.CharField(label="Address", required=False, max_length=200)
    postcode = forms.CharField(label="Postcode", required=False, max_length=9, widget=forms.TextInput(attrs=NARROW))
    telephone = forms.CharField(label="Telephone", required=False, max_length=40)
    expected_date = DayField(label="or expected date, for an unborn child", required=False)
    hospital = forms.CharField(label="Hospital, for an unborn child", required=False, max_length=120)
    field_order = ["kind", *SAID, "hospital"]

    def named(self) -> Named:
        """A record that was chosen, or what was said, with the matches dismissed; while it is typed, as far as it can be read."""
        data = self.cleaned_data
        return Named(kind=data.get("kind") or Person.ADULT, hospital=data.get("hospital") or "", **self.said())


class RelativeForm(NamedForm):
    """Somebody of the family: who, what to the person, and parental responsibility with its source."""

    relation = forms.ChoiceField(label="They are the person's", choices=codes.RELATIONSHIP)
    parental_responsibility = forms.ChoiceField(
        label="Parental responsibility", choices=codes.PARENTAL_RESPONSIBILITY, widget=forms.RadioSelect, initial="not_asked"
    )
    source = forms.CharField(
        label="How this is known", required=False, max_length=200, help_text="A birth certificate, an order, who said so"
    )
