"""Who may accept what was passed on: the person, or their team; for somebody away their manager, then the duty manager."""

from collections.abc import Collection
from functools import cached_property

from django.db.models import Q

from hearth.foundation import packs, worktime
from hearth.foundation.access.models import RoleHeld, User
from hearth.foundation.access.readers import Reader
from hearth.services.frontdoor.models import HandOver
from hearth.services.frontdoor.pack import front_door

ALLOCATES = "people.allocate"


class Present:
    """Everybody who holds a role now and is not away, read once, when the first is asked for."""

    @cached_property
    def _held(self) -> list[RoleHeld]:
        now = worktime.now()
        rows = RoleHeld.objects.filter(starts_at__lte=now).filter(Q(ends_at=None) | Q(ends_at__gt=now))
        return [row for row in rows.select_related("user").order_by("pk") if not row.user.is_absent(now)]

    def holding(self, roles: Collection[str], team: str) -> list[User]:
        """Those who hold one of the roles in a team, each once."""
        return list(dict.fromkeys(row.user for row in self._held if row.team == team and row.role in roles))


def acceptors(hand_over: HandOver, present: Present | None = None) -> list[User]:
    """Whose list an offer stands on now. Somebody away is passed over; with nobody in reach, the duty manager has it.

    `present` is one for a whole list of offers.
    """
    at, present = worktime.now(), present or Present()
    if hand_over.to_user is not None and not hand_over.to_user.is_absent(at):
        return [hand_over.to_user]
    managers = present.holding(_manager_roles(), hand_over.to_team)
    if hand_over.to_user is None:
        return managers or present.holding(packs.active().roles, hand_over.to_team)
    door = front_door()
    return managers or present.holding({door.roles.duty_manager}, door.team)


def may_accept(reader: Reader, hand_over: HandOver, present: Present | None = None) -> bool:
    """May this reader accept it by name? A team's by anybody in it; a person's by them, or by whoever stands in."""
    if hand_over.to_user is None:
        return hand_over.to_team in reader.teams
    return reader.user in acceptors(hand_over, present)


def _manager_roles() -> set[str]:
    return {code for code, role in packs.active().roles.items() if ALLOCATES in role.capabilities}
