"""Child protection recognised while a social worker has the contact: it is taken already, and waits for nobody."""

import pytest

from hearth.foundation import packs, worktime
from hearth.foundation.access.errors import Refused
from hearth.foundation.access.models import AccessLog, Notice
from hearth.foundation.standards.models import Obligation
from hearth.foundation.timeline.models import Event
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import screening
from hearth.services.frontdoor.models import WorkerCall
from hearth.services.frontdoor.pack import front_door
from tests.flow.support import at, received
from tests.support.people import staff

pytestmark = pytest.mark.django_db


def team(role):
    """Somebody of the active pack's front door in a role that does such work."""
    door = front_door()
    codes = {"officer": set(door.roles.takes_calls) - set(door.roles.recommends), "worker": set(door.roles.recommends)}[role]
    return staff(f"{role.title()} Here", next(code for code in packs.active().roles if code in codes), door.team)


@pytest.fixture
def in_swindon(swindon):
    return team("officer"), team("worker"), staff("Ash Manager", "manager", "fcp")


def waiting(contact):
    rows = Obligation.objects.filter(head__kind="contact", head__subject_id=contact.pk, duty="pass to a social worker")
    return {row.standard: row.met_at for row in rows}


def test_in_swindon_the_two_hours_run_and_the_passing_on_is_met_at_that_minute(in_swindon):
    officer, worker, manager = in_swindon
    contact = received(officer)
    with worktime.frozen("2026-06-01T10:20"):
        actions.take_contact(worker, contact.pk)
    with worktime.frozen("2026-06-01T10:40"):
        actions.set_protection(worker, contact.pk, child_protection=True)
    assert waiting(contact) == {"SWI-CP-TO-WORKER": at("2026-06-01T10:40")}
    [limit] = Obligation.objects.filter(head__subject_id=contact.pk, standard="SWI-FINALISE-CP-2H")
    assert (limit.due_at, limit.met_at) == (at("2026-06-01T12:00"), None)
    call = WorkerCall.objects.get(contact=contact, why="protection")
    assert (call.taken_by, call.taken_at) == (worker.user, at("2026-06-01T10:40"))
    [notice] = Notice.objects.filter(user=manager.user, subject_id=contact.pk, title__contains="is with")
    assert notice.title.endswith(f"contact {contact.number} is with Worker Here")
    assert not Notice.objects.filter(title__contains="waits for a social worker").exists()


def test_with_an_officer_it_waits_until_a_social_worker_takes_it(in_swindon):
    officer, worker, _ = in_swindon
    contact = received(officer)
    actions.set_protection(officer, contact.pk, child_protection=True)
    assert waiting(contact) == {"SWI-CP-TO-WORKER": None}
    assert Notice.objects.filter(user=worker.user, title__contains="waits for a social worker").exists()
    with worktime.frozen("2026-06-01T10:15"):
        actions.take_contact(worker, contact.pk)
    assert waiting(contact) == {"SWI-CP-TO-WORKER": at("2026-06-01T10:15")}


def test_a_social_worker_who_is_away_does_not_hold_it(in_swindon):
    officer, worker, _ = in_swindon
    contact = received(officer)
    actions.take_contact(worker, contact.pk)
    worker.user.absent_until = at("2026-06-05T09:00")
    worker.user.save()
    with worktime.frozen("2026-06-01T10:30"):
        actions.set_protection(officer, contact.pk, child_protection=True)
    assert waiting(contact) == {"SWI-CP-TO-WORKER": None}


def test_an_immediate_concern_raised_while_a_social_worker_has_it_is_taken_too(in_swindon):
    officer, worker, _ = in_swindon
    contact = received(officer)
    actions.take_contact(worker, contact.pk)
    with worktime.frozen("2026-06-01T11:00"):
        screening.raise_immediate(officer, contact.pk, words="The school rang back.")
    assert waiting(contact) == {"SWI-CONCERN-TO-WORKER": at("2026-06-01T11:00")}


def test_refused_and_logged_it_is_not_marked(in_swindon):
    officer, worker, _ = in_swindon
    contact = received(officer)
    actions.take_contact(worker, contact.pk)
    actions.set_protection(worker, contact.pk, child_protection=True)
    with pytest.raises(Refused):
        actions.set_protection(officer, contact.pk, child_protection=False)
    assert AccessLog.objects.filter(what="refusal", user_id=officer.id).exists()
    contact.refresh_from_db()
    assert contact.child_protection


@pytest.mark.parametrize("pack", ["wokingham", "salford", "southampton"])
def test_elsewhere_no_call_waits_for_another_either(pack):
    packs.set_active(pack)
    worker = team("worker")
    contact = received(worker)
    actions.take_contact(worker, contact.pk)
    actions.set_protection(worker, contact.pk, child_protection=True)
    assert not WorkerCall.objects.filter(contact=contact, taken_at=None).exists()
    assert Event.objects.filter(kind="contact.taken_by_worker", home__subject_id=contact.pk).exists()
