"""Staff and a page reader for the tests of what happens between receipt and recommendation."""

import re
from datetime import datetime

import pytest
from django.test import Client

from hearth.foundation import packs, worktime
from hearth.foundation.worktime import LONDON
from hearth.services.frontdoor import actions
from tests.support.people import call, child, staff


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def words(html: bytes | str) -> str:
    """A page as words: tags gone, spaces single."""
    text = html.decode() if isinstance(html, bytes) else html
    text = re.sub(r"<(script|style).*?</\1>", " ", text, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)).replace(" ,", ",").replace(" .", ".")


class Pages:
    """A signed-in browser without JavaScript."""

    def __init__(self, reader) -> None:
        self.reader = reader

    @property
    def client(self) -> Client:
        """Signed in afresh for every page, since tests jump further than the idle time-out."""
        made = Client()
        made.force_login(self.reader.user)
        return made

    def get(self, path: str) -> str:
        answer = self.client.get(f"/front-door/{path}")
        assert answer.status_code == 200, answer.status_code
        return words(answer.content)

    def contact(self, contact) -> str:
        return self.get(f"contacts/{contact.pk}/")

    def post(self, path: str, **data):
        return self.client.post(f"/front-door/{path}", data)

    def save(self, contact, page: str, **data) -> None:
        answer = self.post(f"contacts/{contact.pk}/{page}/", **data)
        assert answer.status_code == 302, words(answer.content)

    def refused(self, contact, page: str, **data) -> str:
        answer = self.post(f"contacts/{contact.pk}/{page}/", **data)
        assert answer.status_code == 422
        return words(answer.content)


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


@pytest.fixture
def contact(worker):
    return actions.receive_contact(worker, call(child("Filip", "Kowalski")))


@pytest.fixture
def swindon():
    packs.set_active("swindon")


@pytest.fixture
def officer(swindon):
    return staff("Ola Officer", "advice_officer", "fcp")


@pytest.fixture
def duty(swindon):
    return staff("Dee Duty", "social_worker", "fcp")


@pytest.fixture
def assistant_manager(swindon):
    return staff("Ash Manager", "manager", "fcp")


@pytest.fixture
def email(officer):
    return actions.receive_contact(officer, call(child("Bea", "Okoro", 6), channel="email", referrer_email="s@school.example"))


@pytest.fixture
def phone(officer):
    return actions.receive_contact(officer, call(child("Ada", "Novak")))


__all__ = ["Pages", "at", "words", "worktime"]
