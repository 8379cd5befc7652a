"""What was there before the history begins: children known for years, workers, restricted records, a conflict of interest."""

from datetime import datetime, timedelta
from functools import partial

from hearth.config.demonstration.families import Family
from hearth.config.demonstration.household import Household, Step
from hearth.config.demonstration.staffing import Office
from hearth.foundation import packs, worktime
from hearth.foundation.access.models import Conflict
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people import actions as people
from hearth.people import capabilities
from hearth.people.models import Person, ServiceEpisode
from hearth.services.frontdoor.pack import FrontDoor, front_door

HIDDEN_WHY = {
    "restricted": "The family's address must stay unknown to a former partner.",
    "sealed": "Adoption: the earlier identity is known to named staff only.",
}


def of_family(office: Office, family: Family, household: Household, start: datetime) -> list[Step]:
    """The steps that make a family known before anything else is told of it."""
    born = max((child.born for child in family.children if child.born), default=start.date())
    known_since = start - timedelta(days=30 + family.index * 37 % 500, hours=family.index % 6)
    if known_since.date() <= born:  # the youngest came later: known since shortly after the birth
        known_since = start - timedelta(days=min((start.date() - born).days, 10), hours=1)
    steps = []
    if family.before:
        steps.append(Step(known_since, (family.index, -2), partial(_know, office, family, household, start)))
    if family.hidden:
        moment = max(start, family.contacts[-1].received + timedelta(days=11))
        steps.append(Step(moment, (family.index, 9_000), partial(_hide, office, family, household)))
    return steps


def _know(office: Office, family: Family, household: Household, start: datetime) -> None:
    manager = office.one_of(front_door().roles.decides, family.index)
    children = household.known(manager)
    with timeline.recording(manager.id, why="demonstration"):
        _serve(office, family, children, manager, start)


def _serve(office: Office, family: Family, children: list[Person], manager: Reader, start: datetime) -> None:
    door = front_door()
    service, team = _service(door, family)
    opened = worktime.today()
    closed = None
    if family.before in ("closed", "long_ago"):
        last = start.date() - timedelta(days=3 + family.index % 60)
        closed = max(opened, last if family.before == "closed" else min(last, opened + timedelta(days=20)))
    for child in children:
        ServiceEpisode.objects.create(person=child, service=service, team=team, opened_on=opened, closed_on=closed)
        if family.before == "open" and manager.can(capabilities.ALLOCATE):
            worker = office.in_team(team, family.index)
            people.allocate(manager, child.pk, worker.user)


def _service(door: FrontDoor, family: Family) -> tuple[str, str]:
    kinds = ("early_help",) if family.before == "early_help" else ("assessment", "service", "strategy")
    teams = [team for one in door.outcomes if one.kind in kinds for team in (one.teams or [one.team or ""]) if team]
    team = teams[family.index % len(teams)] if teams else door.team
    return ("early_help" if family.before == "early_help" else ("assessment", "child_in_need")[family.index % 2]), team


def _hide(office: Office, family: Family, household: Household) -> None:
    restricting = packs.active().roles_with(capabilities.RESTRICT)
    keeper = office.one_of(restricting, family.index)
    for child in household.known(keeper):
        people.restrict(keeper, child.pk, level=family.hidden, reason=HIDDEN_WHY[family.hidden], owner=keeper.user)
    if family.hidden == "restricted" and family.index % 2 == 0:
        related = office.one_of(front_door().roles.recommends, family.index)
        Conflict.objects.get_or_create(
            user=related.user, person_id=household.children[0].pk, defaults={"declared_at": worktime.now()}
        )
