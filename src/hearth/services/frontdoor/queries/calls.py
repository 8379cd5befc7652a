"""Calls being taken, and what a call gave as the contact's page shows it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms import answering, drafts
from hearth.foundation.caseforms.answering import SectionShown
from hearth.foundation.caseforms.loading import case_form
from hearth.people.queries import RelativeShown
from hearth.services.frontdoor import analysis, capabilities, subjects
from hearth.services.frontdoor.models import ContactLine
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries import ContactShown

PARENTS = ("mother", "father")


@dataclass(frozen=True)
class CallOpen:
    """A call somebody is typing: who, since the ring; its words stay with whoever types."""

    id: UUID
    by: str
    mine: bool
    since: datetime
    updated_at: datetime
    danger: bool


def calls_open(reader: Reader) -> list[CallOpen]:
    """Calls being taken now, the longest first; nobody's for a reader who takes none."""
    if not reader.can(capabilities.RECEIVE):
        return []
    return [
        CallOpen(
            draft.pk,
            draft.writer.name,
            draft.writer_id == reader.id,
            draft.started_at,
            draft.updated_at,
            bool(draft.data.get("danger_now")),
        )
        for draft in drafts.open_drafts("call")
    ]


@dataclass(frozen=True)
class AdultShown:
    """An adult of one child's family, or that this is still to be asked."""

    relation: str
    name: str
    responsibility: str


def adults_of(relatives: list[RelativeShown]) -> list[AdultShown]:
    """A child's adults; a mother or father nobody has named yet reads "to be asked"."""
    own = [one for one in relatives if one.own]
    shown = [
        AdultShown(one.relation, one.who.name, one.responsibility) for one in own if one.kind not in ("sibling", "half_sibling")
    ]
    named = {one.kind for one in own}
    return shown + [AdultShown(kind.capitalize(), "to be asked", "") for kind in PARENTS if kind not in named]


@dataclass(frozen=True)
class ChildPart:
    """One child's part of the story, who their adults are, and what stands in their analysis."""

    line: ContactLine
    name: str
    adults: list[AdultShown]
    sections: list[SectionShown]
    missing: list[str]


@dataclass(frozen=True)
class CallGiven:
    """The conversation of a contact as its page shows it."""

    guide: list[SectionShown]
    whole: list[SectionShown]
    parts: list[ChildPart]


def call_given(shown: ContactShown) -> CallGiven:
    """What the call gave beside the note, for somebody who may see the contact; hidden children's parts are left out."""
    guide = case_form(front_door().conversation_form)
    about, answers = subjects.of_contact(shown.contact), shown.ahead.answers
    parts = [
        ChildPart(
            child.line,
            child.name,
            adults_of(child.relatives),
            analysis.of_child(child.line, answers),
            analysis.missing(shown.contact, child.line, answers),
        )
        for child in shown.children
        if not child.hidden
    ]
    questions = answering.sections_shown(guide, about, each_child=False, answers=answers)
    return CallGiven(questions, analysis.of_contact(shown.contact, answers), parts)
