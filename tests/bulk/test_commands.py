"""`./hearth people match` and `learn`, as they are typed."""

import csv
import json
from datetime import date

import pytest

from hearth.config.population import people as population
from hearth.foundation.access.models import AccessLog
from hearth.people import actions
from hearth.people.matching import indexing, versions
from hearth.people.matching.models import Card, MatchWeights
from hearth.people.models import Person
from hearth.people.search import Terms, candidates
from tests.support.commands import Told
from tests.support.people import staff

pytestmark = pytest.mark.django_db
FILIP = date(2016, 3, 27)


@pytest.fixture
def type_in(capsys, monkeypatch) -> Told:
    return Told(capsys, monkeypatch)


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


@pytest.fixture
def filip(manager) -> Person:
    made = Person.objects.create(kind="child", forenames="Filip", surname="Kowalski", date_of_birth=FILIP)
    actions.live_at(manager, made, "14 Hill Lane", "SO15 5AA")
    Person.objects.create(kind="child", forenames="Amelia", surname="Brown", date_of_birth=date(2012, 1, 9))
    indexing.count_tokens()
    return made


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "people.csv"
    with path.open("w", newline="", encoding="utf-8") as handle:
        rows = csv.DictWriter(handle, ["external_id", "forenames", "surname", "date_of_birth", "address"])
        rows.writeheader()
        rows.writerow({"external_id": "a", "forenames": "Filip", "surname": "Kowalsky", "date_of_birth": "27/03/2016"})
        rows.writerow({"external_id": "b", "surname": "Thistlewood", "date_of_birth": "1/1/1950"})
        rows.writerow({"external_id": "c", "surname": "Brown", "date_of_birth": "31/02/2012"})
    return str(path)


def match(type_in, file, by) -> list[dict]:
    told = type_in.run("people", "match", file, "--by", by.user.email, "--top", "10", "--json")
    assert told.code == 0
    return [json.loads(line) for line in told.out.splitlines()]


def test_each_row_has_its_candidates_in_order_with_score_band_and_explanation(type_in, filip, file, manager):
    first, second, third = match(type_in, file, manager)
    [found] = first["candidates"]
    assert (found["number"], found["name"], found["band"]) == (filip.number, "Filip Kowalski", "same person")
    said = {one["field"]: one for one in found["explanation"]}
    assert said["family"]["words"] == "surname differs by one letter from Kowalski"
    assert said["birth"]["words"] == "same date of birth"
    assert found["score"] == pytest.approx(sum(one["weight"] for one in found["explanation"]), abs=0.1)
    assert second["candidates"] == []
    assert third["refused"] and third["candidates"] == []


def test_a_restricted_record_shows_only_that_it_exists_and_whom_to_ask(type_in, filip, file, manager):
    actions.restrict(manager, filip.pk, level="restricted", reason="Placement must stay unknown", owner=manager.user)
    asking = staff("Wren Worker", "social_worker", "crs")
    [found] = match(type_in, file, asking)[0]["candidates"]
    assert (found["number"], found["name"], found["hidden"], found["ask"]) == (None, "", True, "Mara Manager")
    assert found["explanation"] == []


def test_every_row_is_logged_as_a_search_of_whoever_asked(type_in, filip, file, manager):
    match(type_in, file, manager)
    said = [row.detail for row in AccessLog.objects.filter(what="search", user_id=manager.id)]
    assert sorted(one["surname"] for one in said) == ["Kowalsky", "Thistlewood"]


def test_a_row_that_an_import_would_refuse_is_refused_here(type_in, filip, tmp_path, manager):
    path = tmp_path / "people.csv"
    path.write_text("forenames,surname\nFilip,Kowalski,too much\n\nFil\0ip,Kowalski\n", encoding="utf-8")
    first, second = match(type_in, str(path), manager)
    assert "more columns" in first["refused"] and "cannot be read" in second["refused"]
    assert first["candidates"] == second["candidates"] == []


def test_a_file_that_cannot_be_read_is_told_and_nothing_is_printed(type_in, filip, tmp_path, manager):
    path = tmp_path / "people.csv"
    path.write_text('surname\nKowalski\n"Brown\n', encoding="utf-8")
    told = type_in.run("people", "match", str(path), "--by", manager.user.email, "--json")
    assert (told.code, told.out) == (2, "")
    assert "people.csv, line 3" in told.err and "quotation marks" in told.err


def test_nobody_is_shown_to_nobody(type_in, filip, file, settings):
    settings.DEMO = False
    told = type_in.run("people", "match", file, "--json")
    assert (told.code, told.out) == (2, "") and "Say who answers for it" in told.err


def test_in_the_demonstration_a_manager_asks(type_in, filip, file, manager):
    told = type_in.run("people", "match", file, "--json")
    assert told.code == 0 and json.loads(told.out.splitlines()[0])["candidates"]
    assert AccessLog.objects.filter(what="search", user_id=manager.id).count() == 2


def test_learning_needs_records_to_learn_from(type_in, filip):
    told = type_in.run("people", "learn")
    assert told.code == 2 and "1,000 are needed" in told.err and not MatchWeights.objects.exists()


def test_what_is_learnt_is_a_version_that_searches_then_use(type_in):
    for one in population(1_500):
        Person.objects.create(
            kind=one.kind,
            forenames=one.forenames,
            surname=one.surname,
            date_of_birth=one.date_of_birth,
            expected_date=one.expected_date,
            nhs_number=one.nhs_number,
        )
    indexing.count_tokens()
    told = type_in.run("people", "learn")
    assert told.code == 0 and told.out.startswith("Version 2 learnt from 1,5")
    made = MatchWeights.objects.get(active=True)
    exact, other = (made.data["fields"]["birth"][level] for level in ("exact", "far"))
    assert exact[0] > exact[1] and other[0] < other[1]  # agreeing speaks for one person, differing against it
    versions.forget()
    someone = Person.objects.filter(kind="child", date_of_birth__isnull=False).exclude(forenames="").first()
    asked = Terms(forenames=someone.forenames, surname=someone.surname, date_of_birth=someone.date_of_birth)
    assert someone.pk in {one.person_id for one in candidates(asked)[:2]}
    versions.forget()


def test_the_index_is_made_anew_from_what_is_recorded(type_in, filip):
    Card.objects.all().delete()
    assert not candidates(Terms(forenames="Filip", surname="Kowalski"))
    told = type_in.run("people", "index")
    assert (told.code, told.out) == (0, "2 people can be found by what is recorded of them now\n")
    assert candidates(Terms(forenames="Filip", surname="Kowalski"))[0].person_id == filip.pk
