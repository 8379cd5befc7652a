"""Families of the population: who belongs to whom, what they are called by their community's custom, and where they have lived."""

import random
from bisect import bisect
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

from hearth.config.population.community import Community
from hearth.config.population.names import COMMUNITIES
from hearth.config.population.names.alike import ALIKE
from hearth.config.population.nicknames import NICKNAMES
from hearth.config.population.places import Region
from hearth.config.population.record import AS_OF, Home

CHILDREN = (0.06, 0.33, 0.36, 0.15, 0.06, 0.03, 0.01)
_COMMUNITY_STEPS = list(accumulate(community.share for community in COMMUNITIES))


@dataclass(slots=True)
class Draft:
    """A person in the making. `plain` is the family's surname in its plain form."""

    number: int
    community: Community
    sex: str
    born: date
    forenames: str
    surname: str
    plain: str
    household: int
    homes: tuple[Home, ...] = ()
    known_as: str = ""
    other_names: tuple[tuple[str, str], ...] = ()
    expected: date | None = None
    mother: int = 0
    father: int = 0
    partner: int = 0
    twin_of: int = 0
    mixed: bool = False
    telephone: str = ""


@dataclass(slots=True)
class Household:
    """One household and the homes it had, the last one current."""

    number: int
    homes: tuple[Home, ...]
    telephone: str = ""
    members: list[Draft] = field(default_factory=list)


class Families:
    """Makes family after family: each time the people of one family in all its households, numbered on."""

    def __init__(self, size: int, chance: random.Random) -> None:
        self.chance = chance
        self.number = 0
        self.households = 0
        self.region = Region(size // 2 + 200)
        self.step = next(step for step in (7919, 104_729, 611_953) if self.region.dwellings % step)
        self.recent: list[tuple[Community, str, str, str, int]] = []

    def family(self) -> list[Draft]:
        """The people of the next family, parents before their children."""
        chance = self.chance
        community = self._community()
        if chance.random() < 0.08:
            return self._without_children(community)
        model = chance.choice(self.recent) if self.recent and chance.random() < 0.03 else None
        if model:
            community = model[0]
        mother_age = int(chance.triangular(18, 58, 31))
        home = self._household(mother_age)
        mother = self._adult(community, "F", mother_age, home)
        others = community if chance.random() > 0.07 else self._community()
        father = self._adult(others, "M", max(18, mother_age + int(chance.gauss(2, 4))), home)
        if model and others is community and community.custom != "somali":
            self._bear(father, model[3])
        people = [mother, father]
        together = chance.random()
        if together < 0.6:
            mother.partner, father.partner = father.number, mother.number
            self._marry(mother, father)
        elif together < 0.93:
            self._move_out(father)
        else:
            people.remove(father)
            self.number -= 1
        known_father = father if father in people else None
        children = self._children(mother, known_father, home, model)
        people += children
        if known_father and together >= 0.6:
            people += self._new_partners(mother, known_father, children)
        people += self._grandparents(mother, known_father, home)
        return people

    def _community(self) -> Community:
        at = bisect(_COMMUNITY_STEPS, self.chance.random() * _COMMUNITY_STEPS[-1])
        return COMMUNITIES[min(at, len(COMMUNITIES) - 1)]

    def _next(self) -> int:
        self.number += 1
        return self.number

    def _household(self, age: int) -> Household:
        chance = self.chance
        self.households += 1
        drawn = chance.random()
        stays = 1 if drawn < 0.42 else 2 if drawn < 0.78 else 3
        ends: date | None = None
        until = AS_OF
        homes: list[Home] = []
        for turn in range(stays):
            since = until - timedelta(days=int(chance.triangular(60, 3600, 900)))
            index = self.households * self.step if turn == 0 else chance.randrange(self.region.dwellings)
            place = self.region.dwelling(index % self.region.dwellings)
            homes.insert(0, Home(place.lines, place.town, place.postcode, since, ends))
            ends = until = since
        return Household(self.households, tuple(homes))

    def _born(self, age: int) -> date:
        return AS_OF - timedelta(days=age * 365 + age // 4 + self.chance.randrange(1, 365))

    def _adult(self, community: Community, sex: str, age: int, home: Household) -> Draft:
        chance, born = self.chance, self._born(age)
        plain = community.surname(chance)
        forenames = community.forenames(chance, sex, born.year)
        surname = community.womans(plain) if sex == "F" else plain
        if community.custom == "sikh":
            forenames, surname = self._sikh(forenames, plain, sex)
        elif community.custom == "somali":
            forenames = f"{forenames} {community.forename(chance, 'M', 1980)}"
        elif community.custom == "iberian" and chance.random() < 0.7:
            surname = plain = f"{plain} {community.surname(chance)}"
        elif community.custom == "begum" and sex == "F" and chance.random() < 0.45:
            surname = chance.choice(community.titles)
        return self._draft(community, sex, born, forenames, surname, plain, home)

    def _draft(
        self, community: Community, sex: str, born: date, forenames: str, surname: str, plain: str, home: Household
    ) -> Draft:
        made = Draft(self._next(), community, sex, born, forenames, surname, plain, home.number, home.homes)
        short = NICKNAMES.get(forenames.partition(" ")[0])
        if short and self.chance.random() < 0.3:
            made.known_as = self.chance.choice(short)
        home.members.append(made)
        return made

    def _sikh(self, forenames: str, plain: str, sex: str) -> tuple[str, str]:
        title = "Kaur" if sex == "F" else "Singh"
        first = forenames.partition(" ")[0]
        if plain == "Singh" or self.chance.random() < 0.4:
            return first, title
        return (f"{first} {title}" if self.chance.random() < 0.7 else first), plain

    def _bear(self, man: Draft, plain: str) -> None:
        man.plain = man.surname = plain

    def _marry(self, woman: Draft, man: Draft) -> None:
        customs = {woman.community.custom, man.community.custom}
        if customs & {"kept", "begum", "somali", "sikh", "iberian"} or self.chance.random() < 0.4:
            return
        before = (woman.forenames, woman.surname)
        joined = self.chance.random()
        woman.surname = woman.community.womans(man.plain) if woman.community is man.community else man.surname
        if joined < 0.06 and before[1] != man.surname and not {" ", "-"} & set(man.surname + before[1]):
            woman.surname = f"{before[1]}{'-' if joined < 0.04 else ' '}{man.surname}"
        if self.chance.random() < 0.6 and before[1] != woman.surname:
            woman.other_names = (before,)

    def _move_out(self, person: Draft) -> Household:
        left = self._household(40)
        person.household, person.homes = left.number, left.homes
        left.members.append(person)
        return left

    def _without_children(self, community: Community) -> list[Draft]:
        age = int(self.chance.triangular(18, 88, 45))
        home = self._household(age)
        first = self._adult(community, self.chance.choice("FM"), age, home)
        if self.chance.random() < 0.5:
            return [first]
        second = self._adult(community, "M" if first.sex == "F" else "F", max(18, age + int(self.chance.gauss(0, 4))), home)
        first.partner, second.partner = second.number, first.number
        woman, man = (first, second) if first.sex == "F" else (second, first)
        self._marry(woman, man)
        return [first, second]

    def _children(
        self, mother: Draft, father: Draft | None, home: Household, model: tuple[Community, str, str, str, int] | None
    ) -> list[Draft]:
        chance = self.chance
        drawn, wanted = chance.random(), 0
        for share in CHILDREN:
            if drawn < share:
                break
            drawn -= share
            wanted += 1
        wanted = max(wanted, 1) if model else wanted
        oldest = mother.born + timedelta(days=17 * 365)
        latest = min(AS_OF - timedelta(days=3), mother.born + timedelta(days=43 * 365))
        births = self._births(max(oldest, AS_OF - timedelta(days=22 * 365)), latest, wanted)
        made: list[Draft] = []
        for turn, born in enumerate(births):
            sex = chance.choice("FM")
            child = self._child(mother, father, home, sex, born)
            if turn == 0 and model and father:
                self._namesake(child, father, model)
            elif sex == "M" and father and chance.random() < 0.02 and father.community.custom not in {"somali", "iberian"}:
                child.forenames, child.surname, child.known_as = father.forenames, father.surname, ""
            made.append(child)
            if chance.random() < 0.017:
                made.append(self._twin(child, mother, father, home))
        if mother.born.year > AS_OF.year - 44 and chance.random() < 0.035 and (not births or (AS_OF - births[-1]).days > 300):
            made.append(self._unborn(mother, father, home))
        for child in made:
            if child.expected is None:
                self.recent.append((child.community, child.forenames, child.sex, child.plain, child.born.year))
        del self.recent[:-200]
        return made

    def _births(self, earliest: date, latest: date, wanted: int) -> list[date]:
        days = (latest - earliest).days
        if days <= 0:
            return []
        births: list[date] = []
        for day in sorted(self.chance.randrange(days) for _ in range(wanted)):
            born = earliest + timedelta(days=day)
            if not births or (born - births[-1]).days > 330:
                births.append(born)
        return births

    def _child(self, mother: Draft, father: Draft | None, home: Household, sex: str, born: date) -> Draft:
        chance = self.chance
        namer = father or mother
        community = namer.community
        forenames = (community if chance.random() > 0.1 else mother.community).forenames(chance, sex, born.year)
        surname, plain = self._childs_surname(mother, father, sex)
        if community.custom == "sikh":
            forenames, surname = self._sikh(forenames, plain, sex)
        elif community.custom == "somali" and father:
            forenames = f"{forenames.partition(' ')[0]} {father.forenames.partition(' ')[0]}"
            surname = plain = father.forenames.partition(" ")[2] or father.surname
        child = self._draft(community, sex, born, forenames, surname, plain, home)
        child.homes = _homes_since(home.homes, born)
        child.mother, child.father = mother.number, father.number if father else 0
        child.mixed = father is not None and father.community is not mother.community
        return child

    def _childs_surname(self, mother: Draft, father: Draft | None, sex: str) -> tuple[str, str]:
        drawn = self.chance.random()
        if father is None or (not mother.partner and drawn < 0.25):
            community, plain = mother.community, mother.plain
        else:
            community, plain = father.community, father.plain
        surname = community.womans(plain) if sex == "F" else plain
        if community.custom == "begum" and sex == "F" and drawn > 0.9:
            return self.chance.choice(community.titles), plain
        if father and community.custom == "iberian":
            surname = plain = f"{father.plain.split(' ')[0]} {mother.plain.split(' ')[0]}"
        elif (
            father
            and 0.5 < drawn < 0.55
            and mother.surname != father.surname
            and not {" ", "-"} & set(mother.surname + father.surname)
        ):
            surname = plain = f"{mother.surname}{'-' if drawn < 0.535 else ' '}{father.surname}"
        return surname, plain

    def _namesake(self, child: Draft, father: Draft, model: tuple[Community, str, str, str, int]) -> None:
        community, forenames, sex, plain, year = model
        if community is not father.community or community.custom in {"somali", "sikh", "iberian"}:
            return
        child.forenames, child.sex, child.plain, child.known_as = forenames, sex, plain, ""
        child.surname = community.womans(plain) if sex == "F" else plain
        if abs(year - child.born.year) < 3 and self.chance.random() < 0.6 and year < AS_OF.year:
            child.born = child.born.replace(year=year, day=min(child.born.day, 28))

    def _twin(self, first: Draft, mother: Draft, father: Draft | None, home: Household) -> Draft:
        chance = self.chance
        sex = first.sex if chance.random() < 0.65 else chance.choice("FM")
        twin = self._child(mother, father, home, sex, first.born)
        if sex == first.sex and chance.random() < 0.35 and first.community.custom in {"family", "begum", "kept", "ski"}:
            first.forenames, twin.forenames = chance.choice(ALIKE[sex])
            first.known_as = twin.known_as = ""
        while twin.forenames.split(" ")[0] == first.forenames.split(" ")[0]:
            rest = twin.forenames.partition(" ")[2]
            twin.forenames = f"{twin.community.forename(chance, sex, first.born.year)} {rest}".strip()
        twin.plain = first.plain
        twin.surname = first.surname if sex == first.sex else self._others_form(first, sex)
        twin.other_names, twin.homes = first.other_names, first.homes
        first.twin_of, twin.twin_of = twin.number, first.number
        return twin

    def _others_form(self, first: Draft, sex: str) -> str:
        if first.community.custom == "sikh" and first.surname in {"Singh", "Kaur"}:
            return "Kaur" if sex == "F" else "Singh"
        if first.community.custom in {"ski", "ova", "czech"}:
            return first.community.womans(first.plain) if sex == "F" else first.plain
        return first.surname

    def _unborn(self, mother: Draft, father: Draft | None, home: Household) -> Draft:
        expected = AS_OF + timedelta(days=self.chance.randrange(4, 210))
        sex = self.chance.choice("FM")
        surname = _form(father, sex) if father and self.chance.random() < 0.4 else _form(mother, sex)
        child = Draft(self._next(), mother.community, sex, expected, "", surname, surname, home.number, mother.homes[-1:])
        child.expected = expected
        child.mother, child.father = mother.number, father.number if father else 0
        return child

    def _new_partners(self, mother: Draft, father: Draft, children: list[Draft]) -> list[Draft]:
        chance, joined = self.chance, []
        if chance.random() < 0.35:
            mothers = Household(mother.household, mother.homes)
            partner = self._adult(
                self._community() if chance.random() < 0.2 else mother.community,
                "M",
                _age(mother) + chance.randrange(-4, 7),
                mothers,
            )
            partner.homes = _homes_since(partner.homes, AS_OF - timedelta(days=chance.randrange(100, 1500)))
            mother.partner, partner.partner = partner.number, mother.number
            joined.append(partner)
            if chance.random() < 0.4:
                joined += self._joint_child(mother, partner, mothers, children)
            for child in children:
                if child.expected is None and chance.random() < 0.12 and child.twin_of == 0:
                    child.other_names = ((child.forenames, child.surname),)
                    child.surname, child.plain = _form(partner, child.sex), partner.plain
        if chance.random() < 0.4:
            fathers = Household(father.household, father.homes)
            partner = self._adult(father.community, "F", max(18, _age(father) - chance.randrange(0, 8)), fathers)
            father.partner, partner.partner = partner.number, father.number
            joined.append(partner)
            if chance.random() < 0.35:
                joined += self._joint_child(partner, father, fathers, [])
        return joined

    def _joint_child(self, mother: Draft, father: Draft, home: Household, before: list[Draft]) -> list[Draft]:
        born = AS_OF - timedelta(days=self.chance.randrange(5, 1400))
        near = any(abs((born - child.born).days) < 330 for child in before)
        if near or not 17 <= (born - mother.born).days // 365 <= 44:
            return []
        return [self._child(mother, father, home, self.chance.choice("FM"), born)]

    def _grandparents(self, mother: Draft, father: Draft | None, home: Household) -> list[Draft]:
        chance = self.chance
        if chance.random() > 0.3:
            return []
        of = mother if father is None or chance.random() < 0.65 else father
        place = home if chance.random() < 0.2 else self._household(65)
        age = _age(of) + chance.randrange(19, 34)
        grandmother = self._adult(of.community, "F", age, place)
        if of.community.custom not in {"somali", "kept", "begum", "sikh", "iberian"}:
            grandmother.plain = of.plain
            grandmother.surname = of.community.womans(of.plain)
        of.mother = grandmother.number
        if chance.random() < 0.45:
            return [grandmother]
        grandfather = self._adult(of.community, "M", age + chance.randrange(0, 6), place)
        if of.community.custom not in {"somali", "sikh"}:
            self._bear(grandfather, of.plain)
        of.father = grandfather.number
        grandmother.partner, grandfather.partner = grandfather.number, grandmother.number
        return [grandmother, grandfather]


def _age(person: Draft) -> int:
    return (AS_OF - person.born).days // 365


def _homes_since(homes: tuple[Home, ...], since: date) -> tuple[Home, ...]:
    """The homes somebody who came on that day has lived in, the first one from that day."""
    kept = [home for home in homes if home.until is None or home.until > since]
    if kept and kept[0].since < since:
        first = kept[0]
        kept[0] = Home(first.lines, first.town, first.postcode, since, first.until)
    return tuple(kept)


def _form(of: Draft, sex: str) -> str:
    """The family's surname as a child of that sex bears it."""
    return of.community.womans(of.plain) if sex == "F" else of.plain
