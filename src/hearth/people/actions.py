"""What can be done with people's records."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import PERSON, check
from hearth.foundation.access.models import Involvement, Notice, Opening, Restriction, User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.api import Subject
from hearth.people import capabilities, events
from hearth.people.folding import fold, postcode
from hearth.people.models import Address, Dismissal, Person, Relationship, Residence, Statement
from hearth.people.search import Terms, candidates

OLDEST = 120
LONGEST_OPENING = timedelta(hours=24)


@dataclass(frozen=True)
class Named:
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
    dismissed: frozenset[UUID] = frozenset()

    @property
    def terms(self) -> Terms:
        """What to search by."""
        return Terms(
            name=f"{self.forenames} {self.surname}".strip(),
            date_of_birth=self.date_of_birth,
            age=self.age,
            expected_date=self.expected_date,
            address=self.address,
            postcode=self.postcode,
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
def identify(reader: Reader, named: Named) -> Person:
    """The person meant: the record chosen, or a new one once every likely match has been dismissed.

    Linking to a restricted record is allowed, since a call must never be lost for it; reading it is not.
    Raises Undecided with likely matches not yet looked at, Invalid for impossible facts.
    """
    if named.person_id is not None:
        person = Person.objects.filter(pk=named.person_id).exclude(pk__in=reader.conflicts).first()
        if person is None:
            raise Invalid({"person": "Choose one of the people shown, or none of these."})
        return person
    _check_possible(named)
    unseen = [one for one in candidates(named.terms) if one.person_id not in named.dismissed and _worth_asking(one.band)]
    sealed = Restriction.objects.filter(
        kind=PERSON, subject_id__in=[one.person_id for one in unseen], level=Restriction.SEALED, ended_at=None
    ).values_list("subject_id", flat=True)
    if any(one.person_id not in set(sealed) for one in unseen):
        raise Undecided(named.terms)
    return _add(reader, named)


def _worth_asking(band: str) -> bool:
    return band in ("same person", "probably")


def _check_possible(named: Named) -> None:
    today = worktime.today()
    if named.date_of_birth and named.date_of_birth > today:
        raise Invalid({"date_of_birth": "Date of birth must not be in the future. For an unborn child give the expected date."})
    if named.date_of_birth and today.year - named.date_of_birth.year > OLDEST:
        raise Invalid({"date_of_birth": f"Nobody is more than {OLDEST} years old. Check the year."})
    if named.age is not None and not 0 <= named.age <= OLDEST:
        raise Invalid({"age": f"Age must be between 0 and {OLDEST}."})
    if named.kind == Person.UNBORN and named.date_of_birth:
        raise Invalid({"date_of_birth": "An unborn child has an expected date, not a date of birth."})
    if named.kind != Person.UNBORN and not (named.forenames or named.surname):
        raise Invalid({"forenames": "Enter a name. If it is not known, write what they were called."})


def _add(reader: Reader, named: Named) -> Person:
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
        search_name=fold(named.forenames, named.known_as, named.surname),
    )
    now = worktime.now()
    Dismissal.objects.bulk_create(
        [Dismissal(person=person, dismissed_id=other, by=reader.user, at=now) for other in sorted(named.dismissed)]
    )
    timeline.record(events.PersonAdded(person_kind=named.kind, dismissed=len(named.dismissed)), subject(person))
    if born:
        timeline.record(events.PersonBorn(date_of_birth=born), subject(person))
    if named.address or named.postcode:
        live_at(reader, person, named.address, named.postcode)
    return person


@action(capabilities.CHANGE)
def live_at(
    reader: Reader,
    person: Person,
    lines: str,
    code: str = "",
    *,
    confidential: bool = False,
    lives_there: str = "yes",
) -> Residence:
    """Record where somebody lives from today; an earlier home ends."""
    address, _ = Address.objects.get_or_create(lines=lines.strip(), postcode=postcode(code), defaults={"search_lines": fold(lines)})
    if lives_there == "yes":  # whoever stays somewhere sometimes keeps their home
        Residence.objects.filter(person=person, ends_on=None).exclude(address=address).update(ends_on=worktime.today())
    home, _ = Residence.objects.get_or_create(
        person=person,
        address=address,
        ends_on=None,
        defaults={"starts_on": worktime.today(), "confidential": confidential, "lives_there": lives_there},
    )
    return home


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
    """Record what somebody is to a person."""
    made, _ = Relationship.objects.update_or_create(
        person=person,
        relative=relative,
        kind=kind,
        defaults={"parental_responsibility": parental_responsibility, "source": source, "ended_on": None},
    )
    return made


@action(capabilities.CHANGE)
def state_fact(
    reader: Reader,
    person: Person,
    fact: str,
    value: str,
    *,
    known_by: str,
    told_by: str = "",
    told_on: date | None = None,
) -> Statement:
    """Add a statement of a fact. The typed column is set by the form's own action."""
    made = Statement.objects.create(
        person=person,
        fact=fact,
        value=value,
        known_by=known_by,
        told_by=told_by,
        told_on=told_on or worktime.today(),
        recorded_by=reader.user,
        recorded_at=worktime.now(),
    )
    timeline.record(events.FactStated(fact=fact, statement=made.pk), subject(person))
    return made


@action(capabilities.RESTRICT)
def restrict(reader: Reader, person_id: UUID, *, level: str, reason: str, owner: User) -> Restriction:
    """Restrict a record (it exists, and whom to ask) or seal it (not found)."""
    if not reason.strip():
        raise Invalid({"reason": "Say why the record is restricted."})
    Restriction.objects.filter(kind=PERSON, subject_id=person_id, ended_at=None).update(ended_at=worktime.now())
    made = Restriction.objects.create(
        kind=PERSON,
        subject_id=person_id,
        level=level,
        reason=reason,
        owner=owner,
        set_by=reader.user,
        set_at=worktime.now(),
    )
    timeline.record(events.PersonRestricted(level=level), subject(person_id))
    return made


@action(capabilities.OPEN)
def open_with_reason(reader: Reader, person_id: UUID, *, reason: str, until: datetime) -> Opening:
    """Open a restricted record with a reason until a time; whoever owns the restriction is told at once."""
    if len(reason.strip()) < 10:
        raise Invalid({"reason": "Say why you need to see this record. The person who keeps it will read your words."})
    if not worktime.now() < until <= worktime.now() + LONGEST_OPENING:
        raise Invalid({"until": "Choose a time within the next 24 hours."})
    restriction = Restriction.objects.filter(kind=PERSON, subject_id=person_id, level=Restriction.RESTRICTED, ended_at=None).first()
    if restriction is None or person_id in reader.conflicts:
        raise Invalid("There is nothing here that can be opened.")
    made = Opening.objects.create(
        kind=PERSON,
        subject_id=person_id,
        user=reader.user,
        reason=reason.strip(),
        starts_at=worktime.now(),
        ends_at=until,
    )
    Notice.objects.create(
        user=restriction.owner,
        title=f"{reader.user.name} opened a restricted record that you keep, with a reason",
        kind="opening",
        subject_id=person_id,
        key=f"opening:{made.pk}",
        at=worktime.now(),
    )
    timeline.record(events.RecordOpened(opening=made.pk), subject(person_id))
    return made


@action(capabilities.ALLOCATE)
def allocate(reader: Reader, person_id: UUID, worker: User, *, role: str = "allocated_worker") -> Involvement:
    """Make a member of staff the allocated worker (or another role); the earlier one's involvement ends."""
    check(Person, person_id, reader, capabilities.ALLOCATE)
    now = worktime.now()
    Involvement.objects.filter(kind=PERSON, subject_id=person_id, role=role, ends_at=None).exclude(user=worker).update(ends_at=now)
    made, _ = Involvement.objects.get_or_create(
        kind=PERSON, subject_id=person_id, role=role, user=worker, ends_at=None, defaults={"starts_at": now}
    )
    timeline.record(events.WorkerAllocated(worker=worker.pk, role=role), subject(person_id))
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
