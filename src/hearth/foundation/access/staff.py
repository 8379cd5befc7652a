"""Who works here now."""

from collections.abc import Collection, Iterable
from functools import cached_property

from django.db.models import QuerySet

from hearth.foundation import worktime
from hearth.foundation.access.models import RoleHeld, User


def holding(*, roles: Iterable[str] | None = None, teams: Iterable[str] | None = None) -> QuerySet[User]:
    """Everybody whose account is open and who holds a role now (one of these, in one of these teams), by name."""
    held = RoleHeld.objects.at(worktime.now())
    if roles is not None:
        held = held.filter(role__in=list(roles))
    if teams is not None:
        held = held.filter(team__in=list(teams))
    return User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name", "pk")


def on_duty(roles: Iterable[str], team: str | None = None) -> list[User]:
    """Who holds one of the roles now (in a team, when given) and is not away."""
    now = worktime.now()
    found = holding(roles=roles, teams=None if team is None else [team])
    return [user for user in found if not user.is_absent(now)]


class Present:
    """Everybody who holds a role now and is not away, read once for a whole list, when the first is asked for."""

    @cached_property
    def _held(self) -> list[RoleHeld]:
        now = worktime.now()
        rows = RoleHeld.objects.at(now).filter(user__is_active=True).select_related("user").order_by("user__name", "user")
        return [row for row in rows if not row.user.is_absent(now)]

    def holding(self, roles: Collection[str], team: str) -> list[User]:
        """Those who hold one of the roles in a team, each once."""
        return list(dict.fromkeys(row.user for row in self._held if row.team == team and row.role in roles))
