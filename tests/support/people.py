"""Staff and families to test with; every name is invented."""

from datetime import timedelta

from hearth.foundation import worktime
from hearth.foundation.access.models import RoleHeld, User
from hearth.foundation.access.readers import Reader
from hearth.people.actions import Named
from hearth.people.models import Person
from hearth.services.frontdoor.actions.receiving import NewContact, NewLine

PASSWORD = "a long enough password"


def staff(name: str, role: str, team: str, *, password: bool = False) -> Reader:
    """A member of staff with a role held for a year."""
    email = f"{name.lower().replace(' ', '.')}@council.example"
    user = User.objects.create_user(email, PASSWORD if password else None, name=name)
    RoleHeld.objects.create(user=user, role=role, team=team, starts_at=worktime.now() - timedelta(days=365))
    return Reader(user)


def child(forenames: str, surname: str, age: int | None = 9, **more: object) -> Named:
    """A child as a caller names them."""
    return Named(forenames=forenames, surname=surname, age=age, **more)  # type: ignore[arg-type]


def call(*children: Named | Person, **more: object) -> NewContact:
    """A teacher's call about some children; name anything to change it."""
    lines = [
        NewLine(
            who=one if isinstance(one, Named) else Named(person_id=one.pk),
            where_now="at school",
            with_whom="class teacher",
            safe_now="yes",
        )
        for one in children
    ]
    given = {
        "purpose": "safeguarding",
        "what_told": "He said that his dad hit him this morning.",
        "referrer_kind": "professional",
        "referrer_name": "Anna Teacher",
        "referrer_telephone": "023 8000 0000",
        "referrer_source": "2A",
        "lines": lines,
    }
    return NewContact(**(given | more))  # type: ignore[arg-type]
