"""What was searched by is not typed again; lists lead to the records they speak of."""

import re

import pytest
from django.urls import reverse

from hearth.foundation import worktime
from hearth.foundation.access.notices import tell
from hearth.foundation.timeline.api import Subject
from hearth.people import actions as people
from hearth.people.genogram import BELOW_NAMES, genogram
from hearth.people.models import Person
from hearth.people.queries import relatives_shown
from hearth.services.frontdoor import actions
from tests.support.people import PASSWORD, call, child, staff

pytestmark = pytest.mark.django_db


def values(page: str) -> dict[str, str]:
    """The text boxes of a page with what stands in them."""
    boxes = re.findall(r"<input[^>]*>", page)
    return {
        re.search(r'name="([^"]*)"', box)[1]: (re.search(r'value="([^"]*)"', box) or ["", ""])[1] for box in boxes if "name=" in box
    }


def test_somebody_searched_for_and_not_known_begins_a_call_with_what_was_typed(browse, worker):
    client = browse(worker)
    searched = {"text": "Zofia Maria Lis", "age": "9", "address": "4 Elm Road", "postcode": "so17 1bj"}
    page = client.post(reverse("find_person"), searched).content.decode()
    assert f'formaction="{reverse("take_call")}"' in page
    answer = client.post(reverse("take_call"), searched | {"begin": "yes"})
    assert answer.status_code == 200
    shown = values(answer.content.decode())
    expected = {"forenames": "Zofia Maria", "surname": "Lis", "age": "9", "address": "4 Elm Road", "postcode": "so17 1bj"}
    assert {name: shown[f"children-0-{name}"].lower() for name in expected} == {
        name: said.lower() for name, said in expected.items()
    }
    assert "There is a problem" not in answer.content.decode()
    assert not Person.objects.exists(), "nothing is recorded before the call is"


def test_and_begins_a_record_where_there_is_no_call(browse, worker):
    client = browse(worker)
    answer = client.post(reverse("add_person"), {"text": "Zofia Lis", "telephone": "07700 900001", "begin": "yes"})
    assert answer.status_code == 200
    shown = values(answer.content.decode())
    assert (shown["forenames"], shown["surname"]) == ("Zofia", "Lis")
    assert "There is a problem" not in answer.content.decode()
    assert not Person.objects.exists()


@pytest.mark.parametrize("text", ["", "x", "\u202eא", "1" * 300])
def test_a_search_for_nothing_begins_an_empty_page(browse, worker, text):
    client = browse(worker)
    for page in ("take_call", "add_person"):
        assert client.post(reverse(page), {"text": text, "begin": "yes"}).status_code == 200


def test_a_contact_leads_to_each_childs_own_record(browse, worker):
    contact = actions.receive_contact(worker, call(child("Filip", "Kowalski"), child("Jakub", "Nowak", 16)))
    page = browse(worker).get(reverse("contact", args=[contact.pk])).content.decode()
    for line in contact.lines.all():
        assert f'<a class="govuk-link" href="{reverse("person", args=[line.person_id])}">{line.person.name}</a>' in page


def test_my_work_leads_to_what_each_notice_is_about_and_to_warnings_to_look_at_again(browse, worker, manager, filip):
    contact = actions.receive_contact(worker, call(filip))
    people.allocate(manager, filip.pk, worker.user)
    tell([worker.user], "Something about a contact", "a", Subject("contact", contact.pk))
    tell([worker.user], "Something about nothing", "b")
    people.warn(worker, filip.pk, words="Dog", reason="It bites", review_on=worktime.today().replace(day=2))
    with worktime.frozen("2026-06-03T10:00"):
        client = browse(worker)
        page = client.get(reverse("my_work")).content.decode()
        assert f'<a class="govuk-link" href="{reverse("person", args=[filip.pk])}">A child was allocated to you</a>' in page
        assert f'<a class="govuk-link" href="{reverse("contact", args=[contact.pk])}">Something about a contact</a>' in page
        assert "Something about nothing" in page
        assert f'<a class="govuk-link" href="{reverse("notices")}">All notices</a>' in page
        assert f'href="{reverse("warnings_to_review")}">1 warning to look at again</a>' in page
        read = worker.user.notices.get(key="b")
        answer = client.post(reverse("read_notice", args=[read.pk]), {"from": "my_work"})
        assert answer.url == reverse("my_work")
        page = client.get(reverse("my_work")).content.decode()
        assert page.index("Read in the last 7 days (1)") < page.index("Something about nothing"), "no longer among the new"
        assert client.post(reverse("read_notice", args=[read.pk]), {"from": "https://evil.example"}).url == reverse("notices")


def test_signing_in_twice_says_nothing_twice(client):
    worker = staff("Sam Worker", "social_worker", "crs", password=True)
    for _ in range(2):
        assert client.post(reverse("account_login"), {"login": worker.user.email, "password": PASSWORD}).status_code == 302
        assert "govuk-notification-banner__content" not in client.get(reverse("queue")).content.decode()
        signed_out = client.post(reverse("account_logout"), follow=True).content.decode()
        assert signed_out.count("govuk-notification-banner__content") == 1


def test_no_line_of_the_drawing_crosses_a_name(worker, filip, anna):
    brother = people.identify(worker, child("Jakub", "Kowalski", 16, dismissed=frozenset({filip.pk})))
    people.relate(worker, filip, brother, "sibling")
    drawing = genogram(filip, relatives_shown(worker, filip))
    names = [(figure.x, figure.y + 24, figure.y + BELOW_NAMES - 4) for figure in drawing.figures]
    for x1, y1, x2, y2 in drawing.lines:
        for x, top, bottom in names:
            upright = x1 == x2 and abs(x1 - x) < 70 and max(min(y1, y2), top) < min(max(y1, y2), bottom)
            level = y1 == y2 and top <= y1 <= bottom and min(x1, x2) < x + 70 and max(x1, x2) > x - 70
            assert not upright, ((x1, y1, x2, y2), (x, top, bottom))
            assert not level, ((x1, y1, x2, y2), (x, top, bottom))
