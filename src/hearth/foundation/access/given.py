"""What an action is given, whoever calls it: no text too long or unreadable, no code that its own list does not have."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

import pydantic
from django.db import models

from hearth.foundation.access.errors import Invalid

LONGEST = 200_000
"""Characters of one text: about sixty printed pages."""
TOO_LONG = f"Use {LONGEST:,} letters at most."
UNREADABLE = "This holds signs that cannot be kept. Type it again without them."
NOT_A_CHOICE = "Choose one of the answers."


def check_texts(name: str, value: Any) -> None:
    """Raise Invalid for a text, however deep within a value, that is too long or cannot be stored."""
    for where, text in _texts(name, value):
        if len(text) > LONGEST:
            raise Invalid({where: TOO_LONG})
        try:
            readable = "\x00" not in text and text.encode() is not None
        except UnicodeEncodeError:
            readable = False
        if not readable:
            raise Invalid({where: UNREADABLE})


def _texts(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, models.Model):
        return
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(field.name, getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _texts(str(key), one)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _texts(name, one)


def check_codes(made: models.Model | None, given: Mapping[str, Any]) -> None:
    """Raise Invalid where a code given, or within a value given, is not in the list of the row's own column of that name."""
    if made is None:
        return
    problems = {}
    for value in [*given.values()]:
        if dataclasses.is_dataclass(value) and not isinstance(value, models.Model):
            given = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)} | dict(given)
    for field in made._meta.concrete_fields:
        if field.choices and field.name in given:
            value = given[field.name]
            if value not in ("", None) and value not in dict(field.flatchoices):
                problems[field.name] = NOT_A_CHOICE
    if problems:
        raise Invalid(problems)


def no_code(error: pydantic.ValidationError, given: Mapping[str, Any]) -> Invalid | None:
    """Words for an event that could not be made because of a code just given, None where that was not the reason."""
    wrong = {str(part["loc"][0]): part["input"] for part in error.errors() if part["loc"]}
    problems = {name: NOT_A_CHOICE for name, value in given.items() if isinstance(value, str) and value in wrong.values()}
    return Invalid(problems) if problems else None
