"""Contacts, a line for each child, what was graded, recommended, decided, handed over and told."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.expressions import RawSQL

from hearth.foundation.access.limiting import About
from hearth.foundation.history import tracked
from hearth.foundation.timeline.models import AppendOnly
from hearth.people import codes as people_codes
from hearth.services.frontdoor import codes


def _id() -> models.UUIDField:
    return models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)


def _user(name: str = "+", *, null: bool = False) -> models.ForeignKey:
    return models.ForeignKey("access.User", models.PROTECT, related_name=name, null=null)


class Incident(models.Model):
    """One event that several people reported: each report stays a contact with its own referrer to answer."""

    id = _id()
    made_at = models.DateTimeField()


@tracked
class Contact(models.Model):
    """Somebody told the front door something about one or several children."""

    access = About(kind="contact", people="lines__person_id", involved={"contact": "id", "person": "lines__person_id"})

    id = _id()
    number = models.BigIntegerField(unique=True, db_default=RawSQL("nextval('frontdoor_contact_number')", ()), editable=False)
    kind = models.CharField(max_length=20, choices=codes.CONTACT_KIND, default="new_worry")
    channel = models.CharField(max_length=20, choices=codes.CHANNEL, default="telephone")
    purpose = models.CharField(max_length=12, choices=codes.PURPOSE)
    door = models.CharField(max_length=20, blank=True)  # Salford's two doors and its consultation line
    started_at = models.DateTimeField()  # when the telephone rang or the letter was opened
    received_at = models.DateTimeField()  # what every clock counts from
    recorded_at = models.DateTimeField()
    out_of_hours = models.BooleanField(default=False)
    taken_by = _user("contacts_taken")

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
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, blank=True, related_name="contacts")

    stage = models.CharField(max_length=14, choices=codes.STAGE, default="with_worker", db_index=True)
    holder = _user("contacts_held", null=True)
    team = models.CharField(max_length=40, blank=True)
    grade = models.CharField(max_length=20, blank=True)
    child_protection = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True)
    # Taken while the office was shut: when the daytime list takes it over, read from the calendar.
    daytime_from = models.DateTimeField(null=True)
    priority = models.CharField(max_length=10, choices=codes.PRIORITY, blank=True)
    conversation_by = _user(null=True)  # the social worker who spoke with whoever told us
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

    id = _id()
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


class Grading(models.Model):
    """A grade as proposed and, where the pack asks it, confirmed; every one is kept."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="gradings")
    grade = models.CharField(max_length=20)
    reasons = models.TextField()
    by = _user()
    at = models.DateTimeField()
    suggested = models.CharField(max_length=20, blank=True)
    takes_effect = models.BooleanField(default=True)
    confirmed_by = _user(null=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "pk"]

    @property
    def waits(self) -> bool:
        """Does it wait for somebody to agree before it takes effect?"""
        return not self.takes_effect


class ProtectiveStep(models.Model):
    """Something done to keep children safe. A manager's agreement by telephone is confirmed in writing later."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="protective_steps")
    what = models.TextField()
    done_by = models.CharField(max_length=120)
    done_at = models.DateTimeField()
    agreed_by_name = models.CharField(max_length=120, blank=True)
    agreed_by = _user(null=True)
    agreed_at = models.DateTimeField(null=True)
    confirmed_by = _user(null=True)
    confirmed_at = models.DateTimeField(null=True)
    recorded_by = _user()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["done_at", "pk"]


class FamilyView(models.Model):
    """What one adult was told of this sharing and whether they agree: four answers, never pre-set."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="family_views")
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    about = models.CharField(max_length=120)
    answer = models.CharField(max_length=12, choices=codes.FAMILY_VIEW)
    asked_by = models.CharField(max_length=120, blank=True)
    asked_at = models.DateTimeField(null=True)
    how = models.CharField(max_length=200, blank=True)
    reasons = models.TextField(blank=True)
    attempts = models.TextField(blank=True)
    recorded_by = _user()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["recorded_at", "pk"]


class LawfulBasis(models.Model):
    """On what basis information is shared for this contact, with reasons: separate from what the family says."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="lawful_bases")
    basis = models.CharField(max_length=20, choices=codes.LAWFUL_BASIS)
    reasons = models.TextField()
    without_asking = models.BooleanField(default=False)
    manager = _user(null=True)
    by = _user()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class Enquiry(models.Model):
    """Somebody was asked something to reach the right decision."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="enquiries")
    whom = models.CharField(max_length=12, choices=codes.ENQUIRY_WHOM, default="professional")
    agency = models.ForeignKey("people.Agency", models.PROTECT, null=True, related_name="+")
    person_asked = models.CharField(max_length=120)
    question = models.TextField()
    basis = models.CharField(max_length=20, choices=codes.LAWFUL_BASIS, blank=True)
    asked_by = _user()
    asked_at = models.DateTimeField()
    wanted_by = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]

    @property
    def answered_late(self) -> bool:
        """Did the answer come after it was wanted?"""
        return bool(self.wanted_by and self.answered_at and self.answered_at > self.wanted_by)


class NextStep(models.Model):
    """Something agreed with the caller before the call ended: who does it by when."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="next_steps")
    what = models.CharField(max_length=300)
    owner = models.CharField(max_length=120)
    by_when = models.DateField(null=True)
    caller_agrees = models.BooleanField()
    reason_when_not = models.CharField(max_length=300, blank=True)
    recorded_by = _user()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]


class Recommendation(models.Model):
    """What a worker recommends for one child, with reasons. Returned ones are kept; the next is a new version."""

    WAITING, AGREED, RETURNED = "waiting", "agreed", "returned"
    line = models.ForeignKey(ContactLine, models.PROTECT, related_name="recommendations")
    version = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=40)
    team = models.CharField(max_length=40, blank=True)
    significant_harm = models.CharField(max_length=14, choices=codes.SIGNIFICANT_HARM)
    level_of_need = models.CharField(max_length=20, blank=True)
    reasons = models.TextField()
    recommended_steps = models.TextField(blank=True)
    by = _user("recommendations")
    with_whom = models.CharField(max_length=120, blank=True)  # Wokingham's are made jointly
    at = models.DateTimeField()
    status = models.CharField(max_length=10, default=WAITING)
    returned_words = models.TextField(blank=True)
    returned_by = _user(null=True)
    returned_at = models.DateTimeField(null=True)
    answer_to_return = models.TextField(blank=True)
    why_early_help = models.TextField(blank=True)  # where earlier support did not last
    threshold_document = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["version"]
        constraints = [
            models.UniqueConstraint(fields=["line", "version"], name="one_recommendation_of_a_version"),
            models.UniqueConstraint(fields=["line"], condition=Q(status="waiting"), name="one_recommendation_waits"),
        ]


class Decision(AppendOnly):
    """What was decided for one child, by somebody other than who recommended it; `shown` is what they had before them.

    Its words are locked: a later change is a new recommendation, and a decision of its own.
    """

    line = models.ForeignKey(ContactLine, models.PROTECT, related_name="decisions")
    recommendation = models.OneToOneField(Recommendation, models.PROTECT, related_name="decision")
    outcome = models.CharField(max_length=40)
    team = models.CharField(max_length=40, blank=True)
    reasons = models.TextField()
    by = _user("decisions")
    role = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()
    shown = models.JSONField()

    class Meta:
        ordering = ["at", "pk"]


@tracked
class Referral(models.Model):
    """One child's episode at a receiving service, dated by the receipt of the contact."""

    access = About(kind="referral", person="person_id", involved={"referral": "id", "person": "person_id"})
    id = _id()
    number = models.BigIntegerField(unique=True, db_default=RawSQL("nextval('frontdoor_referral_number')", ()), editable=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="referrals")
    line = models.OneToOneField(ContactLine, models.PROTECT, related_name="referral")
    received_at = models.DateTimeField()
    opened_at = models.DateTimeField()
    outcome = models.CharField(max_length=40)
    team = models.CharField(max_length=40)
    earlier_referral = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    re_referral = models.BooleanField(default=False)
    re_referral_corrected = models.CharField(max_length=200, blank=True)
    need = models.CharField(max_length=2, choices=people_codes.NEED, blank=True)


class HandOver(models.Model):
    """Work offered to a team or a person. It is not done until somebody accepts it by name."""

    id = _id()
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="hand_overs")
    line = models.ForeignKey(ContactLine, models.PROTECT, null=True, related_name="hand_overs")
    referral = models.ForeignKey(Referral, models.PROTECT, null=True, related_name="hand_overs")
    to_team = models.CharField(max_length=40, db_index=True)
    to_user = _user("work_offered", null=True)
    why = models.TextField(blank=True)
    offered_by = _user()
    offered_at = models.DateTimeField()
    accepted_by = _user("work_accepted", null=True)
    accepted_at = models.DateTimeField(null=True)
    # Declined or withdrawn, it no longer waits, and `ended_words` say why; declined, `declined_by` says who.
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = _user(null=True)
    declined_by = _user(null=True)
    ended_words = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["offered_at"]
        indexes = [models.Index(fields=["to_team"], name="hand_overs_waiting", condition=Q(accepted_at=None, withdrawn_at=None))]


class Telling(models.Model):
    """Somebody who must hear: the referrer, an adult of the family, another professional. One letter for each."""

    id = _id()
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="tellings")
    whom = models.CharField(max_length=14, choices=codes.TOLD)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    professional = models.ForeignKey("people.Professional", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120)
    letter = models.UUIDField(null=True)
    route = models.CharField(max_length=12, choices=codes.ROUTE, blank=True)
    status = models.CharField(max_length=12, choices=codes.TELLING, default="to_tell")
    reason = models.CharField(max_length=300, blank=True)
    decided_by = _user(null=True)
    decided_at = models.DateTimeField(null=True)
    told_by = _user(null=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]


class ClosingChoice(models.Model):
    """What happens to an open clock when the office closes: named, never by time alone."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="closing_choices")
    day = models.DateField()
    choice = models.CharField(max_length=14, choices=codes.CLOSING_CHOICE)
    name = models.CharField(max_length=120, blank=True)
    hand_over = models.ForeignKey(HandOver, models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    safe_until = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    by = _user()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]


class Flag(models.Model):
    """Something that had happened already and was recorded although a rule would have asked for more first."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="flags")
    words = models.CharField(max_length=200)
    at = models.DateTimeField()
    settled_by = _user(null=True)
    settled_at = models.DateTimeField(null=True)


class ContactReading(models.Model):
    """Somebody opened a contact that came from out of hours: until then it stands unread on their list."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="readings")
    user = _user()
    front_door = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "user"], name="one_first_reading_of_a_contact")]


class ShiftOutcome(models.Model):
    """How a contact ended for out-of-hours: advice given, a general enquiry, or more needed in the daytime."""

    contact = models.OneToOneField(Contact, models.PROTECT, related_name="shift_outcome")
    kind = models.CharField(max_length=16, choices=codes.SHIFT_OUTCOME)
    words = models.TextField()
    to_whom = models.CharField(max_length=120, blank=True)
    given_at = models.DateTimeField()
    by = _user()
    at = models.DateTimeField()


class StepsDiscussion(models.Model):
    """The recommended steps were talked through with the referrer and a plan agreed, or why that could not be done."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="steps_discussions")
    discussed_on = models.DateField(null=True)
    plan = models.TextField(blank=True)
    not_reached = models.CharField(max_length=300, blank=True)
    by = _user()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


# The record that a contact gathers on its way to a recommendation; both modules point at Contact, above.
from hearth.services.frontdoor.models_guidance import (  # noqa: E402
    FactorNoted,
    LevelOfNeed,
    PromptAnswer,
    RelevantHistory,
)
from hearth.services.frontdoor.record_models import (  # noqa: E402
    Acknowledgement,
    Advice,
    Chase,
    Check,
    EmergencyCall,
    Evaluation,
    KindRecord,
    PotentialReferral,
    RequestForm,
    ScreeningAnswer,
    Sorting,
    SourceCheck,
    Transfer,
    WorkerCall,
)

__all__ = [
    "Acknowledgement",
    "Advice",
    "Chase",
    "Check",
    "ClosingChoice",
    "Contact",
    "ContactLine",
    "ContactReading",
    "Decision",
    "EmergencyCall",
    "Enquiry",
    "Evaluation",
    "FactorNoted",
    "FamilyView",
    "Flag",
    "Grading",
    "HandOver",
    "Incident",
    "KindRecord",
    "LawfulBasis",
    "LevelOfNeed",
    "NextStep",
    "PotentialReferral",
    "PromptAnswer",
    "ProtectiveStep",
    "Recommendation",
    "Referral",
    "RelevantHistory",
    "RequestForm",
    "ScreeningAnswer",
    "ShiftOutcome",
    "Sorting",
    "SourceCheck",
    "StepsDiscussion",
    "Telling",
    "Transfer",
    "WorkerCall",
]
