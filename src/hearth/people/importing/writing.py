"""Many new people in one transaction: the rows, statements, history and events that the person actions make one by one.

The same as `identify`, then `state_fact` of the numbers and the ethnicity, `add_name` of a former surname and `live_at`,
for people whom nobody knows yet; a test compares every table. History rows are made by the same triggers.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django.db import connection, models

from hearth.foundation import worktime
from hearth.foundation.access.limiting import PERSON
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.bulk import copy_rows, record_first, reserved
from hearth.people import events
from hearth.people.folding import fold
from hearth.people.importing.columns import Imported
from hearth.people.importing.models import ExternalId
from hearth.people.matching import indexing
from hearth.people.models import Address, Person, PersonName, Residence, Statement

WHY = "people.importing"
STATED = ("nhs_number", "upn", "ethnicity")
"""Facts stated with the file as their source; a name and a date of birth are the record's own, as when a worker adds somebody."""
_ALONE = 4_815_162_342
"""Advisory lock under which addresses and tokens are found or made, so that two importers do not make one twice."""


class Keyed(NamedTuple):
    """A person of a file with the key that the source knows them by."""

    key: str
    person: Imported


class _Made(NamedTuple):
    key: str
    person: Imported
    id: UUID
    number: int
    home: int | None


def write(source: str, people: Sequence[Keyed], by: UUID | None) -> int:
    """Add those whom the source's keys do not know yet, all or none of them; how many."""
    with timeline.recording(by, why=WHY):
        known = set(ExternalId.objects.filter(source=source, value__in=[one.key for one in people]).values_list("value", flat=True))
        wanted = [one for one in people if one.key not in known]
        if wanted:
            _write(source, wanted, by)
        return len(wanted)


def _write(source: str, wanted: Sequence[Keyed], by: UUID | None) -> None:
    made = _numbered(wanted)
    # An ordinary statement goes first: with it goes who writes and why, which the history triggers keep.
    with connection.cursor() as cursor:
        # Without it each history trigger meets an error inside, and looks through all that is still to be checked.
        cursor.execute("SELECT set_config('pgtrigger.ignore', '{}', true)")
        cursor.execute(
            "INSERT INTO people_externalid (source, value, person_id) SELECT %s, * FROM unnest(%s::text[], %s::uuid[])",
            [source, [one.key for one in made], [one.id for one in made]],
        )
    _copy(Person, (_person(one) for one in made))
    _copy(
        PersonName,
        (
            {"person_id": one.id, "kind": "former", "surname": one.person.former_surname}
            for one in made
            if one.person.former_surname
        ),
        without=("id",),
    )
    stated = [(one, fact, value) for one in made for fact, value in _stated(one)]
    keys = reserved(Statement._meta.db_table, len(stated))
    chains: dict[UUID, list[tuple[str, int]]] = {}
    for key, (one, fact, _) in zip(keys, stated, strict=True):
        chains.setdefault(one.id, []).append((fact, key))
    now, today = worktime.now(), worktime.today()
    common = {"known_by": "record", "told_by": source, "told_on": today, "recorded_by_id": by, "recorded_at": now}
    _copy(
        Statement,
        (
            {"id": key, "person_id": one.id, "fact": fact, "value": value, **common}
            for key, (one, fact, value) in zip(keys, stated, strict=True)
        ),
    )
    record_first(PERSON, [(one.id, _events(one, dict(chains.get(one.id, [])))) for one in made])
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ALONE])
    places = _places(one.person for one in made if one.home is not None)
    _copy(
        Residence,
        (
            {
                "id": one.home,
                "person_id": one.id,
                "address_id": places[one.person.address, one.person.postcode],
                "starts_on": one.person.moved_in or today,
            }
            for one in made
            if one.home is not None
        ),
    )
    indexing.add([_source(one) for one in made])


def _numbered(wanted: Sequence[Keyed]) -> list[_Made]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('people_person_number') FROM generate_series(1, %s)", [len(wanted)])
        numbers = [number for (number,) in cursor.fetchall()]
    housed = [bool(one.person.address or one.person.postcode) for one in wanted]
    homes = iter(reserved(Residence._meta.db_table, sum(housed)))
    return [
        _Made(one.key, one.person, uuid4(), number, next(homes) if has else None)
        for one, number, has in zip(wanted, numbers, housed, strict=True)
    ]


def _copy(model: type[models.Model], rows: Any, *, without: tuple[str, ...] = ()) -> None:
    """COPY rows given as what differs from the model's own defaults."""
    columns = [field for field in model._meta.concrete_fields if field.attname not in without]
    defaults = [_default(field) for field in columns]
    places = {field.attname: at for at, field in enumerate(columns)}

    def filled() -> Any:
        for row in rows:
            values = defaults.copy()
            for name, value in row.items():
                values[places[name]] = value
            yield values

    named = ", ".join(f'"{field.column}"' for field in columns)
    copy_rows(f"{model._meta.db_table} ({named})", filled())


def _default(field: "models.Field[Any, Any]") -> Any:
    return None if field.primary_key or field.has_db_default() else field.get_default()


def _person(one: _Made) -> dict[str, Any]:
    said = one.person
    return {
        "id": one.id,
        "number": one.number,
        "kind": said.kind,
        "forenames": said.forenames,
        "surname": said.surname,
        "known_as": said.known_as,
        "date_of_birth": said.date_of_birth,
        "expected_date": said.expected_date,
        "sex": said.sex,
        "ethnicity": said.ethnicity,
        "nhs_number": said.nhs_number,
        "upn": said.upn,
        "telephone": said.telephone,
        "search_name": fold(said.forenames, said.known_as, said.surname),
    }


def _stated(one: _Made) -> list[tuple[str, str]]:
    found = [(fact, value) for fact in STATED if (value := getattr(one.person, fact))]
    # The statement names the row: an address, which may become confidential, stands in one place only.
    return found if one.home is None else [*found, ("address", str(one.home))]


def _events(one: _Made, statements: dict[str, int]) -> list[Any]:
    said = one.person
    found: list[Any] = [events.PersonAdded(person_kind=said.kind, dismissed=0)]
    if said.date_of_birth:
        found.append(events.PersonBorn(date_of_birth=said.date_of_birth))
    found += [events.FactStated(fact=fact, statement=statements[fact]) for fact in STATED if fact in statements]
    if said.former_surname:
        found.append(events.FactStated(fact="other_name"))
    if one.home is not None:
        found.append(events.FactStated(fact="address", statement=statements["address"]))
        found.append(events.HomeRecorded(home=one.home))
    return found


def _places(people: Any) -> dict[tuple[str, str], UUID]:
    towns: dict[tuple[str, str], str] = {}
    for one in people:
        towns.setdefault((one.address, one.postcode), one.town)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT ON (a.lines, a.postcode) a.lines, a.postcode, a.id FROM people_address a"
            " JOIN unnest(%s::text[], %s::text[]) w (lines, postcode) ON a.lines = w.lines AND a.postcode = w.postcode"
            " ORDER BY a.lines, a.postcode, a.id",
            [[lines for lines, _ in towns], [code for _, code in towns]],
        )
        found = {(lines, code): key for lines, code, key in cursor.fetchall()}
    new = {place: uuid4() for place in towns if place not in found}
    _copy(
        Address, ({"id": key, "lines": lines, "postcode": code, "town": towns[lines, code]} for (lines, code), key in new.items())
    )
    return found | new


def _source(one: _Made) -> indexing.Source:
    said = one.person
    source = indexing.Source(
        one.number, one.id, said.kind, said.sex, said.forenames, said.surname, said.known_as, said.date_of_birth, False,
        said.expected_date, said.nhs_number, said.upn, said.telephone,
    )  # fmt: skip
    if said.former_surname:
        source.other_names = [("", said.former_surname)]
    if one.home is not None:
        source.homes = [(said.address, said.postcode)]
    return source
