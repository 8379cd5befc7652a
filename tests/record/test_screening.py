"""Screening: sorting, the criteria question, calling a social worker at once, passing on, triage and evaluation."""

import pytest

from hearth.foundation import packs, worktime
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.models import AccessLog, Notice
from hearth.foundation.timeline.models import Event
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import enquiries, screening
from hearth.services.frontdoor.models import Contact, ScreeningAnswer, Sorting, WorkerCall
from hearth.services.frontdoor.queries import record as record_queries
from tests.record.conftest import Pages, at
from tests.support.people import call, child, staff

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("SWI-P1-03")
def test_a_call_opens_at_the_criteria_question_and_an_email_waits_to_be_sorted(officer, phone, email):
    pages = Pages(officer)
    page = pages.contact(phone)
    assert "Is there a worry about how a child is doing?" in page
    assert "To be sorted" not in page
    waiting = section(pages.get("screening/"), "To be sorted", "In screening")
    assert f"contact {email.number}" in waiting
    assert f"contact {phone.number}" not in waiting
    screening.sort_contact(officer, email.pk, priority="normal", next_action="Ring the school")
    assert f"contact {email.number}" not in section(pages.get("screening/"), "To be sorted", "In screening")


def section(page: str, start: str, end: str) -> str:
    return page.split(start, 1)[1].split(end, 1)[0]


@pytest.mark.requirement("SWI-P1-04")
def test_a_written_contact_leaves_sorting_only_with_priority_and_next_action(officer, email):
    pages = Pages(officer)
    assert "Say what is done next" in pages.refused(email, "sort", priority="high")
    assert "Select priority" in pages.refused(email, "sort", next_action="Ring the school")
    with pytest.raises(Invalid, match="priority and a next action first"):
        screening.answer_screening(officer, email.pk, about="criteria", answer="yes")
    with pytest.raises(Invalid, match="priority and a next action first"):
        screening.pass_to_workers(officer, email.pk, heading="A worry", action_taken="Checked")
    assert Sorting.objects.count() == 0
    pages.save(email, "sort", priority="high", next_action="Ring the school")
    screening.answer_screening(officer, email.pk, about="criteria", answer="yes")


@pytest.mark.requirement("SWI-P1-05")
def test_the_manager_sets_or_changes_priority_and_officers_see_that_order(officer, assistant_manager, email):
    other = actions.receive_contact(officer, call(child("Ben", "Zielinski", 4), channel="email"))
    screening.sort_contact(officer, email.pk, priority="high", next_action="Ring the school")
    screening.sort_contact(officer, other.pk, priority="normal", next_action="Ring the surgery")
    assert [one.pk for one in record_queries.screening_lists(officer).in_screening] == [email.pk, other.pk]
    with worktime.frozen("2026-06-01T10:20"):
        screening.sort_contact(assistant_manager, email.pk, priority="low", next_action="This afternoon")
        page = Pages(officer).contact(email)
        listed = Pages(officer).get("screening/")
    assert "Sorted: low priority, Ash Manager, 10:20 today" in page
    assert "Sorted: high priority, Ola Officer, 10:00 today" in page
    in_order = section(listed, "In screening", "Form awaited")
    assert in_order.index(f"contact {other.number}") < in_order.index(f"contact {email.number}")


@pytest.mark.parametrize("answer", ["yes", "possibly"])
def test_a_worry_or_a_possible_worry_is_accepted_and_screening_goes_on(officer, phone, answer):
    Pages(officer).save(phone, "criteria", answer=answer)
    for system in ("social_care", "early_help", "education"):
        enquiries.record_check(officer, phone.pk, system=system, searched="Ada Novak", found="Nothing")
    screening.pass_to_workers(officer, phone.pk, heading="A worry", action_taken="Checked")
    phone.refresh_from_db()
    assert phone.stage == "with_worker"


@pytest.mark.parametrize("about", ["criteria", "advice_only"])
def test_unsure_asks_and_the_answer_is_kept_before_it_moves_on(officer, duty, assistant_manager, phone, about):
    page = about.replace("_", "-")
    pages = Pages(officer)
    assert "Choose whom to ask" in pages.refused(phone, page, answer="unsure")
    pages.save(phone, page, answer="unsure", asked_of="manager")
    question = ScreeningAnswer.objects.get()
    assert Notice.objects.filter(user=assistant_manager.user, key__startswith="question:").count() == 1
    with pytest.raises(Invalid, match="wait for the answer"):
        screening.pass_to_workers(officer, phone.pk, heading="A worry", action_taken="Checked")
    with pytest.raises(Refused):
        screening.reply_to_screening(duty, phone.pk, question.pk, reply="yes", reply_words="It is.")
    with worktime.frozen("2026-06-01T10:15"):
        answer = Pages(assistant_manager).post(
            f"contacts/{phone.pk}/questions/{question.pk}/reply/", reply="yes", reply_words="It is about her home."
        )
        assert answer.status_code == 302
        assert "Ash Manager answered yes, 10:15 today: It is about her home." in pages.contact(phone)
    screening.answer_screening(officer, phone.pk, about=about, answer="unsure", asked_of="social_worker")
    assert Notice.objects.filter(user=duty.user, key__startswith="question:").count() == 1


@pytest.mark.requirement("SWI-CHA-05")
def test_child_protection_alerts_the_duty_workers_and_the_wait_is_seen(officer, duty, assistant_manager, phone):
    actions.set_protection(officer, phone.pk, child_protection=True)
    assert Notice.objects.filter(user=duty.user, subject_id=phone.pk).count() == 1
    ringing = Pages(duty).client.get("/front-door/screening/").content.decode()
    assert 'aria-live="polite" hx-get="/front-door/screening/"' in ringing
    with worktime.frozen("2026-06-01T10:07"):
        assert "waiting 7 minutes" in Pages(duty).get("screening/")
        assert "Waiting for a social worker for 7 minutes" in Pages(assistant_manager).contact(phone)
        Pages(duty).post(f"contacts/{phone.pk}/take/")
    taken = WorkerCall.objects.get()
    assert (taken.asked_at, taken.taken_at, taken.taken_by) == (at("2026-06-01T10:00"), at("2026-06-01T10:07"), duty.user)
    page = Pages(assistant_manager).contact(phone)
    assert "asked by Ola Officer, 10:00 today. Taken by Dee Duty, 10:07 today, after 7 minutes." in page
    assert Event.objects.filter(kind="contact.taken_by_worker").count() == 1
    phone.refresh_from_db()
    assert phone.holder == duty.user


@pytest.mark.requirement("SWI-AIO-03")
def test_a_disclosure_alerts_worker_and_manager_at_that_minute(officer, duty, assistant_manager, phone):
    with worktime.frozen("2026-06-01T10:03"):
        Pages(officer).post(f"contacts/{phone.pk}/immediate/")
    for reader in (duty, assistant_manager):
        assert Notice.objects.get(user=reader.user).at == at("2026-06-01T10:03")
    assert WorkerCall.objects.get(why="immediate").asked_at == at("2026-06-01T10:03")


@pytest.mark.requirement("SWI-P1-02")
def test_an_immediate_concern_goes_to_the_top_in_red_at_that_minute_whatever_is_empty(officer, duty, phone, email):
    bare = actions.receive_contact(officer, call(child("Zed", "Unknown", None), channel="email", referrer_name=""))
    screening.bring_in_worker(officer, phone.pk, words="A mother asks about contact")
    with worktime.frozen("2026-06-01T10:05"):
        Pages(officer).post(f"contacts/{bare.pk}/immediate/")
        lists = record_queries.screening_lists(duty)
        assert [one.contact_id for one in lists.calls] == [bare.pk, phone.pk]
        raw = Pages(duty).client.get("/front-door/screening/").content.decode()
    assert raw.index(f"contact {bare.number}") < raw.index("govuk-tag--red") < raw.index(f"contact {phone.number}")
    bare.refresh_from_db()
    assert bare.stage == "with_worker"
    assert WorkerCall.objects.get(contact=bare).asked_at == at("2026-06-01T10:05")


@pytest.mark.requirement("SWI-VAL-03")
def test_any_contact_shows_who_is_on_duty_and_brings_a_social_worker_in(officer, duty, phone):
    pages = Pages(officer)
    away = staff("Abe Away", "social_worker", "fcp")
    away.user.absent_until = at("2026-06-08T09:00")
    away.user.save()
    assert "Social workers on duty: Dee Duty." in pages.contact(phone)
    pages.save(phone, "bring-in", words="The caller is a girl of 12 and very upset")
    assert Notice.objects.filter(user=duty.user, subject_id=phone.pk).count() == 1
    with worktime.frozen("2026-06-01T10:04"):
        actions.take_contact(duty, phone.pk)
        assert "asked by Ola Officer, 10:00 today. Taken by Dee Duty, 10:04 today" in pages.contact(phone)


def test_asking_twice_is_said_and_alerts_once(officer, duty, phone):
    screening.bring_in_worker(officer, phone.pk, words="Please come")
    with pytest.raises(Invalid, match="asked already"):
        screening.bring_in_worker(officer, phone.pk, words="Please come")
    screening.raise_immediate(officer, phone.pk)
    again = screening.raise_immediate(officer, phone.pk)
    assert WorkerCall.objects.filter(why="immediate").get() == again


@pytest.mark.requirement("SWI-P2-11")
def test_a_transfer_needs_the_caller_and_a_search_of_the_systems(officer, duty, phone):
    Contact.objects.filter(pk=phone.pk).update(referrer_telephone="")
    pages = Pages(officer)
    said = {"transferred": "yes", "reason": "She wants to talk it through"}
    assert "Take the caller&#x27;s name" in pages.refused(phone, "transfer", **said).replace("&#39;", "&#x27;")
    Contact.objects.filter(pk=phone.pk).update(referrer_telephone="01793 000000")
    assert "Search the systems first" in pages.refused(phone, "transfer", **said)
    enquiries.record_check(officer, phone.pk, system="social_care", searched="Ada Novak", found="Closed in 2024")
    pages.save(phone, "transfer", **said)


@pytest.mark.requirement("SWI-P2-12")
@pytest.mark.parametrize(("put", "shown"), [("yes", "Call put through"), ("no", "Call not put through")])
def test_whether_the_call_was_put_through_stands_with_reason_and_time(officer, phone, put, shown):
    enquiries.record_check(officer, phone.pk, system="social_care", searched="Ada Novak", found="Closed in 2024")
    with worktime.frozen("2026-06-01T10:11"):
        Pages(officer).save(phone, "transfer", transferred=put, reason="Her questions are legal ones")
        assert f"{shown}, Ola Officer, 10:11 today: Her questions are legal ones" in Pages(officer).contact(phone)


def test_an_urgent_call_is_put_through_at_once_with_whatever_was_found(officer, duty, phone):
    Contact.objects.filter(pk=phone.pk).update(referrer_telephone="")
    screening.raise_immediate(officer, phone.pk)
    made = screening.transfer_call(officer, phone.pk, transferred=True, reason="He is at the door now")
    assert made.summary == "No system has been searched yet."


@pytest.mark.requirement("SWI-P2-23")
def test_checks_are_complete_or_explained_unless_it_is_urgent(officer, duty, phone):
    screening.answer_screening(officer, phone.pk, about="criteria", answer="yes")
    enquiries.record_check(officer, phone.pk, system="social_care", searched="Ada Novak", found="Nothing")
    with pytest.raises(Invalid, match="Early help records; Education records"):
        screening.pass_to_workers(officer, phone.pk, heading="A worry", action_taken="Checked")
    enquiries.record_check(officer, phone.pk, system="early_help", searched="Ada Novak", found="Closed in May")
    with pytest.raises(Invalid):
        enquiries.record_check(officer, phone.pk, system="education")
    enquiries.record_check(officer, phone.pk, system="education", gap="The school's system is down until Tuesday")
    screening.pass_to_workers(officer, phone.pk, heading="A worry", action_taken="Checked")
    urgent = actions.receive_contact(officer, call(child("Ben", "Zielinski", 4)))
    screening.raise_immediate(officer, urgent.pk)
    urgent.refresh_from_db()
    assert urgent.stage == "with_worker"
    page = Pages(officer).contact(urgent)
    assert "Still to search, or to explain" in page
    enquiries.record_check(officer, urgent.pk, system="education", searched="Ben", found="In reception")
    lead = staff("Lou Lead", "area_social_worker", "early_help_north")
    from tests.record.test_kinds import allocated

    early = actions.receive_contact(officer, call(child("Cai", "Evans", 3)))
    allocated(early.lines.get().person, lead.user, "lead_professional")
    screening.answer_screening(officer, early.pk, about="criteria", answer="yes")
    with pytest.raises(Invalid, match="Search, or explain why not"):
        screening.pass_to_workers(officer, early.pk, heading="A worry", action_taken="Checked")


@pytest.mark.requirement("SWI-P2-33")
def test_screened_it_goes_to_social_workers_and_stands_on_the_managers_board(officer, duty, assistant_manager, phone):
    screening.answer_screening(officer, phone.pk, about="criteria", answer="possibly")
    for system in ("social_care", "early_help", "education"):
        enquiries.record_check(officer, phone.pk, system=system, searched="Ada Novak", found="Nothing")
    Pages(officer).post(f"contacts/{phone.pk}/screened/", heading="A worry at home", action_taken="Checked")
    phone.refresh_from_db()
    assert phone.get_stage_display() == "With a social worker"
    for reader in (duty, assistant_manager):
        assert f"contact {phone.number}" in section(Pages(reader).get("screening/"), "Waiting for a social worker", "To be sorted")
    with pytest.raises(Invalid, match="past screening"):
        screening.pass_to_workers(officer, phone.pk, heading="A worry", action_taken="Checked")


@pytest.mark.requirement("SWI-REF-32", "SWI-REF-33")
def test_the_manager_evaluates_and_an_immediate_concern_heads_the_list(officer, duty, assistant_manager, phone, email):
    screening.bring_in_worker(officer, email.pk, words="A father shouts")
    pages = Pages(assistant_manager)
    assert "Answer: Is there an immediate safeguarding concern?" in pages.refused(phone, "evaluation")
    said = {"risk": "high", "likelihood": "likely", "reasons": "Three contacts since March."}
    pages.save(phone, "evaluation", immediate_concern="yes", **said)
    page = pages.contact(phone)
    assert "Immediate safeguarding concern Evaluated by Ash Manager, 10:00 today: risk high" in page
    assert "significant harm: likely to suffer significant harm. Three contacts since March." in page
    assert record_queries.screening_lists(duty).calls[0].contact == phone
    pages.save(email, "evaluation", immediate_concern="no", **said)
    assert not WorkerCall.objects.filter(contact=email, why="immediate").exists()


def test_evaluating_is_the_managers_and_a_refusal_is_logged(officer, phone):
    with pytest.raises(Refused):
        screening.evaluate(officer, phone.pk, immediate_concern=False, risk="low", likelihood="neither", reasons="x")
    assert AccessLog.objects.filter(what="refusal", user_id=officer.id).exists()


@pytest.mark.requirement("SWI-AIO-05")
def test_the_research_log_shows_each_search_what_was_found_and_when(officer, phone):
    pages = Pages(officer)
    pages.save(phone, "system", system="social_care", searched="Novak, SN1", found="One contact in 2024, advice given")
    with worktime.frozen("2026-06-01T10:09"):
        pages.save(phone, "system", system="education", searched="Ada Novak", found="Attends 61%")
        page = pages.contact(phone)
    assert "10:00 today, Ola Officer: Children&#x27;s social care records" in page.replace("&#39;", "&#x27;")
    assert "searched for Novak, SN1. Found: One contact in 2024, advice given" in page
    assert "10:09 today, Ola Officer: Education records, searched for Ada Novak. Found: Attends 61%" in page


@pytest.mark.requirement("SWI-ELI-01")
@pytest.mark.parametrize(
    ("day", "disabled", "warned"),
    [("2026-06-02", False, False), ("2026-06-03", False, True), ("2026-06-03", True, False)],
)
def test_somebody_who_has_turned_18_is_pointed_out_unless_a_disability_is_recorded(officer, day, disabled, warned):
    from datetime import date

    with worktime.frozen(f"{day}T10:00"):
        contact = actions.receive_contact(officer, call(child("Eve", "Hill", None, date_of_birth=date(2008, 6, 3))))
        if disabled:
            person = contact.lines.get().person
            person.disabilities = ["LD"]
            person.save()
        assert ("Eve Hill had turned 18" in Pages(officer).contact(contact)) is warned


def test_triage_gives_a_priority_and_passes_on(officer, assistant_manager, phone):
    Contact.objects.filter(pk=phone.pk).update(stage="triage")
    Pages(assistant_manager).save(phone, "triage", priority="immediate", next_action="See today")
    phone.refresh_from_db()
    assert (phone.stage, phone.priority) == ("with_worker", "immediate")
    assert Event.objects.get(kind="contact.triaged").data["priority"] == "immediate"
    assert WorkerCall.objects.filter(contact=phone, why="immediate").exists()
    assert packs.active().name == "swindon"
