"""What can happen when professionals differ or a matter must go up. The room is not built yet."""

from uuid import UUID

from hearth.foundation.timeline.kinds import Code, EventKind


class DifferenceRaised(
    EventKind, code="difference.raised", subject="difference", sentence="A professional difference was raised", recorded=False
):
    """Somebody disagrees with a decision or practice; stage one begins."""

    child: UUID | None = None


class DifferenceDiscussed(
    EventKind,
    code="difference.discussed",
    subject="difference",
    sentence="Stage {stage} discussed: {result}",
    recorded=False,
):
    """The discussion of a stage and its result, `resolved` or `go_on`, were recorded; that ends the stage."""

    stage: int
    result: Code


class StageOpened(EventKind, code="difference.stage_opened", subject="difference", sentence="Stage {stage} opened", recorded=False):
    """A stage is open and those who discuss it have been told."""

    stage: int


class DifferenceTold(EventKind, code="difference.told", subject="difference", sentence="The {whom} was told", recorded=False):
    """Somebody was told of the difference: `line_manager`, `safeguarding_lead`, `heads_of_service`, `partnership`."""

    whom: Code


class DifferenceResolved(
    EventKind, code="difference.resolved", subject="difference", sentence="The difference was resolved", recorded=False
):
    """It was resolved, with what that did for the child in the row."""


class DifferenceWithdrawn(
    EventKind, code="difference.withdrawn", subject="difference", sentence="The difference was withdrawn", recorded=False
):
    """Whoever raised it took it back."""


class DissentRecorded(
    EventKind,
    code="difference.dissent_recorded",
    subject="difference",
    sentence="A professional disagreed after a conference",
    recorded=False,
):
    """A professional's dissent from a conference's decision."""

    conference: UUID | None = None


class SafetyConcern(
    EventKind,
    code="difference.safety_concern",
    subject="difference",
    sentence="Immediate safety concern during a difference",
    recorded=False,
):
    """Somebody fears for a child's safety now, whatever becomes of the difference."""

    child: UUID


class FrontDoorTold(
    EventKind,
    code="difference.front_door_told",
    subject="difference",
    sentence="The front door has the safety concern",
    recorded=False,
):
    """A contact was opened at the front door about it."""

    child: UUID


class MatterRaised(EventKind, code="matter.raised", subject="matter", sentence="A matter was raised: {matter}", recorded=False):
    """Something that must be told upward.

    `matter` is `safeguarding`, `case_of_concern` or `assessment_not_shared`; `service` is where it arose.
    """

    matter: Code
    service: Code
    immediate: bool = False
    co_worked: bool = False
    child: UUID | None = None


class MatterTold(EventKind, code="matter.told", subject="matter", sentence="The {whom} was told", recorded=False):
    """The matter went to somebody.

    `whom` is `social_worker`, `line_manager`, `duty_manager`, `duty_worker`, `duty_team` or `service_manager`.
    """

    whom: Code


class MatterRead(EventKind, code="matter.read", subject="matter", sentence="Read by the {whom}", recorded=False):
    """Somebody who was told has read it."""

    whom: Code


class ConcernRaised(
    EventKind, code="agency_concern.raised", subject="agency_concern", sentence="A concern about {about} was raised", recorded=False
):
    """A concern about an agency's part, a conference's process, its chair, or a child's care.

    `about` is `agency`, `conference`, `chair` or `care`; `where` is `child_in_need`, `core_group`, `conference` or `review`.
    """

    about: Code
    where: Code


class ConcernTakenUp(
    EventKind, code="agency_concern.taken_up", subject="agency_concern", sentence="Taken up with the person", recorded=False
):
    """It was discussed or written about with the person, and with their line manager where relevant."""

    how: Code
    line_manager_told: bool = False


class ConcernStepOpened(
    EventKind, code="agency_concern.step_opened", subject="agency_concern", sentence="The {step} step began", recorded=False
):
    """`informal`, `formal`, `resolution_form` (the DRP form) or `council_process`."""

    step: Code


class ConcernTold(EventKind, code="agency_concern.told", subject="agency_concern", sentence="The {whom} was told", recorded=False):
    """The form went to somebody: `team_manager` or `social_worker`."""

    whom: Code


class ConcernStepEnded(
    EventKind,
    code="agency_concern.step_ended",
    subject="agency_concern",
    sentence="The {step} step ended: {result}",
    recorded=False,
):
    """A step ended `resolved` or `go_on`."""

    step: Code
    result: Code


class ConcernClosed(
    EventKind, code="agency_concern.closed", subject="agency_concern", sentence="The concern was closed", recorded=False
):
    """Nothing more is to be done on it; the reason is in its row."""
