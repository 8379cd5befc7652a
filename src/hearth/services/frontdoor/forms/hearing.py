"""Forms about managers and earlier workers who hear of a contact, and a child's words: their shape only."""

from django import forms

from hearth.services.frontdoor import codes
from hearth.web.fields import MomentField
from hearth.web.forms import HearthForm


class TellEarlierForm(HearthForm):
    """The earlier worker or their manager was written to."""

    plain_labels = True
    whom = forms.ChoiceField(label="Who was written to?", choices=codes.EARLIER_WHOM, widget=forms.RadioSelect)
    name = forms.CharField(label="Their name", required=False, max_length=120)
    told_at = MomentField(label="When", future=False)
    how = forms.CharField(label="How", required=False, max_length=200)
