"""The words of `packs/<name>/forms/*.yaml`: a form, its sections, their fields, and when each is asked."""

from collections.abc import Mapping
from typing import Any, Literal

import pydantic

from hearth.foundation.packs import Source, Strict

Kind = Literal["text", "long", "choice", "choices", "yes_no", "date", "moment", "number", "evidence_lines"]
YES_NO = {"yes": "Yes", "no": "No"}
ASKED = "_asked"
"""Under this key a section's answers list the questions that were asked and got no answer."""
EMPTY: tuple[Any, ...] = (None, "", [], {})

Condition = Mapping[str, list[str] | str]
"""Other answers of the same section that must hold: `lives_there: [yes, sometimes]`, or `any` for any answer."""


class Field(Strict):
    """One question. `required_when` says when the form is not complete without it; it never stops saving."""

    code: str = pydantic.Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: str
    help: str = ""
    kind: Kind = "long"
    choices: Mapping[str, str] = {}
    code_list: str = ""
    least: int | None = None
    most: int | None = None
    required_when: Literal["always"] | Condition | None = None
    shown_when: Condition | None = None
    fact: str = ""

    @pydantic.model_validator(mode="after")
    def _fits_its_kind(self) -> "Field":
        if self.kind in ("choice", "choices") and bool(self.choices) == bool(self.code_list):
            raise ValueError(f"{self.code} needs either choices or a code_list")
        if self.kind not in ("choice", "choices") and (self.choices or self.code_list):
            raise ValueError(f"{self.code} is {self.kind}; only choice and choices have a list to choose from")
        if self.kind != "number" and (self.least is not None or self.most is not None):
            raise ValueError(f"{self.code} is {self.kind}; only a number has least and most")
        return self

    def is_shown(self, answers: Mapping[str, Any]) -> bool:
        """Is it asked, given the section's other answers?"""
        return self.shown_when is None or _holds(self.shown_when, answers)

    def is_required(self, answers: Mapping[str, Any]) -> bool:
        """Is the form incomplete without an answer to it?"""
        if self.required_when is None or not self.is_shown(answers):
            return False
        return self.required_when == "always" or _holds(self.required_when, answers)


def _holds(condition: Condition, answers: Mapping[str, Any]) -> bool:
    for code, wanted in condition.items():
        given = answers.get(code)
        if given in EMPTY:
            return False
        values = given if isinstance(given, list) else [str(given)]
        if wanted != "any" and not set(values) & set([wanted] if isinstance(wanted, str) else wanted):
            return False
    return True


class FormSection(Strict):
    """Questions that are answered, saved and versioned together, once for the whole or once for each child."""

    code: str = pydantic.Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str
    help: str = ""
    each_child: bool = False
    fields: list[Field] = pydantic.Field(min_length=1)

    @pydantic.model_validator(mode="after")
    def _conditions_name_fields(self) -> "FormSection":
        codes = [field.code for field in self.fields]
        for code in codes:
            if codes.count(code) > 1:
                raise ValueError(f"{code} is given twice; keep one of them")
        for field in self.fields:
            for condition in (field.shown_when, field.required_when):
                for code in condition if isinstance(condition, Mapping) else ():
                    if code not in codes or code == field.code:
                        raise ValueError(f"{field.code} depends on {code}, which is no other field of section {self.code}")
        return self

    def missing(self, answers: Mapping[str, Any]) -> list[Field]:
        """The questions without which the section is not complete."""
        return [field for field in self.fields if field.is_required(answers) and answers.get(field.code) in EMPTY]


class CaseForm(Strict):
    """One version of a form. `asks` keeps, for each question, whether it was asked where no answer was given."""

    id: str = pydantic.Field(pattern=r"^[a-z][a-z0-9_-]*$")
    version: int = pydantic.Field(ge=1)
    title: str
    requirements: list[str] = []
    source: Source | None = None
    asks: bool = False
    sections: list[FormSection] = pydantic.Field(min_length=1)

    @pydantic.model_validator(mode="after")
    def _sections_differ(self) -> "CaseForm":
        codes = [section.code for section in self.sections]
        if len(codes) != len(set(codes)):
            raise ValueError(f"two sections of {self.id} have the same code; rename one")
        return self

    def section(self, code: str) -> FormSection:
        """A section by its code. Raises KeyError."""
        found = next((section for section in self.sections if section.code == code), None)
        if found is None:
            raise KeyError(f"{self.id} has no section {code}")
        return found
