"""`./hearth bench standards`: recomputing in bulk, and one action on a long stream."""

import time
from collections.abc import Callable
from datetime import timedelta

from django.db import connection

from hearth.config.bench_contacts import decided
from hearth.config.bench_database import PROCESSES, Measure, milliseconds, multiply, percentile, reader, say, settle
from hearth.config.warming import warm
from hearth.foundation import worktime
from hearth.foundation.access.readers import Reader
from hearth.foundation.standards.bulk import recompute_all
from hearth.foundation.standards.models import Obligation
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.models import Event, Head, Link
from hearth.people.actions import Named
from hearth.services.frontdoor import actions, events, subjects
from hearth.services.frontdoor.actions.receiving import NewContact, NewLine
from hearth.services.frontdoor.models import Contact

LONG_STREAM = 500
GRADES = ("amber", "red", "flaming_red")
FIRST = 10_000_000
"""Copies are numbered from here, clear of what the actions number."""


def measure(size: int) -> list[Measure]:
    """About `size` events in bulk, then single actions on a contact with 500 events."""
    worker, manager = reader("worker", "social_worker"), reader("manager", "manager")
    _fill(decided(worker, manager, "Ada"), size)
    settle()
    written = Event.objects.count()
    say(f"{written:,} events made; copying them out")
    copied = _seconds(_copy_out)
    say(f"copied out in {copied:,.1f} seconds; recomputing all of it")
    taken = _seconds(lambda: recompute_all(only_stale=False, processes=PROCESSES))
    say(f"recomputed in {taken:,.1f} seconds; and again")
    again = _seconds(lambda: recompute_all(only_stale=False, processes=PROCESSES))
    stored = Obligation.objects.count()
    say("now single actions")
    settle()
    act = _grading(worker)
    warm()
    action = milliseconds(act, 100)
    busy = time.process_time()
    milliseconds(act, 50, first=0)
    busy = (time.process_time() - busy) * 1000 / 50
    return [
        Measure("events", written, "rows"),
        Measure("obligations computed", stored, "rows"),
        Measure("copying the same events out", copied, "s"),
        Measure(f"recomputing everything, {PROCESSES} processes", taken, "s", 60 * size / 1_000_000),
        Measure("that, in copyings", taken / copied, "times"),
        Measure("recomputing again with nothing changed", again, "s"),
        Measure(f"one action on a contact with {LONG_STREAM} events, p50", percentile(action, 50), "ms"),
        Measure(f"one action on a contact with {LONG_STREAM} events, p95", percentile(action, 95), "ms", 25),
        Measure("of one such action, the program's own processor time", busy, "ms"),
    ]


def _fill(contact: Contact, size: int) -> None:
    """Copies of the contact's stream until there are about `size` events."""
    head = Head.objects.get(kind="contact", subject_id=contact.pk)
    times = max(1, size // head.length)
    earlier = "- g * interval '1 minute'"
    mine = f"t.home_id = {head.pk}"
    home = "(SELECT e.home_id FROM timeline_event e WHERE e.id = t.event_id)"
    multiply(
        Head,
        f"t.id = {head.pk}",
        times,
        id=f"{FIRST} + g",
        subject_id="gen_random_uuid()",
        standards_digest="''",
        next_due_at="NULL",
    )
    multiply(
        Event,
        mine,
        times,
        id=f"{FIRST} + g * 100 + t.sequence",
        home_id=f"{FIRST} + g",
        happened_at=f"t.happened_at {earlier}",
        recorded_at=f"t.recorded_at {earlier}",
    )
    place = "(SELECT e.sequence FROM timeline_event e WHERE e.id = t.event_id)"
    multiply(
        Link,
        f"t.head_id = {head.pk} AND {home} = t.head_id",
        times,
        id=f"{FIRST} + g * 100 + {place}",
        event_id=f"{FIRST} + g * 100 + {place}",
        head_id=f"{FIRST} + g",
    )


def _copy_out() -> None:
    """The least that reading every stream could take: its rows, copied out in the same order."""
    statement = (
        "COPY (SELECT l.head_id, e.id, e.kind, e.happened_at, e.data FROM timeline_link l"
        " JOIN timeline_event e ON e.id = l.event_id ORDER BY l.head_id, e.id) TO STDOUT"
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for _block in copy:
            pass


def _seconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def _grading(worker: Reader) -> Callable[[int], object]:
    """An action on a contact whose stream is long: families move about, and urgency is looked at again and again."""
    line = NewLine(who=Named(forenames="Bram", surname="Oduya", age=12), safe_now="yes")
    new = NewContact(purpose="safeguarding", what_told="He is out late.", referrer_kind="public", lines=[line])
    contact = actions.receive_contact(worker, new)
    home, child = subjects.of_contact(contact), contact.lines.get().person_id
    with timeline.recording(worker.id):
        for number in range(LONG_STREAM // 5):
            until = worktime.now() + timedelta(hours=number)
            for what in (
                events.SafetyRecorded(child=child, safe_now="yes", safe_until=until),
                events.NewInformation(),
                events.UrgencyReviewed(),
                events.EnquiryMade(enquiry=number),
                events.ContactGraded(grade=GRADES[number % 2]),
            ):
                timeline.record(what, home, about=subjects.children(contact))

    def act(number: int) -> object:
        return actions.set_grade(worker, contact.pk, grade=GRADES[number % 3], reasons="Looked at again.")

    return act
