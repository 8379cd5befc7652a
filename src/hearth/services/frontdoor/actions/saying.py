"""A child's words as spoken, and whether early help is offered below the threshold."""

from datetime import datetime
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.actions.common import needed, not_future, open_contact
from hearth.services.frontdoor.models import ContactLine, EarlyHelpQuestion, SaidWords
from hearth.services.frontdoor.pack import front_door


@action(capabilities.WORK)
def write_words(
    reader: Reader, line_id: UUID, *, words: str, speaker: str, heard_by: str, heard_at: datetime, unclear: str = ""
) -> SaidWords:
    """Write words down as they were spoken: by whom, heard by whom and when. `unclear` names what in them is to be found out.

    They are kept as typed and never changed; what is unclear must stand in them word for word.
    """
    line = check(ContactLine, line_id, reader, capabilities.WORK)
    not_future("heard_at", heard_at)
    needed(
        {"words": words, "speaker": speaker, "heard_by": heard_by},
        {"words": "Write the words as they were said.", "speaker": "Say who said them.", "heard_by": "Say who heard them."},
    )
    if unclear.strip() and unclear.strip() not in words:
        raise Invalid({"unclear": "These words do not stand in what was said. Copy them as they were said."})
    made = SaidWords.objects.create(
        line=line,
        words=words,
        speaker=speaker.strip(),
        heard_by=heard_by.strip(),
        heard_at=heard_at,
        unclear=unclear.strip(),
        by=reader.user,
        at=worktime.now(),
    )
    timeline.record(
        events.WordsSaid(child=line.person_id, said=made.pk), subjects.of_contact(line.contact), about=[subjects.child(line)]
    )
    return made


def asks_early_help(grade: str) -> bool:
    """Is this grade below the threshold, so that early help is considered instead?"""
    found = front_door().grade(grade)
    return found is not None and found.considers_early_help


@action(capabilities.WORK)
def consider_early_help(reader: Reader, contact_id: UUID, *, offer: bool, reason: str) -> EarlyHelpQuestion:
    """Answer whether early help is offered on a contact below the threshold, with the reason either way."""
    contact = open_contact(reader, contact_id)
    if not asks_early_help(contact.grade):
        raise Invalid("This is asked where the urgency is below the threshold.")
    needed({"reason": reason}, {"reason": "Give the reason, whether it is offered or not."})
    made = EarlyHelpQuestion.objects.create(contact=contact, offer=offer, reason=reason.strip(), by=reader.user, at=worktime.now())
    timeline.record(events.EarlyHelpConsidered(offer=offer), subjects.of_contact(contact), about=subjects.children(contact))
    return made
