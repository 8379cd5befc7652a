"""Restricted and sealed records, opening with a reason, conflict of interest, cover, the access log."""

import uuid
from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, NotFound, Refused
from hearth.foundation.access.models import AccessLog, Conflict, Opening, RoleHeld
from hearth.foundation.access.readers import Reader
from hearth.foundation.worktime import LONDON
from hearth.people import actions as people
from hearth.people import overseeing
from hearth.people.models import Person
from tests.support.people import child, staff

pytestmark = pytest.mark.django_db


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


@pytest.fixture
def filip(worker):
    return people.identify(worker, child("Filip", "Kowalski"))


@pytest.fixture
def restricted(manager, filip):
    people.restrict(manager, filip.pk, level="restricted", reason="Placement must stay unknown", owner=manager.user)
    return filip


def test_a_restricted_record_says_whom_to_ask_and_opens_with_a_reason_for_a_time(browse, worker, manager, restricted):
    client, page = browse(worker), reverse("person", args=[restricted.pk])
    opening = reverse("open_record", args=[restricted.pk])
    assert client.get(page).url == opening
    text = client.get(opening).content.decode()
    assert "Ask Mara Manager" in text
    assert "Kowalski" not in text
    for sent, words in (
        ({"reason": "short", "until": "12:00"}, "Say why you need to see this record"),
        ({"reason": "He is at the police station now.", "until": "2 6 2026 10:01"}, "within the next 24 hours"),
        ({"reason": "He is at the police station now.", "until": "09:00"}, "within the next 24 hours"),
    ):
        answer = client.post(opening, sent)
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert not Opening.objects.exists()
    assert client.post(opening, {"reason": "He is at the police station now.", "until": "12:00"}).url == page
    assert "Filip Kowalski" in client.get(page).content.decode()
    notices = browse(manager).get(reverse("notices")).content.decode()
    assert "Wren Worker opened a restricted record that you keep" in notices
    assert "Kowalski" not in notices
    with worktime.frozen("2026-06-01T12:00"):
        assert browse(worker).get(page).url == opening, "it closes by itself"


def test_the_managers_of_whoever_opens_a_record_are_told_too(browse, worker, manager, restricted):
    """And where a team has none, everybody who reviews; never whoever opened it."""
    own, elsewhere = staff("Olga Own", "manager", "crs"), staff("Else Where", "manager", "edt")
    out_of_hours = staff("Nia Night", "advanced_practitioner", "edt")
    people.open_with_reason(worker, restricted.pk, reason="He is at the police station.", until=at("2026-06-01T12:00"))
    text = browse(own).get(reverse("notices")).content.decode()
    assert "Wren Worker opened a restricted record with a reason" in text
    assert "Kowalski" not in text
    assert manager.user.notices.count() == 1, "who keeps it hears of it once"
    assert not elsewhere.user.notices.exists()
    people.open_with_reason(out_of_hours, restricted.pk, reason="He is at the police station.", until=at("2026-06-01T12:00"))
    assert elsewhere.user.notices.count() == 1
    assert own.user.notices.count() == 1
    people.open_with_reason(own, restricted.pk, reason="He is at the police station.", until=at("2026-06-01T12:00"))
    assert own.user.notices.count() == 1


def test_reading_a_notice_is_the_readers_own(browse, worker, manager, restricted):
    people.open_with_reason(worker, restricted.pk, reason="He is at the police station.", until=at("2026-06-01T12:00"))
    notice = manager.user.notices.get()
    browse(worker).post(reverse("read_notice", args=[notice.pk]))
    notice.refresh_from_db()
    assert notice.read_at is None
    browse(manager).post(reverse("read_notice", args=[notice.pk]))
    notice.refresh_from_db()
    assert notice.read_at == at("2026-06-01T10:00")


def test_opening_is_refused_without_the_right_repeated_harmlessly_and_never_for_a_sealed_record(worker, manager, restricted):
    officer = staff("Ola Officer", "information_officer", "crs")
    until = at("2026-06-01T12:00")
    with pytest.raises(Refused):
        people.open_with_reason(officer, restricted.pk, reason="A long enough reason", until=until)
    number = uuid.uuid4()
    for _ in range(2):
        people.open_with_reason(worker, restricted.pk, reason="A long enough reason", until=until, request_id=number)
    assert Opening.objects.count() == 1
    assert manager.user.notices.count() == 1
    Opening.objects.all().delete()
    people.restrict(manager, restricted.pk, level="sealed", reason="Adoption", owner=manager.user)
    with pytest.raises(Invalid):
        people.open_with_reason(worker, restricted.pk, reason="A long enough reason", until=until)
    with pytest.raises(Invalid):
        people.open_with_reason(worker, uuid.uuid4(), reason="A long enough reason", until=until)


def test_a_manager_who_does_not_keep_a_sealed_record_cannot_unseal_it(manager, filip):
    other = staff("Mo Manager", "manager", "crs")
    people.restrict(manager, filip.pk, level="sealed", reason="Adoption", owner=manager.user)
    with pytest.raises(NotFound):
        people.end_restriction(other, filip.pk)
    with pytest.raises(Invalid):
        people.identify(other, child("", "", person_id=filip.pk))
    people.end_restriction(manager, filip.pk)
    assert people.identify(other, child("", "", person_id=filip.pk)) == filip


def test_a_worker_never_sees_their_own_family_once_declared_nor_relatives_added_later(browse, worker, manager, filip):
    mother = people.identify(manager, child("Anna", "Otherby", 30, kind="adult"))
    people.relate(manager, filip, mother, "mother")
    filip.refresh_from_db()
    client = browse(worker)
    assert client.post(reverse("conflicts"), {"record": str(filip.number), "reason": "My nephew"}).status_code == 302
    for person in (filip, mother):
        assert client.get(reverse("person", args=[person.pk])).status_code == 404
    uncle = people.identify(manager, child("Piotr", "Lis", 40, kind="adult"))
    people.relate(manager, filip, uncle, "aunt_uncle")
    assert browse(worker).get(reverse("person", args=[uncle.pk])).status_code == 404
    page = browse(worker).get(reverse("conflicts")).content.decode()
    assert str(filip.number) in page
    assert "Kowalski" not in page
    own = Conflict.objects.get(user=worker.user, person_id=filip.pk)
    with pytest.raises(Refused):
        people.end_conflict(worker, own.pk, reason="Not true")
    assert browse(manager).post(reverse("end_conflict", args=[own.pk]), {"reason": "Another family"}).status_code == 302
    assert browse(worker).get(reverse("person", args=[filip.pk])).status_code == 200


def test_only_a_manager_records_a_conflict_for_somebody_else_and_nobody_ends_their_own(worker, manager, filip):
    with pytest.raises(Refused):
        people.declare_conflict(worker, filip.pk, user=manager.user)
    people.declare_conflict(manager, filip.pk, user=worker.user, reason="Neighbour")
    mine = people.declare_conflict(manager, filip.pk)
    with pytest.raises(Invalid):
        people.end_conflict(manager, mine.pk, reason="No longer")
    with pytest.raises(Invalid):
        people.declare_conflict(worker, uuid.uuid4())


def test_cover_gives_a_role_for_a_time_and_ends_by_itself(browse, worker, manager):
    deputy = staff("Dee Deputy", "information_officer", "crs")
    held = RoleHeld.objects.get(user=worker.user)
    sent = {"held": str(held.pk), "user": str(deputy.id), "starts_at": "2 6 2026 09:00", "ends_at": "5 6 2026 17:00"}
    assert browse(worker).get(reverse("cover")).status_code == 403
    assert browse(manager).post(reverse("cover"), sent).status_code == 302
    page = browse(manager).get(reverse("cover")).content.decode()
    assert "Dee Deputy" in page
    assert "Wren Worker" in page
    for moment, may in (
        ("2026-06-01T12:00", False),
        ("2026-06-02T09:00", True),
        ("2026-06-05T16:59", True),
        ("2026-06-05T17:00", False),
    ):
        with worktime.frozen(moment):
            assert Reader(deputy.user).can("frontdoor.recommend") is may, moment
    assert AccessLog.objects.filter(what="cover", user_id=manager.id).exists()


@pytest.mark.parametrize(
    ("starts", "ends", "who", "field"),
    [
        ("2026-06-02T09:00", "2026-06-02T08:00", "deputy", "ends_at"),
        ("2026-05-02T09:00", "2026-05-03T08:00", "deputy", "ends_at"),
        ("2026-06-02T09:00", "2026-12-02T08:00", "deputy", "ends_at"),
        ("2026-06-02T09:00", "2026-06-03T08:00", "worker", "cover"),
        ("2026-06-02T09:00", "2026-06-03T08:00", "manager", "cover"),
    ],
)
def test_cover_that_cannot_be_is_refused_in_words(worker, manager, starts, ends, who, field):
    whom = {"deputy": staff("Dee Deputy", "information_officer", "crs"), "worker": worker, "manager": manager}[who]
    held = RoleHeld.objects.get(user=worker.user)
    with pytest.raises(Invalid) as invalid:
        people.arrange_cover(manager, held.pk, whom.user, starts_at=at(starts), ends_at=at(ends))
    assert list(invalid.value.problems) == [field]
    assert RoleHeld.objects.filter(covering=worker.user).count() == 0


def test_cover_can_be_ended_before_its_time(worker, manager):
    deputy = staff("Dee Deputy", "information_officer", "crs")
    held = RoleHeld.objects.get(user=worker.user)
    made = people.arrange_cover(manager, held.pk, deputy.user, starts_at=worktime.now(), ends_at=worktime.now() + timedelta(days=1))
    assert Reader(deputy.user).can("frontdoor.recommend")
    people.end_cover(manager, made.pk)
    assert not Reader(deputy.user).can("frontdoor.recommend")
    with pytest.raises(Invalid):
        people.end_cover(manager, made.pk)


def test_the_log_holds_views_searches_and_refusals_and_only_reviewers_read_it(browse, worker, manager, filip):
    filip.refresh_from_db()
    client = browse(worker)
    client.get(reverse("person", args=[filip.pk]))
    client.post(reverse("find_person"), {"text": "Filip Kowalski"})
    assert client.get(reverse("access_log")).status_code == 403
    text = browse(manager).get(reverse("access_log")).content.decode()
    for words in ("Looked at", "Searched", "Refused", "name: Filip Kowalski", f"person {filip.number}", "access.review"):
        assert words in text
    one = browse(manager).post(reverse("access_log"), {"number": str(filip.number), "what": "view"}).content.decode()
    assert "Looked at" in one
    assert "name: Filip" not in one
    assert AccessLog.objects.filter(what="view", kind="access_log", user_id=manager.id).count() == 2


def test_odd_patterns_are_listed(browse, manager, filip):
    nosy = staff("Nora Kowalski", "social_worker", "crs")
    client = browse(nosy)
    for _ in range(5):
        client.get(reverse("access_log"))
    client.post(reverse("find_person"), {"text": "Jan Kowalski"})
    with worktime.frozen("2026-06-01T22:00"):
        browse(nosy).get(reverse("person", args=[filip.pk]))
    with worktime.frozen("2026-06-02T09:00"):
        found = {(one.who, one.words, one.times) for one in overseeing.odd_patterns()}
        page = browse(manager).get(reverse("odd_patterns")).content.decode()
    assert found == {
        ("Nora Kowalski", "refused many times", 5),
        ("Nora Kowalski", "searched for their own surname", 1),
        ("Nora Kowalski", "looked at records they do not work with while the office was closed", 1),
    }
    assert "searched for their own surname" in page
    assert Person.objects.filter(pk=filip.pk).exists()
