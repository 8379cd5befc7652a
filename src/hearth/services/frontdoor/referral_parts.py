"""Parts of a child's referral that later rooms write: a page to write each on, and what it shows once written."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from uuid import UUID

from hearth.foundation.access.readers import Reader


class ReferralPart(NamedTuple):
    """Its words, the route of the page that writes it (which takes the child's line), a partial template, and what it reads."""

    words: str
    route: str
    template: str
    read: Callable[[Reader, UUID], Any | None]


parts: list[ReferralPart] = []


def register(words: str, route: str, template: str, read: Callable[[Reader, UUID], Any | None]) -> None:
    """Add a part to every child's referral; the template finds what was read as `part`, and is left out for None."""
    parts.append(ReferralPart(words, route, template, read))


def written(reader: Reader, lines: Iterable[UUID]) -> list[tuple[str, Any]]:
    """The parts that are written of some children of one contact, whom this reader may see: template and what it shows."""
    found = [(part.template, part.read(reader, line)) for line in lines for part in parts]
    return [(template, read) for template, read in found if read is not None]
