"""The queue: first line, sorting, filters, finding, what holds each, long and late lists, a fixed number of queries."""

import pytest

from hearth.foundation import worktime
from hearth.people import actions as people
from hearth.services.frontdoor import actions, queries
from tests.flow.support import decided, received, recommended, web
from tests.support.people import child, staff

pytestmark = pytest.mark.django_db


def names(lines):
    return [line.names.split(",")[0] for line in lines]


@pytest.fixture
def three(worker, officer):
    """An amber of Friday that is late, a flaming red due at 11:00, and one of now without urgency."""
    with worktime.frozen("2026-05-29T09:30"):
        late = received(officer, child("Hugh", "Hughes"))
        actions.set_grade(worker, late.pk, grade="amber", reasons="Marks")
    with worktime.frozen("2026-06-01T09:00"):
        red = received(worker, child("Filip", "Kowalski"))
        actions.set_grade(worker, red.pk, grade="flaming_red", reasons="Danger")
    plain = received(officer, child("Zoe", "Quartermaine"))
    return late, red, plain


def test_the_first_line_counts_open_due_within_the_hour_and_late(worker, three):
    found = queries.counts(worker)
    assert (found.open, found.within_the_hour, found.late) == (3, 1, 1)
    page = web(worker).get("/front-door/").content.decode()
    assert "<strong>3</strong> open · <strong>1</strong> due within the hour" in page and "1 late" in page
    assert "LATE 2 days" in page


def test_sorting_and_filters(worker, officer, three):
    late, red, plain = three
    assert [line.contact for line in queries.queue(worker).object_list] == [late, red, plain]
    assert [line.contact for line in queries.queue(worker, sort="received").object_list] == [late, red, plain]
    assert [line.contact for line in queries.queue(worker, sort="urgency").object_list] == [red, late, plain]
    assert [line.contact for line in queries.queue(worker, grade="amber").object_list] == [late]
    assert [line.contact for line in queries.queue(worker, grade="none").object_list] == [plain]
    assert [line.contact for line in queries.queue(worker, mine=True).object_list] == [red]
    assert len(queries.queue(officer, mine=True).object_list) == 2
    assert [line.contact for line in queries.queue(worker, team="edt").object_list] == []
    recommended(worker, plain)
    assert [line.contact for line in queries.queue(worker, stage="sign_off").object_list] == [plain]


def test_finding_is_a_post_by_name_referrer_or_number_and_never_names_a_hidden_child(worker, manager, three):
    _late, red, plain = three
    client = web(worker)
    for text, contact in (("quarter", plain), (str(red.number), red), ("KOWAL", red)):
        page = client.post("/front-door/", {"find": text}).content.decode()
        assert f"q-{contact.number}" in page and page.count('id="q-') == 1
    assert "Nothing open matches" in client.post("/front-door/", {"find": "nobody"}).content.decode()
    people.restrict(manager, plain.lines.get().person_id, level="restricted", reason="Safety", owner=manager.user)
    assert 'id="q-' not in client.post("/front-door/", {"find": "quarter"}).content.decode()
    people.restrict(manager, red.lines.get().person_id, level="sealed", reason="Safety", owner=manager.user)
    page = client.get("/front-door/").content.decode()
    assert page.count("Restricted record") == 1 and "Kowalski" not in page


def test_what_is_holding_each(worker, officer, manager):
    contact = received(worker)

    def holding():
        return queries.queue(worker).object_list[0].holding

    assert holding() == "with a social worker"
    actions.set_grade(officer, contact.pk, grade="amber", reasons="Marks")
    assert holding() == "urgency to confirm"
    actions.confirm_grade(worker, contact.pk)
    recommended(worker, contact, "early_help")
    assert holding() == "analysis drafted, to sign off"
    actions.decide(manager, contact.lines.get().pk, version=1, shown={})
    assert holding().startswith("passed to Children and Families First (Early Help), not accepted since 10:00 today")
    helper = staff("Eli Early", "area_social_worker", "children_and_families_first")
    actions.accept_hand_over(helper, contact.hand_overs.get().pk)
    assert holding() == "decided, referrer not yet told"
    actions.tell_referrer(worker, contact.tellings.get().pk, route="telephone")
    assert holding() == "everything told: to close"


def test_sixty_lines_stand_on_two_pages_in_a_fixed_number_of_queries(worker, manager, django_assert_max_num_queries):
    people_named = [child(f"Kid{number}", f"{chr(65 + number // 8)}{chr(75 + number % 8) * 3}{number}") for number in range(60)]
    for one in people_named:
        received(worker, one)
    decided(worker, manager, received(worker, child("Zoe", "Quartermaine")))
    worker.capabilities  # noqa: B018 - read once for each request
    with django_assert_max_num_queries(16):
        first = queries.queue(worker)
        assert len(first.object_list) == 50
    with django_assert_max_num_queries(16):
        assert len(queries.queue(worker, page=2, sort="received").object_list) == 11
    page = web(worker).get("/front-door/?sort=received").content.decode()
    assert page.count('id="q-') == 50 and "?page=2&amp;sort=received" in page
    assert web(worker).get("/front-door/?page=2").content.decode().count('id="q-') == 11


def test_a_poll_with_nothing_new_is_answered_with_nothing(worker, three):
    client = web(worker)
    page = client.get("/front-door/?sort=urgency", headers={"HX-Request": "true"}).content.decode()
    seen = page.split('name="seen" value="')[1].split('"')[0]
    urgent = page.split('name="urgent" value="')[1].split('"')[0]
    same = {"sort": "urgency", "seen": seen, "urgent": urgent}
    assert client.get("/front-door/", same, headers={"HX-Request": "true"}).status_code == 204
    new = received(worker, child("Ada", "Novak"))
    actions.set_grade(worker, new.pk, grade="flaming_red", reasons="Danger")
    answer = client.get("/front-door/", same, headers={"HX-Request": "true"})
    assert f"New and most urgent: contact {new.number}." in answer.content.decode()
    whole = client.get("/front-door/").content.decode()
    assert "hx-swap-oob" not in whole and whole.count('id="queue-news"') == 1
