"""Asking the family before information is shared, and sharing without their agreement: two beliefs, one a manager's own.

Nothing here stops a contact, its clock or a protective step: only requests to partner agencies wait.
"""

from datetime import datetime
from uuid import UUID

from hearth.foundation import packs, worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.limiting import check
from hearth.foundation.access.models import RoleHeld, User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import capabilities, codes, events, subjects
from hearth.services.frontdoor.actions.basis import latest_views
from hearth.services.frontdoor.actions.common import needed, not_future, notify
from hearth.services.frontdoor.models import AgreementStep, Contact, Enquiry
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.relatives import adults

ASKED_FIRST = {"refused", "unsafe"}
"""Answers of the family that say agreement was sought and refused, or not sought for a reason that is written down."""


def approvers(moment: datetime | None = None) -> list[User]:
    """Who may agree to sharing without agreement at a moment: the front door's managers, or who is on call out of hours."""
    now = moment or worktime.now()
    found = front_door().overrides
    if found is None:
        return []
    roles = found.office_hours if packs.active().calendar.is_open(now) else found.out_of_hours
    held = RoleHeld.objects.filter(role__in=roles, starts_at__lte=now).exclude(ends_at__lte=now)
    users = User.objects.filter(pk__in=held.values("user_id")).order_by("name", "pk")
    return [user for user in users if not user.is_absent(now)]


@action(capabilities.WORK)
def record_family_knows(
    reader: Reader,
    contact_id: UUID,
    *,
    answer: str,
    told_by: str = "",
    told_at: datetime | None = None,
    not_told: str = "",
    words: str = "",
) -> Contact:
    """Record whether the family knows that we were told: by whom and when, or why they were not.

    Not telling them because of a risk of significant harm needs that risk described; any other reason leaves a task to tell
    them.
    """
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    not_future("told_at", told_at)
    problems: dict[str, str] = {}
    if answer == "yes":
        needed({"told_by": told_by}, {"told_by": "Say who told them."})
        if told_at is None:
            problems["told_at"] = "Say when they were told."
    elif answer not in dict(codes.FAMILY_KNOWS):
        problems["answer"] = "Say whether the family knows."
    elif not_told not in dict(codes.FAMILY_NOT_TOLD):
        problems["not_told"] = "Say why the family was not told."
    elif not words.strip():
        risk = "Describe the risk: which harm, to which child, and how telling them would bring it about."
        problems["words"] = risk if not_told == "risk" else "Say what the reason is."
    if problems:
        raise Invalid(problems)
    told = answer == "yes"
    contact.family_knows = answer
    contact.family_told_by, contact.family_told_at = (told_by.strip(), told_at) if told else ("", None)
    contact.family_not_told, contact.family_not_told_words = ("", "") if told else (not_told, words.strip())
    contact.version += 1
    contact.save()
    timeline.record(events.FamilyKnowsRecorded(answer=answer), subjects.of_contact(contact), about=subjects.children(contact))
    return contact


@action(capabilities.WORK)
def consider_asking(
    reader: Reader, contact_id: UUID, *, seek: bool, raises_risk: str, alone: str, person: UUID | None = None
) -> AgreementStep:
    """Consider, for one adult or for the family, whether asking raises the risk, whether alone, and whether they are asked.

    Not asking opens the proposal to a manager. It is not offered where the pack asks for agreement in every case.
    """
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    about = "The family"
    if person is not None:
        adult = next((one for one in adults(reader, contact) if one.person_id == person), None)
        if adult is None:
            raise Invalid({"person": "Choose an adult of this family."})
        about = f"{adult.name}, {', '.join(adult.kinds).lower()}"
    if seek and raises_risk == "yes":
        raise Invalid({"seek": "Asking would raise the risk. Do not ask them before a manager has answered."})
    if not seek:
        _may_dispense(contact)
    made = AgreementStep.objects.create(
        contact=contact,
        person_id=person,
        about=about[:120],
        alone=alone,
        raises_risk=raises_risk,
        seek=seek,
        by=reader.user,
        at=worktime.now(),
    )
    timeline.record(
        events.AgreementStepTaken(step=made.pk, seek=seek), subjects.of_contact(contact), about=subjects.children(contact)
    )
    return made


def why_not_dispense(contact: Contact) -> str:
    """Why sharing without agreement is not offered on a contact, in words; "" where it is."""
    grade = front_door().grade(contact.grade)
    rule = grade.dispense if grade else "possible"
    if rule == "never":
        return f"{grade.title if grade else ''}: agreement is required. Nothing goes to a partner or to early help without it."
    if rule == "after_asking" and not ASKED_FIRST & set(latest_views(contact).values()):
        return (
            f"{grade.title if grade else ''}: ask the family first. Sharing without agreement can be proposed once it is recorded "
            "that they were asked and have not agreed, or that it is not safe to ask them, and why."
        )
    return ""


def _may_dispense(contact: Contact) -> None:
    if why := why_not_dispense(contact):
        raise Invalid({"seek": why})


@action(capabilities.WORK)
def propose_override(
    reader: Reader, contact_id: UUID, step_id: int, *, reason: str, harm: str, belief: str, told_when: str
) -> AgreementStep:
    """Propose to a manager to share without agreement: the reason, the harm feared and the worker's own belief.

    Whoever may agree now hears at once. Requests to partners stay where they are until one has.
    """
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    step = contact.agreement_steps.filter(pk=step_id, seek=False, proposed_at=None).first()
    if step is None:
        raise Invalid("This has been proposed already.")
    _may_dispense(contact)
    needed(
        {"reason": reason, "harm": harm, "belief": belief, "told_when": told_when},
        {
            "reason": "Write what the credible reason is.",
            "harm": "Write which harm is feared, to which child.",
            "belief": "Write why you yourself believe that asking would put a child at risk.",
            "told_when": "Say when they will be told, or what has to happen first.",
        },
    )
    step.reason, step.harm, step.belief, step.told_when = reason.strip(), harm.strip(), belief.strip(), told_when.strip()
    step.proposed_by, step.proposed_at = reader.user, worktime.now()
    step.save()
    timeline.record(events.OverrideProposed(step=step.pk), subjects.of_contact(contact), about=subjects.children(contact))
    title = f"Sharing without agreement waits for your answer: contact {contact.number}"
    notify([user for user in approvers() if user.pk != reader.id], contact, title, f"override:{step.pk}")
    return step


@action(capabilities.DECIDE)
def decide_override(reader: Reader, contact_id: UUID, step_id: int, *, agreed: bool, belief: str) -> AgreementStep:
    """Answer a proposal to share without agreement, under one's own name and with one's own belief.

    Refused to whoever proposed it and to anybody who does not oversee it at this hour.
    """
    contact = check(Contact, contact_id, reader, capabilities.DECIDE, for_update=True)
    step = contact.agreement_steps.filter(pk=step_id, decided_at=None).exclude(proposed_at=None).first()
    if step is None:
        raise Invalid("There is no proposal here that waits for an answer.")
    if step.proposed_by_id == reader.id:
        raise Refused(capabilities.DECIDE, Contact, contact_id, "You proposed this. Another person answers it.")
    allowed = approvers()
    if reader.user not in allowed:
        names = ", ".join(user.name for user in allowed) or "nobody now: nobody is on call"
        raise Refused(capabilities.DECIDE, Contact, contact_id, f"At this hour this is answered by {names}.")
    needed({"belief": belief}, {"belief": "Write what you yourself believe, and why."})
    step.agreed, step.manager_belief = agreed, belief.strip()
    step.manager, step.decided_at = reader.user, worktime.now()
    step.save()
    timeline.record(
        events.OverrideDecided(step=step.pk, agreed=agreed), subjects.of_contact(contact), about=subjects.children(contact)
    )
    if step.proposed_by is not None:
        notify([step.proposed_by], contact, f"A manager has answered about contact {contact.number}", f"override-answer:{step.pk}")
    return step


@action(capabilities.WORK)
def give_basis(reader: Reader, contact_id: UUID, enquiry_id: int, *, basis: str) -> Enquiry:
    """Say on what basis something was asked that was recorded without one."""
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    enquiry = contact.enquiries.filter(pk=enquiry_id, basis="").first()
    if enquiry is None:
        raise Invalid("This enquiry has its basis already.")
    enquiry.basis = basis
    enquiry.save()
    timeline.record(
        events.EnquiryBasisGiven(enquiry=enquiry.pk, basis=basis), subjects.of_contact(contact), about=subjects.children(contact)
    )
    return enquiry
