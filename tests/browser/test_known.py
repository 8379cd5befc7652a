"""What is known of a child, where it is shown and written: passes axe, wide and narrow; and the analysis on paper."""

import os
from datetime import date

import pytest
from playwright.sync_api import expect

from hearth.foundation import packs
from hearth.people import actions as people
from hearth.people.models import ServiceEpisode
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import screening
from hearth.services.frontdoor.models import Referral
from hearth.services.frontdoor.queries.chronology import Dated
from hearth.services.recording import actions as recording
from tests.flow.support import decided
from tests.support.people import analysed, call, child, staff

pytestmark = [pytest.mark.browser, pytest.mark.long]
PICTURES = os.environ.get("HEARTH_PICTURES", "")


@pytest.fixture
def swindon_staff(server):
    packs.set_active("swindon")
    return staff("Dee Duty", "social_worker", "fcp"), staff("Ash Manager", "manager", "fcp")


def test_what_went_before_passes_axe_and_fits_a_narrow_screen(sign_in, accessible, swindon_staff):
    duty, manager = swindon_staff
    ada = people.identify(duty, child("Ada", "Novak", 9, address="12 Hill Lane", postcode="SN1 2JH"))
    jan = people.identify(duty, child("Jan", "Novak", 12, dismissed=frozenset({ada.pk})))
    people.relate(duty, ada, jan, "sibling")
    people.change_facts(
        duty, ada.pk, version=1, base={"religion": ""}, values={"religion": "Catholic"}, known_by="told", told_by="Mother"
    )
    ServiceEpisode.objects.create(
        person=ada, service="care", opened_on=date(2021, 3, 1), closed_on=date(2022, 8, 31), reason="Returned to her mother"
    )
    urgent = actions.receive_contact(duty, call(ada, jan))
    screening.raise_immediate(duty, urgent.pk)
    line = urgent.lines.order_by("position").first()
    recording.write_chronology(duty, line.pk, version=0, lines=[Dated(date(2026, 5, 1), "Seen alone at school")])
    other = decided(duty, manager, actions.receive_contact(duty, call(ada)), "referral")
    pages = {
        "contact-known": f"/front-door/contacts/{urgent.pk}/",
        "chronology": f"/record/chronology/{line.pk}/?build=yes",
        "siblings": f"/people/{ada.pk}/siblings/?of=religion,home",
        "referral-before": f"/front-door/referrals/{Referral.objects.get(line__contact=other).pk}/",
        "call": "/front-door/call/",
    }
    page = sign_in(manager)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for name, path in pages.items():
            page.goto(path)
            accessible(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
            if PICTURES:
                page.screenshot(path=f"{PICTURES}/{name}-{width}.png", full_page=True)


@pytest.mark.requirement("SWI-PUR-04")
def test_the_printed_record_keeps_the_signs_of_safety_headings_and_the_outcome_sought(sign_in, swindon_staff):
    duty, _ = swindon_staff
    contact = actions.receive_contact(duty, call(child("Ada", "Novak")))
    page = sign_in(duty)
    headings = ["What we are worried about", "What is working well", "What needs to happen", "Safety scale"]
    page.goto(f"/front-door/contacts/{contact.pk}/analysis/")
    for heading in (*headings, "Outcome sought for the child"):
        expect(page.get_by_label(heading, exact=True)).to_be_visible()
    analysed(duty, contact)
    page.goto(f"/front-door/contacts/{contact.pk}/")
    page.emulate_media(media="print")
    section = page.locator("#analysis")
    expect(section.get_by_role("heading", name="Signs of Safety")).to_be_visible()
    for heading in (*headings, "Outcome sought for the child"):
        expect(section.get_by_text(heading, exact=True)).to_be_visible()
    expect(page.locator(".hearth-actions").first).to_be_hidden()
