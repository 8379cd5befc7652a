"""What a contact gathers between its receipt and the recommendation: kinds, checks, screening, calls, forms, advice."""

from django.db import models
from django.db.models import Q

from hearth.foundation import worktime
from hearth.people import codes as people_codes
from hearth.services.frontdoor import codes
from hearth.services.frontdoor.models.columns import member_of_staff


def _contact(name: str) -> models.ForeignKey:
    return models.ForeignKey("frontdoor.Contact", models.PROTECT, related_name=name)


class KindRecord(models.Model):
    """What kind of contact it was said to be, by whom, with what that kind needs to say. Every one is kept."""

    contact = _contact("kinds")
    kind = models.CharField(max_length=20, choices=codes.CONTACT_KIND)
    suggested = models.CharField(max_length=20, choices=codes.CONTACT_KIND, blank=True)
    reasons = models.CharField(max_length=300, blank=True)
    organisation = models.CharField(max_length=160, blank=True)  # authority, court, who asks, or service passed to
    told = models.CharField(max_length=300, blank=True)  # who was told, or the information given
    redirected = models.CharField(max_length=12, choices=codes.REDIRECTED, blank=True)
    due_on = models.DateField(null=True)
    safeguarding = models.BooleanField(default=False)
    manager_called_at = models.DateTimeField(null=True)
    harm_described = models.CharField(max_length=10, choices=people_codes.YES_NO_UNKNOWN, blank=True)
    name_asked = models.CharField(max_length=10, choices=codes.NAME_ASKED, blank=True)
    question = models.TextField(blank=True)
    ended_with = models.CharField(max_length=12, choices=codes.CONSULTATION_END, blank=True)
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class PotentialReferral(models.Model):
    """A child whose work ended within the last months: a new referral record that waits, with whom to ask from then."""

    contact = _contact("potential_referrals")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    service = models.CharField(max_length=20, choices=people_codes.SERVICE)
    team = models.CharField(max_length=40, blank=True)
    closed_on = models.DateField()
    last_worker = member_of_staff(null=True)
    worker_has_left = models.BooleanField(default=False)
    last_manager = member_of_staff(null=True)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "person"], name="one_potential_referral_for_a_child")]


class Sorting(models.Model):
    """A priority and a next action given to a contact that waits; triage by a duty manager is one as well."""

    contact = _contact("sortings")
    priority = models.CharField(max_length=10, choices=codes.PRIORITY)
    next_action = models.CharField(max_length=300)
    triage = models.BooleanField(default=False)
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class ScreeningAnswer(models.Model):
    """An answer to a screening question; "unsure" asks a social worker or the manager, whose words are kept."""

    contact = _contact("screening_answers")
    about = models.CharField(max_length=12, choices=codes.SCREENING_QUESTION)
    answer = models.CharField(max_length=10, choices=codes.SCREENING_ANSWER)
    words = models.CharField(max_length=300, blank=True)
    asked_of = models.CharField(max_length=14, choices=codes.ASKED_OF, blank=True)
    by = member_of_staff()
    at = models.DateTimeField()
    reply = models.CharField(max_length=10, choices=codes.SCREENING_ANSWER, blank=True)
    reply_words = models.CharField(max_length=300, blank=True)
    replied_by = member_of_staff(null=True)
    replied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "pk"]

    @property
    def settled(self) -> str:
        """The answer that stands: the reply, where somebody was asked; nothing while they have not replied."""
        return self.reply if self.answer == "unsure" else self.answer


class WorkerCall(models.Model):
    """A social worker was called to a contact at once; it waits, visibly, until one takes it by name."""

    contact = _contact("worker_calls")
    why = models.CharField(max_length=12, choices=codes.WORKER_CALL)
    words = models.CharField(max_length=300, blank=True)
    asked_by = member_of_staff()
    asked_at = models.DateTimeField()
    taken_by = member_of_staff(null=True)
    taken_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        indexes = [models.Index(fields=["asked_at"], name="worker_calls_waiting", condition=Q(taken_at=None))]

    @property
    def waited(self) -> str:
        """How long it waits, or waited until it was taken, in words."""
        return worktime.duration_words((self.taken_at or worktime.now()) - self.asked_at)


class Transfer(models.Model):
    """Whether a call was put through to a social worker, why, and the summary that went before it."""

    contact = _contact("transfers")
    transferred = models.BooleanField()
    reason = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class Check(models.Model):
    """One line of the research log: a system searched and what was found, or why it was not."""

    contact = _contact("checks")
    system = models.CharField(max_length=40)
    searched = models.CharField(max_length=200, blank=True)
    found = models.TextField(blank=True)
    gap = models.CharField(max_length=300, blank=True)
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class Evaluation(models.Model):
    """What was gathered, evaluated: immediate concern or not, what risk and how likely significant harm is."""

    contact = _contact("evaluations")
    immediate_concern = models.BooleanField()
    risk = models.CharField(max_length=10, choices=codes.RISK)
    likelihood = models.CharField(max_length=14, choices=codes.SIGNIFICANT_HARM)
    reasons = models.TextField()
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class SourceCheck(models.Model):
    """Is whoever told us who they say they are? How that was checked, and by whom."""

    contact = _contact("source_checks")
    validated = models.BooleanField()
    how = models.CharField(max_length=300)
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class EmergencyCall(models.Model):
    """Whether and when the police, or the front door by telephone, were called about an immediate danger."""

    contact = _contact("emergency_calls")
    whom = models.CharField(max_length=12, choices=codes.EMERGENCY_WHOM)
    answer = models.CharField(max_length=12, choices=codes.EMERGENCY_ANSWER)
    called_at = models.DateTimeField(null=True)
    called_by = models.CharField(max_length=120, blank=True)
    reference = models.CharField(max_length=60, blank=True)
    recorded_by = member_of_staff()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["recorded_at", "pk"]


class RequestForm(models.Model):
    """The written request of a professional: awaited, received, or not asked for because of a named exception."""

    contact = models.OneToOneField("frontdoor.Contact", models.PROTECT, related_name="request_form")
    exception = models.CharField(max_length=12, choices=codes.FORM_EXCEPTION, blank=True)
    awaited_since = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)
    received_by = models.CharField(max_length=14, choices=codes.CHANNEL, blank=True)
    recorded_by = member_of_staff()


class Chase(models.Model):
    """A professional was asked again for the written request."""

    form = models.ForeignKey(RequestForm, models.PROTECT, related_name="chases")
    how = models.CharField(max_length=200)
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class Acknowledgement(models.Model):
    """The referrer was told that their contact arrived: by which route, by whom, when, with a copy or without."""

    contact = _contact("acknowledgements")
    route = models.CharField(max_length=12, choices=codes.ROUTE)
    with_copy = models.BooleanField(default=False)
    letter = models.UUIDField(null=True)
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class Advice(models.Model):
    """Advice given, or services a caller was sent to, at any stage: what, to whom, by whom, on what ground."""

    contact = _contact("advice_given")
    kind = models.CharField(max_length=10, choices=codes.ADVICE_KIND)
    what = models.TextField()
    to_whom = models.CharField(max_length=120)
    services = models.JSONField(default=list)  # names from the directory, as they were that day
    details_given = models.BooleanField(default=False)
    strategies = models.TextField(blank=True)
    ground = models.CharField(max_length=300, blank=True)
    stage = models.CharField(max_length=14, choices=codes.STAGE)
    by = member_of_staff()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
