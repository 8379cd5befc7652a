"""The population is the same each time and has in it what a real city's records have."""

import re
from collections import Counter
from itertools import islice

import pytest

from hearth.config.population import AS_OF, hard_pairs, people
from hearth.config.population.errors import folded
from hearth.config.population.identifiers import UPN_LETTERS, nhs_check_digit, nhs_number, upn, upn_check_letter
from tests.population.conftest import SIZE


def test_the_same_each_time_and_another_for_another_seed():
    assert list(people(2_000)) == list(people(2_000))
    assert list(people(2_000)) != list(people(2_000, seed=7))


@pytest.mark.parametrize("size", [0, 1, 2, 3, 50, 997])
def test_exactly_as_many_as_wanted(size):
    made = list(people(size))
    assert [one.number for one in made] == list(range(1, size + 1))
    for one in made:
        assert all(0 <= link <= size for link in (one.mother, one.father, one.partner, one.twin_of, one.same_as))


def test_no_more_than_there_are_numbers_for():
    with pytest.raises(ValueError, match="1000001"):
        next(people(1_000_001))


def test_a_population_is_made_as_it_is_read():
    assert len(list(islice(people(1_000_000), 10))) == 10


def test_shares(everybody):
    kinds = Counter(one.kind for one in everybody)
    assert 0.3 < kinds["child"] / SIZE < 0.55
    assert 0.002 < kinds["unborn"] / SIZE < 0.02
    children = [one for one in everybody if one.kind == "child" and not one.same_as]
    adults = [one for one in everybody if one.kind == "adult" and not one.same_as]
    assert sum(bool(one.nhs_number) for one in children) / len(children) == pytest.approx(0.85, abs=0.02)
    assert sum(bool(one.telephone) for one in adults) / len(adults) == pytest.approx(0.6, abs=0.03)
    assert sum(bool(one.same_as) for one in everybody) / SIZE == pytest.approx(0.02, abs=0.003)
    assert sum(one.birth_estimated for one in everybody) / SIZE == pytest.approx(0.02, abs=0.005)
    moved = Counter(len(one.homes) for one in everybody)
    assert set(moved) <= {0, 1, 2, 3}
    assert min(moved[1], moved[2], moved[3]) > SIZE // 20


def test_common_names_are_as_common_as_they_are(everybody):
    british = [one for one in everybody if one.ethnicity == "WBRI"]
    assert sum("Smith" in one.surname for one in british) / len(british) == pytest.approx(0.012, abs=0.004)
    boys = Counter(
        folded(one.forenames.partition(" ")[0])
        for one in everybody
        if one.sex == "M" and one.kind == "child" and one.ethnicity == "APKN"
    )
    assert boys.most_common(1)[0][0] in {"muhammad", "mohammed", "mohammad"}
    surnames = Counter(one.surname for one in everybody if one.ethnicity == "APKN")
    assert {"Khan", "Hussain", "Ahmed"} & {surname for surname, _ in surnames.most_common(4)}


def test_many_names_few_of_them_common(everybody):
    tokens = Counter(token for one in everybody for token in re.split(r"[ -]", f"{one.forenames} {one.surname}".lower()) if token)
    assert len(tokens) > 10_000
    assert sum(count == 1 for count in tokens.values()) > len(tokens) * 0.25
    assert sum(count for _, count in tokens.most_common(100)) > sum(tokens.values()) * 0.15


def test_names_of_many_customs(everybody):
    surnames = {one.surname for one in everybody}
    for sign in ("O'", "Mc", "Mac", "-", " ", "ska", "ski", "enko", "Al-", "Kaur", "Singh", "Begum", "ł", "ș", "é"):
        assert any(sign in surname for surname in surnames), sign
    by_sex = Counter((one.sex, one.surname) for one in everybody if one.surname in {"Singh", "Kaur"} and not one.same_as)
    assert by_sex["M", "Kaur"] == by_sex["F", "Singh"] == 0
    assert not [
        one for one in everybody if one.sex == "M" and one.surname.endswith("ska") and one.ethnicity == "WOTH" and not one.same_as
    ]


def test_numbers_pass_their_checks_and_are_nobody_elses(everybody):
    for field in ("nhs_number", "upn"):
        held = [getattr(one, field) for one in everybody if getattr(one, field) and not one.same_as]
        assert len(held) == len(set(held)) > SIZE // 10
    for one in everybody:
        if one.nhs_number:
            assert nhs_check_digit(one.nhs_number[:9]) == one.nhs_number[9]
        if one.upn:
            assert re.fullmatch(r"[A-Z]\d{12}", one.upn)
            assert upn_check_letter(one.upn[1:]) == one.upn[0]
            assert (AS_OF - one.date_of_birth).days > 4 * 365 if one.date_of_birth else True


def test_check_digits_worked_by_hand():
    # 943 476 5919 is the NHS Data Dictionary's example: 9*10+4*9+3*8+4*7+7*6+6*5+5*4+9*3+1*2 = 299, 299 mod 11 = 2, 11-2 = 9.
    assert nhs_check_digit("943476591") == "9"
    # 999 000 001: 90+81+72+0+0+0+0+0+2 = 245, 245 mod 11 = 3, 11-3 = 8. 999 000 000: 243 mod 11 = 1, 11-1 = 10: none.
    assert nhs_check_digit("999000001") == "8"
    assert nhs_check_digit("999000000") == ""
    # 2*8 + 3*0 + 4*1 + 5*2 + 6*0*8 weights 2..13 of 801200001001: 16+0+4+10+0+0+0+0+10+0+0+13 = 53, 53 mod 23 = 7, H.
    assert upn_check_letter("801200001001") == UPN_LETTERS[7] == "H"
    assert upn(1, 2020) == upn_check_letter("999200020001") + "999200020001"
    assert nhs_number(1).startswith("999")


def test_telephones_ring_nowhere(everybody):
    held = [one.telephone for one in everybody if one.telephone]
    assert all(re.fullmatch(r"07700 900\d{3}|07000 \d{6}|01632 \d{6}", telephone) for telephone in held)
    homes = {}
    for one in everybody:
        if one.telephone and not one.same_as:
            homes.setdefault(one.telephone, set()).add(one.household)
    assert all(len(households) == 1 for households in homes.values())
    assert len(homes) < sum(1 for one in everybody if one.telephone and not one.same_as), "some share a telephone"


def test_twins_share_what_they_must(everybody):
    numbered = {one.number: one for one in everybody}
    twins = [one for one in everybody if one.twin_of]
    assert len(twins) > SIZE // 300
    alike = 0
    for one in twins:
        other = numbered[one.twin_of]
        assert other.twin_of == one.number
        assert one.date_of_birth == other.date_of_birth
        assert one.homes == other.homes
        assert (one.mother, one.father, one.household) == (other.mother, other.father, other.household)
        assert one.forenames.split(" ")[0] != other.forenames.split(" ")[0]
        if one.sex == other.sex:
            assert one.surname == other.surname
            alike += one.forenames[:2] == other.forenames[:2]
    assert alike > len(twins) // 20


def test_families_hang_together(everybody):
    numbered = {one.number: one for one in everybody}
    step = 0
    for one in everybody:
        if one.same_as:
            continue
        mother, father, partner = (numbered.get(link) for link in (one.mother, one.father, one.partner))
        assert mother is None or mother.sex == "F"
        assert father is None or father.sex == "M"
        if mother and mother.date_of_birth and one.date_of_birth and not one.birth_estimated and not mother.birth_estimated:
            assert 16 <= (one.date_of_birth - mother.date_of_birth).days / 365.25 <= 46
        assert partner is None or partner.partner in {one.number, partner.partner}
        step += bool(one.kind == "child" and mother and father and mother.partner not in {0, father.number})
    assert step > 20, "children live with a mother's new partner"
    assert any(numbered[one.mother].mother for one in everybody if one.mother), "grandmothers"
    assert any(one.other_names for one in everybody if one.kind == "child"), "children's former surnames"


def test_homes_follow_each_other_at_postcodes_of_their_street(everybody):
    streets, households = {}, {}
    for one in everybody:
        for earlier, later in zip(one.homes, one.homes[1:], strict=False):
            assert earlier.until == later.since
        if one.homes:
            assert one.homes[-1].until is None
        for home in one.homes:
            streets.setdefault(home.postcode, set()).add((home.town, home.lines.rpartition(", ")[2].lstrip("0123456789 ")))
            assert re.fullmatch(r"SX\d{1,2} \d[A-Z]{2}", home.postcode)
        if one.homes and not one.same_as:
            households.setdefault(one.homes[-1].postcode, set()).add(one.household)
    assert all(len(named) == 1 for named in streets.values())
    sizes = sorted(len(held) for held in households.values())
    assert 8 <= sizes[len(sizes) // 2] <= 40
    assert len({town for named in streets.values() for town, _ in named}) >= 10
    assert len({town for named in streets.values() for town, street in named if street == "Church Road"}) >= 10


def test_planted_duplicates_are_second_records_of_a_person(everybody):
    numbered = {one.number: one for one in everybody}
    differing = Counter()
    for one in everybody:
        if one.same_as:
            first = numbered[one.same_as]
            assert not first.same_as
            assert one.sex == first.sex
            assert one.nhs_number in {"", first.nhs_number}
            differing["forenames"] += one.forenames != first.forenames
            differing["surname"] += one.surname != first.surname
            differing["date"] += one.date_of_birth != first.date_of_birth
            differing["home"] += one.homes != first.homes
            differing["number"] += one.nhs_number != first.nhs_number
    assert all(differing[what] > 50 for what in ("forenames", "surname", "date", "home", "number"))


def test_hard_pairs_are_of_different_people(everybody):
    numbered = {one.number: one for one in everybody}
    kinds = Counter()
    for first, second, why in hard_pairs(everybody):
        one, other = numbered[first], numbered[second]
        assert first < second
        assert not one.same_as
        assert not other.same_as
        kinds[why] += 1
        if why == "twins":
            assert one.twin_of == second
        if why in {"namesakes", "father and son"}:
            assert folded(one.surname) == folded(other.surname)
        if why == "siblings":
            assert one.mother == other.mother
    assert set(kinds) == {"twins", "father and son", "siblings", "namesakes"}
    same_year = [
        1
        for first, second, why in hard_pairs(everybody)
        if why == "namesakes" and numbered[first].date_of_birth.year == numbered[second].date_of_birth.year
    ]
    assert len(same_year) > 30
