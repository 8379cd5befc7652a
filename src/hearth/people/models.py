"""People and what is so about them now; each fact also has append-only statements."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL

from hearth.foundation.access.limiting import About
from hearth.foundation.history import tracked
from hearth.foundation.timeline.models import AppendOnly
from hearth.people import codes
from hearth.people.duplicates.models import DuplicatePair
from hearth.people.importing.models import ExternalId
from hearth.people.matching.models import Card, MatchWeights, Row, Token, TokenKey
from hearth.people.merging.models import IdentitySeparation, Merge, SharedOut


@tracked
class Person(models.Model):
    """A child, an adult or an unborn child. `number` is the authority's own record number."""

    CHILD, ADULT, UNBORN = "child", "adult", "unborn"
    access = About(kind="person", person="id", involved={"person": "id"}, only={"merged_into": None})

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.BigIntegerField(unique=True, db_default=RawSQL("nextval('people_person_number')", ()), editable=False)
    kind = models.CharField(max_length=8, choices=[(CHILD, "Child"), (ADULT, "Adult"), (UNBORN, "Unborn")])
    forenames = models.CharField(max_length=120, blank=True)
    surname = models.CharField(max_length=120, blank=True)
    known_as = models.CharField(max_length=120, blank=True)
    date_of_birth = models.DateField(null=True, blank=True)
    birth_estimated = models.BooleanField(default=False)
    expected_date = models.DateField(null=True, blank=True)
    hospital = models.CharField(max_length=120, blank=True)
    mother = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="expecting")
    sex = models.CharField(max_length=1, choices=codes.SEX, default="U")
    ethnicity = models.CharField(max_length=4, choices=codes.ETHNICITY, blank=True)
    nationality = models.CharField(max_length=80, blank=True)
    first_language = models.CharField(max_length=80, blank=True)
    interpreter = models.CharField(max_length=10, choices=codes.YES_NO_UNKNOWN, blank=True)
    religion = models.CharField(max_length=80, blank=True)
    communication = models.CharField(max_length=200, blank=True)
    disabilities = ArrayField(models.CharField(max_length=4, choices=codes.DISABILITY), default=list, blank=True)
    nhs_number = models.CharField(max_length=10, blank=True)
    upn = models.CharField(max_length=13, blank=True)
    disability_needs = models.CharField(max_length=400, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    telephone_safe = models.CharField(max_length=10, choices=codes.YES_NO_UNKNOWN, default="not_asked")
    email = models.EmailField(blank=True)
    email_safe = models.CharField(max_length=10, choices=codes.YES_NO_UNKNOWN, default="not_asked")
    safe_contact = models.CharField(max_length=200, blank=True)
    died_on = models.DateField(null=True, blank=True)
    # The record that stands for this one, always in one step: a merged record is nobody's to read or to change.
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, db_index=False, related_name="merged_records"
    )
    version = models.PositiveIntegerField(default=1)
    # Names folded for filtering a list: lower case, no accents, hyphens and apostrophes as spaces.
    search_name = models.CharField(max_length=400, blank=True, editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["date_of_birth"], name="people_by_birth"),
            models.Index(fields=["nhs_number"], name="people_by_nhs_number", condition=~Q(nhs_number="")),
            models.Index(fields=["upn"], name="people_by_upn", condition=~Q(upn="")),
            models.Index(fields=["merged_into"], name="people_merged", condition=Q(merged_into__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(kind="unborn") | Q(date_of_birth=None), name="unborn_has_no_date_of_birth")
        ]

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Person {self.pk}>"

    @property
    def name(self) -> str:
        """As people say it: "Filip Kowalski", "Baby Adeyemi, due 3 March 2027", "Name not known"."""
        full = f"{self.forenames} {self.surname}".strip()
        if self.kind == self.UNBORN:
            baby = full or (f"Baby {self.mother.surname}" if self.mother and self.mother.surname else "Unborn baby")
            due = self.expected_date
            return f"{baby}, due {due.day} {due:%B} {due.year}" if due else baby
        return full or "Name not known"


class PersonName(models.Model):
    """A name a person also has or had."""

    access = About(kind="person_name", person="person_id", involved={"person": "person_id"})
    person = models.ForeignKey(Person, models.CASCADE, related_name="other_names")
    forenames = models.CharField(max_length=120, blank=True)
    surname = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=12, choices=[("former", "Former name"), ("alias", "Also known as")])


class Address(models.Model):
    """A place."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    lines = models.CharField(max_length=200)
    town = models.CharField(max_length=80, blank=True)
    postcode = models.CharField(max_length=8, blank=True, db_index=True)
    uprn = models.CharField(max_length=12, blank=True)

    class Meta:
        indexes = [models.Index(fields=["lines", "postcode"], name="addresses_by_lines")]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.lines, self.town, self.postcode) if part)


@tracked
class Residence(models.Model):
    """Somebody lives, or lived, at an address. People at one address at one time are a household."""

    access = About(kind="residence", person="person_id", involved={"person": "person_id"})
    person = models.ForeignKey(Person, models.CASCADE, related_name="residences")
    address = models.ForeignKey(Address, models.PROTECT, related_name="residences")
    lives_there = models.CharField(max_length=10, choices=codes.LIVES_THERE, default="yes")
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    confidential = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                name="residence_ends_after_it_starts",
            )
        ]


@tracked
class Warning(models.Model):
    """Something a worker must know before calling or visiting: why, since when, and when it is looked at again."""

    access = About(kind="warning", person="person_id", involved={"person": "person_id"})
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="warnings")
    words = models.CharField(max_length=120)
    reason = models.TextField()
    starts_on = models.DateField()
    review_on = models.DateField()
    ended_on = models.DateField(null=True)
    set_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [models.CheckConstraint(condition=Q(review_on__gt=F("starts_on")), name="warning_reviewed_after_its_start")]


@tracked
class Relationship(models.Model):
    """`relative` is the mother, father, brother ... of `person`."""

    access = About(kind="relationship", person="person_id", involved={"person": "person_id"})
    person = models.ForeignKey(Person, models.CASCADE, related_name="relationships")
    relative = models.ForeignKey(Person, models.CASCADE, related_name="relative_of")
    kind = models.CharField(max_length=20, choices=codes.RELATIONSHIP)
    parental_responsibility = models.CharField(max_length=12, choices=codes.PARENTAL_RESPONSIBILITY, default="not_asked")
    source = models.CharField(max_length=200, blank=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "relative", "kind"], name="one_relationship_of_a_kind"),
            models.CheckConstraint(condition=~Q(person=F("relative")), name="nobody_is_their_own_relative"),
        ]


class Agency(models.Model):
    """A partner: a school, a surgery, the police."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=20, choices=codes.AGENCY_KIND)
    telephone = models.CharField(max_length=40, blank=True)
    out_of_hours_telephone = models.CharField(max_length=40, blank=True)
    secure_email_domain = models.CharField(max_length=120, blank=True)

    def __str__(self) -> str:
        return self.name


class Professional(models.Model):
    """Somebody who works with families, outside the authority's own staff."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    job = models.CharField(max_length=120, blank=True)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="professionals")
    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    email_secure = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="one_professional_of_a_name_per_agency")]


class PersonProfessional(models.Model):
    """A professional works with a person."""

    access = About(kind="person_professional", person="person_id", involved={"person": "person_id"})
    person = models.ForeignKey(Person, models.CASCADE, related_name="professionals")
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="people")
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)


class Statement(AppendOnly):
    """A fact as it was stated: the value, how it is known, who told it and when. "Still true?" adds another."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="statements")
    fact = models.CharField(max_length=40)
    value = models.TextField()
    known_by = models.CharField(max_length=8, choices=codes.KNOWN_BY)
    told_by = models.CharField(max_length=200, blank=True)
    told_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    recorded_by = models.ForeignKey("access.User", models.PROTECT, related_name="+", null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "fact", "-recorded_at"], name="latest_statement_of_a_fact")]


class ServiceEpisode(models.Model):
    """A service that a person has or had, however it came about; later rooms open and close their own."""

    access = About(kind="service_episode", person="person_id", involved={"person": "person_id"})
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="episodes")
    service = models.CharField(max_length=20, choices=codes.SERVICE)
    team = models.CharField(max_length=40, blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")), name="episode_closes_after_it_opens"
            )
        ]
        indexes = [models.Index(fields=["person"], name="open_episodes", condition=Q(closed_on=None))]


class Dismissal(AppendOnly):
    """ "None of these": who was shown as a possible match for whom, and said not to be them."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="dismissed_matches")
    dismissed = models.ForeignKey(Person, models.PROTECT, related_name="+")
    by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()


__all__ = [
    "Address", "Agency", "Card", "Dismissal", "DuplicatePair", "ExternalId", "IdentitySeparation", "MatchWeights", "Merge",
    "Person", "PersonName", "PersonProfessional", "Professional", "Relationship", "Residence", "Row", "ServiceEpisode",
    "SharedOut", "Statement", "Token", "TokenKey", "Warning",
]  # fmt: skip
