"""Recommendation and decision, child by child; whoever decides is another person."""

from typing import Any
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, Refused, Stale
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import analysis, capabilities, events, jointly, subjects
from hearth.services.frontdoor.actions.basis import check_agreed
from hearth.services.frontdoor.actions.common import notify
from hearth.services.frontdoor.actions.conversation import check_conversation
from hearth.services.frontdoor.actions.levels import keep_level
from hearth.services.frontdoor.actions.routing import pass_on, take_back, team_for
from hearth.services.frontdoor.models import Contact, ContactLine, Decision, Recommendation
from hearth.services.frontdoor.pack import Outcome, front_door
from hearth.services.frontdoor.weighing import early_help_alone, known


@action(capabilities.RECOMMEND)
def recommend(
    reader: Reader,
    line_id: UUID,
    *,
    outcome: str,
    reasons: str,
    significant_harm: str,
    team: str = "",
    level_of_need: str = "",
    recommended_steps: str = "",
    with_whom: str = "",
    answer_to_return: str = "",
    why_early_help: str = "",
    together: UUID | None = None,
    nothing_gathered: str = "",
) -> Recommendation:
    """Recommend an outcome for one child. Returned ones are kept.

    Where the pack has two roles recommend jointly, the other one is named, and told. Out of hours, with nothing gathered, it
    asks why it cannot wait. Early help alone, where earlier support did not last, asks why it will this time.
    """
    line = check(ContactLine, line_id, reader, capabilities.RECOMMEND, for_update=True)
    if not line.contact.is_open or line.outcome:
        raise Invalid("This child's outcome has been decided already.")
    chosen = _checked_outcome(outcome, team, reasons, significant_harm, recommended_steps)
    check_conversation(line.contact)
    _check_analysed(line)
    partner = jointly.partner(reader, line.contact, together)
    check_agreed(line.contact, chosen)
    _nothing_gathered(line, nothing_gathered)
    if chosen.kind == "early_help" and not why_early_help.strip() and (past := early_help_questioned(line)):
        raise Invalid({"why_early_help": f"{' '.join(past)} Say why early help alone will hold this time."})
    waiting = line.recommendations.filter(status=Recommendation.WAITING).first()
    if waiting is not None:
        raise Invalid("A recommendation for this child is already waiting to be signed off.")
    last = line.recommendations.last()
    made = Recommendation.objects.create(
        line=line,
        version=(last.version if last else 0) + 1,
        outcome=outcome,
        team=team or team_for(chosen, line),
        significant_harm=significant_harm,
        level_of_need=level_of_need,
        reasons=reasons,
        recommended_steps=recommended_steps,
        by=reader.user,
        with_whom=partner.name if partner else with_whom,
        together=partner,
        at=worktime.now(),
        answer_to_return=answer_to_return,
        why_early_help=why_early_help,
        nothing_gathered=nothing_gathered.strip(),
        threshold_document=front_door().threshold_document if level_of_need else "",
    )
    if partner is not None:
        title = f"You are named as recommending together on contact {line.contact.number}"
        notify([partner], line.contact, title, f"together:{made.pk}")
    Contact.objects.filter(pk=line.contact_id).update(stage="sign_off")
    timeline.record(
        events.Recommended(child=line.person_id, outcome=outcome, version=made.version),
        subjects.of_contact(line.contact),
        about=[subjects.child(line)],
    )
    return made


def _check_analysed(line: ContactLine) -> None:
    words = analysis.missing_words(line.contact, line)
    if words:
        raise Invalid(words)


def early_help_questioned(line: ContactLine) -> list[str]:
    """Why early help alone is questioned for a child: what was tried before; empty where it is not."""
    return early_help_alone(known(line.contact).children[line.pk])


def steps_without_agency(steps: str) -> str:
    """The first line of recommended steps that names no agency before a colon; "" where each does, or none is needed."""
    lines = [line.strip() for line in steps.splitlines() if line.strip()]
    if len(lines) == 1 and lines[0].lower().startswith("none"):
        return ""
    for line in lines:
        agency, colon, step = line.partition(":")
        if not (colon and agency.strip() and step.strip()):
            return line
    return ""


def _nothing_gathered(line: ContactLine, why: str) -> None:
    """Raise Invalid where out-of-hours decides with nobody asked and nothing searched, and no reason is given."""
    contact = line.contact
    by_night = front_door().gathers_by_night and contact.out_of_hours and contact.team == front_door().out_of_hours_team
    if by_night and not why.strip() and not contact.enquiries.exists() and not contact.checks.exists():
        words = "Nothing has been gathered. Say why this is recommended without, for example immediate danger."
        raise Invalid({"nothing_gathered": words})


def _checked_outcome(outcome: str, team: str, reasons: str, significant_harm: str, steps: str) -> Outcome:
    door = front_door()
    chosen = door.outcome(outcome)
    problems: dict[str, str] = {}
    if chosen is None:
        raise Invalid({"outcome": "Choose one of the outcomes."})
    if not reasons.strip():
        problems["reasons"] = "Give the reasons. A recommendation cannot be read without them."
    if chosen.teams and team not in chosen.teams:
        problems["team"] = "Choose the team."
    if chosen.needs_steps and not steps.strip():
        problems["recommended_steps"] = "Write at least one step and the agency expected to take it, or that none is needed."
    elif chosen.needs_steps and (unnamed := steps_without_agency(steps)):
        problems["recommended_steps"] = f"Name the agency first, then a colon and its step. This line names none: {unnamed}"
    if significant_harm in ("suffering", "likely") and chosen.no_social_work:
        problems["outcome"] = (
            "A child who is suffering or likely to suffer significant harm needs social work. Choose another outcome, or ask "
            "the manager to decide otherwise with reasons."
        )
    if problems:
        raise Invalid(problems)
    return chosen


@action(capabilities.DECIDE)
def decide(
    reader: Reader,
    line_id: UUID,
    *,
    version: int,
    shown: dict[str, Any],
    outcome: str = "",
    team: str = "",
    reasons: str = "",
) -> Decision:
    """Sign off what was recommended for one child, or decide otherwise with reasons.

    `version` is the recommendation the decider read and `shown` what they had before them, which is kept with the
    decision. Refused to whoever recommended it; Stale if another recommendation has come since.
    """
    line = check(ContactLine, line_id, reader, capabilities.DECIDE, for_update=True)
    recommendation = _waiting(line, version, reader)
    chosen_code = outcome or recommendation.outcome
    chosen = front_door().outcome(chosen_code)
    if chosen is None:
        raise Invalid({"outcome": "Choose one of the outcomes."})
    if chosen_code != recommendation.outcome and not reasons.strip():
        raise Invalid({"reasons": "You are deciding otherwise than recommended. Give your reasons."})
    team = team or (recommendation.team if chosen_code == recommendation.outcome else "") or team_for(chosen, line)
    if chosen.teams and team not in chosen.teams:
        raise Invalid({"team": "Choose the team."})
    _check_analysed(line)
    check_agreed(line.contact, chosen)
    made = Decision.objects.create(
        line=line,
        recommendation=recommendation,
        outcome=chosen_code,
        team=team,
        reasons=reasons or recommendation.reasons,
        by=reader.user,
        role=_role(reader),
        at=worktime.now(),
        shown={**shown, "analysis": analysis.frozen(line)},
    )
    recommendation.status = Recommendation.AGREED
    recommendation.save()
    line.outcome, line.level_of_need = chosen_code, recommendation.level_of_need
    line.version += 1
    line.save()
    if recommendation.level_of_need:
        keep_level(line, recommendation.level_of_need, recommendation.reasons, recommendation.by)
    timeline.record(
        events.Decided(child=line.person_id, outcome=chosen_code, passes_on=chosen.passes_on),
        subjects.of_contact(line.contact),
        about=[subjects.child(line)],
    )
    if chosen.passes_on:
        pass_on(reader, line, chosen, team, reasons or recommendation.reasons)
    else:
        take_back(reader, line)
    _move_on(line.contact)
    return made


@action(capabilities.DECIDE)
def return_recommendation(reader: Reader, line_id: UUID, *, version: int, words: str) -> Recommendation:
    """Return a recommendation to its writer with words; the clock keeps running."""
    line = check(ContactLine, line_id, reader, capabilities.DECIDE, for_update=True)
    recommendation = _waiting(line, version, reader)
    if not words.strip():
        raise Invalid({"words": "Say what you want to discuss."})
    recommendation.status = Recommendation.RETURNED
    recommendation.returned_words, recommendation.returned_by, recommendation.returned_at = (
        words,
        reader.user,
        worktime.now(),
    )
    recommendation.save()
    Contact.objects.filter(pk=line.contact_id).update(stage="with_worker")
    timeline.record(
        events.Returned(child=line.person_id, version=recommendation.version),
        subjects.of_contact(line.contact),
        about=[subjects.child(line)],
    )
    return recommendation


@action(capabilities.DECIDE)
def reopen_decision(reader: Reader, line_id: UUID, *, reason: str) -> ContactLine:
    """Have one child's outcome decided again. What was decided stays on the record; the next is a new version."""
    line = check(ContactLine, line_id, reader, capabilities.DECIDE, for_update=True)
    if not line.contact.is_open or not line.outcome:
        raise Invalid("There is no decision on an open contact to make again.")
    if not reason.strip():
        raise Invalid({"reason": "Say why it has to be decided again."})
    if line.hand_overs.filter(accepted_at__isnull=False).exists():
        raise Invalid("The receiving team has accepted this child's work by name. Speak with them; it is theirs now.")
    line.outcome = ""
    line.version += 1
    line.save()
    last = line.recommendations.last()
    if last is not None:
        last.returned_words, last.returned_by, last.returned_at = reason, reader.user, worktime.now()
        last.save()
    Contact.objects.filter(pk=line.contact_id).update(stage="with_worker")
    timeline.record(events.DecisionReopened(child=line.person_id), subjects.of_contact(line.contact), about=[subjects.child(line)])
    return line


def _role(reader: Reader) -> str:
    """The role somebody decides in."""
    return next((held.role for held in reader.held if held.role in front_door().roles.decides), "")


def _waiting(line: ContactLine, version: int, reader: Reader) -> Recommendation:
    recommendation = line.recommendations.filter(status=Recommendation.WAITING).first()
    if recommendation is None:
        raise Invalid("No recommendation for this child is waiting to be signed off.")
    if recommendation.version != version:
        raise Stale(recommendation.by.name, {"reasons": recommendation.reasons, "outcome": recommendation.outcome})
    if reader.id in (recommendation.by_id, recommendation.together_id):
        raise Refused(capabilities.DECIDE, ContactLine, line.pk, "You made this recommendation. Another person signs it off.")
    return recommendation


def _move_on(contact: Contact) -> None:
    """The contact is decided once every child's outcome is."""
    if contact.lines.filter(outcome="").exists():
        waits = Recommendation.objects.filter(line__contact=contact, status=Recommendation.WAITING).exists()
        Contact.objects.filter(pk=contact.pk).update(stage="sign_off" if waits else "with_worker")
    else:
        timeline.record(events.AllDecided(), subjects.of_contact(contact), about=subjects.children(contact))
        waiting = contact.hand_overs.filter(accepted_at=None, withdrawn_at=None).exists()
        Contact.objects.filter(pk=contact.pk).update(stage="passed_on" if waiting else "decided")
