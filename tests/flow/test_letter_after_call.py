"""Told by telephone, then by letter: both are recorded, and only the letter meets the clock of the written answer."""

import uuid

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, NotFound, Refused
from hearth.foundation.access.models import AccessLog
from hearth.foundation.letters.models import Letter
from hearth.foundation.standards.models import Obligation
from hearth.foundation.timeline.models import Event
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.models import Telling
from tests.flow.support import at, decided, parent, received, web

pytestmark = pytest.mark.django_db
ADDRESS = "Anna's School, High Road, Southampton"


@pytest.fixture
def contact(worker, manager):
    """A teacher's contact, decided on Monday 1 June at 10:00: the letter is due by the end of Tuesday."""
    made = received(worker, referrer_address=ADDRESS)
    return decided(worker, manager, made, "advice")


@pytest.fixture
def called(worker, contact):
    """The teacher was told by telephone at 10:00."""
    return actions.tell_referrer(worker, referrer(contact).pk, route="telephone")


def referrer(contact):
    return contact.tellings.get(whom="referrer")


def written_clock(contact):
    return Obligation.objects.get(head__kind="contact", head__subject_id=contact.pk, standard="SOT-WRITTEN-OUTCOME")


def path(telling):
    return f"/front-door/tellings/{telling.pk}/"


def test_only_the_letter_meets_the_written_answers_clock_and_the_call_stays(worker, contact, called):
    assert written_clock(contact).met_at is None
    with worktime.frozen("2026-06-01T15:00"):
        letter = actions.tell_referrer(worker, called.pk, route="post")
    assert written_clock(contact).met_at == at("2026-06-01T15:00")
    called.refresh_from_db()
    assert (called.route, called.told_at, called.letter) == ("telephone", at("2026-06-01T10:00"), None)
    assert (letter.route, letter.told_at, letter.status) == ("post", at("2026-06-01T15:00"), "told")
    assert Letter.objects.get(pk=letter.letter).address == ADDRESS
    told = Event.objects.filter(kind="contact.referrer_told").order_by("sequence")
    assert [(one.data["route"], one.data["written"]) for one in told] == [("telephone", False), ("post", True)]


def test_the_contacts_page_offers_the_letter_and_then_shows_both(worker, contact, called):
    page = web(worker).get(f"/front-door/contacts/{contact.pk}/").content.decode()
    assert "Send Anna Teacher the letter too" in page
    form = web(worker).get(path(called)).content.decode()
    assert "Told by telephone, 10:00 today, by Wren Worker." in form
    assert 'value="post"' in form and 'value="telephone"' not in form
    number = uuid.uuid4()
    for _ in range(2):  # pressed twice
        sent = web(worker).post(path(called), {"route": "post", "request_id": number}, follow=True)
        assert sent.status_code == 200
    page = sent.content.decode()
    assert "told by telephone" in page and "told by post" in page
    assert "Send Anna Teacher the letter too" not in page
    assert Letter.objects.filter(subject_id=contact.pk).count() == 1


def test_refused_and_logged(worker, receiver, contact, called):
    with pytest.raises(Refused):
        actions.tell_referrer(receiver, called.pk, route="post")
    assert AccessLog.objects.filter(what="refusal", user_id=receiver.id, capability="frontdoor.tell").exists()
    with pytest.raises(NotFound):
        actions.tell_family(worker, called.pk, route="post")  # the referrer's telling is no adult's
    assert Telling.objects.filter(contact=contact).count() == 1


@pytest.mark.parametrize(
    ("route", "words"),
    [("telephone", "told by telephone already"), ("secure_email", "not secure")],
)
def test_invalid_says_why_and_writes_nothing(worker, contact, called, route, words):
    with pytest.raises(Invalid) as wrong:
        actions.tell_referrer(worker, called.pk, route=route)
    assert words in wrong.value.problems["route"]
    assert Telling.objects.filter(contact=contact).count() == 1 and not Letter.objects.filter(subject_id=contact.pk).exists()
    assert written_clock(contact).met_at is None


def test_repeated_with_its_number_it_is_one_letter(worker, contact, called):
    number = uuid.uuid4()
    first = actions.tell_referrer(worker, called.pk, route="post", request_id=number)
    assert actions.tell_referrer(worker, called.pk, route="post", request_id=number) == first
    assert Letter.objects.filter(subject_id=contact.pk).count() == 1


def test_stale_when_a_colleague_has_sent_the_letter_meanwhile(worker, manager, contact, called):
    actions.tell_referrer(manager, called.pk, route="by_hand")
    with pytest.raises(Invalid, match="by telephone and by letter already"):
        actions.tell_referrer(worker, called.pk, route="post")
    assert Letter.objects.filter(subject_id=contact.pk).count() == 1


def test_what_went_by_letter_first_is_answered(worker, contact):
    written = actions.tell_referrer(worker, referrer(contact).pk, route="post")
    with pytest.raises(Invalid, match="answered already"):
        actions.tell_referrer(worker, written.pk, route="by_hand")


def test_a_parent_told_by_telephone_is_sent_their_letter_too(worker, manager):
    contact = received(worker)
    mother = parent(contact.lines.get().person_id, "Marta", telephone="07700 900123")
    decided(worker, manager, contact, "advice")
    telling = actions.decide_telling(manager, contact.pk, mother.pk, tell=True, reason="She asked to hear")
    call = actions.tell_family(worker, telling.pk, route="telephone")
    page = web(worker).get(f"/front-door/contacts/{contact.pk}/").content.decode()
    assert "Send Marta Kowalska the letter too" in page
    assert 'value="secure_email"' not in web(worker).get(path(call)).content.decode()
    letter = actions.tell_family(worker, call.pk, route="by_hand")
    assert (letter.decided_by, letter.reason) == (manager.user, "She asked to hear")
    assert Letter.objects.get(pk=letter.letter).addressee == "Marta Kowalska"
    assert Event.objects.filter(kind="contact.family_told").count() == 2
