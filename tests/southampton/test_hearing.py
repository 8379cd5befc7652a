"""Who hears of a contact: earlier workers, the duty manager, other professionals, and the mother only by a decision."""

import uuid
from datetime import date

import pytest

from hearth.foundation import packs, worktime
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.models import AccessLog
from hearth.foundation.standards.models import Obligation
from hearth.foundation.timeline.models import Event
from hearth.people import actions as people
from hearth.people.models import ServiceEpisode
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import hearing
from hearth.services.frontdoor.actions.kinds import set_kind
from hearth.services.frontdoor.models import EarlierTold, Telling
from tests.flow.support import decided, health_visitor, parent, received
from tests.record.conftest import Pages, at
from tests.support.people import call, child, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def swindon_officer():
    packs.set_active("swindon")
    return staff("Ola Officer", "advice_officer", "fcp")


@pytest.fixture
def swindon_manager(swindon_officer):
    return staff("Ash Manager", "manager", "fcp")


@pytest.fixture
def came_back(swindon_officer, swindon_manager):
    """A child whose case was closed in March comes back in June with a safeguarding worry."""
    ada = people.identify(swindon_officer, child("Ada", "Novak"))
    given = {"service": "child_in_need", "team": "assessment", "opened_on": date(2025, 9, 1), "closed_on": date(2026, 3, 10)}
    ServiceEpisode.objects.create(person=ada, **given)
    return actions.receive_contact(swindon_officer, call(ada))


def owed(contact, standard):
    return list(Obligation.objects.filter(head__subject_id=contact.pk, standard=standard).order_by("pk"))


def test_the_earlier_worker_and_their_manager_are_owed_a_message_each_until_written_to(swindon_officer, came_back):
    set_kind(swindon_officer, came_back.pk, kind="closed_recently")
    potential = came_back.potential_referrals.get()
    for standard in ("SWI-TELL-EARLIER-WORKER", "SWI-TELL-EARLIER-MANAGER"):
        assert owed(came_back, standard)[0].met_at is None
    pages, path = Pages(swindon_officer), f"earlier-worker/{potential.pk}"
    page = pages.refused(came_back, path, whom="worker", told_at="09:58")
    assert "Name who was written to." in page and not EarlierTold.objects.exists()
    with worktime.frozen("2026-06-01T10:20"):
        pages.save(came_back, path, whom="worker", name="Hal Holder", told_at="10:12", how="by e-mail")
        assert owed(came_back, "SWI-TELL-EARLIER-WORKER")[0].met_at == at("2026-06-01T10:12")
        assert owed(came_back, "SWI-TELL-EARLIER-MANAGER")[0].met_at is None
        again = {"whom": "worker", "name": "Hal Holder", "told_at": "10:13", "how": "by e-mail"}
        assert "written to already" in pages.refused(came_back, path, **again)
        pages.save(came_back, path, whom="manager", name="Tam Manager", told_at="10:13", how="by e-mail")
    assert owed(came_back, "SWI-TELL-EARLIER-MANAGER")[0].met_at == at("2026-06-01T10:13")
    assert "The earlier social worker, Hal Holder, was written to 10:12 today, by e-mail (Ola Officer)." in pages.contact(came_back)
    outsider = staff("Otto Other", "team_manager", "assessment")
    with pytest.raises(Refused):
        hearing.tell_earlier(outsider, came_back.pk, potential.pk, whom="worker", name="x", told_at=worktime.now(), how="x")
    assert AccessLog.objects.filter(what="refusal", user_id=outsider.id).exists()


def test_a_professional_who_is_to_be_told_has_48_hours_from_receipt_and_a_changed_mind_owes_nothing(
    swindon_officer, swindon_manager
):
    worker = staff("Wren Worker", "social_worker", "fcp")
    contact = received(worker)
    first = health_visitor(contact.lines.get().person_id)
    second = health_visitor(contact.lines.get().person_id, "Gwen Practice")
    for one in (first, second):
        answer = Pages(worker).post(f"contacts/{contact.pk}/professionals/{one.pk}/to-tell/")
        assert answer.status_code == 302
    dues = owed(contact, "SWI-PROFESSIONALS-48H")
    # Received Monday 1 June at 10:00: 48 hours end on Wednesday 3 June at 10:00.
    assert [one.due_at for one in dues] == [at("2026-06-03T10:00")] * 2
    with pytest.raises(Invalid, match="already"):
        hearing.mark_to_be_told(worker, contact.pk, first.pk)
    page = Pages(worker).contact(contact)
    assert "Another professional, Hana Visitor: not yet told" in page
    decided(worker, swindon_manager, contact, "no_social_work")
    page = Pages(worker).contact(contact)
    assert "another professional is not yet told" in page
    actions.settle_professional(worker, contact.pk, first.pk, told=True, route="secure_email")
    actions.settle_professional(worker, contact.pk, second.pk, told=False, reason="No part in this")
    dues = owed(contact, "SWI-PROFESSIONALS-48H")
    assert [one.met_at for one in dues if one.met_at] == [worktime.now()] and len(dues) == 1
    assert "another professional is not yet told" not in Pages(worker).contact(contact)
    with pytest.raises(Invalid):
        hearing.mark_to_be_told(worker, contact.pk, uuid.uuid4())


@pytest.fixture
def brothers(worker, manager):
    contact = actions.receive_contact(worker, call(child("Filip", "Kowalski", 9), child("Jakub", "Kowalski", 16)))
    for line in contact.lines.all():
        mother = parent(line.person_id, "Marta") if line.position == 0 else None
    mother = contact.lines.first().person.relationships.get().relative
    return contact, mother


def test_the_mother_is_told_only_by_a_managers_recorded_decision_and_before_it_telling_is_refused_and_logged(
    worker, manager, brothers
):
    contact, mother = brothers
    decided(worker, manager, contact, "strategy", significant_harm="suffering")
    pages, path = Pages(worker), f"contacts/{contact.pk}/family/{mother.pk}/tell/"
    why = "Marta Kowalska is told only once a manager&#39;s recorded decision says so. No manager has decided yet."
    assert why in pages.get(path)
    answer = pages.post(path, route="by_hand")
    assert answer.status_code == 403 and b"recorded decision says so" in answer.content
    refusal = AccessLog.objects.get(what="refusal", user_id=worker.id)
    assert refusal.subject_id == str(contact.pk)
    assert not Telling.objects.filter(whom="family").exists()
    with pytest.raises(Refused):  # the worker does not decide it either
        actions.decide_telling(worker, contact.pk, mother.pk, tell=True, reason="She should know.")
    actions.decide_telling(manager, contact.pk, mother.pk, tell=False, reason="Not before parental responsibility is checked")
    with pytest.raises(Refused, match="Mara Manager decided that Marta Kowalska is not told: Not before"):
        actions.tell_adult(worker, contact.pk, mother.pk, route="by_hand")
    assert not Event.objects.filter(kind="contact.family_told").exists()
    actions.decide_telling(manager, contact.pk, mother.pk, tell=True, reason="Parental responsibility is confirmed")
    assert actions.tell_adult(worker, contact.pk, mother.pk, route="by_hand").status == "told"
    page = pages.contact(contact)
    assert "told by by hand" in page or "told by hand" in page
    assert "Parental responsibility is confirmed" in page and "decided by Mara Manager" in page


def test_a_childs_page_has_its_levels_of_need_and_that_there_is_relevant_history(worker, manager, officer, client):
    contact = actions.receive_contact(worker, call(child("Filip", "Kowalski", 9)))
    line = contact.lines.get()
    actions.set_level(worker, line.pk, level="early_help", reasons="Late for school.")
    actions.set_level(manager, line.pk, level="in_need", reasons="Not fed.")
    actions.note_relevant_history(manager, contact.pk, adult="Paul Quill", words="Hurt another family in Elm Row.")

    def shown(reader):
        client.force_login(reader.user, backend="allauth.account.auth_backends.AuthenticationBackend")
        answer = client.get(f"/people/{line.person_id}/")
        assert answer.status_code == 200
        return answer.content.decode()

    page = shown(worker)
    assert page.index("Child in need") < page.index("Late for school.")
    assert "(Pathways Document)" in page and "Not fed." in page
    assert "Relevant history, ask a manager</strong> Paul Quill" in page and "Elm Row" not in page
    assert "Elm Row" in shown(manager) and "Elm Row" not in shown(officer)
