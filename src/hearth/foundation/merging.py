"""Two people in one record: a stale save is compared field by field, and only a field that both changed is a conflict."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from hearth.foundation import history
from hearth.foundation.access.errors import Stale
from hearth.foundation.access.models import User

Values = Mapping[str, Any]


class Versioned(Protocol):
    """A row whose version grows with every save."""

    version: int


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


def changed_fields(row: Versioned, names: Iterable[str], values: Values, *, version: int, base: Values) -> dict[str, Any]:
    """The fields of a row to write, of those that `values` gives: `base` is what the page showed at `version`.

    Where `version` is still the row's, nobody has saved between and nothing is in conflict. Raises Stale, naming
    whoever wrote last.
    """
    current = {name: getattr(row, name) for name in names if name in values}
    wanted = {name: values[name] for name in current}
    try:
        return merge(base if row.version == version else current, base, wanted)
    except Stale as stale:
        raise Stale(_last_writer(row), stale.theirs) from None


def _last_writer(row: Any) -> str:
    wrote = history.last_writer(row)
    writer = User.objects.filter(pk=wrote).first() if wrote else None
    return writer.name if writer else "Somebody"


def rebase(current: Values, base: Values, wanted: Values) -> dict[str, Any]:
    """What a page shows after a conflict: one's own words where one had changed a field, the record's elsewhere.

    Saved again with the newest version it then stands as chosen knowingly, and reverts nothing of the others'.
    """
    return {name: value if value != base.get(name) else current.get(name) for name, value in wanted.items()}
