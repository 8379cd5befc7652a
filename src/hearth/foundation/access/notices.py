"""Notices: what stands on somebody's list until they have read it."""

from datetime import timedelta

from hearth.foundation import worktime
from hearth.foundation.access.errors import NotFound
from hearth.foundation.access.models import Notice
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline

MOST = 50


def unread(reader: Reader) -> list[Notice]:
    """A reader's own notices not yet read, the latest first."""
    return list(Notice.objects.filter(user=reader.user, read_at=None, at__lte=worktime.now()).order_by("-at", "-pk")[:MOST])


def read_lately(reader: Reader) -> list[Notice]:
    """A reader's own notices read in the last seven days, the latest read first."""
    since = worktime.now() - timedelta(days=7)
    return list(Notice.objects.filter(user=reader.user, read_at__gte=since).order_by("-read_at", "-pk")[:MOST])


def mark_read(reader: Reader, notice_id: int) -> Notice:
    """Note that a reader has read one of their own notices. Raises NotFound for anybody else's."""
    with timeline.recording(reader.id, why="access.notices.mark_read"):
        found = Notice.objects.select_for_update().filter(pk=notice_id, user=reader.user).first()
        if found is None:
            raise NotFound("", Notice, notice_id)
        found.read_at = found.read_at or worktime.now()
        found.save()
    return found
