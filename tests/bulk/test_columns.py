"""What a row of an import file may say, and every reason for which one is refused."""

from datetime import date

import pytest

from hearth.people.importing.columns import read_day, read_row
from hearth.people.importing.files import Unreadable, open_people


@pytest.mark.parametrize(
    "text",
    [
        "2016-03-27",
        "27/03/2016",
        "27/3/2016",
        "27.03.2016",
        "27-03-2016",
        "27 March 2016",
        "27 mar 2016",
        "27th March 2016",
        "2016-03-27 00:00:00",
    ],
)
def test_a_date_is_read_however_it_is_written_in_england(text):
    assert read_day(text) == date(2016, 3, 27)


@pytest.mark.parametrize(
    "text", ["03/27/2016", "27/03/16", "31/02/2016", "27 Marz 2016", "27/03-2016", "2016", "", "27 marchy 2016", "0/1/2016"]
)
def test_what_is_no_date_is_not_guessed(text):
    assert read_day(text) is None


def test_any_column_may_be_missing_but_a_name():
    one, problems = read_row({"surname": "Kowalski"})
    assert not problems
    assert (one.surname, one.kind, one.sex, one.date_of_birth) == ("Kowalski", "child", "U", None)
    assert read_row({"known_as": "Fil"})[1][0].column == "forenames"


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"date_of_birth": "01/06/2008"}, "adult"),  # eighteen today
        ({"date_of_birth": "02/06/2008"}, "child"),
        ({"expected_date": "3 March 2027"}, "unborn"),
        ({"kind": "Adult", "date_of_birth": "2016-03-27"}, "adult"),
    ],
)
def test_the_kind_follows_from_the_dates_where_it_is_not_given(given, kind):
    assert read_row({"surname": "Kowalski"} | given)[0].kind == kind


def test_an_unborn_child_needs_no_name():
    assert read_row({"kind": "unborn", "expected_date": "3 March 2027"})[0].kind == "unborn"


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("date_of_birth", "27/13/2016"),
        ("date_of_birth", "02/06/2026"),
        ("date_of_birth", "01/01/1900"),
        ("expected_date", "soon"),
        ("moved_in", "02/06/2026"),
        ("moved_in", "01/06/2020"),
        ("town", "Southampton"),
        ("kind", "dog"),
        ("sex", "x"),
        ("ethnicity", "ABCD"),
        ("nhs_number", "943 476 5918"),
        ("nhs_number", "94347659"),
        ("upn", "A12"),
        ("postcode", "SO15 5AA 5AA"),
        ("surname", "x" * 121),
        ("surname", "Kow\x07alski"),
        ("surname", "Kowal\ufffdski"),
        ("external_id", "7" * 81),
    ],
)
def test_what_is_wrong_is_named_by_its_column(column, text):
    one, problems = read_row({"forenames": "Filip", "surname": "Kowalski"} | {column: text})
    assert one is None
    assert [problem.column for problem in problems] == [column]
    assert problems[0].why.endswith(".")


def test_every_problem_of_a_row_is_told_at_once():
    _, problems = read_row({"surname": "", "sex": "x", "nhs_number": "1"})
    assert {problem.column for problem in problems} == {"sex", "nhs_number", "forenames"}


def test_codes_and_numbers_are_read_as_people_write_them():
    one, problems = read_row(
        {
            "forenames": " Filip  Jan ",
            "sex": "female",
            "ethnicity": "any other white background",
            "nhs_number": "943 476 5919",
            "upn": "a12345678901b",
            "postcode": "so155aa",
        }
    )
    assert not problems
    assert (one.forenames, one.sex, one.ethnicity, one.nhs_number) == ("Filip Jan", "F", "WOTH", "9434765919")
    assert (one.upn, one.postcode) == ("A12345678901B", "SO15 5AA")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_is_found(tmp_path, encoding):
    path = tmp_path / "people.csv"
    path.write_bytes("Forenames,Surname\r\nZoë,Müller\r\n".encode(encoding))
    assert [line.values for line in open_people(path).lines()] == [{"forenames": "Zoë", "surname": "Müller"}]


def test_lines_are_numbered_as_an_editor_numbers_them(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(
        'surname,address,shoe size\nAlmond,"12 Hill Lane\nShirley",9\n\nBirch,1 Elm Close,8,too much\n', encoding="utf-8"
    )
    people = open_people(path)
    assert [(line.number, line.values["surname"], line.extra) for line in people.lines()] == [
        (2, "Almond", False),
        (5, "Birch", True),
    ]
    assert people.unread == ("shoe_size",)


UNREADABLE = {
    "empty": b"",
    "nothing but empty lines": b"\r\n\r\n",
    "semicolons": b"forenames;surname\nA;B\n",
    "tabs": b"forenames\tsurname\nA\tB\n",
    "a column twice": b"surname,surname\nA,B\n",
    "NUL bytes": b"\0" * 500,
    "a cell of 1 MB": b"surname\n" + b"A" * 1_000_000 + b"\n",
    "a quotation mark within": b'surname\n"A"b\n',
    "no encoding": b"surname\n\x81\x8d\n",
    "half a letter of UTF-16": "surname\nA\n".encode("utf-16") + b"A",
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_file_that_cannot_be_read_says_so_before_anything_of_it_is_used(tmp_path, content):
    path = tmp_path / "people.csv"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=r"people\.csv"):
        open_people(path)


@pytest.mark.parametrize("name", ["nowhere.csv", "", "x" * 300])
def test_where_there_is_no_file_it_says_so(tmp_path, name):
    with pytest.raises(Unreadable, match=r"no file|folder|cannot be opened"):
        open_people(tmp_path / name)


def test_an_odd_file_is_read_as_far_as_it_can_be(tmp_path):
    path = tmp_path / "people.csv"
    names = [f"c{number}" for number in range(98)]
    path.write_bytes(("\ufeff" + ",".join(["surname", *names, "x", "x"]) + '\r"Al\nmond",An\0na\r').encode())
    people = open_people(path)
    assert [line.values for line in people.lines()] == [{"surname": "Al\nmond"}]
    assert people.unread == (*names, "x", "x")


def test_quotes_that_do_not_close_name_the_line(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text('surname\nAlmond\n"Birch\n', encoding="utf-8")
    with pytest.raises(Unreadable, match="line 3"):
        open_people(path)
