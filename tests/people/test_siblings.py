"""What is recorded of one child is copied to the brothers and sisters whom a worker ticks, detail by detail."""

import html
import re
from datetime import date

import pytest
from django.urls import reverse

from hearth.foundation.access.errors import Invalid
from hearth.people import actions as people
from hearth.people.models import Person, Residence, Statement
from tests.people.test_facts import change
from tests.support.pages import Reading, words
from tests.support.people import child, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def brothers(worker, filip):
    """Jakub, of whom nothing is recorded, and Olek, who has a religion of his own."""
    seen = frozenset({filip.pk})
    jakub = people.identify(worker, child("Jakub", "Kowalski", 16, dismissed=seen))
    olek = people.identify(worker, child("Olek", "Kowalski", 4, dismissed=seen | {jakub.pk}))
    people.relate(worker, filip, jakub, "sibling")
    people.relate(worker, olek, filip, "half_sibling")
    change(worker, olek, {"religion": "None"})
    return jakub, olek


def background(client, person, **said):
    """Send the form of a child's background as its page shows it, with some of it changed."""
    path = reverse("person_facts", args=[person.pk, "background"])
    page = client.get(path).content.decode()
    kept = {name: html.unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)"[^>]*value="([^"]*)"', page)}
    given = {"ethnicity": "not_asked", "nationality": "", "first_language": "", "interpreter": "not_asked", "religion": ""}
    return client.post(path, kept | given | {"known_by": "told", "told_by": "Anna, mother", "told_on": "29 5 2026"} | said)


@pytest.mark.requirement("SWI-AIO-09")
def test_saving_asks_which_brothers_and_sisters_share_each_detail_and_copies_what_was_ticked(browse, swindon, brothers, filip):
    officer = staff("Ola Officer", "advice_officer", "fcp")
    jakub, olek = brothers
    client = browse(officer)
    saved = background(client, filip, religion="Catholic", nationality="Polish")
    asked = reverse("share_with_siblings", args=[filip.pk]) + "?of=nationality,religion"
    assert (saved.status_code, saved.url) == (302, asked)
    page = client.get(asked).content.decode()
    assert "checked" not in page
    shown = words(page)
    for said in ("Religion: Catholic", "Nationality: Polish", "Jakub Kowalski, about 16 (now: nothing recorded)", "(now: None)"):
        assert said in shown, said
    answer = client.post(asked, {"religion": [str(jakub.pk)], "nationality": [str(jakub.pk), str(olek.pk)]})
    assert answer.status_code == 302
    for person, religion in ((jakub, "Catholic"), (olek, "None")):
        person.refresh_from_db()
        assert (person.religion, person.nationality) == (religion, "Polish")
    copied = Statement.objects.get(person=jakub, fact="religion")
    assert (copied.value, copied.told_by, copied.told_on) == ("Catholic", "Anna, mother", date(2026, 5, 29))
    filip.refresh_from_db()
    assert copied.note == f"As on record {filip.number}, of a brother or sister"
    assert "told by Anna, mother on 29 May 2026" in words(client.get(reverse("person", args=[jakub.pk])).content)


def test_a_move_asks_who_moves_with_the_child(worker, brothers, filip):
    jakub, olek = brothers
    path = reverse("record_home", args=[filip.pk])
    leads = Reading(worker).save(path, lines="3 Elm Road", code="SO17 1BJ", lives_there="yes", told_by="School")
    assert leads == reverse("share_with_siblings", args=[filip.pk]) + "?of=home"
    assert "Address: 3 Elm Road, SO17 1BJ" in Reading(worker).get(leads)
    Reading(worker).save(leads, home=[str(jakub.pk)])
    homes = {row.person_id: str(row.address) for row in Residence.objects.filter(ends_on=None)}
    assert homes[jakub.pk] == "3 Elm Road, SO17 1BJ"
    assert olek.pk not in homes


def test_nothing_is_asked_where_nothing_differs_or_there_is_nobody_to_ask_about(worker, anna, filip, brothers):
    jakub, olek = brothers
    for one in (jakub, olek):
        one.refresh_from_db()
        change(worker, one, {"nationality": "Polish"}, version=one.version)
    home = reverse("person", args=[filip.pk])
    assert background(Reading(worker)._client(), filip, nationality="Polish").url == home
    assert background(Reading(worker)._client(), anna, religion="None").url == reverse("person", args=[anna.pk])


def test_names_birth_and_strangers_are_not_shared_and_a_restricted_brother_is_not_offered(worker, manager, brothers, filip):
    jakub, _ = brothers
    stranger = people.identify(worker, child("Zoe", "Quartermaine"))
    for shared in ({"surname": [jakub.pk]}, {"date_of_birth": [jakub.pk]}, {"religion": [stranger.pk]}, {"religion": []}):
        with pytest.raises(Invalid):
            people.share_with_siblings(worker, filip.pk, shared=shared)
    people.restrict(manager, jakub.pk, level="restricted", reason="Placement", owner=manager.user)
    change(worker, filip, {"religion": "Catholic"})
    shown = Reading(worker).get(reverse("share_with_siblings", args=[filip.pk]) + "?of=religion")
    assert "Jakub" not in shown
    assert "Olek Kowalski, about 4 (now: None)" in shown
    with pytest.raises(Invalid):
        people.share_with_siblings(worker, filip.pk, shared={"religion": [jakub.pk]})
    assert Person.objects.get(pk=jakub.pk).religion == ""


def test_a_confidential_address_is_offered_only_to_who_may_read_it(worker, brothers, filip):
    people.set_confidential(worker, filip.pk, confidential=True)
    shown = Reading(worker).get(reverse("share_with_siblings", args=[filip.pk]) + "?of=home")
    assert "12 Hill Lane" not in shown
    with pytest.raises(Invalid):
        people.share_with_siblings(worker, filip.pk, shared={"home": [brothers[0].pk]})
