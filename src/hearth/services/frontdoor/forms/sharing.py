"""Forms about asking the family and sharing without their agreement: their shape only."""

from typing import Any
from uuid import UUID

from django import forms

from hearth.people import codes as people_codes
from hearth.services.frontdoor import codes
from hearth.services.frontdoor.forms.record import yes_no
from hearth.web.fields import MomentField, NarrativeField
from hearth.web.forms import HearthForm

WHOLE = "family"


class FamilyKnowsForm(HearthForm):
    """Does the family know about this call?"""

    plain_labels = True
    answer = forms.ChoiceField(label="Does the family know about this call?", choices=codes.FAMILY_KNOWS, widget=forms.RadioSelect)
    told_by = forms.CharField(label="If they know: who told them", required=False, max_length=120)
    told_at = MomentField(label="When they were told", required=False, future=False)
    not_told = forms.ChoiceField(
        label="If they were not told: why", choices=codes.FAMILY_NOT_TOLD, widget=forms.RadioSelect, required=False
    )
    words = NarrativeField(label="The risk described, or the other reason", required=False, rows=3)


class ConsiderForm(HearthForm):
    """Would asking raise the risk, and are they asked?"""

    plain_labels = True
    person = forms.ChoiceField(label="Which adult", widget=forms.RadioSelect)
    raises_risk = forms.ChoiceField(
        label="Would telling or asking them raise the risk?", choices=people_codes.YES_NO_UNKNOWN, widget=forms.RadioSelect
    )
    alone = forms.ChoiceField(label="Can they be spoken to alone?", choices=people_codes.YES_NO_UNKNOWN, widget=forms.RadioSelect)
    seek = yes_no("Are they asked to agree?")

    def values(self) -> dict[str, Any]:
        """The cleaned data; no adult named means the family as a whole."""
        person = self.cleaned_data["person"]
        return super().values() | {"person": None if person == WHOLE else UUID(person)}


class ProposeForm(HearthForm):
    """The case for sharing without agreement, each part in words."""

    plain_labels = True
    reason = NarrativeField(label="What is the credible reason?", required=False, rows=3)
    harm = NarrativeField(label="Which harm is feared, to which child?", required=False, rows=3)
    belief = NarrativeField(label="Why you yourself believe that asking would put a child at risk", required=False, rows=3)
    told_when = forms.CharField(label="When will they be told, or what has to happen first?", required=False, max_length=300)


class AnswerOverrideForm(HearthForm):
    """A manager's answer, in their own words."""

    plain_labels = True
    agreed = yes_no("Do you agree that information is shared without agreement?")
    belief = NarrativeField(label="What you yourself believe, and why", required=False, rows=3)


class GiveBasisForm(HearthForm):
    """The basis of something asked without one."""

    plain_labels = True
    basis = forms.ChoiceField(label="On what basis was it asked?", choices=codes.LAWFUL_BASIS, widget=forms.RadioSelect)
