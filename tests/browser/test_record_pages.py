"""The pages of the record, of consent and of consultation: nothing wider than a small screen, and accessible."""

import pytest

from hearth.foundation import packs, worktime
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import consent
from hearth.services.recording import actions as recording
from hearth.services.recording.actions import NoteGiven, SharingGiven
from tests.support.people import analysed, call, child, staff

pytestmark = [pytest.mark.browser, pytest.mark.long]


def check_widths(page, accessible, address: str) -> None:
    page.goto(address)
    accessible(page)
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
    page.set_viewport_size({"width": 1280, "height": 900})


def test_notes_sharing_consent_and_consultation(sign_in, accessible):
    packs.set_active("wokingham")
    manager = staff("Asha Assistant", "duty_assistant_manager", "duty")
    worker = staff("Wren Worker", "social_worker", "duty")
    contact = actions.receive_contact(worker, call(child("Filip", "Kowalski")))
    line = contact.lines.get()
    analysed(worker, contact)
    actions.recommend(worker, line.pk, outcome="assessment", reasons="He is not safe at home.", significant_harm="likely")
    consent.ask_override(worker, contact.pk, why="The father refuses and the risk is high.")
    consent.override_consent(manager, contact.pk, overridden=True, rationale="The risk of harm outweighs his refusal.")
    consent.add_further_action(manager, contact.pk, what="Ring the GP", owner=worker.user, due_on=worktime.today())
    note = recording.write_note(
        worker,
        line.person_id,
        kind="visit",
        given=NoteGiven(
            happened_at=worktime.now(),
            summary="Home visit",
            present=["Filip", "Anna Kowalska, mother"],
            seen_or_said="The kitchen was clean.",
            said=[{"who": "Anna Kowalska", "what": "He sleeps better now."}],
            attributed="yes",
            view="He is safer.",
            grounds="Three calm visits.",
            child_voice="I like my room.",
            family_voice="Relieved.",
        ),
    )
    recording.correct_note(worker, note.pk, words="It was the bathroom.", reason="Wrong room")
    recording.write_note(
        worker,
        line.person_id,
        kind="decision",
        given=NoteGiven(
            happened_at=worktime.now(),
            summary="Visits",
            decision="Visit weekly",
            seen_or_said="Two visits missed.",
            view="Weekly visits lower the risk.",
            responsible=manager.user,
            action="Book weekly visits",
            due_on=worktime.today(),
        ),
    )
    recording.ask_for_information(
        worker, line.person_id, who_asks="PC Bond", what="Address", why="Welfare check", asked_at=worktime.now()
    )
    recording.decide_sharing(
        worker,
        line.person_id,
        given=SharingGiven(
            outcome="not_shared", what="Address", purpose="Her father asks", reason="A court order keeps it from him"
        ),
    )
    page = sign_in(manager)
    person, here = line.person_id, contact.pk
    for address in (
        f"/people/{person}/",
        f"/record/{person}/notes/",
        f"/record/{person}/notes/visit/",
        f"/record/{person}/notes/decision/",
        f"/record/{person}/notes/session/",
        "/record/actions/",
        f"/record/{person}/sharing/",
        f"/record/{person}/sharing/decide/",
        f"/record/{person}/sharing/print/",
        f"/front-door/people/{person}/consult/",
        f"/front-door/contacts/{here}/",
        f"/front-door/contacts/{here}/sign-off/",
        f"/front-door/contacts/{here}/family-view/",
        f"/front-door/contacts/{here}/further-action/",
        "/front-door/overrides/",
        "/front-door/screening/",
    ):
        check_widths(page, accessible, address)
