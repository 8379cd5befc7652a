"""Who hears that a timescale is due soon or late: a notice for each person once, and an e-mail each morning."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from uuid import UUID

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q, QuerySet

from hearth.foundation import worktime
from hearth.foundation.access.models import Notice, User
from hearth.foundation.standards.models import Digest, Obligation
from hearth.foundation.standards.owing import answering
from hearth.foundation.standards.queries import known, rule_of
from hearth.foundation.worktime import LONDON, moment_words

DIGEST_FROM, DIGEST_UNTIL = time(7), time(12)
"""The morning e-mail goes out from seven; after noon it would no longer be one."""


def notify() -> int:
    """Write the notices that are not written yet. Returns how many; running again writes none."""
    now = worktime.now()
    keys = {_key(row, late): (row, late) for row, late in _pressing(now)}
    told = set(Notice.objects.filter(key__in=list(keys)).values_list("key", flat=True))
    made = [
        Notice(user=user, title=_title(row, late), kind=row.head.kind, subject_id=row.head.subject_id, key=key, at=now)
        for key, (row, late) in keys.items()
        if key not in told
        for user in _who_hears(row)
    ]
    Notice.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


def _pressing(now: datetime) -> Iterator[tuple[Obligation, bool]]:
    """Open timescales that are due soon and lead their duty, and every one that is late."""
    minute = now.replace(second=0, microsecond=0)
    for row in _open().filter(Q(due_at__lt=minute) | Q(due_soon_at__lte=now, leading=True)):
        yield row, row.due_at is not None and row.due_at < minute


def _open() -> QuerySet[Obligation]:
    rows = Obligation.objects.filter(met_at=None, ended_at=None, waived_at=None, superseded_by=None)
    return known(rows).select_related("head")


def _key(row: Obligation, late: bool) -> str:
    # The due time is part of it, so that a timescale given more time is told again when that has gone.
    due = f"{row.due_at:%Y%m%d%H%M}" if row.due_at else ""
    return f"{'late' if late else 'due soon'}:{row.head_id}:{row.key}:{due}"[:200]


def _who_hears(row: Obligation) -> list[User]:
    return answering(row.head.kind, row.head.subject_id, row.per, [row.owed_by, *rule_of(row).tells])


def _title(row: Obligation, late: bool) -> str:
    """The standard's own title and the time: nothing of anybody."""
    title = rule_of(row).title
    due = moment_words(row.due_at) if row.due_at else ""
    return f"Late since {due}: {title}"[:200] if late else f"Due at {due}: {title}"[:200]


def send_digests() -> int:
    """The morning e-mail to everybody who owes something late or due today. Returns how many were sent now.

    One a day each: running again, or after a worker was killed, sends nothing twice. Nothing is sent outside the morning.
    """
    local = worktime.now().astimezone(LONDON)
    if not DIGEST_FROM <= local.time() < DIGEST_UNTIL:
        return 0
    owed = _owed_today(local)
    people = User.objects.in_bulk(list(owed))
    return sum(_send(people[user], titles, local) for user, titles in owed.items())


def _owed_today(local: datetime) -> dict[UUID, list[str]]:
    tomorrow = datetime.combine(local.date() + timedelta(days=1), time(0), LONDON)
    minute = local.replace(second=0, microsecond=0)
    owed: dict[UUID, list[str]] = defaultdict(list)
    for row in _open().filter(leading=True, due_at__lt=tomorrow).order_by("due_at"):
        for user in answering(row.head.kind, row.head.subject_id, row.per, [row.owed_by]):
            owed[user.pk].append(_title(row, row.due_at is not None and row.due_at < minute))
    return owed


def _send(user: User, titles: list[str], local: datetime) -> int:
    with transaction.atomic():
        _, fresh = Digest.objects.get_or_create(user=user, day=local.date())
        if not fresh:
            return 0
        late = sum(title.startswith("Late") for title in titles)
        EmailMessage(
            subject=f"Hearth: {late} late, {len(titles) - late} due today",
            body="\n".join([*titles, "", "Sign in to Hearth to see them under My work."]),
            to=[user.email],
        ).send()
    return 1
