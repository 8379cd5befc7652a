"""What an action or a query answers when it may not, cannot, or comes too late."""

from collections.abc import Mapping
from typing import Any

from django.db import models


class Refused(Exception):
    """The reader may not do this. A refusal is logged in its own transaction."""

    def __init__(self, capability: str, model: type[models.Model] | None = None, key: Any = None, words: str = "") -> None:
        super().__init__(words or "You do not have permission to do this.")
        self.capability, self.model, self.key = capability, model, key


class NotFound(Refused):
    """There is no such record that this reader may know of; looks the same whether it exists or not."""


class Invalid(Exception):
    """The action cannot be done as asked: words for each field ("" for the whole form). Nothing was written."""

    def __init__(self, problems: Mapping[str, str] | str) -> None:
        self.problems: Mapping[str, str] = {"": problems} if isinstance(problems, str) else problems
        super().__init__("; ".join(self.problems.values()))


class Stale(Exception):
    """Somebody else has changed this since it was shown. `theirs` is what it says now, field by field."""

    def __init__(self, by: str, theirs: Mapping[str, Any]) -> None:
        super().__init__(f"{by} has changed this since you opened it.")
        self.by, self.theirs = by, theirs
