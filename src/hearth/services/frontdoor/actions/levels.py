"""A child's level of need: a fact of its own beside urgency, under the name its threshold document has at the time."""

from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.models import ContactLine
from hearth.services.frontdoor.models.guidance import LevelOfNeed
from hearth.services.frontdoor.pack import front_door


@action(capabilities.WORK)
def set_level(reader: Reader, line_id: UUID, *, level: str, reasons: str) -> LevelOfNeed:
    """Set a child's level of need with reasons; earlier ones are kept. Raises Invalid for no level or no reasons."""
    line = check(ContactLine, line_id, reader, capabilities.WORK)
    problems = {}
    if front_door().level(level) is None:
        problems["level"] = "Choose one of the levels."
    if not reasons.strip():
        problems["reasons"] = "Say why this is the right level."
    if problems:
        raise Invalid(problems)
    return keep_level(line, level, reasons, reader.user)


def keep_level(line: ContactLine, level: str, reasons: str, by: User) -> LevelOfNeed:
    """Add a level to a child's line of levels, inside another action."""
    door = front_door()
    chosen = door.level(level)
    if chosen is None:
        raise Invalid({"level_of_need": "Choose one of the levels."})
    made = LevelOfNeed.objects.create(
        person_id=line.person_id,
        line=line,
        level=level,
        title=chosen.title,
        document=door.threshold_document,
        reasons=reasons,
        by=by,
        at=worktime.now(),
    )
    timeline.record(
        events.LevelSet(child=line.person_id, level=level), subjects.of_contact(line.contact), about=[subjects.child(line)]
    )
    return made
