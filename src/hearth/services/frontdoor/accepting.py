"""Who may accept what was passed on: the person, or their team; for somebody away their manager, then the duty manager."""

from hearth.foundation import packs, worktime
from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader
from hearth.foundation.access.staff import Present, on_duty
from hearth.people import capabilities
from hearth.services.frontdoor.models import HandOver
from hearth.services.frontdoor.pack import front_door


def managers_of(team: str) -> list[User]:
    """Those who allocate work in a team, and are not away."""
    return on_duty(packs.active().roles_with(capabilities.ALLOCATE), team)


def acceptors(hand_over: HandOver, present: Present | None = None) -> list[User]:
    """Whose list an offer stands on now. Somebody away is passed over; with nobody in reach, the duty manager has it.

    `present` is one for a whole list of offers.
    """
    present = present or Present()
    if hand_over.to_user is not None and not hand_over.to_user.is_absent(worktime.now()):
        return [hand_over.to_user]
    managers = present.holding(packs.active().roles_with(capabilities.ALLOCATE), hand_over.to_team)
    if hand_over.to_user is None:
        return managers or present.holding(packs.active().roles, hand_over.to_team)
    door = front_door()
    return managers or present.holding([door.roles.duty_manager], door.team)


def may_accept(reader: Reader, hand_over: HandOver, present: Present | None = None) -> bool:
    """May this reader accept it by name? A team's by anybody in it; a person's by them, or by whoever stands in."""
    if hand_over.to_user is None:
        return hand_over.to_team in reader.teams
    return reader.user in acceptors(hand_over, present)
