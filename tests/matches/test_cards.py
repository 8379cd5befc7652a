"""What a match shows, to whom, and why it is thought to be the person."""

import re
from datetime import date

import pytest
from django.urls import reverse

from hearth.foundation import packs
from hearth.foundation.access.models import AccessLog
from hearth.people import actions as people
from hearth.people.matched import bar
from hearth.people.models import Person, ServiceEpisode, Warning
from hearth.people.queries import known
from hearth.people.search import Terms
from hearth.services.frontdoor.models import Contact
from tests.budgets.conftest import counting
from tests.forms.test_call_page import typed
from tests.matches.conftest import BORN, web
from tests.support.pages import words
from tests.support.people import child, staff

pytestmark = pytest.mark.django_db
SEARCH = "/people/"
FRAGMENT = "/front-door/matches/"


def searched(reader, **fields) -> str:
    answer = web(reader).post(SEARCH, fields)
    assert answer.status_code == 200
    return answer.content.decode()


def beside(reader, prefix="children-0", **fields) -> str:
    given = {f"{prefix}-{name}": value for name, value in fields.items()} | {"prefix": prefix}
    answer = web(reader).post(FRAGMENT, given)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_card_says_who_where_with_whom_what_is_open_and_what_came_before(worker, filip):
    found = words(searched(worker, forenames="Filip", surname="Kowalski", date_of_birth="4 3 2016"))
    for said in (
        f"Filip Kowalski, 10 record {filip.number} same person",
        "Warning: Two large dogs",
        "14 Hill Lane, SO15 5AA, with Anna Kowalska (about 34)",
        "Open to Child in need. Worker: Ola Allocated",
        "2 earlier contacts, the last on 6 May 2026",
        "same forename +",
        "same surname +",
        "same date of birth +",
    ):
        assert said in found, (said, found)


def test_the_same_card_stands_beside_the_call_and_on_every_page_that_names_somebody(worker, filip):
    on_call = words(beside(worker, forenames="Filip", surname="Kowalski", date_of_birth="4 3 2016"))
    typed = {"kind": "child", "forenames": "Filip", "surname": "Kowalski", "date_of_birth": "4 3 2016"}
    pages = [
        on_call,
        words(web(worker).post(reverse("named_matches"), typed).content),
        words(web(worker).post(reverse("add_person"), typed).content),
        words(web(worker).post(reverse("add_relative", args=[filip.pk]), typed | {"relation": "sibling"}).content),
    ]
    for page in pages:
        for said in ("Two large dogs", "with Anna Kowalska", "Open to Child in need", "the last on 6 May 2026", "same surname"):
            assert said in page, (said, page)
        for choice in ("Not this person", "Not sure, ask", "None of these: somebody new"):
            assert choice in page


def test_what_speaks_against_is_marked_in_words_with_its_number(worker, filip):
    page = searched(worker, forenames="Filip", surname="Kowalski", date_of_birth="27 11 2009")
    assert "Differs: born 4 March 2016: a different date \u2212" in words(page)
    assert "same person" not in words(page)


def test_day_and_month_exchanged_reads_as_such(worker, filip):
    found = words(searched(worker, forenames="Filip", surname="Kowalski", date_of_birth="3 4 2016"))
    assert "born 4 March 2016: day and month exchanged +" in found


def test_bars_are_drawn_to_one_scale_and_stay_inside():
    assert bar(4.1)[:2] == (40, 16)
    assert bar(-6.0) == (16, 24, "\u22126.0")
    assert bar(400)[:2] == (40, 80)
    assert bar(-400)[:2] == (0, 40)
    assert bar(0.01)[1] == 1


def test_no_style_or_script_stands_in_the_page(worker, filip):
    page = beside(worker, forenames="Filip", surname="Kowalski")
    assert not re.search(r"\sstyle=|<script|\son[a-z]+=", page)
    assert "<svg" in page


def test_a_restricted_record_says_only_that_it_exists_and_whom_to_ask(worker, manager, filip):
    people.restrict(manager, filip.pk, level="restricted", reason="Placement", owner=manager.user)
    typed = {"forenames": "Filip", "surname": "Kowalski", "date_of_birth": "4 3 2016", "address": "14 Hill Lane"}
    for page in (searched(worker, **typed), beside(worker, **typed)):
        card = words(page[page.index("A restricted record") - 600 :])
        assert "A restricted record. It exists; ask Mara Manager" in words(page)
        assert str(filip.pk) in page
        for secret in ("same forename", "same date of birth", "same person", "Two large dogs", "Ola Allocated", str(filip.number)):
            assert secret not in card.split("Anna Kowalska")[0], secret
        assert "earlier contacts" not in words(page)
    [match] = [one for one in known(worker, Terms(forenames="Filip", surname="Kowalski")) if one.hidden]
    assert (match.band, match.score, match.parts, match.name, match.number) == ("", 0.0, [], "", 0)


def test_nobody_who_is_hidden_shows_in_anothers_household(worker, manager, filip):
    terms = Terms(forenames="Anna", surname="Kowalska")

    def household() -> list[str]:
        return next(one.household for one in known(worker, terms) if one.name == "Anna Kowalska")

    assert household() == ["Filip Kowalski (10)"]
    people.restrict(manager, filip.pk, level="restricted", reason="Placement", owner=manager.user)
    assert household() == []


def test_nor_does_anybody_whose_address_is_confidential(worker, filip):
    people.set_confidential(staff("Olu Other", "social_worker", "crs"), filip.pk, confidential=True)
    anna = next(one for one in known(worker, Terms(forenames="Anna", surname="Kowalska")) if one.name == "Anna Kowalska")
    assert anna.household == []
    his = next(one for one in known(worker, Terms(forenames="Filip", surname="Kowalski")) if one.name == "Filip Kowalski")
    assert (his.address, his.household) == ("address withheld", [])


def test_a_sealed_record_does_not_appear_and_is_not_counted(worker, manager, filip):
    people.restrict(manager, filip.pk, level="sealed", reason="Adoption", owner=manager.user)
    page = searched(worker, forenames="Filip", surname="Kowalski", date_of_birth="4 3 2016")
    assert str(filip.pk) not in page
    assert "restricted record" not in page
    fragment = beside(worker, forenames="Filip", surname="Kowalski", person=str(filip.pk))
    assert str(filip.pk) not in fragment


def test_a_service_that_ended_is_past_involvement(worker, filip):
    ServiceEpisode.objects.filter(person=filip).update(closed_on=date(2026, 5, 15))
    found = words(searched(worker, text="Filip Kowalski"))
    assert "Nothing open; Child in need until 15 May 2026" in found


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("forenames", "Filip"),
        ("surname", "Kowalski"),
        ("known_as", "Filipek"),
        ("address", "14 Hill Lane"),
        ("postcode", "so15 5aa"),
        ("telephone", "07700 900123"),
        ("nhs_number", "943 476 5919"),
        ("upn", "a801234567890"),
        ("date_of_birth", "4/3/2016"),
    ],
)
def test_each_field_of_the_search_finds_by_itself(worker, filip, field, value):
    for fact, said in (
        ("known_as", "Filipek"),
        ("nhs_number", "9434765919"),
        ("upn", "A801234567890"),
        ("telephone", "07700900123"),
    ):
        filip.refresh_from_db()
        people.change_facts(
            worker, filip.pk, version=filip.version, base={fact: getattr(filip, fact)}, values={fact: said}, known_by="seen"
        )
    assert str(filip.pk) in searched(worker, **{field: value})


def test_the_record_number_an_expected_date_and_the_kind_are_fields_too(worker, filip):
    assert str(filip.pk) in searched(worker, number=str(filip.number))
    baby = people.identify(worker, child("", "Adeyemi", None, kind="unborn", expected_date=date(2026, 9, 14)))
    assert str(baby.pk) in searched(worker, expected_date="14 9 2026")
    grown = Person.objects.create(kind="child", forenames="Rosa", surname="Kowalski", date_of_birth=date(2001, 1, 1))
    children, adults = (searched(worker, surname="Kowalski", kind=kind) for kind in ("child", "adult"))
    assert str(filip.pk) in children
    assert str(filip.pk) not in adults
    assert str(grown.pk) in adults, "somebody recorded as a child who is of age now"
    assert str(filip.pk) not in searched(worker, surname="Kowalski", kind="unborn")


def test_the_box_and_the_fields_are_read_together(worker, filip):
    assert words(searched(worker, text="Filip", surname="Kowalski")).count("same forename") == 1


def test_one_letter_is_refused_kindly_in_a_field_too(worker, filip):
    answer = web(worker).post(SEARCH, {"surname": "K"})
    assert answer.status_code == 422
    assert "Enter at least two letters of a name" in words(answer.content)


def test_nothing_found_says_what_to_try_and_what_a_search_cannot_do(worker, filip):
    found = words(searched(worker, text="Zzyzx Qwerty"))
    assert "Nobody found" in found
    assert "What to try: only a part" in found
    assert "an address that is kept confidential" in found
    assert "Finding nobody is no proof that nobody knows them" in found


def test_more_than_ten_says_so_and_what_tells_them_apart(worker):
    for number in range(12):
        Person.objects.create(kind="child", forenames="Jack", surname="Smith", date_of_birth=date(2008 + number, 1, 9))
    found = words(searched(worker, text="Jack Smith"))
    assert "10 possible matches" in found
    assert "These are the ten likeliest. More people may fit" in found
    assert "same person" not in found
    assert "more may fit" in words(beside(worker, forenames="Jack", surname="Smith"))


def test_the_queries_are_the_same_however_many_match(worker, filip):
    """Each with a home, a household, a service, a worker, a warning and contacts."""
    one = {"forenames": "Filip", "surname": "Kowalski"}
    many = {"forenames": "Jack", "surname": "Smith"}
    for number in range(10):
        person = Person.objects.create(kind="child", forenames="Jack", surname="Smith", date_of_birth=date(2008 + number, 1, 9))
        people.live_at(worker, person, f"{number} Elm Road")
        people.live_at(worker, Person.objects.create(kind="adult", forenames="Ann", surname="Smith"), f"{number} Elm Road")
        ServiceEpisode.objects.create(person=person, service="child_in_need", opened_on=BORN)
        Warning.objects.create(
            person=person, words="Dog", reason="Bites", starts_on=BORN, review_on=date(2026, 9, 1), set_by=worker.user
        )
    known(worker, Terms(**one))
    with counting() as few:
        assert len([match for match in known(worker, Terms(**one)) if match.warnings]) == 1
    with counting() as lots:
        assert len([match for match in known(worker, Terms(**many)) if match.household]) == 10
    assert lots.total() <= few.total(), (few, lots)
    assert lots.total() <= 16, sorted(lots.elements())


def test_everything_typed_on_the_call_is_searched_by(worker, filip):
    """Forenames, surname, known as, date or age, address, postcode and telephone, of a child and of an adult."""
    typed = {
        "forenames": "Zed",
        "surname": "Zulu",
        "known_as": "Zz",
        "age": "9",
        "address": "1 Zoo Street",
        "postcode": "SO14 1AA",
        "telephone": "07700 900999",
    }
    for prefix in ("children-0", "adults-0"):
        beside(worker, prefix, **typed)
        logged = AccessLog.objects.filter(what="search").latest("pk").detail
        assert {name: logged[name] for name in typed} == typed


@pytest.mark.requirement("SWI-P2-02")
def test_a_child_is_made_only_after_the_search_was_run_and_its_matches_refused(worker):
    """Swindon: a name and birth date show possible matches with past involvement; the search is logged."""
    packs.set_active("swindon")
    officer = staff("Ola Officer", "advice_officer", "fcp")
    manager = staff("Swin Manager", "manager", "fcp")
    filip = people.identify(officer, child("Filip", "Kowalski", None, date_of_birth=BORN))
    ServiceEpisode.objects.create(person=filip, service="child_in_need", opened_on=date(2025, 1, 6), closed_on=date(2025, 9, 1))
    shown = words(beside(officer, forenames="Filip", surname="Kowalski", date_of_birth="4 3 2016"))
    assert "Filip Kowalski, 10" in shown
    assert "Nothing open; Child in need until 1 September 2025" in shown
    logged = AccessLog.objects.filter(what="search", user_id=officer.id).latest("pk")
    assert (logged.detail["surname"], logged.detail["date_of_birth"]) == ("Kowalski", "2016-03-04")
    assert manager
    named = child("Filip", "Kowalski", None, date_of_birth=BORN)
    with pytest.raises(people.Undecided):
        people.identify(officer, named)
    client, path = web(officer), reverse("add_person")
    typed = {"kind": "child", "forenames": "Filip", "surname": "Kowalski", "date_of_birth": "4 3 2016"}
    refused = client.post(path, typed)
    assert refused.status_code == 422
    assert "Say whether this is one of the people already known." in words(refused.content)
    assert Person.objects.filter(surname="Kowalski").count() == 1
    assert client.post(path, typed | {"person": "none", "dismissed": str(filip.pk)}).status_code == 302
    assert Person.objects.filter(surname="Kowalski").count() == 2


@pytest.mark.requirement("SWI-P2-31")
def test_a_contact_about_an_unknown_child_makes_a_record_with_a_new_number_linked_to_the_contact(worker):
    packs.set_active("swindon")
    officer = staff("Ola Officer", "advice_officer", "fcp")
    before = people.identify(officer, child("Ada", "Ashdown"))
    before.refresh_from_db()
    assert web(officer).post("/front-door/call/", typed()).status_code == 302
    contact = Contact.objects.get()
    made = contact.lines.get().person
    assert made.number > before.number
    page = web(officer).get(reverse("contact", args=[contact.pk])).content.decode()
    own = reverse("person", args=[made.pk])
    assert f'<a class="govuk-link" href="{own}">Filip Kowalski</a>' in page
    assert f"record {made.number}" in words(web(officer).get(own).content)
