"""`@page`: what every view declares: its methods, and the capability it asks of its reader."""

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from hearth.foundation.access.errors import Refused

View = Callable[..., HttpResponse]


def page(*capabilities: str, methods: tuple[str, ...] = ("GET",)) -> Callable[[View], View]:
    """Refuse a reader who holds none of the capabilities, before anything is read. None given: any signed-in person."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def asking(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if capabilities and not request.reader.can_any(capabilities):  # type: ignore[attr-defined]
                raise Refused(capabilities[0])
            return view(request, *args, **kwargs)

        held = require_http_methods([*methods, "HEAD"] if "GET" in methods else list(methods))(asking)
        held.asks, held.methods = capabilities, list(methods)  # type: ignore[attr-defined]
        return held

    return decorate
