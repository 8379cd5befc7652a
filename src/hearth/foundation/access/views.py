"""Pages of signing in that are ours; the rest are django-allauth's, with our templates."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Too many wrong passwords: the same answer whether or not there is such an account."""
    return render(request, "account/locked.html", status=429)


@login_not_required
def closed(request: HttpRequest) -> HttpResponse:
    """A page of django-allauth that this house does not have."""
    raise Http404
