"""Makes the demonstration authority."""

from datetime import timedelta

from hearth.config.demo_people import PASSWORD
from hearth.foundation import packs, worktime
from hearth.foundation.access.models import RoleHeld, User

STAFF_NAMES = [
    "Amina Shah",
    "Joanna Pole",
    "Ruth Costa",
    "Daniel Osei",
    "Priya Nair",
    "Tom Hughes",
    "Zofia Wrona",
    "Hodan Ali",
    "Grace Adeyemi",
    "Liam Byrne",
    "Sian Morgan",
    "Owen Clarke",
    "Fatima Khan",
    "Nadia Petrov",
    "Ben Carter",
    "Chloe Evans",
]


def make(weeks: int) -> None:
    """Everything, once for a database."""
    if not User.objects.exists():
        staff()
    del weeks


def staff() -> list[User]:
    """Every role of the pack staffed, in a team where it belongs."""
    pack = packs.active()
    made = []
    for place, (code, role) in enumerate(pack.roles.items()):
        name = STAFF_NAMES[place % len(STAFF_NAMES)]
        user = User.objects.create_user(f"{name.lower().replace(' ', '.')}@{pack.name}.example", PASSWORD, name=name)
        RoleHeld.objects.create(user=user, role=code, team=_team(code), starts_at=worktime.now() - timedelta(days=365))
        made.append(user)
        del role
    return made


def _team(role: str) -> str:
    from hearth.services.frontdoor.pack import front_door

    door = front_door()
    if role == door.roles.out_of_hours:
        return door.out_of_hours_team
    if role in ("team_manager", "area_social_worker"):
        return next(outcome.team for outcome in door.outcomes if outcome.kind == "assessment" and outcome.team)
    return door.team
