"""Importing adds what the person actions would have added, whole batches of it, once."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from hearth.config.grants import append_only_tables
from hearth.foundation.access.models import AccessLog
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.models import Event
from hearth.foundation.timeline.verifying import verify
from hearth.people import actions
from hearth.people.actions import Named
from hearth.people.importing import running, writing
from hearth.people.importing.columns import COLUMNS, Imported, read_row
from hearth.people.importing.files import open_people
from hearth.people.importing.models import ExternalId
from hearth.people.importing.writing import Keyed
from hearth.people.matching import indexing
from hearth.people.models import Address, Person, Residence, Statement
from hearth.people.search import Terms, candidates
from tests.bulk.everything import everything
from tests.support.people import staff

pytestmark = pytest.mark.django_db

PEOPLE = [
    {"external_id": "1", "forenames": "Filip Jan", "surname": "Kowalski", "known_as": "Fil",
     "date_of_birth": "27/03/2016", "sex": "M", "telephone": "07700 900001",
     "ethnicity": "WOTH", "nhs_number": "9434765919", "upn": "A12345678901B", "address": "14 Hill Lane",
     "town": "Southampton", "postcode": "SO15 5AA", "moved_in": "1 May 2020"},
    {"external_id": "2", "forenames": "Anna", "surname": "Nowak", "former_surname": "Zielińska-Malik",
     "date_of_birth": "1988-11-02", "sex": "F", "address": "14 Hill Lane", "town": "Southampton", "postcode": "SO15 5AA"},
    {"external_id": "3", "kind": "unborn", "surname": "Adeyemi", "expected_date": "3 March 2027", "postcode": "SO14 2CC"},
    {"external_id": "4", "surname": "O'Neill"},
    {"external_id": "5", "forenames": "Олександр", "surname": "Шевченко", "address": "Flat 2, 61 Oxford Street"},
]  # fmt: skip


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


def read(rows=PEOPLE) -> list[Imported]:
    found = [read_row(row) for row in rows]
    assert not [problems for _, problems in found if problems]
    return [one for one, _ in found]


def one_by_one(reader, people: list[Imported], source: str) -> None:
    """The same people through the actions that a worker's pages use."""
    for one in people:
        with timeline.recording(reader.id, why=writing.WHY):
            made = actions.identify(
                reader,
                Named(
                    kind=one.kind, forenames=one.forenames, surname=one.surname, known_as=one.known_as,
                    date_of_birth=one.date_of_birth, expected_date=one.expected_date, sex=one.sex, telephone=one.telephone,
                    ethnicity=one.ethnicity, nhs_number=one.nhs_number, upn=one.upn,
                ),
            )  # fmt: skip
            for fact in writing.STATED:
                if value := getattr(one, fact):
                    actions.state_fact(reader, made, fact, value, known_by="record", told_by=source)
            if one.former_surname:
                actions.add_name(reader, made.pk, kind="former", surname=one.former_surname)
            if one.address or one.postcode:
                given = {"starts_on": one.moved_in, "known_by": "record", "told_by": source, "town": one.town}
                actions.live_at(reader, made, one.address, one.postcode, **given)
            ExternalId.objects.create(source=source, value=one.external_id, person=made)


def test_an_import_makes_the_same_rows_of_every_table_as_the_actions(manager):
    """Persons, names, homes, statements, history with who and why, heads, events, links, cards, rows, tokens and their keys."""
    before = everything()
    people = read()
    savepoint = transaction.savepoint()
    one_by_one(manager, people, "Old system")
    indexing.count_tokens()
    by_hand = everything()
    transaction.savepoint_rollback(savepoint)
    assert everything() == before
    assert writing.write("Old system", [Keyed(one.external_id, one) for one in people], manager.id) == len(people)
    indexing.count_tokens()
    at_once = everything()
    differing = [table for table in by_hand if by_hand[table] != at_once[table]]
    for table in differing:
        assert at_once[table] == by_hand[table], table
    changed = {table for table in at_once if at_once[table] != before[table]}
    assert {
        "people_person", "people_personevent", "people_personname", "people_address", "people_residence", "people_residenceevent",
        "people_statement", "people_externalid", "people_card", "people_row", "people_token", "people_tokenkey",
        "timeline_head", "timeline_event", "timeline_link",
    } == changed  # fmt: skip
    assert set(append_only_tables()) & changed
    assert list(verify(Path("nowhere"))) == []


def file_of(tmp_path, rows=PEOPLE, name="old system.csv"):
    path = tmp_path / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return open_people(path)


def test_without_a_writer_nothing_is_written(manager, tmp_path):
    before = everything()
    done = running.run(file_of(tmp_path), "Old", None, batch=2)
    assert (done.rows, done.new, done.known, done.refused) == (5, 5, 0, [])
    assert everything() == before


def test_who_was_imported_is_found_with_who_answers_for_it(manager, tmp_path):
    done = running.run(file_of(tmp_path), "Old", manager, batch=2)
    assert done.new == 5
    filip = Person.objects.get(external_ids__source="Old", external_ids__value="1")
    assert candidates(Terms(forenames="Phillip", surname="Kovalsky", date_of_birth=date(2016, 3, 27)))[0].person_id == filip.pk
    assert candidates(Terms(surname="Zielinska"))[0].person_id == Person.objects.get(forenames="Anna").pk
    nhs = Statement.objects.get(person=filip, fact="nhs_number")
    assert (nhs.value, nhs.known_by, nhs.told_by, nhs.recorded_by) == ("9434765919", "record", "Old", manager.user)
    assert set(Event.objects.values_list("recorded_by", flat=True)) == {manager.id}
    assert Residence.objects.get(person=filip).starts_on == date(2020, 5, 1)
    assert Address.objects.filter(lines="14 Hill Lane").count() == 1  # one household, found again in the next batch
    logged = AccessLog.objects.get(what="import")
    assert logged.detail == {"source": "Old", "rows": 5, "added": 5, "known": 0, "refused": 0}


def test_the_same_file_again_adds_nobody_and_another_source_has_its_own_ids(manager, tmp_path):
    people = file_of(tmp_path, [*PEOPLE, {"surname": "Nameless"}, {"surname": "Nameless"}])
    assert running.run(people, "Old", manager, batch=3).new == 7
    before = everything()
    again = running.run(people, "Old", manager, batch=4)
    assert (again.new, again.known) == (0, 7)
    after = everything()
    assert [table for table in after if after[table] != before[table]] == ["access_accesslog"]
    assert running.run(people, "Another", None).new == 7


def test_refused_rows_are_left_out_told_and_given_back_to_be_mended(manager, tmp_path):
    rows = [
        *PEOPLE,
        {"external_id": "6", "surname": "Almond", "date_of_birth": "31/02/2016", "sex": "x"},
        {"external_id": "1", "surname": "Twice"},
    ]
    people = file_of(tmp_path, rows)
    done = running.run(people, "Old", manager, batch=2)
    assert (done.rows, done.new, running.refused_rows(done)) == (7, 5, 2)
    assert [(one.line, one.column) for one in done.refused] == [(7, "date_of_birth"), (7, "sex"), (8, "external_id")]
    assert done.refused[2].why == "Line 2 has the same external id."
    running.save_refused(tmp_path / "refused.csv", done.refused, people.columns)
    mended = open_people(tmp_path / "refused.csv")
    assert [line.values["surname"] for line in mended.lines()] == ["Almond", "Twice"]
    with (tmp_path / "refused.csv").open(encoding="utf-8-sig") as file:
        assert next(csv.DictReader(file))["refused_column"] == "date_of_birth; sex"


def test_a_batch_is_written_whole_or_not_at_all(manager, tmp_path, monkeypatch):
    def broken(people):
        raise IntegrityError("the last step fails")

    monkeypatch.setattr(indexing, "add", broken)
    before = everything()
    with pytest.raises(IntegrityError):
        running.run(file_of(tmp_path), "Old", manager)
    assert everything() == before
