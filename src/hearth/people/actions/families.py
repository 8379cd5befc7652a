"""Who is family to whom, and who holds parental responsibility."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check, is_sealed, limit
from hearth.foundation.access.models import Conflict
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people import capabilities, events
from hearth.people.actions.naming import subject
from hearth.people.merging import separation
from hearth.people.models import Person, Relationship

SIBLINGS = ("sibling", "half_sibling")
ADULTS_OF_A_CHILD = ("mother", "father", "step_parent", "partner_of_parent", "carer", "grandparent", "aunt_uncle")


@action(capabilities.CHANGE)
def relate(
    reader: Reader,
    person: Person,
    relative: Person,
    kind: str,
    *,
    parental_responsibility: str = "not_asked",
    source: str = "",
) -> Relationship:
    """Record what somebody is to a person, whether they hold parental responsibility, and how that is known.

    Raises Invalid for parental responsibility said to be held or not held without its source.
    """
    check(Person, person.pk, reader, capabilities.CHANGE)
    if relative.pk in reader.conflicts or is_sealed(relative.pk, reader) or separation.are_apart(person.pk, relative.pk):
        raise Invalid({"person": "Choose one of the people shown, or none of these."})
    if relative.pk == person.pk:
        raise Invalid({"person": "Nobody is their own relative. Choose somebody else."})
    if parental_responsibility in ("yes", "no") and not source.strip():
        raise Invalid({"source": "Say how this is known: a birth certificate, an order, who said so."})
    made, _ = Relationship.objects.update_or_create(
        person=person,
        relative=relative,
        kind=kind,
        defaults={"parental_responsibility": parental_responsibility, "source": source, "ended_on": None},
    )
    timeline.record(events.RelativeRecorded(relation=kind, relationship=made.pk), subject(person))
    _share_conflicts(person, relative)
    return made


def relate_siblings(reader: Reader, children: Sequence[Person], *, source: str) -> None:
    """Record that some children are brothers and sisters of each other; what is known of two of them already stands.

    Children whose records the reader may not change are left out: a restricted record gains no relative unseen.
    """
    open_to = limit(Person.objects.filter(pk__in=[one.pk for one in children]), reader, capabilities.CHANGE)
    mine = {one.pk: one for one in open_to}
    both = Relationship.objects.filter(person__in=mine, relative__in=mine, ended_on=None, kind__in=SIBLINGS)
    known = {frozenset(pair) for pair in both.values_list("person_id", "relative_id")}
    for one, other in combinations([child.pk for child in children if child.pk in mine], 2):
        if frozenset((one, other)) not in known:
            relate(reader, mine[one], mine[other], "sibling", source=source)


def _share_conflicts(person: Person, relative: Person) -> None:
    """Whoever may not see one of a family may not see the other: a record joined later does not open a door."""
    for conflict in Conflict.objects.filter(person_id__in=[person.pk, relative.pk], ended_at=None):
        Conflict.objects.get_or_create(
            user=conflict.user,
            person_id=relative.pk if conflict.person_id == person.pk else person.pk,
            ended_at=None,
            defaults={
                "declared_at": worktime.now(),
                "declared_by": conflict.declared_by,
                "reason": "Family of a person declared",
            },
        )


@action(capabilities.CHANGE)
def end_relationship(reader: Reader, relationship_id: int, *, ended_on: date) -> Relationship:
    """They are no longer that to the person, such as a partner who has gone; the row stays as history."""
    found = check(Relationship, relationship_id, reader, capabilities.CHANGE, for_update=True)
    if ended_on > worktime.today():
        raise Invalid({"ended_on": "The day it ended must not be in the future."})
    found.ended_on = ended_on
    found.save()
    timeline.record(events.RelativeRecorded(relation=found.kind, relationship=found.pk, ended=True), subject(found.person_id))
    return found


@action(capabilities.CHANGE)
def expect(reader: Reader, person_id: UUID, mother: Person) -> Person:
    """Record who carries an unborn child. Raises Invalid where the record is not of an unborn child."""
    unborn = check(Person, person_id, reader, capabilities.CHANGE, for_update=True)
    if unborn.kind != Person.UNBORN:
        raise Invalid("This record is not of an unborn child.")
    relate(reader, unborn, mother, "mother")
    unborn.mother = mother
    unborn.version += 1
    unborn.save()
    return unborn
