"""A child with a record, case notes on it, and what a page sends to write one."""

from typing import Any

from hearth.people.models import Person


def a_child(forenames: str = "Filip", surname: str = "Kowalski") -> Person:
    name = f"{forenames} {surname}"
    return Person.objects.create(kind="child", forenames=forenames, surname=surname, search_name=name.lower())


def visit(**more: Any) -> dict[str, Any]:
    """A visit note as the page sends it; name anything to change it."""
    given = {
        "happened_at": "1 6 2026 09:00",
        "summary": "Home visit",
        "present": "Filip\nAnna Kowalska, mother",
        "seen_or_said": "The kitchen was clean.",
        "said": "Anna Kowalska: He sleeps better now.",
        "attributed": "yes",
        "child_voice": "“I like my room.”",
        "family_voice": "Anna is relieved.",
    }
    return given | more


def decision(responsible: Any, **more: Any) -> dict[str, Any]:
    """A decision note as the page sends it."""
    given = {
        "happened_at": "1 6 2026 09:30",
        "summary": "Next visit",
        "decision": "Visit weekly",
        "seen_or_said": "Two visits missed.",
        "view": "Seeing him weekly lowers the risk.",
        "responsible": str(responsible.pk),
        "action": "Book weekly visits",
        "due_on": "5 6 2026",
    }
    return given | more
