"""Old addresses of a record that was made one with another lead to the one that stands now."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from hearth.foundation.access.errors import NotFound
from hearth.foundation.access.limiting import is_sealed
from hearth.people import identities

Next = Callable[[HttpRequest], HttpResponse]


class OldRecords:
    """Where a page of a record is not found because it was merged, the same page of the kept record answers.

    A form is not sent on: whoever typed it looks at the kept record first. A sealed record stays not found.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Lead on where the page named a merged record; else the refusal stands."""
        match = request.resolver_match
        named = match.kwargs.get("person_id") if match is not None else None
        if not isinstance(exception, NotFound) or named is None or match is None or match.url_name is None:
            return None
        reader = request.reader  # type: ignore[attr-defined]
        kept = identities.resolve(named)
        if kept == named or is_sealed(kept, reader) or kept in reader.conflicts:
            return None
        return redirect(match.url_name, **(match.kwargs | {"person_id": kept}))
