"""Writing the short chronology of a child that goes with a referral."""

from collections.abc import Sequence
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, Stale
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people import capabilities as people
from hearth.people.actions import subject
from hearth.people.models import Person
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.queries.chronology import Dated, as_typed, dated_lines
from hearth.services.recording import events
from hearth.services.recording.models import ShortChronology


@action(capabilities.RECOMMEND)
def write_chronology(reader: Reader, line_id: UUID, *, version: int, lines: Sequence[Dated]) -> ShortChronology:
    """Write the next version of a child's short chronology on a contact; `version` is the one that was shown, 0 for none.

    Raises Invalid for no line, a line without words or of a day to come, Stale where a colleague has written meanwhile.
    """
    about = dated_lines(reader, line_id)
    check(Person, about.person_id, reader, people.CHANGE, for_update=True)
    last = ShortChronology.objects.filter(line=line_id).select_related("by").last()
    if last is not None and last.version != version:
        raise Stale(last.by.name, {"lines": as_typed(last.dated)})
    if not lines or not all(one.words.strip() for one in lines):
        raise Invalid({"lines": "Write at least one line: a date, a colon, and what happened."})
    if any(one.on > worktime.today() for one in lines):
        raise Invalid({"lines": "A chronology tells what has happened: no day may be in the future."})
    made = ShortChronology.objects.create(
        person_id=about.person_id,
        line_id=line_id,
        version=version + 1,
        lines=[{"on": one.on.isoformat(), "words": one.words.strip()} for one in sorted(lines, key=lambda one: one.on)],
        by=reader.user,
        at=worktime.now(),
    )
    timeline.record(events.ChronologyWritten(chronology=made.pk, version=made.version), subject(about.person_id))
    return made
