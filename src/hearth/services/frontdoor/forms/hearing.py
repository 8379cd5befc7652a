"""Forms about managers and earlier workers who hear of a contact, and a child's words: their shape only."""

from django import forms

from hearth.services.frontdoor import codes
from hearth.web.fields import MomentField, NarrativeField
from hearth.web.forms import HearthForm


class TellEarlierForm(HearthForm):
    """The earlier worker or their manager was written to."""

    plain_labels = True
    whom = forms.ChoiceField(label="Who was written to?", choices=codes.EARLIER_WHOM, widget=forms.RadioSelect)
    name = forms.CharField(label="Their name", required=False, max_length=120)
    told_at = MomentField(label="When", future=False)
    how = forms.CharField(label="How", required=False, max_length=200)


class DutyCallForm(HearthForm):
    """The duty manager was telephoned."""

    plain_labels = True
    name = forms.CharField(label="Name of the duty manager", required=False, max_length=120)
    called_at = MomentField(label="When you telephoned", future=False)
    words = forms.CharField(label="What they said", required=False, max_length=300)


class ReviewForm(HearthForm):
    """A manager's review of a message."""

    plain_labels = True
    words = NarrativeField(label="What follows from it", required=False, rows=3)
