"""Giving a timescale another time in a real browser, wide and at 320 px: reached in two presses, axe, both times after."""

import pytest
from playwright.sync_api import expect

from hearth.foundation.standards import actions as standards
from hearth.foundation.standards.models import Obligation
from hearth.services.frontdoor import actions
from tests.engines.streams import at
from tests.support.people import call, child, staff

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 320])
def test_a_manager_gives_a_timescale_another_time_and_a_colleague_meanwhile_loses_nothing(sign_in, accessible, width):
    worker, manager = staff("Wren Worker", "social_worker", "crs"), staff("Mara Manager", "manager", "crs")
    contact = actions.receive_contact(worker, call(child("Filip", "Kowalski")))
    page = sign_in(manager)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/front-door/contacts/{contact.pk}/")
    decision = Obligation.objects.get(standard="SOT-DECISION-24H")
    page.locator(f'a[href$="/timescales/{decision.pk}/"]').first.click()
    page.get_by_role("button", name="Give it another time").click()
    expect(page.get_by_role("heading", name="Give it another time")).to_be_visible()
    accessible(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter new time")
    accessible(page)
    page.get_by_label("New time").fill("3 6 2026 12:00")
    page.get_by_label("Why this needs another time").fill("The school is closed until Wednesday.")
    colleague = staff("Mo Manager", "manager", "crs")
    standards.vary(colleague, decision.pk, new_due_at=at("2026-06-02T15:00"), reason="The nurse is off.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Mo Manager has changed this")
    expect(page.get_by_label("New time")).to_have_value("3 6 2026 12:00")
    accessible(page)
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("New time: 12:00 on Wed 3 June")
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
