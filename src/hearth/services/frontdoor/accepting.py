"""Who may accept what was passed on: the person, or their team; for somebody away their manager, then the duty manager."""

from django.db.models import Q

from hearth.foundation import packs, worktime
from hearth.foundation.access.models import RoleHeld, User
from hearth.foundation.access.readers import Reader
from hearth.services.frontdoor.models import HandOver
from hearth.services.frontdoor.pack import front_door

ALLOCATES = "people.allocate"


def acceptors(hand_over: HandOver) -> list[User]:
    """Whose list an offer stands on now. Somebody away is passed over; with nobody in reach, the duty manager has it."""
    at = worktime.now()
    if hand_over.to_user is not None and not hand_over.to_user.is_absent(at):
        return [hand_over.to_user]
    managers = [user for user in _holding(_manager_roles(), hand_over.to_team) if not user.is_absent(at)]
    if hand_over.to_user is None:
        everybody = [user for user in _holding(set(packs.active().roles), hand_over.to_team) if not user.is_absent(at)]
        return managers or everybody
    door = front_door()
    duty = [user for user in _holding({door.roles.duty_manager}, door.team) if not user.is_absent(at)]
    return managers or duty


def may_accept(reader: Reader, hand_over: HandOver) -> bool:
    """May this reader accept it by name? A team's by anybody in it; a person's by them, or by whoever stands in."""
    if hand_over.to_user is None:
        return hand_over.to_team in reader.teams
    return reader.user in acceptors(hand_over)


def _manager_roles() -> set[str]:
    return {code for code, role in packs.active().roles.items() if ALLOCATES in role.capabilities}


def _holding(roles: set[str], team: str) -> list[User]:
    now = worktime.now()
    rows = RoleHeld.objects.filter(role__in=roles, team=team, starts_at__lte=now).filter(Q(ends_at=None) | Q(ends_at__gt=now))
    return list(dict.fromkeys(row.user for row in rows.select_related("user").order_by("pk")))
