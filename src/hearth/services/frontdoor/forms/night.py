"""Forms of out of hours, of a child's words and of early help below the threshold: their shape only."""

from typing import Any
from uuid import UUID

from django import forms

from hearth.services.frontdoor.actions.sharing import approvers
from hearth.services.frontdoor.forms.record import yes_no
from hearth.services.frontdoor.models.night import HEADINGS
from hearth.services.frontdoor.pack import front_door
from hearth.web.fields import MomentField, NarrativeField
from hearth.web.forms import HearthForm


class ImmediateRiskForm(HearthForm):
    """What is the immediate risk?"""

    plain_labels = True
    risk = yes_no("Is there an immediate risk to a child?")
    words = NarrativeField(label="What is the immediate risk?", required=False, rows=3)


class NightAnalysisForm(HearthForm):
    """The night's analysis."""

    plain_labels = True
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    risks = NarrativeField(label=HEADINGS["risks"], required=False, rows=4)
    impact_child = NarrativeField(label=HEADINGS["impact_child"], required=False, rows=4)
    impact_family = NarrativeField(label=HEADINGS["impact_family"], required=False, rows=4)
    level = forms.ChoiceField(label="Level of support and intervention", widget=forms.RadioSelect)
    proportionate = NarrativeField(label="Why this is in proportion to the risk", required=False, rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["level"]
        field.choices = [(one.code, one.title) for one in front_door().levels]


class ManagersPartForm(HearthForm):
    """The on-call manager's part."""

    plain_labels = True
    manager = forms.ChoiceField(label="The manager on call", widget=forms.RadioSelect)
    telephoned_at = MomentField(label="If by telephone: the time of the call", required=False, future=False)
    words = NarrativeField(label="Their part of the analysis", required=False, rows=4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["manager"]
        field.choices = [(str(user.pk), user.name) for user in approvers()]

    def values(self) -> dict[str, Any]:
        """The cleaned data, with the manager's id."""
        return super().values() | {"manager": UUID(self.cleaned_data["manager"])}


class NotReachableForm(HearthForm):
    """Until when somebody cannot be reached."""

    plain_labels = True
    until = MomentField(label="Not reachable until")


class WordsForm(HearthForm):
    """Words as they were spoken."""

    plain_labels = True
    words = NarrativeField(label="The words, exactly as they were said", required=False, rows=3)
    speaker = forms.CharField(label="Who said them", required=False, max_length=120)
    heard_by = forms.CharField(label="Who heard them", required=False, max_length=120)
    heard_at = MomentField(label="When", future=False)
    unclear = forms.CharField(label="Words among them whose meaning is unknown, to find out", required=False, max_length=300)


class EarlyHelpForm(HearthForm):
    """Is early help offered?"""

    plain_labels = True
    offer = yes_no("Is early help to be offered?")
    reason = NarrativeField(label="The reason", required=False, rows=3)
