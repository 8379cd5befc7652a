"""Loads a pack's decision tables with those of the packs it extends, and checks each against itself."""

from functools import lru_cache
from pathlib import Path

from hearth.foundation.decision_tables.language import Table
from hearth.foundation.packs import Document, load, read_documents
from hearth.foundation.packs.places import PACKS

Place = tuple[str | int, ...]


@lru_cache
def decision_tables(pack: str) -> dict[str, Table]:
    """A pack's tables by what they are used for; its own stand in place of those it extends. Raises PackError."""
    lineage = [load(pack)]
    while lineage[0].base:
        lineage.insert(0, lineage[0].base)
    found: dict[str, Table] = {}
    for member in lineage:
        found.update(tables_in(PACKS / member.name / "decision_tables"))
    return found


def tables_in(folder: Path) -> dict[str, Table]:
    """The tables of one folder by their use. Raises PackError naming file, line and mend."""
    found: dict[str, Table] = {}
    for document, at, table in read_documents(folder, Table):
        if table.use in found:
            raise document.error((*at, "use"), f"{found[table.use].id} is used for {table.use} already; keep one of them")
        _check(document, at, table)
        found[table.use] = table
    return found


def _check(document: Document, at: Place, table: Table) -> None:
    for number, row in enumerate(table.rows):
        here = (*at, "rows", number)
        if row.result not in table.results:
            raise document.error((*here, "result"), f'"{row.result}" is not among the results; add it there or mend it')
        if not row.when:
            raise document.error((*here, "when"), "a row without conditions always holds; make it the default")
        for name, cell in row.when.items():
            where = (*here, "when", name)
            given = table.inputs.get(name)
            if given is None:
                raise document.error(where, f"{name} is not among the inputs; declare it with its type and words")
            if cell.is_about_a_number != (given.type == "number"):
                raise document.error(where, f"{name} is a {given.type}; at_least and at_most are for numbers and only for them")
            allowed = {"true", "false"} if given.type == "yes_no" else set(given.values)
            for value in (*cell.one_of, *cell.none_of) if allowed else ():
                if value not in allowed:
                    raise document.error(where, f'"{value}" is not a value of {name}; it has {", ".join(sorted(allowed))}')
    if table.default and table.default.result not in table.results:
        raise document.error((*at, "default"), f'"{table.default.result}" is not among the results; add it there or mend it')
    unread = set(table.inputs) - {name for row in table.rows for name in row.when}
    if unread:
        raise document.error((*at, "inputs"), f"no row reads {', '.join(sorted(unread))}; remove it")
