"""Sections of case forms as Django forms, printed with the GOV.UK macros."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms

from hearth.foundation.caseforms.answering import in_words
from hearth.foundation.caseforms.facts import FactValue
from hearth.foundation.caseforms.language import ASKED, EMPTY, CaseForm, Field, FormSection
from hearth.foundation.caseforms.loading import choices_of
from hearth.web.evidence import EvidenceField
from hearth.web.fields import LONGEST_NOTE, DayField, MomentField, NarrativeField

STILL_TRUE = "_still_true"
ASKED_MARK = "_asked"


class SectionForm(forms.Form):
    """One section: its fields, the version it was shown at, and the marks beside its questions."""

    plain_labels = True
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(
        self,
        form: CaseForm,
        section: FormSection,
        data: Any = None,
        *,
        prefix: str,
        answers: Mapping[str, Any] | None = None,
        version: int = 0,
        known: Mapping[str, FactValue] | None = None,
    ) -> None:
        answers, known = answers or {}, known or {}
        super().__init__(data, prefix=prefix, initial={"version": version}, label_suffix="")
        self.section = section
        for field in section.fields:
            fact = known.get(field.code)
            made = _django_field(field, fact)
            value = answers.get(field.code)
            made.initial = _initial(field, fact.value if fact and value in EMPTY else value)
            if field.shown_when:
                conditions = [[f"{prefix}-{code}", wanted] for code, wanted in field.shown_when.items()]
                made.widget.attrs["data-shown-when"] = json.dumps(conditions)
            self.fields[field.code] = made
            if fact is not None and fact.is_stale:
                words = f"Still true? {field.label}: {in_words(field, fact.value)}"
                self.fields[field.code + STILL_TRUE] = forms.BooleanField(label=words, required=False)
            if form.asks:
                mark = forms.BooleanField(label="Asked, no answer", required=False)
                mark.initial = field.code in answers.get(ASKED, [])
                self.fields[field.code + ASKED_MARK] = mark

    @property
    def asks(self) -> bool:
        """Are the questions marked as asked?"""
        return any(name.endswith(ASKED_MARK) for name in self.fields)

    @property
    def shown_version(self) -> int:
        """The version that the page had shown."""
        return self.cleaned_data.get("version") or 0

    @property
    def answers(self) -> dict[str, Any]:
        """The answers as they are stored."""
        given: dict[str, Any] = {}
        for field in self.section.fields:
            value = self.cleaned_data.get(field.code)
            given[field.code] = value.isoformat() if isinstance(value, date | datetime) else value
        if self.asks:
            codes = [field.code for field in self.section.fields]
            given[ASKED] = [code for code in codes if self.cleaned_data.get(code + ASKED_MARK) and given[code] in EMPTY]
        return given

    @property
    def confirmed(self) -> set[str]:
        """The fields whose old fact was said to be still true."""
        return {name.removesuffix(STILL_TRUE) for name, value in self.cleaned_data.items() if name.endswith(STILL_TRUE) and value}


def _initial(field: Field, value: Any) -> Any:
    if value in EMPTY:
        return None
    if field.kind == "date":
        return date.fromisoformat(value)
    if field.kind == "moment":
        return datetime.fromisoformat(value)
    return value


def _django_field(field: Field, fact: FactValue | None) -> forms.Field:
    hint = " ".join(part for part in (field.help, f"{fact.words[0].upper()}{fact.words[1:]}." if fact else "") if part)
    common: dict[str, Any] = {"label": field.label, "required": False}
    if hint or field.kind not in ("date", "moment"):
        common["help_text"] = hint
    if field.kind == "text":
        return forms.CharField(max_length=400, **common)
    if field.kind in ("choice", "yes_no"):
        return forms.ChoiceField(choices=list(choices_of(field).items()), widget=forms.RadioSelect, **common)
    if field.kind == "choices":
        return forms.MultipleChoiceField(choices=list(choices_of(field).items()), widget=forms.CheckboxSelectMultiple, **common)
    if field.kind == "date":
        return DayField(**common)
    if field.kind == "moment":
        return MomentField(**common)
    if field.kind == "number":
        box = forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "numeric"})
        return forms.IntegerField(min_value=field.least, max_value=field.most, widget=box, **common)
    if field.kind == "evidence_lines":
        return EvidenceField(**common)
    return NarrativeField(rows=3, max_length=LONGEST_NOTE, **common)
