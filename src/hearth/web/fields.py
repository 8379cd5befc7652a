"""The bridge from Django forms to the GOV.UK macros, and the fields people type dates and times into.

`{{ form.field }}` prints a whole form group: label, hint, error and input. A form's Meta-like hints come from the
field: `help_text` is the hint, widget attribute `data-width` a fixed width.
"""

import json
import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import SafeString, mark_safe

from hearth.foundation import worktime
from hearth.foundation.worktime import LONDON
from hearth.web.environment import govuk_macros

PASSED_ON = ("hx-", "data-", "aria-", "accesskey", "autofocus")
"""The attributes of a widget that its macro prints."""

LONGEST_NOTE = 200_000
"""Characters of a narrative field: about sixty printed pages."""


@lru_cache(maxsize=4000)
def _blank(macro: str, params: str) -> str:
    """A form group without anybody's answer. The same each time it is given the same, and most groups on a page are blank."""
    return str(govuk_macros()[macro](json.loads(params)))


class GovukField(BoundField):
    """A bound field that prints itself with the GOV.UK macro for its kind of input."""

    def __str__(self) -> SafeString:
        return mark_safe(self._group())  # noqa: S308 - made by macros that escape

    __html__ = __str__

    def _group(self) -> str:
        widget = self.field.widget
        if widget.is_hidden:
            return str(self.as_hidden())
        params = self._params()
        if hasattr(widget, "markup"):
            return str(widget.markup(params, self.value()))
        if isinstance(widget, forms.CheckboxInput):
            return self._printed("govukCheckboxes", self._single_checkbox(params))
        if isinstance(widget, forms.CheckboxSelectMultiple):
            return self._printed("govukCheckboxes", self._choice(params))
        if isinstance(widget, forms.RadioSelect):
            return self._printed("govukRadios", self._choice(params))
        if isinstance(widget, forms.Select):
            return self._printed("govukSelect", params | {"items": self._items("selected")})
        if isinstance(widget, forms.Textarea):
            rows = int(widget.attrs.get("rows", 4))
            return self._printed("govukTextarea", params | {"value": self.value() or "", "rows": rows})
        return self._printed("govukInput", params | self._input())

    def _printed(self, macro: str, params: dict[str, Any]) -> str:
        """The macro's words for what it is given: kept for the next page while nothing is filled in, made anew otherwise."""
        if self.value() or self.errors or type(self.help_text) is not str:  # a package's own may be marked as HTML
            return str(govuk_macros()[macro](params))
        return _blank(macro, json.dumps(params))

    def _params(self) -> dict[str, Any]:
        plain = self.field.required or getattr(self.form, "plain_labels", False)
        optional = "" if plain else " (optional)"
        params: dict[str, Any] = {
            "id": self.auto_id or self.html_name,
            "name": self.html_name,
            "label": {"text": f"{self.label}{optional}", "classes": "govuk-label--s"},
            "attributes": {
                key: value
                for key, value in self.field.widget.attrs.items()
                if key.startswith(("hx-", "data-", "aria-")) or key in ("accesskey", "autofocus")
            },
        }
        if self.help_text:
            params["hint"] = {"text": self.help_text}
        if self.errors:
            params["errorMessage"] = {"text": self.errors[0]}
        return params

    def _input(self) -> dict[str, Any]:
        attrs = self.field.widget.attrs
        value = self.value()
        shown = self.field.prepare_value(value)
        return {
            "value": "" if shown is None else str(shown),
            "type": getattr(self.field.widget, "input_type", "text"),
            "classes": attrs.get("class", ""),
            "inputmode": attrs.get("inputmode"),
            "autocomplete": attrs.get("autocomplete", "off"),
            "spellcheck": False,
        }

    def _items(self, mark: str) -> list[dict[str, Any]]:
        value = self.value()
        chosen = {str(one) for one in value} if isinstance(value, list | tuple) else {str(value) if value is not None else ""}
        hints: dict[str, str] = getattr(self.field, "choice_hints", {})
        items = []
        for code, words in self.field.choices:  # type: ignore[attr-defined]
            item: dict[str, Any] = {"value": str(code), "text": str(words), mark: str(code) in chosen}
            if str(code) in hints:
                item["hint"] = {"text": hints[str(code)]}
            items.append(item)
        return items

    def _choice(self, params: dict[str, Any]) -> dict[str, Any]:
        items = [
            item for item in self._items("checked") if item["value"] or isinstance(self.field.widget, forms.RadioSelect) is False
        ]
        inline = "govuk-radios--inline" if len(items) <= 2 and isinstance(self.field.widget, forms.RadioSelect) else ""
        legend = {"text": params.pop("label")["text"], "classes": "govuk-fieldset__legend--s"}
        small = "govuk-checkboxes--small" if isinstance(self.field.widget, forms.CheckboxSelectMultiple) else "govuk-radios--small"
        return params | {
            "idPrefix": params["id"],
            "items": items,
            "fieldset": {"legend": legend},
            "classes": f"{inline} {small}",
        }

    def _single_checkbox(self, params: dict[str, Any]) -> dict[str, Any]:
        text = str(self.label)
        item: dict[str, Any] = {
            "value": "on",
            "text": text,
            "checked": bool(self.value()),
            "attributes": params.pop("attributes"),
        }
        if "hint" in params:
            item["hint"] = params.pop("hint")
        params.pop("label")
        return params | {"idPrefix": params["id"], "items": [item], "classes": "govuk-checkboxes--small"}


class Renderer(DjangoTemplates):
    """Every Django form in Hearth prints with the GOV.UK macros."""

    bound_field_class = GovukField


class NarrativeField(forms.CharField):
    """Free text of some length. Too much of it is refused in words, and nothing typed is lost."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        longest = kwargs.pop("max_length", LONGEST_NOTE)
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
        words = f"This is longer than {longest:,} characters. Keep what matters here and attach the rest."
        self.validators.append(MaxLengthValidator(longest, words))


_MONTHS = {
    name: number
    for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_DATE = re.compile(r"(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
NO_REAL_DATE = "Enter a real date, like 27 3 2016"
_TIME = re.compile(r"(\d{1,2})[:.h]?(\d{2})\s*(am|pm)?")


def read_date(text: str) -> date:
    """A day as people write it: 27/3/2016, 27 March 2016, 2016-03-27, today, yesterday.

    Raises ValueError in words, also for a day that no record can be about: before 1900, or more than 25 years ahead.
    """
    text = text.strip().lower()
    near = {"today": 0, "yesterday": 1}
    if text in near:
        return worktime.today() - timedelta(days=near[text])
    year, month, day = _parts(text)
    if not 1900 <= year <= worktime.today().year + 25:
        raise ValueError(NO_REAL_DATE)
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(NO_REAL_DATE) from None


def _parts(text: str) -> tuple[int, int, int]:
    """The year, month and day that a text names, whether or not there is such a day."""
    if iso := _ISO.fullmatch(text):
        return int(iso[1]), int(iso[2]), int(iso[3])
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError("Enter a date like 27 3 2016")
    month = int(found[2]) if found[2].isdigit() else _MONTHS.get(found[2][:3], 0)
    year = int(found[3])
    if year < 100:
        year += 2000 if year <= worktime.today().year % 100 + 1 else 1900
    return year, month, int(found[1])


def read_time(text: str) -> time:
    """A time as people write it: 14:10, 14.10, 1410, 2:10pm. Raises ValueError."""
    found = _TIME.fullmatch(text.strip().lower())
    if not found:
        raise ValueError("Enter a time like 14:10")
    hour = int(found[1]) % 12 + 12 if found[3] == "pm" else int(found[1])
    if hour > 23 or int(found[2]) > 59:
        raise ValueError("Enter a real time, like 14:10")
    return time(hour, int(found[2]))


def read_moment(text: str) -> datetime:
    """A time today, or a date and time: 14:10, yesterday 16:00, 1 6 2026 14:10. Raises ValueError."""
    text = text.strip()
    if "T" in text:
        moment = datetime.fromisoformat(text)
        return moment if moment.tzinfo else moment.replace(tzinfo=LONDON)
    day_text, _, time_text = text.rpartition(" ")
    day = read_date(day_text.removesuffix(" at").removesuffix(",")) if day_text else worktime.today()
    return datetime.combine(day, read_time(time_text), LONDON)


class DayField(forms.Field):
    """A date in one box, however people write it."""

    def __init__(self, *, future: bool = True, **kwargs: Any) -> None:
        self.future = future
        kwargs.setdefault("help_text", "For example, 27 3 2016")
        super().__init__(widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}), **kwargs)

    def to_python(self, value: Any) -> date | None:
        """The date, or None for an empty box."""
        if value in self.empty_values:
            return None
        try:
            day = read_date(str(value))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None
        if not self.future and day > worktime.today():
            raise forms.ValidationError(f"{self.label} must not be in the future")
        return day

    def prepare_value(self, value: Any) -> Any:
        """Dates show as people write them."""
        return f"{value.day} {value.month} {value.year}" if isinstance(value, date) else value


class MomentField(forms.Field):
    """A time today, or a date and a time, in one box."""

    def __init__(self, *, future: bool = True, **kwargs: Any) -> None:
        self.future = future
        kwargs.setdefault("help_text", "A time today like 14:10, or a date and a time like 27 3 2026 14:10")
        super().__init__(widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}), **kwargs)

    def to_python(self, value: Any) -> datetime | None:
        """The aware moment, or None for an empty box."""
        if value in self.empty_values:
            return None
        try:
            moment = read_moment(str(value))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None
        if not self.future and moment > worktime.now() + timedelta(minutes=1):
            raise forms.ValidationError(f"{self.label} must not be in the future")
        if abs((moment - worktime.now()).days) > 365 * 30:
            raise forms.ValidationError("Enter a real date and time")
        return moment

    def prepare_value(self, value: Any) -> Any:
        """Moments show as people write them."""
        if not isinstance(value, datetime):
            return value
        local = value.astimezone(LONDON)
        return f"{local:%H:%M}" if local.date() == worktime.today() else f"{local.day} {local.month} {local.year} {local:%H:%M}"
