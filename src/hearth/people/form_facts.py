"""The facts about people that case forms bind to: a typed column each, and its statements."""

from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms import facts
from hearth.foundation.caseforms.facts import FactValue
from hearth.foundation.caseforms.loading import register_code_list
from hearth.people import actions, capabilities, codes, identities
from hearth.people.models import Person, Statement

COLUMNS = ("first_language", "interpreter", "communication", "religion", "nationality", "ethnicity", "safe_contact")


def _read(reader: Reader, person_id: UUID, column: str) -> FactValue | None:
    person = limiting.limit(Person.objects.filter(pk=person_id), reader, capabilities.VIEW).first()
    value = getattr(person, column) if person else ""
    if not value:
        return None
    said = identities.written(Statement.objects.filter(fact=column, value=value), person_id).order_by("recorded_at", "pk").last()
    return FactValue(value, said.told_by, said.told_on) if said else FactValue(value)


def _write(reader: Reader, person_id: UUID, column: str, value: str) -> None:
    person = limiting.check(Person, person_id, reader, capabilities.CHANGE)
    now = {column: getattr(person, column)}
    if now[column] == value:
        actions.confirm_fact(reader, person_id, column, known_by="told", told_by=reader.user.name, told_on=worktime.today())
        return
    actions.change_facts(
        reader,
        person_id,
        version=person.version,
        base=now,
        values={column: value},
        known_by="told",
        told_by=reader.user.name,
        told_on=worktime.today(),
    )


def _register(column: str) -> None:
    facts.register(
        column,
        lambda reader, person_id: _read(reader, person_id, column),
        lambda reader, person_id, value: _write(reader, person_id, column, value),
    )


for _column in COLUMNS:
    _register(_column)

register_code_list("ethnicity", codes.ETHNICITY)
register_code_list("yes_no_unknown", codes.YES_NO_UNKNOWN)
