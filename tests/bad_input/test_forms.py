"""Bad input: each kind has a defined answer, nothing typed is lost, nothing half-written stays, and no server error."""

import uuid

import pytest
from django.test import Client

from hearth.people.models import Person
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.models import Contact
from tests.support.people import analysed, call, child, staff

pytestmark = pytest.mark.django_db

CALL = {
    "what_told": "A neighbour hears shouting every night.",
    "purpose": "safeguarding",
    "kind": "new_worry",
    "channel": "telephone",
    "referrer_kind": "public",
    "referrer_source": "1B",
    "children-TOTAL_FORMS": "1",
    "children-INITIAL_FORMS": "0",
    "children-0-kind": "child",
    "children-0-forenames": "Ada",
    "children-0-surname": "Novak",
    "children-0-safe_now": "unknown",
}


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


def browser(reader) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(reader.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def client(worker) -> Client:
    return browser(worker)


def record(client, **changes):
    return client.post("/front-door/call/", CALL | changes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"received_at": "1 1 2030 10:00"}, "must not be in the future"),
        ({"received_at": "1 1 2026 10:00"}, "more than 60 days ago"),
        ({"received_at": "the other day"}, "Enter a date like 27 3 2016"),
        ({"children-0-date_of_birth": "3 6 2027"}, "must not be in the future"),
        ({"children-0-date_of_birth": "31 2 2016"}, "Enter a real date"),
        ({"children-0-date_of_birth": "1 1 1850"}, "Enter a real date"),
        ({"children-0-age": "140"}, "less than or equal to 25"),
        ({"children-0-age": "-1"}, "greater than or equal to 0"),
        ({"kind": "no-such-kind"}, "Select a valid choice"),
        ({"referrer_source": "ZZ"}, "Select a valid choice"),
        ({"purpose": ""}, "Select is this about"),
        ({"what_told": "   "}, "Enter what we are told"),
        ({"what_told": "x" * 5_000_000}, "longer than 200,000 characters"),
        ({"what_told": "a\x00b"}, "Null characters are not allowed"),
        ({"children-0-forenames": "", "children-0-surname": ""}, "Name at least one child"),
    ],
)
def test_a_call_that_cannot_stand_is_refused_in_words_and_kept(client, changes, words):
    answer = record(client, **changes)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "There is a problem" in page
    assert words in page
    assert "Ada" in page or "children-0-forenames" in changes
    assert "shouting" in page or "what_told" in changes
    assert not Contact.objects.exists()
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    "name",
    [
        "👶🏽 Zoë",
        "محمد",
        "O'Brien-Ó Súilleabháin",
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "Robert'); DROP TABLE people_person;--",
        "\u202eAda",
    ],
)
def test_any_name_is_kept_as_it_is_and_shown_as_text(client, name):
    answer = record(client, **{"children-0-forenames": name})
    assert answer.status_code == 302
    assert Person.objects.get().forenames == name
    page = client.get(answer.headers["Location"]).content.decode()
    assert "<script>alert" not in page
    assert "49" not in page.split("<h1", 1)[1].split("</h1>", 1)[0]


def test_sending_the_form_twice_makes_one_contact(client):
    number = str(uuid.uuid4())
    first, again = (record(client, request_id=number) for _ in range(2))
    assert first.headers["Location"] == again.headers["Location"]
    assert Contact.objects.count() == 1


def test_a_number_that_is_not_one_is_not_an_error_of_ours(client):
    assert record(client, request_id="not-a-number").status_code in (302, 422)


def test_a_broken_formset_is_refused_in_words(client):
    for broken in ({"children-TOTAL_FORMS": "many"}, {"children-TOTAL_FORMS": "99999"}, {"children-INITIAL_FORMS": "-3"}):
        assert record(client, **broken).status_code in (302, 422)


def test_forged_and_malformed_ids_are_not_found(client, manager):
    other = uuid.uuid4()
    for path in (
        f"/front-door/contacts/{other}/",
        f"/front-door/contacts/{other}/urgency/",
        f"/front-door/contacts/{other}/timescales/1/",
        f"/front-door/children/{other}/safety/",
        f"/front-door/children/{other}/recommend/",
        f"/front-door/tellings/{other}/",
        f"/front-door/letters/{other}/",
        "/front-door/contacts/1/",
        "/front-door/contacts/%00/",
        "/front-door/../../etc/passwd",
    ):
        assert client.get(path).status_code == 404, path
    assert browser(manager).get(f"/front-door/contacts/{other}/sign-off/").status_code == 404


def test_signing_off_ones_own_recommendation_is_refused_and_said(manager):
    contact = actions.receive_contact(manager, call(child("Ada", "Novak")))
    line = contact.lines.get()
    analysed(manager, contact)
    actions.recommend(manager, line.pk, outcome="assessment", reasons="Not safe.", significant_harm="likely")
    client = browser(manager)
    answer = client.post(
        f"/front-door/contacts/{contact.pk}/sign-off/", {"line": line.pk, f"{line.pk}-answer": "approve", f"{line.pk}-version": "1"}
    )
    assert answer.status_code == 403
    assert "Another person signs it off" in answer.content.decode()


def test_a_closed_contact_takes_no_new_urgency(worker, client):
    contact = actions.receive_contact(worker, call(child("Ada", "Novak")))
    Contact.objects.filter(pk=contact.pk).update(closed_at=contact.received_at)
    answer = client.post(f"/front-door/contacts/{contact.pk}/urgency/", {"grade": "red", "reasons": "New marks."})
    assert answer.status_code == 422
    assert "This contact is closed" in answer.content.decode()


def test_a_stale_save_shows_both_versions(worker, client):
    contact = actions.receive_contact(worker, call(child("Ada", "Novak")))
    line = contact.lines.get()
    shown = client.get(f"/front-door/children/{line.pk}/safety/")
    assert shown.status_code == 200
    base = {"where_now": "at school", "with_whom": "class teacher", "seen": "not_asked", "safe_now": "yes"}
    actions.record_safety(worker, line.pk, version=1, base=base, values=base | {"where_now": "with her aunt"})
    answer = client.post(
        f"/front-door/children/{line.pk}/safety/",
        base
        | {
            "where_now": "in the playground",
            "version": "1",
            "base": '{"where_now": "at school", "with_whom": "class teacher", "seen": "not_asked", "safe_now": "yes"}',
        },
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "with her aunt" in page
    assert "in the playground" in page


@pytest.mark.parametrize("body", [b"\xff\xfe\x00", b"%%%", b"a=" + b"\xc3\x28" * 50])
def test_bytes_that_are_no_form_are_answered(client, body):
    for path in ("/front-door/call/", "/front-door/matches/", "/front-door/"):
        assert client.post(path, body, content_type="application/x-www-form-urlencoded").status_code < 500
        assert client.post(path, body, content_type="application/json").status_code < 500
        assert client.post(path, body, content_type="multipart/form-data; boundary=x").status_code < 500


def test_odd_addresses_and_methods_are_answered(client):
    for path in (
        "/front-door/?page=-1",
        "/front-door/?page=9e9",
        "/front-door/?grade=%F0%9F%91%B6&stage=none",
        "/?x=" + "a" * 4000,
    ):
        assert client.get(path, follow=True).status_code == 200, path
    for method in ("put", "patch", "delete", "trace", "options"):
        assert getattr(client, method)("/front-door/").status_code == 405
