"""Each page that people keep open asks a fixed number of queries, however much is on it."""

from collections import Counter
from datetime import timedelta

import pytest
from django.test import Client

from hearth.foundation import packs, worktime
from hearth.people import actions as people
from hearth.services.frontdoor.models import Contact, HandOver
from tests.budgets.conftest import counting
from tests.budgets.rich import FORENAMES, SURNAMES, rich_contact
from tests.flow.support import decided, received, recommended, web
from tests.support.people import child, staff

pytestmark = [pytest.mark.django_db, pytest.mark.long]


def asked(reader, path, **post) -> Counter[str]:
    """The queries of one page; what the first page of a session writes of the session itself is not counted."""
    client = web(reader)
    client.get("/access/notices/")
    return _asked(client, path, post)


def _asked(client: Client, path: str, post: dict[str, object] | None = None) -> Counter[str]:
    with counting() as found:
        answer = client.post(path, post) if post else client.get(path)
    assert answer.status_code == 200, (path, answer.content)
    return found


def hold(few: Counter[str], many: Counter[str], most: int) -> None:
    """No more queries for many rows than for few, and not more than `most`; if there are, which were asked more often."""
    more = {place: (few.get(place, 0), times) for place, times in sorted(many.items()) if times > few.get(place, 0)}
    assert many.total() <= few.total(), more
    assert many.total() <= most, (many.total(), sorted(many.elements()))


@pytest.fixture
def contacts(worker, manager):
    """One with little on it, and one with four children to see and one hidden, and of everything else six or more."""
    return (
        rich_contact(worker, manager, children=1, rows=2, tag="A"),
        rich_contact(worker, manager, children=4, rows=6, tag="B"),
    )


def test_the_contact_page_and_its_sign_off(worker, manager, contacts):
    """Siblings, their families, and everything a contact can hold many times; it was 172 queries once."""
    for reader in (worker, manager):
        hold(*(asked(reader, f"/front-door/contacts/{one.pk}/") for one in contacts), 34)
    hold(*(asked(manager, f"/front-door/contacts/{one.pk}/sign-off/") for one in contacts), 34)


def test_the_contact_page_where_officers_screen(contacts):
    packs.set_active("swindon")
    for role in ("advice_officer", "manager"):
        reader = staff(f"Swindon {role}", role, "fcp")
        hold(*(asked(reader, f"/front-door/contacts/{one.pk}/") for one in contacts), 35)


def test_the_person_page(worker, contacts):
    few, many = (one.lines.first().person_id for one in contacts)
    for language in ("Polish", "Urdu", "Somali", "Dari"):
        person = Contact.objects.get(pk=contacts[1].pk).lines.first().person
        given = {"first_language": language}
        people.change_facts(
            worker,
            many,
            version=person.version,
            base={"first_language": person.first_language},
            values=given,
            known_by="told",
            told_by="Anna",
        )
    hold(*(asked(worker, f"/people/{one}/") for one in (few, many)), 28)


def test_search(worker, contacts):
    few, many = ({"text": f"{FORENAMES[tag][0]} {SURNAMES[tag]}"} for tag in "AB")
    hold(asked(worker, "/people/", **few), asked(worker, "/people/", **many), 22)
    typed = [
        {
            "prefix": "children-0",
            "children-0-kind": "child",
            "children-0-forenames": FORENAMES[tag][0],
            "children-0-surname": SURNAMES[tag],
        }
        for tag in "AB"
    ]
    hold(*(asked(worker, "/front-door/matches/", **one) for one in typed), 22)


WHAT = {"New": "Dora", "Rec": "Fenn", "Per": "Gail", "Team": "Huss", "Night": "Ibra"}
ENDS = ("mund", "wick", "beth", "lion", "sart", "vane", "quil", "trop", "zeph")
"""Names made of these resemble one another so little that nobody is asked whether they are somebody known."""

LISTS = {
    "/front-door/": 24,
    "/front-door/sign-off/": 30,
    "/front-door/incoming/": 12,
    "/my-work/": 48,
    "/front-door/closing/": 24,
    "/front-door/morning/": 24,
    "/front-door/screening/": 26,
}


def test_the_lists(worker, manager):
    """The queue, what is to be signed off, what was passed on, one's own list, closing time, the morning, screening."""
    receiver = staff("Bea Brief", "team_manager", "bis")
    clients = {reader.user.name: web(reader) for reader in (worker, manager, receiver)}
    for number in (0, 1):
        _one_of_each(worker, manager, number)
    few = _all_lists(clients)
    for number in range(2, 9):
        _one_of_each(worker, manager, number)
    many = _all_lists(clients)
    assert len(many) > 12
    for (who, url), found in many.items():
        hold(few[who, url], found, LISTS[url])


def _one_of_each(worker, manager, number: int) -> None:
    """One more of everything that a list can show, two children on each; one is offered to somebody who is away."""

    def call(what: str) -> list:
        first, last = WHAT[what], ENDS[number]
        return [child(forename, f"{last}{first}") for forename in (f"{first}{last}", f"{first[::-1]}{last[::-1]}")]

    with worktime.frozen(f"2026-05-{20 + number % 3}T1{number % 8}:30"):
        received(worker, *call("New"))
        recommended(worker, received(worker, *call("Rec")))
        away = staff(f"Away {number}", "social_worker", "bis").user
        away.absent_until = worktime.now() + timedelta(days=100)
        away.save()
        HandOver.objects.filter(contact=decided(worker, manager, received(worker, *call("Per")))).update(to_user=away)
        decided(worker, manager, received(worker, *call("Team")))
    with worktime.frozen(f"2026-05-{20 + number % 3}T21:30"):
        received(staff(f"Night {number}", "advanced_practitioner", "edt"), *call("Night"))


def _all_lists(clients: dict[str, Client]) -> dict[tuple[str, str], Counter[str]]:
    found = {}
    for name, client in clients.items():
        for url in LISTS:
            if client.get(url).status_code == 200:
                found[name, url] = _asked(client, url)
    return found
