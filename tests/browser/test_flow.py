"""Lists, the contact page, signing off, hand-overs, telling and closing time in a real browser: axe, 320 px, keyboard."""

import os

import pytest
from playwright.sync_api import Page, expect

from hearth.foundation import worktime
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.models import Contact
from tests.flow.support import decided, health_visitor, parent, received, recommended
from tests.support.people import child, staff

pytestmark = pytest.mark.browser
SHOTS = os.environ.get("HEARTH_SHOTS", "")


def look(page: Page, accessible, path: str, name: str) -> None:
    """Axe and no sideways scrolling, wide and at 320 px."""
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(path)
        accessible(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{path} is {wide} px wide at {width}"
        if SHOTS:
            page.screenshot(path=f"{SHOTS}-{name}-{width}.png", full_page=True)
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.fixture
def front(fresh_database):
    worker = staff("Wren Worker", "social_worker", "crs")
    manager = staff("Mara Manager", "manager", "crs")
    return worker, manager


def test_every_list_and_page_is_accessible_wide_and_narrow(front, sign_in, accessible):
    worker, manager = front
    receiver = staff("Bea Brief", "team_manager", "bis")
    with worktime.frozen("2026-05-31T23:00"):
        night = staff("Nell Night", "advanced_practitioner", "edt")
        received(night, child("Aiden", "Adeyemi", 4))
    with worktime.frozen("2026-06-01T09:05"):
        first = received(worker, child("Filip", "Kowalski", 9), child("Jakub", "Kowalski", 16, dismissed=frozenset()))
        actions.set_grade(worker, first.pk, grade="flaming_red", reasons="He goes home to his father today.")
        late = received(worker, child("Hugh", "Hughes", 3))
        actions.set_grade(worker, late.pk, grade="amber", reasons="Marks were not seen.")
    line = first.lines.first()
    parent(line.person_id, "Marta", telephone="023 8000 1111", safe_contact="text first, 07700 900123")
    health_visitor(line.person_id)
    recommended(worker, first)
    passed = decided(worker, manager, received(worker, child("Zoe", "Quartermaine", 7)))
    page = sign_in(manager)
    look(page, accessible, "/front-door/", "queue")
    look(page, accessible, "/front-door/sign-off/", "sign-off-list")
    look(page, accessible, f"/front-door/contacts/{first.pk}/sign-off/", "sign-off")
    look(page, accessible, f"/front-door/contacts/{first.pk}/", "contact")
    look(page, accessible, f"/front-door/contacts/{passed.pk}/", "contact-passed")
    look(page, accessible, "/front-door/closing/", "closing")
    look(page, accessible, f"/front-door/contacts/{first.pk}/overnight/", "overnight")
    look(page, accessible, "/front-door/morning/", "morning")
    look(page, accessible, "/front-door/out-of-hours/", "shift")
    look(page, accessible, f"/front-door/contacts/{first.pk}/family/", "family")
    look(page, accessible, f"/front-door/contacts/{first.pk}/professionals/", "professionals")
    look(page, accessible, f"/front-door/tellings/{passed.tellings.get().pk}/", "tell")
    look(page, accessible, f"/front-door/contacts/{first.pk}/pass/", "pass")
    look(page, accessible, "/my-work/", "my-work")
    page = sign_in(receiver)
    look(page, accessible, "/front-door/incoming/", "incoming")
    look(page, accessible, f"/front-door/hand-overs/{passed.hand_overs.get().pk}/", "passed")
    look(page, accessible, "/my-work/", "receiver-work")


def test_sign_off_takes_two_clicks_by_keyboard_and_comes_back_to_the_list(front, sign_in):
    worker, manager = front
    contact = received(worker)
    recommended(worker, contact)
    page = sign_in(manager)
    page.goto("/front-door/sign-off/")
    page.get_by_role("link", name="Filip Kowalski").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Approve").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/front-door/sign-off/")
    expect(page.get_by_text("Nothing waits for you to sign off.")).to_be_visible()
    contact.refresh_from_db()
    assert contact.stage == "passed_on"


def test_the_queue_updates_itself_where_the_reader_is_and_announces_a_new_flaming_red(front, sign_in):
    worker, _ = front
    first = received(worker, child("Ada", "Novak"))
    page = sign_in(worker)
    page.goto("/front-door/?sort=received")
    link = page.get_by_role("link", name="Ada Novak")
    link.focus()
    second = received(worker, child("Filip", "Kowalski"))
    actions.set_grade(worker, second.pk, grade="flaming_red", reasons="In danger.")
    with page.expect_response("**/front-door/?sort=received*"):
        page.evaluate("htmx.ajax('GET', '/front-door/?sort=received', {source: '#queue-lines', target: '#queue-lines'})")
    expect(page.get_by_role("link", name="Filip Kowalski")).to_be_visible()
    expect(page.locator("#queue-news")).to_have_text(f"New and most urgent: contact {second.number}.")
    assert page.evaluate("document.activeElement.id") == f"q-{first.number}"
    assert Contact.objects.count() == 2
    with page.expect_response("**/front-door/?sort=received*") as unchanged:
        page.evaluate("htmx.ajax('GET', '/front-door/?sort=received', {source: '#queue-lines', target: '#queue-lines'})")
    assert unchanged.value.status == 204
