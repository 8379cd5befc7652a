"""What people say of a pair: not the same, or not sure. Merging is a page of its own."""

from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, NotFound
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people import capabilities, events
from hearth.people.actions.naming import subject
from hearth.people.duplicates.models import DuplicatePair
from hearth.people.models import Person, ServiceEpisode

NOT_SAME, UNSURE = "not_same", "unsure"


@action(capabilities.REVIEW_DUPLICATES)
def judge_duplicate(reader: Reader, pair_id: int, *, judgement: str) -> DuplicatePair:
    """Say that two records are not the same person's ("not_same"), or that one is not sure ("unsure").

    Where either is a child with an open service the first who says "not the same" is confirmed by another person; whoever
    is not sure then puts it back on the list. Raises NotFound where either record is hidden from the reader.
    """
    pair = DuplicatePair.objects.select_for_update().filter(pk=pair_id).first()
    if pair is None:
        raise NotFound(capabilities.REVIEW_DUPLICATES, DuplicatePair, pair_id)
    for person_id in (pair.first_id, pair.second_id):
        check(Person, person_id, reader, capabilities.REVIEW_DUPLICATES)
    if judgement not in (NOT_SAME, UNSURE):
        raise Invalid({"judgement": "Choose not the same, or not sure."})
    if pair.state == pair.NOT_SAME:
        raise Invalid("It was already said that these are not the same person.")
    _judge(pair, reader, judgement)
    pair.save()
    what = events.DuplicateJudged(other=pair.second_id, judgement=pair.state)
    timeline.record(what, subject(pair.first_id), about=[subject(pair.second_id)])
    return pair


def _judge(pair: DuplicatePair, reader: Reader, judgement: str) -> None:
    now = worktime.now()
    if judgement == NOT_SAME and pair.state == pair.SAID:
        if pair.said_by_id == reader.id:
            raise Invalid("You said that they are not the same. Another person must confirm it.")
        pair.state, pair.confirmed_by, pair.confirmed_at = pair.NOT_SAME, reader.user, now
        return
    pair.said_by, pair.said_at = reader.user, now
    if judgement == UNSURE:
        pair.state = pair.UNSURE
    else:
        pair.state = pair.SAID if needs_two([pair.first_id, pair.second_id]) else pair.NOT_SAME


def needs_two(ids: list[UUID]) -> bool:
    """Is any of these a child, born or not, with an open service?"""
    return ServiceEpisode.objects.filter(person_id__in=ids, closed_on=None).exclude(person__kind=Person.ADULT).exists()
