"""Contacts, a line for each child, reports of one event, and what was done before the rules were met."""

from django.db import models
from django.db.models import Q
from django.db.models.expressions import RawSQL

from hearth.foundation.access.limiting import About
from hearth.foundation.history import tracked
from hearth.people import codes as people_codes
from hearth.services.frontdoor import codes
from hearth.services.frontdoor.models.columns import identity, member_of_staff


class Incident(models.Model):
    """One event that several people reported: each report stays a contact with its own referrer to answer."""

    id = identity()
    made_at = models.DateTimeField()


@tracked
class Contact(models.Model):
    """Somebody told the front door something about one or several children."""

    access = About(kind="contact", people="lines__person_id", involved={"contact": "id", "person": "lines__person_id"})

    id = identity()
    number = models.BigIntegerField(unique=True, db_default=RawSQL("nextval('frontdoor_contact_number')", ()), editable=False)
    kind = models.CharField(max_length=20, choices=codes.CONTACT_KIND, default="new_worry")
    channel = models.CharField(max_length=20, choices=codes.CHANNEL, default="telephone")
    purpose = models.CharField(max_length=12, choices=codes.PURPOSE)
    door = models.CharField(max_length=20, blank=True)  # Salford's two doors and its consultation line
    started_at = models.DateTimeField()  # when the telephone rang or the letter was opened
    received_at = models.DateTimeField()  # what every clock counts from
    recorded_at = models.DateTimeField()
    out_of_hours = models.BooleanField(default=False)
    taken_by = member_of_staff("contacts_taken")

    referrer_kind = models.CharField(max_length=16, choices=codes.REFERRER_KIND)
    referrer_source = models.CharField(max_length=3, choices=people_codes.REFERRAL_SOURCE, default="10")
    referrer_name = models.CharField(max_length=120, blank=True)
    referrer_job = models.CharField(max_length=120, blank=True)
    referrer_agency = models.ForeignKey("people.Agency", models.PROTECT, null=True, blank=True, related_name="contacts")
    referrer_telephone = models.CharField(max_length=40, blank=True)
    referrer_email = models.EmailField(blank=True)
    referrer_email_secure = models.BooleanField(default=False)
    referrer_address = models.CharField(max_length=300, blank=True)
    referrer_confidential = models.BooleanField(default=False)

    what_told = models.TextField()
    family_part = models.TextField(blank=True)
    different_this_time = models.TextField(blank=True)
    # Does the family know that we were told? By whom and when they were told, or why they were not.
    family_knows = models.CharField(max_length=8, choices=codes.FAMILY_KNOWS, blank=True)
    family_told_by = models.CharField(max_length=120, blank=True)
    family_told_at = models.DateTimeField(null=True)
    family_not_told = models.CharField(max_length=6, choices=codes.FAMILY_NOT_TOLD, blank=True)
    family_not_told_words = models.TextField(blank=True)
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, blank=True, related_name="contacts")

    stage = models.CharField(max_length=14, choices=codes.STAGE, default="with_worker", db_index=True)
    holder = member_of_staff("contacts_held", null=True)
    team = models.CharField(max_length=40, blank=True)
    grade = models.CharField(max_length=20, blank=True)
    child_protection = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True)
    # Taken while the office was shut: when the daytime list takes it over, read from the calendar.
    daytime_from = models.DateTimeField(null=True)
    priority = models.CharField(max_length=10, choices=codes.PRIORITY, blank=True)
    conversation_by = member_of_staff(null=True)  # the social worker who spoke with whoever told us
    conversation_at = models.DateTimeField(null=True)
    urgency_reopened_at = models.DateTimeField(null=True)  # new information came; cleared when urgency is looked at again
    added_to = models.ForeignKey("self", models.PROTECT, null=True, related_name="additions")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["received_at"], name="open_contacts", condition=Q(closed_at=None))]

    @property
    def is_open(self) -> bool:
        """Is anything still to be done on it?"""
        return self.closed_at is None


@tracked
class ContactLine(models.Model):
    """One child on a contact: where they are now, their own part, their own outcome."""

    access = About(kind="contact_line", person="person_id", involved={"person": "person_id", "contact": "contact_id"})

    id = identity()
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="lines")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="contact_lines")
    position = models.PositiveSmallIntegerField(default=0)
    where_now = models.CharField(max_length=300, blank=True)
    with_whom = models.CharField(max_length=300, blank=True)
    seen = models.CharField(max_length=10, choices=people_codes.YES_NO_UNKNOWN, default="not_asked")
    safe_now = models.CharField(max_length=10, choices=codes.SAFE_NOW, default="not_asked")
    safe_until = models.DateTimeField(null=True, blank=True)
    safe_reason = models.CharField(max_length=300, blank=True)
    child_part = models.TextField(blank=True)
    child_words = models.TextField(blank=True)
    school = models.CharField(max_length=160, blank=True)
    level_of_need = models.CharField(max_length=20, blank=True)
    outcome = models.CharField(max_length=40, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["contact", "person"], name="a_child_stands_once_on_a_contact")]


class Flag(models.Model):
    """Something that had happened already and was recorded although a rule would have asked for more first."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="flags")
    words = models.CharField(max_length=200)
    at = models.DateTimeField()
    settled_by = member_of_staff(null=True)
    settled_at = models.DateTimeField(null=True)


class ContactReading(models.Model):
    """Somebody opened a contact that came from out of hours: until then it stands unread on their list."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="readings")
    user = member_of_staff()
    front_door = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "user"], name="one_first_reading_of_a_contact")]
