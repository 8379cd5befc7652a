"""Tokens, sounds and levels: what the search takes for the same, the nearly same and another name."""

from datetime import date

import pytest

from hearth.people.folding import fold
from hearth.people.matching.comparing import birth_level, nhs_level, street_level, token_level, typed_level
from hearth.people.matching.tokens import name_tokens, place_of
from hearth.people.search import Terms


@pytest.mark.parametrize(
    ("kept", "tokens"),
    [
        ("Filip", ("filip",)),
        ("O'Neill", ("oneill",)),
        ("O Neill", ("oneill",)),
        ("O’Neill", ("oneill",)),
        ("McDonald", ("mcdonald",)),
        ("Mc Donald", ("mcdonald",)),
        ("Al-Masri", ("almasri", "masri")),
        ("Smith-Harper", ("smith", "harper", "smithharper")),
        ("van der Berg", ("vanderberg", "berg")),
        ("Mei Ling", ("mei", "ling", "meiling")),
        ("Alexandra Josephine", ("alexandra", "josephine")),
        ("Ng", ("ng",)),
        ("J", ()),
        ("Adébáyọ̀", ("adebayo",)),
        ("Łukasz", ("lukasz",)),
        ("Олександр", ("oleksandr",)),
        ("😀", ()),
        ("", ()),
    ],
)
def test_a_name_is_cut_into_its_tokens(kept, tokens):
    assert name_tokens(kept) == tokens


def test_what_is_typed_may_always_have_been_meant_as_one_word():
    assert "alexandrajosephine" in name_tokens("Alexandra Josephine", typed=True)


@pytest.mark.parametrize("text", ["<script>", "'; DROP TABLE", "\x00", "\u202eabc", "a" * 5000, "😀 Smile"])
def test_folding_leaves_only_plain_letters_digits_and_spaces(text):
    assert set(fold(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")


@pytest.mark.parametrize(
    ("typed", "kept", "level"),
    [
        ("filip", "filip", "exact"),
        ("katie", "katherine", "nickname"),
        ("kuba", "jakub", "nickname"),
        ("maxamed", "mohammed", "nickname"),
        ("kowalsky", "kowalski", "typo"),
        ("kowlaski", "kowalski", "typo"),
        ("shymansky", "szymanski", "sound"),
        ("vishnevsky", "wisniewski", "sound"),
        ("szewczenko", "shevchenko", "sound"),
        ("kovalsky", "kowalski", "sound"),
        ("zawadsky", "zawadzki", "sound"),
        ("aishah", "ayeesha", "sound"),
        ("oualeed", "walid", "sound"),
        ("hodja", "hoxha", "sound"),
        ("hodzha", "hoxha", "sound"),
        ("kow", "kowalski", "prefix"),
        ("eva", "huw", "other"),
        ("kow", "choi", "other"),
        ("kow", "koh", "typo"),
        ("whitmeld", "whitfield", "typos"),
        ("smith", "jones", "other"),
        ("ali", "eve", "other"),
    ],
)
def test_how_alike_two_names_are(typed, kept, level):
    assert token_level(typed, kept) == level


@pytest.mark.parametrize(
    ("typed", "kept", "level"),
    [
        ("coo", "cook", "prefix"),
        ("fol", "foley", "prefix"),
        ("kow", "koh", "typo"),
        ("tom", "thomas", "nickname"),
        ("ann", "ann", "exact"),
    ],
)
def test_three_letters_typed_are_a_beginning_before_a_likeness(typed, kept, level):
    assert typed_level(typed, kept) == level


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        (date(2016, 3, 27), "exact"),
        (date(2016, 3, 26), "digit"),
        (date(2006, 3, 27), "digit"),
        (date(2016, 11, 2), "same year"),
        (date(2017, 2, 1), "near"),
        (date(2001, 12, 1), "far"),
    ],
)
def test_how_alike_two_dates_of_birth_are(typed, level):
    assert birth_level(typed, date(2016, 3, 27)) == level


def test_day_and_month_exchanged_is_told_from_a_wrong_digit():
    assert birth_level(date(2016, 3, 4), date(2016, 4, 3)) == "exchanged"


@pytest.mark.parametrize(
    ("lines", "house", "street"),
    [
        ("14 Hill Lane", "14", "hill ln"),
        ("Flat 2, 14 Hill Lane", "14", "hill ln"),
        ("14a hill ln", "14a", "hill ln"),
        ("Rose Cottage, Church Road", "rose cottage", "church rd"),
        ("The Coach House, Thames Crescent, Hartwater", "the coach house", "thames cres"),
        ("Mill House, 14 Albion Road", "14", "albion rd"),
        ("109 Mount Pleasant, Hartwater", "109", "mount pleasant"),
        ("Flat 3", "", ""),
        ("3 Park Hill Road", "3", "park hl rd"),
        ("", "", ""),
    ],
)
def test_an_address_is_cut_into_house_and_street(lines, house, street):
    place = place_of(lines)
    assert (place.house, place.street) == (house, street)


@pytest.mark.parametrize(
    ("typed", "level"),
    [("hill ln", "exact"), ("hill", "typo"), ("hil ln", "typo"), ("hill rd", "typo"), ("mill green", "other")],
)
def test_streets_shortened_or_misspelt_are_near(typed, level):
    assert street_level(typed, "hill ln") == level


def test_an_nhs_number_with_a_digit_wrong_is_near():
    assert nhs_level("9434765919", "9434765919") == "exact"
    assert nhs_level("9434765910", "9434765919") == "typo"
    assert nhs_level("9434765870", "9434765919") == "other"


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("Luke Jaxon Green", "Luke Jaxon Green", ""),
        ("Anna Maria Hill", "Anna Maria Hill", ""),
        ("kow hill lane", "kow", "hill lane"),
        ("ban st james's lane", "ban", "st james's lane"),
        ("kow old mill road", "kow", "old mill road"),
        ("Kowalski, Church Hill", "Kowalski", "Church Hill"),
        ("Cristea, Elena", "Elena Cristea", ""),
    ],
)
def test_one_box_tells_a_surname_from_a_street(text, name, address):
    terms = Terms.from_text(text)
    assert (terms.name, terms.address) == (name, address)


@pytest.mark.parametrize(("text", "born"), [("Ada 18/03/94", date(1994, 3, 18)), ("Ada 1.9.16", date(2016, 9, 1))])
def test_a_year_of_two_digits_is_never_to_come(text, born):
    assert Terms.from_text(text).date_of_birth == born
