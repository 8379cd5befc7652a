"""What Swindon's officer finds known of a child: whether social care is involved, and what a caller's details add."""

from datetime import date

import pytest

from hearth.foundation import packs, worktime
from hearth.people import actions as people
from hearth.people.models import ServiceEpisode
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import enquiries, screening
from hearth.services.frontdoor.models import Referral
from hearth.services.frontdoor.pack import FrontDoor
from tests.flow.support import decided, health_visitor, recommended
from tests.record.conftest import Pages, words
from tests.record.test_kinds import allocated
from tests.support.pages import Reading
from tests.support.people import call, child, staff

pytestmark = pytest.mark.django_db


def header(page: str) -> str:
    """The page of a contact down to what is due."""
    return page.split("What is due", 1)[0]


def confirm(reader, line, **more) -> None:
    assert Pages(reader).post(f"children/{line.pk}/earlier-involvement/", **more).status_code == 302


@pytest.mark.requirement("SWI-P2-15")
def test_the_header_says_whether_social_care_is_or_was_lately_involved_and_the_officer_confirms_it(officer, monkeypatch):
    ada, bilal, cerys = (people.identify(officer, child(*name.split())) for name in ("Ada Novak", "Bilal Hussain", "Cerys Pugh"))
    allocated(ada, staff("Hal Holder", "area_social_worker", "assessment").user)
    ended = {"service": "child_in_need", "team": "assessment", "opened_on": date(2025, 9, 1), "closed_on": date(2026, 3, 10)}
    ServiceEpisode.objects.create(person=bilal, **ended)
    with worktime.frozen("2026-06-10T10:00"):  # three months to the day
        contact = actions.receive_contact(officer, call(ada, bilal, cerys))
        shown = header(Pages(officer).contact(contact))
        assert "Ada Novak: open to Hal Holder, Assessment and Child Protection Team; 0 earlier contacts; To be confirmed" in shown
        assert "Bilal Hussain: last closed on 10 March 2026 (Child in need); 0 earlier contacts; To be confirmed" in shown
        assert "Cerys Pugh: nothing open, and nothing closed in the last 3 months; 0 earlier contacts; To be confirmed" in shown
    with worktime.frozen("2026-06-10T10:04"):
        first, second, _ = contact.lines.order_by("position")
        confirm(officer, first)
        confirm(officer, second, added="His aunt says the worker was Hal.")
        shown = Pages(officer).contact(contact)
        team = "Assessment and Child Protection Team"
        assert f"Ada Novak: open to Hal Holder, {team}; 0 earlier contacts; confirmed by Ola Officer, 10:04 today" in header(shown)
        assert "Added: His aunt says the worker was Hal." in shown
    with worktime.frozen("2026-06-11T10:00"):  # a day too long ago, unless the authority looks back further
        later = actions.receive_contact(officer, call(bilal))
        assert "Bilal Hussain: nothing open, and nothing closed in the last 3 months" in header(Pages(officer).contact(later))
        door = packs.active().section(FrontDoor)
        monkeypatch.setitem(packs.active()._sections, FrontDoor, door.model_copy(update={"recent_months": 6}))
        assert "Bilal Hussain: last closed on 10 March 2026" in header(Pages(officer).contact(later))


def test_who_may_not_confirm_what_is_known_is_refused(officer):
    contact = actions.receive_contact(officer, call(child("Ada", "Novak")))
    police = staff("Pol Officer", "police_information", "fcp")
    assert Pages(police).post(f"children/{contact.lines.get().pk}/earlier-involvement/", added="x").status_code == 403


@pytest.mark.requirement("SWI-P2-10")
def test_a_written_contact_lists_what_is_missing_and_each_enquiry_with_who_when_and_what_was_learnt(officer, email):
    bea, pages = email.lines.get().person, Pages(officer)
    missing = pages.contact(email).split("Incomplete Still to ask: ", 1)[1].split(".", 1)[0]
    assert missing == ("date of birth, sex, ethnicity, nationality, first language, religion, communication needs, disability")
    asked = {"whom": "referrer", "person_asked": "Mrs Pugh", "question": "How old is Bea?", "asked_at": "09:40"}
    pages.save(email, "enquiry", **asked)
    pages.save(email, "enquiry", **(asked | {"person_asked": "Her aunt", "whom": "family", "asked_at": "09:45"}))
    first = email.enquiries.get(person_asked="Mrs Pugh")
    answer = pages.post(
        f"contacts/{email.pk}/enquiries/{first.pk}/answer/", answer="She was born on 4 March 2020.", answered_at="09:50"
    )
    assert answer.status_code == 302
    shown = pages.contact(email)
    assert "Mrs Pugh, asked by Ola Officer 09:40 today. How old is Bea? Answered 09:50 today: She was born on 4 March" in shown
    assert "Her aunt, asked by Ola Officer 09:45 today. How old is Bea? Not yet answered." in shown
    told = {"known_by": "told", "told_by": "Mrs Pugh"}
    values = {"date_of_birth": date(2020, 3, 4), "sex": "F"}
    people.change_facts(officer, bea.pk, version=1, base={"date_of_birth": bea.date_of_birth, "sex": "U"}, values=values, **told)
    left = pages.contact(email).split("Incomplete Still to ask: ", 1)[1].split(".", 1)[0]
    assert left == "ethnicity, nationality, first language, religion, communication needs, disability"


@pytest.mark.requirement("SWI-SVC-09")
def test_raising_the_stage_moves_a_contact_between_queues_and_says_who_raised_it_and_why(officer, duty, manager, email):
    listed, number = Pages(manager), f"contact {email.number}"

    def queues():
        start = listed.get("screening/")
        waiting = start.split("Waiting for a social worker", 1)[1].split("To be sorted", 1)[0]
        screened = start.split("In screening", 1)[1].split("Form awaited", 1)[0]
        return [number in screened, number in waiting, "Bea Okoro" in listed.get("sign-off/")]

    screening.sort_contact(officer, email.pk, priority="high", next_action="Ring the school")
    screening.answer_screening(officer, email.pk, about="criteria", answer="yes")
    for system in ("social_care", "early_help", "education"):
        enquiries.record_check(officer, email.pk, system=system, searched="Bea Okoro", found="Nothing")
    page = Pages(officer).contact(email)
    assert "Priority: high." in page
    assert "Screening with Ola Officer" in header(page)
    assert queues() == [True, False, False]
    with worktime.frozen("2026-06-01T10:20"):
        Pages(officer).save(email, "screened", heading="Hungry at school", action_taken="Rang the school: twice this week")
        page = Pages(duty).contact(email)
    raised = "Hungry at school: passed to the social workers by Ola Officer, 10:20 today: Rang the school: twice this week"
    assert raised in page
    assert "With a social worker with Ola Officer" in header(page)
    assert "Priority: high." in page
    assert queues() == [False, True, False]
    actions.take_contact(duty, email.pk)
    with worktime.frozen("2026-06-01T11:00"):
        recommended(duty, email, "referral", reasons="Nobody feeds her.")
        page = Pages(manager).contact(email)
    assert "To sign off with Dee Duty" in header(page)
    assert "recommended by Dee Duty, 11:00 today" in page
    assert "Nobody feeds her." in page
    assert queues() == [False, False, True]


@pytest.mark.requirement("SWI-ATM-10")
def test_advice_stands_on_the_childs_record_with_date_to_whom_what_and_by_whom(officer, duty, phone):
    ada = phone.lines.get().person_id
    given = {"kind": "advice", "what": "Keep a diary of bedtimes.", "to_whom": "Mrs Novak"}
    with worktime.frozen("2026-06-01T10:20"):
        Pages(duty).save(phone, "give-advice", **given)
    kept = actions.receive_contact(
        officer, call(child("Bilal", "Hussain"), referrer_name="Nina Neighbour", referrer_kind="public", referrer_confidential=True)
    )
    Pages(officer).save(kept, "give-advice", **(given | {"to_whom": "Nina Neighbour"}))
    two = actions.receive_contact(officer, call(child("Cerys", "Pugh"), child("Dele", "Okonkwo")))
    Pages(officer).save(two, "give-advice", **(given | {"what": "Dele sees the nurse."}))
    page = Reading(officer)
    shown = page.get(f"/people/{ada}/").split("Advice given", 1)[1]
    assert "10:20 today, by Dee Duty, to Mrs Novak: Keep a diary of bedtimes." in shown
    assert "to whoever told us: Keep a diary" in page.get(f"/people/{kept.lines.get().person_id}/")
    assert "Nina" not in page.get(f"/people/{kept.lines.get().person_id}/").split("Advice given", 1)[1]
    cerys = page.get(f"/people/{two.lines.order_by('position')[0].person_id}/")
    assert "10:00 today, by Ola Officer, on a contact about several children" in cerys
    assert "Dele sees the nurse" not in cerys, "nothing of one child stands on another's record"


@pytest.mark.requirement("SWI-P2-32")
def test_an_urgent_call_shows_first_who_is_known_and_goes_through_at_one_press_with_that(officer, duty):
    ada = people.identify(officer, child("Ada", "Novak"))
    ended = {"service": "child_in_need", "team": "assessment", "opened_on": date(2025, 9, 1), "closed_on": date(2026, 3, 10)}
    ServiceEpisode.objects.create(person=ada, **ended)
    with worktime.frozen("2026-05-20T10:00"):
        actions.receive_contact(officer, call(ada))
    contact = actions.receive_contact(officer, call(ada, child("Bilal", "Hussain")))
    pages, press = Pages(officer), f"/front-door/contacts/{contact.pk}/put-through/"
    assert press not in pages.client.get(f"/front-door/contacts/{contact.pk}/").content.decode()
    pages.post(f"contacts/{contact.pk}/put-through/")
    assert not contact.transfers.exists(), "what is not urgent is put through with a reason"
    with worktime.frozen("2026-06-01T10:02"):
        screening.raise_immediate(officer, contact.pk)
        raw = pages.client.get(f"/front-door/contacts/{contact.pk}/").content.decode()
        known = "Ada Novak: last closed on 10 March 2026 (Child in need); 1 earlier contact"
        other = "Bilal Hussain: nothing open, and nothing closed in the last 3 months; 0 earlier contacts"
        first = words(raw[: raw.index(press)])
        assert known in first
        assert other in first
        assert "What is due" not in first, "nothing but who and where they are stands before it"
    with worktime.frozen("2026-06-01T10:03"):
        assert pages.post(f"contacts/{contact.pk}/put-through/").status_code == 302
        shown = pages.contact(contact)
        assert f"Call put through, Ola Officer, 10:03 today: Urgent. What was found first: {known}; {other}" in shown
        pages.post(f"contacts/{contact.pk}/put-through/")
        assert contact.transfers.count() == 1
    with worktime.frozen("2026-06-01T10:07"):
        actions.take_contact(duty, contact.pk)
        assert "asked by Ola Officer, 10:02 today. Taken by Dee Duty, 10:07 today, after 5 minutes." in pages.contact(contact)


@pytest.mark.requirement("SWI-REF-19", "SWI-REF-21")
def test_a_referral_shows_earlier_periods_in_care_assessments_and_professionals_or_none(officer, duty, manager, receiver):
    ada = people.identify(officer, child("Ada", "Novak"))
    for service, opened, closed, reason in (
        ("care", date(2021, 3, 1), date(2022, 8, 31), "Returned to her mother"),
        ("care", date(2019, 1, 7), date(2019, 4, 30), ""),
        ("assessment", date(2024, 2, 5), date(2024, 3, 18), "Early help offered"),
        ("early_help", date(2024, 4, 2), date(2024, 9, 27), "Needs met"),
    ):
        ServiceEpisode.objects.create(person=ada, service=service, opened_on=opened, closed_on=closed, reason=reason)
    visitor = health_visitor(ada.pk)
    ada.professionals.update(starts_on=date(2017, 9, 1), ends_on=date(2021, 7, 1))
    shown = {}
    for name, who in (("Ada Novak", ada), ("Bilal Hussain", child("Bilal", "Hussain"))):
        made = decided(duty, manager, actions.receive_contact(officer, call(who)), "referral")
        page = Reading(receiver).get(f"/front-door/referrals/{Referral.objects.get(line__contact=made).pk}/")
        shown[name] = page.split(f"Before, with {name}", 1)[1].split("Already done", 1)[0]
    of_ada = shown["Ada Novak"]
    care = "In care: 7 January 2019 to 30 April 2019 ; 1 March 2021 to 31 August 2022: Returned to her mother"
    assert care.replace(" ;", ";") in of_ada.replace(" ;", ";")
    assert "Assessment: 5 February 2024 to 18 March 2024: Early help offered" in of_ada
    assert "Other services: Early help, 2 April 2024 to 27 September 2024: Needs met" in of_ada
    assert f"{visitor.name}, Health visitor, Solent Health, 1 September 2017 to 1 July 2021" in of_ada
    for none in ("In care: none", "Assessment: none", "Professionals who worked with them before: none recorded"):
        assert none in shown["Bilal Hussain"]
