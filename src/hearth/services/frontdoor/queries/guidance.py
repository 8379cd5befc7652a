"""What the guidance shows of a contact: facts, suggestions, what to find out, advice, whom to ask."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, prefetch_related_objects

from hearth.foundation import packs
from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.foundation.decision_tables import evaluate
from hearth.foundation.gathering import listed
from hearth.foundation.worktime import LONDON
from hearth.people import codes as people_codes
from hearth.people.models import Person
from hearth.people.queries import age_words, episodes
from hearth.services.frontdoor import capabilities, guidance, weighing
from hearth.services.frontdoor.actions.deciding import early_help_questioned
from hearth.services.frontdoor.models import Contact, ContactLine, Grading
from hearth.services.frontdoor.models.guidance import FactorNoted, LevelOfNeed, PromptAnswer, RelevantHistory
from hearth.services.frontdoor.pack import Grade, Outcome, front_door
from hearth.services.frontdoor.sight import children_seen


@dataclass(frozen=True)
class FactShown:
    """A noted fact: what, of whom, how known."""

    noted: FactorNoted
    title: str

    @property
    def whose(self) -> str:
        """The child's name, or the family."""
        return self.noted.line.person.name if self.noted.line else "The family"


@dataclass(frozen=True)
class Suggestion:
    """A suggested grade with its reasons; the worker decides."""

    grade: Grade
    reasons: list[str]
    respond_by: datetime | None


@dataclass(frozen=True)
class ToFindOut:
    """A prompt as asked of a child or the family, with its answers; open until there is one."""

    prompt: guidance.Prompt
    line: ContactLine | None
    question: str
    answers: list[PromptAnswer] = field(default_factory=list)
    held: str = ""

    @property
    def name(self) -> str:
        """Its field's name on the page."""
        return f"{self.prompt.code}:{self.line.pk if self.line else ''}"

    @property
    def is_open(self) -> bool:
        """Is it still to be found out?"""
        return not self.answers and not self.held

    @property
    def answer(self) -> str:
        """What was found out, the latest answer."""
        if not self.answers:
            return self.held
        latest = self.answers[-1]
        words = {"yes": "Yes", "no": "No"}.get(latest.answer, latest.answer)
        return f"{words} ({latest.told_by})" if latest.told_by else words


@dataclass(frozen=True)
class Past:
    """An earlier contact or early help of these children, with its date and result."""

    on: date
    what: str
    result: str
    home_conditions: bool = False


@dataclass(frozen=True)
class Guidance:
    """Everything the guidance adds to a contact's page, limited to the children this reader may see."""

    facts: list[FactShown]
    suggestion: Suggestion | None
    waiting: Grading | None
    to_find_out: list[ToFindOut]
    found_out: list[ToFindOut]
    advice: list[str]
    gathering: list[tuple[str, str]]
    histories: list[str]
    history_words: list[RelevantHistory]
    past: list[Past]
    possible_persistence: bool
    levels: list[LevelOfNeed]
    gradings: list[Grading]

    @property
    def before_parents(self) -> list[ToFindOut]:
        """What to check before anybody speaks with the parents."""
        return [one for one in (*self.to_find_out, *self.found_out) if one.prompt.before_parents]


def visible_lines(reader: Reader, contact: Contact) -> list[ContactLine]:
    """The children of a contact whom this reader may see."""
    return children_seen(reader, contact)


def guidance_for(reader: Reader, contact: Contact) -> Guidance:
    """The guidance on one contact. The contact itself has been checked and its reading logged."""
    pack = packs.active().name
    lines = visible_lines(reader, contact)
    known = weighing.known(contact, lines)
    together = known.together
    asked = prompts_of(contact, lines, known)
    past = earlier(reader, contact, lines)
    histories = listed(contact.relevant_histories, "by")
    gradings = listed(contact.gradings, "by")
    waiting = gradings[-1] if gradings else None
    return Guidance(
        facts=facts_of(contact, lines),
        suggestion=suggestion(contact, known),
        waiting=waiting if waiting and waiting.waits else None,
        to_find_out=[one for one in asked if one.is_open],
        found_out=[one for one in asked if not one.is_open],
        advice=[one.words for one in guidance.advice(pack).values() if one.shows(together)],
        gathering=[
            (dict(people_codes.AGENCY_KIND)[one.agency], one.words)
            for one in guidance.gathering(pack).values()
            if one.shows(together)
        ],
        histories=[one.adult for one in histories],
        history_words=histories if reader.can(capabilities.THIRD_PARTY) else [],
        past=past,
        possible_persistence=sum(one.home_conditions for one in past) >= 2,
        levels=_levels([line.person for line in lines]),
        gradings=gradings,
    )


def _levels(people: list[Person]) -> list[LevelOfNeed]:
    """The levels of need of some children, the latest first."""
    prefetch_related_objects(people, Prefetch("levels_of_need", LevelOfNeed.objects.select_related("by")))
    found = [one for person in people for one in person.levels_of_need.all()]
    return sorted(found, key=lambda one: (one.at, one.pk), reverse=True)


def facts_of(contact: Contact, lines: list[ContactLine]) -> list[FactShown]:
    """The facts noted and not taken back, of the family and of these children."""
    known = guidance.factors(packs.active().name)
    by_id: dict[UUID | None, ContactLine | None] = {line.pk: line for line in lines} | {None: None}
    shown = [one for one in listed(contact.factors, "by") if one.taken_back_at is None and one.line_id in by_id]
    for one in shown:
        one.line = by_id[one.line_id]
    return [FactShown(one, known[one.code].title if one.code in known else one.code.replace("_", " ")) for one in shown]


def suggestion(contact: Contact, known: weighing.Known) -> Suggestion | None:
    """The grade that the facts suggest, with the reasons and by when to respond."""
    found = weighing.suggested_grade(known)
    grade = front_door().grade(found.result) if found else None
    if found is None or grade is None:
        return None
    return Suggestion(grade, found.reasons, weighing.respond_by(contact, grade.code))


def prompts_of(contact: Contact, lines: list[ContactLine], known: weighing.Known) -> list[ToFindOut]:
    """Every prompt that the facts call for: once for the family, or once for each child, in the pack's order."""
    answers: dict[tuple[str, UUID | None], list[PromptAnswer]] = {}
    for one in listed(contact.answers, "by"):
        answers.setdefault((one.prompt, one.line_id), []).append(one)
    found = []
    together = known.together
    for prompt in guidance.prompts(packs.active().name).values():
        if prompt.of == "family":
            if prompt.shows(together):
                found.append(ToFindOut(prompt, None, prompt.question, answers.get((prompt.code, None), [])))
            continue
        for line in lines:
            if prompt.shows(known.children[line.pk]):
                name = line.person.forenames or line.person.name
                mine = answers.get((prompt.code, line.pk), [])
                found.append(ToFindOut(prompt, line, prompt.asked_of(name), mine, _held(prompt, line)))
    return found


def _held(prompt: guidance.Prompt, line: ContactLine) -> str:
    """What the call itself answered already."""
    if prompt.held_in is None:
        return ""
    value = str(getattr(line, prompt.held_in))
    if prompt.held_in == "seen":
        return {"yes": "Yes", "no": "No"}.get(value, "")
    if prompt.held_in == "where_now" and value and line.with_whom:
        return f"{value}, with {line.with_whom}"
    return value


def earlier(reader: Reader, contact: Contact, lines: list[ContactLine]) -> list[Past]:
    """Earlier contacts and early help of these children, the latest first, as this reader may see them."""
    people = [line.person_id for line in lines]
    rows = ContactLine.objects.filter(person_id__in=people, contact__received_at__lt=contact.received_at).exclude(contact=contact)
    seen = limiting.limit(rows, reader, capabilities.VIEW).select_related("contact")
    by_contact: dict[Any, list[ContactLine]] = {}
    for line in seen:
        by_contact.setdefault(line.contact_id, []).append(line)
    homes = set(
        FactorNoted.objects.filter(contact_id__in=by_contact, code__in=weighing.HOME_CONDITIONS, taken_back_at=None).values_list(
            "contact_id", flat=True
        )
    )
    door = front_door()
    found = []
    for key, held in by_contact.items():
        outcomes = [door.outcome(line.outcome) for line in held]
        titles = list(dict.fromkeys(one.title for one in outcomes if one))
        found.append(
            Past(
                held[0].contact.received_at.astimezone(LONDON).date(),
                f"Contact {held[0].contact.number}: {held[0].contact.get_kind_display().lower()}"
                + (", on home conditions" if key in homes else ""),
                ", ".join(titles) or "not yet decided",
                key in homes,
            )
        )
    for episode in episodes([line.person for line in lines]):
        if episode.service != "early_help":
            continue
        ended = f"ended {episode.closed_on:%-d %B %Y}" if episode.closed_on else "open"
        found.append(Past(episode.opened_on, "Early help", f"{ended}{': ' + episode.reason if episode.reason else ''}"))
    return sorted(set(found), key=lambda one: one.on, reverse=True)


@dataclass(frozen=True)
class OutcomesSuggested:
    """What the facts suggest for one child: outcomes in order with reasons, a team, and whether early help alone asks why."""

    outcomes: list[tuple[Outcome, list[str]]]
    brothers_and_sisters: list[str]
    early_help_asks: list[str]
    past: list[Past]
    team_words: dict[str, str]


def outcomes_for(reader: Reader, line: ContactLine) -> OutcomesSuggested:
    """The suggestions beside the recommendation of one child."""
    contact, door = line.contact, front_door()
    lines = visible_lines(reader, contact)
    known = weighing.known(contact, lines)
    grade = suggestion(contact, known)
    own = known.children[line.pk]
    found = weighing.suggested_outcomes(contact, own, grade.grade.code if grade else "")
    suggested: list[tuple[Outcome, list[str]]] = []
    for code in found.results if found else []:
        outcome = door.outcome(code)
        if outcome and found:
            suggested.append((outcome, [one.row.words for one in found.rows if one.row.result == code]))
    return OutcomesSuggested(
        outcomes=suggested,
        brothers_and_sisters=[f"{one.person.name}, {age_words(one.person)}" for one in lines],
        early_help_asks=early_help_questioned(line),
        past=earlier(reader, contact, lines),
        team_words=_teams(own),
    )


def _teams(own: weighing.Facts) -> dict[str, str]:
    """For each kind of outcome, the team the pack's table names on these facts, with its words."""
    table = guidance.table("receiving_team")
    if table is None:
        return {}
    teams = packs.active().teams
    found = {}
    for outcome in table.inputs["outcome"].values:
        said = evaluate(table, own | {"outcome": outcome})
        if said.result:
            found[outcome] = f"{teams[said.result].title}: {said.reasons[0]}"
    return found
