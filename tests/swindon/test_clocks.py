"""Swindon's clocks as its pages show them; every expected date is the catalogue's own."""

import pytest

from hearth.foundation import worktime
from hearth.foundation.standards.loading import rulebook
from hearth.foundation.standards.models import Obligation
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import conversation
from tests.flow.support import decided, recommended
from tests.record.conftest import Pages, at
from tests.support.people import call, child

pytestmark = pytest.mark.django_db


FAMILIES = [("Ada", "Novak"), ("Bilal", "Hussain"), ("Cerys", "Pugh"), ("Dele", "Okonkwo"), ("Emil", "Wysocki")]


def taken(reader, moment, family=0, **more):
    with worktime.frozen(moment):
        return actions.receive_contact(reader, call(child(*FAMILIES[family]), **more))


def choose(monkeypatch, code, reading):
    settings = rulebook("swindon").pack.settings
    chosen = [settings[code].values[0].model_copy(update={"reading": reading})]
    monkeypatch.setitem(settings, code, settings[code].model_copy(update={"values": chosen}))


def why(reader, contact, standard):
    row = Obligation.objects.get(head__subject_id=contact.pk, standard=standard)
    return Pages(reader).get(f"contacts/{contact.pk}/timescales/{row.pk}/").replace("&#34;", '"')


def due(page):
    return page.split("What is due", 1)[1].split("What we were told", 1)[0]


@pytest.mark.requirement("SWI-PUR-02")
def test_a_decision_is_due_in_24_hours_late_a_minute_after_for_all_three_and_its_length_is_shown(officer, duty, manager):
    contact, other = taken(officer, "2026-06-01T10:00"), taken(officer, "2026-06-01T10:00", 1)
    assert "Decide on the contact within 24 hours : by 10:00 tomorrow" in due(Pages(officer).contact(contact))
    for reader in (officer, duty, manager):
        with worktime.frozen("2026-06-02T10:00"):
            assert "Late Decide on the contact within 24 hours" not in due(Pages(reader).contact(contact))
        with worktime.frozen("2026-06-02T10:01"):
            page = due(Pages(reader).contact(contact))
            assert "Late Decide on the contact within 24 hours : by 10:00 today, late by 1 minute" in page
    with worktime.frozen("2026-06-02T09:30"):
        decided(duty, manager, other, "no_social_work")
        page = due(Pages(officer).contact(other))
    assert "Decide on the contact within 24 hours : by 10:00 today, done in time" in page
    assert "09:30 today, after 23 hours 30 minutes" in page.split("Decide on the contact within 24 hours", 1)[1][:120]


@pytest.mark.requirement("SWI-SST-01")
def test_one_working_day_ends_on_monday_24_hours_on_saturday_and_the_rule_is_named(officer, monkeypatch):
    contact = taken(officer, "2026-06-05T15:00")
    with worktime.frozen("2026-06-05T15:30"):
        page = why(officer, contact, "SWI-RESPONSE-TYPE-1WD")
    assert "15:00 on Mon 8 June" in page
    counting = 'How "one working day (24 hours)" is counted: '
    assert counting + "one working day, ending at the same time of the next working day" in page
    choose(monkeypatch, "working_day_or_24h", "hours")
    plain = taken(officer, "2026-06-05T15:00", 1)
    with worktime.frozen("2026-06-05T15:30"):
        page = why(officer, plain, "SWI-RESPONSE-TYPE-1WD")
    assert "15:00 tomorrow" in page
    assert counting + "24 hours as they pass" in page


@pytest.mark.requirement("SWI-SST-05")
def test_feedback_is_due_in_three_days_beside_the_stricter_limits_and_which_one_leads(officer, duty, manager):
    contact = decided(duty, manager, taken(officer, "2026-06-01T10:00"), "no_social_work")
    page = why(officer, contact, "SWI-FEEDBACK-3D")
    assert "23:59 on Thu 4 June" in page
    beside = page.split("Every limit on the same duty: tell the referrer the outcome", 1)[1]
    first, rest = beside.split("Leads", 1)
    assert "Send the referrer a letter with the outcome within 24 hours : by 10:00 tomorrow" in first
    assert "within 48 hours : by 10:00 on Wed 3 June" in rest
    assert "Tell the referrer what was decided within 3 days : by 23:59 on Thu 4 June" in rest


@pytest.mark.requirement("SWI-STD-01")
def test_an_ordinary_referral_is_finalised_by_the_next_day_and_turns_amber_two_hours_before(officer):
    contact = taken(officer, "2026-06-01T10:00")

    def clock(moment):
        with worktime.frozen(moment):
            raw = Pages(officer).client.get(f"/front-door/contacts/{contact.pk}/").content.decode()
        before = raw[: raw.index("Finalise an ordinary referral within 24 hours</strong>: by 10:00")]
        return before[before.rindex("hearth-clock--") :].split('"')[0]

    assert clock("2026-06-02T07:59") == "hearth-clock--open"
    assert clock("2026-06-02T08:00") == "hearth-clock--due_soon"
    with worktime.frozen("2026-06-01T10:00"):
        assert "Finalise an ordinary referral within 24 hours : by 10:00 tomorrow" in Pages(officer).contact(contact)


@pytest.mark.requirement("SWI-STD-02")
def test_child_protection_is_finalised_in_two_hours_from_receipt_even_when_the_office_shuts(officer):
    words = "Finalise a child protection referral within 2 hours"
    at_once = taken(officer, "2026-06-01T10:00", child_protection=True)
    with worktime.frozen("2026-06-01T10:05"):
        assert f"{words} : by 12:00 today, due in 1 hour 55 minutes" in due(Pages(officer).contact(at_once))
    ordinary = taken(officer, "2026-06-01T10:00", 1)
    with worktime.frozen("2026-06-01T13:00"):
        assert words not in due(Pages(officer).contact(ordinary))
        actions.set_protection(officer, ordinary.pk, child_protection=True)
        page = due(Pages(officer).contact(ordinary))
        assert f"Late {words} : by 12:00 today, passed before identified" in page
        assert "Received 10:00 today, identified 13:00 today" in page
    late = taken(officer, "2026-06-01T16:00", 2, child_protection=True)
    with worktime.frozen("2026-06-01T16:45"):
        assert f"{words} : by 18:00 today" in due(Pages(officer).contact(late))


@pytest.mark.requirement("SWI-STD-03")
def test_it_is_evaluated_on_the_day_of_receipt_though_the_decision_has_24_hours(officer, manager):
    contact = taken(officer, "2026-06-01T15:00")
    evaluate, decide = "Gather information and evaluate on the day of receipt", "Decide on the contact within 24 hours"
    with worktime.frozen("2026-06-01T23:58"):
        page = due(Pages(manager).contact(contact))
        assert f"{evaluate} : by 23:59 today" in page and f"Late {evaluate}" not in page
    with worktime.frozen("2026-06-02T00:01"):
        page = due(Pages(manager).contact(contact))
    assert f"Late {evaluate} : by 23:59 yesterday" in page
    assert f"{decide} : by 15:00 today, due in 14 hours 59 minutes" in page


@pytest.mark.requirement("SWI-STD-06")
def test_written_feedback_is_due_in_48_hours_counted_from_receipt_and_a_letter_closes_it(officer, duty, manager):
    address = {"referrer_address": "1 High Street"}
    contact = decided(duty, manager, taken(officer, "2026-06-01T10:00", **address), "no_social_work")
    page = why(officer, contact, "SWI-FEEDBACK-48H")
    assert "10:00 on Wed 3 June" in page
    assert "The text does not state when the 48 hours start; receipt is assumed." in page
    assert "within 24 hours : by 10:00 tomorrow" in page
    assert "within 3 days : by 23:59 on Thu 4 June" in page
    with worktime.frozen("2026-06-03T09:50"):
        actions.tell_referrer(officer, contact.tellings.get().pk, route="post")
        page = due(Pages(officer).contact(contact))
        assert "within 48 hours : by 10:00 today, done in time" in page
        assert "Nothing is due." in page


@pytest.mark.requirement("SWI-AIO-14")
def test_the_letter_shares_its_deadline_with_the_decision(officer, duty, manager):
    contact = taken(officer, "2026-06-01T10:00")
    assert "Send the referrer a letter with the outcome within 24 hours : by 10:00 tomorrow" in Pages(officer).contact(contact)
    with worktime.frozen("2026-06-02T09:59"):
        decided(duty, manager, contact, "no_social_work")
        page = due(Pages(officer).contact(contact))
        assert "Send the referrer a letter with the outcome within 24 hours : by 10:00 today, due in 1 minute" in page
        assert "It shares its deadline with the 24 hours for the decision." in why(officer, contact, "SWI-LETTER-24H")


@pytest.mark.requirement("SWI-CHA-01")
def test_an_email_counts_from_its_arrival_not_from_when_it_was_opened(officer):
    with worktime.frozen("2026-06-01T10:40"):
        given = {"channel": "email", "received_at": at("2026-06-01T09:12"), "started_at": at("2026-06-01T10:30")}
        contact = actions.receive_contact(officer, call(child("Ada", "Novak"), **given))
        page = Pages(officer).contact(contact)
    assert f"Contact {contact.number}, received 09:12 today E-mail. First seen 10:30 today." in page
    assert "Decide on the contact within 24 hours : by 09:12 tomorrow" in page


@pytest.mark.requirement("SWI-CHA-22")
def test_arrived_on_friday_evening_first_seen_on_monday_and_the_rule_in_force_is_named(officer, monkeypatch):
    with worktime.frozen("2026-06-08T08:30"):
        given = {"channel": "email", "received_at": at("2026-06-05T17:00"), "started_at": at("2026-06-08T08:30")}
        contact = actions.receive_contact(officer, call(child("Ada", "Novak"), **given))
        page = Pages(officer).contact(contact)
        reason = why(officer, contact, "SWI-DECISION-24H")
    assert "received 17:00 on Fri 5 June" in page
    assert "First seen 08:30 today." in page
    assert "17:00 on Sat 6 June" in reason
    assert "Whether the 24 hours run while the office is closed: the hours run day and night, closed time included" in reason
    # By the other reading Saturday and Sunday stand still, so the 24 hours from Friday 17:00 end on Monday at 17:00.
    choose(monkeypatch, "closed_time", "next_day")
    with worktime.frozen("2026-06-08T08:30"):
        other = actions.receive_contact(officer, call(child("Bilal", "Hussain"), **given))
        reason = why(officer, other, "SWI-DECISION-24H")
    assert "17:00 today" in reason
    assert "closed: the hours stand still on days that are not working days" in reason


def test_when_the_hours_stand_still_on_closed_days_the_date_follows_the_setting(officer, monkeypatch):
    choose(monkeypatch, "closed_time", "next_day")
    with worktime.frozen("2026-06-08T08:30"):
        contact = actions.receive_contact(officer, call(child("Ada", "Novak"), received_at=at("2026-06-05T17:00")))
        reason = why(officer, contact, "SWI-DECISION-24H")
    assert "17:00 today" in reason and "the hours stand still on days that are not working days" in reason


@pytest.mark.requirement("SWI-P2-21", "SWI-REF-12")
def test_received_and_entered_both_show_and_clocks_count_from_receipt(officer):
    for received, entered, shown, by in (
        ("2026-06-05T11:00", "2026-06-08T09:00", "11:00 on Fri 5 June", "by 11:00 on Sat 6 June"),
        ("2026-06-01T10:00", "2026-06-01T15:00", "10:00 today", "by 10:00 tomorrow"),
    ):
        with worktime.frozen(entered):
            who = child(*FAMILIES[len(shown) % 5])
            contact = actions.receive_contact(officer, call(who, channel="letter", received_at=at(received)))
            page = Pages(officer).contact(contact)
        assert f"received {shown}" in page
        assert f"Entered {entered[11:]} today by Ola Officer." in page
        assert f"Decide on the contact within 24 hours : {by}" in page.replace("yesterday", "on Sun 7 June")


@pytest.mark.requirement("SWI-CHA-15")
def test_the_form_is_due_in_48_hours_late_after_and_the_professional_is_chased(officer):
    form = "The professional's referral form within 48 hours"
    contact, second = (taken(officer, "2026-06-01T14:00", one, child_protection=True) for one in (0, 1))
    with worktime.frozen("2026-06-01T14:05"):
        assert f"{form} : by 14:00 on Wed 3 June" in due(Pages(officer).contact(contact)).replace("&#39;", "'")
    with worktime.frozen("2026-06-03T13:50"):
        conversation.receive_form(officer, second.pk, received_at=at("2026-06-03T13:45"), received_by="email")
        page = due(Pages(officer).contact(second)).replace("&#39;", "'")
        assert f"{form} : by 14:00 today, done in time" in page
    with worktime.frozen("2026-06-03T14:01"):
        page = Pages(officer).contact(contact).replace("&#39;", "'")
        assert f"Late {form} : by 14:00 today, late by 1 minute" in page
        assert "Ask again for the form" in page
        listed = Pages(officer).get("screening/").split("Form awaited", 1)[1]
        assert f"contact {contact.number}" in listed and f"Late {form}" in listed.replace("&#39;", "'") and "Ask again" in listed
        Pages(officer).save(contact, "form-chased", how="Rang the head's office")
        assert "Asked again for the form by Ola Officer, 14:01 today" in Pages(officer).contact(contact)


@pytest.mark.requirement("SWI-CHA-04")
def test_the_office_calendar_and_a_contact_after_hours(officer):
    page = Pages(officer).get("office-hours/?day=4/6/2026")
    assert "Thu 4 June 2026 08:30 to 16:40" in page
    assert "Fri 5 June 2026 08:30 to 16:00" in page
    assert "Sat 6 June 2026 Closed: Saturday" in page
    assert "Mon 31 August 2026 Closed: Late Summer Bank Holiday" in Pages(officer).get("office-hours/?day=31/8/2026")
    contact = taken(officer, "2026-06-05T16:10")
    with worktime.frozen("2026-06-05T16:15"):
        assert "Out of hours" in Pages(officer).contact(contact).split("What is due", 1)[0]
    inside = taken(officer, "2026-06-05T15:50", 1)
    with worktime.frozen("2026-06-05T15:55"):
        assert "Out of hours" not in Pages(officer).contact(inside).split("What is due", 1)[0]


@pytest.mark.requirement("SWI-AIO-15")
def test_a_record_entered_within_24_hours_is_in_time_and_a_later_one_is_late_on_the_daily_report(officer, manager):
    words = "Add the record to the system within 24 hours"
    for place, entered, said in ((0, "2026-06-02T10:00", "done in time"), (1, "2026-06-02T10:30", "done late")):
        with worktime.frozen(entered):
            received = {"channel": "letter", "received_at": at("2026-06-01T10:00")}
            contact = actions.receive_contact(officer, call(child(*FAMILIES[place]), **received))
            report = Pages(manager).get("figures/day/?day=2/6/2026").split("Daily report", 1)[1]
        mine = report.split(f"Contact {contact.number}:", 1)[1].split("Contact 1", 1)[0]
        assert f"{words} : by 10:00 today, {said}" in mine


@pytest.mark.requirement("SWI-PQA-01")
def test_the_daily_report_shows_each_contact_received_stage_time_left_and_in_time_or_not(officer, duty, manager):
    done = taken(officer, "2026-06-01T11:00")
    waiting = taken(officer, "2026-06-01T16:00", 1)
    late = taken(officer, "2026-06-01T09:00", 2)
    with worktime.frozen("2026-06-02T10:00"):
        decided(duty, manager, done, "no_social_work")
        recommended(duty, late, "no_social_work")
        report = Pages(manager).get("figures/day/?day=2/6/2026").split("Daily report", 1)[1]

    def part(contact):
        return report.split(f"Contact {contact.number}:", 1)[1].split("Contact 1", 1)[0]

    decide = "Decide on the contact within 24 hours"
    assert "received 11:00 yesterday · decided" in part(done)
    assert f"{decide} : by 11:00 today, done in time" in part(done)
    assert "received 16:00 yesterday · screening" in part(waiting)
    assert f"{decide} : by 16:00 today, due in 6 hours" in part(waiting)
    assert "received 09:00 yesterday · to sign off" in part(late)
    assert f"Late {decide} : by 09:00 today, late by 1 hour" in part(late)
