"""Out of hours: the immediate risk, the analysis with the on-call manager, and who could not be reached."""

from datetime import datetime
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, Refused, Stale
from hearth.foundation.access.limiting import check
from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.actions.common import needed, not_future, open_contact
from hearth.services.frontdoor.actions.screening import alert_workers
from hearth.services.frontdoor.actions.sharing import approvers
from hearth.services.frontdoor.actions.urgency import set_grade
from hearth.services.frontdoor.models import Contact, Enquiry, NightAnalysis, ScreeningAnswer
from hearth.services.frontdoor.pack import front_door


def _of_night(reader: Reader, contact_id: UUID) -> Contact:
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    if front_door().out_of_hours_team not in reader.teams:
        raise Refused(capabilities.WORK, Contact, contact_id, "Only out-of-hours writes this.")
    return contact


@action(capabilities.WORK)
def answer_immediate_risk(reader: Reader, contact_id: UUID, *, risk: bool, words: str) -> ScreeningAnswer:
    """Say what the immediate risk is. Yes opens the emergency: the most urgent grade and its clock, and everybody is called."""
    contact = open_contact(reader, contact_id)
    needed({"words": words}, {"words": "Say what the immediate risk is, or why there is none."})
    made = ScreeningAnswer.objects.create(
        contact=contact,
        about="danger",
        answer="yes" if risk else "no",
        words=words.strip()[:300],
        by=reader.user,
        at=worktime.now(),
    )
    timeline.record(
        events.ScreeningAnswered(about="danger", answer=made.answer), subjects.of_contact(contact), about=subjects.children(contact)
    )
    if risk:
        grades = front_door().grades
        if grades and contact.grade != grades[0].code:
            set_grade(reader, contact_id, grade=grades[0].code, reasons=words)
            contact.refresh_from_db()
        alert_workers(contact, "immediate", words, by=reader)
    return made


@action(capabilities.WORK)
def write_night_analysis(
    reader: Reader,
    contact_id: UUID,
    *,
    version: int,
    risks: str,
    impact_child: str,
    impact_family: str,
    level: str,
    proportionate: str,
) -> NightAnalysis:
    """Write what out-of-hours makes of a contact. An empty heading is saved and pointed out when it is handed over.

    The level of support and why it is proportionate are always asked. Stale if a colleague saved since `version` was read.
    """
    contact = _of_night(reader, contact_id)
    problems = {}
    if front_door().level(level) is None:
        problems["level"] = "Choose one of the levels."
    if not proportionate.strip():
        problems["proportionate"] = "Say why this level is in proportion to the risk."
    if problems:
        raise Invalid(problems)
    found = NightAnalysis.objects.select_for_update().filter(contact=contact).first()
    if found is not None and found.version != version:
        raise Stale(found.by.name, {"risks": found.risks, "impact_child": found.impact_child})
    made = found or NightAnalysis(contact=contact, version=0)
    made.risks, made.impact_child, made.impact_family = risks.strip(), impact_child.strip(), impact_family.strip()
    made.level, made.proportionate = level, proportionate.strip()
    made.by, made.at, made.version = reader.user, worktime.now(), made.version + 1
    made.save()
    timeline.record(events.NightAnalysed(by_manager=False), subjects.of_contact(contact), about=subjects.children(contact))
    return made


@action(capabilities.WORK)
def add_managers_part(
    reader: Reader, contact_id: UUID, *, words: str, manager: UUID | None = None, telephoned_at: datetime | None = None
) -> NightAnalysis:
    """Add the on-call manager's part: by themselves, or as a note of their telephone call with its time.

    Whoever is named is on call at this hour; somebody else's words need the time of the call.
    """
    contact = _of_night(reader, contact_id)
    not_future("telephoned_at", telephoned_at)
    needed({"words": words}, {"words": "Write the manager's part of the analysis."})
    named = _on_call(manager or reader.id)
    if named.pk != reader.id and telephoned_at is None:
        raise Invalid({"telephoned_at": "Say when they said so by telephone."})
    made = NightAnalysis.objects.select_for_update().filter(contact=contact).first()
    if made is None:
        raise Invalid("Write the analysis first; the manager's part is added to it.")
    made.manager, made.manager_words = named, words.strip()
    made.telephoned_at = telephoned_at if named.pk != reader.id else None
    made.manager_at = worktime.now()
    made.save()
    timeline.record(events.NightAnalysed(by_manager=True), subjects.of_contact(contact), about=subjects.children(contact))
    return made


def _on_call(manager: UUID) -> User:
    found = next((user for user in approvers() if user.pk == manager), None)
    if found is None:
        raise Invalid({"manager": "Choose the manager who is on call at this hour."})
    return found


@action(capabilities.WORK)
def not_reachable(reader: Reader, contact_id: UUID, enquiry_id: int, *, until: datetime) -> Enquiry:
    """Note that somebody who was to be asked cannot be reached until a time; the daytime follows it up when it opens."""
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    enquiry = contact.enquiries.filter(pk=enquiry_id, answered_at=None).first()
    if enquiry is None:
        raise Invalid("This has been answered.")
    if until <= worktime.now():
        raise Invalid({"until": "Say until when from now on they cannot be reached."})
    enquiry.not_reachable_until = until
    enquiry.save()
    return enquiry
