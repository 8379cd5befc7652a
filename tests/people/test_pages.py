"""A person's page and its forms, through the pages."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

FORMS = ["record_home", "other_name", "add_relative", "add_professional", "add_warning"]


def test_a_childs_page_shows_who_where_family_and_what_happened(browse, worker, filip, anna):
    page = browse(worker).get(reverse("person", args=[filip.pk]))
    text = page.content.decode()
    assert page.status_code == 200
    for words in (
        "Filip Kowalski, about 9",
        "12 Hill Lane, SO15 5AA",
        "Anna Kowalska",
        "Has parental responsibility",
        "Birth certificate",
    ):
        assert words in text
    assert "Record opened" in text
    assert "Still to ask" in text
    assert browse(worker).get(reverse("person", args=[anna.pk])).status_code == 200


@pytest.mark.parametrize("name", FORMS)
def test_every_form_shows_and_answers_an_empty_one_in_words(browse, worker, filip, name):
    client = browse(worker)
    assert client.get(reverse(name, args=[filip.pk])).status_code == 200
    answer = client.post(reverse(name, args=[filip.pk]), {})
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()


@pytest.mark.parametrize("group", ["identity", "background", "needs", "contact"])
def test_every_group_of_facts_has_its_form(browse, worker, filip, group):
    client = browse(worker)
    assert client.get(reverse("person_facts", args=[filip.pk, group])).status_code == 200
    assert client.post(reverse("person_facts", args=[filip.pk, group]), {}).status_code == 422


@pytest.mark.parametrize("name", ["access_log", "odd_patterns", "cover", "conflicts", "notices", "find_person", "add_person"])
def test_pages_of_access_show(browse, manager, filip, name):
    assert browse(manager).get(reverse(name)).status_code == 200


def test_allocating_and_restricting_show(browse, manager, filip):
    client = browse(manager)
    assert client.get(reverse("allocate_worker", args=[filip.pk])).status_code == 200
    assert client.get(reverse("restrict_record", args=[filip.pk])).status_code == 200
