"""The same pages under every pack that is there; Salford's doors and its two telephone numbers."""

import pytest

from hearth.foundation import packs
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import screening
from hearth.services.frontdoor.pack import front_door
from tests.record.conftest import Pages
from tests.support.people import call, child, staff

pytestmark = pytest.mark.django_db

PACKS = ("southampton", "swindon", "wokingham", "salford")
FORMS = """
    kind name-child link family-view basis enquiry source system sort triage criteria advice-only danger bring-in transfer
    evaluation emergency-call form-exception form-received acknowledge advice
"""


@pytest.mark.parametrize("pack", PACKS)
def test_every_page_opens_and_a_contact_goes_through_screening_or_triage_to_a_social_worker(pack):
    packs.set_active(pack)
    manager = staff("Mara Manager", "manager", front_door().team)
    worker = staff("Wren Worker", "social_worker", front_door().team)
    contact = actions.receive_contact(manager, call(child("Filip", "Kowalski"), channel="email"))
    pages = Pages(manager)
    for name in FORMS.split():
        pages.get(f"contacts/{contact.pk}/{name}/")
    pages.get("screening/")
    pages.get("counted/")
    pages.contact(contact)
    if front_door().first_stage == "triage":
        assert f"contact {contact.number}" in pages.get("screening/").split("Awaiting triage", 1)[1]
        screening.triage_contact(manager, contact.pk, priority="high", next_action="Ring the school")
    screening.raise_immediate(manager, contact.pk)
    Pages(worker).post(f"contacts/{contact.pk}/take/")
    contact.refresh_from_db()
    assert (contact.stage, contact.holder) == ("with_worker", worker.user)


@pytest.mark.requirement("SAL-LVL-09")
def test_immediate_protection_shows_both_numbers_first_and_asks_when_each_was_called():
    packs.set_active("salford")
    officer = staff("Con Officer", "contact_officer", "bridge")
    contact = actions.receive_contact(officer, call(child("Ada", "Novak")))
    pages = Pages(officer)
    answer = pages.post(f"contacts/{contact.pk}/immediate/")
    raw = pages.get(answer.url.removeprefix("/front-door/"))
    telephone = packs.active().contact_details.telephone
    assert raw.index("Police: 999.") < raw.index(f"The front door: {telephone}") < raw.index("Who was called?")
    assert "Say when each was called: the police; the front door." in pages.contact(contact)
    listed = pages.client.get("/front-door/screening/").content.decode()
    assert "govuk-tag--red" in listed.split("Immediate concerns: were the police", 1)[1].split("Calls not yet recorded", 1)[0]
    pages.save(contact, "emergency-call", whom="police", answer="called", called_at="09:40")
    pages.save(contact, "emergency-call", whom="front_door", answer="called", called_at="09:50")
    assert "Calls not yet recorded" not in pages.get("screening/")


@pytest.mark.parametrize(("purpose", "door"), [("support", "Child Needing Support"), ("safeguarding", "Worried about a child")])
def test_the_door_follows_the_kind_of_worry(purpose, door):
    packs.set_active("salford")
    officer = staff("Con Officer", "contact_officer", "bridge")
    contact = actions.receive_contact(officer, call(child("Ada", "Novak"), purpose=purpose))
    assert f"Came through: {door}." in Pages(officer).contact(contact)
