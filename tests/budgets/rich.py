"""Contacts and people with as many rows of every kind as asked, so that a query for each row shows in a count."""

from datetime import date, timedelta

from hearth.foundation import worktime
from hearth.foundation.access.models import Involvement
from hearth.foundation.access.readers import Reader
from hearth.foundation.letters.models import Letter
from hearth.people import actions as people
from hearth.people.models import (
    Address,
    Agency,
    Dismissal,
    Person,
    PersonProfessional,
    Professional,
    Relationship,
    Residence,
    ServiceEpisode,
    Warning,
)
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import enquiries, screening
from hearth.services.frontdoor.models import (
    Acknowledgement,
    Advice,
    AgreementStep,
    Chase,
    ConsentOverride,
    Contact,
    EarlierTold,
    EarlyHelpQuestion,
    EmergencyCall,
    Evaluation,
    FactorNoted,
    FamilyView,
    Flag,
    FurtherAction,
    Handling,
    HandOver,
    KindRecord,
    LawfulBasis,
    LevelOfNeed,
    NextStep,
    NightAnalysis,
    PotentialReferral,
    PromptAnswer,
    ProtectiveStep,
    RelevantHistory,
    RequestForm,
    SaidWords,
    SourceCheck,
    StepsDiscussion,
    Telling,
    Transfer,
    WorkerCall,
)
from tests.flow.support import decided, received
from tests.support.people import analysed, child, staff

FORENAMES = {"A": ("Ada", "Cosmo"), "B": ("Bruno", "Della", "Edgar", "Freya", "Gwendolen")}
SURNAMES = {"A": "Ashdown", "B": "Bellweather"}
FACTORS = ("injury_by_carer_today", "danger_now", "poor_home_conditions", "animal_mess", "needs_help", "no_food", "dirty", "cold")


def rich_contact(worker: Reader, manager: Reader, *, children: int, rows: int, tag: str = "A") -> Contact:
    """A contact about some children with `rows` of everything its page can show; the last child's record is restricted."""
    contact = received(worker, *(child(FORENAMES[tag][number], SURNAMES[tag]) for number in range(children + 1)))
    lines = list(contact.lines.order_by("position"))
    for line in lines:
        _family(line.person, worker, rows)
    _earlier(worker, manager, [line.person for line in lines], rows)
    _worked(worker, contact, rows)
    for line in lines:
        _about_child(worker, contact, line, rows)
    analysed(worker, contact)
    for line in lines[:-1]:
        for version in range(1, rows):
            actions.recommend(worker, line.pk, outcome="assessment", reasons="Unsafe.", significant_harm="likely")
            actions.return_recommendation(manager, line.pk, version=version, words="Say more.")
        actions.recommend(worker, line.pk, outcome="assessment", reasons="Unsafe.", significant_harm="likely")
    people.restrict(
        manager, lines[-1].person_id, level="restricted", reason="Safety", owner=staff(f"Owner{tag}", "manager", "crs").user
    )
    contact.refresh_from_db()
    return contact


def _family(person: Person, worker: Reader, rows: int) -> None:
    """Adults, a sibling, homes, services, workers, professionals and warnings of one child."""
    today, now = worktime.today(), worktime.now()
    others = [Person.objects.create(kind="child", forenames=f"Not{number}", surname="Them") for number in range(rows)]
    Dismissal.objects.bulk_create([Dismissal(person=person, dismissed=other, by=worker.user, at=now) for other in others])
    home = Address.objects.create(lines="1 High Street", postcode="SO14 1AA")
    Residence.objects.create(person=person, address=home, starts_on=today)
    for number in range(rows):
        for kind in ("mother", "father", "sibling"):
            relative = Person.objects.create(
                kind="child" if kind == "sibling" else "adult",
                forenames=f"{kind}{number}",
                surname="Rich",
                search_name=f"{kind} rich",
            )
            Relationship.objects.create(person=person, relative=relative, kind=kind)
            Residence.objects.create(person=relative, address=home, starts_on=today)
        ServiceEpisode.objects.create(
            person=person, service="early_help", opened_on=date(2020, 1, 1), closed_on=date(2021, 1, 1 + number)
        )
        Warning.objects.create(
            person=person, words="Dog", reason="Bites", starts_on=today, review_on=today + timedelta(days=9), set_by=worker.user
        )
        agency, _ = Agency.objects.get_or_create(name=f"Agency {number}", defaults={"kind": "health"})
        professional = Professional.objects.create(name=f"Visitor {person.pk} {number}", agency=agency, job="Health visitor")
        PersonProfessional.objects.create(person=person, professional=professional)
        Involvement.objects.create(
            kind="person", subject_id=person.pk, user=worker.user, role=f"helper{number}", starts_at=now - timedelta(days=1)
        )


def _earlier(worker: Reader, manager: Reader, persons: list[Person], rows: int) -> None:
    """Earlier contacts about the same children, still open or decided."""
    with worktime.frozen(worktime.now() - timedelta(days=20)):
        for number in range(rows):
            before = received(worker, *persons)
            if number % 2:
                decided(worker, manager, before, "advice")


def _worked(worker: Reader, contact: Contact, rows: int) -> None:
    """Everything that is recorded about a contact as a whole, several times."""
    now, user = worktime.now(), worker.user
    by = {"by": user, "at": now}
    recorded = {"recorded_by": user, "recorded_at": now}
    form = RequestForm.objects.create(contact=contact, awaited_since=now, recorded_by=user)
    agency = Agency.objects.create(name=f"Asked {contact.number}", kind="health")
    NightAnalysis.objects.create(contact=contact, level="protection", proportionate="So", manager=user, manager_at=now, **by)
    for number in range(rows):
        made = enquiries.make_enquiry(
            worker, contact.pk, whom="professional", person_asked=f"Dr {number}", question="?", agency=agency.pk
        )
        if number % 2:
            enquiries.answer_enquiry(worker, contact.pk, made.pk, answer="Nothing.", answered_at=made.asked_at)
        enquiries.record_check(worker, contact.pk, system="education", searched="Filip", found="In year 4")
        screening.sort_contact(worker, contact.pk, priority="normal", next_action="Ring")
        screening.answer_screening(worker, contact.pk, about="criteria", answer="yes")
        actions.set_grade(worker, contact.pk, grade=("amber", "red")[number % 2], reasons="Looked at again.")
        KindRecord.objects.create(contact=contact, kind="new_worry", **by)
        Transfer.objects.create(contact=contact, transferred=True, reason="Danger", **by)
        Evaluation.objects.create(contact=contact, immediate_concern=False, risk="low", likelihood="neither", reasons="So.", **by)
        SourceCheck.objects.create(contact=contact, validated=True, how="Rang back", **by)
        Acknowledgement.objects.create(contact=contact, route="telephone", **by)
        Advice.objects.create(contact=contact, kind="advice", what="Ring again", to_whom="Anna", **by)
        LawfulBasis.objects.create(contact=contact, basis="safeguarding", reasons="Danger", manager=user, **by)
        StepsDiscussion.objects.create(contact=contact, plan="So", **by)
        RelevantHistory.objects.create(contact=contact, adult=f"Adult {number}", words="History", **by)
        PromptAnswer.objects.create(contact=contact, prompt=f"asked{number}", answer="yes", **by)
        Chase.objects.create(form=form, how="Rang", **by)
        FactorNoted.objects.create(contact=contact, code=FACTORS[number], known_by="told", whose_words="Anna", **by)
        EmergencyCall.objects.create(contact=contact, whom="police", answer="called", called_at=now, **recorded)
        ProtectiveStep.objects.create(
            contact=contact, what="Stays", done_by="Wren", done_at=now, confirmed_by=user, confirmed_at=now, **recorded
        )
        FamilyView.objects.create(contact=contact, about=f"Adult {number}", answer="agrees", **recorded)
        NextStep.objects.create(contact=contact, what="Ring", owner="Wren", caller_agrees=True, **recorded)
        WorkerCall.objects.create(contact=contact, why="protection", asked_by=user, asked_at=now, taken_by=user, taken_at=now)
        Flag.objects.create(contact=contact, words="Out of order", at=now)
        told = {"belief": "So", "manager_belief": "So", "proposed_by": user, "proposed_at": now, "manager": user, "decided_at": now}
        AgreementStep.objects.create(contact=contact, about=f"Adult {number}", seek=False, agreed=True, **told, **by)
        EarlyHelpQuestion.objects.create(contact=contact, offer=True, reason="So", **by)
        Handling.objects.create(contact=contact, what="given", words="Ring first", to=user, **by)
        FurtherAction.objects.create(contact=contact, what="Ring", owner=user, due_on=now.date(), done_by=user, done_at=now, **by)
        settled = {"overridden": True, "rationale": "So", "decided_by": user, "decided_at": now}
        ConsentOverride.objects.create(contact=contact, why_asked="So", asked_by=user, asked_at=now, **settled)
        Letter.objects.create(
            template="referrer",
            title="Letter",
            addressee="Anna",
            route="post",
            paragraphs=[],
            signed_by="Wren",
            reference=str(contact.number),
            kind="contact",
            subject_id=contact.pk,
            made_by=user,
            made_at=now,
        )
        Telling.objects.create(contact=contact, whom="professional", name=f"Dr {number}", decided_by=user, told_by=user)


def _about_child(worker: Reader, contact: Contact, line, rows: int) -> None:
    """What is recorded about one child of a contact, several times; offers that were declined among it."""
    now, user = worktime.now(), worker.user
    adults = list(Relationship.objects.filter(person=line.person, relative__kind="adult").values_list("relative_id", flat=True))
    potential = PotentialReferral.objects.create(
        contact=contact,
        person=line.person,
        service="early_help",
        closed_on=now.date(),
        last_worker=user,
        last_manager=user,
        opened_at=now,
    )
    for whom in ("worker", "manager")[: rows // 2]:
        EarlierTold.objects.create(potential=potential, whom=whom, name="Hal", told_at=now, how="by e-mail", by=user, at=now)
    for number in range(rows):
        by = {"by": user, "at": now}
        FactorNoted.objects.create(contact=contact, line=line, code=FACTORS[number], known_by="told", whose_words="Anna", **by)
        PromptAnswer.objects.create(contact=contact, line=line, prompt=f"asked{number}", answer="yes", **by)
        LevelOfNeed.objects.create(person=line.person, line=line, level="2", title="Two", document="D", reasons="So", **by)
        SaidWords.objects.create(line=line, words="He hit me.", speaker="Filip", heard_by="Anna", heard_at=now, **by)
        Telling.objects.create(contact=contact, whom="family", person_id=adults[number], name="Mother", decided_by=user)
        HandOver.objects.create(
            contact=contact,
            line=line,
            to_team="crs",
            to_user=user,
            offered_by=user,
            offered_at=now,
            declined_by=user,
            withdrawn_at=now,
            ended_words="No",
        )
