"""Who is meant: search before create, on every path that could make a person."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import PERSON, check, is_sealed, restrictions_on
from hearth.foundation.access.models import Restriction
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.api import Subject
from hearth.people import capabilities, events, identities
from hearth.people.folding import fold, postcode
from hearth.people.models import Address, Dismissal, Person, PersonName, Residence
from hearth.people.search import Terms, age_on, candidates
from hearth.people.unspoken import Unspoken

OLDEST = 120


@dataclass(frozen=True, repr=False)
class Named(Unspoken):
    """Somebody as they were named: a record already known (`person_id`), or what was said of them.

    `dismissed` are the matches shown and said not to be them; without that no person can be made who resembles one.
    """

    kind: str = Person.CHILD
    person_id: UUID | None = None
    forenames: str = ""
    surname: str = ""
    known_as: str = ""
    date_of_birth: date | None = None
    age: int | None = None
    expected_date: date | None = None
    hospital: str = ""
    sex: str = "U"
    address: str = ""
    postcode: str = ""
    telephone: str = ""
    ethnicity: str = ""
    nhs_number: str = ""
    upn: str = ""
    town: str = ""
    dismissed: frozenset[UUID] = frozenset()

    @property
    def terms(self) -> Terms:
        """What to search by."""
        return Terms(
            forenames=self.forenames,
            surname=self.surname,
            known_as=self.known_as,
            date_of_birth=self.date_of_birth,
            age=self.age,
            expected_date=self.expected_date,
            address=self.address,
            postcode=self.postcode,
            telephone=self.telephone,
            nhs_number=self.nhs_number,
            upn=self.upn,
        )


def subject(person: Person | UUID) -> Subject:
    """A person as the subject of events."""
    return Subject(PERSON, person.pk if isinstance(person, Person) else person)


class Undecided(Invalid):
    """There are likely matches that nobody has looked at: show them and ask."""

    def __init__(self, terms: Terms) -> None:
        super().__init__("Say whether this is one of the people already known.")
        self.terms = terms


@action(capabilities.CHANGE)
def identify(reader: Reader, named: Named, *, housed: bool = True) -> Person:
    """The person meant: the record chosen, or a new one once every likely match has been dismissed.

    The address said is searched by, and recorded as where somebody new lives unless `housed` is False.

    Linking to a restricted record is allowed, since a call must never be lost for it; reading it is not.
    Raises Undecided with likely matches not yet looked at, Invalid for impossible facts.
    """
    if named.person_id is not None:
        person = Person.objects.filter(pk=identities.resolve(named.person_id)).exclude(pk__in=reader.conflicts).first()
        if person is None or is_sealed(person.pk, reader):
            raise Invalid({"person": "Choose one of the people shown, or none of these."})
        return person
    _check_possible(named)
    unseen = [one for one in candidates(named.terms) if one.person_id not in named.dismissed and _worth_asking(one.band)]
    hidden = restrictions_on([one.person_id for one in unseen], reader)
    sealed = {person_id for person_id, row in hidden.items() if row.level == Restriction.SEALED}
    if any(one.person_id not in sealed for one in unseen):
        raise Undecided(named.terms)
    return _add(reader, named, housed=housed)


def _worth_asking(band: str) -> bool:
    return band in ("same person", "probably")


def _check_possible(named: Named) -> None:
    today = worktime.today()
    if named.date_of_birth and named.date_of_birth > today:
        raise Invalid({"date_of_birth": "Date of birth must not be in the future. For an unborn child give the expected date."})
    if named.date_of_birth and age_on(named.date_of_birth, today) > OLDEST:
        raise Invalid({"date_of_birth": f"Nobody is more than {OLDEST} years old. Check the year."})
    if named.age is not None and not 0 <= named.age <= OLDEST:
        raise Invalid({"age": f"Age must be between 0 and {OLDEST}."})
    if named.kind == Person.UNBORN and named.date_of_birth:
        raise Invalid({"date_of_birth": "An unborn child has an expected date, not a date of birth."})
    if named.kind != Person.UNBORN and not (named.forenames or named.surname):
        raise Invalid({"forenames": "Enter a name. If it is not known, write what they were called."})


def _add(reader: Reader, named: Named, *, housed: bool) -> Person:
    born, estimated = named.date_of_birth, False
    if born is None and named.age is not None and named.kind != Person.UNBORN:
        # Half a year past the last birthday: the age said stays right for longest on either side.
        birthday = worktime.today().replace(day=min(worktime.today().day, 28), year=worktime.today().year - named.age)
        born, estimated = birthday - timedelta(days=182), True
    person = Person.objects.create(
        kind=named.kind,
        forenames=named.forenames.strip(),
        surname=named.surname.strip(),
        known_as=named.known_as.strip(),
        date_of_birth=born,
        birth_estimated=estimated,
        expected_date=named.expected_date,
        hospital=named.hospital,
        sex=named.sex or "U",
        telephone=named.telephone,
        ethnicity=named.ethnicity,
        nhs_number=named.nhs_number,
        upn=named.upn,
        search_name=fold(named.forenames, named.known_as, named.surname),
    )
    now = worktime.now()
    dismissed = Person.objects.filter(pk__in=named.dismissed).order_by("pk").values_list("pk", flat=True)
    Dismissal.objects.bulk_create([Dismissal(person=person, dismissed_id=other, by=reader.user, at=now) for other in dismissed])
    timeline.record(events.PersonAdded(person_kind=named.kind, dismissed=len(dismissed)), subject(person))
    if born:
        timeline.record(events.PersonBorn(date_of_birth=born), subject(person))
    if housed and (named.address or named.postcode):
        Residence.objects.create(
            person=person, address=place(named.address, named.postcode, named.town), starts_on=worktime.today()
        )
    return person


def place(lines: str, code: str = "", town: str = "") -> Address:
    """The address written so, made where it is new."""
    lines, code = " ".join(lines.split()), postcode(code)
    found = Address.objects.filter(lines=lines, postcode=code).order_by("pk").first()
    return found or Address.objects.create(lines=lines, postcode=code, town=town)


@action(capabilities.CHANGE)
def add_name(reader: Reader, person_id: UUID, *, kind: str, forenames: str = "", surname: str = "") -> PersonName:
    """Record a name that a person also has or had, so that a search for it finds them."""
    person = check(Person, person_id, reader, capabilities.CHANGE)
    if not fold(forenames, surname):
        raise Invalid({"forenames": "Enter the other name."})
    made, _ = PersonName.objects.get_or_create(
        person=person,
        kind=kind,
        forenames=forenames.strip(),
        surname=surname.strip(),
    )
    timeline.record(events.FactStated(fact="other_name"), subject(person))
    return made


def dismissed_from(values: Collection[str]) -> frozenset[UUID]:
    """Ids as a form sends them; anything that is not an id is left out."""
    found = set()
    for value in values:
        try:
            found.add(UUID(value))
        except ValueError:
            continue
    return frozenset(found)
