"""What comes to a front door beside worries about a child: questions, requests for information, what is not ours.

They name no child, need no decision for one, and end with an answer.
"""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from hearth.config.demonstration.families import received
from hearth.config.demonstration.household import Step
from hearth.config.demonstration.staffing import Office
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.foundation.worktime import Calendar
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import NewContact, kinds
from hearth.services.frontdoor.actions.kinds import KindDetails
from hearth.services.frontdoor.models import Contact

SHARE = 0.31  # of all contacts; with what ends in advice at night, some 410 decisions are left of 640 contacts


@dataclass(frozen=True)
class Question:
    """One kind of enquiry: who brings it, what is asked, what is answered."""

    kind: str
    share: int
    source: str
    told: str
    answer: str
    organisation: str = ""
    passed: bool = False


QUESTIONS = (
    Question(
        "consultation",
        20,
        "2A",
        "A deputy head asks, without names, how to speak with parents about a pupil who is often collected late.",
        "Talk with the parents first, offer the after-school club, write down what is agreed, and ring if it goes on.",
    ),
    Question(
        "consultation",
        14,
        "3B",
        "A health visitor asks, without names, whether a mother who feels low after a birth should be referred.",
        "The listening visits and the surgery come first. With the mother's agreement early help can join. No harm was described.",
    ),
    Question(
        "consultation",
        10,
        "2B",
        "A nursery asks what to record when a two-year-old bites and the parents are worried.",
        "Keep the day book, share it with the parents each week, and ask the special needs co-ordinator to watch a session.",
    ),
    Question(
        "information",
        14,
        "7",
        "Probation asks whether children live at an address before somebody is released to it.",
        "Answered in writing to the officer, on the form for such requests.",
        "Probation service",
    ),
    Question(
        "information",
        10,
        "7",
        "The family court's officer asks for a check of records for a hearing about contact.",
        "Answered in writing by the business support officer.",
        "The family court's advisory service",
    ),
    Question(
        "information",
        6,
        "10",
        "Another authority asks whether a family now living there was known here.",
        "A summary was sent by secure e-mail to the named worker.",
        "Harbourshire Council",
    ),
    Question(
        "not_ours",
        8,
        "4",
        "A resident asks for help with an overcrowded flat. No worry about a child is described.",
        "",
        "Council housing, options team",
        True,
    ),
    Question(
        "not_ours",
        8,
        "10",
        "A caller asks how to apply for a school place in the middle of the year.",
        "The admissions team's number and the page with the form were given.",
    ),
    Question(
        "not_ours",
        5,
        "3A",
        "The surgery asks for a carer's assessment for an elderly patient.",
        "",
        "Adult social care, first contact",
        True,
    ),
    Question(
        "not_ours",
        5,
        "10",
        "A parent asks where to have the child benefit form signed.",
        "The help line's number was given.",
    ),
)


@dataclass(frozen=True)
class Enquiry:
    """One of them, received at a moment."""

    index: int
    received: datetime
    question: Question


def draw(seed: str, index: int, end: datetime, weeks: int, calendar: Calendar) -> Enquiry:
    """The enquiry of a number, in office hours, since nobody asks these at night."""
    chance = random.Random(f"{seed}:enquiry:{index}")  # noqa: S311 - invented data, the same every time
    question = chance.choices(QUESTIONS, [one.share for one in QUESTIONS])[0]
    return Enquiry(index, received(chance, end, weeks, calendar, out_of_hours=0), question)


def steps(office: Office, one: Enquiry, calendar: Calendar) -> list[Step]:
    """Somebody takes it, and answers in the same call or the same day."""
    chance = random.Random(f"answer:{one.index}")  # noqa: S311 - as above
    taken = one.received + timedelta(minutes=chance.randrange(3, 12))
    number = chance.randrange(10_000)
    made: list[Contact] = []

    def take() -> None:
        made.append(actions.receive_contact(office.caller(number), _contact(office, one, number)))

    def answer() -> None:
        _answer(office.teller(number), made[0], one.question)

    wait = chance.randrange(5, 40) if one.question.kind != "information" else chance.randrange(60, 400)
    later = calendar.next_opening(taken + timedelta(minutes=wait))
    return [Step(taken, (-2, one.index * 2), take), Step(later, (-2, one.index * 2 + 1), answer)]


def _contact(office: Office, one: Enquiry, number: int) -> NewContact:
    several = office.agencies.get(one.question.source)
    who = several[number % len(several)] if several else None
    return NewContact(
        purpose="support",
        kind="consultation" if one.question.kind == "consultation" else one.question.kind,
        what_told=one.question.told,
        lines=[],
        received_at=one.received,
        channel="email" if one.question.kind == "information" else "telephone",
        referrer_kind="professional" if who else "public",
        referrer_source=one.question.source,
        referrer_name=who.name if who else "A resident, name kept",
        referrer_job=who.job if who else "",
        referrer_agency=who.agency_id if who else None,
        referrer_telephone=who.telephone if who else f"07700 900{number % 1000:03}",
        referrer_address=f"{who.agency.name}, ZZ9 9ZZ" if who else "",
    )


def _answer(reader: Reader, contact: Contact, question: Question) -> None:
    """The answer goes to whoever asked, and the contact ends."""
    with timeline.recording(reader.id, why="demonstration"):
        if question.kind == "consultation":
            details = KindDetails(question=question.told, told=question.answer, harm_described="no", ended_with="advice")
        elif question.kind == "information":
            details = KindDetails(organisation=question.organisation, told=question.answer)
        else:
            passed = "passed" if question.passed else "information"
            details = KindDetails(redirected=passed, organisation=question.organisation, told=question.answer)
        telling = contact.tellings.get()
        by_post = question.kind == "information" and bool(contact.referrer_address)
        actions.tell_referrer(reader, telling.pk, route="post" if by_post else "telephone")
        kinds.set_kind(reader, contact.pk, kind=question.kind, details=details)
        if question.kind != "not_ours":  # that ends it already
            actions.close_contact(reader, contact.pk)


def how_many(contacts: float) -> int:
    """How many of so many contacts are of this sort."""
    return round(contacts * SHARE)
