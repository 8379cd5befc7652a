"""Copying what is recorded of one child to brothers and sisters, each detail and each child chosen by a worker."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.people import capabilities
from hearth.people.actions.facts import change_facts
from hearth.people.actions.homes import live_at
from hearth.people.front_page import latest_statements
from hearth.people.models import Person
from hearth.people.siblings import HOME, SHARED, home_to_share, siblings_of


@action(capabilities.CHANGE)
def share_with_siblings(reader: Reader, person_id: UUID, *, shared: Mapping[str, Sequence[UUID]]) -> Person:
    """Copy details of a child as they stand to the brothers and sisters chosen for each; all others stay as they are.

    Each copy keeps who told it and when, and says whose record it came from. Raises Invalid for a detail that is each
    child's own, for somebody who is no brother or sister, and where nobody was chosen.
    """
    person = check(Person, person_id, reader, capabilities.CHANGE, for_update=True)
    siblings = siblings_of(reader, person)
    if not any(shared.values()):
        raise Invalid("Choose at least one brother or sister, or go back without sharing.")
    if set(shared) - set(SHARED) or {one for chosen in shared.values() for one in chosen} - set(siblings):
        raise Invalid("Choose among the details and the brothers and sisters shown.")
    for name, chosen in shared.items():
        for sibling in [siblings[one] for one in chosen]:
            if name == HOME:
                _share_home(reader, person, sibling)
            else:
                _share_fact(reader, person, sibling, name)
    return person


def _share_fact(reader: Reader, person: Person, sibling: Person, name: str) -> None:
    said = latest_statements(person).get(name)
    sibling.refresh_from_db(fields=["version"])
    change_facts(
        reader,
        sibling.pk,
        version=sibling.version,
        base={name: getattr(sibling, name)},
        values={name: getattr(person, name)},
        known_by=said.known_by if said else "record",
        told_by=said.told_by if said else "",
        told_on=said.told_on if said else None,
        note=f"As on record {person.number}, of a brother or sister",
    )


def _share_home(reader: Reader, person: Person, sibling: Person) -> None:
    home = home_to_share(reader, person)
    if home is None:
        raise Invalid({HOME: "No address is recorded that can be shared."})
    where = home.address
    live_at(
        reader,
        sibling,
        where.lines,
        where.postcode,
        town=where.town,
        confidential=home.confidential,
        starts_on=home.starts_on,
        known_by="record",
        told_by=f"Record {person.number}, of a brother or sister",
    )
