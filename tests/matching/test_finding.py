"""Who is found by what is typed, in which band, and that the search keeps up with every change of a record."""

from datetime import date

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearth.people import actions as people
from hearth.people.matching import blocking, indexing
from hearth.people.matching.models import Card, Row
from hearth.people.models import Person
from hearth.people.search import Terms, candidates
from tests.support.people import staff

pytestmark = pytest.mark.django_db

FILIP = date(2016, 3, 4)
TOWN = [
    ("Filip", "Kowalski", FILIP, "14 Hill Lane", "SO15 5AA"),
    ("Katherine", "Smith-Harper", date(2012, 11, 25), "3 Park Hill Road", "SO16 7BB"),
    ("Maxamed", "Xuseen", date(2014, 7, 19), "8 Elm Close", "SO14 2CC"),
    ("Szymon", "Wiśniewski", date(2015, 1, 9), "Flat 2, 61 Oxford Street", "SO17 1DD"),
    ("Sinead", "O'Neill", date(2011, 5, 30), "9 Victoria Road", "SO19 9EE"),
    ("Folasadé", "Adébáyọ̀", date(2018, 9, 2), "22 Mill Green", "SO18 3FF"),
    ("Oleksandr", "Shevchenko", date(2013, 2, 11), "5 Station Road", "SO30 0GG"),
    ("Harpreet", "Kaur", date(2017, 12, 1), "77 Church Road", "SO31 4HH"),
    ("Jack", "Whitfield", date(2010, 10, 10), "1 The Avenue", "SO32 5JJ"),
    ("Amelia", "Brown", date(2019, 6, 6), "40 West Street", "SO40 6KK"),
]


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


def person(**facts) -> Person:
    return Person.objects.create(kind="child", **facts)


@pytest.fixture
def town(worker) -> dict[str, Person]:
    made = {}
    for forename, surname, born, lines, code in TOWN:
        one = person(forenames=forename, surname=surname, date_of_birth=born)
        people.live_at(worker, one, lines, code)
        made[forename] = one
    indexing.count_tokens()
    return made


@pytest.mark.parametrize(
    ("kind", "terms", "meant"),
    [
        ("exact", Terms(forenames="Filip", surname="Kowalski", date_of_birth=FILIP), "Filip"),
        ("an error in one name", Terms(forenames="Filip", surname="Kowlaski"), "Filip"),
        ("an error in both names", Terms(forenames="Fillip", surname="Kowalsky"), "Filip"),
        ("two errors in one name", Terms(forenames="Jack", surname="Whitmeld"), "Jack"),
        ("nickname", Terms(forenames="Katie", surname="Harper"), "Katherine"),
        ("day and month exchanged", Terms(forenames="Filip", surname="Kowalski", date_of_birth=date(2016, 4, 3)), "Filip"),
        ("one digit wrong", Terms(forenames="Filip", surname="Kowalski", date_of_birth=date(2016, 3, 14)), "Filip"),
        ("Polish heard in English", Terms(forenames="Shymon", surname="Vishnevsky"), "Szymon"),
        ("Somali spelt the Arabic way", Terms(forenames="Mohammed", surname="Hussein", age=11), "Maxamed"),
        ("Ukrainian in another spelling", Terms(forenames="Aleksander", surname="Szewczenko"), "Oleksandr"),
        ("its own script", Terms(forenames="Олександр", surname="Шевченко"), "Oleksandr"),
        ("no accents", Terms(forenames="Folasade", surname="Adebayo"), "Folasadé"),
        ("half of a double surname", Terms(forenames="Katherine", surname="Harper"), "Katherine"),
        ("a double surname without its hyphen", Terms(forenames="Katherine", surname="Smithharper"), "Katherine"),
        ("names in exchanged order", Terms(forenames="Kowalski", surname="Filip"), "Filip"),
        ("changed surname, date kept", Terms(forenames="Amelia", surname="Overton", date_of_birth=date(2019, 6, 6)), "Amelia"),
        ("surname and shortened address", Terms(surname="Wisniewski", address="Oxford St"), "Szymon"),
        ("surname and misspelt address", Terms(surname="Kaur", address="77 Chruch Road"), "Harpreet"),
        ("forename and postcode", Terms(forenames="Jack", postcode="so325jj"), "Jack"),
        ("apostrophe and case", Terms(forenames="SINEAD", surname="o neill"), "Sinead"),
        ("approximate age", Terms(forenames="Harpreet", surname="Kaur", age=9), "Harpreet"),
        ("one box", Terms.from_text("kow hill lane"), "Filip"),
        ("one box with a date in words", Terms.from_text("Filip 4 March 2016"), "Filip"),
        ("one box, order and date", Terms.from_text("Kaur Harpreet 1/12/2017"), "Harpreet"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_kind_of_error_finds_the_child_first(town, kind, terms, meant):
    assert candidates(terms)[0].person_id == town[meant].pk, kind


@given(
    at=st.integers(0, 7),
    letter=st.sampled_from("abcdefghijklmnopqrstuvwxyz"),
    how=st.sampled_from(["put", "drop", "swap", "change"]),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_one_error_in_the_surname_still_finds_them(town, at, letter, how):
    name = "kowalski"
    typed = {
        "put": name[:at] + letter + name[at:],
        "drop": name[:at] + name[at + 1 :],
        "swap": name[: at - 1] + name[at : at + 1] + name[at - 1 : at] + name[at + 1 :] if at else name,
        "change": name[:at] + letter + name[at + 1 :],
    }[how]
    assert candidates(Terms(forenames="Filip", surname=typed))[0].person_id == town["Filip"].pk


def band(terms: Terms, who: Person) -> str:
    return next((one.band for one in candidates(terms) if one.person_id == who.pk), "")


def test_the_top_band_is_kept_for_name_and_birth_together(town):
    terms = Terms(forenames="Filip", surname="Kowalski", date_of_birth=FILIP, address="14 Hill Lane")
    assert band(terms, town["Filip"]) == "same person"
    assert band(Terms(forenames="Filip", surname="Kowalski"), town["Filip"]) == "probably"
    assert band(Terms(forenames="Filip", surname="Kowalski", date_of_birth=date(2001, 12, 1)), town["Filip"]) == "possibly"
    assert band(Terms(forenames="Filip", date_of_birth=FILIP), town["Filip"]) != "same person"


def test_a_twin_is_never_shown_as_the_other(worker, town):
    twin = person(forenames="Filipa", surname="Kowalski", date_of_birth=FILIP)
    people.live_at(worker, twin, "14 Hill Lane", "SO15 5AA")
    terms = {"surname": "Kowalski", "date_of_birth": FILIP, "address": "14 Hill Lane", "postcode": "SO15 5AA"}
    assert band(Terms(forenames="Filip", **terms), town["Filip"]) == "same person"
    assert band(Terms(forenames="Filip", **terms), twin) != "same person"
    assert band(Terms(forenames="Filipa", **terms), twin) == "same person"
    assert band(Terms(forenames="Filipa", **terms), town["Filip"]) != "same person"
    # A third spelling could be either: neither is called the same.
    assert "same person" not in {band(Terms(forenames="Fil", **terms), one) for one in (twin, town["Filip"])}


def test_another_nhs_number_is_somebody_else(town):
    filip = town["Filip"]
    filip.nhs_number = "9434765919"
    filip.save()
    known = {"forenames": "Filip", "surname": "Kowalski", "date_of_birth": FILIP}
    assert band(Terms(**known, nhs_number="943 476 5919"), filip) == "same person"
    assert band(Terms(**known, nhs_number="9434765870"), filip) == "possibly"
    assert candidates(Terms(forenames="Filip", nhs_number="9434765910"))[0].person_id == filip.pk


def test_every_result_says_why_with_a_weight_for_each_reason(town):
    [first, *_] = candidates(Terms(forenames="Filip", surname="Kowalsky", date_of_birth=date(2016, 4, 3), address="Hill Lane"))
    said = {part.field: part for part in first.parts}
    assert said["given"].words == "same forename"
    assert said["family"].words == "surname differs by one letter from Kowalski"
    assert said["birth"].words == "born 4 March 2016: day and month exchanged"
    assert said["home"].words == "same street"
    assert all(part.weight > 0 for part in said.values())
    assert first.score == round(sum(part.weight for part in first.parts), 1)


def test_a_rare_name_says_more_than_a_common_one(town):
    for number in range(200):
        person(forenames=f"Ab{number:03d}".replace("0", "o").replace("1", "i"), surname="Common")
    one = person(forenames="Tess", surname="Common")
    indexing.count_tokens()

    def weight(surname: str, who: Person) -> float:
        found = next(row for row in candidates(Terms(forenames=who.forenames, surname=surname)) if row.person_id == who.pk)
        return next(part.weight for part in found.parts if part.field == "family")

    assert weight("Kowalski", town["Filip"]) > weight("Common", one)


def test_a_change_is_found_in_the_same_transaction(worker, town):
    filip = town["Filip"]
    people.add_name(worker, filip.pk, kind="former", forenames="Filip", surname="Zawadzki")
    assert candidates(Terms(surname="Zawadzki"))[0].person_id == filip.pk
    people.live_at(worker, filip, "2 Ocean Way", "SO14 3LL")
    assert candidates(Terms(surname="Kowalski", address="2 Ocean Way"))[0].person_id == filip.pk
    assert candidates(Terms(surname="Kowalski", address="14 Hill Lane"))[0].person_id == filip.pk, "an earlier home too"
    people.set_confidential(worker, filip.pk, confidential=True)
    assert candidates(Terms(address="2 Ocean Way")) == []
    assert candidates(Terms(postcode="SO14 3LL")) == []


def rows() -> list[tuple[object, ...]]:
    order = ("person", "given", "family", "street", "house", "year")
    cards = Card.objects.order_by("number").values_list(*(field.name for field in Card._meta.concrete_fields))
    return [*cards, *Row.objects.order_by(*order).values_list(*order)]


def test_making_everything_anew_gives_what_each_change_made(town):
    before = rows()
    assert len(before) > 2 * len(TOWN)
    assert indexing.rebuild() == Person.objects.count()
    assert rows() == before


def test_a_search_takes_five_queries_however_many_are_known(town, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        candidates(Terms(forenames="Filip", surname="Kowalski", address="Hill Lane", date_of_birth=FILIP))
    for number in range(40):
        person(forenames=f"Filip {chr(97 + number % 26)}x", surname="Kowalski", date_of_birth=FILIP)
    with django_assert_max_num_queries(5):
        assert len(candidates(Terms(forenames="Filip", surname="Kowalski", date_of_birth=FILIP))) == 10


def test_a_first_of_january_with_very_many_leads_to_those_who_share_a_name(town, monkeypatch):
    monkeypatch.setattr(blocking, "MOST", 3)
    for number in range(6):
        person(forenames=f"Zork{number}", surname="Quux", date_of_birth=date(1990, 1, 1))
    meant = person(forenames="Lyla", surname="Poole", date_of_birth=date(1990, 1, 1))
    found = candidates(Terms(forenames="Lyla", surname="Boakye", date_of_birth=date(1990, 1, 1)))
    assert found[0].person_id == meant.pk


def test_a_rare_name_as_it_was_said_leads_to_any_spelling_of_the_other(worker, monkeypatch):
    monkeypatch.setattr(blocking, "MOST_ALIKE", 2)
    meant = person(forenames="Sumayyah", surname="Ghafoor", date_of_birth=date(2011, 6, 8))
    for forename in ("Soumay", "Soumaja", "Soumia"):  # nearer to what was said, and borne by others
        person(forenames=forename, surname="Whitby", date_of_birth=date(2011, 1, 2))
    found = candidates(Terms(forenames="Soumaya", surname="Ghafoor", age=15))
    assert found[0].person_id == meant.pk


@pytest.mark.parametrize(
    "text", ["%", "_", "'", "\\", "\x00", "a" * 3000, "😀😀", "\u202egnirts", "1/1/0000", "31/02/2016", "0" * 40]
)
def test_odd_words_break_nothing(town, text):
    for terms in (
        Terms(name=text),
        Terms(forenames=text, surname=text),
        Terms(address=text),
        Terms.from_text(text),
        Terms(upn=text),
    ):
        assert isinstance(candidates(terms), list)
    assert connection.in_atomic_block
