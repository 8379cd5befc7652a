"""Each kind of query differs from the record as its name says, and in nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from hearth.config.population import AS_OF, KINDS, crowded, people, queries
from hearth.config.population.errors import distance, folded
from hearth.config.population.kinds import age_on, double
from hearth.config.population.nicknames import NICKNAMES
from hearth.config.population.nicknames import half as half_of_nicknames
from hearth.config.population.places import house, house_and_street
from hearth.config.population.variants import MISHEARD, SPELLINGS, half, pairs


@pytest.fixture(scope="session")
def about(everybody):
    """The first record of the person whom a query is about."""
    numbered = {one.number: one for one in everybody}
    return lambda query: next(numbered[number] for number in sorted(query.answers) if not numbered[number].same_as)


def bearable(someone):
    """Every forenames and surname that a worker may rightly say of somebody."""
    names = [(someone.forenames, someone.surname), *someone.other_names]
    return [(said, surname) for forenames, surname in names for said in {forenames, forenames.partition(" ")[0]}]


def off(typed, someone):
    """How far the typed names are from the nearest true ones, forename and surname."""
    return min(
        (distance(folded(typed.forenames), folded(said)), distance(folded(typed.surname), folded(surname)))
        for said, surname in sorted(bearable(someone), key=lambda names: distance(folded(typed.surname), folded(names[1])))
    )


def dated_or_placed(query, someone):
    """The date or else the address is as recorded."""
    if someone.expected_date:
        return query.expected_date == someone.expected_date
    return query.date_of_birth == someone.date_of_birth or query.address == someone.homes[-1].lines


def sounds_alike(one, other):
    first, second = one.partition(" ")[0], other.partition(" ")[0]
    return frozenset((first, second)) in pairs(MISHEARD)


def is_misheard_or_slipped(typed, true, slips=1):
    return sounds_alike(typed, true) or distance(folded(typed), folded(true)) == slips


def test_every_kind_is_asked_and_answered(asked, everybody):
    assert tuple(asked) == KINDS
    for kind, made in asked.items():
        assert len(made) == 100, kind
        assert all(query.answers for query in made)
        assert len({min(query.answers) for query in made}) == 100


def test_answers_are_the_person_and_every_second_record(asked, everybody):
    twice = {one.same_as: {one.same_as, one.number} for one in everybody if one.same_as}
    both = [query for made in asked.values() for query in made if len(query.answers) > 1]
    assert both
    assert all(twice[min(query.answers)] >= query.answers for query in both)


def test_seven_in_ten_are_about_children(asked, about):
    children = sum(about(query).kind != "adult" for made in asked.values() for query in made)
    assert children / sum(map(len, asked.values())) == pytest.approx(0.7, abs=0.05)


def test_exact(asked, about):
    for query in asked["exact"]:
        one = about(query)
        if query.nhs_number or query.upn:
            assert (query.nhs_number or one.nhs_number, query.upn or one.upn) == (one.nhs_number, one.upn)
        elif query.telephone:
            assert (query.telephone, query.forenames) == (one.telephone, one.forenames)
        else:
            assert query.known_as == one.known_as or (query.forenames, query.surname) in bearable(one)
            assert dated_or_placed(query, one)


def test_one_error_in_one_name(asked, about):
    for query in asked["typo_one_name"]:
        one = about(query)
        assert dated_or_placed(query, one)
        assert any(
            (query.surname == surname and is_misheard_or_slipped(query.forenames, said))
            or (query.forenames == said and is_misheard_or_slipped(query.surname, surname))
            for said, surname in bearable(one)
        ), query


def test_one_error_in_each_name(asked, about):
    for query in asked["typo_both_names"]:
        assert any(
            is_misheard_or_slipped(query.forenames, said) and is_misheard_or_slipped(query.surname, surname)
            for said, surname in bearable(about(query))
        ), query


def test_two_errors_in_one_name(asked, about):
    for query in asked["two_typos"]:
        assert any(
            sorted((distance(folded(query.forenames), folded(said)), distance(folded(query.surname), folded(surname)))) == [0, 2]
            for said, surname in bearable(about(query))
        ), query


def test_nickname(asked, about):
    for query in asked["nickname"]:
        assert query.forenames in NICKNAMES[about(query).forenames.partition(" ")[0]]
        assert dated_or_placed(query, about(query))


def test_day_and_month_exchanged(asked, about):
    for query in asked["day_month"]:
        typed, born = query.date_of_birth, about(query).date_of_birth
        assert (typed.year, typed.month, typed.day) == (born.year, born.day, born.month)
        assert typed != born
        assert (query.forenames, query.surname) in bearable(about(query))


def test_one_digit_wrong_in_the_date(asked, about):
    for query in asked["digit_wrong_in_date"]:
        typed, born = f"{query.date_of_birth:%Y%m%d}", f"{about(query).date_of_birth:%Y%m%d}"
        assert sum(one != other for one, other in zip(typed, born, strict=True)) == 1
        assert date(1920, 1, 1) <= query.date_of_birth <= AS_OF


@pytest.mark.parametrize("kind", ["transliteration", "transliteration_age"])
def test_another_languages_spelling(asked, about, kind):
    known = pairs(SPELLINGS)
    for query in asked[kind]:
        one = about(query)
        changed = [
            [(typed.partition(" ")[0], true.partition(" ")[0]) if name == "forename" else (typed, true)]
            for said, surname in bearable(one)
            for name, typed, true in (("forename", query.forenames, said), ("surname", query.surname, surname))
            if typed != true
        ]
        assert any(frozenset(pair) in known for found in changed for pair in found), query
        if kind == "transliteration":
            assert one.expected_date or query.date_of_birth == one.date_of_birth
        else:
            assert abs(query.age - age_on(one.date_of_birth, AS_OF)) <= 1
            assert query.date_of_birth is None
            assert not query.address + query.postcode + query.nhs_number


def test_without_diacritics(asked, about):
    for query in asked["diacritics"]:
        one = about(query)
        assert (query.forenames + query.surname).isascii() or not (one.forenames + one.surname).isascii()
        assert (query.forenames, query.surname) not in bearable(one)
        assert off(query, one) == (0, 0)


def test_hyphen_lost_or_put_in(asked, about):
    for query in asked["hyphenated"]:
        one = about(query)
        assert query.surname != one.surname
        assert query.surname.replace("-", "").replace(" ", "") == one.surname.replace("-", "").replace(" ", "")


def test_one_part_of_a_double_surname(asked, about):
    for query in asked["double_surname_part"]:
        assert query.surname in double(about(query).surname)


def test_names_exchanged(asked, about):
    for query in asked["names_exchanged"]:
        assert (query.surname, query.forenames) in bearable(about(query))


def test_changed_surname(asked, about):
    for query in asked["changed_surname_same_date"]:
        one = about(query)
        assert (query.forenames, query.date_of_birth) == (one.forenames, one.date_of_birth)
        assert folded(query.surname) not in {folded(surname) for _, surname in bearable(one)}


def test_surname_with_a_shortened_or_misspelt_address(asked, about):
    for query in asked["surname_bad_address"]:
        one = about(query)
        assert query.surname == one.surname
        assert not query.forenames
        assert query.date_of_birth is None
        typed = query.address.partition(",")[0]
        assert typed not in {house(home.lines) for home in one.homes}
        assert any(
            typed.split(" ")[0] == house_and_street(home.lines)[0]
            and (typed.split(" ")[1][:2] == house(home.lines).split(" ")[1][:2] or distance(typed, house(home.lines)) <= 2)
            for home in one.homes
        ), query


def test_forename_with_postcode(asked, about):
    for query in asked["forename_postcode"]:
        one = about(query)
        assert query.forenames == one.forenames.partition(" ")[0]
        assert query.postcode in {home.postcode for home in one.homes}
        assert not query.surname


def test_nhs_number_with_a_digit_wrong(asked, about):
    for query in asked["nhs_digit_wrong_name"]:
        one = about(query)
        assert sum(typed != true for typed, true in zip(query.nhs_number, one.nhs_number, strict=True)) == 1
        assert (query.forenames, query.surname) in bearable(one)


def test_approximate_age(asked, about):
    ages = set()
    for query in asked["approximate_age"]:
        one = about(query)
        assert (query.forenames, query.surname) in bearable(one)
        assert query.date_of_birth is None
        ages.add(query.age - age_on(one.date_of_birth, AS_OF))
    assert ages == {-1, 0, 1}


def test_spacing_and_capitals(asked, about):
    for query in asked["spacing_case"]:
        one = about(query)
        assert (query.forenames, query.surname) != (one.forenames.partition(" ")[0], one.surname)
        assert folded(query.surname) == folded(one.surname)
        assert folded(query.forenames) == folded(one.forenames.partition(" ")[0])


def test_free_text(asked, about):
    for query in asked["free_text"]:
        one = about(query)
        typed = folded(query.text)
        assert not query.forenames + query.surname + query.address
        assert any(folded(surname) in typed for _, surname in bearable(one)) or typed.startswith(folded(one.surname)[:2])


def test_the_same_queries_each_time(everybody):
    first = queries(everybody, 5, part="tuning", seed=3, today=AS_OF)
    assert first == queries(everybody, 5, part="tuning", seed=3, today=AS_OF)
    assert first != queries(everybody, 5, part="tuning", seed=4, today=AS_OF)


def test_nothing_is_tuned_on_what_is_reported(everybody):
    for table in (SPELLINGS, MISHEARD):
        tuning, reported = (
            {frozenset((one, other)) for one, others in half(table, part).items() for other in others}
            for part in ("tuning", "reported")
        )
        assert tuning
        assert reported
        assert not tuning & reported
        assert len(tuning | reported) == len(pairs(table))
    assert not set(half_of_nicknames("tuning")) & set(half_of_nicknames("reported"))
    asked_about = [
        {number for query in queries(everybody, 40, part=part, seed=1, today=AS_OF) for number in query.answers}
        for part in ("tuning", "reported")
    ]
    assert not asked_about[0] & asked_about[1]


def test_enough_spellings():
    assert len(pairs(SPELLINGS)) > 1_000


def test_where_nobody_can_tell(everybody):
    """Names and ages that more than ten people fit are kept apart from what is measured."""
    one = next(one for one in everybody if one.kind == "child" and one.date_of_birth and not one.same_as)
    many = [replace(one, number=number, homes=()) for number in range(1, 12)]
    unanswerable = crowded(many, 3, part="reported", seed=1, today=AS_OF)
    fitting = [query for query in queries(many, 3, part="reported", seed=1, today=AS_OF) if query.kind == "approximate_age"]
    assert len(unanswerable) == 3
    assert not fitting
    assert not crowded(many[:10], 3, part="reported", seed=1, today=AS_OF)


def test_too_small_a_population_gives_fewer():
    assert queries([], 5, part="tuning", seed=1, today=AS_OF) == []
    assert 0 < len(queries(list(people(20)), 5, part="tuning", seed=1, today=AS_OF)) < 5 * len(KINDS)
