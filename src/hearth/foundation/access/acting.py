"""`@action`: the one way anything is written. Permission, one transaction, no double submits, refusals logged."""

import functools
import inspect
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

import pydantic
from django.apps import apps
from django.db import DataError, models

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.given import check_codes, check_texts, no_code
from hearth.foundation.access.log import log
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.models import Request

TOO_LONG_FOR_ITS_PLACE = "Something here is too long for its place, or a number is too large. Shorten it and try again."

_declared: dict[str, Callable[..., Any]] = {}


def declared_actions() -> dict[str, Callable[..., Any]]:
    """Every action there is, by the name that a request's row keeps."""
    return dict(_declared)


P = ParamSpec("P")
R = TypeVar("R", bound=models.Model | None)


def action(
    *capabilities: str,
) -> Callable[[Callable[Concatenate[Reader, P], R]], Callable[..., R]]:
    """Make a function `(reader, ...)` an action: the reader needs one of the capabilities, or none where none is named.

    With none named, the action itself asks: a standard names the roles that may vary it.

    The decorated function also takes `request_id`: a repeat of one that succeeded returns the first result and
    writes nothing. A refusal rolls the work back and is logged in a transaction of its own. Texts too long to keep and
    codes that are not in their list are Invalid, whoever calls.
    """

    def decorate(function: Callable[Concatenate[Reader, P], R]) -> Callable[..., R]:
        names = [*inspect.signature(function).parameters][1:]
        name = f"{function.__module__.removeprefix('hearth.')}.{function.__name__}"

        @functools.wraps(function)
        def acting(reader: Reader, *args: Any, request_id: UUID | None = None, **kwargs: Any) -> R:
            given = dict(zip(names, args, strict=False)) | kwargs
            try:
                if capabilities and not reader.can_any(capabilities):
                    raise Refused(capabilities[0])
                with timeline.recording(reader.id, request_id, why=name):
                    if request_id is not None and not _first_time(request_id, name, reader):
                        return _first_result(request_id)
                    for field, value in given.items():
                        check_texts(field, value)
                    result = function(reader, *args, **kwargs)
                    check_codes(result, given)
                    _keep_result(request_id, result)
                    return result
            except DataError:
                if timeline.in_recording():
                    raise
                raise Invalid(TOO_LONG_FOR_ITS_PLACE) from None
            except pydantic.ValidationError as error:
                raise no_code(error, given) or error from None
            except Refused as refusal:
                if not timeline.in_recording():  # inside another action its transaction is about to go: it logs
                    log_refusal(reader, refusal)
                raise

        acting.capabilities = capabilities  # type: ignore[attr-defined]
        _declared[name] = acting
        return acting

    return decorate


def log_refusal(reader: Reader | None, refusal: Refused) -> None:
    """Log a refusal once, however many layers it passes through."""
    if getattr(refusal, "logged", False):
        return
    refusal.logged = True  # type: ignore[attr-defined]
    kind = refusal.model._meta.label_lower if refusal.model else ""
    log("refusal", reader, kind=kind[:40], subject_id=str(refusal.key or ""), capability=refusal.capability)


def _first_time(request_id: UUID, name: str, reader: Reader) -> bool:
    # A second submit that arrives while the first is still being written waits here for it.
    made = Request.objects.bulk_create(
        [Request(id=request_id, action=name, by=reader.id, at=worktime.now())], ignore_conflicts=True
    )
    stored = Request.objects.select_for_update().get(pk=made[0].pk)
    if stored.action != name or stored.by != reader.id:
        raise Refused(name, words="This form's number was used for something else.")
    return not stored.result_model


def _first_result(request_id: UUID) -> R:  # type: ignore[type-var]
    stored = Request.objects.get(pk=request_id)
    if stored.result_model == "-":
        return None  # type: ignore[return-value]
    return apps.get_model(stored.result_model)._default_manager.get(pk=stored.result_id)


def _keep_result(request_id: UUID | None, result: models.Model | None) -> None:
    if request_id is not None:
        label, key = (result._meta.label, str(result.pk)) if result is not None else ("-", "")
        Request.objects.filter(pk=request_id).update(result_model=label, result_id=key)
