"""How a contact comes: who takes it, what is told of which children, and who tells it by which way."""

import random
from dataclasses import replace

from hearth.config.demonstration import stories
from hearth.config.demonstration.families import Child, Coming, Family
from hearth.config.demonstration.household import Household
from hearth.foundation import packs
from hearth.foundation.access.readers import Reader
from hearth.people.actions import Named
from hearth.people.models import Person
from hearth.services.frontdoor import actions, capabilities
from hearth.services.frontdoor.pack import front_door

PUBLIC = {"1A": "family", "1B": "public", "1C": "family", "1D": "public", "9": "anonymous"}


class Arrival:
    """A contact about a household as it is first told."""

    def __init__(self, household: Household, coming: Coming, chance: random.Random) -> None:
        self.household, self.coming, self.chance, self.office = household, coming, chance, household.office
        self.by_night = not packs.active().calendar.is_open(coming.received)

    @property
    def taker(self) -> Reader:
        """Whoever takes the call, or opens the letter."""
        written = self.coming.number % 2 == 0 and not self.by_night
        officers = set(packs.active().roles_with(capabilities.RECEIVE)) - set(front_door().roles.recommends)
        if written and officers and self._channel in ("secure_email", "form", "letter", "police"):
            return self.office.one_of(sorted(officers), self.coming.number)
        return self.office.caller(self.coming.number, night=self.by_night)

    @property
    def _channel(self) -> str:
        if self.coming.source == "6":
            return "police"
        return ("telephone", "telephone", "telephone", "telephone", "form", "form", "form", "secure_email", "letter")[
            self.coming.number // 3 % 9
        ]

    def contact(self, known: list[Person]) -> actions.NewContact:
        """The contact with the children it is about, and with who told us, and how."""
        return self._referred(self._about(known))

    def _about(self, known: list[Person]) -> actions.NewContact:
        family, story, chance = self.household.family, self.coming.story, self.chance
        named = [
            pair
            for pair in zip(family.children, known, strict=True)
            if pair[0].born or story.weight > 1 or len(family.children) == 1
        ]
        where, whom = chance.choice(stories.SAFE_PLACES)
        spoken = next((child for child, _ in named if child.born), named[0][0])
        return actions.NewContact(
            purpose="support" if story.weight == 0 else "safeguarding",
            what_told=self._told(spoken, family),
            lines=[
                actions.NewLine(
                    who=Named(person_id=person.pk),
                    where_now=where if child.born else "",
                    with_whom=whom if child.born else "",
                    seen=chance.choice(("yes", "yes", "no", "not_asked")),
                    safe_now="yes" if story.weight < 3 or self.coming.number % 3 else "unknown",
                    child_words=chance.choice(story.words) if story.words and child is spoken else "",
                    school=child.school,
                )
                for child, person in named
            ],
            received_at=self.coming.received,
            child_protection=story.weight >= 3,
            different_this_time=self.chance.choice(stories.DIFFERENT) if self.household.contacts else "",
            referrer_source=self.coming.source,
            referrer_kind=PUBLIC.get(self.coming.source, "professional"),
        )

    def _told(self, child: Child, family: Family) -> str:
        she, her = ("she", "her") if child.sex == "F" else ("he", "his")
        others = [one.forenames for one in family.children if one is not child and one.born]
        name = child.forenames if child.born else "The unborn baby"
        text = self.chance.choice(self.coming.story.told)
        other = others[0] if others else "the younger ones"
        return text.format(child=name, she=she, She=she.capitalize(), her=her, other=other)

    def _referred(self, new: actions.NewContact) -> actions.NewContact:
        source, kind = self.coming.source, new.referrer_kind
        if kind != "professional":
            mother = self.household.family.adults[0]
            names = {"family": f"{mother.forenames} {mother.surname}", "public": "A neighbour, name kept", "anonymous": ""}
            return replace(
                new,
                channel=self.chance.choices(("telephone", "in_person", "email"), (80, 10, 10))[0],
                referrer_name=names[kind],
                referrer_telephone="" if kind == "anonymous" else self.household.family.home_telephone,
                referrer_confidential=kind == "public",
                referrer_address=""
                if kind == "anonymous"
                else f"{self.household.family.address}, {self.household.family.postcode}",
            )
        several = self.office.agencies.get(source) or next(iter(self.office.agencies.values()))
        who = several[self.coming.number % len(several)]
        channel = self._channel
        secure = channel == "secure_email" and who.email_secure
        return replace(
            new,
            channel=channel,
            referrer_name=who.name,
            referrer_job=who.job,
            referrer_agency=who.agency_id,
            referrer_telephone=who.telephone,
            referrer_email=who.email if secure else "",
            referrer_email_secure=secure,
            referrer_address=f"{who.agency.name}, {len(who.agency.name) * 3} Council Street, ZZ9 9ZZ",
        )
