"""What the family was told and says, and on what lawful basis information is shared: two things, neither pre-set.

A missing agreement never stops a contact or its clock. It stops only routine requests to agencies.
"""

from datetime import datetime
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people.models import Relationship
from hearth.services.frontdoor import capabilities, consenting, events, subjects
from hearth.services.frontdoor.actions.common import duty_managers, needed, not_future, notify
from hearth.services.frontdoor.models import Contact, FamilyView, LawfulBasis
from hearth.services.frontdoor.pack import Outcome, front_door

NOT_CONSENTED = (
    "Both parents of each child have not consented. The contact's page says who is missing. Ask them, or, where somebody "
    "refuses or cannot be asked, ask for consent to be overridden and give the reason there."
)
WITHOUT_AGREEMENT = {"safeguarding", "vital", "court"}


@action(capabilities.WORK)
def record_family_view(
    reader: Reader,
    contact_id: UUID,
    *,
    about: str,
    answer: str,
    person: UUID | None = None,
    asked_by: str = "",
    asked_at: datetime | None = None,
    how: str = "",
    reasons: str = "",
    attempts: str = "",
    in_writing: bool | None = None,
    agencies: list[str] | None = None,
    limits: str = "",
) -> FamilyView:
    """Record what one adult was told of this sharing and what they answer. Every answer is kept; the latest holds.

    Told and agrees, has not agreed, or withdraws it: by whom, when, how. Could not be reached: the attempts. Not safe to
    ask: why. Consent may be about some agencies only, and limited.
    """
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    _check_view(about, answer, asked_by, asked_at, how, reasons, attempts)
    if answer == "agrees" and front_door().agreement_of == "both_parents" and in_writing is None:
        raise Invalid({"in_writing": "Say whether they agreed in writing or by word."})
    if person is not None and not _is_relative(contact, person):
        raise Invalid({"person": "Choose one of the adults of this family, or write their name."})
    made = FamilyView.objects.create(
        contact=contact,
        person_id=person,
        about=about.strip(),
        answer=answer,
        asked_by=asked_by.strip(),
        asked_at=asked_at,
        how=how.strip(),
        reasons=reasons.strip(),
        attempts=attempts.strip(),
        in_writing=in_writing,
        agencies=agencies or [],
        limits=limits.strip(),
        recorded_by=reader.user,
        recorded_at=worktime.now(),
    )
    timeline.record(
        events.FamilyViewRecorded(view=made.pk, answer=answer), subjects.of_contact(contact), about=subjects.children(contact)
    )
    return made


def _check_view(about: str, answer: str, asked_by: str, asked_at: datetime | None, how: str, reasons: str, attempts: str) -> None:
    not_future("asked_at", asked_at)
    problems: dict[str, str] = {}
    if not about.strip():
        problems["about"] = "Say which adult this is about."
    if answer in ("agrees", "refused", "withdrawn"):
        if not asked_by.strip():
            problems["asked_by"] = "Say who told them and asked."
        if asked_at is None:
            problems["asked_at"] = "Say when they were told."
        if not how.strip():
            problems["how"] = "Say how: by telephone, in person, through an interpreter."
    if answer == "unreachable" and not attempts.strip():
        problems["attempts"] = "List the attempts: when and how, one on each line."
    if answer == "unsafe" and not reasons.strip():
        problems["reasons"] = "Say why it is not safe to ask."
    if problems:
        raise Invalid(problems)


def _is_relative(contact: Contact, person: UUID) -> bool:
    return contact.lines.filter(person__relationships__relative_id=person).exists()


@action(capabilities.WORK)
def record_basis(
    reader: Reader,
    contact_id: UUID,
    *,
    basis: str,
    reasons: str,
    without_asking: bool = False,
    manager: UUID | None = None,
    who_agreed: str = "",
    agreed_asked_by: str = "",
    agreed_at: datetime | None = None,
    agreed_how: str = "",
) -> LawfulBasis:
    """Record on what basis information is shared for this contact, with reasons; every one is kept.

    The family's agreement needs who agreed, who asked, when and how, unless that is on the record. Doing without asking
    the family needs a manager of this front door, named, who is told at once; where the pack has a manager agree in their
    own words, it is proposed to them instead.
    """
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    needed({"reasons": reasons}, {"reasons": "Give the reasons."})
    if without_asking and front_door().overrides is not None:
        raise Invalid({"without_asking": "A manager agrees to this first: use “Share without agreement” on the contact."})
    named = _manager(manager, without_asking)
    if basis == "agreement" and without_asking:
        raise Invalid({"basis": "Agreement cannot be the basis without asking. Choose another basis."})
    if basis == "agreement" and "agrees" not in latest_views(contact).values():
        _agreed(reader, contact, who_agreed, agreed_asked_by, agreed_at, agreed_how)
    made = LawfulBasis.objects.create(
        contact=contact,
        basis=basis,
        reasons=reasons.strip(),
        without_asking=without_asking,
        manager=named,
        by=reader.user,
        at=worktime.now(),
    )
    timeline.record(
        events.BasisRecorded(basis=basis, without_asking=without_asking),
        subjects.of_contact(contact),
        about=subjects.children(contact),
    )
    if named is not None and named.pk != reader.id:
        title = f"You are named as overseeing that the family is not asked first: contact {contact.number}"
        notify([named], contact, title, f"basis:{made.pk}")
    return made


def _agreed(reader: Reader, contact: Contact, who: str, asked_by: str, agreed_at: datetime | None, how: str) -> None:
    """Record the agreement that a basis rests on. Raises Invalid for each part of it that is not said."""
    not_future("agreed_at", agreed_at)
    problems = {}
    if not who.strip():
        problems["who_agreed"] = "Nobody of the family is recorded as agreeing. Say who agreed, or choose another basis."
    if not asked_by.strip():
        problems["agreed_asked_by"] = "Say who asked them."
    if agreed_at is None:
        problems["agreed_at"] = "Say when they agreed."
    if not how.strip():
        problems["agreed_how"] = "Say how: by telephone, in person, through an interpreter."
    if problems:
        raise Invalid(problems)
    record_family_view(reader, contact.pk, about=who, answer="agrees", asked_by=asked_by, asked_at=agreed_at, how=how)


def _manager(manager: UUID | None, without_asking: bool) -> User | None:
    if not without_asking:
        return None
    named = next((user for user in duty_managers() if user.pk == manager), None)
    if named is None:
        raise Invalid({"manager": "Name the manager who oversees doing without asking the family."})
    return named


def latest_views(contact: Contact) -> dict[str, str]:
    """The latest answer of each adult, by person or by what they were called."""
    found: dict[str, str] = {}
    for view in contact.family_views.all():
        found[str(view.person_id or view.about.lower())] = view.answer
    return found


def why_not_routine(contact: Contact, agency: str = "") -> str:
    """Why routine requests to agencies, or to one kind of agency, may not go out yet, in words; "" where they may."""
    if front_door().agreement_of == "both_parents":
        return NOT_CONSENTED if consenting.why_locked(contact, agency) else ""
    bases = list(contact.lawful_bases.all())
    agreed = shares_without_agreement(contact)
    if agreed:
        return ""
    if not bases:
        return "Record the lawful basis for sharing first. Routine requests to agencies wait for it; nothing else does."
    if bases[-1].basis == "court" or (front_door().overrides is None and _without(bases[-1])):
        return ""
    answers = set(_counted_views(contact).values())
    if answers & {"refused", "withdrawn"}:
        return "An adult of the family has not agreed. Routine requests to agencies need another basis, or a manager's agreement."
    if "agrees" not in answers:
        return "No adult of the family is recorded as agreeing. Ask them, or have a manager agree not to ask."
    return ""


def _counted_views(contact: Contact) -> dict[str, str]:
    """The latest answers, without those of adults who are recorded as not having parental responsibility."""
    views = latest_views(contact)
    named = {view.person_id for view in contact.family_views.all() if view.person_id is not None}
    if not named or front_door().overrides is None:
        return views
    children = contact.lines.values_list("person_id", flat=True)
    rows = Relationship.objects.filter(person__in=children, relative__in=named, ended_on=None)
    held = {str(one.relative_id) for one in rows if one.parental_responsibility != "no"}
    return {key: answer for key, answer in views.items() if key in held or key not in {str(one) for one in named}}


def _without(basis: LawfulBasis) -> bool:
    return basis.basis in WITHOUT_AGREEMENT or basis.without_asking


def shares_without_agreement(contact: Contact) -> bool:
    """Has a manager agreed to share without agreement, and does the urgency not ask for agreement in every case?"""
    door = front_door()
    if door.overrides is None:
        return False
    grade = door.grade(contact.grade)
    if grade is not None and grade.dispense == "never":
        return False
    answered = [one for one in contact.agreement_steps.all() if one.decided_at is not None]
    return bool(answered) and bool(answered[-1].agreed)


def check_agreed(contact: Contact, outcome: Outcome) -> None:
    """Raise Invalid where early help is chosen at an urgency that asks for agreement in every case and nobody has agreed."""
    grade = front_door().grade(contact.grade)
    if grade is None or grade.dispense != "never" or outcome.kind != "early_help":
        return
    if "agrees" not in _counted_views(contact).values():
        raise Invalid({"outcome": f"{grade.title}: early help needs the family's agreement. Record who agreed first."})
