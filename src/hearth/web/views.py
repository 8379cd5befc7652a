"""Pages that belong to no room: errors and the health page."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET


def _error(request: HttpRequest, status: int, title: str, words: str) -> HttpResponse:
    return render(request, "web/error.html", {"title": title, "words": words}, status=status)


@login_not_required
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return _error(request, 400, "This could not be read", "What was sent was not in a form we can read. Go back and try again.")


@login_not_required
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: what may not be done, in words."""
    words = str(exception) if exception and str(exception) else "You do not have permission to do this."
    return _error(request, 403, "You may not do this", words)


@login_not_required
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: the same whether it does not exist or may not be known to exist."""
    return _error(
        request,
        404,
        "Page not found",
        "If you typed the address, check it. The record may not exist, or may not be one you can see.",
    )


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """500, without anything that could fail again."""
    page = (
        "<!doctype html><html lang=en><title>Something went wrong - Hearth</title>"
        "<h1>Something went wrong</h1><p>It has been noted. What you saved before is kept. Try again in a minute.</p>"
    )
    return HttpResponse(page, status=500)


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from a page opened before signing in again."""
    return _error(request, 403, "This page had gone out of date", "Go back, reload the page and send it again. Drafts are kept.")


@login_not_required
@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Does the database answer, and is history protected: does the application's role lack the right to change events?"""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT has_table_privilege('timeline_event', 'UPDATE, DELETE, TRUNCATE')")
            unprotected = bool(cursor.fetchone()[0])
    except DatabaseError:
        return JsonResponse({"database": "does not answer"}, status=503)
    return JsonResponse({"database": "answers", "history": "unprotected" if unprotected else "protected"})
