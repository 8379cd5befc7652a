"""A family's records as they come to exist, and a step of the history."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from hearth.config.demonstration.families import Child, Family
from hearth.config.demonstration.staffing import Office
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people import actions as people
from hearth.people.actions import Named
from hearth.people.models import Person
from hearth.people.search import candidates
from hearth.services.frontdoor.models import Contact


class Step(NamedTuple):
    """Something that is done at a time."""

    at: datetime
    order: tuple[int, int]
    act: Callable[[], None]


class Household:
    """A family's records as they come to exist: looked for first, and added only when nobody is them."""

    def __init__(self, office: Office, family: Family) -> None:
        self.office, self.family = office, family
        self.children: list[Person] = []
        self.adults: list[Person] = []
        self.contacts: list[UUID] = []

    def open_contact(self, besides: UUID) -> UUID | None:
        """An earlier contact about them that is still open."""
        rows = Contact.objects.filter(pk__in=self.contacts, closed_at=None).exclude(pk=besides).order_by("received_at")
        return rows.values_list("pk", flat=True).first()

    def known(self, reader: Reader) -> list[Person]:
        """The children's records, made by whoever first writes them down, all of them at once."""
        if not self.children:
            with timeline.recording(reader.id, why="demonstration"):
                self._write_down(reader)
        return self.children

    def _write_down(self, reader: Reader) -> None:
        for child in self.family.children:
            self.children.append(self._identify(reader, self._child(child)))
        for adult in self.family.adults:
            named = Named(
                kind=Person.ADULT,
                forenames=adult.forenames,
                surname=adult.surname,
                date_of_birth=adult.born,
                sex=adult.sex,
                telephone=self.family.home_telephone if adult.relation == "mother" else "",
                address=self.family.address if adult.lives_there else "",
                postcode=self.family.postcode if adult.lives_there else "",
            )
            person = self._identify(reader, named)
            self.adults.append(person)
            for known in self.children:
                people.relate(
                    reader, known, person, adult.relation, parental_responsibility=adult.responsible, source="the referrer"
                )
        self._related(reader)

    def _related(self, reader: Reader) -> None:
        first = self.children[0]
        for other in self.children[1:]:
            people.relate(reader, first, other, "sibling", source="the referrer")
            people.relate(reader, other, first, "sibling", source="the referrer")
        people.state_fact(reader, first, "first_language", self.family.community.language, known_by="told", told_by="the referrer")

    def _child(self, child: Child) -> Named:
        return Named(
            kind=Person.UNBORN if child.born is None else Person.CHILD,
            forenames=child.forenames,
            surname=child.surname,
            known_as=child.known_as,
            date_of_birth=child.born,
            expected_date=child.expected,
            sex=child.sex,
            address=self.family.address,
            postcode=self.family.postcode,
        )

    def _identify(self, reader: Reader, named: Named) -> Person:
        relatives = frozenset(person.pk for person in (*self.children, *self.adults))
        try:
            return people.identify(reader, replace(named, dismissed=relatives))
        except people.Undecided:  # people of like name: shown, looked at, and none of them is this one
            shown = frozenset(one.person_id for one in candidates(named.terms))
            return people.identify(reader, replace(named, dismissed=relatives | shown))
