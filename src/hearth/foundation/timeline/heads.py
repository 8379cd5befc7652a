"""Heads locked and written for an action: one query each way, however many subjects it touches."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Q

from hearth.foundation.timeline.models import Head


class Subject(NamedTuple):
    """What an event is about: a kind ("contact", "child") and an id."""

    kind: str
    id: UUID


def locked(subjects: Iterable[Subject]) -> dict[Subject, Head]:
    """The heads of subjects, always locked in the same order; those that are new are made."""
    wanted = sorted(set(subjects))
    found = _locked(wanted)
    missing = [subject for subject in wanted if subject not in found]
    if missing:
        Head.objects.bulk_create([Head(kind=one.kind, subject_id=one.id) for one in missing], ignore_conflicts=True)
        found |= _locked(missing)
    return found


def _locked(wanted: Sequence[Subject]) -> dict[Subject, Head]:
    ids: dict[str, list[UUID]] = defaultdict(list)
    for subject in wanted:
        ids[subject.kind].append(subject.id)
    meant = Q()
    for kind, those in ids.items():
        meant |= Q(kind=kind, subject_id__in=those)
    rows = Head.objects.filter(meant).order_by("kind", "subject_id").select_for_update() if ids else []
    return {Subject(head.kind, head.subject_id): head for head in rows}


def write(heads: Sequence[Head]) -> None:
    """Write the heads' ends of chain and what standards noted on them; one that says the same is left alone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE timeline_head h SET length = v.length, hash = v.hash, standards_digest = v.digest, next_due_at = v.due"
            " FROM unnest(%s::bigint[], %s::int[], %s::bytea[], %s::text[], %s::timestamptz[]) v (id, length, hash, digest, due)"
            " WHERE h.id = v.id AND (h.length, h.hash, h.standards_digest, h.next_due_at)"
            " IS DISTINCT FROM (v.length, v.hash, v.digest, v.due)",
            [
                [head.pk for head in heads],
                [head.length for head in heads],
                [bytes(head.hash) for head in heads],
                [head.standards_digest for head in heads],
                [head.next_due_at for head in heads],
            ],
        )
