"""Possible matches in a real browser: as somebody types, by keyboard, on a telephone, without a script, printed."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from hearth.foundation import worktime
from hearth.foundation.access.models import AccessLog
from hearth.people import actions as people
from hearth.people.models import Dismissal, Person, ServiceEpisode
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.models import Contact
from tests.support.people import PASSWORD, call, child, staff

pytestmark = pytest.mark.browser
CALL = "/front-door/call/"
LONG = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh"


@pytest.fixture
def joanna(server):
    return staff("Joanna Pole", "social_worker", "crs", password=True)


@pytest.fixture
def filip(joanna):
    """A child with all that a card shows."""
    with worktime.frozen("2026-03-02T10:00"):
        made = people.identify(
            joanna,
            child("Filip", "Kowalski", None, date_of_birth=date(2016, 3, 4), address="14 Hill Lane", postcode="SO15 5AA"),
        )
        people.identify(joanna, child("Anna", "Kowalska", 34, kind="adult", address="14 Hill Lane", postcode="SO15 5AA"))
        actions.receive_contact(joanna, call(made))
        people.warn(joanna, made.pk, words="Two large dogs", reason="They bite", review_on=date(2026, 8, 3))
        ServiceEpisode.objects.create(person=made, service="child_in_need", opened_on=date(2026, 3, 9))
    return made


@pytest.fixture
def many(joanna, filip):
    """Namesakes, a long name and a hidden record beside him."""
    manager = staff("Mara Manager", "manager", "crs")
    for number in range(8):
        Person.objects.create(kind="child", forenames="Filip", surname="Kowalski", date_of_birth=date(2006 + number, 1, 9))
    Person.objects.create(kind="child", forenames=f"Filip {LONG}", surname="Kowalski", date_of_birth=date(2016, 3, 5))
    hidden = Person.objects.create(kind="child", forenames="Filip", surname="Kowalski", date_of_birth=date(2016, 3, 6))
    people.restrict(manager, hidden.pk, level="restricted", reason="Placement", owner=manager.user)
    return hidden


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def search(page: Page, text: str) -> None:
    page.goto("/people/")
    page.get_by_label("Name, street, postcode").fill(text)
    page.get_by_role("button", name="Find").click()


@pytest.mark.parametrize("width", [1280, 320])
def test_the_search_page_with_one_with_many_and_with_nobody(sign_in, joanna, many, accessible, width):
    page = sign_in(joanna)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/people/")
    page.get_by_text("Search by what is known, one by one").click()
    accessible(page)
    fits(page)
    for text in ("Filip Kowalski 4/3/2016", "Zzyzx Qwerty"):
        search(page, text)
        accessible(page)
        fits(page)
    expect(page.get_by_text("Finding nobody is no proof")).to_be_visible()
    search(page, "14 Hill Lane")
    expect(page.get_by_text("Two large dogs")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
def test_matches_follow_as_a_call_is_typed(sign_in, joanna, many, filip, accessible, width):
    page = sign_in(joanna)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(CALL)
    first = page.get_by_role("group", name="Child 1", exact=True)
    first.get_by_label("First names").press_sequentially("Filip")
    first.get_by_label("Last name").press_sequentially("Kowalski")
    first.get_by_label("Date of birth").press_sequentially("4 3 2016")
    match = first.get_by_role("radio", name="Filip Kowalski, 10", exact=False).first
    expect(match).to_be_visible()
    expect(first.get_by_label("Date of birth")).to_be_focused()
    expect(first.get_by_label("Date of birth")).to_have_value("4 3 2016")
    expect(first.get_by_role("status").first).to_contain_text("already known may be meant")
    expect(first.get_by_text("same person").first).to_be_visible()
    accessible(page)
    fits(page)
    adult = page.get_by_role("group", name="Adult 1", exact=True)
    adult.get_by_label("First names").fill("Anna")
    adult.get_by_label("Postcode").fill("SO15 5AA")
    expect(adult.get_by_role("radio", name=re.compile("Anna Kowalska"))).to_be_visible()
    assert page.url.endswith(CALL)
    assert "Filip" not in page.title()
    accessible(page)


def test_with_the_keyboard_a_match_is_chosen_and_typing_goes_on_where_it_was(sign_in, joanna, filip):
    page = sign_in(joanna)
    page.goto(CALL)
    page.get_by_label("What we are told").fill("He is hurt.")
    first = page.get_by_role("group", name="Child 1", exact=True)
    surname = first.get_by_label("Last name")
    first.get_by_label("First names").fill("Filip")
    surname.press_sequentially("Kowalsi")
    match = first.get_by_role("radio", name=re.compile("Filip Kowalski, 10"))
    expect(match).to_be_visible()
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    with page.expect_response("**/front-door/matches/"):
        page.keyboard.type("k")  # in the middle of the word: the caret stays there while the matches change
    page.wait_for_timeout(200)
    assert surname.evaluate("element => [element.value, element.selectionStart]") == ["Kowalksi", 6]
    match.focus()
    page.keyboard.press("Space")
    expect(match).to_be_checked()
    assert surname.input_value() == "Kowalksi"
    expect(page.get_by_label("What we are told")).to_have_value("He is hurt.")
    with page.expect_response("**/front-door/matches/"):
        first.get_by_label("or age").focus()
        page.keyboard.type("10")
    expect(match).to_be_checked()
    expect(first.get_by_label("or age")).to_be_focused()
    with page.expect_response("**/front-door/matches/"):
        surname.fill("Nowak")
        first.get_by_label("First names").fill("Zuzanna")
    expect(first.get_by_text("Chosen before; what is typed now does not lead to this record.")).to_be_visible()
    expect(match).to_be_checked()


def test_not_this_person_and_not_sure_ask_without_leaving_the_call(sign_in, joanna, filip):
    manager = staff("Mara Manager", "manager", "crs")
    page = sign_in(joanna)
    page.goto(CALL)
    page.get_by_label("What we are told").fill("He is hurt.")
    page.get_by_label("A safeguarding worry").check()
    page.get_by_label("A professional", exact=True).check()
    first = page.get_by_role("group", name="Child 1", exact=True)
    first.get_by_label("First names").fill("Filip")
    first.get_by_label("Last name").fill("Kowalski")
    first.get_by_role("button", name="Not sure, ask about Filip Kowalski").click()
    expect(first.get_by_text("Asked. Whoever knows the record")).to_be_visible()
    assert manager.user.notices.count() == 1
    first.get_by_role("button", name=re.compile("Not this person.*Filip Kowalski")).click()
    expect(first.get_by_role("button", name=re.compile("Not this person.*Filip Kowalski"))).to_have_count(0)
    expect(page.get_by_label("What we are told")).to_have_value("He is hurt.")
    others = first.get_by_role("radio", name="None of these")
    if others.count():
        others.check()
    page.get_by_role("button", name="Hand over: record this contact").click()
    expect(page.get_by_role("heading", name="How urgent is this?")).to_be_visible()
    new = Contact.objects.exclude(lines__person=filip).get().lines.get().person
    assert filip in [row.dismissed for row in Dismissal.objects.filter(person=new)]
    page.goto(f"/people/{new.pk}/")
    expect(page.get_by_text("not this person, said Joanna Pole").first).to_be_visible()
    assert AccessLog.objects.filter(what="search", detail__surname="Kowalski").exists()


def test_without_a_script_and_printed(browser, server, joanna, many, accessible):
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill(joanna.user.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    search(page, "Filip Kowalski 4/3/2016")
    page.get_by_role("button", name=re.compile("Not this person.*Filip Kowalski")).first.click()
    expect(page.get_by_text("9 possible matches")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name=re.compile("Not this person")).first).to_be_hidden()
    expect(page.get_by_text("same surname").first).to_be_visible()
    page.emulate_media(media="screen")
    page.goto("/people/add/")
    page.get_by_label("Child", exact=True).check()
    page.get_by_label("First names").fill("Filip")
    page.get_by_label("Last name").fill("Kowalski")
    page.get_by_label("Date of birth").fill("4 3 2016")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Is this one of the people already known?")).to_be_visible()
    page.get_by_label("Last name").press("Enter")
    expect(page.get_by_text("There is a problem")).to_be_visible()  # Enter saves, and answers no match
    expect(page.get_by_role("button", name=re.compile("Not this person"))).to_have_count(10)
    page.get_by_role("button", name=re.compile("Not sure, ask about Filip Kowalski")).first.click()
    expect(page.get_by_label("First names")).to_have_value("Filip")
    context.close()
