"""The thread in a real browser: a call, its urgency, its clock explained; every page on the way passes axe."""

import pytest
from playwright.sync_api import expect

from hearth.services.frontdoor.models import Contact
from tests.support.people import staff

pytestmark = pytest.mark.browser


def test_a_call_becomes_a_contact_with_its_clock(sign_in_by_password, accessible):
    page = sign_in_by_password(staff("Wren Worker", "social_worker", "crs", password=True))
    accessible(page)
    page.get_by_role("button", name="Take a call").click()
    page.get_by_label("What we are told").fill("Filip said that his dad hit him with a belt this morning.")
    page.get_by_label("A safeguarding worry").check()
    page.get_by_label("A professional").check()
    page.get_by_label("First names").first.fill("Filip")
    page.get_by_label("Last name").first.fill("Kowalski")
    page.get_by_label("or age").first.fill("9")
    page.get_by_label("Where is the child now?").fill("At school")
    expect(page.get_by_text("Nobody known is like this.")).to_be_visible()
    accessible(page)
    page.get_by_role("button", name="Hand over").click()
    expect(page.get_by_role("heading", name="How urgent is this?")).to_be_visible()
    contact = Contact.objects.get()
    assert contact.started_at.isoformat() == "2026-06-01T09:00:00+00:00"
    accessible(page)
    page.get_by_label("FLAMING RED").check()
    page.get_by_label("Why").fill("He goes home to his father today.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("by 12:00 today, due in 2 hours")).to_be_visible()
    page.get_by_role("link", name="Why this date?").first.click()
    expect(page.get_by_text("2 hours from 10:00 on Mon 1 June")).to_have_count(2)
    accessible(page)
    page.goto("/front-door/")
    expect(page.locator("#queue-lines").get_by_text("FLAMING RED", exact=True)).to_be_visible()
    accessible(page)


def test_an_error_names_the_field_and_loses_nothing(sign_in_by_password, accessible):
    page = sign_in_by_password(staff("Wren Worker", "social_worker", "crs", password=True))
    page.goto("/front-door/call/")
    page.get_by_label("What we are told").fill("A neighbour hears shouting.")
    page.get_by_label("First names").first.fill("Ada")
    page.get_by_role("button", name="Hand over").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    expect(page.get_by_label("What we are told")).to_have_value("A neighbour hears shouting.")
    expect(page.get_by_label("First names").first).to_have_value("Ada")
    accessible(page)
