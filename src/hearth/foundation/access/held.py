"""What was submitted after a session had timed out, given back to the same person."""

from collections.abc import Collection, Mapping
from urllib.parse import urlsplit
from uuid import UUID

from django.http import HttpRequest, QueryDict

from hearth.foundation import worktime
from hearth.foundation.access.models import HeldWork, User

NEVER_HELD = {"csrfmiddlewaretoken", "password", "request_id"}


def storable(given: Mapping[str, list[str]], without: Collection[str]) -> dict[str, list[str]]:
    """Submitted form data but for some names, and without the null characters that JSON in the database cannot hold."""
    return {
        name.replace("\0", ""): [value.replace("\0", "") for value in values]
        for name, values in given.items()
        if name not in without
    }


def hold(request: HttpRequest, user_id: UUID) -> None:
    """Keep what somebody submits whose session has just ended, for the page they typed it on; the latest is kept."""
    path = _typed_on(request)[:300]
    HeldWork.objects.filter(user_id=user_id, path=path).delete()
    data = storable(dict(request.POST.lists()), NEVER_HELD)
    HeldWork.objects.create(user_id=user_id, path=path, data=data, at=worktime.now())


def _typed_on(request: HttpRequest) -> str:
    """The page that stands in the browser: parts of it send what is typed to addresses of their own."""
    try:
        return urlsplit(request.headers.get("HX-Current-URL", "")).path or request.path
    except ValueError:
        return request.path


def take_held_work(request: HttpRequest) -> QueryDict | None:
    """The form data held for this person and page, once; None when there is none."""
    if not isinstance(request.user, User):
        return None
    held = HeldWork.objects.filter(user=request.user, path=request.path).order_by("-at").first()
    if held is None:
        return None
    data = QueryDict(mutable=True)
    for name, values in held.data.items():
        data.setlist(name, values)
    HeldWork.objects.filter(user=request.user, path=request.path).delete()
    return data
