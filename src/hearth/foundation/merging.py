"""Two people in one record: a stale save is compared field by field, and only a field that both changed is a conflict."""

from collections.abc import Mapping
from typing import Any

from hearth.foundation.access.errors import Stale

Values = Mapping[str, Any]


def merge(current: Values, base: Values, wanted: Values, *, by: str = "Somebody") -> dict[str, Any]:
    """The fields to write: those that differ from `base`, which is what the page had shown.

    `current` is what the record says now; where nobody has saved since, it is the base too. What only the others
    changed is left alone. Raises Stale with their values for each field that both changed to something different.
    """
    changed = {name: value for name, value in wanted.items() if value != base.get(name)}
    theirs = {name: current.get(name) for name, value in changed.items() if current.get(name) not in (base.get(name), value)}
    if theirs:
        raise Stale(by, theirs)
    return changed


def rebase(current: Values, base: Values, wanted: Values) -> dict[str, Any]:
    """What a page shows after a conflict: one's own words where one had changed a field, the record's elsewhere.

    Saved again with the newest version it then stands as chosen knowingly, and reverts nothing of the others'.
    """
    return {name: value if value != base.get(name) else current.get(name) for name, value in wanted.items()}
