"""The shape of a page with a form: show it, act, come back; whatever goes wrong, nothing typed is lost."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hearth.foundation.access.errors import Invalid, Stale
from hearth.foundation.access.held import take_held_work
from hearth.foundation.access.readers import Reader
from hearth.web.forms import HearthForm

F = TypeVar("F", bound=HearthForm)
LONGEST_NUMBER = 6
"""Digits: Python itself refuses to read some thousands of them."""


def reader_of(request: HttpRequest) -> Reader:
    """Who reads: every page but signing in has one."""
    found: Reader = request.reader  # type: ignore[attr-defined]
    return found


def whole_number(text: str, otherwise: int = 0) -> int:
    """A small number that a page of ours wrote into a form or an address; `otherwise` for whatever else came back."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else otherwise


def page_number(request: HttpRequest) -> int:
    """Which page of a list an address asks for, the first unless it says otherwise."""
    return whole_number(request.GET.get("page", ""), 1)


def form_page(
    request: HttpRequest,
    template: str,
    make_form: Callable[..., F],
    act: Callable[[F], Any],
    *,
    done: str | Callable[[Any], str],
    said: str = "",
    context: dict[str, Any] | None = None,
) -> HttpResponse:
    """A page with one form. `act` runs an action with the valid form; `done` is where to go then.

    What an action finds invalid shows beside its fields; a stale save shows both versions. What was submitted after a
    session had timed out is back in the form, not yet saved.
    """
    context = dict(context or {})
    held = take_held_work(request) if request.method == "GET" else None
    form = make_form(request.POST) if request.method == "POST" else make_form(held)
    context |= {"form": form, "stale": None, "held": held is not None}
    if request.method == "POST" and form.is_valid():
        try:
            result = act(form)
        except Invalid as problem:
            form.add_problems(problem)
        except Stale as stale:
            context |= {"stale": stale, "form": form.after_stale(make_form(None))}
            return render(request, template, context, status=409)
        else:
            if said:
                messages.success(request, said)
            return redirect(done if isinstance(done, str) else done(result))
    return render(request, template, context, status=422 if request.method == "POST" else 200)
