"""Kinds of event: typed classes, declared in a room's `events.py`."""

import typing
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar
from uuid import UUID

import pydantic

Code = Annotated[str, pydantic.StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.:-]*$", max_length=64)]
"""A short code from a code list or a pack: never a name, an address or narrative."""

# Event data holds ids, codes and times only; words stay in rows, which can be rectified or erased.
_ALLOWED = {UUID, int, bool, date, datetime, NoneType}
_kinds: dict[str, type["EventKind"]] = {}


class EventKind(pydantic.BaseModel):
    """A kind of event. Subclass with `code`, `subject` and `sentence`; its fields are the event's keys.

    A kind only ever gains optional keys; a new meaning is a new kind. `recorded=False` declares a kind that
    standards name but whose room is not built yet.
    """

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid")
    code: ClassVar[str]
    subject: ClassVar[str]
    sentence: ClassVar[str]
    recorded: ClassVar[bool]

    def __init_subclass__(cls, **declared: Any) -> None:  # the declaration is read below, once the fields are known
        super().__init_subclass__()

    @classmethod
    def __pydantic_init_subclass__(cls, **declared: Any) -> None:
        super().__pydantic_init_subclass__()
        code, subject, sentence = declared["code"], declared["subject"], declared["sentence"]
        if code in _kinds:
            raise TypeError(f"The event kind {code} is declared twice")
        for name, field in cls.model_fields.items():
            if not _is_allowed(field.annotation, field.metadata):
                raise TypeError(f"{code}.{name}: event data holds ids, codes and times only")
        cls.code, cls.subject, cls.sentence = code, subject, sentence
        cls.recorded = declared.get("recorded", True)
        _kinds[code] = cls

    @classmethod
    def key_types(cls) -> dict[str, str]:
        """The keys of this kind with the names of their types ("code", "uuid", "datetime", "date", "int", "bool")."""
        return {name: _type_name(field.annotation) for name, field in cls.model_fields.items()}


def _parts(annotation: Any) -> list[Any]:
    if typing.get_origin(annotation) in (UnionType, typing.Union):
        return [part for part in typing.get_args(annotation) if part is not NoneType]
    return [annotation]


def _is_allowed(annotation: Any, metadata: list[Any]) -> bool:
    for part in _parts(annotation):
        if typing.get_origin(part) is Annotated:
            continue
        if part is str:
            if not any(isinstance(item, pydantic.StringConstraints) for item in metadata):
                return False
        elif part not in _ALLOWED:
            return False
    return True


def _type_name(annotation: Any) -> str:
    part = _parts(annotation)[0]
    if typing.get_origin(part) is Annotated or part is str:
        return "code"
    return str(part.__name__).lower()


def kind_named(code: str) -> type[EventKind]:
    """A kind by its code. Raises KeyError in plain words for an undeclared one."""
    try:
        return _kinds[code]
    except KeyError:
        raise KeyError(f"No room declares an event kind called {code}") from None


def kinds() -> list[type[EventKind]]:
    """Every declared kind, in order of code."""
    return [_kinds[code] for code in sorted(_kinds)]
