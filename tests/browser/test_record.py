"""Every page between receipt and recommendation passes axe, on one walk."""

import pytest
from playwright.sync_api import expect

from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import enquiries, screening
from tests.support.people import call, child, staff

pytestmark = [pytest.mark.browser, pytest.mark.long]

FORMS = """
    kind name-child kind/more_on_open kind/closed_recently kind/moving_in kind/consultation kind/section_7_37 kind/not_ours
    link difference family-view basis enquiry source system sort triage criteria advice-only danger bring-in transfer
    evaluation emergency-call form-exception form-received acknowledge conversation advice
"""


def test_each_page_passes_axe(sign_in, accessible):
    worker = staff("Mara Manager", "manager", "crs")
    contact = actions.receive_contact(worker, call(child("Filip", "Kowalski"), channel="form", child_protection=True))
    actions.receive_contact(worker, call(contact.lines.get().person))
    made = enquiries.make_enquiry(worker, contact.pk, whom="professional", person_asked="Dr Lee", question="Any injury?")
    screening.raise_immediate(worker, contact.pk)
    asked = screening.answer_screening(worker, contact.pk, about="criteria", answer="unsure", asked_of="manager")
    page = sign_in(worker)
    here = f"/front-door/contacts/{contact.pk}/"
    for name in [*FORMS.split(), f"enquiries/{made.pk}/answer", f"questions/{asked.pk}/reply"]:
        page.goto(f"{here}{name}/")
        accessible(page)
    for path in ("/front-door/screening/", "/front-door/counted/", here):
        page.goto(path)
        accessible(page)
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(here)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    accessible(page)


def test_an_adult_who_has_not_agreed_is_recorded_in_the_browser(sign_in, accessible):
    worker = staff("Wren Worker", "social_worker", "crs")
    contact = actions.receive_contact(worker, call(child("Filip", "Kowalski")))
    page = sign_in(worker)
    page.goto(f"/front-door/contacts/{contact.pk}/")
    page.get_by_role("link", name="Record what an adult was told, and says").click()
    page.get_by_label("Told, and has not agreed").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Say which adult this is about.")
    accessible(page)
    page.get_by_label("or their name and who they are to the child").fill("Mrs Kowalska, mother")
    page.get_by_label("Who told and asked them").fill("Anna Teacher")
    page.get_by_role("textbox", name="When (optional)").fill("09:30")
    page.get_by_label("How: by telephone").fill("by telephone")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Mrs Kowalska, mother:")).to_be_visible()
