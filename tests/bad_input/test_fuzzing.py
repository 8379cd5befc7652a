"""Every form and every list, with everything that can be wrong in a field: never a server error, nothing typed is lost.

The forms are read from the pages themselves, so that a new one is tried too. What is wrong goes round: over the packs and
forms together every kind of wrong thing stands in every kind of field.
"""

import html
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from hearth.foundation import packs
from hearth.foundation.access.readers import Reader
from tests.access import world
from tests.access.walking import OURS, PACKS, address, parameters
from tests.bad_input.fuzzing import WRONG, Shown, encoded, forms_in
from tests.support.people import staff

pytestmark = [pytest.mark.django_db, pytest.mark.long]
URLENCODED = "application/x-www-form-urlencoded"
NARROWING = ("page", "sort", "grade", "stage", "team", "mine", "day", "kind", "of", "all", "person", "channel", "from", "next")
MISSING = "missing"
READABLE = ("emoji", "right to left", "script", "template")
ROUNDS = 3
"""How many times a form is sent with everything in it wrong; every field alone comes on top."""


@pytest.fixture
def room():
    """A family with everything that hangs on it, and somebody of every role."""

    def made(pack: str) -> tuple[dict[str, object], list[Reader]]:
        packs.set_active(pack)
        keeper = world.keeper()
        family = world.make("none", keeper)
        readers = [staff(f"Rex {role}", role, next(iter(packs.active().teams))) for role in packs.active().roles]
        return family.ids | world.of_one_child(family, keeper), [keeper, *readers]

    return made


def client_of(reader: Reader) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(reader.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def shown_to(readers: list[Reader], row, where: str) -> tuple[Reader, list[Shown]] | None:
    """Who is shown forms on a page, and these; a route that only takes a POST gets every field there is."""
    for reader in readers:
        if row["capability"] and not reader.can_any(row["capability"]):
            continue
        if "GET" not in row["methods"]:
            return reader, [Shown(where, "post", {name: [] for name in world.SENT})]
        answer = client_of(reader).get(where)
        found = [form for form in forms_in(answer.content.decode()) if form.method == "post" and "/accounts/" not in form.action]
        if answer.status_code == 200 and found:
            return reader, found
    return None


def wrong_ways(names: list[str], turn: int) -> Iterator[dict[str, str]]:
    """What is wrong in which fields: everything at once, some times over; then each field alone, or left out."""
    kinds = list(WRONG)
    for again in range(ROUNDS):
        yield {name: kinds[(turn + again * 7 + at) % len(kinds)] for at, name in enumerate(names)}
    for at, name in enumerate(names):
        yield {name: MISSING if (turn + at) % 2 else kinds[(turn * 9 + at) % len(kinds)]}


def faults(answer, form: Shown, wrong: dict[str, str]) -> Iterator[str]:
    """What is wrong with an answer to a wrong form: an error of ours, no summary of what is wrong, something typed lost."""
    if answer.status_code >= 500:
        yield "a server error"
    elif answer.status_code == 422 and "text/html" in answer.headers["Content-Type"]:
        page = html.unescape(answer.content.decode())
        if "govuk-error-summary" not in page:
            yield "no summary"
        for name, kind in wrong.items():
            if kind in READABLE and form.kinds.get(name) in ("text", "textarea") and WRONG[kind].decode() not in page:
                yield f"{name} was lost"


@pytest.mark.parametrize("pack", PACKS)
def test_nothing_that_stands_in_a_form_is_an_error_of_ours(pack, room):
    ids, readers = room(pack)
    turn, sent, found = PACKS.index(pack), 0, []
    for row in OURS:
        where = address(row, ids)
        shown = shown_to(readers, row, where) if "POST" in row["methods"] else None
        reader, forms = shown or (readers[0], [])
        client = client_of(reader)
        for form in forms:
            turn += 1
            target = urlsplit(urljoin(where, form.action)).path
            base = {name: values for name, values in form.filled(world.SENT).items() if name != "csrfmiddlewaretoken"}
            for wrong in wrong_ways(list(base), turn):
                sent += 1
                fields = base | {name: [] if kind == MISSING else [WRONG[kind]] for name, kind in wrong.items()}
                answer = client.post(target, encoded(fields), content_type=URLENCODED)
                found += [(target, fault, wrong) for fault in faults(answer, form, wrong)]
    assert not found
    assert sent > 1000, "the forms were sent"


@pytest.mark.parametrize("kind", WRONG)
def test_nothing_that_stands_in_an_address_is_an_error_of_ours(kind, room):
    _ids, readers = room("southampton")
    client, asked = client_of(readers[0]), 0
    pages = [row for row in OURS if "GET" in row["methods"] and not parameters(row)]
    for row in pages[list(WRONG).index(kind) % 2 :: 2]:
        if readers[0].can_any(row["capability"] or readers[0].capabilities):
            fields = {name: [WRONG[kind][:4000]] for name in NARROWING}
            answer = client.get(f"{address(row, {})}?{encoded(fields).decode()}")
            assert answer.status_code < 500, row["route"]
            asked += 1
    assert asked > 5


@pytest.mark.parametrize("kind", WRONG)
def test_nothing_that_is_typed_to_sign_in_is_an_error_of_ours(kind):
    """Nor in what a browser says of itself, which is kept with a wrong password."""
    client = Client(raise_request_exception=False)
    page, wrong = reverse("account_login"), WRONG[kind][:5000]
    for login, password in ((wrong, wrong), (wrong + b"@council.example", b"a long enough password"), (b"a@b.example", wrong)):
        body = encoded({"login": [login], "password": [password], "next": [wrong]})
        answer = client.post(page, body, content_type=URLENCODED, headers={"User-Agent": wrong.decode("latin-1")})
        assert answer.status_code in (200, 429), login
    assert client.get(f"{page}?{encoded({'next': [wrong]}).decode()}").status_code == 200
    assert client.post(reverse("mfa_authenticate"), encoded({"code": [wrong]}), content_type=URLENCODED).status_code < 500
