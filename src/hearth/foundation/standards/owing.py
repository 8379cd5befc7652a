"""What rooms tell standards of their subjects: who owes a timescale, and who may know of it."""

from collections.abc import Callable, Iterable
from uuid import UUID

from django.db.models import Q

from hearth.foundation import worktime
from hearth.foundation.access.errors import NotFound, Refused
from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader

Owing = Callable[[UUID, str], Iterable[User]]
Seeing = Callable[[Reader, UUID, str | None], object]
_owing: dict[str, Owing] = {}
_seeing: dict[str, Seeing] = {}


def who_owes(kind: str) -> Callable[[Owing], Owing]:
    """A decorator: this says who answers for a role on a subject of a kind, given the subject's id and the role."""

    def register(answer: Owing) -> Owing:
        _owing[kind] = answer
        return answer

    return register


def checks_sight_of(kind: str) -> Callable[[Seeing], Seeing]:
    """A decorator: this raises Refused or NotFound where a reader may not see a subject, or the `per` value's part of it."""

    def register(look: Seeing) -> Seeing:
        _seeing[kind] = look
        return look

    return register


def check_sight(reader: Reader, kind: str, subject_id: UUID, per: str | None) -> None:
    """Raise NotFound or Refused unless the reader may see what a timescale is about. A kind no room answers for is not found."""
    look = _seeing.get(kind)
    if look is None:
        raise NotFound("standards.see", None, subject_id)
    look(reader, subject_id, per)


def holders(role: str, team: str | None = None) -> list[User]:
    """Everybody who holds a role now (in a team, when given) and is not away."""
    now = worktime.now()
    held = Q(roles_held__role=role, roles_held__starts_at__lte=now)
    if team is not None:
        held &= Q(roles_held__team=team)
    running = Q(roles_held__ends_at=None) | Q(roles_held__ends_at__gt=now)
    # Both conditions in one filter: they speak of the same role held.
    found = User.objects.filter(held & running, is_active=True).distinct().order_by("email")
    return [user for user in found if not user.is_absent(now)]


def answering(kind: str, subject_id: UUID, per: str | None, roles: Iterable[str]) -> list[User]:
    """Who answers for some roles on a subject: each once, and nobody who may not see it."""
    found: dict[UUID, User] = {}
    for role in roles:
        owing = _owing.get(kind)
        for user in owing(subject_id, role) if owing else holders(role):
            found.setdefault(user.pk, user)
    return [user for user in found.values() if _sees(user, kind, subject_id, per)]


def _sees(user: User, kind: str, subject_id: UUID, per: str | None) -> bool:
    try:
        check_sight(Reader(user), kind, subject_id, per)
    except Refused:
        return False
    return True
