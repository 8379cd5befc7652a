"""Forms of the manager's oversight, the end of screening, and visitors: their shape only; the rules are in the actions."""

from django import forms

from hearth.services.frontdoor import codes
from hearth.web.fields import NarrativeField
from hearth.web.forms import HearthForm


class ReviewForm(HearthForm):
    """The manager has seen it."""

    direction = NarrativeField(label="Direction for whoever works on it", required=False, rows=3)


class ScreenedForm(HearthForm):
    """Screening is done: the issue in a line, and what was done."""

    heading = forms.CharField(
        label="The issue in a line", help_text="It heads the work in the social workers' list.", required=False, max_length=120
    )
    action_taken = NarrativeField(label="Action taken", required=False, rows=3)


class AdviceOnlyForm(HearthForm):
    """Only advice was needed: the contact ends here."""

    action_taken = NarrativeField(label="Action taken", required=False, rows=3)
    route = forms.ChoiceField(
        label="How whoever told us had the advice", choices=codes.ROUTE, widget=forms.RadioSelect, required=False
    )


class VisitorForm(HearthForm):
    """Somebody came and asked for somebody."""

    name = forms.CharField(label="Visitor's name", required=False, max_length=120)
    asked_for = forms.CharField(label="Whom they asked for", required=False, max_length=160)


class PlaceForm(HearthForm):
    """Where and with whom the interview is."""

    room = forms.CharField(label="Room", required=False, max_length=60)
    worker = forms.CharField(label="Worker", required=False, max_length=120)
