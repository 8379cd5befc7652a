"""The next step on a contact for one reader: the one thing its page puts first."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.urls import reverse

from hearth.foundation.access.readers import Reader
from hearth.services.frontdoor import capabilities as caps
from hearth.services.frontdoor.accepting import Present, may_accept
from hearth.services.frontdoor.actions.screening import asks_danger
from hearth.services.frontdoor.missing import UNDECIDED_ADULTS, still_missing
from hearth.services.frontdoor.models import Contact, ContactLine, Recommendation
from hearth.services.frontdoor.pack import front_door


@dataclass(frozen=True)
class NextStep:
    """What this reader does next: its words, where, and whether pressing it already does it."""

    words: str
    href: str
    posts: bool = False


def next_step(
    reader: Reader, contact: Contact, lines: list[ContactLine] | None = None, missing: list[str] | None = None
) -> NextStep | None:
    """The next step for this reader, or None where the contact waits for somebody else or is closed.

    `lines` are the children this reader may see, `missing` what `still_missing` says, where they are known. Danger
    comes first, then what was passed to the reader, then the way of a contact from urgency to closing.
    """
    if not contact.is_open:
        return None
    lines = list(contact.lines.select_related("person")) if lines is None else lines
    missing = still_missing(contact) if missing is None else missing
    prefetch_related_objects(lines, "recommendations")
    return (
        _accept(reader, contact)
        or _danger(reader, lines)
        or _take(reader, contact)
        or _urgency(reader, contact, lines)
        or _where(reader, lines)
        or _sign_off(reader, contact, lines)
        or _recommend(reader, lines)
        or _pass_again(reader, contact, lines)
        or _tell(reader, contact, missing)
        or _finish(reader, contact, missing)
    )


def _on_contact(name: str, contact: Contact) -> str:
    return reverse(name, args=[contact.pk])


def _accept(reader: Reader, contact: Contact) -> NextStep | None:
    if not reader.can(caps.ACCEPT):
        return None
    present = Present()
    for offer in contact.hand_overs.all():
        if offer.accepted_at is None and offer.withdrawn_at is None and may_accept(reader, offer, present):
            return NextStep("Look at what was passed to you", reverse("passed", args=[offer.pk]))
    return None


def _danger(reader: Reader, lines: list[ContactLine]) -> NextStep | None:
    line = next((one for one in lines if one.safe_now == "no" and not one.outcome), None)
    if line is None or not reader.can(caps.WORK):
        return None
    words = f"{line.person.name} is in danger now: record what keeps them safe"
    return NextStep(words, reverse("step", args=[line.contact_id]))


def _where(reader: Reader, lines: list[ContactLine]) -> NextStep | None:
    line = next((one for one in lines if one.safe_now == "not_asked" and not one.outcome), None)
    if line is None or not reader.can(caps.WORK):
        return None
    return NextStep(f"Record where {line.person.name} is now", reverse("safety", args=[line.pk]))


def _take(reader: Reader, contact: Contact) -> NextStep | None:
    nobody = contact.holder_id is None or contact.team != front_door().team
    if nobody and reader.can(caps.WORK) and front_door().team in reader.teams:
        return NextStep("Take this contact", _on_contact("take", contact), posts=True)
    return None


def _urgency(reader: Reader, contact: Contact, lines: list[ContactLine]) -> NextStep | None:
    decided = bool(lines) and all(line.outcome for line in lines)
    if front_door().grades_on != "contact" or decided:
        return None
    if asks_danger(contact):  # about support alone: whether a child may be in danger is asked first
        return None
    if not contact.grade and reader.can(caps.PROPOSE_GRADE):
        return NextStep("Set urgency", _on_contact("grade", contact))
    latest = next(reversed(contact.gradings.all()), None)
    if latest and latest.confirmed_at is None and latest.by_id != reader.id and reader.can(caps.CONFIRM_GRADE):
        return NextStep("Confirm urgency", _on_contact("confirm_grade", contact), posts=True)
    return None


def _sign_off(reader: Reader, contact: Contact, lines: list[ContactLine]) -> NextStep | None:
    if not reader.can(caps.DECIDE):
        return None
    others = any(reader.id not in (one.by_id, one.together_id) for one in _waiting(lines))
    return NextStep("Sign off", _on_contact("sign_off", contact)) if others else None


def _waiting(lines: list[ContactLine]) -> list[Recommendation]:
    return [one for line in lines for one in line.recommendations.all() if one.status == Recommendation.WAITING]


def _recommend(reader: Reader, lines: list[ContactLine]) -> NextStep | None:
    if not reader.can(caps.RECOMMEND):
        return None
    waits: set[UUID] = {one.line_id for one in _waiting(lines)}
    line = next((one for one in lines if not one.outcome and one.pk not in waits), None)
    return NextStep(f"Recommend an outcome for {line.person.name}", reverse("recommend", args=[line.pk])) if line else None


def _pass_again(reader: Reader, contact: Contact, lines: list[ContactLine]) -> NextStep | None:
    if not reader.can_any([caps.DECIDE, caps.RECOMMEND]):
        return None
    door = front_door()
    held = {one.line_id for one in contact.hand_overs.all() if one.withdrawn_at is None}
    for line in lines:
        outcome = door.outcome(line.outcome)
        if outcome and outcome.passes_on and line.pk not in held:
            return NextStep(f"Pass {line.person.name} on again", reverse("offer_again", args=[line.pk]))
    return None


def _tell(reader: Reader, contact: Contact, missing: list[str]) -> NextStep | None:
    if any(not line.outcome for line in contact.lines.all()):
        return None
    if reader.can(caps.TELL):
        for telling in [one for one in contact.tellings.all() if one.status == "to_tell" and one.whom != "professional"]:
            words = "Tell the referrer" if telling.whom == "referrer" else f"Tell {telling.name}"
            return NextStep(words, reverse("tell", args=[telling.pk]))
    if reader.can(caps.TELL_FAMILY) and UNDECIDED_ADULTS in missing:
        return NextStep("Decide who of the family is told", _on_contact("tell_family", contact))
    return None


def _finish(reader: Reader, contact: Contact, missing: list[str]) -> NextStep | None:
    if not reader.can(caps.TELL):
        return None
    if not missing:
        return NextStep("Close this contact", _on_contact("close_contact", contact), posts=True)
    if len(missing) == 1 and missing[0].startswith("talk the recommended"):
        return NextStep("Talk the steps through with the referrer", _on_contact("steps_discussed", contact))
    return None
