"""When each step of a contact is done: grave and night work when it comes, the rest while somebody is there."""

import random
from datetime import datetime, timedelta

from hearth.foundation import worktime
from hearth.foundation.worktime import Calendar

LATE = 0.045
RETURNS = 0.08
LONG_CLOSED = timedelta(hours=15)


class Times:
    """The moments of one contact, each after the one before."""

    def __init__(self, received: datetime, weight: int, calendar: Calendar, chance: random.Random) -> None:
        self.calendar, self.chance, self.grave = calendar, chance, weight >= 3
        opening = calendar.next_opening(received)
        self.night = opening != received
        # Through a whole weekend, and for grave matters on any night, out-of-hours does all of it.
        self.weekend = opening - received > LONG_CLOSED
        self.whole_night = self.night and (self.grave or self.weekend) and weight > 0
        self.taken = received + self.minutes(2, 12)
        self.screened = self.taken + (self.minutes(2, 6) if self.grave else self.minutes(4, 25))
        self.held = self.screened + (self.minutes(1, 5) if self.grave else self.minutes(2, 20))
        self.graded = self.held + self.minutes(1, 6)
        self.responded = self._answered(received, weight)
        self.raised = self.graded + self.minutes(150, 260)
        self.safe_until = self.held + timedelta(hours=chance.randrange(5, 30))
        self.safe_again = self.safe_until - timedelta(minutes=40)
        self.night_ends = self.responded + self.minutes(10, 40)
        self._decide()
        self._afterwards()

    def _answered(self, received: datetime, weight: int) -> datetime:
        if weight >= 3:
            late = self.chance.random() < 0.07
            return max(self.graded, received) + (self.minutes(130, 170) if late else self.minutes(10, 70))
        return self.graded + self.minutes(20, 150)

    def _decide(self) -> None:
        begun = max(self.responded, self.graded)
        if self.night and not self.whole_night:
            begun = max(self.night_ends, self.calendar.next_opening(self.night_ends)) + self.minutes(5, 60)
        self.asked = self.working(begun + (timedelta(minutes=3) if self.grave else self.minutes(10, 90)))
        self.evaluated = self.asked + timedelta(minutes=2)
        self.late = not self.grave and self.chance.random() < LATE
        wait = self.minutes(3, 20) if self.grave else self.minutes(10, 90)
        if self.late:
            wait += timedelta(hours=self.chance.uniform(22, 40))
        self.recommended = self.working(self.evaluated + wait)
        self.returned: datetime | None = None
        self.again = self.recommended
        if self.chance.random() < RETURNS:
            self.returned = self.working(self.recommended + self.minutes(10, 60))
            self.again = self.working(self.returned + self.minutes(15, 90))
        self.decided = self.working(self.again + (self.minutes(4, 15) if self.grave else self.minutes(10, 100)))

    def _afterwards(self) -> None:
        self.told = self.working(self.decided + self.minutes(5, 60))
        self.written = self.working(self.told + self.minutes(15, 120))
        self.accepted = self.open_hours(self.decided + (self.minutes(10, 60) if self.grave else self.minutes(30, 420)))
        self.family_settled = self.open_hours(self.decided + self.minutes(20, 200))
        self.family_told = self.open_hours(self.family_settled + self.minutes(20, 300))
        self.form = self.open_hours(self.decided + self.minutes(60, 1000))
        last = max(self.accepted, self.family_told, self.written)
        self.closed = self.open_hours(last + self.minutes(30, 500))

    def minutes(self, least: int, most: int) -> timedelta:
        """A time between two numbers of minutes, mostly near the least."""
        return timedelta(minutes=round(self.chance.triangular(least, most, least)))

    def open_hours(self, moment: datetime) -> datetime:
        """The next moment the office is open, not all of it at the stroke of opening."""
        opening = self.calendar.next_opening(moment)
        return moment if opening == moment else opening + self.minutes(5, 90)

    def working(self, moment: datetime) -> datetime:
        """The next moment that whoever has it is there.

        Grave work, and what out-of-hours does itself, goes on. Before an evening people mostly finish what is begun,
        before a weekend always: what waits until Monday would be late.
        """
        opening = self.calendar.next_opening(moment)
        if opening == moment or self.grave or self.whole_night:
            return moment
        closed = self.calendar.opening(moment.astimezone(worktime.LONDON).date())
        weekend = opening - moment > LONG_CLOSED + timedelta(hours=3)
        if closed and timedelta(0) <= moment - closed[1] < timedelta(hours=3) and (weekend or self.chance.random() < 0.6):
            return moment
        return opening + self.minutes(2, 60)
