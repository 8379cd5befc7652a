"""Office closing, out of hours and the morning: by the calendar, exactly; nothing moves by time alone."""

from datetime import date

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.models import Involvement
from hearth.foundation.letters.models import Letter
from hearth.foundation.letters.pdf import letter_content
from hearth.people import actions as people
from hearth.services.frontdoor import actions, queries
from hearth.services.frontdoor.models import ClosingChoice, Contact
from tests.flow.support import at, decided, received, web
from tests.support.people import child, staff, strangers

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken():
    """A contact about a child who resembles nobody, taken at a moment."""
    children = strangers()

    def take(reader, moment, **more):
        with worktime.frozen(moment):
            return received(reader, next(children), **more)

    return take


def on_list(reader, team, moment):
    with worktime.frozen(moment):
        return {line.contact.pk for line in queries.queue(reader, team=team).object_list}


@pytest.mark.requirement("SOT-EDT-03")
def test_weekday_contacts_go_to_out_of_hours_from_17_00_to_09_00(worker, taken):
    before, at_five = taken(worker, "2026-06-02T16:59"), taken(worker, "2026-06-02T17:00")
    dawn, nine = taken(worker, "2026-06-03T08:59"), taken(worker, "2026-06-03T09:00")
    evening = [on_list(worker, team, "2026-06-02T17:00") for team in ("crs", "edt")]
    assert (before.pk in evening[0], at_five.pk in evening[0]) == (True, False)
    assert (before.pk in evening[1], at_five.pk in evening[1]) == (False, True)
    assert dawn.pk in on_list(worker, "edt", "2026-06-03T08:59") and dawn.pk not in on_list(worker, "crs", "2026-06-03T08:59")
    assert nine.pk in on_list(worker, "crs", "2026-06-03T09:00") and nine.pk not in on_list(worker, "edt", "2026-06-03T09:00")


@pytest.mark.requirement("SOT-EDT-04")
def test_weekends_are_out_of_hours_without_a_break(worker, taken):
    moments = [
        "2026-06-05T17:00",
        "2026-06-06T00:00",
        "2026-06-06T12:00",
        "2026-06-07T03:00",
        "2026-06-07T23:59",
        "2026-06-08T08:59",
    ]
    contacts = [taken(worker, moment) for moment in moments]
    assert {one.pk for one in contacts} <= on_list(worker, "edt", "2026-06-08T08:59")
    for contact, moment in zip(contacts, moments, strict=True):
        assert contact.pk in on_list(worker, "edt", moment)
        assert contact.pk not in on_list(worker, "crs", moment)
    assert taken(worker, "2026-06-05T16:59").team == taken(worker, "2026-06-08T09:00").team == "crs"


@pytest.mark.requirement("SOT-EDT-05")
def test_a_bank_holiday_is_out_of_hours_all_day(worker, taken):
    contact = taken(worker, "2026-08-31T11:00")
    assert contact.team == "edt"
    for moment in ("2026-08-31T11:00", "2026-08-31T23:00", "2026-09-01T08:59"):
        assert contact.pk in on_list(worker, "edt", moment) and contact.pk not in on_list(worker, "crs", moment)
    assert contact.pk not in on_list(worker, "edt", "2026-09-01T09:00")
    assert contact.pk in on_list(worker, "crs", "2026-09-01T09:00")


@pytest.mark.requirement("SOT-EDT-22")
def test_saturdays_contact_is_unread_on_monday_until_a_daytime_worker_opens_it(worker, night):
    with worktime.frozen("2026-06-01T09:30"):
        known = people.identify(worker, child("Ada", "Novak"))
    own = staff("Cas Holder", "area_social_worker", "family_help")
    boss = staff("Tam Manager", "team_manager", "family_help")
    starts = {"starts_at": at("2026-05-01T09:00"), "team": "family_help"}
    Involvement.objects.create(kind="person", subject_id=known.pk, user=own.user, role="allocated_worker", **starts)
    with worktime.frozen("2026-06-06T14:00"):
        unknown, about_known = received(night, child("Zoe", "Quartermaine")), received(night, known)
    assert unknown.lines.get().person.pk
    assert unknown.pk not in on_list(worker, "crs", "2026-06-08T08:59")
    with worktime.frozen("2026-06-08T09:00"):
        lines = {line.contact.pk: line for line in queries.queue(worker, team="crs").object_list}
        assert lines[unknown.pk].unread
        assert "Unread" in web(worker).get("/front-door/morning/").content.decode()
        web(night).get(f"/front-door/contacts/{unknown.pk}/")
        assert next(one for one in queries.morning_list(worker) if one.contact == unknown).unread
        web(worker).get(f"/front-door/contacts/{unknown.pk}/")
        assert not next(one for one in queries.morning_list(worker) if one.contact == unknown).unread
        for reader in (own, boss):
            [row] = [one for one in queries.my_work(reader) if one.action == "Open it"]
            assert row.unread and str(about_known.number) in row.title
            assert web(reader).get(row.href).status_code == 200
            assert not [one for one in queries.my_work(reader) if one.action == "Open it"]


@pytest.mark.requirement("SWI-CHA-08")
def test_swindon_sundays_contact_is_at_the_top_when_the_office_opens_with_the_hours_elapsed(swindon):
    officer = staff("Ola Officer", "advice_officer", "fcp")
    night = staff("Nell Night", "emergency_duty_worker", "eds")
    with worktime.frozen("2026-06-05T15:00"):
        late = received(officer, child("Ada", "Novak"))
    with worktime.frozen("2026-06-07T23:00"):
        contact = received(night, child("Zoe", "Quartermaine"))
        with pytest.raises(Invalid):
            actions.hand_to_daytime(night, contact.pk, words="")
        with pytest.raises(Refused):
            actions.hand_to_daytime(officer, contact.pk, words="Mine")
        actions.hand_to_daytime(night, contact.pk, words="See the bruise in daylight")
    with worktime.frozen("2026-06-08T08:29"):
        assert [line.contact for line in queries.queue(officer).object_list] == [late, contact]
    with worktime.frozen("2026-06-08T08:30"):
        lines = list(queries.queue(officer).object_list)
        assert [line.contact for line in lines] == [contact, late]
        assert lines[0].holding == "from out of hours, 9 hours 30 minutes already elapsed, not yet opened"
        assert "9 hours 30 minutes already elapsed" in web(officer).get("/front-door/").content.decode()
        assert [line.contact for line in queries.morning_list(officer)] == [contact]
        actions.take_contact(officer, contact.pk)
        assert [line.contact for line in queries.queue(officer).object_list] == [late, contact]


@pytest.mark.requirement("SOT-EDT-08")
def test_a_general_enquiry_goes_to_the_next_daytime_list_and_is_no_emergency(worker, night, taken):
    contact = taken(night, "2026-06-02T20:00")
    acted_on = taken(night, "2026-06-02T21:00")
    with worktime.frozen("2026-06-02T20:10"):
        with pytest.raises(Invalid):
            actions.mark_general_enquiry(night, contact.pk, note="", to_whom="")
        with pytest.raises(Refused):
            actions.mark_general_enquiry(worker, contact.pk, note="We ring you", to_whom="The caller")
        made = actions.mark_general_enquiry(night, contact.pk, note="A worker rings you after nine", to_whom="Mr Smith")
        assert (made.words, made.to_whom) == ("A worker rings you after nine", "Mr Smith")
        with pytest.raises(Invalid):
            actions.mark_general_enquiry(night, contact.pk, note="Again", to_whom="Mr Smith")
    assert contact.pk in on_list(worker, "crs", "2026-06-03T09:00")
    with worktime.frozen("2026-06-03T09:00"):
        assert contact in [line.contact for line in queries.morning_list(worker)]
        shift = queries.shift_report(worker, date(2026, 6, 2))
    assert (shift.all, shift.acted_on, shift.enquiries) == (2, 1, 1)
    assert Contact.objects.get(pk=acted_on.pk).team == "edt"


@pytest.mark.requirement("SOT-EDT-09", "SOT-EDT-19")
def test_advice_given_is_an_outcome_kept_and_counted_apart_from_emergencies(worker, night, taken):
    contact, other = taken(night, "2026-06-02T20:00"), taken(night, "2026-06-02T21:00")
    with worktime.frozen("2026-06-02T22:00"):
        offered = web(night).get(f"/front-door/contacts/{contact.pk}/").content.decode()
        assert "End it with advice given" in offered
        for wrong in ({"advice": ""}, {"to_whom": ""}, {"given_at": at("2026-06-02T19:00")}, {"given_at": at("2026-06-03T01:00")}):
            given = {"advice": "Ring 111", "to_whom": "His mother", "given_at": at("2026-06-02T20:20")} | wrong
            with pytest.raises(Invalid):
                actions.end_with_advice(night, contact.pk, **given)
        made = actions.end_with_advice(night, contact.pk, advice="Ring 111", to_whom="His mother", given_at=at("2026-06-02T20:20"))
    assert (made.words, made.to_whom, made.given_at) == ("Ring 111", "His mother", at("2026-06-02T20:20"))
    contact.refresh_from_db()
    assert contact.closed_at and Contact.objects.filter(pk=contact.pk).exists()
    with worktime.frozen("2026-06-03T09:00"):
        shift = queries.shift_report(worker, date(2026, 6, 2))
        page = web(worker).get("/front-door/out-of-hours/?day=2 6 2026").content.decode()
    assert (shift.all, shift.acted_on, shift.advice) == (2, 1, 1)
    assert "Advice given only" in page and other.pk


def test_a_child_in_danger_is_not_ended_with_advice(night, taken):
    contact = taken(night, "2026-06-02T20:00", child_protection=True)
    with worktime.frozen("2026-06-02T20:10"), pytest.raises(Invalid):
        actions.end_with_advice(night, contact.pk, advice="x", to_whom="y", given_at=at("2026-06-02T20:05"))


def test_every_open_clock_gets_a_named_choice_and_time_alone_moves_nothing(worker, night, receiver):
    contact = received(worker)
    with worktime.frozen("2026-06-01T16:30"):
        [row] = queries.closing_list(worker)
        assert (row.words, row.settled) == ("not yet chosen", False)
        with pytest.raises(Refused):
            actions.choose_at_closing(receiver, contact.pk, choice="i_stay")
        wrongs = (
            {"choice": "safe_until"},
            {"choice": "safe_until", "safe_until": at("2026-06-01T12:00"), "reason": "With his aunt"},
            {"choice": "safe_until", "safe_until": at("2026-06-02T09:30")},
            {"choice": "out_of_hours", "name": "Nell"},
            {"choice": "else"},
        )
        for wrong in wrongs:
            with pytest.raises(Invalid):
                actions.choose_at_closing(worker, contact.pk, **wrong)
        assert not ClosingChoice.objects.exists()
        actions.choose_at_closing(
            worker, contact.pk, choice="safe_until", safe_until=at("2026-06-02T09:30"), reason="With his aunt"
        )
        assert queries.closing_list(worker)[0].words == "safe until 09:30 on 2 June because With his aunt"
        actions.choose_at_closing(worker, contact.pk, choice="out_of_hours")
        [row] = queries.closing_list(worker)
        assert (row.words, row.settled) == ("offered to out-of-hours, not yet accepted: still ours", False)
    with worktime.frozen("2026-06-01T18:00"):
        assert "still ours" in next(iter(queries.queue(worker).object_list)).holding
        [offered] = queries.incoming(night)
        actions.accept_hand_over(night, offered.pk)
        [row] = queries.closing_list(worker)
        assert row.words == "accepted by Nell Night of out-of-hours at 18:00"
    contact.refresh_from_db()
    assert contact.holder == night.user
    with worktime.frozen("2026-06-02T09:00"):
        [back] = queries.morning_list(worker)
        assert (back.contact, back.elapsed) == (contact, "23 hours")
        web(worker).post(f"/front-door/contacts/{contact.pk}/take/", {"from": "morning"})
        assert queries.morning_list(worker) == []


def test_whoever_stays_is_named_and_an_acceptance_by_telephone_has_name_and_time(worker, officer):
    contact = received(officer)
    with worktime.frozen("2026-06-01T16:30"):
        actions.choose_at_closing(worker, contact.pk, choice="i_stay")
        assert queries.closing_list(worker)[0].words == "Wren Worker stays with it"
        actions.choose_at_closing(worker, contact.pk, choice="out_of_hours", name="Nell", accepted_at=at("2026-06-01T16:25"))
        assert queries.closing_list(worker)[0].words == "accepted by Nell of out-of-hours at 16:25"
    contact.refresh_from_db()
    assert contact.holder == worker.user


@pytest.mark.requirement("SWI-CHA-07")
@pytest.mark.parametrize("moment", ["2026-06-01T18:00", "2026-08-31T00:30", "2026-08-31T11:00", "2026-08-31T23:30"])
def test_swindon_shows_the_emergency_number_in_closed_hours_on_pages_and_letters(swindon, moment):
    worker, manager = staff("Wren Worker", "social_worker", "fcp"), staff("Mara Manager", "manager", "fcp")
    children = strangers()
    for when, shown, hidden in ((moment, "01793 436699", "01793 466903"), ("2026-06-02T10:00", "01793 466903", "01793 436699")):
        with worktime.frozen(when):
            contact = received(worker, next(children), referrer_address="The School\nSwindon")
            page = web(worker).get(f"/front-door/contacts/{contact.pk}/").content.decode()
            assert shown in page and hidden not in page
            decided(worker, manager, contact, "advice")
            actions.tell_referrer(worker, contact.tellings.get().pk, route="post")
            paper = str(letter_content(Letter.objects.get(subject_id=contact.pk)))
            assert shown in paper and hidden not in paper
