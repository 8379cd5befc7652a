"""The two worked cases of the Southampton slides."""

import re
from html import unescape

import pytest

from hearth.services.frontdoor import actions
from tests.support.people import call, child, staff


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


@pytest.fixture
def officer():
    return staff("Ola Officer", "information_officer", "crs")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


@pytest.fixture
def jakub_and_filip(worker):
    return actions.receive_contact(worker, call(child("Filip", "Kowalski", 9), child("Jakub", "Kowalski", 16)))


@pytest.fixture
def david_summer_sophie(worker):
    named = [child(name, "Hughes", age) for name, age in (("David", 13), ("Summer", 7), ("Sophie", 3))]
    return actions.receive_contact(worker, call(*named))


@pytest.fixture
def note(worker):
    def tick(contact, *codes, of=(), known_by="told", whose="the school's safeguarding lead", words="", by=None):
        names = {line.person.forenames: line.pk for line in contact.lines.all()}
        lines = [names[name] for name in of]
        return actions.note_factors(
            by or worker, contact.pk, factors=codes, lines=lines, known_by=known_by, whose_words=whose, words=words
        )

    return tick


@pytest.fixture
def page_text(client):
    """The words of a page as somebody signed in reads it."""

    def read(reader, address):
        client.force_login(reader.user, backend="allauth.account.auth_backends.AuthenticationBackend")
        answer = client.get(address)
        assert answer.status_code == 200, answer.status_code
        return unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split()))

    return read
