"""Keeping records from those who should not see them: restriction, opening with a reason, conflict of interest."""

from datetime import datetime, timedelta
from uuid import UUID

from hearth.foundation import packs, worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import PERSON, check, is_sealed, restriction_on
from hearth.foundation.access.log import log
from hearth.foundation.access.models import Conflict, Opening, Restriction, User
from hearth.foundation.access.notices import tell
from hearth.foundation.access.readers import Reader
from hearth.foundation.access.staff import holding
from hearth.foundation.timeline import api as timeline
from hearth.people import capabilities, events, identities
from hearth.people.actions.naming import subject
from hearth.people.models import Person, Relationship

LONGEST_OPENING = timedelta(hours=24)


@action(capabilities.RESTRICT)
def restrict(reader: Reader, person_id: UUID, *, level: str, reason: str, owner: User) -> Restriction:
    """Restrict a record (it exists, and whom to ask) or seal it (not found). The owner admits others."""
    check(Person, person_id, reader, capabilities.RESTRICT)
    if not reason.strip():
        raise Invalid({"reason": "Say why the record is restricted."})
    if Conflict.objects.filter(user=owner, person_id=person_id, ended_at=None).exists():
        raise Invalid({"owner": "This person may not see the record themselves. Choose somebody else."})
    ids, now = identities.of(person_id), worktime.now()
    Restriction.objects.filter(kind=PERSON, subject_id__in=ids, ended_at=None).update(ended_at=now)
    given = {"level": level, "reason": reason, "owner": owner, "set_by": reader.user, "set_at": now}
    # What is still kept under the id of a record that was merged is guarded as this one is.
    made, *_ = (Restriction.objects.create(kind=PERSON, subject_id=one, **given) for one in ids)
    timeline.record(events.PersonRestricted(level=level), subject(person_id))
    return made


@action(capabilities.RESTRICT)
def end_restriction(reader: Reader, person_id: UUID) -> Restriction:
    """The record is open again to everybody whose work gives them the right."""
    check(Person, person_id, reader, capabilities.RESTRICT)
    found = Restriction.objects.select_for_update().filter(kind=PERSON, subject_id=person_id, ended_at=None).first()
    if found is None:
        raise Invalid("This record is not restricted.")
    found.ended_at = worktime.now()
    found.save()
    others = identities.of(person_id)[1:]
    Restriction.objects.filter(kind=PERSON, subject_id__in=others, ended_at=None).update(ended_at=found.ended_at)
    timeline.record(events.PersonRestricted(level="none"), subject(person_id))
    return found


@action(capabilities.OPEN)
def open_with_reason(reader: Reader, person_id: UUID, *, reason: str, until: datetime) -> Opening:
    """Open a restricted record with a reason until a time; its owner, and the managers of whoever opens it, are told at once."""
    restriction = restriction_on(person_id, reader)
    if restriction is None or restriction.level != Restriction.RESTRICTED or person_id in reader.conflicts:
        raise Invalid("There is nothing here that can be opened.")
    problems = {}
    if len(reason.strip()) < 10:
        problems["reason"] = "Say why you need to see this record. The person who keeps it will read your words."
    if not worktime.now() < until <= worktime.now() + LONGEST_OPENING:
        problems["until"] = "Choose a time within the next 24 hours."
    if problems:
        raise Invalid(problems)
    made = Opening.objects.create(
        kind=PERSON,
        subject_id=person_id,
        user=reader.user,
        reason=reason.strip(),
        starts_at=worktime.now(),
        ends_at=until,
    )
    title = f"{reader.user.name} opened a restricted record that you keep, with a reason"
    tell([restriction.owner], title, f"opening:{made.pk}", subject(person_id))
    managers = [one for one in _managers_of(reader) if one not in (restriction.owner, reader.user)]
    tell(managers, f"{reader.user.name} opened a restricted record with a reason", f"opening:{made.pk}", subject(person_id))
    timeline.record(events.RecordOpened(opening=made.pk), subject(person_id))
    return made


def _managers_of(reader: Reader) -> list[User]:
    """Who reviews what is looked at: those in the reader's own teams, or everybody who does where these have none."""
    roles = packs.active().roles_with(capabilities.REVIEW)
    return list(holding(roles=roles, teams=reader.teams)) or list(holding(roles=roles))


@action(capabilities.SEARCH, capabilities.CONFLICTS)
def declare_conflict(reader: Reader, person_id: UUID, *, user: User | None = None, reason: str = "") -> Conflict:
    """A member of staff is family of, or close to, a person: they never see that record, nor those of the family.

    Everybody declares their own; declaring it for somebody else is a manager's. Raises Invalid for an unknown record.
    """
    whose = user or reader.user
    if whose != reader.user and not reader.can(capabilities.CONFLICTS):
        check(Person, person_id, reader, capabilities.CONFLICTS)
    if not Person.objects.filter(pk=person_id).exists() or is_sealed(person_id, reader):
        raise Invalid({"record": "There is no record of this number that you can see."})
    why = {"declared_at": worktime.now(), "declared_by": reader.user, "reason": reason.strip()}
    made, _ = Conflict.objects.get_or_create(user=whose, person_id=person_id, ended_at=None, defaults=why)
    for one in {*identities.of(person_id)[1:], *_family_of(person_id)}:
        Conflict.objects.get_or_create(user=whose, person_id=one, ended_at=None, defaults=why)
    log("conflict", reader, kind=PERSON, subject_id=str(person_id), whose=str(whose.pk))
    return made


def _family_of(person_id: UUID) -> set[UUID]:
    forward = Relationship.objects.filter(person_id=person_id).values_list("relative_id", flat=True)
    return {*forward, *Relationship.objects.filter(relative_id=person_id).values_list("person_id", flat=True)}


@action(capabilities.CONFLICTS)
def end_conflict(reader: Reader, conflict_id: int, *, reason: str) -> Conflict:
    """It no longer holds, or was declared by mistake. Nobody ends their own."""
    found = Conflict.objects.select_for_update().filter(pk=conflict_id, ended_at=None).first()
    if found is None or found.user_id == reader.id:
        raise Invalid("There is nothing here that you can end. Ask another manager about your own.")
    if not reason.strip():
        raise Invalid({"reason": "Say why it no longer holds."})
    found.ended_at = worktime.now()
    found.save()
    others = identities.of(found.person_id)
    Conflict.objects.filter(user_id=found.user_id, person_id__in=others, ended_at=None).update(ended_at=found.ended_at)
    log("conflict", reader, kind=PERSON, subject_id=str(found.person_id), whose=str(found.user_id), ended=reason.strip())
    return found
