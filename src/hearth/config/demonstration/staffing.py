"""The people of the authority: every role of the pack staffed in the teams where it belongs, some away, some covering."""

import random
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import make_password

from hearth.config.demo_people import PASSWORD
from hearth.config.demonstration.names import PROFESSIONALS, STAFF
from hearth.config.demonstration.places import PARTNERS
from hearth.foundation import packs, worktime
from hearth.foundation.access.models import RoleHeld, User
from hearth.foundation.access.readers import Reader
from hearth.people.models import Agency, Professional
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.pack import FrontDoor, front_door

IN_POST = timedelta(days=800)
GONE_SINCE, BACK_IN = timedelta(days=5), timedelta(days=9)
AWAY = GONE_SINCE + BACK_IN


def appoint(chance: random.Random, now: datetime) -> None:
    """Make the accounts of everybody who works here, then who is away and who covers for them."""
    password = make_password(PASSWORD)  # one hash for all: the same invented password, and hashing is slow on purpose
    names = iter(STAFF)
    numbered = 0
    for role, team, how_many in posts():
        for _ in range(how_many):
            name = next(names, None)
            if name is None:
                numbered += 1
                name = f"{STAFF[numbered % len(STAFF)].split()[0]} {STAFF[-numbered % len(STAFF)].split()[1]}"
            user = User.objects.create(
                email=f"{_plain(name)}@{packs.active().name}.example", name=name, password=password, telephone=_extension(chance)
            )
            RoleHeld.objects.create(user=user, role=role, team=team, starts_at=now - IN_POST)
    _absences(front_door(), now)


def posts() -> list[tuple[str, str, int]]:
    """Role, team and how many hold it there, worked out from what the pack lets each role do."""
    pack, door = packs.active(), front_door()
    of_one_role = _teams_of_one_role()
    receiving = [code for code, team in pack.teams.items() if code != door.team and not team.out_of_hours]
    found = []
    for code, role in pack.roles.items():
        if code in night_roles():
            found.append((code, door.out_of_hours_team, 3))
        elif code in of_one_role:
            found.append((code, of_one_role[code], 2))
        elif capabilities.ACCEPT in role.capabilities:
            leads = "team" in role.capabilities.values()
            found += [(code, team, 1 if leads else 2) for team in receiving if team not in of_one_role.values()]
        else:
            decides, calls = code in door.roles.decides, code in door.roles.takes_calls or code in door.roles.recommends
            found.append((code, door.team, 3 if decides else 5 if calls else 2))
    return found


def _teams_of_one_role() -> dict[str, str]:
    """The roles that have a team of their own, which bears the role's name: designated officers are nowhere else."""
    pack = packs.active()
    return {
        role: team
        for role, held in pack.roles.items()
        for team, known in pack.teams.items()
        if capabilities.ACCEPT in held.capabilities and held.title.startswith(known.title)
    }


def night_roles() -> set[str]:
    """The roles that work while the office is closed: they take calls, and accept what the day hands over."""
    pack = packs.active()
    both = set(pack.roles_with(capabilities.ACCEPT)) & set(pack.roles_with(capabilities.RECEIVE))
    return both | {front_door().roles.out_of_hours}


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return letters.replace("'", "").replace(" ", ".")


def _extension(chance: random.Random) -> str:
    return f"01632 96{chance.randrange(10_000):04}"  # a range kept for drama


def _absences(door: FrontDoor, now: datetime) -> None:
    """One manager, one worker and one receiving team's manager are away; a colleague covers each, with dates."""
    away = [door.roles.decides[-1], door.roles.recommends[0]]
    receiving = [(role, team) for role, team, _ in posts() if team not in (door.team, door.out_of_hours_team)]
    away += [
        role for role, team in receiving if any(_may_cover(other) for other, its in receiving if its == team and other != role)
    ][:1]
    for role in dict.fromkeys(away):
        holders = list(RoleHeld.objects.filter(role=role, covering=None).select_related("user").order_by("pk"))
        absent = holders[-1]
        absent.user.absent_until = now + BACK_IN
        absent.user.save(update_fields=["absent_until"])
        others = RoleHeld.objects.filter(team=absent.team, covering=None).exclude(role=role).order_by("-pk")
        trained = [held for held in others if _may_cover(held.role)]
        RoleHeld.objects.create(
            user=trained[0].user,
            role=role,
            team=absent.team,
            starts_at=now - GONE_SINCE,
            ends_at=now + BACK_IN,
            covering=absent.user,
        )


def _may_cover(role: str) -> bool:
    return packs.active().roles[role].professional


def partners(chance: random.Random) -> None:
    """Schools, surgeries, the police and others, with the people there who ring."""
    names = iter(PROFESSIONALS * 2)
    for place, partner in enumerate(PARTNERS):
        domain = f"{_plain(partner.name.split(',')[0]).replace('.', '-')}.example"
        agency = Agency.objects.create(
            name=partner.name,
            kind=partner.kind,
            telephone=_extension(chance),
            out_of_hours_telephone=_extension(chance) if partner.kind in ("police", "health") else "",
            secure_email_domain=domain if partner.secure else "",
        )
        for job in partner.jobs if place % 2 else (*partner.jobs, partner.jobs[0]):
            name = next(names)
            Professional.objects.create(
                name=name,
                job=job,
                agency=agency,
                telephone=agency.telephone,
                email=f"{_plain(name)}@{domain}",
                email_secure=partner.secure,
            )


@dataclass
class Office:
    """Whoever can be asked to do something, by role and team, as readers on the day the clock shows."""

    by_role: dict[str, list[User]]
    by_team: dict[str, list[User]]
    agencies: dict[str, list[Professional]]
    _day: date | None = None
    _readers: dict[User, Reader] = field(default_factory=dict)

    @classmethod
    def open(cls) -> "Office":
        """Read from the database who works here, in an order that does not depend on chance."""
        by_role: dict[str, list[User]] = {}
        by_team: dict[str, list[User]] = {}
        accepting = set(packs.active().roles_with(capabilities.ACCEPT))
        for held in RoleHeld.objects.filter(covering=None).select_related("user").order_by("user__email"):
            by_role.setdefault(held.role, []).append(held.user)
            if held.role in accepting:
                by_team.setdefault(held.team, []).append(held.user)
        agencies: dict[str, list[Professional]] = {}
        sources = {partner.name: partner.source for partner in PARTNERS}
        for professional in Professional.objects.select_related("agency").order_by("agency__name", "name"):
            agencies.setdefault(sources[professional.agency.name], []).append(professional)
        return cls(by_role, by_team, agencies)

    def reader(self, user: User) -> Reader:
        """Somebody with the roles of the day the clock shows."""
        if self._day != worktime.today():
            self._day, self._readers = worktime.today(), {}
        if user not in self._readers:
            self._readers[user] = Reader(user)
        return self._readers[user]

    def one_of(self, roles: Iterable[str], number: int, *, night: bool = False, besides: Reader | None = None) -> Reader:
        """Somebody who holds one of the roles by day or by night: the same one for the same number, never the one named."""
        wanted = list(roles)
        nightly = night_roles()
        on_duty = [role for role in wanted if (role in nightly) == night and role in self.by_role]
        people = [user for role in on_duty or wanted for user in self.by_role.get(role, [])]
        others = [user for user in dict.fromkeys(people) if besides is None or user != besides.user]
        return self.reader(self._here(others, number))

    def _here(self, people: list[User], number: int) -> User:
        """One of them who is not away on the day the clock shows."""
        here = [user for user in people if user.absent_until is None or user.absent_until - AWAY > worktime.now()]
        return (here or people)[number % len(here or people)]

    def teller(self, number: int) -> Reader:
        """Somebody who takes calls and may tell whoever rang what came of it."""
        telling = set(packs.active().roles_with(capabilities.TELL))
        return self.one_of([role for role in front_door().roles.takes_calls if role in telling], number)

    def triager(self, number: int, *, night: bool = False) -> Reader:
        """A manager who triages and evaluates."""
        return self.one_of(packs.active().roles_with(capabilities.TRIAGE), number, night=night)

    def caller(self, number: int, *, night: bool = False) -> Reader:
        """Somebody who takes calls, and decides nothing where the pack has such people."""
        roles = front_door().roles
        return self.one_of(
            [role for role in roles.takes_calls if role not in roles.decides] or roles.takes_calls, number, night=night
        )

    def worker(self, number: int, *, night: bool = False) -> Reader:
        """Somebody who recommends, and decides nothing where the pack has such people."""
        roles = front_door().roles
        return self.one_of(
            [role for role in roles.recommends if role not in roles.decides] or roles.recommends, number, night=night
        )

    def in_team(self, team: str, number: int) -> Reader:
        """Somebody in a team who may accept work."""
        return self.reader(self._here(self.by_team[team], number))
