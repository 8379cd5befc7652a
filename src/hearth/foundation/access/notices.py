"""Notices: what stands on somebody's list until they have read it."""

from collections.abc import Iterable
from datetime import timedelta

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import NotFound
from hearth.foundation.access.models import Notice, User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline.api import Subject

MOST = 50
MOST_WITH_READ = 200


def tell(users: Iterable[User], title: str, key: str, about: Subject | None = None) -> None:
    """Put a notice on several lists, once for each person and key. The title holds no personal data."""
    kind, subject_id = (about.kind, about.id) if about else ("", None)
    now = worktime.now()
    made = [Notice(user=user, title=title[:200], kind=kind, subject_id=subject_id, key=key[:200], at=now) for user in users]
    Notice.objects.bulk_create(made, ignore_conflicts=True)


def unread(reader: Reader) -> list[Notice]:
    """A reader's own notices not yet read, the latest first."""
    return list(Notice.objects.filter(user=reader.user, read_at=None, at__lte=worktime.now()).order_by("-at", "-pk")[:MOST])


def every(reader: Reader) -> list[Notice]:
    """A reader's own notices, those not yet read first."""
    rows = Notice.objects.filter(user=reader.user).order_by("read_at", "-at")
    return sorted(rows[:MOST_WITH_READ], key=lambda row: (row.read_at is not None, -row.at.timestamp()))


def read_lately(reader: Reader) -> list[Notice]:
    """A reader's own notices read in the last seven days, the latest read first."""
    since = worktime.now() - timedelta(days=7)
    return list(Notice.objects.filter(user=reader.user, read_at__gte=since).order_by("-read_at", "-pk")[:MOST])


@action()
def read_notice(reader: Reader, notice_id: int) -> Notice:
    """Mark one of the reader's own notices as read. Raises NotFound for anybody else's."""
    found = Notice.objects.select_for_update().filter(pk=notice_id, user=reader.user).first()
    if found is None:
        raise NotFound("", Notice, notice_id)
    found.read_at = found.read_at or worktime.now()
    found.save()
    return found
