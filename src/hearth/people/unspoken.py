"""What people are called goes into no log: objects that carry names do not say them in `repr`."""

from typing import Any


class Unspoken:
    """Says in `repr` which of its parts are filled, never with what."""

    def __repr__(self) -> str:
        filled = [name for name, value in _parts(self).items() if value not in (None, "", [], frozenset())]
        return f"{type(self).__name__}({', '.join(filled)})"


def _parts(one: Any) -> dict[str, Any]:
    return dict(vars(one))
