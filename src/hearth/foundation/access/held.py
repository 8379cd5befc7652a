"""What was submitted after a session had timed out, given back to the same person."""

from django.http import HttpRequest, QueryDict

from hearth.foundation.access.models import HeldWork, User


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
