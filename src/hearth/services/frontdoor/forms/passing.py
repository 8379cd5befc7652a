"""Forms of passing on, telling, allocating and office closing: their shape only; the rules are in the actions."""

from typing import Any
from uuid import UUID

from django import forms

from hearth.foundation import packs, worktime
from hearth.foundation.access.staff import holding
from hearth.services.frontdoor import codes
from hearth.services.frontdoor.pack import front_door
from hearth.web.fields import DayField, MomentField, NarrativeField
from hearth.web.forms import HearthForm


def staff_here(*teams: str) -> list[tuple[str, str]]:
    """Members of staff with a role in one of the teams (or in any), those who are away said to be so."""
    now = worktime.now()
    found = holding(teams=teams or None)
    return [(str(one.pk), f"{one.name} (away)" if one.is_absent(now) else one.name) for one in found]


def accepting_teams() -> list[tuple[str, str]]:
    """The teams that work can be passed to, in the pack's order."""
    return [(code, team.title) for code, team in packs.active().teams.items() if team.accepts]


class WordsForm(HearthForm):
    """Why: for declining, taking back, deciding again."""

    words = NarrativeField(label="Why", rows=3)


class VaryForm(HearthForm):
    """Another time for a timescale, and why; `shown` is how often it had been varied when the page was opened."""

    new_due_at = MomentField(label="New time")
    reason = NarrativeField(label="Why this needs another time", rows=4)
    shown = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, must_have_time: bool, shown: int, **kwargs: Any) -> None:
        super().__init__(*args, initial={"shown": shown}, **kwargs)
        field = self.fields["new_due_at"]
        field.required = must_have_time
        if not must_have_time:
            field.help_text = f"{field.help_text}. Leave empty only if it need not be done at all."


class AllocateForm(HearthForm):
    """Who is to have a contact."""

    worker = forms.ChoiceField(label="Who is to have it?")
    direction = NarrativeField(label="What they are to do", required=False, rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        door = front_door()
        field: Any = self.fields["worker"]
        field.choices = [("", "Choose"), *staff_here(door.team, door.out_of_hours_team)]

    def worker_id(self) -> UUID:
        """The member of staff chosen."""
        return UUID(self.cleaned_data["worker"])


class PassForm(HearthForm):
    """A whole contact to a person, as to a child's own worker, or to a team."""

    to_user = forms.ChoiceField(label="To whom, for example the child's own worker", required=False)
    team = forms.ChoiceField(label="or to which team", required=False)
    why = forms.CharField(label="Why", max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person: Any = self.fields["to_user"]
        person.choices = [("", "Nobody in particular"), *staff_here()]
        team: Any = self.fields["team"]
        team.choices = [("", "Their own team"), *accepting_teams()]

    def values(self) -> dict[str, Any]:
        """With the person's id as such."""
        found = super().values()
        return found | {"to_user": UUID(found["to_user"]) if found["to_user"] else None}


class OfferForm(HearthForm):
    """To which team a child's work goes now."""

    team = forms.ChoiceField(label="Team", widget=forms.RadioSelect)
    why = forms.CharField(label="Why this team", max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["team"]
        field.choices = accepting_teams()


class ReReferralForm(HearthForm):
    """Whether it is a re-referral."""

    re_referral = forms.TypedChoiceField(
        label="Is this a re-referral?",
        choices=[("yes", "Yes: there was an earlier referral in the past 12 months"), ("no", "No")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label="Why the mark is wrong", max_length=200)


class TellReferrerForm(HearthForm):
    """By which route the referrer is told, and what the worker adds."""

    route = forms.ChoiceField(label="By which route, confirmed safe", choices=codes.ROUTE, widget=forms.RadioSelect)
    added = NarrativeField(label="A sentence of your own in the letter", required=False, rows=3)
    checked = forms.BooleanField(label="I have checked that it says nothing this reader may not be told", required=False)


class TellRouteForm(HearthForm):
    """By which route an adult of the family is told."""

    route = forms.ChoiceField(
        label="By which route, confirmed safe",
        choices=[one for one in codes.ROUTE if one[0] != "secure_email"],
        widget=forms.RadioSelect,
    )


class LetterAfterCallForm(HearthForm):
    """By which route the letter follows the telephone call."""

    route = forms.ChoiceField(
        label="How the letter goes, by a route confirmed safe",
        choices=[one for one in codes.ROUTE if one[0] in codes.WRITTEN_ROUTE],
        widget=forms.RadioSelect,
    )


class ReferrerLetterAfterCallForm(LetterAfterCallForm):
    """The same for the referrer, with what the worker adds."""

    added = NarrativeField(label="A sentence of your own in the letter", required=False, rows=3)
    checked = forms.BooleanField(label="I have checked that it says nothing this reader may not be told", required=False)


class FamilyLetterAfterCallForm(LetterAfterCallForm):
    """The same for an adult of the family, whose e-mail address is not known to be secure."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["route"]
        field.choices = [one for one in field.choices if one[0] != "secure_email"]


class DecideTellingForm(HearthForm):
    """Whether an adult of the family is told, and why."""

    person = forms.UUIDField(widget=forms.HiddenInput)
    tell = forms.TypedChoiceField(
        label="Is this adult told?",
        choices=[("yes", "Yes, they are told"), ("no", "No, not to be told")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label="Why this is safe and right", max_length=300)


class ProfessionalForm(HearthForm):
    """Whether another professional was told."""

    professional = forms.UUIDField(widget=forms.HiddenInput)
    told = forms.TypedChoiceField(
        label="Are they told?",
        choices=[("yes", "Yes, tell them now"), ("no", "No")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    route = forms.ChoiceField(label="By which route", choices=[("", "Not told"), *codes.ROUTE], required=False)
    reason = forms.CharField(label="Why not, where they are not told", max_length=300, required=False)


class StepsDiscussedForm(HearthForm):
    """The recommended steps as talked through with the referrer, or why they could not be."""

    discussed_on = DayField(label="When you talked it through with the referrer", required=False, future=False)
    plan = NarrativeField(label="The plan you agreed", required=False)
    not_reached = forms.CharField(label="or why the referrer could not be reached", required=False, max_length=300)


class ClosingForm(HearthForm):
    """What happens overnight to one open contact."""

    choice = forms.ChoiceField(label="What happens overnight?", choices=codes.CLOSING_CHOICE, widget=forms.RadioSelect)
    name = forms.CharField(label="Out-of-hours: who accepted by telephone", required=False, max_length=120)
    accepted_at = MomentField(label="Out-of-hours: when they accepted", required=False, future=False)
    safe_until = MomentField(label="Safe until when", required=False)
    reason = forms.CharField(label="Safe until then because", required=False, max_length=300)


class AdviceForm(HearthForm):
    """Advice that ends a contact out of hours."""

    advice = NarrativeField(label="The advice you gave")
    to_whom = forms.CharField(label="To whom", max_length=120)
    given_at = MomentField(label="When", future=False)


class GeneralEnquiryForm(HearthForm):
    """A general enquiry passed to the daytime."""

    note = NarrativeField(label="What the caller was told: who will ring them, and when", rows=3)
    to_whom = forms.CharField(label="Whom you told", max_length=120)


class NeedsMoreForm(HearthForm):
    """What out-of-hours leaves to the daytime."""

    words = NarrativeField(label="What has to be done, and what was done tonight")
