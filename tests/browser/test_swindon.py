"""Swindon's pages of oversight, figures, visitors and hours pass axe, wide and narrow."""

import os

import pytest

from hearth.foundation import packs
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import conversation, managing, screening, visiting
from hearth.services.frontdoor.models import Advice, Visitor
from tests.flow.support import decided
from tests.support.people import call, child, staff

pytestmark = [pytest.mark.browser, pytest.mark.long]
PICTURES = os.environ.get("HEARTH_PICTURES", "")


def test_each_page_passes_axe_and_fits_a_narrow_screen(sign_in, accessible):
    packs.set_active("swindon")
    manager = staff("Ash Manager", "manager", "fcp")
    officer = staff("Ola Officer", "advice_officer", "fcp")
    duty = staff("Dee Duty", "social_worker", "fcp")
    contact = actions.receive_contact(officer, call(child("Ada", "Novak"), channel="secure_email"))
    again = actions.receive_contact(officer, call(contact.lines.get().person, channel="secure_email"))
    late = actions.receive_contact(officer, call(child("Bilal", "Hussain"), child_protection=True))
    screening.bring_in_worker(officer, contact.pk, words="A worry at home")
    conversation.give_advice(officer, contact.pk, kind="advice", what="Ask the nurse.", to_whom="Mrs Novak", strategies="A diary.")
    managing.review_contact(manager, contact.pk, direction="Ring the school")
    decided(duty, manager, actions.receive_contact(duty, call(child("Cerys", "Pugh"))), "referral")
    reception = staff("Rae Reception", "front_of_house", "fcp")
    visiting.log_visitor(reception, name="Mrs Pugh", asked_for="a social worker")
    page = sign_in(manager)
    advice = Advice.objects.get()
    pages = {
        "contact": f"contacts/{again.pk}/",
        "oversight": "oversight/",
        "seen": f"contacts/{again.pk}/manager-seen/",
        "screened": f"contacts/{contact.pk}/screened/",
        "advice-end": f"contacts/{contact.pk}/advice-only-end/",
        "advice": f"contacts/{contact.pk}/advice-given/{advice.pk}/",
        "screening": "screening/",
        "hours": "office-hours/",
        "visitors": "visitors/",
        "place": f"visitors/{Visitor.objects.get().pk}/place/",
        "day": "figures/day/",
        "week": "figures/week/",
        "month": "figures/month/",
        "protection": f"contacts/{late.pk}/",
    }
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for name, path in pages.items():
            page.goto(f"/front-door/{path}")
            accessible(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
            if PICTURES:
                page.screenshot(path=f"{PICTURES}/swindon-{name}-{width}.png", full_page=True)
