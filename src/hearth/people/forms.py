"""Forms about people: their shape only; the rules are in the actions."""

from typing import Any

from django import forms

from hearth.foundation import packs, worktime
from hearth.foundation.access.models import RoleHeld, User
from hearth.people import codes
from hearth.people.actions import Named
from hearth.people.choosing import Choosing
from hearth.people.facts import FACTS
from hearth.people.folding import digits
from hearth.people.front_page import staff, team_title
from hearth.people.models import Agency, Person
from hearth.people.search import Terms
from hearth.web.fields import DayField, MomentField, NarrativeField
from hearth.web.forms import HearthForm, SharedForm

KINDS = [(Person.CHILD, "Child"), (Person.ADULT, "Adult"), (Person.UNBORN, "Unborn")]
KNOWN_BY = [
    ("seen", "I saw it, or a document that shows it"),
    ("told", "Somebody told me"),
    ("believed", "Believed, to be checked"),
    ("record", "From another record"),
]
LEVELS = [("restricted", "Restricted: others see that it exists and whom to ask"), ("sealed", "Sealed: others find nothing")]
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


def _staff_choices() -> list[tuple[str, str]]:
    return [("", "Choose"), *((str(user.pk), user.name) for user in staff())]


class _ChoosesStaff(HearthForm):
    """A form that names a member of staff in a field called `user`."""

    user = forms.ChoiceField(label="Member of staff", choices=_staff_choices)

    def chosen(self) -> User:
        """The member of staff."""
        return User.objects.get(pk=self.cleaned_data["user"])


class AllocateForm(_ChoosesStaff):
    """Who works with the person."""

    role = forms.ChoiceField(
        label="As", choices=[("allocated_worker", "Allocated worker"), ("second_worker", "Second worker")], widget=forms.RadioSelect
    )


class RestrictForm(_ChoosesStaff):
    """Restrict or seal a record."""

    level = forms.ChoiceField(
        label="How far",
        choices=[
            ("restricted", "Restricted: others see that it exists and whom to ask"),
            ("sealed", "Sealed: others find nothing"),
        ],
        widget=forms.RadioSelect,
    )
    reason = NarrativeField(label="Why")
    field_order = ["level", "reason", "user"]


class OpenForm(HearthForm):
    """Open a restricted record with a reason, until a time."""

    reason = NarrativeField(label="Why do you need to see this record?", rows=3)
    until = MomentField(label="Until when?", help_text="A time within the next 24 hours, like 17:00")


class ConflictForm(HearthForm):
    """Somebody's own family."""

    record = forms.CharField(label="Number of the record", max_length=12, widget=forms.TextInput(attrs=NARROW))
    whose = forms.ChoiceField(label="Member of staff", choices=_staff_choices, required=False)
    reason = forms.CharField(label="How they are connected", required=False, max_length=200)

    def __init__(self, *args: Any, for_others: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not for_others:
            del self.fields["whose"]


class ReasonForm(HearthForm):
    """A reason."""

    reason = forms.CharField(label="Why", max_length=200)


def _held_choices() -> list[tuple[str, str]]:
    roles = packs.active().roles
    rows = RoleHeld.objects.filter(covering=None).select_related("user").order_by("user__name", "pk")
    now = worktime.now()
    current = [row for row in rows if (row.ends_at is None or row.ends_at > now) and row.role in roles]
    return [
        ("", "Choose"),
        *((str(row.pk), f"{row.user.name}, {roles[row.role].title}, {team_title(row.team)}") for row in current),
    ]


class CoverForm(_ChoosesStaff):
    """Cover for somebody's role, from and to."""

    held = forms.ChoiceField(label="Whose role", choices=_held_choices)
    starts_at = MomentField(label="From")
    ends_at = MomentField(label="To", help_text="It ends by itself then")
    field_order = ["held", "user", "starts_at", "ends_at"]


class LogFilterForm(forms.Form):
    """What to show of the access log."""

    number = forms.CharField(label="Number of the record", required=False, max_length=12, widget=forms.TextInput(attrs=NARROW))
    who = forms.ChoiceField(label="Who", choices=_staff_choices, required=False)
    what = forms.ChoiceField(
        label="What",
        required=False,
        choices=[("", "Everything"), ("view", "Looked at"), ("search", "Searched"), ("export", "Exported"), ("refusal", "Refused")],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.plain_label = True  # type: ignore[attr-defined]
