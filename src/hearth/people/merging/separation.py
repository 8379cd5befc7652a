"""Birth and adoptive identities: never in one list, never through each other's name, but to those named for them."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.foundation.gathering import Rows, gather
from hearth.people import capabilities
from hearth.people.matching.comparing import EXACT, NICKNAME, TYPO, token_level
from hearth.people.matching.tokens import name_tokens
from hearth.people.matching.weighing import Weighed
from hearth.people.models import IdentitySeparation, Person

OWN_SURNAME = {EXACT: 3, NICKNAME: 2, TYPO: 1}
"""How near a typed surname must be for a separated record to answer to it."""


def named_for(reader: Reader) -> frozenset[UUID]:
    """The separations whose two sides this reader may see together: adoption staff admitted to the birth identity."""
    if not reader.can(capabilities.ADOPTION):
        return frozenset()
    births = limiting.limit(Person.objects.filter(separated_as_birth__isnull=False), reader, capabilities.ADOPTION)
    return frozenset(IdentitySeparation.objects.filter(birth__in=births).values_list("pk", flat=True))


def separations(ids: Collection[UUID]) -> list[IdentitySeparation]:
    """The separations that any of these records is a side of."""
    sides = ("birth", "adoptive")
    found = gather(rows=[Rows(IdentitySeparation, {side: list(ids)}) for side in sides])
    rows = {row.pk: row for those in found for row in those if isinstance(row, IdentitySeparation)}
    return sorted(rows.values(), key=lambda row: (row.at, row.pk))


def are_apart(one: UUID, other: UUID) -> bool:
    """Are these the birth and the adoptive identity of one child?"""
    return IdentitySeparation.objects.filter(Q(birth=one, adoptive=other) | Q(birth=other, adoptive=one)).exists()


def is_apart(column: str) -> Exists:
    """As a column: is the person of a row a side of a separation?"""
    return Exists(IdentitySeparation.objects.filter(Q(birth=OuterRef(column)) | Q(adoptive=OuterRef(column))))


def apart_from(reader: Reader, ids: Collection[UUID]) -> set[UUID]:
    """Those of some records that stand in no list of this reader's beside anybody: sides they are not named for."""
    found = separations(ids) if ids else []
    named = named_for(reader) if found else frozenset()
    return {side for one in found if one.pk not in named for side in (one.birth_id, one.adoptive_id)} & set(ids)


def sieve(weighed: list[Weighed], said: str, together: Collection[UUID] = ()) -> list[Weighed]:
    """Candidates without those that would join two identities; `said` is every name that was typed.

    A separated record answers to its own surname or record number, and to its NHS or pupil number where no surname is
    said and the other side has another; never to a changed surname with the same date, an address or a telephone, and
    the adoptive one never to a surname that it only had. Of two sides only the one whose surname is nearer stays; of two
    as near, the adoptive one.
    """
    rows = [one for one in separations([one.card.person for one in weighed]) if one.pk not in together]
    answers = {one.card.person: _answer(one) for one in weighed} if rows else {}
    adoptive_ids = [one.adoptive_id for one in rows if 0 < answers.get(one.adoptive_id, 0) < BY_NUMBER]
    for person, surname in Person.objects.filter(pk__in=adoptive_ids).values_list("pk", "surname") if adoptive_ids else ():
        if not _bears(surname, said):
            answers[person] = 0
    gone = set()
    for row in rows:
        birth, adoptive = answers.get(row.birth_id, 0), answers.get(row.adoptive_id, 0)
        if birth <= adoptive:
            gone.add(row.birth_id)
        if adoptive < birth or adoptive == 0 or birth == adoptive == BY_NUMBER:
            gone.add(row.adoptive_id)
    return [one for one in weighed if one.card.person not in gone]


BY_RECORD, BY_NUMBER = 5, 4


def _bears(surname: str, said: str) -> bool:
    """Is a surname among the names that were typed, or near one of them?"""
    own, typed = name_tokens(surname), name_tokens(said, typed=True)
    return any(token_level(one, other) in OWN_SURNAME for one in typed for other in own)


def _answer(one: Weighed) -> int:
    """How near a record is to what was said by name or number: 0 where only something else found it."""
    if one.level("number") == EXACT:
        return BY_RECORD
    family = one.level("family")
    if family == "" and EXACT in (one.level("nhs_number"), one.level("upn")):
        return BY_NUMBER
    return 0 if one.level("order") else OWN_SURNAME.get(family, 0)
