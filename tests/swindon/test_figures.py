"""The front door counted by day, week and month: each figure against records counted by hand, with its list."""

import re
from datetime import date, timedelta

import pytest

from hearth.foundation import worktime
from hearth.people import actions as people
from hearth.people.models import ServiceEpisode
from hearth.services.frontdoor import actions, queries
from hearth.services.frontdoor.actions import conversation, screening
from hearth.services.frontdoor.actions.kinds import KindDetails, set_kind
from hearth.services.frontdoor.models import Contact
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries import figures, periods
from tests.flow.support import at, decided
from tests.record.conftest import Pages
from tests.record.test_kinds import allocated
from tests.support.people import call, child, staff

pytestmark = pytest.mark.django_db
NAMES = ["Novak", "Hussain", "Pugh", "Okonkwo", "Wysocki", "Farah", "Begum", "Tremlett", "Quigley", "Zhang", "Iyer", "Drummond"]


def taken(reader, place, moment="2026-06-01T10:00", **more):
    with worktime.frozen(moment):
        return actions.receive_contact(
            reader, call(child(f"{NAMES[place % 12]}ine", NAMES[place % 12] + "son" * (place // 12)), **more)
        )


def settled(duty, manager, contact, moment, outcome="no_social_work", **more):
    with worktime.frozen(moment):
        return decided(duty, manager, contact, outcome, **more)


def closed(officer, contact, moment):
    with worktime.frozen(moment):
        actions.tell_referrer(officer, contact.tellings.get().pk, route="telephone")
        actions.close_contact(officer, contact.pk)


@pytest.mark.requirement("SWI-MDY-01", "SWI-MDY-02")
def test_the_daily_board_balances_and_each_figure_lists_its_records(officer, duty, manager):
    before = [taken(officer, place, "2026-05-29T11:00") for place in (0, 1)]
    today = [taken(officer, place, "2026-06-01T09:30") for place in (2, 3, 4)]
    taken(officer, 5, "2026-06-02T09:00")
    settled(duty, manager, before[0], "2026-05-29T15:00")
    for one in (before[1], today[0]):
        settled(duty, manager, one, "2026-06-01T12:00")
    for one in (before[0], today[0]):
        closed(officer, one, "2026-06-01T16:00")
    with worktime.frozen("2026-06-03T09:00"):
        contacts, decisions = figures.daily_board(manager, periods.day_of(date(2026, 6, 1)))
        raw = Pages(manager).client.get("/front-door/figures/day/?day=1/6/2026").content.decode()
    numbers = [
        [row.before.number, row.received.number, row.completed.number, row.outstanding.number] for row in (contacts, decisions)
    ]
    assert numbers == [[2, 3, 2, 3], [1, 3, 2, 2]]
    board = raw.split("Daily board", 1)[1].split("</table>", 1)[0]
    for row in (contacts, decisions):
        assert row.before.number + row.received.number - row.completed.number == row.outstanding.number
        cells = board.split(f">{row.title}</th>", 1)[1].split("</tr>", 1)[0].split("<td")[1:]
        for cell, figure in zip(cells, (row.before, row.received, row.completed, row.outstanding), strict=True):
            assert f">{figure.number}<span" in cell
            assert {f"/front-door/contacts/{one.contact.pk}/" for one in figure.rows} == set(re.findall(r'href="([^"]+)"', cell))
    assert {one.contact.pk for one in contacts.outstanding.rows} == {before[1].pk, today[1].pk, today[2].pk}


@pytest.mark.requirement("SWI-PQA-03", "SWI-VAL-04")
def test_the_weekly_report_counts_contacts_by_outcome_and_its_total_is_the_registers(officer, duty, manager):
    outcomes = ["advice", "advice", "signposted", "no_social_work", "referral", "early_help"]
    for place, outcome in enumerate(outcomes):
        contact = taken(officer, place)
        more = {"team": "early_help_over_5"} if outcome == "early_help" else {}
        settled(duty, manager, contact, "2026-06-01T14:00", outcome, **more)
    taken(officer, 6, "2026-06-03T10:00")
    aside = taken(officer, 7, "2026-06-04T10:00", purpose="support")
    with worktime.frozen("2026-06-04T11:00"):
        set_kind(officer, aside.pk, kind="not_ours", details=KindDetails(redirected="passed", organisation="Highways"))
    taken(officer, 8, "2026-05-31T23:50")
    taken(officer, 9, "2026-06-08T00:10")
    codes = [one.code for one in front_door().outcomes]
    assert {"advice", "signposted", "no_social_work"} <= set(codes)
    with worktime.frozen("2026-06-09T09:00"):
        shown = figures.weekly(manager, periods.week_of(date(2026, 6, 3)))
        page = Pages(manager).get("figures/week/?day=3/6/2026")
    counted = {one.title: one.number for one in shown.outcomes if one.number}
    assert counted == {
        "Advice given": 2,
        "Signposted to other services": 1,
        "No social work now": 1,
        "Referral to social care": 1,
        "Early help": 1,
        "Not yet decided": 1,
        "Redirected, not for children's services": 1,
    }
    register = Contact.objects.filter(received_at__gte=at("2026-06-01T00:00"), received_at__lt=at("2026-06-08T00:00")).count()
    assert shown.total == register == 8
    table = page.split("Contacts received, by outcome", 1)[1]
    for words in ("Advice given 2", "Signposted to other services 1", "No social work now 1", "All contacts in the register 8"):
        assert words in re.sub(r"(\d) : [^0-9]*?Contact [\d Contact]*", r"\1 ", table), words


@pytest.mark.requirement("SWI-MWK-01")
def test_the_weekly_report_shows_the_average_days_of_its_decisions_and_lists_them(officer, duty, manager):
    made = [taken(officer, place, "2026-06-01T10:00") for place in range(3)]
    for contact, moment in zip(made, ("2026-06-01T15:00", "2026-06-02T09:00", "2026-06-03T09:00"), strict=True):
        settled(duty, manager, contact, moment)
    page = Pages(manager).get("figures/week/?day=3/6/2026")
    assert "Average days to make a decision 1.3 days" in page
    listed = page.split("Decisions made 3", 1)[1].split("Referrals passed", 1)[0]
    for contact, days in zip(made, ("1 day", "1 day", "2 days"), strict=True):
        assert f"Contact {contact.number}: {contact.lines.get().person.name}: {days}" in listed


@pytest.mark.requirement("SWI-MWK-02")
def test_the_weekly_count_of_referrals_to_assessment_equals_that_teams_inbox(officer, duty, manager, receiver):
    for place, outcome in enumerate(("referral", "strategy", "no_social_work")):
        settled(duty, manager, taken(officer, place), "2026-06-02T10:00", outcome)
    with worktime.frozen("2026-06-03T10:00"):
        inbox = queries.incoming(receiver)
        page = Pages(manager).get("figures/week/")
    row = page.split("Referrals passed to Assessment and Child Protection Team", 1)[1].split("Passed to a worker", 1)[0]
    assert len(inbox) == 2 and row.strip().startswith("2 ")
    assert all(offer.line.person.name in row for offer in inbox)


@pytest.mark.requirement("SWI-MWK-04", "SWI-MWK-05", "SWI-MWK-06")
def test_early_help_open_caseholders_and_re_referrals_each_add_one(officer, duty, manager):
    for held in (*duty.user.roles_held.all(), *manager.user.roles_held.all()):
        held.starts_at = at("2025-01-01T00:00")
        held.save()

    def line(title):
        shown = figures.weekly(manager, periods.week_of(date(2026, 6, 1)))
        return next(one.number for one in shown.counted if one.title == title)

    helped = people.identify(officer, child("Farah", "Farahson"))
    ServiceEpisode.objects.create(person=helped, service="early_help", opened_on=date(2026, 4, 1))
    ended = people.identify(officer, child("Quig", "Quigley", 4))
    ServiceEpisode.objects.create(person=ended, service="early_help", opened_on=date(2026, 1, 5), closed_on=date(2026, 5, 1))
    for person in (helped, ended):
        decided(duty, manager, actions.receive_contact(officer, call(person)), "advice")
    assert line("About a child with early help at the time") == 1
    holder = staff("Hal Holder", "area_social_worker", "assessment")
    held = people.identify(officer, child("Zhangi", "Zhang", 3))
    allocated(held, holder.user)
    contact = actions.receive_contact(officer, call(held))
    assert line("Passed to a worker who had the child already") == 0
    set_kind(officer, contact.pk, kind="has_worker")
    assert line("Passed to a worker who had the child already") == 1
    for name, day in (("Ada", "2025-06-02T10:00"), ("Bilal", "2025-05-30T10:00")):
        with worktime.frozen(day):
            person = people.identify(duty, child(name, name * 2))
            decided(duty, manager, actions.receive_contact(duty, call(person)), "referral")
        decided(duty, manager, actions.receive_contact(duty, call(person)), "referral")
    assert line("Re-referrals") == 1
    page = Pages(manager).get("figures/week/?day=1/6/2026")
    assert "Re-referrals 1 : Re-referrals Referral" in page and "Ada AdaAda" in page.split("Re-referrals 1", 1)[1]


@pytest.mark.requirement("SWI-P3-03")
def test_a_social_workers_advice_is_recorded_like_an_officers_and_counted_apart(officer, duty, manager, phone):
    given = {"kind": "advice", "what": "Keep a diary.", "to_whom": "Mrs Novak"}
    for reader, times in ((officer, 1), (duty, 2)):
        for _ in range(times):
            Pages(reader).save(phone, "give-advice", **given)
    page = Pages(officer).contact(phone)
    for name in ("Ola Officer", "Dee Duty"):
        assert f"Advice and information: Keep a diary. To Mrs Novak, by {name}, 10:00 today." in page
    shown = {one.title: one.number for one in figures.weekly(manager, periods.week_of(date(2026, 6, 1))).counted}
    assert (shown["Advice given by social workers"], shown["Advice given by officers"]) == (2, 1)


@pytest.mark.requirement("SWI-CHA-20", "SWI-PQA-15", "SWI-PQA-16", "SWI-PQA-17")
def test_the_scorecard_counts_channels_sources_referrals_and_outcomes_and_each_adds_up(officer, duty, manager):
    from hearth.services.frontdoor.forms.contact import CallForm

    channels = ["telephone", "email", "secure_email", "fax", "letter", "in_person", "form", "out_of_hours"]
    assert set(channels) <= set(dict(CallForm.base_fields["channel"].choices))
    sources = ["6", "6", "2A", "2A", "2A", "3A", "1B", "1B"]
    made = [taken(officer, n, channel=channels[n], referrer_source=sources[n]) for n in range(8)]
    for contact in made[:2]:
        settled(duty, manager, contact, "2026-06-02T10:00", "referral")
    settled(duty, manager, made[2], "2026-06-02T10:00", "advice")
    taken(officer, 9, "2026-05-31T10:00", channel="letter", referrer_source="6")
    with worktime.frozen("2026-06-30T10:00"):
        shown = figures.monthly(manager, periods.month_of(date(2026, 6, 30)))
        page = Pages(manager).get("figures/month/")
    assert {one.title: one.number for one in shown.channels if one.number} == {
        "Telephone": 1, "E-mail": 1, "Secure e-mail": 1, "Fax": 1, "Letter": 1, "In person": 1, "Referral form": 1,
        "Out-of-hours hand-over": 1,
    }  # fmt: skip
    by_source = {title: (came, opened) for title, came, opened in shown.sources}
    assert by_source["Police"] == (2, 2) and by_source["Schools"] == (3, 0)
    assert (sum(came for came, _ in by_source.values()), sum(opened for _, opened in by_source.values())) == (8, 2)
    assert (shown.contacts, shown.referrals, shown.became) == (8, 2, "25%")
    assert sum(one.number for one in shown.outcomes) == 8
    shares = {one.title: (one.number, one.percent) for one in shown.outcomes if one.number}
    assert shares == {"Referral to social care": (2, "25%"), "Advice given": (1, "12%"), "Not yet decided": (5, "62%")}
    for words in (
        "Contacts 8", "Referrals, one for each child 2", "Contacts that became referrals 25%", "Police 2 2", "Schools 3 0",
        "All sources 8 2", "Referral to social care 2 25%", "All outcomes 8", "Fax 1 12%", "All channels 8",
    ):  # fmt: skip
        assert words in page, words


@pytest.mark.requirement("SWI-PQA-14")
def test_fifty_decisions_of_june_forty_five_in_time_are_90_per_cent_and_the_five_late_are_listed(officer, duty, manager):
    late = []
    start = at("2026-06-08T10:00")
    for group in range(5):
        with worktime.frozen("2026-06-08T10:00"):
            lines = [child(f"Kid{group}{n}", f"{NAMES[n]}{'aeiou'[group] * 3}") for n in range(10)]
            contact = actions.receive_contact(duty, call(*lines))
        with worktime.frozen("2026-06-09T10:00"):
            from tests.flow.support import recommended

            recommended(duty, contact, "no_social_work")
        for place, line in enumerate(contact.lines.all()):
            moment = start + timedelta(hours=24, minutes=1 if place == 9 else 0)
            with worktime.frozen(moment.strftime("%Y-%m-%dT%H:%M")):
                actions.decide(manager, line.pk, version=1, shown={})
            if place == 9:
                late.append(line.person.name)
    with worktime.frozen("2026-06-30T12:00"):
        page = Pages(manager).get("figures/month/?day=30/6/2026")
    card = page.split("Decisions in 24 hours", 1)[1].split("Contacts and referrals", 1)[0]
    assert "Decisions made 50" in card and "Made within 24 hours of receipt 45, 90%" in card
    assert card.split("Late 5", 1)[1].count("Contact 1") == 5
    assert all(name in card.split("Late 5", 1)[1] for name in late)


def test_figures_leave_out_what_a_reader_may_not_see(officer, duty, manager, phone):
    locality = staff("Loc Worker", "area_social_worker", "community_social_work")
    decided(duty, manager, phone, "referral")
    screening.raise_immediate(officer, phone.pk)
    conversation.give_advice(officer, phone.pk, kind="advice", what="Wait", to_whom="School")
    for path in ("figures/day/", "figures/week/", "figures/month/"):
        page = Pages(locality).get(path)
        assert "Novak" not in page and f"Contact {phone.number}" not in page
