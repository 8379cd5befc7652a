"""Makes the demonstration authority: everything that happens in it is done through the actions, with the clock set."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from hearth.config.demonstration import afterwards, before, enquiries, families, marks, scenarios, staffing
from hearth.config.demonstration.enquiries import Enquiry
from hearth.config.demonstration.families import CONTACTS_A_WEEK, Family
from hearth.config.demonstration.household import Household, Step
from hearth.config.demonstration.staffing import Office
from hearth.foundation import packs, worktime
from hearth.foundation.access.models import Notice

SEED = "hearth 1"
FIRST_WEEKS = 1
"""Weeks whose families are made before the first page is shown; families heard of only earlier come while people look."""
RESTRICTED, SEALED = 5, 1
QUIET = timedelta(days=12)
ARRIVALS = 14
Progress = Callable[[int], None]


def staff(now: datetime) -> None:
    """Whoever works here and with whom they work."""
    chance = random.Random(f"{SEED}:staff")  # noqa: S311 - invented data, the same every time
    staffing.appoint(chance, now)
    staffing.partners(chance)


def plan(weeks: int, now: datetime) -> list[Family]:
    """Every family with its contacts, the same for the same seed, weeks and moment."""
    calendar, pack = packs.active().calendar, packs.active().name
    seed = f"{SEED}:{pack}"
    drawn = [families.draw(seed, index, now, weeks, calendar) for index in range(families.how_many(weeks))]
    return _arrivals(_hidden(drawn, now), now)


def questions(weeks: int, now: datetime) -> list[Enquiry]:
    """Every enquiry that names no child, the same for the same seed, weeks and moment."""
    calendar, pack = packs.active().calendar, packs.active().name
    some = range(enquiries.how_many(CONTACTS_A_WEEK * weeks))
    return [enquiries.draw(f"{SEED}:{pack}", index, now, weeks, calendar) for index in some]


def _hidden(drawn: list[Family], now: datetime) -> list[Family]:
    """A few records are restricted and one is sealed, all of families that nothing new has been said of lately."""
    quiet = [one.index for one in drawn if one.before in ("open", "long_ago") and one.contacts[-1].received < now - QUIET]
    hidden = dict.fromkeys(quiet[:RESTRICTED], "restricted") | dict.fromkeys(quiet[RESTRICTED : RESTRICTED + SEALED], "sealed")
    return [replace(family, hidden=hidden.get(family.index, "")) for family in drawn]


def _arrivals(drawn: list[Family], now: datetime) -> list[Family]:
    """Some families are heard of in the last hours: what waits unsorted this morning."""
    chance = random.Random(f"{SEED}:arrivals")  # noqa: S311 - as above
    some = {family.index for family in drawn if not family.hidden}
    arriving = set(chance.sample(sorted(some), min(ARRIVALS - 2, len(some))))
    made = []
    for family in drawn:
        if family.index in arriving:
            last = family.contacts[-1]
            minutes = chance.randrange(6, 25) if last.story.weight > 2 else chance.randrange(18, 130)
            last = replace(last, received=now - timedelta(minutes=minutes), waiting=True)
            family = replace(family, contacts=[*family.contacts[:-1], last])  # noqa: PLW2901 - the same family, heard of later
        made.append(family)
    return made


def is_recent(received: list[datetime], now: datetime) -> bool:
    """Did any of it come within the weeks that are made before the first page is shown?"""
    return max(received) >= now - timedelta(weeks=FIRST_WEEKS)


def live(share: int, shares: int, weeks: int, now: datetime, done: Progress) -> None:
    """Let a share of the recent families' history happen, in order of time, up to the present moment."""
    office = Office.open()
    start = now - timedelta(weeks=weeks)
    seed = f"{SEED}:{packs.active().name}"
    steps: list[Step] = scenarios.steps(office, weeks, now) if share == 0 else []
    for family in plan(weeks, now)[share::shares]:
        if not is_recent([coming.received for coming in family.contacts], now):
            continue
        household = Household(office, family)
        steps += before.of_family(office, family, household, start)
        steps += afterwards.of_family(household, seed)
    for question in questions(weeks, now)[share::shares]:
        if not is_recent([question.received], now):
            continue
        steps += enquiries.steps(office, question, packs.active().calendar)
    week = 0
    with worktime.frozen(now):
        for step in sorted(step for step in steps if step.at <= now):
            while step.at >= start + timedelta(weeks=week + 1):
                week += 1
                done(week)
            worktime.set_clock(step.at)
            step.act()
        read_notices(now)
    done(weeks)


def read_notices(now: datetime) -> None:
    """Everybody has read what they were told before today; what came this morning is new to them."""
    midnight = now.astimezone(worktime.LONDON).replace(hour=0, minute=0)
    Notice.objects.filter(read_at=None, at__lt=midnight).update(read_at=F("at") + timedelta(hours=1))


def earlier(weeks: int, now: datetime) -> Iterator[tuple[str, list[Step]]]:
    """What happened only before the recent weeks: for each family and enquiry, by its own name, every step in order of time."""
    office, seed, start = Office.open(), f"{SEED}:{packs.active().name}", now - timedelta(weeks=weeks)
    for family in plan(weeks, now):
        if not is_recent([coming.received for coming in family.contacts], now):
            household = Household(office, family)
            steps = [*before.of_family(office, family, household, start), *afterwards.of_family(household, seed)]
            yield f"family {family.index}", sorted(step for step in steps if step.at <= now)
    for number, question in enumerate(questions(weeks, now)):
        if not is_recent([question.received], now):
            asked = enquiries.steps(office, question, packs.active().calendar)
            yield f"enquiry {number}", sorted(step for step in asked if step.at <= now)


def make(part: str, steps: list[Step], now: datetime) -> None:
    """Make one part of the earlier history, whole or not at all, and note that it is there."""
    with transaction.atomic():
        for step in steps:
            worktime.set_clock(step.at)
            step.act()
        read_notices(now)
        marks.made(part)
