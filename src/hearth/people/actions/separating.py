"""After an adoption: the birth identity is sealed, and never shown with the adoptive one but to named staff."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import PERSON, check
from hearth.foundation.access.models import Conflict, Involvement, Restriction, User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people import capabilities, events, identities
from hearth.people.actions.naming import subject
from hearth.people.folding import fold
from hearth.people.matching import indexing
from hearth.people.merging import separation
from hearth.people.models import IdentitySeparation, Merge, Person, PersonName, Relationship

ADOPTION_WORKER = "adoption_worker"
"""The role of an involvement by which named staff see a sealed birth identity."""


@action(capabilities.ADOPTION)
def separate_identities(
    reader: Reader, birth_id: UUID, adoptive_id: UUID, *, reason: str, named: Collection[User] = ()
) -> IdentitySeparation:
    """Keep a child's birth and adoptive records apart: the birth record is sealed to all but the named staff and the reader.

    Both must be records already; a link between them is taken away, and a name of the one that was kept on the other goes
    where it belongs. Raises Invalid for records that cannot be the two identities of one child.
    """
    list(Person.objects.filter(pk__in=[birth_id, adoptive_id]).order_by("pk").select_for_update().values_list("pk"))
    birth, adoptive = (check(Person, one, reader, capabilities.ADOPTION) for one in (birth_id, adoptive_id))
    _check(reader, birth, adoptive, reason, named)
    now = worktime.now()
    made = IdentitySeparation.objects.create(birth=birth, adoptive=adoptive, reason=reason.strip(), by=reader.user, at=now)
    ids = identities.of(birth.pk)
    Restriction.objects.filter(kind=PERSON, subject_id__in=ids, ended_at=None).update(ended_at=now)
    given = {"level": Restriction.SEALED, "reason": reason.strip(), "owner": reader.user, "set_by": reader.user, "set_at": now}
    for one in ids:  # what is still kept under the id of a record that was merged is sealed too
        Restriction.objects.create(kind=PERSON, subject_id=one, **given)
    for user in {reader.user, *named}:
        Involvement.objects.get_or_create(
            kind=PERSON, subject_id=birth.pk, role=ADOPTION_WORKER, user=user, ends_at=None, defaults={"starts_at": now}
        )
    _unlink(birth, adoptive)
    indexing.refresh([birth.pk, adoptive.pk])
    timeline.record(events.IdentitiesSeparated(separation=made.pk), subject(birth))
    timeline.record(events.PersonRestricted(level=Restriction.SEALED), subject(birth))
    return made


def keep_apart_too(merge: Merge) -> None:
    """Two records are two again: whatever was kept apart from the one meanwhile is kept apart from the other too."""
    for side in ("birth", "adoptive"):
        for row in IdentitySeparation.objects.filter(**{side: merge.kept_id}, at__gte=merge.at):
            both = {"birth": row.birth_id, "adoptive": row.adoptive_id} | {side: merge.merged_id}
            why = {"reason": row.reason, "by_id": row.by_id, "at": row.at}
            made, _ = IdentitySeparation.objects.get_or_create(birth_id=both["birth"], adoptive_id=both["adoptive"], defaults=why)
            timeline.record(events.IdentitiesSeparated(separation=made.pk), subject(made.birth_id))


def _check(reader: Reader, birth: Person, adoptive: Person, reason: str, named: Collection[User]) -> None:
    if birth.pk == adoptive.pk:
        raise Invalid("Choose two records: the birth identity's and the adoptive one's.")
    if separation.are_apart(birth.pk, adoptive.pk):
        raise Invalid("These two are kept apart already.")
    if not reason.strip():
        raise Invalid({"reason": "Say on what order or decision this rests."})
    if birth.date_of_birth and adoptive.date_of_birth and birth.date_of_birth != adoptive.date_of_birth:
        raise Invalid("The two records have different dates of birth: they are not one child's.")
    if both := Person.objects.filter(pk__in=_family(birth) & _family(adoptive)).order_by("number"):
        numbers = ", ".join(str(one.number) for one in both)
        raise Invalid(
            f"Family of both records: record {numbers}. Whoever looks there would come from the one child to the other."
            " End that relationship on one of the two records first."
        )
    barred = {reader.user.pk, *(one.pk for one in named)}
    if Conflict.objects.filter(user__in=barred, person_id__in=[birth.pk, adoptive.pk], ended_at=None).exists():
        raise Invalid({"named": "Somebody named here may not see these records. Choose somebody else."})
    unable = [one for one in named if not Reader(one).can(capabilities.ADOPTION)]
    if unable:
        raise Invalid({"named": f"{unable[0].name} is not adoption staff. Name only those who are."})


def _family(person: Person) -> set[UUID]:
    """Everybody who shows as family on a record, or shows it as theirs."""
    rows = Relationship.objects.filter(Q(person=person) | Q(relative=person), ended_on=None)
    return {side for row in rows.values_list("person_id", "relative_id") for side in row} - {person.pk}


def _unlink(birth: Person, adoptive: Person) -> None:
    """Nothing of the one stands on the other."""
    sides = [birth.pk, adoptive.pk]
    Relationship.objects.filter(person__in=sides, relative__in=sides).delete()
    names = {one: list(PersonName.objects.filter(person=one)) for one in (birth, adoptive)}
    borne = {fold(birth.surname), *(fold(name.surname) for name in names[birth])} - {""}
    for one, other, surnames in ((birth, adoptive, borne), (adoptive, birth, {fold(adoptive.surname)})):
        for name in names[other]:
            if fold(name.surname) in surnames - {fold(other.surname)}:
                name.person = one
                name.save()
