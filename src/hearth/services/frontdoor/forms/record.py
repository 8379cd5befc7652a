"""Forms of what happens between receipt and recommendation: their shape only; the rules are in the actions."""

from typing import Any
from uuid import UUID

from django import forms

from hearth.people.models import Agency
from hearth.services.frontdoor import codes
from hearth.services.frontdoor.actions.common import duty_managers
from hearth.services.frontdoor.pack import front_door
from hearth.web.fields import DayField, MomentField, NarrativeField
from hearth.web.forms import HearthForm

YES_NO = [("yes", "Yes"), ("no", "No")]


def manager_choices() -> list[tuple[str, str]]:
    """The managers on duty, to be named."""
    return [("", "Choose a manager")] + [(str(user.pk), user.name) for user in duty_managers()]


def yes_no(label: str) -> forms.TypedChoiceField:
    """A question answered yes or no, as a bool."""
    return forms.TypedChoiceField(label=label, choices=YES_NO, widget=forms.RadioSelect, coerce=lambda value: value == "yes")


class KindForm(HearthForm):
    """Which kind of contact it is."""

    kind = forms.ChoiceField(label="What kind of contact is this?", choices=codes.CONTACT_KIND, widget=forms.RadioSelect)


class PlainKindForm(HearthForm):
    """A kind that needs no more than, perhaps, a reason."""

    reasons = forms.CharField(label="Why, where it is not plain", required=False, max_length=300)


class MoreOnOpenForm(PlainKindForm):
    """The open contact it belongs to."""

    open_contact = forms.ChoiceField(label="Which open contact does it belong to?", widget=forms.RadioSelect)


class ClosedRecentlyForm(PlainKindForm):
    """Closed within the last months."""

    safeguarding = forms.BooleanField(label="There is a safeguarding issue", required=False)
    manager_called_at = MomentField(
        label="When you telephoned the duty manager about a safeguarding issue", required=False, future=False
    )


class MovingInForm(PlainKindForm):
    """Moving in, or another authority's child."""

    organisation = forms.CharField(label="Name of the other authority", required=False, max_length=160)
    told = forms.CharField(label="Who was told there, when and how", required=False, max_length=300)


class ConsultationForm(HearthForm):
    """A consultation without names."""

    question = NarrativeField(label="What was asked", required=False)
    told = forms.CharField(label="The advice given", required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    harm_described = forms.ChoiceField(
        label="Was harm to a child described?", choices=YES_NO, widget=forms.RadioSelect, required=False
    )
    name_asked = forms.ChoiceField(
        label="If so, was the child's name asked?", choices=codes.NAME_ASKED, widget=forms.RadioSelect, required=False
    )
    ended_with = forms.ChoiceField(
        label="How the consultation ended", choices=codes.CONSULTATION_END, widget=forms.RadioSelect, required=False
    )


class InformationForm(PlainKindForm):
    """A request for information."""

    organisation = forms.CharField(label="Who asks", required=False, max_length=160)
    due_on = DayField(label="By when they need it", required=False)


class CourtForm(PlainKindForm):
    """A report for a court under section 7 or 37."""

    organisation = forms.CharField(label="Name of the court", required=False, max_length=160)
    due_on = DayField(label="By when the court wants it", required=False)


class NotOursForm(HearthForm):
    """Not for children's services."""

    redirected = forms.ChoiceField(label="What was done?", choices=codes.REDIRECTED, widget=forms.RadioSelect, required=False)
    organisation = forms.CharField(label="Service it was passed to", required=False, max_length=160)
    told = forms.CharField(label="Information given", required=False, max_length=300)


KIND_FORMS: dict[str, type[HearthForm]] = {
    "more_on_open": MoreOnOpenForm,
    "closed_recently": ClosedRecentlyForm,
    "moving_in": MovingInForm,
    "consultation": ConsultationForm,
    "information": InformationForm,
    "section_7_37": CourtForm,
    "not_ours": NotOursForm,
}


class LinkForm(HearthForm):
    """Another report of the same event."""

    contact_number = forms.IntegerField(
        label="Number of the other contact",
        min_value=1,
        max_value=2**62,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "inputmode": "numeric"}),
    )


class DifferenceForm(HearthForm):
    """What is different this time."""

    different_this_time = NarrativeField(label="What is different this time?", required=False)


class BasisForm(HearthForm):
    """The lawful basis for this sharing."""

    basis = forms.ChoiceField(label="Lawful basis for this sharing", choices=codes.LAWFUL_BASIS, widget=forms.RadioSelect)
    reasons = NarrativeField(label="Reasons", required=False, rows=3)
    who_agreed = forms.CharField(
        label="If with the family's agreement, and not yet recorded: who agreed", required=False, max_length=120
    )
    agreed_asked_by = forms.CharField(label="Who asked them", required=False, max_length=120)
    agreed_at = MomentField(label="When they agreed", required=False, future=False)
    agreed_how = forms.CharField(label="How: by telephone, in person, with which interpreter", required=False, max_length=200)
    without_asking = forms.BooleanField(label="Without asking the family first", required=False)
    manager = forms.ChoiceField(label="If so, the manager who oversees it", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if front_door().overrides is not None:  # there a manager agrees in their own words first, on a page of its own
            del self.fields["without_asking"], self.fields["manager"]
            return
        field: Any = self.fields["manager"]
        field.choices = manager_choices()

    def values(self) -> dict[str, Any]:
        """The cleaned data, an unnamed manager as None."""
        return super().values() | {"manager": _id_of(self.cleaned_data.get("manager", ""))}


def _id_of(value: str) -> UUID | None:

    return UUID(value) if value else None


class EnquiryForm(HearthForm):
    """Who is asked what."""

    whom = forms.ChoiceField(label="Who is asked?", choices=codes.ENQUIRY_WHOM, widget=forms.RadioSelect)
    person_asked = forms.CharField(label="Name of the person asked", required=False, max_length=120)
    agency = forms.ModelChoiceField(label="Their agency", queryset=Agency.objects.none(), required=False)
    question = NarrativeField(label="The question", required=False, rows=3)
    basis = forms.ChoiceField(label="On what basis", choices=[("", "Not yet said"), *codes.LAWFUL_BASIS], required=False)
    asked_at = MomentField(
        label="When they were asked", required=False, future=False, help_text="Leave empty if you are asking now."
    )
    wanted_by = MomentField(label="Answer wanted by", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agency: Any = self.fields["agency"]
        agency.queryset = Agency.objects.order_by("name")

    def values(self) -> dict[str, Any]:
        """The cleaned data, with the agency's id."""
        agency = self.cleaned_data["agency"]
        return super().values() | {"agency": agency.pk if agency else None}


class AnswerForm(HearthForm):
    """What was learnt."""

    answer = NarrativeField(label="What was learnt", required=False)
    answered_at = MomentField(label="When they answered", future=False)
    may_change_urgency = forms.BooleanField(label="This may change how urgent it is", required=False)


class SourceForm(HearthForm):
    """Is whoever told us who they say?"""

    validated = yes_no("Are they who they say they are?")
    how = forms.CharField(label="How that was checked", required=False, max_length=300)


class CheckForm(HearthForm):
    """A search of one system."""

    system = forms.ChoiceField(label="System", widget=forms.RadioSelect)
    searched = forms.CharField(label="What was searched for", required=False, max_length=200)
    found = NarrativeField(label="What was found", required=False, rows=3)
    gap = forms.CharField(label="Or why it could not be searched", required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["system"]
        field.choices = list(front_door().checks.items())


class SortForm(HearthForm):
    """Priority and next action."""

    priority = forms.ChoiceField(label="Priority", choices=codes.PRIORITY, widget=forms.RadioSelect)
    next_action = forms.CharField(label="What is done next", required=False, max_length=300)


class CriteriaForm(HearthForm):
    """An answer to a screening question."""

    answer = forms.ChoiceField(label="Answer", choices=codes.SCREENING_ANSWER, widget=forms.RadioSelect)
    words = forms.CharField(label="Because", required=False, max_length=300)
    asked_of = forms.ChoiceField(
        label="If you are unsure, whom do you ask?", choices=codes.ASKED_OF, widget=forms.RadioSelect, required=False
    )


class ReplyForm(HearthForm):
    """A reply to a colleague who was unsure."""

    reply = forms.ChoiceField(label="Your answer", choices=codes.SCREENING_ANSWER[:3], widget=forms.RadioSelect)
    reply_words = forms.CharField(label="Because", required=False, max_length=300)


class BringInForm(HearthForm):
    """What a social worker is needed for."""

    words = forms.CharField(label="What you need a social worker for", required=False, max_length=300)


class TransferForm(HearthForm):
    """Whether the call is put through."""

    transferred = yes_no("Is the call put through to a social worker?")
    reason = forms.CharField(label="Why", required=False, max_length=300)


class EvaluationForm(HearthForm):
    """What the information gathered amounts to."""

    immediate_concern = yes_no("Is there an immediate safeguarding concern?")
    risk = forms.ChoiceField(label="What risk is there?", choices=codes.RISK, widget=forms.RadioSelect)
    likelihood = forms.ChoiceField(label="Significant harm", choices=codes.SIGNIFICANT_HARM, widget=forms.RadioSelect)
    reasons = NarrativeField(label="Reasons, from the information and the history", required=False)


class EmergencyCallForm(HearthForm):
    """A call about an immediate danger."""

    whom = forms.ChoiceField(label="Who was called?", choices=codes.EMERGENCY_WHOM, widget=forms.RadioSelect)
    answer = forms.ChoiceField(label="Were they called?", choices=codes.EMERGENCY_ANSWER, widget=forms.RadioSelect)
    called_at = MomentField(label="When", required=False, future=False)
    called_by = forms.CharField(label="By whom", required=False, max_length=120)
    reference = forms.CharField(label="Their reference", required=False, max_length=60)


class ExceptionForm(HearthForm):
    """Why there is no written request."""

    exception = forms.ChoiceField(label="Why is there no form?", choices=codes.FORM_EXCEPTION, widget=forms.RadioSelect)


class FormReceivedForm(HearthForm):
    """The written request came."""

    received_at = MomentField(label="When the form came", future=False)
    received_by = forms.ChoiceField(
        label="How it came",
        choices=[one for one in codes.CHANNEL if one[0] in ("form", "email", "secure_email", "letter", "fax")],
        widget=forms.RadioSelect,
    )


class ChaseForm(HearthForm):
    """The professional was asked again."""

    how = forms.CharField(label="Whom you asked again, and how", required=False, max_length=200)


class AcknowledgeForm(HearthForm):
    """By which route the referrer hears that we have it."""

    route = forms.ChoiceField(label="How did, or will, they hear that we have it?", choices=codes.ROUTE, widget=forms.RadioSelect)


class ConversationForm(HearthForm):
    """The conversation that was still to be held."""

    held_at = MomentField(label="When you spoke with them", future=False)
    what_told = NarrativeField(label="What was said", required=False)


class AdviceForm(HearthForm):
    """Advice given, or services named."""

    kind = forms.ChoiceField(label="What was given?", choices=codes.ADVICE_KIND, widget=forms.RadioSelect)
    what = NarrativeField(label="What was advised", required=False)
    to_whom = forms.CharField(label="To whom", required=False, max_length=120)
    services = NarrativeField(label="If signposted: each service on a line", required=False, rows=3)
    details_given = forms.BooleanField(label="Their contact details were given", required=False)
    strategies = NarrativeField(label="Strategies agreed with the caller", required=False, rows=3)
    ground = forms.CharField(label="Personal information included, and on what ground", required=False, max_length=300)

    def values(self) -> dict[str, Any]:
        """The cleaned data, services as a list."""
        return super().values() | {"services": self.cleaned_data["services"].splitlines()}
