"""What several of the front door's actions share: an open contact, staff on duty, notices and flags."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.models import User
from hearth.foundation.access.notices import tell
from hearth.foundation.access.readers import Reader
from hearth.foundation.access.staff import on_duty
from hearth.services.frontdoor import capabilities, subjects
from hearth.services.frontdoor.models import Contact, Flag
from hearth.services.frontdoor.pack import front_door


def open_contact(reader: Reader, contact_id: UUID, capability: str = capabilities.WORK) -> Contact:
    """A contact to work on, locked. Raises Invalid if it is closed, Refused or NotFound."""
    contact = check(Contact, contact_id, reader, capability, for_update=True)
    if not contact.is_open:
        raise Invalid("This contact is closed. Record a new contact, and link the two.")
    return contact


def needed(values: dict[str, str], words: dict[str, str]) -> None:
    """Raise Invalid with its words for each value that is empty."""
    problems = {name: words[name] for name in words if not values[name].strip()}
    if problems:
        raise Invalid(problems)


def not_future(name: str, moment: datetime | None) -> None:
    """Raise Invalid for a time that has not come."""
    if moment is not None and moment > worktime.now():
        raise Invalid({name: "The time must not be in the future."})


def flag(contact: Contact, words: str) -> Flag:
    """Keep beside a contact that something was recorded out of order: saved, and to be looked at."""
    return Flag.objects.create(contact=contact, words=words, at=worktime.now())


def duty_workers() -> list[User]:
    """The social workers on duty at the front door now: those who may recommend and do not decide."""
    door = front_door()
    return on_duty(set(door.roles.recommends) - set(door.roles.decides), door.team)


def duty_managers() -> list[User]:
    """The managers on duty at the front door now."""
    door = front_door()
    return on_duty(door.roles.decides, door.team)


def notify(users: Iterable[User], contact: Contact, title: str, key: str) -> None:
    """Put a notice about a contact on several lists, once for each key. The title names nobody of the family."""
    tell(users, title, f"{key}:{contact.pk}", subjects.of_contact(contact))
