"""A save that comes too late: nothing of either is lost, both are shown, and the next save is knowing."""

import html
import re

import pytest
from django.urls import reverse

from hearth.people import actions as people
from hearth.services.frontdoor import actions

pytestmark = pytest.mark.django_db


def form_of(page: str) -> dict[str, str]:
    """What a browser would send of the page's form as it is shown."""
    found: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", page):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ('type="radio"' not in tag or " checked" in tag):
            found[name[1]] = html.unescape(value[1]) if value else ""
    for name, text in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', page, re.DOTALL):
        found[name] = html.unescape(text).strip()
    for name, inside in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', inside)
        found[name] = chosen[1] if chosen else ""
    found.pop("csrfmiddlewaretoken", None)
    return found


@pytest.fixture
def safety(line):
    return reverse("safety", args=[line.pk])


@pytest.fixture
def part(line):
    return reverse("part", args=[line.pk])


def colleague_says(manager, line, **values) -> None:
    line.refresh_from_db()
    base = {name: getattr(line, name) for name in values}
    actions.record_safety(manager, line.pk, version=line.version, base=base, values=values)


def test_where_a_child_is_both_changed_shows_both_and_saves_knowingly(browse, worker, manager, line, safety):
    client = browse(worker)
    mine = form_of(client.get(safety).content.decode())
    assert (mine["where_now"], mine["with_whom"]) == ("at school", "class teacher")
    colleague_says(manager, line, where_now="at the police station", with_whom="PC Lowe", seen="yes")
    mine |= {"where_now": "at her aunt's", "safe_now": "no"}
    answer = client.post(safety, mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Mara Manager has changed this since you opened it" in page
    summary = page[page.index('role="alert"') : page.index("</dl>")]
    assert "at the police station" in summary
    assert "PC Lowe" not in summary, "only what both changed is in conflict"
    line.refresh_from_db()
    assert (line.where_now, line.safe_now) == ("at the police station", "yes"), "nothing was written"
    shown = form_of(page)
    assert html.unescape(shown["where_now"]) == "at her aunt's"
    assert (shown["with_whom"], shown["seen"], shown["safe_now"]) == ("PC Lowe", "yes", "no"), "theirs where I changed nothing"
    assert client.post(safety, shown).status_code == 302
    line.refresh_from_db()
    assert (line.where_now, line.with_whom, line.seen, line.safe_now) == ("at her aunt's", "PC Lowe", "yes", "no")


def test_different_fields_of_one_child_both_stand(browse, worker, manager, line, safety):
    client = browse(worker)
    mine = form_of(client.get(safety).content.decode())
    colleague_says(manager, line, with_whom="PC Lowe")
    assert client.post(safety, mine | {"where_now": "at her aunt's"}).status_code == 302
    line.refresh_from_db()
    assert (line.where_now, line.with_whom) == ("at her aunt's", "PC Lowe")


def test_a_time_until_when_safe_that_both_changed_is_shown_as_people_write_it(browse, worker, manager, line, safety):
    from tests.engines.streams import at

    client = browse(worker)
    colleague_says(manager, line, safe_until=at("2026-06-01T15:15"), safe_reason="school ends")
    mine = form_of(client.get(safety).content.decode())
    assert mine["safe_until"] == "15:15"
    assert client.post(safety, mine).status_code == 302, "what was not changed is no conflict, times included"
    mine = form_of(client.get(safety).content.decode())
    colleague_says(manager, line, safe_until=at("2026-06-01T18:00"))
    answer = client.post(safety, mine | {"safe_until": "16:30"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "18:00" in page[page.index('role="alert"') : page.index("</dl>")]
    assert form_of(page)["safe_until"] == "16:30"


def test_a_code_that_both_changed_is_shown_in_its_words(browse, worker, manager, line, safety):
    client = browse(worker)
    mine = form_of(client.get(safety).content.decode())
    colleague_says(manager, line, safe_now="no")
    answer = client.post(safety, mine | {"safe_now": "unknown"})
    page = answer.content.decode()
    assert answer.status_code == 409, page
    assert '<dd class="govuk-summary-list__value">No, in danger now</dd>' in page


def test_a_childs_own_words_are_never_lost_to_a_colleagues_save(browse, worker, manager, line, part):
    client = browse(worker)
    mine = form_of(client.get(part).content.decode())
    base = {"child_part": "", "child_words": ""}
    actions.record_part(manager, line.pk, version=line.version, base=base, values={**base, "child_words": '"I ran away."'})
    mine |= {"child_part": "He hides food.", "child_words": '"He hit me with a belt."'}
    answer = client.post(part, mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Mara Manager" in page
    assert "&#34;I ran away.&#34;" in page
    shown = form_of(page)
    assert (shown["child_part"], shown["child_words"]) == ("He hides food.", '"He hit me with a belt."')
    both = shown | {"child_words": '"I ran away." "He hit me with a belt."'}
    assert client.post(part, both).status_code == 302
    line.refresh_from_db()
    assert (line.child_part, line.child_words) == ("He hides food.", '"I ran away." "He hit me with a belt."')


def test_facts_about_a_person_are_merged_by_the_same_rule(browse, worker, manager, line):
    path = reverse("person_facts", args=[line.person_id, "background"])
    client = browse(worker)
    mine = form_of(client.get(path).content.decode())
    values, base = {"religion": "Catholic", "first_language": "Polish"}, {"religion": "", "first_language": ""}
    people.change_facts(manager, line.person_id, version=1, base=base, values=values, known_by="seen")
    mine |= {"religion": "None", "nationality": "Polish", "known_by": "told", "told_by": "His mother"}
    answer = client.post(path, mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Mara Manager has changed this" in page
    shown = form_of(page)
    assert (shown["religion"], shown["nationality"], shown["first_language"]) == ("None", "Polish", "Polish")
    assert (shown["known_by"], shown["told_by"]) == ("told", "His mother"), "how it is known is not lost either"
    assert client.post(path, shown).status_code == 302
    line.person.refresh_from_db()
    assert (line.person.religion, line.person.nationality, line.person.first_language) == ("None", "Polish", "Polish")
    assert line.person.interpreter == "", "a choice nobody made writes nothing"


@pytest.mark.parametrize("base", ["", "[]", '"x"', '{"where_now": {"a": 1}, "safe_until": "never"}', "{", "null"])
def test_a_base_that_no_page_of_ours_sent_is_answered_in_words(browse, worker, manager, line, safety, base):
    client = browse(worker)
    mine = form_of(client.get(safety).content.decode())
    answer = client.post(safety, mine | {"base": base, "where_now": "at her aunt's"})
    assert answer.status_code in (302, 422)
    assert client.post(safety, mine | {"version": "-1"}).status_code == 422
