"""Telling: who hears what, by which route, and what never enters a letter; closing a contact."""

import uuid

import pytest
from django.core import mail

from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.letters.models import Letter, Sending
from hearth.foundation.letters.tasks import deliver
from hearth.foundation.timeline.models import Event
from hearth.people import actions as people
from hearth.people.models import Address, Residence
from hearth.services.frontdoor import actions, queries
from hearth.services.frontdoor.models import Telling
from tests.flow.support import at, decided, health_visitor, parent, received, recommended, web
from tests.support.people import child, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def neighbour(worker, manager):
    """A member of the public told us; early help was decided."""
    contact = received(worker, referrer_kind="public", referrer_name="Nora Next", referrer_address="1 Low Road\nSouthampton")
    parent(contact.lines.get().person_id, "Marta")
    return decided(worker, manager, contact, "universal")


def referrer(contact):
    return contact.tellings.get(whom="referrer")


def words_of(contact):
    return " ".join(" ".join(one.paragraphs) for one in Letter.objects.filter(subject_id=contact.pk))


def test_the_public_hear_nothing_of_outcome_or_family_and_adding_any_is_warned(worker, neighbour):
    page = web(worker).get(f"/front-door/tellings/{referrer(neighbour).pk}/").content.decode()
    assert "the outcome, and anything about the family." in page
    letter = page[page.index("hearth-letter") : page.index("</article>")]
    for words in ("Universal", "Kowalski", "Filip", "Marta"):
        assert words not in letter
    shown = web(worker).get(f"/front-door/contacts/{neighbour.pk}/").content.decode()
    assert "Referrer not yet told" in shown
    with pytest.raises(Invalid) as warned:
        actions.tell_referrer(worker, referrer(neighbour).pk, route="post", added="We visited them.")
    assert "may not be told anything about the family" in warned.value.problems["added"]
    with pytest.raises(Invalid) as named:
        actions.tell_referrer(worker, referrer(neighbour).pk, route="post", added="Marta is well.", checked=True)
    assert "Marta" in named.value.problems["added"]
    assert not Letter.objects.exists()
    actions.tell_referrer(worker, referrer(neighbour).pk, route="post", added="Thank you for ringing.", checked=True)
    assert "Thank you for ringing." in words_of(neighbour)
    assert "Referrer not yet told" not in web(worker).get(f"/front-door/contacts/{neighbour.pk}/").content.decode()


@pytest.mark.requirement("SWI-SVC-22")
def test_no_contact_of_an_identified_referrer_is_complete_without_feedback_and_anonymous_ones_say_why(swindon):
    worker, manager = staff("Wren Worker", "social_worker", "fcp"), staff("Mara Manager", "manager", "fcp")
    known = decided(worker, manager, received(worker), "no_social_work")
    with pytest.raises(Invalid) as missing:
        actions.close_contact(worker, known.pk)
    assert "the referrer is not yet told" in str(missing.value)
    actions.tell_referrer(worker, referrer(known).pk, route="telephone")
    assert actions.close_contact(worker, known.pk).stage == "closed"
    anonymous = decided(worker, manager, received(worker, child("Ada", "Novak"), referrer_kind="anonymous"), "no_social_work")
    shown = web(worker).get(f"/front-door/contacts/{anonymous.pk}/").content.decode()
    assert "not applicable" in shown and "Would not say who they are" in shown
    assert actions.close_contact(worker, anonymous.pk).stage == "closed"


def test_nobody_of_the_family_hears_before_it_is_decided_and_unsafe_is_not_told_with_a_reason(worker, manager, neighbour):
    line = neighbour.lines.get()
    mother = next(one for one in queries.contact_page(manager, neighbour.pk).adults)
    father = parent(line.person_id, "Tomasz", "father")
    with pytest.raises(Refused):
        actions.decide_telling(worker, neighbour.pk, mother.person_id, tell=True, reason="Safe")
    with pytest.raises(Invalid):
        actions.decide_telling(manager, neighbour.pk, mother.person_id, tell=True, reason=" ")
    with pytest.raises(Invalid):
        actions.decide_telling(manager, neighbour.pk, uuid.uuid4(), tell=True, reason="Safe")
    unsafe = actions.decide_telling(manager, neighbour.pk, father.pk, tell=False, reason="He would hurt her")
    yes = actions.decide_telling(manager, neighbour.pk, mother.person_id, tell=True, reason="She asked to hear")
    assert (unsafe.status, unsafe.reason) == ("not_told", "He would hurt her")
    with pytest.raises(Refused, match="Mara Manager decided that"):
        actions.tell_family(worker, unsafe.pk, route="by_hand")
    actions.tell_family(worker, yes.pk, route="by_hand")
    yes.refresh_from_db()
    letter = Letter.objects.get(pk=yes.letter)
    text = " ".join(letter.paragraphs)
    assert letter.addressee == "Marta Kowalska" and "Filip Kowalski" in text
    for words in ("Nora", "Tomasz", "hit him", "green", "AMBER", "no further action"):
        assert words not in text
    assert "Filip Kowalski" in text and Event.objects.filter(kind="contact.family_told").count() == 1


def test_each_adult_hears_only_of_their_own_children(worker, manager):
    contact = received(worker, child("Filip", "Kowalski"), child("Zoe", "Quartermaine"))
    filip, zoe = contact.lines.all()
    mother = parent(filip.person_id, "Marta")
    parent(zoe.person_id, "Petra")
    decided(worker, manager, contact, "universal")
    telling = actions.decide_telling(manager, contact.pk, mother.pk, tell=True, reason="Safe")
    actions.tell_family(worker, telling.pk, route="by_hand")
    assert "Filip" in words_of(contact) and "Zoe" not in words_of(contact) and "Petra" not in words_of(contact)
    letter = Letter.objects.get(addressee="Marta Kowalska")
    assert web(worker).get(f"/front-door/letters/{letter.pk}/read/").status_code == 200
    people.restrict(manager, filip.person_id, level="restricted", reason="Safety", owner=manager.user)
    for path in ("", "read/"):
        assert web(worker).get(f"/front-door/letters/{letter.pk}/{path}").status_code == 404


def test_a_confidential_address_never_stands_in_a_letter(worker, manager, neighbour):
    mother = next(one for one in queries.contact_page(manager, neighbour.pk).adults)
    refuge = Address.objects.create(lines="9 Refuge Lane", town="Southampton")
    Residence.objects.create(person_id=mother.person_id, address=refuge, confidential=True)
    telling = actions.decide_telling(manager, neighbour.pk, mother.person_id, tell=True, reason="Safe")
    with pytest.raises(Invalid):
        actions.tell_family(worker, telling.pk, route="post")
    actions.tell_family(worker, telling.pk, route="by_hand")
    [letter] = Letter.objects.filter(addressee="Marta Kowalska")
    assert "Refuge" not in letter.address + " ".join(letter.paragraphs)


@pytest.mark.requirement("SWI-STD-07")
def test_each_known_professional_shows_told_or_not_with_the_reason(swindon):
    worker, manager = staff("Wren Worker", "social_worker", "fcp"), staff("Mara Manager", "manager", "fcp")
    contact = received(worker)
    first = health_visitor(contact.lines.get().person_id)
    second = health_visitor(contact.lines.get().person_id, "Gwen Practice")
    with pytest.raises(Invalid):
        actions.settle_professional(worker, contact.pk, first.pk, told=True, route="telephone")
    decided(worker, manager, contact, "no_social_work")
    for wrong in ({"told": True}, {"told": False, "reason": ""}, {"told": True, "route": ""}):
        with pytest.raises(Invalid):
            actions.settle_professional(worker, contact.pk, first.pk, **wrong)
    actions.settle_professional(worker, contact.pk, first.pk, told=True, route="secure_email")
    actions.settle_professional(worker, contact.pk, second.pk, told=False, reason="No part in this")
    shown = web(worker).get(f"/front-door/contacts/{contact.pk}/").content.decode()
    assert "Another professional, Hana Visitor:</strong>\n  told by secure e-mail" in shown
    assert "not to be told (No part in this)" in shown
    letter = Letter.objects.get(addressee="Hana Visitor")
    assert "Kowalski" not in " ".join(letter.paragraphs)


@pytest.mark.requirement("SOT-CRS-23")
def test_an_outcome_with_steps_is_not_complete_until_they_are_talked_through(worker, manager):
    contact = decided(worker, manager, received(worker), "agency_steps", recommended_steps="School: weekly check-in")
    actions.tell_referrer(worker, referrer(contact).pk, route="telephone")
    with pytest.raises(Invalid) as missing:
        actions.close_contact(worker, contact.pk)
    assert "talk the recommended steps through" in str(missing.value)
    for wrong in ({}, {"discussed_on": at("2026-06-01T09:00").date()}, {"plan": "Weekly"}, {"not_reached": "Away", "plan": "Both"}):
        with pytest.raises(Invalid):
            actions.record_steps_discussed(worker, contact.pk, **wrong)
    with pytest.raises(Invalid):
        actions.record_steps_discussed(worker, contact.pk, discussed_on=at("2026-06-02T09:00").date(), plan="Tomorrow")
    actions.record_steps_discussed(worker, contact.pk, discussed_on=at("2026-06-01T09:00").date(), plan="Weekly check-in at school")
    assert actions.close_contact(worker, contact.pk).stage == "closed"
    other = decided(worker, manager, received(worker, child("Ada", "Novak")), "agency_steps", recommended_steps="None is needed")
    actions.tell_referrer(worker, referrer(other).pk, route="telephone")
    actions.record_steps_discussed(worker, other.pk, not_reached="Three calls, left the school")
    assert actions.close_contact(worker, other.pk).stage == "closed"


def test_closing_names_all_that_is_missing_and_writes_nothing(worker, manager, receiver):
    contact = received(worker)
    parent(contact.lines.get().person_id, "Marta")
    recommended(worker, contact)
    with pytest.raises(Invalid) as early:
        actions.close_contact(worker, contact.pk)
    assert "decide the outcome for every child" in str(early.value)
    actions.decide(manager, contact.lines.get().pk, version=1, shown={})
    with pytest.raises(Invalid) as late:
        actions.close_contact(worker, contact.pk)
    for words in ("accepted by name", "the referrer is not yet told", "each adult of the family"):
        assert words in str(late.value)
    with pytest.raises(Refused):
        actions.close_contact(receiver, contact.pk)
    answer = web(worker).post(f"/front-door/contacts/{contact.pk}/close/", follow=True)
    assert "Before it can close" in answer.content.decode()
    contact.refresh_from_db()
    assert contact.is_open and not Event.objects.filter(kind="contact.closed").exists()


def test_a_letter_is_a_pdf_and_leaves_by_e_mail_once_although_the_job_runs_twice(worker, manager):
    contact = received(worker, referrer_email="anna@school.example", referrer_email_secure=True)
    decided(worker, manager, contact, "advice")
    actions.tell_referrer(worker, referrer(contact).pk, route="secure_email")
    sending = Sending.objects.get(letter__template__startswith="referrer")  # the acknowledgement is another
    deliver(sending.pk)
    deliver(sending.pk)
    [message] = mail.outbox
    assert message.to == ["anna@school.example"] and "Kowalski" not in message.subject + message.body
    [(name, content, kind)] = message.attachments
    assert (name, kind, content[:4]) == ("letter.pdf", "application/pdf", b"%PDF")
    assert message.extra_headers["Message-ID"].startswith(f"<{sending.letter_id}.{sending.pk}@")
    read = web(worker).get(f"/front-door/letters/{sending.letter_id}/read/").content.decode()
    assert "Advice and guidance have been given." in read and "Sent by secure e-mail" in read


def test_an_insecure_address_is_no_route(worker, manager):
    contact = decided(worker, manager, received(worker, referrer_email="anna@school.example"), "advice")
    with pytest.raises(Invalid):
        actions.tell_referrer(worker, referrer(contact).pk, route="secure_email")
    assert Telling.objects.get(contact=contact).status == "to_tell"
