"""Evidence lines: what is known, how it is known and who says so, one line each, apart from anybody's judgement."""

from typing import Any

from django import forms

from hearth.foundation.caseforms.answering import KNOWN_BY
from hearth.web.environment import govuk_macros

SPARE = 2
MOST = 60
LONGEST = 4000
Lines = list[dict[str, str]]


class EvidenceWidget(forms.Widget):
    """Three boxes a line and always two empty lines more, so that it needs no script."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Lines:
        """The lines that say something."""
        lines = []
        for place in range(MOST):
            parts = {part: data.get(f"{name}-{place}-{part}", "").strip() for part in ("what", "known_by", "source")}
            if parts["what"] or parts["source"]:
                lines.append(parts)
        return lines

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Was the field not on the page at all?"""
        return f"{name}-0-what" not in data

    def markup(self, params: dict[str, Any], value: Any) -> str:
        """The whole group, made of the GOV.UK macros."""
        macros = govuk_macros()
        lines: Lines = [*(value or []), *({} for _ in range(SPARE))][:MOST]
        name, parts = params["name"], []
        for place, line in enumerate(lines):
            at = f"{name}-{place}"
            items: list[dict[str, Any]] = [{"value": "", "text": "How is it known?"}]
            items += [{"value": code, "text": words, "selected": line.get("known_by") == code} for code, words in KNOWN_BY.items()]
            known = {"text": f"How it is known, line {place + 1}", "classes": "govuk-visually-hidden"}
            choice = {"id": f"{at}-known_by", "name": f"{at}-known_by", "items": items, "label": known}
            parts.append(
                '<div class="hearth-evidence">'
                + str(macros["govukInput"](_box(f"{at}-what", "What is known", place, line.get("what", ""))))
                + str(macros["govukSelect"](choice))
                + str(macros["govukInput"](_box(f"{at}-source", "Source: who says so", place, line.get("source", ""))))
                + "</div>"
            )
        legend = {"text": params["label"]["text"], "classes": "govuk-fieldset__legend--s"}
        hint = str(macros["govukHint"]({"text": params["hint"]["text"]})) if "hint" in params else ""
        error = str(macros["govukErrorMessage"]({"text": params["errorMessage"]["text"]})) if "errorMessage" in params else ""
        return str(macros["govukFieldset"]({"legend": legend, "html": hint + error + "".join(parts)}))


def _box(at: str, label: str, place: int, value: str) -> dict[str, Any]:
    hidden = "govuk-visually-hidden" if place else "govuk-label--s"
    words = f"{label}, line {place + 1}" if place else label
    return {"id": at, "name": at, "value": value, "label": {"text": words, "classes": hidden}, "autocomplete": "off"}


class EvidenceField(forms.Field):
    """A list of evidence lines. A line with a source needs to say what is known."""

    widget = EvidenceWidget

    def clean(self, value: Any) -> Lines:
        """The lines. Raises ValidationError for one that says nothing, or too much."""
        lines: Lines = value or []
        for place, line in enumerate(lines, 1):
            if not line["what"]:
                raise forms.ValidationError(f"Line {place}: write what is known.")
            if len(line["what"]) > LONGEST or len(line["source"]) > LONGEST:
                raise forms.ValidationError(f"Line {place} is too long. Use {LONGEST} characters or fewer.")
            if line["known_by"] and line["known_by"] not in KNOWN_BY:
                raise forms.ValidationError(f"Line {place}: choose how it is known.")
        return lines
