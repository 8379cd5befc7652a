"""Ids in events stay as recorded; whoever computes from events reads them as the records that stand now."""

from collections.abc import Callable, Collection, Mapping, Sequence

from hearth.foundation.timeline.models import Head
from hearth.foundation.timeline.streams import Entry

Ids = Mapping[str, str]
Resolver = Callable[[Collection[Head], Collection[str]], Mapping[int, tuple[Ids, Ids]]]
"""For each head, which of some ids were given to another record there, and which mean another record now."""
_resolvers: list[Resolver] = []


def resolved_by(resolver: Resolver) -> Resolver:
    """A decorator: the one function that knows which ids mean another record now."""
    _resolvers[:] = [resolver]
    return resolver


def present(heads: Sequence[Head], found: Mapping[int, list[Entry]], keys: Collection[str]) -> Mapping[int, list[Entry]]:
    """Streams with the ids under some keys resolved.

    Where both of two ids stood beside each other before they were one, as two children on one contact, each keeps its
    own: what was asked and done for the one is not the other's.
    """
    ids = {value for entries in found.values() for entry in entries for key in keys if (value := entry.data.get(key))}
    if not ids or not _resolvers:
        return found
    meant = {head: both for head, both in _resolvers[0](heads, ids).items() if any(both)}
    return {head: _present(entries, *meant[head], keys) if head in meant else entries for head, entries in found.items()}


def _present(entries: list[Entry], given: Ids, meant: Ids, keys: Collection[str]) -> list[Entry]:
    entries = [_with(entry, given, keys) for entry in entries]
    seen: dict[str, list[int]] = {}
    for entry in entries:
        for key in keys:
            seen.setdefault(str(entry.data.get(key)), []).append(entry.id)
    apart = {was for was, now in meant.items() if was in seen and now in seen and min(seen[now]) < max(seen[was])}
    clear = {was: now for was, now in meant.items() if was not in apart}
    return [_with(entry, clear, keys) for entry in entries]


def _with(entry: Entry, meant: Ids, keys: Collection[str]) -> Entry:
    changed = {key: meant[value] for key in keys if (value := str(entry.data.get(key))) in meant}
    return entry._replace(data=entry.data | changed) if changed else entry
