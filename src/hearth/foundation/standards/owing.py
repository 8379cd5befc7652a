"""What rooms tell standards of their subjects: who owes a timescale, and who may know of it."""

from collections.abc import Callable, Iterable
from uuid import UUID

from hearth.foundation.access.errors import NotFound, Refused
from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader
from hearth.foundation.access.staff import on_duty

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


def answering(kind: str, subject_id: UUID, per: str | None, roles: Iterable[str]) -> list[User]:
    """Who answers for some roles on a subject: each once, and nobody who may not see it."""
    found: dict[UUID, User] = {}
    for role in roles:
        owing = _owing.get(kind)
        for user in owing(subject_id, role) if owing else on_duty([role]):
            found.setdefault(user.pk, user)
    return [user for user in found.values() if _sees(user, kind, subject_id, per)]


def _sees(user: User, kind: str, subject_id: UUID, per: str | None) -> bool:
    try:
        check_sight(Reader(user), kind, subject_id, per)
    except Refused:
        return False
    return True
