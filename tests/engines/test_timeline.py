"""The record of events: corrections, withdrawals, seals, and everything that is found when somebody edits it."""

import argparse
import hashlib
import json
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearth.config import timeline_command
from hearth.config.grants import append_only_tables
from hearth.foundation import worktime
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.api import Subject
from hearth.foundation.timeline.models import Event, Head, Seal
from hearth.foundation.timeline.recording import chain_hash
from hearth.foundation.timeline.verifying import copy_seals, seal, verify
from hearth.services.frontdoor import events
from tests.engines.streams import at

pytestmark = pytest.mark.django_db
WITH_DATABASE = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def contact() -> Subject:
    return Subject("contact", uuid.uuid4())


def record(what: timeline.EventKind, home: Subject, **more) -> Event:
    with timeline.recording(None):
        return timeline.record(what, home, **more)


def read(subject: Subject) -> list[tuple[str, object]]:
    head = Head.objects.get(kind=subject.kind, subject_id=subject.id)
    return [(entry.kind, entry.at) for entry in timeline.stream(head)]


@pytest.fixture
def home() -> Subject:
    return contact()


@pytest.fixture
def story(home) -> list[Event]:
    """Three events, the last of which is about a child too."""
    return [
        record(events.NewInformation(), home),
        record(events.GradeConfirmed(confirmed_grade="red"), home),
        record(events.ContactResponded(step=1), home, about=[Subject("person", uuid.uuid4())]),
    ]


def test_a_corrected_time_is_what_every_reader_sees_and_both_stand_in_the_chain(home, story, tmp_path):
    with timeline.recording(None):
        timeline.correct(story[2], happened_at=at("2026-06-01T08:00"))
    assert read(home)[0] == ("contact.responded", at("2026-06-01T08:00"))
    assert Event.objects.get(pk=story[2].pk).happened_at == at("2026-06-01T10:00")
    child = next(link.head for link in story[2].links.select_related("head") if link.head.kind == "person")
    assert [entry.at for entry in timeline.stream(child)] == [at("2026-06-01T08:00")]
    assert list(verify(tmp_path)) == []


def test_a_withdrawn_event_is_seen_by_no_reader_and_stays_in_the_chain(home, story, tmp_path):
    with timeline.recording(None):
        timeline.withdraw(story[1])
    assert [kind for kind, _ in read(home)] == ["contact.new_information", "contact.responded"]
    assert Event.objects.filter(pk=story[1].pk).exists()
    assert list(verify(tmp_path)) == []


def test_what_an_event_is_about_is_one_event_in_several_streams(home):
    others = [Subject("person", uuid.uuid4()), Subject("person", uuid.uuid4())]
    made = record(events.ContactResponded(step=1), home, about=others)
    assert made.links.count() == 3
    assert [read(one) for one in others] == [read(home)] * 2


def test_outside_an_action_nothing_is_recorded(home):
    with pytest.raises(RuntimeError, match="inside an action"):
        timeline.record(events.NewInformation(), home)


def test_several_records_of_one_action_continue_one_chain(home, tmp_path):
    with timeline.recording(None):
        made = [timeline.record(events.NewInformation(), home) for _ in range(4)]
    assert [event.sequence for event in made] == [1, 2, 3, 4]
    head = Head.objects.get(subject_id=home.id)
    assert (head.length, bytes(head.hash)) == (4, bytes(made[-1].hash))
    assert list(verify(tmp_path)) == []


def test_a_failed_action_records_nothing(home):
    with pytest.raises(ZeroDivisionError), timeline.recording(None):
        timeline.record(events.NewInformation(), home)
        raise ZeroDivisionError
    assert not Event.objects.filter(home__subject_id=home.id).exists()


@WITH_DATABASE
@given(
    steps=st.lists(
        st.tuples(st.integers(0, 2), st.sampled_from(["record", "correct", "withdraw"]), st.integers(-90, 90)),
        min_size=1,
        max_size=10,
    )
)
def test_any_sequence_of_actions_leaves_whole_chains(steps, tmp_path):
    homes = [contact() for _ in range(3)]
    made: list[Event] = []
    for number, what, minutes in steps:
        moment = worktime.now() + timedelta(minutes=minutes)
        if what == "record" or not made:
            others = [one for one in homes if one != homes[number]][:number]
            made.append(record(events.NewInformation(), homes[number], about=others, happened_at=moment))
        else:
            with timeline.recording(None):
                earlier = made[number % len(made)]
                timeline.correct(earlier, happened_at=moment) if what == "correct" else timeline.withdraw(earlier)
    assert list(verify(tmp_path)) == []


EDITS = {
    "the kind": "UPDATE timeline_event SET kind = 'contact.closed' WHERE id = {event}",
    "the time": "UPDATE timeline_event SET happened_at = happened_at + interval '1 minute' WHERE id = {event}",
    "the recorded time": "UPDATE timeline_event SET recorded_at = recorded_at - interval '1 day' WHERE id = {event}",
    "who": "UPDATE timeline_event SET recorded_by = gen_random_uuid() WHERE id = {event}",
    "the data": 'UPDATE timeline_event SET data = data || \'{{"confirmed_grade": "green"}}\' WHERE id = {event}',
    "the hash": "UPDATE timeline_event SET hash = sha256('x') WHERE id = {event}",
    "a removal": "DELETE FROM timeline_link WHERE event_id = {event}; DELETE FROM timeline_event WHERE id = {event}",
    "a removed link": "DELETE FROM timeline_link WHERE event_id = {event}",
    "an added link": "INSERT INTO timeline_link (event_id, head_id) SELECT {event}, max(id) FROM timeline_head WHERE id NOT IN"
    " (SELECT head_id FROM timeline_link WHERE event_id = {event})",
    "an insertion": "INSERT INTO timeline_event (kind, home_id, sequence, happened_at, recorded_at, data, hash)"
    " SELECT kind, home_id, 99, happened_at, recorded_at, data, sha256('x') FROM timeline_event WHERE id = {event}",
    "the head": "UPDATE timeline_head SET length = length - 1 WHERE id = (SELECT home_id FROM timeline_event WHERE id = {event})",
}


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("which", [0, 1, 2])
def test_every_single_edit_is_found(edit, which, story, tmp_path, owner_edits):
    record(events.NewInformation(), contact())
    owner_edits(EDITS[edit].format(event=story[which].pk))
    assert list(verify(tmp_path))


def set_to(column: str, value: str, pk: int, table: str = "timeline_event") -> str:
    return f"UPDATE {table} SET {column} = '{value}' WHERE id = {pk}"  # noqa: S608 - a test's own values


def administrators_rewrite(home: Subject, owner_edits) -> None:
    """An administrator changes an event and rehashes the whole chain behind it, head included."""
    head = Head.objects.get(subject_id=home.id)
    before = b""
    for event in Event.objects.filter(home=head).order_by("sequence"):
        if event.kind == "contact.grade_confirmed":
            event.data = {"confirmed_grade": "green"}
            owner_edits(set_to("data", json.dumps(event.data), event.pk))
        concerned = [Subject(link.head.kind, link.head.subject_id) for link in event.links.select_related("head")]
        before = chain_hash(before, event, home, concerned)
        owner_edits(set_to("hash", f"\\x{before.hex()}", event.pk))
    owner_edits(set_to("hash", f"\\x{before.hex()}", head.pk, table="timeline_head"))


def seal_here(folder: Path) -> Seal:
    """A seal over everything, as `seal` makes it; inside a test's own transaction nothing is finished yet."""
    rows = Event.objects.order_by("id").values_list("id", "hash", "transaction")
    total = hashlib.sha256()
    for pk, digest, _ in rows:
        total.update(pk.to_bytes(8, "big") + bytes(digest))
    upto = max(transaction for _, _, transaction in rows)
    made = Seal.objects.create(
        from_transaction=0, to_transaction=upto, events=len(rows), hash=total.digest(), sealed_at=worktime.now()
    )
    copy_seals(folder)
    return made


def test_an_administrator_who_rehashes_the_chain_is_found_from_the_copied_seal(home, story, tmp_path, owner_edits):
    seal_here(tmp_path)
    assert list(verify(tmp_path)) == []
    administrators_rewrite(home, owner_edits)
    [fault] = verify(tmp_path)
    assert fault.startswith("The events sealed at 10:00 on Mon 1 June 2026 are not as they were: 3 then, 3 now")
    assert list(verify(tmp_path / "elsewhere")) == []  # the chain alone looks whole: only the copy outside shows it


def test_events_added_under_a_seal_are_found(home, story, tmp_path, owner_edits):
    seal_here(tmp_path)
    record(events.NewInformation(), home)
    assert any("3 then, 4 now" in fault for fault in verify(tmp_path))


def test_an_event_slipped_in_below_every_seal_is_found(home, story, tmp_path, owner_edits):
    """An administrator appends a whole event, its hash right and its head moved on, and dates its transaction before all others."""
    seal_here(tmp_path)
    made = record(events.NewInformation(), home)
    owner_edits(set_to("transaction", "0", made.pk))
    assert any("3 then, 4 now" in fault for fault in verify(tmp_path))


def test_two_events_of_a_chain_that_exchange_their_numbers_are_found(home, story, tmp_path, owner_edits):
    """A withdrawal names an event by its number: after an exchange it would speak of another one."""
    first, second = story[0].pk, story[1].pk
    exchanged = "UPDATE timeline_event SET id = CASE id WHEN {0} THEN -{1} ELSE -{0} END WHERE id IN ({0}, {1})"
    owner_edits(exchanged.format(first, second))
    owner_edits("UPDATE timeline_event SET id = -id WHERE id < 0")
    assert any(f"Event {first} (contact.grade_confirmed)" in fault for fault in verify(tmp_path))


def test_a_subject_removed_from_under_its_events_is_named(home, story, tmp_path, owner_edits):
    owner_edits("SET CONSTRAINTS ALL IMMEDIATE")
    owner_edits(
        "DO $$ DECLARE one record; BEGIN"
        " FOR one IN SELECT conrelid::regclass AS place, conname FROM pg_constraint WHERE confrelid = 'timeline_head'::regclass"
        " LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.place, one.conname); END LOOP; END $$"
    )
    owner_edits("DELETE FROM timeline_head")
    assert any("a removed subject" in fault for fault in verify(tmp_path))


def test_a_copied_seal_that_is_gone_or_cannot_be_read_is_named(home, story, tmp_path):
    seal_here(tmp_path)
    [copied] = tmp_path.glob("seal-*.json")
    later = json.loads(copied.read_text()) | {"from": 10**9, "to": 10**9 + 1, "events": 0, "hash": hashlib.sha256().hexdigest()}
    (tmp_path / "seal-99999999999999999999.json").write_text(json.dumps(later))
    assert any("A copied seal is missing before the one made at" in fault for fault in verify(tmp_path))
    copied.write_text("{")
    assert f"The copied seal {copied.name} cannot be read" in list(verify(tmp_path))


@pytest.mark.parametrize("edit", ["DELETE FROM timeline_seal", "UPDATE timeline_seal SET hash = sha256('x')"])
def test_a_seal_changed_in_the_database_is_named_from_its_copy(edit, home, story, tmp_path, owner_edits):
    seal_here(tmp_path)
    owner_edits(edit)
    assert list(verify(tmp_path)) == ["The seal made at 10:00 on Mon 1 June 2026 does not stand in the database as it was copied"]


def test_a_seal_that_was_not_copied_is_copied_the_next_time(story, tmp_path):
    seal_here(tmp_path)
    [copied] = tmp_path.glob("seal-*.json")
    copied.unlink()
    assert seal(tmp_path) is None  # nothing of finished transactions is new
    assert [file.name for file in tmp_path.glob("seal-*.json")] == [copied.name]


def run(what: str, folder: Path) -> int:
    return timeline_command.run(argparse.Namespace(what=what, seals=folder))


def test_the_commands_say_what_they_find(home, story, tmp_path, owner_edits, capsys):
    assert run("verify", tmp_path / "elsewhere") == 2
    assert "There is no folder" in capsys.readouterr().err
    assert run("verify", tmp_path) == 0
    assert capsys.readouterr().out.startswith("Every chain is whole; no copied seal in ")
    seal_here(tmp_path)
    assert run("verify", tmp_path) == 0
    assert capsys.readouterr().out == "Every chain and every copied seal is whole\n"
    assert run("seal", tmp_path) == 0
    assert capsys.readouterr().out == "Nothing new to seal\n"
    owner_edits(set_to("kind", "contact.closed", story[0].pk))
    assert run("verify", tmp_path) == 1
    said = capsys.readouterr().out
    assert f"Event {story[0].pk} (contact.closed) of contact {home.id} has been changed since it was recorded" in said
    assert said.endswith("1 fault found\n")


@pytest.mark.parametrize("table", append_only_tables())
def test_the_application_may_add_and_read_and_nothing_else(table):
    """Events, links, seals, history, the access log: neither changed nor removed, by any statement there is."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p"
            " WHERE has_table_privilege(current_user, %s, p)"
            " UNION SELECT 'UPDATE of a column' WHERE has_any_column_privilege(current_user, %s, 'UPDATE')",
            [table, table],
        )
        assert {row[0] for row in cursor.fetchall()} == {"SELECT", "INSERT"}


def test_what_must_never_change_is_among_the_protected_tables():
    protected = set(append_only_tables())
    assert {"timeline_event", "timeline_link", "timeline_seal", "access_accesslog", "standards_waiver"} <= protected
    kept = {model._meta.db_table for model in apps.get_models() if hasattr(model, "pgh_tracked_model")}
    assert len(kept) > 10
    assert kept <= protected


def test_the_application_cannot_rewrite_a_seal(story, tmp_path):
    seal_here(tmp_path)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE timeline_seal SET events = 0")
