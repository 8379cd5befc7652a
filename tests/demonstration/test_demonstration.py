"""Half of the families of one week of the demonstration, made once for these tests in a database of its own."""

import itertools
import os
import re
import uuid
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import psycopg
import pytest
from django.db import transaction
from django.db.models import F

from hearth.config import demo_people, embedded
from hearth.config.demonstration import making, marks, places, stories
from hearth.config.demonstration.household import Step
from hearth.foundation import packs, worktime
from hearth.foundation.access.models import AccessLog, Notice, RoleHeld, User
from hearth.foundation.access.readers import Reader
from hearth.foundation.packs import active
from hearth.foundation.standards.models import Obligation
from hearth.foundation.timeline.models import Event
from hearth.foundation.timeline.verifying import verify
from hearth.people.codes import REFERRAL_SOURCE
from hearth.people.models import Person, ServiceEpisode
from hearth.people.search import age_on
from hearth.services.frontdoor import queries
from hearth.services.frontdoor.models import Contact, Decision, HandOver, Recommendation, Telling
from tests.support import databases

pytestmark = pytest.mark.long
MORNING = "2026-06-01T10:00"
DATABASE = f"hearth_demonstration_test_{os.getpid()}"


@pytest.fixture(scope="module")
def own_database(django_db_setup, django_db_blocker) -> Iterator[str]:
    from django.db import connections

    with django_db_blocker.unblock():
        earlier = dict(connections["default"].settings_dict)
        url = databases.clone(DATABASE)
        databases.point_django_at(url)
        yield url
        connections["default"].close()
        connections["default"].settings_dict.update(earlier)
        embedded.drop_database(embedded.place(), DATABASE)


@pytest.fixture(scope="module")
def made(own_database) -> None:
    packs.set_active("southampton")
    with worktime.frozen(MORNING):
        now = worktime.now()
        marks.start(1, now)
        making.staff(now)
        making.live(0, 2, 1, now, lambda week: None)


@pytest.mark.parametrize("weeks", [1, 12])
def test_the_plan_has_swindons_volumes(weeks):
    start = worktime.now() - timedelta(weeks=weeks)
    drawn = making.plan(weeks, worktime.now())
    asked = [one.received for one in making.questions(weeks, worktime.now())]
    times = [coming.received for family in drawn for coming in family.contacts] + asked
    assert min(times) >= start
    assert max(times) <= worktime.now()
    assert len(times) == pytest.approx(640 * 12 / 52 * weeks, rel=0.15 if weeks == 1 else 0.05)
    assert len(asked) == pytest.approx(0.31 * len(times), abs=0.04 * len(times))  # with what ends at night, 410 decided of 640
    assert sum(len(family.children) > 1 for family in drawn) > 0.4 * len(drawn)


def test_what_was_planned_is_what_was_made(made):
    planned = sum(len(family.contacts) for family in making.plan(1, worktime.now())[0::2])
    planned += len(making.questions(1, worktime.now())[0::2])
    worked_cases = 4  # both calls, and two earlier contacts about one of the families
    assert Contact.objects.count() == planned + worked_cases
    before_today = Contact.objects.filter(received_at__lt=worktime.now() - timedelta(days=2))
    decided = before_today.exclude(lines__decisions=None).distinct().count()
    assert 0.5 <= decided / before_today.count() <= 0.8  # 410 decisions to 640 contacts


def test_earlier_families_come_whole_or_not_at_all_and_once(made):
    with worktime.frozen(MORNING):
        now = worktime.now()
        assert marks.begun() == (1, now)
        [(part, steps)] = itertools.islice(making.earlier(6, now), 1)
    before = Contact.objects.count()

    def stop() -> None:
        raise KeyboardInterrupt

    with worktime.frozen(MORNING), pytest.raises(KeyboardInterrupt):
        making.make(part, [*steps, Step(now, (0, 0), stop)], now)
    assert Contact.objects.count() == before
    assert not marks.is_there(part)
    with worktime.frozen(MORNING), transaction.atomic():
        making.make(part, next(iter(making.earlier(6, now)))[1], now)
        assert Contact.objects.count() > before
        assert marks.is_there(part)
        assert Contact.objects.order_by("-number").first().received_at < now - timedelta(weeks=making.FIRST_WEEKS)
        transaction.set_rollback(True)


def test_contacts_are_of_many_kinds_and_end(made):
    kinds = set(Contact.objects.values_list("kind", flat=True))
    assert {"new_worry", "consultation", "information", "not_ours"} < kinds
    older = Contact.objects.filter(received_at__lt=worktime.now() - timedelta(days=5))
    assert older.filter(stage="closed").count() >= 0.85 * older.count()
    assert Telling.objects.filter(whom="family", status="told").exists()
    assert Telling.objects.filter(whom="family", status="not_told").exists()
    both = Telling.objects.filter(whom="referrer", route="post", contact__tellings__route="telephone")
    assert both.exists()  # told by telephone, and then by letter


def test_the_morning_is_a_believable_one(made):
    manager = Reader(RoleHeld.objects.filter(role="manager", covering=None).first().user)
    lines = list(queries.queue(manager).object_list)
    late = [line for line in lines if line.is_late]
    assert len(late) <= 3, [(line.contact.number, line.late_words) for line in late]
    first = [line.contact for line in lines if line not in late][:2]
    named = [[one.person.forenames for one in contact.lines.all()] for contact in first]
    assert named == [["Filip", "Jakub"], ["David", "Summer", "Sophie"]]


def test_every_role_is_staffed_by_several_in_the_teams_where_it_belongs(made):
    now = worktime.now()
    holders = Counter(RoleHeld.objects.filter(covering=None).values_list("role", flat=True))
    assert set(holders) == set(active().roles)
    assert min(holders.values()) >= 2
    assert set(RoleHeld.objects.values_list("team", flat=True)) == set(active().teams)
    away = [user for user in User.objects.all() if user.is_absent(now)]
    assert away
    for user in away:
        assert RoleHeld.objects.filter(covering=user, starts_at__lte=now, ends_at__gt=now).exists()


def test_what_was_told_before_today_has_been_read(made):
    midnight = worktime.now().replace(hour=0)
    assert Notice.objects.filter(at__lt=midnight).exists()
    assert not Notice.objects.filter(at__lt=midnight, read_at=None).exists()
    assert not Notice.objects.filter(at__gte=midnight).exclude(read_at=None).exists()


def test_a_role_with_a_team_of_its_own_works_there_only(made):
    assert set(RoleHeld.objects.filter(role="designated_officer", covering=None).values_list("team", flat=True)) == {"lado"}
    assert set(RoleHeld.objects.filter(team="lado", covering=None).values_list("role", flat=True)) == {"designated_officer"}


def test_whom_to_sign_in_as_has_something_to_do_where_anybody_of_the_role_has(made):
    shown = {row["email"]: row for row in demo_people.one_of_each(demo_people.people())}
    assert {role for row in shown.values() for role in row["roles"]} >= set(active().roles)
    waiting = set(HandOver.objects.filter(accepted_at=None, withdrawn_at=None).values_list("to_team", flat=True))
    leading = next(row for row in shown.values() if row["roles"] == ["team_manager"])
    assert set(leading["teams"]) & waiting


def test_the_two_worked_cases_are_the_newest_calls_and_nothing_is_done_on_them(made):
    first, second = Contact.objects.order_by("-received_at")[:2]
    assert [line.person.forenames for line in first.lines.all()] == ["Filip", "Jakub"]
    assert [line.person.forenames for line in second.lines.all()] == ["David", "Summer", "Sophie"]
    ages = [age_on(line.person.date_of_birth, worktime.today()) for line in second.lines.all()]
    assert ages == [13, 7, 3]
    for contact in (first, second):
        assert worktime.now() - contact.received_at < timedelta(minutes=15)
        assert (contact.grade, contact.lines.filter(outcome="").count()) == ("", contact.lines.count())
    assert second.lines.first().person.contact_lines.count() == 3  # two earlier contacts about the home


def test_the_morning_has_arrivals_waiting_and_every_state_a_room_meets(made):
    undecided = Contact.objects.filter(lines__outcome="").distinct()
    assert 5 <= undecided.count() <= 25
    obligations = Obligation.objects.filter(head__kind="contact", ended_at=None)
    assert obligations.filter(met_at__lte=F("due_at")).exists()
    assert obligations.filter(met_at__gt=F("due_at")).exists()
    assert Obligation.objects.filter(passed_before_identified=True).exists()
    assert Recommendation.objects.filter(status=Recommendation.RETURNED).exists()
    assert HandOver.objects.filter(accepted_at=None).exists()
    assert HandOver.objects.exclude(accepted_at=None).exists()
    assert {"told", "to_tell"} <= set(Telling.objects.values_list("status", flat=True))
    outcomes = [{line.outcome for line in contact.lines.all()} for contact in Contact.objects.prefetch_related("lines")]
    assert any(len(of_one - {""}) > 1 for of_one in outcomes)
    assert ServiceEpisode.objects.filter(closed_on=None).exists()
    assert ServiceEpisode.objects.filter(service="early_help").exists()
    assert ServiceEpisode.objects.filter(closed_on__gte=worktime.today() - timedelta(days=92)).exists()


def test_names_are_of_a_whole_city_and_addresses_of_nowhere(made):
    names = " ".join(Person.objects.values_list("forenames", flat=True)) + " ".join(
        Person.objects.values_list("surname", flat=True)
    )
    assert not names.isascii()
    assert "-" in names and "'" in names
    known_as = "".join(Person.objects.values_list("known_as", flat=True))
    assert re.search("[\u0600-\u06ff]", known_as)
    codes = set(Person.objects.exclude(residences=None).values_list("residences__address__postcode", flat=True))
    assert codes and all(code.startswith("ZZ") for code in codes)


def test_nothing_came_by_a_back_door(made, tmp_path):
    received = Event.objects.filter(kind="contact.received").values_list("home__subject_id", flat=True)
    assert sorted(received) == sorted(Contact.objects.values_list("pk", flat=True))
    decided = Event.objects.filter(kind="contact.decided").count()
    assert decided == Decision.objects.count()
    added = Event.objects.filter(kind="person.added").values_list("home__subject_id", flat=True)
    assert set(added) == set(Person.objects.values_list("pk", flat=True))
    assert not Event.objects.filter(recorded_by=None).exists()
    assert list(verify(tmp_path)) == []
    assert not AccessLog.objects.filter(what="refusal").exists()


def test_event_data_names_nobody(made):
    names = {word for row in Person.objects.values_list("forenames", "surname") for word in row if len(word) > 2}
    for data in Event.objects.values_list("data", flat=True).iterator():
        for value in data.values():
            assert value not in names
            assert not isinstance(value, str) or re.fullmatch(r"[a-z0-9_.:+T Z-]+", value), value


def test_nobody_decided_what_they_recommended_themselves(made):
    assert not Decision.objects.filter(by=F("recommendation__by")).exists()


def test_the_queue_opens_for_every_role_that_may_see_it(made):
    for role in active().roles_with("frontdoor.view"):
        reader = Reader(RoleHeld.objects.filter(role=role, covering=None).first().user)
        assert queries.queue(reader) is not None


def test_every_story_can_be_told_in_whole_sentences():
    for story in stories.STORIES:
        for told in story.told:
            words = told.format(child="Ada", she="she", She="She", her="her", other="Ben")
            assert "{" not in words and words.endswith((".", '"'))
        assert set(story.sources) <= {code for code, _ in REFERRAL_SOURCE}


def test_postcodes_do_not_exist_and_do_not_repeat_soon():
    codes = [places.postcode(number) for number in range(500)]
    assert all(re.fullmatch(r"ZZ\d \d[A-Z]{2}", code) for code in codes)
    assert len(set(codes)) == 500


class TestMarks:
    """A database is empty, half made, made, or somebody else's; only the first three are ours."""

    @pytest.fixture
    def database(self) -> Iterator[psycopg.Connection]:
        name = f"hearth_marks_{uuid.uuid4().hex[:8]}"
        where = embedded.start()
        embedded.ensure_database(where, name)
        with psycopg.connect(where.url(embedded.OWNER, name), autocommit=True) as connection:
            yield connection
        embedded.drop_database(where, name)

    def test_a_new_database_is_empty(self, database):
        assert marks.state(database) == marks.EMPTY

    def test_tables_that_are_not_ours_are_somebody_elses(self, database):
        database.execute("CREATE TABLE library (book text)")
        assert marks.state(database) == marks.SOMEBODY_ELSES

    def test_an_authority_at_work_is_somebody_elses(self, database):
        self._ours(database)
        database.execute("INSERT INTO access_user VALUES (gen_random_uuid())")
        assert marks.state(database) == marks.SOMEBODY_ELSES

    def test_killed_midway_is_half_made_and_can_be_wiped(self, database):
        self._ours(database)
        database.execute("INSERT INTO timeline_request VALUES (%s)", [marks.STARTED])
        assert marks.state(database) == marks.HALF_MADE
        database.execute("INSERT INTO timeline_request VALUES (%s)", [marks.FINISHED])
        assert marks.state(database) == marks.MADE
        marks.wipe(database)
        assert marks.state(database) == marks.EMPTY

    @staticmethod
    def _ours(database: psycopg.Connection) -> None:
        database.execute("CREATE TABLE timeline_request (id uuid)")
        database.execute("CREATE TABLE access_user (id uuid)")
