"""Warnings: what a worker must know before calling or visiting, kept current by a review date."""

from datetime import date
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people import capabilities, events
from hearth.people.actions.naming import subject
from hearth.people.models import Person, Warning


@action(capabilities.CHANGE)
def warn(reader: Reader, person_id: UUID, *, words: str, reason: str, review_on: date) -> Warning:
    """Put a warning on a record from today, with its reason and the day it is looked at again."""
    person = check(Person, person_id, reader, capabilities.CHANGE)
    _check_review(review_on)
    if not words.strip():
        raise Invalid({"words": "Write the warning, in a few words."})
    if not reason.strip():
        raise Invalid({"reason": "Say why, so that the next worker can judge it."})
    made = Warning.objects.create(
        person=person, words=words.strip(), reason=reason, starts_on=worktime.today(), review_on=review_on, set_by=reader.user
    )
    timeline.record(events.WarningRecorded(warning=made.pk, review_on=review_on), subject(person))
    return made


@action(capabilities.CHANGE)
def confirm_warning(reader: Reader, warning_id: UUID, *, review_on: date) -> Warning:
    """It still holds; it is looked at again on another day."""
    found = check(Warning, warning_id, reader, capabilities.CHANGE, for_update=True)
    _check_review(review_on)
    found.review_on = review_on
    found.save()
    timeline.record(events.WarningRecorded(warning=found.pk, review_on=review_on), subject(found.person_id))
    return found


@action(capabilities.CHANGE)
def end_warning(reader: Reader, warning_id: UUID) -> Warning:
    """It no longer holds; the row stays as history."""
    found = check(Warning, warning_id, reader, capabilities.CHANGE, for_update=True)
    found.ended_on = worktime.today()
    found.save()
    timeline.record(events.WarningRecorded(warning=found.pk, ended=True), subject(found.person_id))
    return found


def _check_review(day: date) -> None:
    if not worktime.today() < day <= worktime.today().replace(year=worktime.today().year + 1, day=min(worktime.today().day, 28)):
        raise Invalid({"review_on": "Choose a day within the next year on which the warning is looked at again."})
