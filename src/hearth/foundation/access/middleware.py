"""What every request passes: signed in, who reads, still at the desk, second factor set."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.adapter import get_adapter as mfa_adapter
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import get_resolver
from django.utils.http import urlencode

from hearth.foundation import worktime
from hearth.foundation.access.acting import log_refusal
from hearth.foundation.access.errors import NotFound, Refused
from hearth.foundation.access.held import hold
from hearth.foundation.access.readers import Reader

Next = Callable[[HttpRequest], HttpResponse]
LAST_SEEN = "last_seen"
BY_ITSELF = "Hearth-By-Itself"
"""The header of what a page asks without anybody there: a list that looks for news keeps no session open."""


class LoginRequired(LoginRequiredMiddleware):
    """Every page needs a signed-in person unless its view says otherwise."""


class NothingKept:
    """No browser or proxy keeps a page of somebody signed in: on a shared machine it would show after they have gone."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Say so on the answer."""
        answer = self.get_response(request)
        if request.user.is_authenticated:
            answer["Cache-Control"] = "no-store, private"
        return answer


class ReaderMiddleware:
    """Puts the reader on the request."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set `request.reader`, None for someone not signed in."""
        request.reader = Reader(request.user) if request.user.is_authenticated else None  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A refusal outside an action (a page that may not be read) is logged here, and answered in words."""
        if not isinstance(exception, Refused):
            return None
        log_refusal(request.reader, exception)  # type: ignore[attr-defined]
        handler: Any = get_resolver().resolve_error_handler(404 if isinstance(exception, NotFound) else 403)
        return handler(request, exception=exception)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Send someone without a second factor to set one up, where the deployment requires it."""
        if not settings.MFA_REQUIRED or not request.user.is_authenticated:
            return None
        if request.path.startswith("/accounts/") or mfa_adapter().is_mfa_enabled(request.user):
            return None
        return redirect("mfa_activate_totp")


class IdleTimeout:
    """Ends a session left idle, and keeps what was being submitted for the same person to finish after signing in."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, or send it to sign in again."""
        if not request.user.is_authenticated:
            return self.get_response(request)
        now = worktime.now().timestamp()
        seen = request.session.get(LAST_SEEN, now)
        if now - seen > settings.IDLE_MINUTES * 60:
            return self._sign_out(request)
        if LAST_SEEN not in request.session or (now - seen > 60 and BY_ITSELF not in request.headers):
            request.session[LAST_SEEN] = now
        return self.get_response(request)

    def _sign_out(self, request: HttpRequest) -> HttpResponse:
        typed = request.method == "POST" and BY_ITSELF not in request.headers
        if typed and not request.path.startswith("/accounts/"):
            reader: Reader = request.reader  # type: ignore[attr-defined]
            hold(request, reader.id)
        logout(request)
        if request.headers.get("HX-Request"):
            answer = HttpResponse(status=204)
            answer["HX-Refresh"] = "true"
            return answer
        return redirect(f"{settings.LOGIN_URL}?{urlencode({'next': _back_to(request), 'idle': '1'})}")


def _back_to(request: HttpRequest) -> str:
    """Where somebody goes on after signing in again: the page on which they pressed, since a button may have none of its own."""
    try:
        came = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return request.path
    here = request.method == "POST" and came.netloc == request.get_host() and not came.path.startswith("/accounts/")
    return came.path if here else request.path
