"""What each person owes at the front door: due today, this week, waiting for others, done."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.urls import reverse

from hearth.foundation import worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.foundation.standards.queries import LATEST
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.models import Contact, Handling, Telling
from hearth.services.frontdoor.queries.passing import incoming
from hearth.services.frontdoor.queries.queue import QueueLine, lines_of, open_contacts
from hearth.services.frontdoor.queries.shift import unread_by_own
from hearth.services.frontdoor.queries.signing import to_sign_off

MOST = 50
TODAY, WEEK, WAITING, DONE = "today", "week", "waiting", "done"


@dataclass(frozen=True)
class WorkRow:
    """One row of somebody's work: what it is, the one thing to do, by when, and in which part of the list."""

    part: str
    title: str
    action: str
    href: str
    words: str = ""
    due_at: datetime | None = None
    late: bool = False
    soon: bool = False
    unread: bool = False


def my_work(reader: Reader) -> list[WorkRow]:
    """Everything at the front door that this reader owes, waits for or finished this week, due-soon before late."""
    rows = [
        *_passed_to(reader),
        *_own_children(reader),
        *_signing(reader),
        *_of_holder(reader),
        *_family_to_tell(reader),
    ]
    seen: set[tuple[str, str]] = set()
    kept = [row for row in rows if (row.href, row.action) not in seen and not seen.add((row.href, row.action))]  # type: ignore[func-returns-value]
    return sorted(kept, key=_order)


def _order(row: WorkRow) -> tuple[bool, bool, datetime]:
    # What can still be done in time comes before what is late already.
    return (not row.unread, not row.soon, row.due_at or LATEST)


def _part(due: datetime | None) -> str:
    if due is None:
        return WEEK
    return TODAY if due.astimezone(worktime.LONDON).date() <= worktime.today() else WEEK


def _passed_to(reader: Reader) -> list[WorkRow]:
    return [
        WorkRow(
            TODAY,
            one.title,  # type: ignore[attr-defined]
            "Accept or decline",
            reverse("passed", args=[one.pk]),
            f"passed on by {one.offered_by}",
            one.offered_at,
        )
        for one in incoming(reader)
    ]


def _own_children(reader: Reader) -> list[WorkRow]:
    return [
        WorkRow(
            TODAY,
            f"Contact {one.number}, taken out of hours, about a child you work with",
            "Open it",
            reverse("contact", args=[one.pk]),
            "not yet opened",
            one.received_at,
            unread=True,
        )
        for one in unread_by_own(reader)
    ]


def _signing(reader: Reader) -> list[WorkRow]:
    found = to_sign_off(reader)
    rows = [_row(line, TODAY, "Sign off", "sign_off") for line in found.object_list]
    left = found.paginator.count - len(rows)
    return [*rows, WorkRow(WEEK, f"{left} more to sign off", "See them all", reverse("sign_off_list"))] if left else rows


def _row(line, part: str, act: str, route: str) -> WorkRow:  # type: ignore[no-untyped-def]
    clock = line.clock
    due = clock.row.due_at if clock else None
    late = line.is_late
    soon = bool(clock and clock.state.value == "due_soon")
    clock_words = f". {clock.rule.title}, {clock.words}" if clock else ""
    words = f"{line.holding[:1].upper()}{line.holding[1:]}, received {line.elapsed} ago{clock_words}"
    href = reverse(route, args=[line.contact.pk])
    return WorkRow(part, line.names, act, href, words, due, late, soon, line.unread)


def _of_holder(reader: Reader) -> list[WorkRow]:
    """What this reader holds, and what of it was closed in the last seven days."""
    if not reader.can(capabilities.VIEW):
        return []
    mine = list(open_contacts(reader).filter(holder=reader.user).values_list("pk", flat=True)[: MOST + 1])
    since = worktime.now() - timedelta(days=7)
    rows = limiting.limit(Contact.objects.filter(holder=reader.user, closed_at__gte=since), reader, capabilities.VIEW)
    done = list(rows.order_by("-closed_at").values_list("pk", flat=True)[:20])
    lines = lines_of(reader, [*mine[:MOST], *done])
    found = _held([line for line in lines if line.contact.is_open], reader)
    if mine[MOST:]:
        found.append(WorkRow(WEEK, f"More than {MOST} contacts that you hold", "See them all", reverse("queue") + "?mine=yes"))
    return found + [
        WorkRow(DONE, line.names, "Look at it", reverse("contact", args=[line.contact.pk]), "closed", line.contact.closed_at)
        for line in lines
        if not line.contact.is_open
    ]


def _held(lines: list[QueueLine], reader: Reader) -> list[WorkRow]:
    if not lines:
        return []
    found = []
    given = Handling.objects.filter(what="given", to=reader.user, contact__in=[line.contact.pk for line in lines])
    said = {one.contact_id: f"{one.by} asks: {one.words}" for one in given.select_related("by")}
    letters = _outcome_letters(lines, reader)
    for line in lines:
        if line.contact.pk in letters:
            due = line.clock.row.due_at if line.clock else None
            letter = replace(_row(line, _part(due), "Send the outcome letter", "contact"), href=letters[line.contact.pk])
            found.append(letter)
            if line.contact.stage == "decided":
                continue
        waits = line.contact.stage in ("sign_off", "passed_on")
        due = line.clock.row.due_at if line.clock else None
        if waits:
            found.append(_row(line, WAITING, "Look at it", "contact"))
        else:
            row = _row(line, _part(due), "Go on with it", "contact")
            asked = said.get(line.contact.pk)
            found.append(replace(row, words=f"{asked}. {row.words}") if asked else row)
    return found


def _outcome_letters(lines: list[QueueLine], reader: Reader) -> dict[UUID, str]:
    """Where the letter to whoever told us stands drafted, for each contact that is decided and not yet answered."""
    decided = [line.contact.pk for line in lines if line.contact.stage in ("decided", "passed_on")]
    if not decided or not reader.can(capabilities.TELL):
        return {}
    rows = Telling.objects.filter(contact__in=decided, whom="referrer", status="to_tell")
    return {contact: reverse("tell", args=[key]) for contact, key in rows.values_list("contact_id", "pk")}


def _family_to_tell(reader: Reader) -> list[WorkRow]:
    """Families who do not know that we were told, for a reason that is no risk to a child."""
    rows = Contact.objects.filter(holder=reader.user, family_not_told="other").order_by("received_at", "number")
    rows = rows.only("number", "family_not_told_words")
    return [
        WorkRow(
            TODAY,
            f"Contact {one.number}",
            "Tell the family that we were told",
            reverse("family_knows", args=[one.pk]),
            one.family_not_told_words,
        )
        for one in limiting.limit(rows, reader, capabilities.VIEW)[:MOST]
    ]
