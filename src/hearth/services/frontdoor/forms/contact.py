"""Forms of the front door: their shape only; the rules are in the actions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms

from hearth.foundation import packs
from hearth.foundation.access.models import User
from hearth.people import codes as people_codes
from hearth.people.actions import Named
from hearth.people.choosing import Choosing
from hearth.people.models import Agency, Person
from hearth.services.frontdoor import codes
from hearth.services.frontdoor.actions.receiving import NewContact, NewLine
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries.guidance import OutcomesSuggested
from hearth.web.fields import DayField, MomentField, NarrativeField
from hearth.web.forms import HearthForm, SharedForm, Summarised, Unhurried

CHILD_KINDS = [(Person.CHILD, "Child"), (Person.UNBORN, "Unborn")]


class CallForm(Unhurried, HearthForm):
    """What a call gives, beside its children."""

    plain_labels = True
    started_at = forms.DateTimeField(widget=forms.HiddenInput, required=False)
    what_told = NarrativeField(
        label="What we are told", rows=10, help_text="Type as you listen. Put words somebody used in quotation marks."
    )
    purpose = forms.ChoiceField(label="Is this about", choices=codes.PURPOSE, widget=forms.RadioSelect)
    danger_now = forms.BooleanField(
        label="A child is in danger now, or this is a child protection matter",
        required=False,
        widget=forms.CheckboxInput(attrs={"accesskey": "9"}),
    )
    kind = forms.ChoiceField(label="Kind of contact", choices=codes.CONTACT_KIND, initial="new_worry")
    channel = forms.ChoiceField(label="How it came", choices=codes.CHANNEL, initial="telephone")
    received_at = MomentField(
        label="When we received it",
        required=False,
        future=False,
        help_text="Leave empty for now. For a letter or an e-mail, when it arrived.",
    )
    referrer_kind = forms.ChoiceField(label="Who is telling us?", choices=codes.REFERRER_KIND, widget=forms.RadioSelect)
    referrer_name = forms.CharField(label="Their name", required=False, max_length=120)
    referrer_job = forms.CharField(label="Their job", required=False, max_length=120)
    referrer_agency = forms.ModelChoiceField(
        label="Their agency", queryset=Agency.objects.none(), required=False, empty_label="Not said"
    )
    referrer_source = forms.ChoiceField(label="Source, as the census counts it", choices=people_codes.REFERRAL_SOURCE, initial="10")
    referrer_telephone = forms.CharField(label="A safe telephone number", required=False, max_length=40)
    referrer_email = forms.EmailField(label="E-mail address", required=False)
    referrer_email_secure = forms.BooleanField(label="This e-mail address is secure", required=False)
    referrer_address = forms.CharField(
        label="Postal address", required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )
    referrer_confidential = forms.BooleanField(label="They ask that the family does not hear who told us", required=False)
    family_part = NarrativeField(label="What is happening for the family", required=False, rows=3)
    siblings = forms.BooleanField(label="The children named here are brothers and sisters", required=False)
    advice = NarrativeField(label="Advice given to the caller", required=False, rows=2)
    caller_agrees = forms.ChoiceField(
        label="Does the caller agree with these next steps?",
        choices=[("yes", "Yes"), ("no", "No")],
        widget=forms.RadioSelect,
        required=False,
    )
    reason_when_not = forms.CharField(label="If not, why?", required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agency: Any = self.fields["referrer_agency"]
        agency.queryset = Agency.objects.order_by("name")

    @property
    def started(self) -> datetime | None:
        """When the call began, as the page keeps it."""
        if not self.is_bound:
            began: datetime | None = self.initial.get("started_at")
            return began
        return getattr(self, "cleaned_data", {}).get("started_at")

    def new_contact(self, lines: list[NewLine]) -> NewContact:
        """What the action takes."""
        values = self.values()
        agency = values.pop("referrer_agency")
        danger = values.pop("danger_now")
        for name in ("siblings", "advice", "caller_agrees", "reason_when_not"):
            values.pop(name)
        return NewContact(lines=lines, referrer_agency=agency.pk if agency else None, child_protection=danger, **values)


class ChildForm(Unhurried, Choosing, Summarised):
    """One child named on a call."""

    plain_labels = True

    kind = forms.ChoiceField(label="This is", choices=CHILD_KINDS, initial=Person.CHILD, widget=forms.RadioSelect)
    forenames = forms.CharField(label="First names", required=False, max_length=120)
    surname = forms.CharField(label="Last name", required=False, max_length=120)
    known_as = forms.CharField(label="Known as", required=False, max_length=120)
    telephone = forms.CharField(label="The child's own telephone", required=False, max_length=40)
    date_of_birth = DayField(label="Date of birth", required=False, future=False)
    age = forms.IntegerField(
        label="or age",
        required=False,
        min_value=0,
        max_value=25,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-2", "inputmode": "numeric"}),
    )
    expected_date = DayField(label="or expected date, for an unborn child", required=False)
    address = forms.CharField(label="Address", required=False, max_length=200)
    postcode = forms.CharField(
        label="Postcode", required=False, max_length=9, widget=forms.TextInput(attrs={"class": "govuk-input--width-5"})
    )
    where_now = forms.CharField(label="Where is the child now?", required=False, max_length=300)
    with_whom = forms.CharField(label="With whom?", required=False, max_length=300)
    safe_now = forms.ChoiceField(label="Safe now?", choices=codes.SAFE_NOW, initial="not_asked")
    safe_until = MomentField(label="Safe until when?", required=False)
    safe_reason = forms.CharField(label="Because", required=False, max_length=300)
    child_words = NarrativeField(label="The child's own words, exactly, to whom and when", required=False, rows=2)
    child_part = NarrativeField(label="What is happening for this child", required=False, rows=3)
    school = forms.CharField(label="School, nursery or childminder", required=False, max_length=160)

    @property
    def is_empty(self) -> bool:
        """Was nobody named in this row?"""
        data = self.cleaned_data if self.is_bound and hasattr(self, "cleaned_data") else {}
        named = ("forenames", "surname", "known_as", "date_of_birth", "age", "expected_date")
        return not any(data.get(name) for name in named) and data.get("person", "") in ("", "none")

    def clean(self) -> dict[str, Any]:
        """Words for a child that nobody would forgive losing need to say whose they are."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        told = ("where_now", "with_whom", "child_words", "child_part", "school", "address")
        if self.is_empty and any(data.get(name) for name in told):
            self.add_error("forenames", "Enter the child's name. If it is not known, write what they were called.")
        return data

    def named(self) -> Named:
        """The child as named: a record that was chosen, or what was said, with the matches dismissed."""
        return Named(kind=self.cleaned_data.get("kind") or Person.CHILD, **self.said())

    def new_line(self) -> NewLine:
        """What the action takes."""
        data = self.cleaned_data
        names = ("where_now", "with_whom", "safe_now", "safe_until", "safe_reason", "child_words", "child_part", "school")
        return NewLine(who=self.named(), **{name: data[name] for name in names})


ChildFormSet = forms.formset_factory(ChildForm, extra=0, max_num=12, absolute_max=13, validate_max=True)


class GradeForm(HearthForm):
    """How urgent it is, and why."""

    grade = forms.ChoiceField(label="Urgency", widget=forms.RadioSelect)
    reasons = NarrativeField(label="Why", rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["grade"]
        field.choices = [(grade.code, grade.title) for grade in front_door().grades]
        field.choice_hints = {grade.code: grade.words for grade in front_door().grades}


class ReceivedForm(HearthForm):
    """When it was really received."""

    received_at = MomentField(label="When it was really received", future=False)
    reason = forms.CharField(label="How you know", max_length=300)


class SafetyForm(SharedForm):
    """Where a child is now and until when safe."""

    where_now = forms.CharField(label="Where is the child now?", required=False, max_length=300)
    with_whom = forms.CharField(label="With whom?", required=False, max_length=300)
    seen = forms.ChoiceField(label="Seen by a professional today?", choices=people_codes.YES_NO_UNKNOWN, widget=forms.RadioSelect)
    safe_now = forms.ChoiceField(label="Safe now?", choices=codes.SAFE_NOW, widget=forms.RadioSelect)
    safe_until = MomentField(label="Safe until when?", required=False)
    safe_reason = forms.CharField(label="Because", required=False, max_length=300)


class StepForm(HearthForm):
    """What was done to keep children safe."""

    what = NarrativeField(label="What was done")
    done_by = forms.CharField(label="By whom", max_length=120)
    done_at = MomentField(label="When", future=False)
    agreed_by_name = forms.CharField(label="Manager who agreed by telephone", required=False, max_length=120)
    agreed_at = MomentField(label="When they agreed", required=False, future=False)


class RecommendForm(HearthForm):
    """What is recommended for one child, and why."""

    significant_harm = forms.ChoiceField(
        label="Is this child suffering, or likely to suffer, significant harm?",
        choices=codes.SIGNIFICANT_HARM,
        widget=forms.RadioSelect,
    )
    level_of_need = forms.ChoiceField(label="Level of need", required=False)
    outcome = forms.ChoiceField(label="Recommended outcome", widget=forms.RadioSelect)
    team = forms.ChoiceField(label="Team, where there is a choice", required=False)
    reasons = NarrativeField(label="Reasons")
    why_early_help = NarrativeField(
        label="If early help alone: why it will hold this time",
        required=False,
        rows=3,
        help_text="Earlier support did not last, so early help alone asks for reasons.",
    )
    nothing_gathered = NarrativeField(
        label="Where nothing has been gathered: why this cannot wait, for example immediate danger", required=False, rows=2
    )
    recommended_steps = NarrativeField(
        label="Steps recommended to the agencies, and who takes each",
        required=False,
        rows=3,
        help_text="Each on a line of its own: the agency, a colon, its step. Or write that none is needed.",
    )
    with_whom = forms.CharField(label="Made together with", required=False, max_length=120)
    answer_to_return = NarrativeField(label="Your answer, where it was returned to you", required=False, rows=3)

    together = forms.ChoiceField(label="Made together with", required=False)

    def __init__(
        self, *args: Any, suggested: OutcomesSuggested, partners: Sequence[User] = (), by_night: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not by_night:
            del self.fields["nothing_gathered"]
        if partners:
            both: Any = self.fields["together"]
            both.choices = [("", "Choose"), *((str(user.pk), user.name) for user in partners)]
            del self.fields["with_whom"]
        else:
            del self.fields["together"]
        outcome_choices(self.fields)
        field: Any = self.fields["outcome"]
        first = [outcome.code for outcome, _ in suggested.outcomes]
        field.choices = sorted(field.choices, key=lambda one: first.index(one[0]) if one[0] in first else len(first))
        field.choice_hints = {outcome.code: " ".join(reasons) for outcome, reasons in suggested.outcomes}
        level: Any = self.fields["level_of_need"]
        level.label = f"Level of need, {front_door().threshold_document}"
        if not suggested.early_help_asks:
            del self.fields["why_early_help"]


def outcome_choices(fields: Any) -> None:
    """Fill the choices of outcome, team and level of need from the pack."""
    door, teams = front_door(), packs.active().teams
    fields["outcome"].choices = [(one.code, one.title) for one in door.outcomes]
    codes_of_teams = dict.fromkeys(team for one in door.outcomes for team in one.teams)
    fields["team"].choices = [("", "")] + [(code, teams[code].title) for code in codes_of_teams]
    if "level_of_need" in fields:
        fields["level_of_need"].choices = [("", "Not yet said")] + [(one.code, one.title) for one in door.levels]


class DecideForm(HearthForm):
    """Approve what was recommended, or return it with words."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(choices=[("approve", "Approve"), ("return", "Return"), ("otherwise", "Otherwise")])
    words = forms.CharField(
        label="Words for the worker, or your own reasons",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    outcome = forms.ChoiceField(label="Decide otherwise", required=False)
    team = forms.ChoiceField(label="Team, where there is a choice", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        outcome_choices(self.fields)
        field: Any = self.fields["outcome"]
        field.choices = [("", "As recommended"), *field.choices]


class TellForm(HearthForm):
    """By which route somebody is told."""

    route = forms.ChoiceField(label="By which route, confirmed safe", choices=codes.ROUTE, widget=forms.RadioSelect)
