"""The population itself: family after family, with the facts that a department would really hold, and planted duplicates."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from hearth.config.population import errors, identifiers
from hearth.config.population.community import Community
from hearth.config.population.families import Draft, Families
from hearth.config.population.nicknames import NICKNAMES
from hearth.config.population.record import AS_OF, Home, Someone

LARGEST = 1_000_000
ADULT = 18
DUPLICATES = 0.0205
SCHOOL_AGE = timedelta(days=4 * 365 + 270)


def people(size: int, seed: int = 2026) -> Iterator[Someone]:
    """Exactly `size` records, numbered from 1, always the same for the same size and seed.

    Raises ValueError for more than a million: the test range of NHS numbers ends there.
    """
    if not 0 <= size <= LARGEST:
        raise ValueError(f"A population has 0 to {LARGEST} records, not {size}.")
    chance = random.Random(f"people {size} {seed}")  # noqa: S311 - made-up people, no secret
    families = Families(size, chance)
    while families.number < size:
        drafts = families.family()
        drafts.sort(key=lambda draft: draft.number)
        telephones: dict[int, str] = {}
        made = [_record(draft, chance, size, telephones) for draft in drafts]
        yield from (someone for someone in made if someone.number <= size)
        for someone in made:
            if chance.random() < DUPLICATES and families.number < size and someone.kind != "unborn":
                families.number += 1
                families.households += 1
                yield _second_record(someone, drafts[made.index(someone)].community, families, chance)


def _record(draft: Draft, chance: random.Random, size: int, telephones: dict[int, str]) -> Someone:
    born = draft.born
    age = (AS_OF - born).days // 365.25
    unborn = draft.expected is not None
    child = not unborn and age < ADULT
    number = draft.number
    single = not draft.twin_of
    estimated = not unborn and single and chance.random() < 0.02
    known: date | None = born
    if unborn or (single and chance.random() < (0.004 if child else 0.06)):
        known, estimated = None, False
    elif estimated:
        known = born.replace(day=1) if chance.random() < 0.3 else born.replace(month=1, day=1)
    nhs = "" if unborn or chance.random() > (0.935 if child else 0.75) else identifiers.nhs_number(number)
    upn = ""
    if child and AS_OF - born > SCHOOL_AGE and chance.random() < 0.94:
        upn = identifiers.upn(number, born.year + 4)
    mother, father, partner, twin = (
        other if other <= size else 0 for other in (draft.mother, draft.father, draft.partner, draft.twin_of)
    )
    homes = draft.homes if unborn or not single or chance.random() > 0.015 else ()
    return Someone(
        number,
        "unborn" if unborn else "child" if child else "adult",
        draft.forenames,
        draft.surname,
        draft.known_as,
        draft.other_names,
        known,
        estimated,
        draft.expected,
        draft.sex,
        nhs,
        upn,
        _telephone(draft, chance, telephones, child or unborn),
        _ethnicity(draft, chance),
        homes,
        draft.household,
        mother,
        father,
        partner,
        twin,
        0,
    )


def _telephone(draft: Draft, chance: random.Random, telephones: dict[int, str], young: bool) -> str:
    if young:
        return telephones.get(draft.household, "") if chance.random() < 0.06 else ""
    if chance.random() > 0.6:
        return ""
    shared = telephones.get(draft.household)
    if shared and chance.random() < 0.2:
        return shared
    made = identifiers.telephone(draft.number, mobile=chance.random() < 0.8)
    telephones.setdefault(draft.household, made)
    return made


def _ethnicity(draft: Draft, chance: random.Random) -> str:
    if chance.random() < 0.12:
        return ""
    return "MOTH" if draft.mixed else draft.community.ethnicity


def _second_record(someone: Someone, community: Community, families: Families, chance: random.Random) -> Someone:
    """The same person written down again by somebody who did not find the first record."""
    forenames, surname, known_as = someone.forenames, someone.surname, ""
    drawn = chance.random()
    if drawn < 0.25:
        forenames = _with_slip(forenames, chance)
    elif drawn < 0.45:
        surname = _with_slip(surname, chance)
    elif drawn < 0.6:
        short = NICKNAMES.get(forenames.partition(" ")[0])
        forenames = chance.choice(short) if short else forenames.partition(" ")[0]
    elif drawn < 0.72:
        forenames, surname = errors.plain(forenames), errors.plain(surname)
    elif drawn < 0.82:
        surname = community.womans(community.surname(chance)) if someone.sex == "F" else community.surname(chance)
    born = someone.date_of_birth
    again = chance.random()
    if born and again < 0.12:
        born = errors.day_and_month_exchanged(born) or born
    elif born and again < 0.24:
        born = errors.digit_wrong(born, AS_OF, chance) or born
    elif again < 0.34:
        born = None
    same_number = chance.random() < 0.25
    linked = chance.random() < 0.4
    return replace(
        someone,
        number=families.number,
        forenames=forenames,
        surname=surname,
        known_as=known_as,
        other_names=(),
        date_of_birth=born,
        birth_estimated=bool(born) and someone.birth_estimated,
        nhs_number=someone.nhs_number if same_number else "",
        upn=someone.upn if chance.random() < 0.3 else "",
        telephone=someone.telephone if chance.random() < 0.3 else "",
        homes=_homes_again(someone.homes, families, chance),
        household=families.households,
        mother=someone.mother if linked else 0,
        father=someone.father if linked and chance.random() < 0.5 else 0,
        partner=0,
        twin_of=0,
        same_as=someone.number,
    )


def _with_slip(names: str, chance: random.Random) -> str:
    first, space, rest = names.partition(" ")
    for _ in range(5):
        if slipped := errors.mistyped(first, chance):
            return slipped + space + rest
    return names


def _homes_again(homes: tuple[Home, ...], families: Families, chance: random.Random) -> tuple[Home, ...]:
    drawn = chance.random()
    if not homes or drawn < 0.08:
        return ()
    if drawn < 0.45:
        return homes[-1:]
    if drawn < 0.7 and len(homes) > 1:
        return (replace(homes[0], until=None),)
    place = families.region.dwelling(chance.randrange(families.region.dwellings))
    return (Home(place.lines, place.town, place.postcode, homes[-1].since, None),)
