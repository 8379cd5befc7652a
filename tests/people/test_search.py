"""Finding somebody: half a name and a street, odd input, and what a search may never tell."""

import pytest
from django.urls import reverse

from hearth.foundation.access.models import AccessLog, Involvement
from hearth.people import actions as people
from hearth.people import codes
from hearth.people.queries import known
from hearth.people.search import Terms, candidates
from tests.support.people import child, staff

pytestmark = pytest.mark.django_db


def found(reader, text) -> list[str]:
    return [match.name for match in known(reader, Terms.from_text(text))]


@pytest.fixture
def many(worker):
    """Others of the same street, and of the same beginning."""
    pairs = (
        "Ada Ashdown,Bruno Bellweather,Cosmo Cripps,Della Dunmore,Edgar Eastlake,Freya Forrest,Gwen Grimshaw,Hugo Harkness,"
        "Iris Ivory,Joss Jessop,Karl Kitto,Lotta Loveday"
    )
    for number, pair in enumerate(pairs.split(",")):
        forename, surname = pair.split()
        people.identify(worker, child(forename, surname, None, address=f"{number} Hill Lane"))
        people.identify(worker, child(forename, f"Kowal{surname.lower()}", None, address=f"{number} Elm Road"))


@pytest.mark.parametrize(
    "text", ["kow hill lane", "Kowalski, Hill Lane", "fil hill lane", "Filip kow 12 Hill Lane", "KOW, 12 hill ln"]
)
def test_half_a_name_and_a_street_find_the_child_first(worker, filip, many, text):
    assert found(worker, text)[0] == "Filip Kowalski"


@pytest.mark.parametrize("text", ["Kowalsky Filip", "FILIP  KOWALSKI", "Filip Kówalski", "SO15 5AA", "so155aa"])
def test_other_spellings_orders_accents_and_the_postcode_find_them(worker, filip, text):
    assert found(worker, text) == ["Filip Kowalski"]


def test_the_record_number_and_a_former_name_find_them(worker, filip):
    filip.refresh_from_db()
    people.add_name(worker, filip.pk, kind="former", forenames="Filip", surname="Wisniewski")
    assert found(worker, str(filip.number)) == ["Filip Kowalski"]
    assert found(worker, "wisniewski") == ["Filip Kowalski"]


@pytest.mark.parametrize("text", ["", " ", "F", "é", "'", "😀", "--", "\u202e"])
def test_one_letter_or_nothing_is_refused_kindly(browse, worker, filip, text):
    answer = browse(worker).post(reverse("find_person"), {"text": text})
    assert answer.status_code == 422
    assert "Enter at least two letters of a name" in answer.content.decode()


NAMES = [
    "O'Brien-Łukasz",
    "محمد علي",
    "😀 Smile",
    "<script>alert(1)</script>",
    "X" * 120,
    "Ng",
    "李小龍",
    "D’Arcy",
    "a\u0301ccent",
    "%_%",
    "\\x",
]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_can_be_recorded_found_and_shown_as_text(browse, worker, name):
    person = people.identify(worker, child(name, "Testley", 5))
    client = browse(worker)
    for text in (f"{name} Testley", name):
        assert client.post(reverse("find_person"), {"text": text[:200]}).status_code in (200, 422)
    assert any(match.person_id == person.pk for match in known(worker, Terms(name=f"{name} Testley")))
    page = client.get(reverse("person", args=[person.pk])).content.decode()
    assert "<script>alert" not in page
    if name.startswith("<"):
        assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "x" * 5000},
        {"text": "²²²²²²²"},
        {"text": "99999999999999999999"},
        {"text": "31/02/2020 Kowalski"},
        {"name": "Kow", "age": "-1"},
        {"name": "Kow", "date_of_birth": "1 1 2090"},
        {"nhs_number": "letters"},
        {"text": "Kow\x00alski"},
        {"text": "Kow", "not_these": "rubbish ' --"},
    ],
)
def test_odd_input_is_answered_in_words(browse, worker, filip, fields):
    assert browse(worker).post(reverse("find_person"), fields).status_code in (200, 422)


def test_not_this_person_takes_them_off_the_list_and_not_sure_asks_who_knows(browse, worker, manager, filip):
    client = browse(worker)
    first = client.post(reverse("find_person"), {"text": "Filip Kowalski"}).content.decode()
    assert "This person" in first
    assert "Not sure, ask" in first
    again = client.post(reverse("find_person"), {"text": "Filip Kowalski", "not_this": str(filip.pk)}).content.decode()
    assert "Nobody found" in again
    client.post(reverse("ask_about_match", args=[filip.pk]))
    notice = manager.user.notices.get()
    assert "Wren Worker asks" in notice.title
    assert "Kowalski" not in notice.title


def test_the_terms_stand_in_the_access_log_and_in_no_address(browse, worker, filip):
    answer = browse(worker).post(reverse("find_person"), {"text": "Filip Kowalski"})
    assert AccessLog.objects.get(what="search").detail["name"] == "Filip Kowalski"
    assert "Kowalski" not in answer.request["PATH_INFO"] + answer.request["QUERY_STRING"]


def test_a_confidential_address_answers_no_search_and_shows_only_to_who_works_with_them(browse, worker, manager, filip, anna):
    other = staff("Olu Other", "social_worker", "crs")
    officer = staff("Ola Officer", "information_officer", "crs")
    people.set_confidential(worker, filip.pk, confidential=True)
    Involvement.objects.create(kind="person", subject_id=filip.pk, user=worker.user, role="w", starts_at="2026-01-01T00:00Z")
    Involvement.objects.create(kind="person", subject_id=filip.pk, user=officer.user, role="w", starts_at="2026-01-01T00:00Z")
    assert [one.person_id for one in candidates(Terms(address="12 Hill Lane"))] == [anna.pk]
    assert [one.person_id for one in candidates(Terms(postcode="SO15 5AA"))] == [anna.pk]
    [match] = [one for one in known(other, Terms(name="Filip Kowalski", address="12 Hill Lane")) if one.person_id == filip.pk]
    assert match.address == "address withheld"
    assert match.reasons == ["same forename", "same surname"], "a guessed address is not confirmed"
    for reader in (other, officer, manager):
        page = browse(reader).get(reverse("person", args=[filip.pk])).content.decode()
        assert "Hill Lane" not in page
        assert "address withheld" in page
    assert "Hill Lane" in browse(worker).get(reverse("person", args=[filip.pk])).content.decode()
    mothers = browse(other).get(reverse("person", args=[anna.pk])).content.decode()
    household = mothers[mothers.index("At the same address") :] if "At the same address" in mothers else ""
    assert "Filip" not in household.split("</table>")[0]
    moved = people.live_at(worker, filip, "9 Secret Street")
    assert moved.confidential, "silence keeps an address confidential"


def test_lifting_confidentiality_needs_the_right_and_is_refused_otherwise(browse, filip):
    officer = staff("Ola Officer", "information_officer", "crs")
    people.set_confidential(officer, filip.pk, confidential=True)
    answer = browse(officer).post(reverse("confidential_addresses", args=[filip.pk]), {"confidential": "no"})
    assert answer.status_code == 403
    assert filip.residences.get().confidential


def test_the_census_code_lists_are_those_of_2026_27():
    # The CIN census 2026-27 schema: counts and the codes that changed.
    assert [code for code, _ in codes.SEX] == ["M", "F", "U"]
    assert len(codes.ETHNICITY) == 20
    assert len(codes.DISABILITY) == 13
    assert len(codes.REFERRAL_SOURCE) == 22
    assert len(codes.NEED) == 10
    assert dict(codes.REFERRAL_SOURCE)["5D"] == "Local authority: early help"
    factors = [code for code, _ in codes.FACTORS]
    assert {"8B", "8F", "18B", "18C", "19B", "19C", "22A", "23A", "24A"} <= set(factors)
    assert not {"18A", "19A", "8A"} & set(factors)
    assert len(factors) == len(set(factors))
