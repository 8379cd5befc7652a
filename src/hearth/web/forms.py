"""What every form shares: its own number, the error summary, and answers of actions as errors of fields."""

import json
import uuid
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Self

from django import forms
from django.forms.utils import ErrorDict

from hearth.foundation.access.errors import Invalid
from hearth.foundation.merging import rebase

NOT_WHOLE = "The page was not sent whole. Reload it and try again."


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

    def after_stale(self, fresh: Self) -> Self:
        """What the page shows once this came too late: what was typed, over `fresh`, which carries the newest version."""
        typed = {name: value for name, value in self.cleaned_data.items() if not self.fields[name].widget.is_hidden}
        fresh.initial = {**fresh.initial, **typed}
        return fresh

    def in_words(self, name: str, value: Any) -> Any:
        """A value of a field as people read it: the words of a code, a date as it is written."""
        field: Any = self.fields.get(name)
        if field is None or value in (None, "", []):
            return value
        codes = dict(getattr(field, "choices", None) or [])
        parts = value if isinstance(value, list) else [value]
        return ", ".join(str(codes.get(part, field.prepare_value(part))) for part in parts)


class WhatWasShown(forms.JSONField):
    """What the page said when it was shown, carried by the page itself. Anything else that may be sent there is refused.

    Python reads no number of thousands of digits and no list in a list a thousand deep, and half a character cannot be
    printed again: neither is of our making.
    """

    def to_python(self, value: Any) -> Any:
        """The values by their fields. Raises ValidationError for what no page of ours carries."""
        try:
            found = super().to_python(value)
            json.dumps(found, ensure_ascii=False).encode()
        except (ValueError, RecursionError):
            raise forms.ValidationError(NOT_WHOLE) from None
        return found

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What the page carries on: as it came where it can be read, nothing where it cannot."""
        try:
            return self.to_python(data)
        except forms.ValidationError:
            return None


class SharedForm(HearthForm):
    """Fields that several people may write at one time: carries the version that was shown and what it said.

    Made with `now`, what the record says, and `version`. A save that comes too late is compared field by field; the
    page then shows one's own words where one had changed a field, what the others wrote elsewhere, and what they wrote
    beside it, ready to be saved knowingly.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    base = WhatWasShown(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, now: Mapping[str, Any], version: int, **kwargs: Any) -> None:
        self.now = dict(now)
        kwargs["initial"] = {**self.now, "version": version, "base": _plain(self.now)}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """The base as the fields' own values: what is not one of theirs was not sent by this page."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        sent = data.get("base") or {}
        try:
            data["base"] = {name: self._value(name, sent.get(name)) for name in self.now if name in self.fields}
        except (AttributeError, TypeError, ValueError, forms.ValidationError):
            raise forms.ValidationError(NOT_WHOLE) from None
        return data

    def _value(self, name: str, value: Any) -> Any:
        field = self.fields[name]
        return self.tidy(name, field.to_python(value) if isinstance(value, str | list) else field.to_python(None))

    def tidy(self, name: str, value: Any) -> Any:
        """A field's value as the record keeps it, where that is not as it was typed."""
        return value

    @property
    def shared(self) -> dict[str, Any]:
        """The version shown, what it said, and what is wanted now, as actions take them."""
        values = {name: self.tidy(name, self.cleaned_data[name]) for name in self.now if name in self.cleaned_data}
        return {"version": self.cleaned_data["version"], "base": self.cleaned_data["base"], "values": values}

    @property
    def beside(self) -> dict[str, Any]:
        """What the form asks beside the shared fields, such as how a change is known."""
        apart = {*self.now, "version", "base"}
        return {name: value for name, value in self.values().items() if name not in apart}

    def after_stale(self, fresh: Self) -> Self:
        """What was typed where it was changed, what the others wrote elsewhere, over the newest version."""
        fresh.initial = {**fresh.initial, **self.beside, **rebase(fresh.now, self.cleaned_data["base"], self.shared["values"])}
        return fresh


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


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
