"""What is typed into a search stands in the access log and nowhere else."""

import contextlib
import io
import logging
import re

import pytest
from django.test import Client
from django.urls import reverse

from hearth.foundation.access.models import AccessLog, Notice
from hearth.people import actions as people
from hearth.people import search
from hearth.people.actions import Named
from hearth.people.queries import known
from hearth.people.search import Terms
from hearth.services.frontdoor.actions.calls import NewAdult
from hearth.services.frontdoor.actions.receiving import NewLine
from tests.matches.conftest import web
from tests.support.people import child

pytestmark = pytest.mark.django_db
TYPED = ("Zebediah", "Quixworth", "Vexley Street", "07700900987")
FIELDS = {"forenames": TYPED[0], "surname": TYPED[1], "address": TYPED[2], "telephone": TYPED[3]}
ON_CALL = {"prefix": "children-0"} | {f"children-0-{name}": value for name, value in FIELDS.items()}
PAGES = [
    ("/people/", FIELDS),
    ("/people/", {"text": " ".join(TYPED[:3])}),
    ("/people/matches/", FIELDS),
    ("/front-door/matches/", ON_CALL),
]


def says(text: str) -> list[str]:
    return [one for one in (*TYPED, "07700 900987") if one.lower() in text.lower()]


@pytest.fixture
def heard():
    """Everything that any logger says, at every level, with exceptions as they are printed."""
    kept = io.StringIO()
    handler, root = logging.StreamHandler(kept), logging.getLogger()
    before = root.level
    # What is asked of the database is not logged outside development; its own log of errors is PostgreSQL's.
    quiet = logging.getLogger("django.db.backends")
    level = quiet.level
    quiet.setLevel(logging.WARNING)
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield kept
    root.removeHandler(handler)
    root.setLevel(before)
    quiet.setLevel(level)


@pytest.mark.parametrize(("path", "given"), PAGES)
def test_the_terms_are_in_the_access_log_and_in_no_address_title_or_log(worker, heard, path, given):
    answer = web(worker).post(path, given)
    assert answer.status_code == 200
    logged = str(AccessLog.objects.filter(what="search").latest("pk").detail)
    assert "Zebediah" in logged
    assert says(answer.request["PATH_INFO"] + answer.request["QUERY_STRING"]) == []
    page = answer.content.decode()
    assert says("".join(re.findall(r"<title>.*?</title>", page, re.S))) == []
    assert says("".join(re.findall(r'(?:href|action|formaction|hx-post|src)="([^"]*)"', page))) == []
    assert says(str(answer.headers)) == []
    assert says(heard.getvalue()) == []


@pytest.mark.parametrize(("path", "given"), PAGES)
@pytest.mark.parametrize("breaks", [search, known])
def test_nor_in_what_an_exception_prints(worker, heard, monkeypatch, path, given, breaks):
    """A search that fails half-way prints its traceback; what was looked for is not in it."""

    def fails(*args, **kwargs):
        raise RuntimeError(f"broken while looking for {args!r} {kwargs!r}")

    if breaks is search:
        monkeypatch.setattr("hearth.people.queries.candidates", fails)
    else:
        monkeypatch.setattr("hearth.people.queries._as_seen", fails)
    made = Client(raise_request_exception=False)
    made.force_login(worker.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    printed = io.StringIO()
    with contextlib.redirect_stderr(printed), contextlib.redirect_stdout(printed):
        answer = made.post(path, given)
    assert answer.status_code == 500
    assert "RuntimeError" in heard.getvalue()
    assert says(heard.getvalue() + printed.getvalue() + answer.content.decode()) == []


def test_no_object_says_in_its_repr_whom_it_is_about(worker):
    person = people.identify(worker, child(*TYPED[:2], address=TYPED[2], telephone=TYPED[3]))
    named = Named(**FIELDS)
    terms = Terms(**FIELDS, name="Zebediah Quixworth")
    found = search.candidates(terms)
    assert found
    shown = known(worker, terms)
    said = [person, named, terms, found, found[0].parts, shown, NewLine(who=named), NewAdult(who=named, relation="mother")]
    for one in said:
        assert says(repr(one)) == [], repr(one)
    assert repr(Terms(surname="Quixworth")) == "Terms(surname)"
    try:
        people.identify(worker, named)
    except people.Undecided as undecided:
        assert says(repr(undecided) + str(undecided)) == []
    else:
        pytest.fail("a likely match was not asked about")


def test_no_notice_says_whom_it_is_about(worker, manager):
    person = people.identify(worker, child(*TYPED[:2]))
    web(worker).post(reverse("ask_about_match", args=[person.pk]))
    [notice] = Notice.objects.filter(user=manager.user)
    assert says(f"{notice.title} {notice.key}") == []


@pytest.mark.parametrize("path", ["/people/", "/people/matches/", "/front-door/matches/"])
def test_a_search_in_an_address_is_not_read(worker, path):
    web(worker).get(path, FIELDS)
    assert not AccessLog.objects.filter(what="search").exists()
