"""The adults of a contact's family and the professionals around its children, as one reader may see them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.people import capabilities as people_capabilities
from hearth.people.models import Person, PersonProfessional, Professional, Relationship
from hearth.services.frontdoor.models import Contact
from hearth.services.frontdoor.sight import children_seen


@dataclass
class Adult:
    """An adult of the family, what they are to which of the children, and how to ring them safely."""

    person_id: UUID
    name: str
    telephone: str
    safe_contact: str
    children: list[UUID] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    responsible_for: dict[UUID, str] = field(default_factory=dict)

    @property
    def responsibility(self) -> list[str]:
        """Their parental responsibility for each child, as codes."""
        return list(self.responsible_for.values())


def visible_children(reader: Reader, contact: Contact) -> list[UUID]:
    """The children on a contact whom this reader may see."""
    return [line.person_id for line in children_seen(reader, contact)]


def adults(reader: Reader, contact: Contact, family: list[Relationship] | None = None) -> list[Adult]:
    """The adults related to the children this reader may see, themselves visible; each with their own children only."""
    if family is not None:
        return _adults(reader, adults_among(visible_children(reader, contact), family), people_capabilities.VIEW)
    return adults_of(reader, visible_children(reader, contact), people_capabilities.VIEW)


def adults_of(reader: Reader, children: Iterable[UUID], capability: str) -> list[Adult]:
    """The adults of some children whom this reader may see under a capability."""
    rows = Relationship.objects.filter(person_id__in=children, ended_on=None, relative__kind=Person.ADULT)
    return _adults(reader, list(rows.select_related("relative").order_by("pk")), capability)


def adults_among(children: Iterable[UUID], family: list[Relationship]) -> list[Relationship]:
    """Out of relationships that are read already: which adults are what to some children."""
    ids = set(children)
    return [row for row in family if row.person_id in ids and row.ended_on is None and row.relative.kind == Person.ADULT]


def _adults(reader: Reader, rows: list[Relationship], capability: str) -> list[Adult]:
    if not rows:
        return []
    people = Person.objects.filter(pk__in=[row.relative_id for row in rows])
    seen = limiting.limit(people, reader, capability).values_list("pk", flat=True)
    found: dict[UUID, Adult] = {}
    allowed = set(seen)
    for row in rows:
        if row.relative_id not in allowed:
            continue
        relative = row.relative
        adult = found.setdefault(relative.pk, Adult(relative.pk, relative.name, relative.telephone, relative.safe_contact))
        adult.children.append(row.person_id)
        adult.responsible_for[row.person_id] = row.parental_responsibility
        words = row.get_kind_display()
        if words not in adult.kinds:
            adult.kinds.append(words)
    return list(found.values())


def professionals(reader: Reader, contact: Contact) -> list[Professional]:
    """The professionals who work with the children this reader may see, whoever told us left out."""
    rows = PersonProfessional.objects.filter(person_id__in=visible_children(reader, contact), ends_on=None)
    found = Professional.objects.filter(pk__in=rows.values("professional_id")).select_related("agency").order_by("name")
    return [one for one in found if one.name != contact.referrer_name]
