"""Who works with a record, who covers for whom, and what staff are told."""

from datetime import datetime, timedelta
from uuid import UUID

from hearth.foundation import packs, worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, NotFound
from hearth.foundation.access.limiting import PERSON, check, restrictions_on
from hearth.foundation.access.log import log
from hearth.foundation.access.models import Conflict, Involvement, Notice, RoleHeld, User
from hearth.foundation.access.notices import tell
from hearth.foundation.access.readers import Reader
from hearth.foundation.access.staff import holding
from hearth.foundation.timeline import api as timeline
from hearth.people import capabilities, events
from hearth.people.actions.naming import subject
from hearth.people.models import Person

LONGEST_COVER = timedelta(days=90)


@action(capabilities.ALLOCATE)
def allocate(reader: Reader, person_id: UUID, worker: User, *, role: str = "allocated_worker") -> Involvement:
    """Make a member of staff the allocated worker (or another role); the earlier one's involvement ends."""
    check(Person, person_id, reader, capabilities.ALLOCATE)
    if not worker.is_active or Conflict.objects.filter(user=worker, person_id=person_id, ended_at=None).exists():
        raise Invalid({"worker": "This person cannot be the worker here. Choose somebody else."})
    now = worktime.now()
    Involvement.objects.filter(kind=PERSON, subject_id=person_id, role=role, ends_at=None).exclude(user=worker).update(ends_at=now)
    made, new = Involvement.objects.get_or_create(
        kind=PERSON, subject_id=person_id, role=role, user=worker, ends_at=None, defaults={"starts_at": now}
    )
    timeline.record(events.WorkerAllocated(worker=worker.pk, role=role), subject(person_id))
    if new and worker != reader.user:
        title = "A child was allocated to you" if role == "allocated_worker" else "You were made involved with a record"
        tell([worker], title, f"allocated:{made.pk}", subject(person_id))
    return made


@action(capabilities.ALLOCATE)
def end_allocation(reader: Reader, involvement_id: int) -> Involvement:
    """A member of staff no longer works with a record."""
    found = Involvement.objects.select_for_update().filter(pk=involvement_id, kind=PERSON, ends_at=None).first()
    if found is None:
        raise Invalid("This has already ended.")
    check(Person, found.subject_id, reader, capabilities.ALLOCATE)
    found.ends_at = worktime.now()
    found.save()
    timeline.record(events.WorkerAllocated(role=found.role, ended=True), subject(found.subject_id))
    return found


@action(capabilities.SET_COVER)
def arrange_cover(reader: Reader, held_id: int, cover: User, *, starts_at: datetime, ends_at: datetime) -> RoleHeld:
    """Somebody covers another's role from and to; it ends by itself. Nobody gives cover to themselves.

    Raises Invalid for dates that do not follow each other, more than 90 days, an overlap, or a role that has ended.
    """
    now = worktime.now()
    held = RoleHeld.objects.at(now).filter(pk=held_id, covering=None).select_related("user").first()
    if held is None:
        raise Invalid({"held": "Choose a role that somebody holds now."})
    problems: dict[str, str] = {}
    if cover in (held.user, reader.user) or not cover.is_active:
        problems["cover"] = "Choose somebody else: not the person covered for, and not yourself."
    if ends_at <= max(starts_at, now):
        problems["ends_at"] = "Cover must end after it starts, and in the future."
    elif ends_at - starts_at > LONGEST_COVER:
        problems["ends_at"] = "Cover lasts 90 days at most. Arrange it again if it is still needed then."
    clash = RoleHeld.objects.filter(user=cover, role=held.role, team=held.team, covering=held.user)
    if clash.filter(starts_at__lt=ends_at, ends_at__gt=starts_at).exists():
        problems["starts_at"] = f"{cover.name} already covers this role in that time."
    if problems:
        raise Invalid(problems)
    made = RoleHeld.objects.create(
        user=cover, role=held.role, team=held.team, starts_at=starts_at, ends_at=ends_at, covering=held.user
    )
    log("cover", reader, kind="role", capability=capabilities.SET_COVER, cover=str(cover.pk), role=held.role, team=held.team)
    tell([cover], f"You cover for {held.user.name} as {packs.active().roles[held.role].title}", f"cover:{made.pk}")
    return made


@action(capabilities.SET_COVER)
def end_cover(reader: Reader, held_id: int) -> RoleHeld:
    """Cover ends now, before its time; cover not yet begun is taken back."""
    now = worktime.now()
    held = RoleHeld.objects.select_for_update().filter(pk=held_id, ends_at__gt=now).exclude(covering=None).first()
    if held is None:
        raise Invalid("This cover has already ended.")
    held.starts_at = min(held.starts_at, now - timedelta(seconds=1))
    held.ends_at = now
    held.save()
    log("cover", reader, kind="role", capability=capabilities.SET_COVER, cover=str(held.user_id), role=held.role, ended=True)
    return held


@action(capabilities.SEARCH)
def ask_about_match(reader: Reader, person_id: UUID) -> Notice:
    """ "Not sure, ask": whoever knows the record is asked to ring: its keeper, its worker, or those who allocate.

    Raises NotFound where there is no such record that this reader may know of.
    """
    hidden = restrictions_on([person_id], reader).get(person_id)
    sealed = hidden is not None and hidden.level == hidden.SEALED
    if sealed or person_id in reader.conflicts or not Person.objects.filter(pk=person_id).exists():
        raise NotFound(capabilities.SEARCH, Person, person_id)
    asked = [hidden.owner] if hidden is not None else _who_knows(person_id)
    if not asked:
        raise Invalid("Nobody works with this record whom we could ask. Ask your manager.")
    title = f"{reader.user.name} asks whether somebody they were told about is the person on this record. Please ring them."
    key = f"match:{reader.id}:{person_id}:{worktime.today()}"
    tell(asked, title, key, subject(person_id))
    return Notice.objects.get(user=asked[0], key=key)


def _who_knows(person_id: UUID) -> list[User]:
    rows = Involvement.objects.filter(kind=PERSON, subject_id=person_id, ends_at=None, user__is_active=True).select_related("user")
    workers = [row.user for row in rows if row.user]
    if workers:
        return workers
    barred = Conflict.objects.filter(person_id=person_id, ended_at=None).values("user")
    return list(holding(roles=packs.active().roles_with(capabilities.ALLOCATE)).exclude(pk__in=barred)[:5])
