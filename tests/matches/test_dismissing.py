""" "Not this person", "none of these", "not sure, ask": what is recorded, who sees it, and that nothing typed is lost."""

import re

import pytest
from django.urls import reverse

from hearth.foundation.access.models import AccessLog
from hearth.people import actions as people
from hearth.people.models import Dismissal, Person
from hearth.services.frontdoor.models import Contact
from tests.forms.test_call_page import typed
from tests.matches.conftest import web
from tests.support.pages import words
from tests.support.people import child, staff

pytestmark = pytest.mark.django_db
CALL = "/front-door/call/"


@pytest.fixture
def known(worker):
    """A child and an adult like those of the call."""
    boy = people.identify(worker, child("Filip", "Kowalski", 9))
    mother = people.identify(worker, child("Ewa", "Kowalska", 33, kind="adult"))
    return boy, mother


def a_call(**more) -> dict:
    return typed(
        **{"adults-0-forenames": "Ewa", "adults-0-surname": "Kowalska", "adults-0-age": "33", "adults-0-relation": "mother"} | more
    )


def test_none_of_these_is_recorded_for_children_and_adults_and_a_later_look_shows_it(worker, known):
    boy, mother = known
    none = {
        "children-0-person": "none",
        "children-0-dismissed": f"{boy.pk} ",
        "adults-0-person": "none",
        "adults-0-dismissed": f"{mother.pk} ",
    }
    web(worker).post(CALL, a_call(**none))
    contact = Contact.objects.get()
    new = contact.lines.get().person
    found = {row.person: (row.dismissed, row.by) for row in Dismissal.objects.all()}
    assert found[new] == (boy, worker.user)
    assert (mother, worker.user) in found.values()
    page = words(web(worker).get(reverse("contact", args=[contact.pk])).content)
    assert (
        f"For Filip Kowalski: Filip Kowalski, about 9, record {boy.number}: not this person, said Wren Worker, 10:00 today" in page
    )
    assert f"For Ewa Kowalska: Ewa Kowalska, about 33, record {mother.number}: not this person" in page
    own = words(web(worker).get(reverse("person", args=[new.pk])).content)
    assert f"Looked at when this record was opened, and not this person Filip Kowalski, about 9, record {boy.number}" in own


def test_one_by_one_they_are_dismissed_too_and_stay_so_while_the_call_is_typed(worker, known):
    boy, _ = known
    client, sent = web(worker), typed()
    answer = client.post(CALL, sent | {"not_this": f"children-0 {boy.pk}"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "There is a problem" not in page
    assert "None of those found is meant." in words(page)
    assert sent["what_told"] in page, "nothing typed is lost"
    kept = re.search(r'name="children-0-not_these" value="([^"]*)"', page)[1]
    assert kept == str(boy.pk)
    assert Contact.objects.count() == 0
    client.post(CALL, sent | {"children-0-not_these": kept})
    assert Dismissal.objects.get().dismissed == boy
    assert Contact.objects.get().lines.get().person != boy


def test_the_fragment_drops_whom_the_button_names(worker, known):
    boy, _ = known
    given = {
        "prefix": "children-0",
        "children-0-forenames": "Filip",
        "children-0-surname": "Kowalski",
        "children-0-person": str(boy.pk),
    }
    page = web(worker).post("/front-door/matches/", given | {"not_this": f"children-0 {boy.pk}"}).content.decode()
    assert f'value="{boy.pk}"' in page, "kept among those dropped"
    assert "None of those found is meant." in page
    assert 'type="radio"' not in page


def test_not_sure_asks_who_knows_and_keeps_the_call(worker, manager, known):
    boy, _ = known
    sent = typed()
    page = web(worker).post(CALL, sent | {"ask": f"children-0 {boy.pk}"}).content.decode()
    assert "Asked. Whoever knows the record has a notice to ring you." in page
    assert sent["what_told"] in page
    notice = manager.user.notices.get()
    assert "Wren Worker asks" in notice.title
    assert "Kowalski" not in notice.title
    given = {
        "prefix": "children-0",
        "children-0-forenames": "Filip",
        "children-0-surname": "Kowalski",
        "ask": f"children-0 {boy.pk}",
    }
    assert "Asked." in web(worker).post("/front-door/matches/", given).content.decode()


@pytest.mark.parametrize("page", ["add_person", "add_relative"])
def test_the_buttons_work_on_pages_about_people_without_a_script(worker, known, page):
    boy, mother = known
    path = reverse(page, args=[mother.pk] if page == "add_relative" else [])
    sent = {"kind": "child", "forenames": "Filip", "surname": "Kowalski", "age": "9", "source": "Birth certificate"}
    answer = web(worker).post(path, sent | {"not_this": str(boy.pk)})
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert "There is a problem" not in shown
    assert f'name="not_these" value="{boy.pk}"' in shown
    assert 'value="Filip"' in shown
    assert Person.objects.count() == 2


def test_a_chosen_match_stays_chosen_when_what_is_typed_no_longer_leads_to_it(worker, known):
    boy, _ = known
    given = {
        "prefix": "children-0",
        "children-0-forenames": "Zuzanna",
        "children-0-surname": "Nowak",
        "children-0-person": str(boy.pk),
    }
    page = web(worker).post("/front-door/matches/", given).content.decode()
    assert re.search(rf'value="{boy.pk}"[^>]* checked', page)
    assert "Chosen before; what is typed now does not lead to this record." in page


@pytest.mark.parametrize("value", ["rubbish", "children-0 rubbish", "' OR 1=1 --", " ", "adults-7 x"])
def test_a_forged_button_dismisses_nobody(worker, known, value):
    for name in ("not_this", "ask"):
        assert web(worker).post(CALL, typed(**{name: value})).status_code == 200
    assert not Dismissal.objects.exists()


def test_somebody_unknown_cannot_be_asked_about(worker, known):
    answer = web(worker).post(CALL, typed(ask="children-0 00000000-0000-0000-0000-000000000000"))
    assert answer.status_code == 404


def test_who_is_hidden_among_the_dismissed_stays_hidden(worker, manager, known):
    boy, _ = known
    web(worker).post(CALL, typed(**{"children-0-person": "none", "children-0-dismissed": str(boy.pk)}))
    contact, new = Contact.objects.get(), Contact.objects.get().lines.get().person
    pages = [reverse("contact", args=[contact.pk]), reverse("person", args=[new.pk])]
    people.restrict(manager, boy.pk, level="restricted", reason="Safety", owner=manager.user)
    other = staff("Olu Other", "social_worker", "crs")
    for path in pages:
        page = web(other).get(path).content.decode()
        assert "A restricted record; ask Mara Manager: not this person" in words(page)
        assert str(boy.pk) not in page
    people.end_restriction(manager, boy.pk)
    people.restrict(manager, boy.pk, level="sealed", reason="Safety", owner=manager.user)
    for path in pages:
        page = words(web(other).get(path).content)
        assert "not this person" not in page


def test_an_adult_dismissed_with_an_address_is_not_asked_about_again(worker, known):
    """What is searched by when the call is recorded is what was searched by while it was typed."""
    _, mother = known
    people.live_at(worker, mother, "5 Hill Lane", "SO15 5AA")
    elsewhere = {"adults-0-address": "77 Far Street", "adults-0-postcode": "SO31 4HH"}
    none = {"adults-0-person": "none", "adults-0-dismissed": str(mother.pk)}
    answer = web(worker).post(
        CALL, a_call(**elsewhere, **none, **{"children-0-person": "none", "children-0-dismissed": str(known[0].pk)})
    )
    assert answer.status_code == 302, words(answer.content)
    new = Person.objects.exclude(pk=mother.pk).get(kind="adult")
    assert [str(one.address) for one in new.residences.all()] == ["77 Far Street, SO31 4HH"]


def test_none_of_these_on_the_search_page_goes_along_to_the_call(worker, known):
    boy, _ = known
    client = web(worker)
    found = client.post("/people/", {"text": "Filip Kowalski", "age": "9"}).content.decode()
    shown = re.search(r'name="shown" value="([^"]*)"', found)[1]
    assert str(boy.pk) in shown
    call = client.post(CALL, {"text": "Filip Kowalski", "age": "9", "shown": shown, "begin": "yes"}).content.decode()
    assert re.search(rf'name="children-0-not_these" value="[^"]*{boy.pk}', call)


def test_a_search_by_somebody_who_may_not_is_refused_and_logged(known):
    nobody = staff("Nora Nobody", "referrer", "crs")
    for path in ("/people/", "/people/matches/", "/front-door/matches/"):
        assert web(nobody).post(path, {"forenames": "Filip", "surname": "Kowalski"}).status_code == 403
    assert AccessLog.objects.filter(what="refusal", user_id=nobody.id).count() == 3
