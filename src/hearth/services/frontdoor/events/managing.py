"""Kinds of event of the front door: the manager's oversight, the end of screening, and visitors."""

from hearth.foundation.timeline.kinds import Code, EventKind


class ScreeningEnded(EventKind, code="contact.screening_ended", subject="contact", sentence="Screening ended: {how}"):
    """Screening ended: `passed_on` to the social workers, or `advice_given` and nothing more."""

    how: Code


class VisitorArrived(EventKind, code="visitor.arrived", subject="visitor", sentence="Came to reception"):
    """Somebody came in person and waits."""

    visitor: int


class VisitorSeen(EventKind, code="visitor.in_interview", subject="visitor", sentence="In interview"):
    """A room and a worker are named; the interview has begun."""

    visitor: int


class VisitorLeft(EventKind, code="visitor.left", subject="visitor", sentence="Left"):
    """The visitor has gone."""

    visitor: int
