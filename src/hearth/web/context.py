"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from hearth.foundation import packs, worktime
from hearth.foundation.access.models import Notice
from hearth.foundation.access.readers import Reader
from hearth.web.navigation import navigation


def page(request: HttpRequest) -> dict[str, Any]:
    """The reader, the authority, the navigation, and the nonce for the one inline script of the GOV.UK template."""
    reader: Reader | None = getattr(request, "reader", None)
    pack = packs.active()
    return {
        "reader": reader,
        "pack": pack,
        "demo": settings.DEMO,
        "csp_nonce": getattr(request, "csp_nonce", ""),
        "navigation": navigation(request, reader) if reader else None,
        "unread": Notice.objects.filter(user=reader.user, read_at=None).count() if reader else 0,
        "office_open": pack.calendar.is_open(worktime.now()),
    }
