"""The next step for each reader, the contact page, and my work."""

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.models import Notice
from hearth.services.frontdoor import actions, queries
from hearth.services.frontdoor.models import Contact
from tests.flow.support import at, decided, parent, received, recommended, web
from tests.support.people import child, recommend_analysed, staff

pytestmark = pytest.mark.django_db


def words(reader, contact):
    step = queries.next_step(reader, Contact.objects.get(pk=contact.pk))
    return step.words if step else None


def test_the_next_step_on_the_way_of_a_contact(worker, officer, manager, receiver):
    contact = received(officer)
    line = contact.lines.get()
    assert [words(one, contact) for one in (officer, worker, receiver)] == ["Set urgency", "Set urgency", None]
    actions.set_grade(officer, contact.pk, grade="amber", reasons="Marks")
    assert [words(one, contact) for one in (officer, worker)] == [None, "Confirm urgency"]
    actions.confirm_grade(worker, contact.pk)
    assert words(worker, contact) == "Recommend an outcome for Filip Kowalski"
    recommended(worker, contact)
    assert [words(one, contact) for one in (worker, manager)] == [None, "Sign off"]
    actions.decide(manager, line.pk, version=1, shown={})
    assert [words(one, contact) for one in (worker, receiver)] == ["Tell the referrer", "Look at what was passed to you"]
    parent(line.person_id, "Marta")
    actions.tell_referrer(worker, contact.tellings.get().pk, route="telephone")
    assert [words(one, contact) for one in (worker, manager)] == [None, "Decide who of the family is told"]
    mother = queries.contact_page(manager, contact.pk).adults[0]
    telling = actions.decide_telling(manager, contact.pk, mother.person_id, tell=True, reason="Safe")
    assert words(worker, contact) == "Tell Marta Kowalska"
    actions.tell_family(worker, telling.pk, route="by_hand")
    assert words(worker, contact) is None
    actions.accept_hand_over(receiver, contact.hand_overs.get().pk)
    assert words(worker, contact) == "Close this contact"
    actions.close_contact(worker, contact.pk)
    assert words(worker, contact) is None


def test_danger_comes_first_and_out_of_hours_contacts_are_taken(worker, night):
    with worktime.frozen("2026-05-31T23:00"):
        contact = received(night)
    assert words(worker, contact) == "Take this contact"
    contact.lines.update(safe_now="no")
    assert words(worker, contact) == "Filip Kowalski is in danger now: record what keeps them safe"
    contact.lines.update(safe_now="not_asked")
    actions.take_contact(worker, contact.pk)
    actions.set_grade(worker, contact.pk, grade="amber", reasons="Marks")
    assert words(worker, contact) == "Record where Filip Kowalski is now"


def test_the_page_has_one_primary_action_and_shows_corrections_both(worker):
    contact = received(worker)
    actions.correct_received_time(worker, contact.pk, received_at=at("2026-06-01T09:10"), reason="The school's log")
    page = web(worker).get(f"/front-door/contacts/{contact.pk}/").content.decode()
    assert "Corrected: recorded first as 10:00 today" in page and "09:10 today" in page
    for section in ("told-us", "who", "known", "checks", "analysis", "decision", "told", "timeline"):
        assert f'<section id="{section}">' in page and f'href="#{section}"' in page
    main = page[page.index('id="main-content"') :]
    assert main.index("at school, with class teacher") < main.index("What is due") < main.index("What we were told")


def test_raised_urgency_shows_identified_beside_received_and_passed_before_identified_apart(worker):
    contact = received(worker)
    with worktime.frozen("2026-06-01T13:00"):
        actions.set_grade(worker, contact.pk, grade="flaming_red", reasons="He goes home today.")
        page = web(worker).get(f"/front-door/contacts/{contact.pk}/").content.decode()
    assert "Received 10:00 today, identified 13:00 today" in page
    assert "1 limit had passed before anybody could know" in page


def test_a_hidden_childs_events_and_clocks_do_not_show(worker, manager):
    from hearth.people import actions as people

    contact = received(worker, child("Filip", "Kowalski"), child("Zoe", "Quartermaine"))
    zoe = contact.lines.last()
    recommend_analysed(worker, zoe.pk, outcome="universal", reasons="Zoe is well.", significant_harm="neither")
    people.restrict(manager, zoe.person_id, level="restricted", reason="Safety", owner=manager.user)
    shown = queries.contact_page(worker, contact.pk)
    assert {one.child for one in shown.chronology} <= {"", "Filip Kowalski"}
    assert str(zoe.person_id) not in {clock.row.per for clock in shown.clocks}
    page = web(worker).get(f"/front-door/contacts/{contact.pk}/").content.decode()
    assert "Zoe" not in page and "Ask Mara Manager" in page


def test_my_work_has_today_this_week_waiting_and_done_with_due_soon_before_late(worker, manager):
    with worktime.frozen("2026-05-29T09:30"):
        late = received(worker, child("Hugh", "Hughes"))
        actions.set_grade(worker, late.pk, grade="amber", reasons="Marks")
    with worktime.frozen("2026-06-01T09:00"):
        soon = received(worker, child("Filip", "Kowalski"))
        actions.set_grade(worker, soon.pk, grade="flaming_red", reasons="Danger")
    waits = received(worker, child("Zoe", "Quartermaine"))
    recommended(worker, waits)
    done = decided(worker, manager, received(worker, child("Ada", "Novak")), "universal")
    actions.tell_referrer(worker, done.tellings.get().pk, route="telephone")
    actions.close_contact(worker, done.pk)
    rows = queries.my_work(worker)
    by_part = {part: [row.title.split(",")[0] for row in rows if row.part == part] for part in ("today", "waiting", "done")}
    assert by_part == {"today": ["Filip Kowalski", "Hugh Hughes"], "waiting": ["Zoe Quartermaine"], "done": ["Ada Novak"]}
    assert [row.action for row in queries.my_work(manager)] == ["Sign off"]
    page = web(worker).get("/my-work/").content.decode()
    assert page.index("Due today (2)") < page.index("Waiting for others (1)") < page.index("Done in the last 7 days (1)")


def test_a_notice_is_marked_as_read_by_its_own_reader_only(worker, manager):
    contact = received(worker)
    actions.allocate_contact(manager, contact.pk, worker=worker.id)
    notice = Notice.objects.get(user=worker.user)
    assert web(manager).post(f"/access/notices/{notice.pk}/read/").status_code == 404
    assert "A contact was given to you" in web(worker).get("/my-work/").content.decode()
    web(worker).post(f"/access/notices/{notice.pk}/read/")
    page = web(worker).get("/my-work/").content.decode()
    assert "New to you" not in page
    assert page.index("Read in the last 7 days (1)") < page.index("A contact was given to you")


def test_somebody_without_the_front_door_has_an_empty_list(db):
    stranger = staff("Sam Stranger", "area_social_worker", "family_help")
    assert queries.my_work(stranger) == []
    assert "Nothing is due today." in web(stranger).get("/my-work/").content.decode()
