"""Many short lists read in one query: what a page shows of a few records, kept in many tables.

Django's own prefetching asks one query for each list. A page that shows forty of them, most empty or a few rows long,
spends its time on the way to the database and back; here they come as one row of JSON.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models
from django.db.models import QuerySet

Row = models.Model


@dataclass(frozen=True)
class Rows:
    """The rows of a model whose columns hold one of the given values, in the model's own order; with `only`, those columns."""

    model: type[Row]
    where: Mapping[str, Sequence[Any]]
    only: Sequence[str] = ()

    @property
    def columns(self) -> list[Any]:
        """The columns that are read; the key always is."""
        return [field for field in _columns(self.model) if not self.only or field.primary_key or field.name in self.only]


@dataclass(frozen=True)
class Lists:
    """Lists that belong to some records, by their related names; all the records are of one model."""

    owners: Sequence[Row]
    names: Sequence[str]


def gather(*lists: Lists, rows: Sequence[Rows] = ()) -> list[list[Row]]:
    """Read lists and rows in one query. The lists are kept on their owners as if prefetched; the rows are returned."""
    relations = [(one.owners, _relation(one.owners[0], name)) for one in lists if one.owners for name in one.names]
    wanted = [Rows(relation.related_model, {relation.field.name: [owner.pk for owner in owners]}) for owners, relation in relations]
    found = _read([*wanted, *rows])
    for (owners, relation), those in zip(relations, found, strict=False):
        _keep(owners, relation, those)
    return found[len(relations) :]


def listed(manager: Any, *related: str) -> list[Any]:
    """A record's list as it was read ahead; read now, with what its rows refer to, where it was not."""
    rows = manager.all()
    return list(rows if rows._result_cache is not None else rows.select_related(*related))


def gathered(owners: Iterable[Row], names: Iterable[str]) -> list[Row]:
    """The rows that `gather` kept on some records."""
    return [row for owner in owners for name in names for row in _kept(owner, _relation(owner, name))]


def fill(rows: Iterable[Row], people: "QuerySet[Any]", known: Iterable[Row] = ()) -> None:
    """Put in what rows refer to in one other model, in one query; `known` are some that are there already."""
    model = people.model
    missing: dict[Any, list[tuple[Row, Any]]] = defaultdict(list)
    for row in rows:
        for field in _columns(row):
            if field.remote_field and field.remote_field.model is model and not field.is_cached(row):
                key = vars(row).get(field.attname)  # nothing where the column was not read
                if key is not None:
                    missing[key].append((row, field))
    there: dict[Any, Row] = {one.pk: one for one in known}
    there |= people.in_bulk(missing.keys() - there.keys())
    for key, places in missing.items():
        for row, field in places:
            field.set_cached_value(row, there[key])


def _columns(model: Any) -> list[Any]:
    return list(model._meta.concrete_fields)


def _relation(owner: Row, name: str) -> Any:
    return owner._meta.get_field(name)


def _read(wanted: Sequence[Rows]) -> list[list[Row]]:
    parts: list[str] = []
    parameters: list[list[Any]] = []
    for one in wanted:
        meta: Any = one.model._meta
        order = ", ".join(_ordered(meta, name) for name in [*meta.ordering, "pk"])
        holds = " AND ".join(f't."{meta.get_field(name).column}" = ANY(%s)' for name in one.where)
        row = f"json_build_object({', '.join(_named(field) for field in one.columns)})" if one.only else "t"
        parts.append(f'(SELECT json_agg({row} ORDER BY {order}) FROM "{meta.db_table}" t WHERE {holds})')  # noqa: S608 - our own names
        parameters += [list(values) for values in one.where.values()]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", parameters)
        found = cursor.fetchone()
    return [[_made(one, row) for row in _plain(those)] for one, those in zip(wanted, found, strict=True)]


def _named(field: Any) -> str:
    return f"'{field.column}', t.\"{field.column}\""


def _ordered(meta: Any, name: Any) -> str:
    column = (meta.pk if name.lstrip("-") == "pk" else meta.get_field(name.lstrip("-"))).column
    return f't."{column}"{" DESC" if name.startswith("-") else ""}'


def _plain(found: Any) -> list[dict[str, Any]]:
    return (json.loads(found) if isinstance(found, str) else found) or []


def _made(one: Rows, row: dict[str, Any]) -> Row:
    fields = one.columns
    values = [field.to_python(row[field.column]) for field in fields]
    return one.model.from_db(connection.alias, [field.attname for field in fields], values)


def _keep(owners: Sequence[Row], relation: Any, rows: Sequence[Row]) -> None:
    field = relation.field
    by_owner = {owner.pk: owner for owner in owners}
    held: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        key = getattr(row, field.attname)
        field.set_cached_value(row, by_owner[key])
        held[key].append(row)
    for owner in owners:
        mine = held[owner.pk]
        if relation.one_to_one:
            relation.set_cached_value(owner, mine[0] if mine else None)
            continue
        manager = getattr(owner, relation.get_accessor_name())
        found = manager.get_queryset()
        found._result_cache, found._prefetch_done = mine, True
        vars(owner).setdefault("_prefetched_objects_cache", {})[relation.get_accessor_name()] = found


def _kept(owner: Row, relation: Any) -> list[Row]:
    if relation.one_to_one:
        row = relation.get_cached_value(owner, default=None)
        return [row] if row is not None else []
    return list(getattr(owner, relation.get_accessor_name()).all())
