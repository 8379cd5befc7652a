"""What every form shares: its own number, the error summary, and answers of actions as errors of fields."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.utils import ErrorDict

from hearth.foundation.access.errors import Invalid


class Summarised(forms.Form):
    """A form whose mistakes stand in the page's error summary, each leading to its field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = _required_words(field)

    @property
    def error_list(self) -> list[dict[str, str]]:
        """The entries of the error summary."""
        return error_entries(self)


def summary(*groups: forms.Form | Iterable[forms.Form]) -> list[dict[str, str]]:
    """The error summary of several forms and formsets on one page, in their order."""
    found: list[dict[str, str]] = []
    for group in groups:
        for form in [group] if isinstance(group, forms.BaseForm) else group:
            found += error_entries(form) if form.is_bound else []
    return found


class HearthForm(Summarised):
    """A form with a `request_id`, so that sending it twice is harmless."""

    plain_labels = False
    """True where nearly every field may be left empty, so that saying so beside each would be noise."""

    request_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["request_id"].initial = uuid.uuid4

    @property
    def number(self) -> uuid.UUID:
        """This submission's own id; a new one where the page sent none."""
        given: uuid.UUID | None = self.cleaned_data.get("request_id")
        return given or uuid.uuid4()

    def add_problems(self, problem: Invalid) -> None:
        """Show what an action found invalid beside the fields it names."""
        for name, words in problem.problems.items():
            self.add_error(name if name in self.fields else None, words)

    def values(self) -> dict[str, Any]:
        """The cleaned data without the form's own number."""
        return {name: value for name, value in self.cleaned_data.items() if name != "request_id"}


class Unhurried:
    """A form that may be shown half filled, as it was left, without complaining of what is still missing."""

    quiet = False

    @property
    def errors(self) -> Any:
        """What is wrong; nothing while it is only being typed."""
        found = super().errors  # type: ignore[misc]
        return ErrorDict() if self.quiet else found


def error_entries(form: forms.Form) -> list[dict[str, str]]:
    """What is wrong with a form, as entries of an error summary."""
    found = [{"text": str(error), "href": "#main-content"} for error in form.non_field_errors()]
    for name, errors in form.errors.items():
        if name in form.fields:
            found.append({"text": str(errors[0]), "href": f"#{form[name].auto_id}"})
    return found


def _required_words(field: forms.Field) -> str:
    label = str(field.label or "this")
    question = label.endswith("?")
    choice = isinstance(field, forms.ChoiceField)
    if question:
        return f"Answer: {label}"
    return f"{'Select' if choice else 'Enter'} {label[0].lower()}{label[1:]}"
