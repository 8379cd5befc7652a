"""A reader: somebody signed in, with the roles they hold now and what those roles may do."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from hearth.foundation import packs, worktime
from hearth.foundation.access.models import Conflict, RoleHeld, User
from hearth.foundation.gathering import Rows, gather

_BREADTH = {"involved": 0, "team": 1, "all": 2}


class Held(NamedTuple):
    """A role held now, in a team."""

    role: str
    team: str


class Reader:
    """Who is reading or acting. Made once for each request; jobs act as `Reader.for_user` of whoever asked."""

    def __init__(self, user: User) -> None:
        self.user = user

    @property
    def id(self) -> UUID:
        """The member of staff's id."""
        return self.user.pk

    @cached_property
    def _kept(self) -> tuple[list[Held], list[UUID]]:
        """The roles held at this moment and the people in conflict, in one query: nearly every page asks for both."""
        mine = {"user": [self.user.pk]}
        roles, conflicts = gather(
            rows=[
                Rows(RoleHeld, mine, ("role", "team", "starts_at", "ends_at")),
                Rows(Conflict, mine, ("person_id", "ended_at")),
            ]
        )
        now = worktime.now()
        held = [Held(one.role, one.team) for one in roles if isinstance(one, RoleHeld) and one.runs(now)]
        return held, [one.person_id for one in conflicts if isinstance(one, Conflict) and one.ended_at is None]

    @property
    def held(self) -> list[Held]:
        """The roles held at this moment, cover included."""
        return self._kept[0]

    @cached_property
    def roles(self) -> set[str]:
        """The codes of the roles held now."""
        return {held.role for held in self.held}

    @cached_property
    def teams(self) -> set[str]:
        """The codes of the teams in which a role is held now."""
        return {held.team for held in self.held}

    @cached_property
    def capabilities(self) -> dict[str, str]:
        """Each capability held with its widest scope: all, team or involved."""
        found: dict[str, str] = {}
        pack_roles = packs.active().roles
        for role in self.roles & set(pack_roles):
            for capability, scope in pack_roles[role].capabilities.items():
                if capability not in found or _BREADTH[scope] > _BREADTH[found[capability]]:
                    found[capability] = scope
        return found

    def can(self, capability: str) -> bool:
        """Does any role held now have the capability?"""
        return capability in self.capabilities

    def can_any(self, capabilities: Iterable[str]) -> bool:
        """Does any role held now have one of them?"""
        return any(self.can(capability) for capability in capabilities)

    @property
    def conflicts(self) -> list[UUID]:
        """The people whose records this reader never sees: their own family."""
        return self._kept[1]

    @property
    def role_titles(self) -> str:
        """The titles of the roles held now, for the page's header."""
        pack_roles = packs.active().roles
        return ", ".join(pack_roles[held.role].title for held in self.held if held.role in pack_roles)
