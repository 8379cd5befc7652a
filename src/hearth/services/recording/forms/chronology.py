"""The form of a short chronology: one line for each day."""

from typing import Any

from django import forms

from hearth.services.frontdoor.queries.chronology import Dated, as_typed
from hearth.services.recording.forms.notes import LinesField
from hearth.web.fields import read_date
from hearth.web.forms import HearthForm


class DatedLinesField(LinesField):
    """A date, a colon and what happened, on each line."""

    def clean(self, value: Any) -> Any:
        """Each line as a day and words."""
        return [self._dated(line) for line in super().clean(value)]

    def prepare_value(self, value: Any) -> Any:
        """Lines as they are typed."""
        return as_typed(value) if isinstance(value, list) else value

    def _dated(self, line: str) -> Dated:
        day, colon, words = line.partition(":")
        try:
            return Dated(read_date(day.strip()), words.strip() if colon else "")
        except ValueError:
            raise forms.ValidationError(f'Begin each line with a date and a colon, like "2 March 2026: ...": {line}') from None


class ChronologyForm(HearthForm):
    """The lines of a short chronology, and which version they were written over."""

    plain_labels = True
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    lines = DatedLinesField(label="What happened, one line for each", required=False, rows=12, help_text='As "2 March 2026: what"')
