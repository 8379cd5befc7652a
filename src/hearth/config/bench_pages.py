"""`./hearth bench pages`: server time and queries of each page, among very many contacts."""

import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse

from hearth.config.bench_contacts import recommended
from hearth.config.bench_database import PROCESSES, Measure, browser, milliseconds, multiply, percentile, reader, say, settle
from hearth.config.warming import warm
from hearth.foundation import worktime
from hearth.foundation.standards.bulk import recompute_all
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.models import Event, Head, Link
from hearth.people.matching import indexing
from hearth.people.models import Person
from hearth.services.frontdoor import events, subjects
from hearth.services.frontdoor.models import Contact, ContactLine, Recommendation

OPEN = 500
TIMES = 30
MILLISECONDS, BARES = 50.0, 3
"""A page may take 50 milliseconds, or three times a bare one on a slower machine."""
FIRST = 10_000_000
FORENAMES = ["Ada", "Bram", "Cyd", "Dov", "Eve", "Fin", "Gus", "Hal", "Ida", "Jem", "Kit", "Lou", "Max", "Ned", "Oda", "Tess"]
SURNAMES = ["Novak", "Oduya", "Petrov", "Quill", "Roth", "Sadler", "Tran", "Umber", "Vance", "Wilde", "Adeyemi", "Begum", "Grant"]


def measure(size: int) -> list[Measure]:
    """The pages people have open all day, each beside a bare one."""
    started = time.perf_counter()
    worker, manager = reader("worker", "social_worker"), reader("manager", "manager")
    opened, closed = recommended(worker, "Ada"), recommended(worker, "Bram")
    with timeline.recording(worker.id):
        timeline.record(events.ContactClosed(), subjects.of_contact(closed))
    Contact.objects.filter(pk=closed.pk).update(closed_at=worktime.now(), stage="decided")
    _copy(opened, min(OPEN, size), 0)
    _copy(closed, max(0, size - OPEN), FIRST)
    say(f"{indexing.rebuild():,} people indexed, to be found by name")
    settle()
    say(f"{Contact.objects.count():,} contacts; counting what is due on each")
    recompute_all(only_stale=False, processes=PROCESSES)
    settle()
    say(f"made in {time.perf_counter() - started:,.0f} seconds; measuring the pages")
    warm()
    with override_settings(ROOT_URLCONF="hearth.config.bench_urls"):
        return _measured(browser(manager), opened)


def _measured(client: Client, contact: Contact) -> list[Measure]:
    child = {"prefix": "children-0", "children-0-kind": "child", "children-0-forenames": "Tess", "children-0-surname": "Adeyemi"}
    pages: list[tuple[str, Callable[[int], Any]]] = [
        ("a bare page", lambda _: client.get("/bench/bare/")),
        ("queue", lambda _: client.get(reverse("queue"))),
        ("contact", lambda _: client.get(reverse("contact", args=[contact.pk]))),
        ("child", lambda _: client.get(reverse("person", args=[contact.lines.get().person_id]))),
        ("search", lambda _: client.post(reverse("find_person"), {"text": "Tess Adeyemi"})),
        ("sign off", lambda _: client.get(reverse("sign_off", args=[contact.pk]))),
        ("sign-off list", lambda _: client.get(reverse("sign_off_list"))),
        ("take a call", lambda _: client.get(reverse("take_call"))),
        ("who may be meant", lambda _: client.post(reverse("matches"), child | {"children-0-safe_now": "not_asked"})),
        ("my work", lambda _: client.get(reverse("my_work"))),
    ]
    found = [Measure("contacts", Contact.objects.count(), "rows"), Measure("of them open", _open(), "rows")]
    aim = None
    for name, get in pages:
        get(0)
        queries: list[str] = []
        with connection.execute_wrapper(_noting(queries)):
            answer: HttpResponse = get(0)
        if answer.status_code != 200:
            raise RuntimeError(f"{name} answered {answer.status_code}")
        taken = milliseconds(get, TIMES)
        found += [
            Measure(f"{name}, queries", len(queries), "queries"),
            Measure(f"{name}, p50", percentile(taken, 50), "ms"),
            Measure(f"{name}, p95", percentile(taken, 95), "ms", aim),
        ]
        aim = aim or max(MILLISECONDS, BARES * percentile(taken, 95))
    return found


def _noting(queries: list[str]) -> Callable[..., Any]:
    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        queries.append(sql)
        return execute(sql, params, many, context)

    return note


def _open() -> int:
    return Contact.objects.filter(closed_at=None).count()


def _copy(contact: Contact, times: int, first: int) -> None:
    """Contacts like it, each about a child of its own, one every five minutes back in time."""
    line = contact.lines.get()
    head = Head.objects.get(kind="contact", subject_id=contact.pk)
    earlier = "- g * interval '5 minutes'"
    people, contacts, lines = (f"md5('{what} {first} ' || g)::uuid" for what in ("person", "contact", "line"))
    forename, surname = _pick(FORENAMES, 1), _pick(SURNAMES, len(FORENAMES))
    number = f"{FIRST} + {first} + g"
    multiply(
        Person,
        f"t.id = '{line.person_id}'",
        times,
        id=people,
        number=number,
        forenames=forename,
        surname=surname,
        search_name=f"lower({forename} || ' ' || {surname})",
    )
    multiply(
        Contact,
        f"t.id = '{contact.pk}'",
        times,
        id=contacts,
        number=number,
        received_at=f"t.received_at {earlier}",
        closed_at=f"t.closed_at {earlier}",
    )
    multiply(ContactLine, f"t.id = '{line.pk}'", times, id=lines, contact_id=contacts, person_id=people)
    if contact.is_open and not first:
        multiply(Recommendation, f"t.line_id = '{line.pk}'", times, id=number, line_id=lines)
    multiply(Head, f"t.id = {head.pk}", times, id=number, subject_id=contacts, standards_digest="''", next_due_at="NULL")
    place = "(SELECT e.sequence FROM timeline_event e WHERE e.id = t.event_id)"
    numbered = f"({number}) * 100"
    multiply(
        Event,
        f"t.home_id = {head.pk}",
        times,
        id=f"{numbered} + t.sequence",
        home_id=number,
        happened_at=f"t.happened_at {earlier}",
        data=f"replace(t.data::text, '{line.person_id}', ({people})::text)::jsonb",
    )
    multiply(
        Link,
        f"t.head_id = {head.pk}",
        times,
        id=f"{numbered} + {place}",
        event_id=f"{numbered} + {place}",
        head_id=number,
    )


def _pick(words: list[str], every: int) -> str:
    """One of some words by the number of the copy, in SQL."""
    listed = ", ".join(f"'{word}'" for word in words)
    return f"(ARRAY[{listed}])[1 + (g / {every}) % {len(words)}]"
