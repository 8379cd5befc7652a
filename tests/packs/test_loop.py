"""The roles of each pack can go the whole way: received, recommended, decided by another, accepted, told."""

import pytest

from hearth.foundation import packs
from hearth.foundation.timeline.models import Event
from hearth.services.frontdoor import actions, queries
from hearth.services.frontdoor.models import Referral
from hearth.services.frontdoor.pack import front_door
from tests.support.people import call, child, recommend_analysed, staff

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("pack", packs.names())
def test_the_roles_of_each_pack_go_the_whole_way(pack: str) -> None:
    packs.set_active(pack)
    door = front_door()
    caller = staff("Cal Caller", door.roles.takes_calls[0], door.team)
    worker = staff("Wren Worker", door.roles.recommends[0], door.team)
    manager = staff("Mara Manager", door.roles.decides[0], door.team)
    outcome = next(one for one in door.outcomes if one.kind == "assessment" and one.team)
    contact = actions.receive_contact(caller, call(child("Filip", "Kowalski"), child("Jakub", "Kowalski", 16)))
    assert contact.team == door.team
    for line in contact.lines.all():
        recommend_analysed(worker, line.pk, outcome=outcome.code, reasons="He is not safe at home.", significant_harm="likely")
        actions.decide(manager, line.pk, version=1, shown={})
    assert list(Event.objects.filter(kind="contact.all_decided").values_list("data", flat=True)) == [{}]
    receiver = staff("Bea Brief", "team_manager", Referral.objects.first().team)
    for waiting in queries.incoming(receiver):
        actions.accept_hand_over(receiver, waiting.pk)
    actions.tell_referrer(manager, contact.tellings.get().pk, route="telephone")
    contact.refresh_from_db()
    assert contact.stage == "decided"


def test_the_door_by_which_a_contact_came_is_told_to_its_clocks() -> None:
    packs.set_active("salford")
    officer = staff("Ola Officer", "contact_officer", "bridge")
    contact = actions.receive_contact(officer, call(child("Ada", "Novak"), door="worried"))
    shown = {clock.rule.id: clock for clock in queries.contact_page(officer, contact.pk).clocks}
    assert shown["SAL-RISK-ROUTE"].words == "waiting for less than a minute"
    assert shown["LAW-REFERRAL-DECISION"].row.leading
