"""Forms about what is recorded of a person."""

from typing import Any
from uuid import UUID

from django import forms

from hearth.people import codes
from hearth.people.facts import FACTS
from hearth.people.folding import digits
from hearth.people.forms.finding import RelativeForm
from hearth.people.models import Agency
from hearth.people.siblings import ToShare
from hearth.web.fields import DayField, NarrativeField
from hearth.web.forms import HearthForm, SharedForm

KNOWN_BY = [
    ("seen", "I saw it, or a document that shows it"),
    ("told", "Somebody told me"),
    ("believed", "Believed, to be checked"),
    ("record", "From another record"),
]
NARROW = {"class": "govuk-input--width-10"}


class ResponsibilityForm(HearthForm):
    """Parental responsibility of one relative."""

    parental_responsibility = RelativeForm.base_fields["parental_responsibility"]
    source = RelativeForm.base_fields["source"]


class FactsForm(SharedForm):
    """Facts of one group, with how the changes are known."""

    def __init__(self, *args: Any, group: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for fact in FACTS.values():
            if fact.group == group:
                self.fields[fact.name] = _FIELDS[fact.name]()
        self.fields["known_by"] = forms.ChoiceField(label="How do you know?", choices=KNOWN_BY, widget=forms.RadioSelect)
        self.fields["told_by"] = forms.CharField(label="Who told you?", required=False, max_length=200)
        self.fields["told_on"] = DayField(label="When?", required=False, future=False, help_text="Leave empty for today")
        if group == "identity":
            self.fields["note"] = forms.CharField(label="If the sex is not known, why?", required=False, max_length=300)
        for field in self.fields.values():
            field.error_messages["required"] = field.error_messages["required"].replace("This field is required.", "Answer this")

    def tidy(self, name: str, value: Any) -> Any:
        """An NHS number without its spaces, a pupil number in capitals."""
        if name == "nhs_number":
            return digits(value)
        return value.strip().upper() if name == "upn" else value

    @property
    def shared(self) -> dict[str, Any]:
        """As the form's; a choice left at "not asked yet" where the record says nothing changes nothing."""
        found = super().shared
        for name, value in found["values"].items():
            if value == "not_asked" and found["base"][name] == "" and isinstance(self.fields[name], _Choice):
                found["values"][name] = ""
        return found


class _Answer(forms.Field):
    """A text, or one of the answers that are not one: not asked yet, not known, would not say."""

    def __init__(self, **kwargs: Any) -> None:
        hint = "Or write: " + ", ".join(words.lower() for _, words in codes.NO_ANSWER)
        super().__init__(required=False, widget=forms.TextInput(), help_text=hint, **kwargs)

    def to_python(self, value: Any) -> str:
        text = " ".join(str(value or "").split())[:200]
        return next((code for code, words in codes.NO_ANSWER if text.lower() == words.lower()), text)

    def validate(self, value: str) -> None:
        super().validate(value)
        if len(value) > 80:
            raise forms.ValidationError("Use 80 letters at most")

    def prepare_value(self, value: Any) -> Any:
        return dict(codes.NO_ANSWER).get(value, value)


class _Choice(forms.ChoiceField):
    """One of a code list, or not asked yet."""

    def __init__(self, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        rest = [(code, words) for code, words in choices if code != "not_asked"]
        super().__init__(choices=[("not_asked", "Not asked yet"), *rest], required=False, **kwargs)

    def clean(self, value: Any) -> str:
        return super().clean(value) or "not_asked"

    def prepare_value(self, value: Any) -> Any:
        return value or "not_asked"


def _text(label: str, longest: int = 120) -> Any:
    return lambda: forms.CharField(label=label, required=False, max_length=longest)


def _answer(label: str) -> Any:
    return lambda: _Answer(label=label)


_FIELDS: dict[str, Any] = {
    "forenames": _text("First names"),
    "surname": _text("Last name"),
    "known_as": _text("Known as"),
    "date_of_birth": lambda: DayField(label="Date of birth", required=False, future=False),
    "expected_date": lambda: DayField(label="Expected date, for an unborn child", required=False),
    "hospital": _text("Hospital, for an unborn child"),
    "sex": lambda: forms.ChoiceField(label="Sex", choices=codes.SEX, widget=forms.RadioSelect),
    "nhs_number": _text("NHS number", 14),
    "upn": _text("Pupil number (UPN)", 13),
    "died_on": lambda: DayField(label="Died on", required=False, future=False),
    "ethnicity": lambda: _Choice(codes.ETHNICITY, label="Ethnicity"),
    "nationality": _answer("Nationality"),
    "first_language": _answer("First language"),
    "interpreter": lambda: _Choice(codes.YES_NO_UNKNOWN, label="Is an interpreter needed?"),
    "religion": _answer("Religion"),
    "communication": _answer("Communication needs"),
    "disabilities": lambda: forms.MultipleChoiceField(
        label="Disability",
        choices=codes.DISABILITY,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Leave all empty if this was not asked yet.",
    ),
    "disability_needs": _text("What needs follow from it?", 400),
    "telephone": _text("Telephone", 40),
    "telephone_safe": lambda: _Choice(codes.YES_NO_UNKNOWN, label="Safe to ring?"),
    "email": lambda: forms.EmailField(label="E-mail", required=False),
    "email_safe": lambda: _Choice(codes.YES_NO_UNKNOWN, label="Safe to write to?"),
    "safe_contact": _text("Safest way and time to reach them", 200),
}


class SiblingsForm(HearthForm):
    """With which brothers and sisters a child has each detail in common: none is ticked beforehand."""

    plain_labels = True

    def __init__(self, *args: Any, details: list[ToShare], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in details:
            self.fields[one.name] = forms.TypedMultipleChoiceField(
                label=f"{one.label}: {one.words}",
                choices=[(str(sibling.person.pk), sibling.words) for sibling in one.siblings],
                coerce=UUID,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )


class BirthForm(HearthForm):
    """An unborn child was born."""

    date_of_birth = DayField(label="Date of birth", future=False)
    sex = forms.ChoiceField(label="Sex", choices=codes.SEX, widget=forms.RadioSelect)
    forenames = forms.CharField(label="First names", required=False, max_length=120)
    surname = forms.CharField(label="Last name", required=False, max_length=120)
    known_by = forms.ChoiceField(label="How do you know?", choices=KNOWN_BY, widget=forms.RadioSelect)
    told_by = forms.CharField(label="Who told you?", required=False, max_length=200)


class NameForm(HearthForm):
    """A name that a person also has or had."""

    kind = forms.ChoiceField(label="This is a", choices=codes.NAME_KIND, widget=forms.RadioSelect)
    forenames = forms.CharField(label="First names", required=False, max_length=120)
    surname = forms.CharField(label="Last name", required=False, max_length=120)


class HomeForm(HearthForm):
    """Where somebody lives, and since when."""

    lines = forms.CharField(label="Address", max_length=200)
    code = forms.CharField(label="Postcode", required=False, max_length=9, widget=forms.TextInput(attrs=NARROW))
    lives_there = forms.ChoiceField(label="Do they live there?", choices=codes.LIVES_THERE, widget=forms.RadioSelect, initial="yes")
    starts_on = DayField(label="Since", required=False, future=False, help_text="Leave empty for today")
    confidential = forms.BooleanField(
        label="Keep this address confidential",
        required=False,
        help_text="Only those who work with the person and have the right see it. It is never in a search or a letter.",
    )
    told_by = forms.CharField(label="Who told you?", required=False, max_length=200)


class ProfessionalForm(HearthForm):
    """A professional who works with the person."""

    name = forms.CharField(label="Name", max_length=120)
    job = forms.CharField(label="Job", required=False, max_length=120)
    agency = forms.ModelChoiceField(label="Agency", queryset=Agency.objects.none(), required=False, empty_label="Not in the list")
    agency_name = forms.CharField(label="Agency, if it is not in the list", required=False, max_length=160)
    agency_kind = forms.ChoiceField(label="Kind of agency", choices=codes.AGENCY_KIND, initial="other")
    telephone = forms.CharField(label="Telephone", required=False, max_length=40)
    email = forms.EmailField(label="E-mail", required=False)
    starts_on = DayField(label="Since", required=False, future=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agency: Any = self.fields["agency"]
        agency.queryset = Agency.objects.order_by("name")


class WarningForm(HearthForm):
    """Something a worker must know before calling or visiting."""

    words = forms.CharField(label="Warning, in a few words", max_length=120)
    reason = NarrativeField(label="Why")
    review_on = DayField(label="Look at it again on")


class ReviewForm(HearthForm):
    """A warning still holds."""

    review_on = DayField(label="Look at it again on")


class EndForm(HearthForm):
    """The day on which something ended."""

    ended_on = DayField(label="Last day", future=False)
