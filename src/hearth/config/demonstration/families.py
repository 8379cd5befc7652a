"""Families drawn by chance: who they are, where they live, who works with them, and when somebody tells us of them.

Everything of a family comes from its own number, so that it is the same however the work is shared out.
"""

import random
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from hearth.config.demonstration.names import COMMUNITIES, OWN_SCRIPT, Community
from hearth.config.demonstration.places import NURSERIES, PRIMARIES, SECONDARIES, STREETS, postcode
from hearth.config.demonstration.stories import STORIES, Story
from hearth.foundation.worktime import LONDON, Calendar

CONTACTS_A_WEEK = 640 * 12 / 52
ABOUT_A_CHILD = 0.69  # of all contacts; the rest are enquiries
HOW_MANY, HOW_OFTEN = (1, 2, 3, 4), (52, 26, 15, 7)
CONTACTS_A_FAMILY = sum(number * share for number, share in zip(HOW_MANY, HOW_OFTEN, strict=True)) / sum(HOW_OFTEN)
OUT_OF_HOURS = 0.14


@dataclass(frozen=True)
class Child:
    """A child of a family."""

    forenames: str
    surname: str
    sex: str
    born: date | None
    expected: date | None = None
    known_as: str = ""
    school: str = ""

    def age(self, day: date) -> int:
        """Whole years on a day; 0 before birth."""
        if self.born is None:
            return 0
        return max(day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day)), 0)


@dataclass(frozen=True)
class Adult:
    """A mother, a father, or a mother's partner."""

    forenames: str
    surname: str
    sex: str
    relation: str
    born: date
    responsible: str
    lives_there: bool = True


@dataclass(frozen=True)
class Coming:
    """One contact about a family: when it was received, what about, from whom."""

    received: datetime
    story: Story
    source: str
    number: int
    waiting: bool = False  # of this morning, and nobody has sorted it yet


@dataclass(frozen=True)
class Family:
    """A family and every contact about it."""

    index: int
    community: Community
    adults: list[Adult]
    children: list[Child]
    address: str
    postcode: str
    contacts: list[Coming]
    before: str = ""
    hidden: str = ""
    home_telephone: str = ""


def how_many(weeks: int) -> int:
    """How many families bring the usual number of contacts in so many weeks."""
    return max(round(CONTACTS_A_WEEK * ABOUT_A_CHILD * weeks / CONTACTS_A_FAMILY), 1)


def draw(seed: str, index: int, end: datetime, weeks: int, calendar: Calendar) -> Family:
    """The family of a number, with its contacts in the weeks before `end`."""
    chance = random.Random(f"{seed}:family:{index}")  # noqa: S311 - invented data, the same every time
    community = chance.choices(COMMUNITIES, [one.share for one in COMMUNITIES])[0]
    surname = chance.choice(community.surnames)
    adults = _adults(chance, community, surname, end.date())
    children = _children(chance, community, adults, surname, end.date(), weeks * 7 + 14)
    times = sorted(received(chance, end, weeks, calendar) for _ in range(chance.choices(HOW_MANY, HOW_OFTEN)[0]))
    story = _story(chance, children, end.date())
    contacts = []
    for moment in times:
        if chance.random() < 0.4:
            story = _story(chance, children, end.date())
        contacts.append(Coming(moment, story, chance.choice(story.sources), chance.randrange(10_000)))
    before = chance.choices(("", "open", "closed", "early_help", "long_ago"), (62, 10, 8, 10, 10))[0]
    return Family(
        index=index,
        community=community,
        adults=adults,
        children=children,
        address=f"{chance.randrange(1, 190)} {chance.choice(STREETS)}",
        postcode=postcode(chance.randrange(30_000)),
        contacts=contacts,
        before=before,
        home_telephone=f"07700 900{chance.randrange(1000):03}",  # a range kept for drama
    )


def _adults(chance: random.Random, community: Community, surname: str, today: date) -> list[Adult]:
    def born(youngest: int, oldest: int) -> date:
        return today - timedelta(days=chance.randrange(youngest * 365, oldest * 365))

    girls, boys = community.girls, community.boys
    adults = [Adult(chance.choice(girls), _feminine(community, surname), "F", "mother", born(24, 44), "yes")]
    kind = chance.choices(("together", "apart", "partner", "alone"), (42, 24, 18, 16))[0]
    if kind in ("together", "apart"):
        adults.append(
            Adult(
                chance.choice(boys),
                surname,
                "M",
                "father",
                born(25, 48),
                "yes" if kind == "together" else "to_confirm",
                kind == "together",
            )
        )
    elif kind == "partner":
        other = chance.choice(community.surnames)
        adults.append(Adult(chance.choice(boys), other, "M", "partner_of_parent", born(22, 45), "no", chance.random() < 0.7))
    return adults


def _feminine(community: Community, surname: str) -> str:
    return surname[:-1] + "a" if community.code == "polish" and surname.endswith(("ski", "cki")) else surname


def _children(
    chance: random.Random, community: Community, adults: list[Adult], surname: str, today: date, youngest: int
) -> list[Child]:
    """Brothers and sisters, the eldest first, all of them born before the history begins."""
    made: list[Child] = []
    age_days = round(chance.triangular(youngest, 17 * 365, 12 * 365))
    for _ in range(chance.choices((1, 2, 3, 4), (42, 34, 17, 7))[0]):
        sex = chance.choice("FM")
        taken = {child.forenames for child in made} | {adult.forenames for adult in adults}
        name = chance.choice([one for one in (community.girls if sex == "F" else community.boys) if one not in taken])
        own = _feminine(community, surname) if sex == "F" else surname
        if community.code == "british" and made and chance.random() < 0.12:
            own = chance.choice(community.surnames)
        born = today - timedelta(days=age_days)
        made.append(Child(name, own, sex, born, known_as=OWN_SCRIPT.get(name, ""), school=_school(age_days / 365, chance)))
        age_days -= chance.randrange(400, 1500)
        if age_days < youngest:
            break
    if chance.random() < 0.05:
        mother = adults[0].surname
        made.append(Child("Baby", mother, "U", None, today + timedelta(days=chance.randrange(20, 170))))
    return made


def _school(age: float, chance: random.Random) -> str:
    if age < 2:
        return ""
    return chance.choice(NURSERIES if age < 4.5 else PRIMARIES if age < 11 else SECONDARIES)


def _story(chance: random.Random, children: list[Child], today: date) -> Story:
    oldest = max(child.age(today) for child in children)
    fitting = [story for story in STORIES if story.youngest <= oldest <= story.oldest]
    return chance.choices(fitting, [story.share for story in fitting])[0]


def received(chance: random.Random, end: datetime, weeks: int, calendar: Calendar, out_of_hours: float = OUT_OF_HOURS) -> datetime:
    """A moment of the weeks before the end: mostly while the office is open, Mondays and late mornings fuller."""
    for _ in range(200):
        day = (end - timedelta(days=chance.random() * weeks * 7)).astimezone(LONDON).date()
        opening = calendar.opening(day)
        if opening and chance.random() >= out_of_hours:
            length = (opening[1] - opening[0]).total_seconds() / 60
            moment = opening[0] + timedelta(minutes=round(chance.triangular(0, length - 5, length * 0.4)))
        elif not out_of_hours or (not opening and chance.random() > 0.35):
            continue
        else:
            moment = datetime.combine(day, time(chance.choice((0, 1, 6, 17, 18, 19, 20, 21, 22, 23)), chance.randrange(60)), LONDON)
        if end - timedelta(weeks=weeks) <= moment <= end - timedelta(minutes=20):
            return moment
    return end - timedelta(days=chance.random() * weeks * 7)
