"""Brothers and sisters to whom what is recorded of one child may be copied: who they are, and what stands with each now."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.people import capabilities
from hearth.people.facts import FACTS
from hearth.people.models import Person, Residence
from hearth.people.queries import WITHHELD, addresses, age_words, confidential_shown, relatives_shown

HOME = "home"
"""The present address, beside the facts, among what can be shared."""
SHARED = [fact.name for fact in FACTS.values() if fact.group in ("background", "contact")] + [HOME]
"""What brothers and sisters may have in common; names, birth, numbers, communication and disability are each child's own."""


@dataclass(frozen=True)
class Sibling:
    """A brother or sister whose record this reader may change, and a detail in words as it stands with them now."""

    person: Person
    now: str

    @property
    def words(self) -> str:
        """ "Jakub Kowalski, 16 (now: Polish)"."""
        return f"{self.person.name}, {age_words(self.person)} (now: {self.now or 'nothing recorded'})"


@dataclass(frozen=True)
class ToShare:
    """One detail of a child as it stands, and the brothers and sisters with whom it differs."""

    name: str
    label: str
    words: str
    siblings: list[Sibling]


def siblings_of(reader: Reader, person: Person) -> dict[UUID, Person]:
    """The brothers and sisters of a child whose records this reader may see and change, the eldest first."""
    kin = [one.who.person for one in relatives_shown(reader, person) if one.kind in ("sibling", "half_sibling")]
    ids = {one.pk for one in kin if one is not None}
    rows = limiting.limit(Person.objects.filter(pk__in=ids), reader, capabilities.CHANGE).exclude(kind=Person.ADULT)
    return {one.pk: one for one in rows.select_related("mother").order_by("date_of_birth", "number")}


def home_to_share(reader: Reader, person: Person) -> Residence | None:
    """Where a child lives now, if that is known and this reader may read it."""
    home = Residence.objects.filter(person=person, ends_on=None).select_related("address").order_by("starts_on", "pk").last()
    hidden = home is not None and home.confidential and person.pk not in confidential_shown(reader, [person.pk])
    return None if hidden else home


def to_share(reader: Reader, person: Person, wanted: Iterable[str]) -> list[ToShare]:
    """Of some details of a child, those that are recorded and stand differently with a brother or sister."""
    siblings = siblings_of(reader, person)
    homes = addresses(list(siblings), reader)
    found = []
    for name in [one for one in SHARED if one in set(wanted)]:
        if name == HOME:
            home = home_to_share(reader, person)
            label, words = "Address", str(home.address) if home else ""
            now = {key: homes.get(key, "") for key in siblings}
        else:
            fact = FACTS[name]
            label, words = fact.label, _said(name, person)
            now = {key: _said(name, sibling) for key, sibling in siblings.items()}
        differ = [Sibling(sibling, now[key]) for key, sibling in siblings.items() if now[key] not in (words, WITHHELD)]
        if words and differ:
            found.append(ToShare(name, label, words, differ))
    return found


def _said(name: str, person: Person) -> str:
    """A fact in words; nothing where it was never asked."""
    value = getattr(person, name)
    return "" if value in ("", "not_asked", []) else FACTS[name].words(value)
