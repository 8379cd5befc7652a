"""Screening: sorting, the criteria question, calling a social worker at once, passing on, triage and evaluation.

Who screens is the pack's. Whatever is urgent passes at once, whatever is still empty.
"""

from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.actions.common import duty_managers, duty_workers, needed, notify, open_contact
from hearth.services.frontdoor.actions.completing import close
from hearth.services.frontdoor.actions.enquiries import systems_unchecked
from hearth.services.frontdoor.actions.receiving import WRITTEN
from hearth.services.frontdoor.actions.routing import worker_holding
from hearth.services.frontdoor.involved import known_words
from hearth.services.frontdoor.models import Contact, Evaluation, Handling, ScreeningAnswer, Sorting, Transfer, WorkerCall
from hearth.services.frontdoor.pack import front_door

URGENT = {"immediate", "protection"}
CONCERN = "This is a concern about a child: a social worker judges it before it can end. Pass it to the social workers."


def is_written(contact: Contact) -> bool:
    """Did it come in writing, so that it is sorted first?"""
    return contact.channel in WRITTEN


def is_urgent(contact: Contact) -> bool:
    """Is it a child protection matter or an immediate concern, so that it waits for nothing?"""
    return contact.child_protection or any(call.why in URGENT for call in contact.worker_calls.all())


def asks_danger(contact: Contact) -> bool:
    """Is it about support alone, nobody having said yet that a child may be in danger? Urgency is not asked then."""
    if contact.purpose != "support" or contact.grade or is_urgent(contact):
        return False
    answers = [one.settled for one in contact.screening_answers.all() if one.about == "danger"]
    return not answers or answers[-1] not in ("yes", "possibly")


def to_be_sorted(contact: Contact) -> bool:
    """Does it wait for a priority and a next action?"""
    return contact.stage == "screening" and is_written(contact) and not contact.priority


@action(capabilities.WORK, capabilities.TRIAGE)
def sort_contact(reader: Reader, contact_id: UUID, *, priority: str, next_action: str) -> Sorting:
    """Give a waiting contact its priority and next action, or change them; every one is kept with who and when."""
    contact = open_contact(reader, contact_id, capabilities.WORK)
    return _sort(reader, contact, priority, next_action, triage=False)


@action(capabilities.TRIAGE)
def triage_contact(reader: Reader, contact_id: UUID, *, priority: str, next_action: str) -> Sorting:
    """The duty manager reviews a new contact and gives it its priority; it goes on to the social workers."""
    contact = open_contact(reader, contact_id, capabilities.TRIAGE)
    made = _sort(reader, contact, priority, next_action, triage=True)
    if contact.stage == "triage":
        contact.stage = "with_worker"
        contact.save()
    timeline.record(
        events.ContactTriaged(manager=reader.id, priority=priority),
        subjects.of_contact(contact),
        about=subjects.children(contact),
    )
    if priority == "immediate":
        alert_workers(contact, "immediate")
    return made


def _sort(reader: Reader, contact: Contact, priority: str, next_action: str, *, triage: bool) -> Sorting:
    needed(
        {"priority": priority, "next_action": next_action},
        {"priority": "Choose a priority.", "next_action": "Say what is done next."},
    )
    made = Sorting.objects.create(
        contact=contact,
        priority=priority,
        next_action=next_action.strip(),
        triage=triage,
        by=reader.user,
        at=worktime.now(),
    )
    contact.priority = priority
    contact.version += 1
    contact.save()
    timeline.record(events.ContactSorted(priority=priority), subjects.of_contact(contact), about=subjects.children(contact))
    return made


@action(capabilities.WORK)
def answer_screening(
    reader: Reader, contact_id: UUID, *, about: str, answer: str, words: str = "", asked_of: str = ""
) -> ScreeningAnswer:
    """Answer a screening question. "Unsure" asks a social worker or the manager, who are told at once."""
    contact = open_contact(reader, contact_id)
    if to_be_sorted(contact):
        raise Invalid("Give this contact a priority and a next action first.")
    if answer == "unsure" and not asked_of:
        raise Invalid({"asked_of": "Choose whom to ask."})
    made = ScreeningAnswer.objects.create(
        contact=contact,
        about=about,
        answer=answer,
        words=words.strip(),
        asked_of=asked_of if answer == "unsure" else "",
        by=reader.user,
        at=worktime.now(),
    )
    timeline.record(
        events.ScreeningAnswered(about=about, answer=answer), subjects.of_contact(contact), about=subjects.children(contact)
    )
    if answer == "unsure":
        whom = duty_managers() if asked_of == "manager" else duty_workers()
        notify(whom, contact, f"A question about contact {contact.number} waits for your answer", f"question:{made.pk}")
    return made


@action(capabilities.RECOMMEND, capabilities.DECIDE)
def reply_to_screening(reader: Reader, contact_id: UUID, question_id: int, *, reply: str, reply_words: str) -> ScreeningAnswer:
    """Answer what a colleague was unsure of; the words are kept. The manager's question is answered by a manager."""
    contact = open_contact(reader, contact_id, capabilities.VIEW)
    asked = contact.screening_answers.filter(pk=question_id, answer="unsure", replied_at=None).first()
    if asked is None:
        raise Invalid("This question has been answered already.")
    if asked.asked_of == "manager" and not reader.can(capabilities.DECIDE):
        raise Refused(capabilities.DECIDE, Contact, contact_id, "This was asked of the manager.")
    needed({"reply_words": reply_words}, {"reply_words": "Say why, in a few words."})
    if reply == "unsure":
        raise Invalid({"reply": "Choose yes, possibly or no."})
    asked.reply, asked.reply_words = reply, reply_words.strip()
    asked.replied_by, asked.replied_at = reader.user, worktime.now()
    asked.save()
    timeline.record(
        events.ScreeningAnswered(about=asked.about, answer=reply), subjects.of_contact(contact), about=subjects.children(contact)
    )
    return asked


@action(capabilities.WORK, capabilities.RECEIVE)
def raise_immediate(reader: Reader, contact_id: UUID, *, words: str = "") -> WorkerCall:
    """A disclosure or an immediate safety concern: social workers and manager hear at this minute, whatever is empty."""
    contact = open_contact(reader, contact_id, capabilities.VIEW)
    made = alert_workers(contact, "immediate", words, by=reader)
    return made or contact.worker_calls.filter(why="immediate", taken_at=None).get()


@action(capabilities.WORK)
def bring_in_worker(reader: Reader, contact_id: UUID, *, words: str) -> WorkerCall:
    """Bring in a qualified social worker; when asked and when one answered are kept."""
    contact = open_contact(reader, contact_id)
    needed({"words": words}, {"words": "Say what you need a social worker for."})
    made = alert_workers(contact, "brought_in", words, by=reader)
    if made is None:
        raise Invalid("A social worker has been asked already and has not yet come.")
    return made


def alert_workers(contact: Contact, why: str, words: str = "", *, by: Reader | None = None) -> WorkerCall | None:
    """Call the social workers on duty to a contact; None if they are being called for this already.

    An urgent call moves the contact to the social workers, and its manager hears too. Where one of them holds the
    contact already, the call is answered as it is made.
    """
    if contact.worker_calls.filter(why=why, taken_at=None).exists():
        return None
    caller = by.user if by else contact.taken_by
    made = WorkerCall.objects.create(contact=contact, why=why, words=words.strip(), asked_by=caller, asked_at=worktime.now())
    home, about = subjects.of_contact(contact), subjects.children(contact)
    if why in URGENT and contact.stage in ("screening", "triage"):
        contact.stage = "with_worker"
        contact.save()
    if why == "immediate":
        timeline.record(events.ImmediateConcern(immediate=True), home, about=about)
    timeline.record(events.WorkerCalled(call=made.pk, why=why), home, about=about)
    holder = worker_holding(contact) if why in URGENT else None
    if holder is not None:
        made.taken_by, made.taken_at = holder, worktime.now()
        made.save()
        timeline.record(events.TakenByWorker(worker=holder.pk), home, about=about)
    waits = f"is with {holder.name}" if holder else "waits for a social worker"
    title = f"{made.get_why_display()}: contact {_number(contact)} {waits}"
    told = ([holder] if holder else duty_workers()) + (duty_managers() if why in URGENT else [])
    notify([user for user in told if user.pk != caller.pk], contact, title, f"call:{made.pk}")
    return made


def _number(contact: Contact) -> int:
    return Contact.objects.values_list("number", flat=True).get(pk=contact.pk)


@action(capabilities.WORK)
def transfer_call(reader: Reader, contact_id: UUID, *, transferred: bool, reason: str) -> Transfer:
    """Put a call through to a social worker with a summary, or say why not.

    Needs who is calling and a search of the systems first, so that the social worker hears who is known; an urgent
    call waits for neither.
    """
    contact = open_contact(reader, contact_id)
    needed({"reason": reason}, {"reason": "Say why."})
    if transferred and not is_urgent(contact):
        _ready_to_transfer(contact)
    made = Transfer.objects.create(
        contact=contact,
        transferred=transferred,
        reason=reason.strip(),
        summary=summary_of_checks(contact) if transferred else "",
        by=reader.user,
        at=worktime.now(),
    )
    if transferred:
        alert_workers(contact, "transfer", reason, by=reader)
    return made


@action(capabilities.WORK)
def put_through(reader: Reader, contact_id: UUID) -> Transfer:
    """Put an urgent call through at one press, with who is known: each child, whether anybody works with them, and since when.

    Raises Invalid where it is not urgent (that needs a reason, and a search first) or has been put through already.
    """
    contact = open_contact(reader, contact_id)
    if not is_urgent(contact):
        raise Invalid("Only an urgent call is put through at one press. Say why, and put it through with that.")
    if contact.transfers.filter(transferred=True).exists():
        raise Invalid("This call has been put through already.")
    made = Transfer.objects.create(
        contact=contact,
        transferred=True,
        reason="Urgent",
        summary="\n".join(known_words(reader, contact)),
        by=reader.user,
        at=worktime.now(),
    )
    alert_workers(contact, "transfer", "An urgent call was put through", by=reader)
    return made


def _ready_to_transfer(contact: Contact) -> None:
    if contact.referrer_kind != "anonymous" and not (contact.referrer_name and contact.referrer_telephone):
        raise Invalid("Take the caller's name and telephone number first, or note that they would not say.")
    if not contact.checks.exists():
        raise Invalid("Search the systems first, so that the social worker hears who is known.")


def summary_of_checks(contact: Contact) -> str:
    """What the searches found, one line for each."""
    titles = front_door().checks
    lines = [f"{titles.get(one.system, one.system)}: {one.found or one.gap}" for one in contact.checks.all()]
    return "\n".join(lines) or "No system has been searched yet."


@action(capabilities.WORK)
def pass_to_workers(reader: Reader, contact_id: UUID, *, heading: str, action_taken: str) -> Contact:
    """Screening is done: on to the social workers, with the issue in a heading and what has been done so far.

    Every system is searched or its gap explained first, and a written contact is sorted, unless it is urgent: then it
    goes on at once and the checks carry on alongside.
    """
    contact = open_contact(reader, contact_id)
    if contact.stage != "screening":
        raise Invalid("This contact is past screening.")
    needed(
        {"heading": heading, "action_taken": action_taken},
        {"heading": "Describe the issue in a line.", "action_taken": "Write what has been done, or that nothing has yet."},
    )
    if not is_urgent(contact):
        _screened(contact)
    contact.stage = "with_worker"
    contact.version += 1
    contact.save()
    _handled(reader, contact, "passed_on", heading, action_taken)
    alert_workers(contact, "transfer", heading, by=reader)
    return contact


def _handled(reader: Reader, contact: Contact, what: str, heading: str, words: str) -> None:
    Handling.objects.create(
        contact=contact, what=what, heading=heading.strip(), words=words.strip(), by=reader.user, at=worktime.now()
    )
    how = "passed_on" if what == "passed_on" else "advice_given"
    timeline.record(events.ScreeningEnded(how=how), subjects.of_contact(contact), about=subjects.children(contact))


def judged_first(reader: Reader, contact: Contact) -> bool:
    """Is it a reported concern that this reader, who is no social worker, may not end where officers screen?"""
    concern = contact.purpose != "support" or is_urgent(contact)
    return front_door().first_stage == "screening" and concern and not reader.can(capabilities.RECOMMEND)


def advice_is_all(contact: Contact) -> bool:
    """Is it in screening, and was it said that only advice is needed?"""
    last = contact.screening_answers.filter(about="advice_only").last()
    return contact.stage == "screening" and last is not None and last.settled == "yes"


@action(capabilities.WORK)
def end_with_advice_only(reader: Reader, contact_id: UUID, *, action_taken: str, route: str = "") -> Contact:
    """End a contact in screening where advice was all that was needed: no transfer, outcome, time and officer kept.

    Raises Invalid where it is a concern that a social worker judges first, where nobody has said that only advice is
    needed, where no advice is recorded, or without the action taken and how whoever told us heard.
    """
    contact = open_contact(reader, contact_id)
    if contact.stage != "screening":
        raise Invalid("This contact is past screening: it ends with a decision for each child.")
    if judged_first(reader, contact):
        raise Invalid(CONCERN)
    if not advice_is_all(contact):
        raise Invalid("Answer first whether only advice is needed. Where you asked, wait for the answer.")
    if not contact.advice_given.exists():
        raise Invalid("Record the advice first: what, and to whom.")
    needed({"action_taken": action_taken}, {"action_taken": "Write the action that was taken."})
    waiting = contact.tellings.filter(whom="referrer", status="to_tell")
    if waiting.exists() and not route:
        raise Invalid({"route": "Say how whoever told us had the advice."})
    waiting.update(status="told", route=route, told_by=reader.user, told_at=worktime.now(), reason="The advice was the answer")
    _handled(reader, contact, "ended", "", action_taken)
    return close(contact, "advice")


def _screened(contact: Contact) -> None:
    if to_be_sorted(contact):
        raise Invalid("Give this contact a priority and a next action first.")
    last = contact.screening_answers.filter(about="criteria").last()
    if last is None or last.settled not in ("yes", "possibly"):
        raise Invalid("Answer first whether there is a worry about how a child is doing. Where you asked, wait for the answer.")
    if any(one.answer == "unsure" and one.replied_at is None for one in contact.screening_answers.all()):
        raise Invalid("A question about this contact was asked. Wait for the answer.")
    missing = systems_unchecked(contact)
    if missing:
        raise Invalid(f"Search, or explain why not: {'; '.join(missing)}.")


@action(capabilities.TRIAGE)
def evaluate(reader: Reader, contact_id: UUID, *, immediate_concern: bool, risk: str, likelihood: str, reasons: str) -> Evaluation:
    """Evaluate what was gathered: immediate concern or not, what risk, how likely significant harm is, with reasons."""
    contact = open_contact(reader, contact_id, capabilities.TRIAGE)
    needed({"reasons": reasons}, {"reasons": "Give the reasons."})
    made = Evaluation.objects.create(
        contact=contact,
        immediate_concern=immediate_concern,
        risk=risk,
        likelihood=likelihood,
        reasons=reasons.strip(),
        by=reader.user,
        at=worktime.now(),
    )
    timeline.record(
        events.ContactEvaluated(immediate_concern=immediate_concern),
        subjects.of_contact(contact),
        about=subjects.children(contact),
    )
    if immediate_concern:
        alert_workers(contact, "immediate", by=reader)
    return made
