"""Pages of signing in that are ours; the rest are django-allauth's, with our templates."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


def named_at_sign_in(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """Whose wrong passwords are counted: the e-mail address as it was typed, so that nobody locks anybody else out."""
    given = (credentials or {}).get("email") or (credentials or {}).get("username") or request.POST.get("login", "")
    return str(given).strip().lower()[:255]


@login_not_required
def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Too many wrong passwords: the same answer whether or not there is such an account."""
    return render(request, "account/locked.html", status=429)


@login_not_required
def closed(request: HttpRequest) -> HttpResponse:
    """A page of django-allauth that this house does not have."""
    raise Http404
