"""The access log."""

from typing import Any

from hearth.foundation import worktime
from hearth.foundation.access.models import AccessLog
from hearth.foundation.access.readers import Reader


def log(what: str, reader: Reader | None, *, kind: str = "", subject_id: str = "", capability: str = "", **detail: Any) -> None:
    """Note that somebody looked, searched, exported or was refused. Joins the transaction of what it notes."""
    AccessLog.objects.create(
        at=worktime.now(),
        user_id=reader.id if reader else None,
        what=what,
        kind=kind,
        subject_id=subject_id[:40],
        capability=capability,
        detail=detail,
    )
