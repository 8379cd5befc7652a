"""The Emergency Duty Team: the immediate risk, the analysis with the on-call manager, and what the daytime finds."""

import uuid

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, Refused, Stale
from hearth.foundation.access.models import AccessLog, Notice
from hearth.foundation.standards import notices
from hearth.foundation.standards.models import Obligation
from hearth.people.models import Agency
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import enquiries
from hearth.services.frontdoor.actions import night as at_night
from hearth.services.frontdoor.actions.kinds import KindDetails, set_kind
from hearth.services.frontdoor.models import NightAnalysis, Referral
from tests.record.conftest import Pages, at
from tests.support.people import analysed, call, child, staff

pytestmark = pytest.mark.django_db
NIGHT = "2026-06-01T22:00"
ANALYSIS = {
    "risks": "He is hit when his father drinks.",
    "impact_child": "Filip is afraid to go home.",
    "impact_family": "Jakub hears it.",
    "level": "protection",
    "proportionate": "He sleeps at his aunt's; the police see the father tonight.",
}


@pytest.fixture
def contact(night, on_call):
    with worktime.frozen(NIGHT):
        return actions.receive_contact(night, call(child("Filip", "Kowalski")))


@pytest.mark.requirement("SOT-EDT-06")
def test_the_immediate_risk_is_asked_and_yes_opens_the_emergency_with_a_running_clock(night, on_call, contact):
    with worktime.frozen(NIGHT):
        pages = Pages(night)
        assert "What is the immediate risk?" in pages.contact(contact)
        assert "What is the immediate risk?" in pages.get(f"contacts/{contact.pk}/immediate-risk/")
        assert "Say what the immediate risk is" in pages.refused(contact, "immediate-risk", risk="yes", words=" ")
        assert not Obligation.objects.filter(standard="SOT-FLAMING-RED-2H").exists()
        pages.save(contact, "immediate-risk", risk="yes", words="He is alone with his father.")
        page = pages.contact(contact)
        assert "FLAMING RED" in page and "by 00:00 tomorrow" in page
        assert Obligation.objects.get(standard="SOT-FLAMING-RED-2H").due_at == at("2026-06-02T00:00")
        assert "Say when each was called" in page
        other = actions.receive_contact(night, call(child("Ada", "Novak")))
        pages.save(other, "immediate-risk", risk="no", words="She is with her grandmother.")
        other.refresh_from_db()
        assert other.grade == ""


@pytest.mark.requirement("SOT-EDT-07")
def test_a_child_open_to_another_authority_is_helped_without_a_case_here(night, contact):
    with worktime.frozen(NIGHT):
        pages = Pages(night)
        assert "Name the other authority." in pages.refused(contact, "kind/moving_in")
        pages.save(contact, "kind/moving_in", organisation="Portsmouth", told="Their duty team, by telephone at 22:05")
        actions.record_protective_step(night, contact.pk, what="Taken to his aunt.", done_by="Nell Night", done_at=at(NIGHT))
        page = pages.contact(contact)
    assert "Open to another authority: Portsmouth. Told there: Their duty team, by telephone at 22:05" in page
    assert "Taken to his aunt." in page
    assert not Referral.objects.exists() and not contact.hand_overs.exists()


@pytest.mark.requirement("SOT-EDT-13")
def test_the_analysis_shows_both_names_and_the_managers_part_may_come_by_telephone(night, on_call, contact):
    with worktime.frozen("2026-06-01T22:40"):
        pages = Pages(night)
        part = {"manager": str(on_call.id), "words": "I agree that he does not go home."}
        assert "Write the analysis first" in pages.refused(contact, "managers-part", **part, telephoned_at="22:30")
        pages.save(contact, "night-analysis", version="0", **ANALYSIS)
        assert "The on-call manager’s part is still to be added." in pages.contact(contact)
        assert "Say when they said so by telephone." in pages.refused(contact, "managers-part", **part)
        pages.save(contact, "managers-part", **part, telephoned_at="22:30")
        page = pages.contact(contact)
        assert "Analysed by Nell Night, 22:40 today, together with Oona Oncall, by telephone 22:30 today: I agree" in page
        day = staff("Mara Manager", "manager", "crs")
        with pytest.raises(Invalid, match="on call at this hour"):
            night_part(night, contact, manager=day.id, telephoned_at=at("2026-06-01T22:30"))


def night_part(reader, contact, **more):
    return at_night.add_managers_part(reader, contact.pk, words="I agree.", **more)


def test_the_manager_writes_their_own_part_and_needs_no_telephone(night, on_call, contact):
    with worktime.frozen("2026-06-01T22:40"):
        night_analysis(night, contact, version=0)
        assert night_part(on_call, contact).telephoned_at is None
    made = NightAnalysis.objects.get()
    assert (made.manager, made.manager_words) == (on_call.user, "I agree.")


@pytest.mark.requirement("SOT-EDT-14", "SOT-EDT-15")
def test_three_headings_an_empty_one_is_pointed_out_and_the_daytime_sees_level_and_proportion_first(night, on_call, contact):
    worker = staff("Wren Worker", "social_worker", "crs")
    with worktime.frozen("2026-06-01T22:40"):
        pages = Pages(night)
        shown = pages.get(f"contacts/{contact.pk}/night-analysis/")
        headings = ("Risks presenting", "Impact on the child", "Impact on the wider family")
        assert all(words in shown for words in headings)
        assert "Level of support and intervention" in shown
        given = {"version": "0", **ANALYSIS, "impact_family": ""}
        assert "in proportion to the risk" in pages.refused(contact, "night-analysis", **(given | {"proportionate": " "}))
        pages.save(contact, "night-analysis", **given)
        page = pages.contact(contact)
        assert f"Child in need of protection : {ANALYSIS['proportionate']}".replace("'", "&#39;") in page
        assert "Impact on the wider family Empty" in page
        actions.hand_to_daytime(night, contact.pk, words="See Filip at school.")
    with worktime.frozen("2026-06-02T09:00"):
        sheet = Pages(worker).get("morning/")
        first = "Filip Kowalski, about 9: Child in need of protection. In proportion, because: He sleeps at his aunt&#39;s"
        assert first in sheet and "Empty: Impact on the wider family" in sheet
        assert sheet.index(first) < sheet.index("already elapsed")
        with pytest.raises(Refused):
            at_night.write_night_analysis(worker, contact.pk, version=1, **ANALYSIS)
        assert AccessLog.objects.filter(what="refusal", user_id=worker.id).exists()


def test_a_stale_analysis_and_a_double_submit(night, on_call, contact):
    number = uuid.uuid4()
    for _ in range(2):
        night_analysis(night, contact, version=0, request_id=number)
    with pytest.raises(Stale):
        night_analysis(night, contact, version=0)
    assert night_analysis(night, contact, version=1).version == 2


def night_analysis(reader, contact, **more):
    return at_night.write_night_analysis(reader, contact.pk, **ANALYSIS, **more)


@pytest.mark.requirement("SOT-EDT-16")
def test_who_could_not_be_reached_is_listed_and_followed_up_at_09_00_on_the_next_working_day(night, on_call, contact):
    worker = staff("Wren Worker", "social_worker", "crs")
    school = Agency.objects.create(name="Tidewell School", kind="education")
    with worktime.frozen(NIGHT):
        asked = {"whom": "professional", "person_asked": "The head", "question": "Was he at school?", "agency": school.pk}
        one = enquiries.make_enquiry(night, contact.pk, **asked)
        pages = Pages(night)
        past = pages.refused(contact, f"enquiries/{one.pk}/not-reachable", until="1 June 2026 21:00")
        assert "from now on" in past
        pages.save(contact, f"enquiries/{one.pk}/not-reachable", until="2 June 2026 08:30")
        assert "not reachable until 08:30 tomorrow" in pages.contact(contact)
        assert "To be asked when the office opens, 09:00 tomorrow." in Pages(worker).get("morning/")
    with worktime.frozen("2026-06-02T09:00"):
        sheet = Pages(worker).get("morning/")
        assert "To ask in the daytime" in sheet
        assert "The head, Tidewell School, not reachable until 08:30 today: Was he at school?" in sheet
        enquiries.answer_enquiry(worker, contact.pk, one.pk, answer="Yes.", answered_at=at("2026-06-02T09:00"))
        assert "The head, Tidewell School" not in Pages(worker).get("morning/")


@pytest.mark.requirement("SOT-EDT-18")
def test_the_outcome_step_shows_what_was_gathered_and_nothing_gathered_needs_a_reason(night, on_call, contact):
    with worktime.frozen(NIGHT):
        line = contact.lines.get()
        pages = Pages(night)
        shown = pages.get(f"children/{line.pk}/recommend/")
        assert "Nobody has been asked anything" in shown and "Where nothing has been gathered" in shown
        analysed(night, contact)
        wanted = {"outcome": "strategy", "reasons": "Hit.", "significant_harm": "suffering"}
        with pytest.raises(Invalid, match="Nothing has been gathered"):
            actions.recommend(night, line.pk, **wanted)
        actions.recommend(night, line.pk, nothing_gathered="He is in danger now.", **wanted)
        assert "Nothing was gathered first, because: He is in danger now." in pages.contact(contact)
        other = actions.receive_contact(night, call(child("Ada", "Novak")))
        one = enquiries.make_enquiry(night, other.pk, whom="family", person_asked="Her aunt", question="Is she well?")
        enquiries.answer_enquiry(night, other.pk, one.pk, answer="She is asleep.", answered_at=at(NIGHT))
        shown = pages.get(f"children/{other.lines.get().pk}/recommend/")
        assert "Who was asked Her aunt, asked by Nell Night 22:00 today: She is asleep." in shown
        analysed(night, other)
        assert actions.recommend(night, other.lines.get().pk, **wanted)


@pytest.mark.requirement("SOT-EDT-21")
def test_after_the_shift_each_contact_stands_in_each_childs_chronology_and_none_without_a_child_or_a_reason(night, on_call):
    worker = staff("Wren Worker", "social_worker", "crs")
    with worktime.frozen(NIGHT):
        contact = actions.receive_contact(night, call(child("Filip", "Kowalski"), child("Jakub", "Kowalski", 16)))
    with worktime.frozen("2026-06-02T09:10"):
        for line in contact.lines.all():
            page = Pages(worker).client.get(f"/people/{line.person_id}/").content.decode()
            assert "Contact received" in page[page.index('id="chronology"') :]
        report = Pages(worker).get("out-of-hours/?day=1+June+2026")
        assert "Contacts taken 1" in report and "Every contact names a child." in report
    with worktime.frozen("2026-06-02T22:00"):
        none = actions.receive_contact(night, call(kind="consultation"))
        set_kind(night, none.pk, kind="consultation", details=KindDetails(question="How?", told="Ring us.", harm_described="no"))
        report = Pages(worker).get("out-of-hours/?day=2+June+2026")
        assert f"Contact {none.number} : no child, because it is a consultation without names" in report


@pytest.mark.requirement("SOT-TRN-42")
def test_flaming_red_stands_first_with_its_minutes_left_and_a_minute_late_the_manager_hears():
    worker, manager = staff("Wren Worker", "social_worker", "crs"), staff("Mara Manager", "manager", "crs")
    with worktime.frozen("2026-06-01T09:00"):
        actions.receive_contact(worker, call(child("Ada", "Novak")))
    with worktime.frozen("2026-06-01T14:10"):
        contact = actions.receive_contact(worker, call(child("Filip", "Kowalski")))
        actions.set_grade(worker, contact.pk, grade="flaming_red", reasons="He goes home to him.")
    with worktime.frozen("2026-06-01T15:30"):
        page = Pages(worker).get("")
        assert page.index("Filip Kowalski") < page.index("Ada Novak")
        assert "respond within 2 hours: by 16:10 today, due in 40 minutes" in page
        Pages(worker).contact(contact)
        assert "by 16:10 today, due in 40 minutes" in Pages(worker).get("")
        assert Obligation.objects.get(standard="SOT-FLAMING-RED-2H").met_at is None
    late = "Late since 16:10 on Mon 1 June"
    with worktime.frozen("2026-06-01T16:10"):
        notices.notify()
        assert not Notice.objects.filter(user=manager.user, title__startswith=late).exists()
    with worktime.frozen("2026-06-01T16:11"):
        notices.notify()
        assert Notice.objects.filter(user=manager.user, title__startswith=late).count() == 1
        assert "LATE 1 minute FLAMING RED Filip Kowalski" in Pages(manager).get("")


@pytest.mark.requirement("SOT-TRN-44")
def test_red_is_offered_to_out_of_hours_with_its_time_running_and_stays_ours_until_accepted_by_name(night):
    worker = staff("Wren Worker", "social_worker", "crs")
    with worktime.frozen("2026-06-01T14:10"):
        contact = actions.receive_contact(worker, call(child("Filip", "Kowalski")))
        actions.set_grade(worker, contact.pk, grade="red", reasons="A mark was seen.")
        assert "by 20:10 today" in Pages(worker).contact(contact)
    with worktime.frozen("2026-06-01T16:45"):
        made = actions.choose_at_closing(worker, contact.pk, choice="out_of_hours")
        page = Pages(worker).get("closing/")
        assert "offered to out-of-hours, not yet accepted: still ours" in page and "by 20:10 today" in page
        contact.refresh_from_db()
        assert (contact.holder, contact.team) == (worker.user, "crs")
        assert "sent, not yet accepted: still ours" in Pages(worker).contact(contact)
    with worktime.frozen("2026-06-01T17:30"):
        assert "sent, not yet accepted: still ours" in Pages(worker).contact(contact)
        assert "by 20:10 today" in Pages(night).get("")
        actions.accept_hand_over(night, made.hand_over.pk)
        contact.refresh_from_db()
        assert contact.holder == night.user
        page = Pages(night).contact(contact)
        assert "accepted by Nell Night, 17:30 today" in page and "by 20:10 today" in page
