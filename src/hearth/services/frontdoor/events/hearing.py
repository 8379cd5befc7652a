"""Kinds of event of the front door: a child's own words, the night's analysis, early help below the threshold."""

from uuid import UUID

from hearth.foundation.timeline.kinds import EventKind


class WordsSaid(EventKind, code="contact.words_said", subject="contact", sentence="A child's words were written down as said"):
    """Words were written down as they were spoken."""

    child: UUID
    said: int


class NightAnalysed(EventKind, code="contact.night_analysed", subject="contact", sentence="Analysed out of hours"):
    """Out-of-hours wrote its analysis, or the on-call manager their part of it."""

    by_manager: bool


class EarlyHelpConsidered(
    EventKind, code="contact.early_help_considered", subject="contact", sentence="Whether early help is offered was answered"
):
    """Below the threshold: early help is offered, or not."""

    offer: bool
