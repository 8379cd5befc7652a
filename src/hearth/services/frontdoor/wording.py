"""What fills the letters of the front door. Never a grade; nothing of another family member; no confidential address."""

import re
from collections.abc import Iterable

from hearth.foundation import worktime
from hearth.people.models import Professional, Relationship
from hearth.services.frontdoor.models import Contact, ContactLine
from hearth.services.frontdoor.pack import Outcome, front_door
from hearth.services.frontdoor.relatives import Adult

FAMILY_WORDS = {
    "advice": "We have given advice. We do not need to do anything more now.",
    "signpost": "We have told you about services that can help. We do not need to do anything more now.",
    "early_help": "We have asked our early help service to get in touch with you and offer help.",
    "assessment": "A social worker will get in touch with you to talk about what help is needed.",
    "strategy": "A social worker will get in touch with you to talk about what has to happen next.",
    "gather": "We are asking people who know your family what help would be right.",
    "service": "We have asked a service that can help to get in touch with you.",
    "universal": "We do not need to do anything more now. School, health and other services go on as before.",
    "redirect": "We have passed this on to the service that can help.",
}
"""What an adult of the family is told of each kind of outcome, unless a pack has its own words."""


def told_family(outcome: Outcome) -> str:
    """What an adult of the family is told of an outcome."""
    return outcome.told_family or FAMILY_WORDS[outcome.kind]


def referrer_template(contact: Contact) -> str:
    """The public hear that we have received and considered it; professionals the outcome the pack allows."""
    return "referrer-professional" if contact.referrer_kind == "professional" else "referrer-public"


def _base(contact: Contact) -> dict[str, str]:
    received = contact.received_at.astimezone(worktime.LONDON)
    return {"received": f"{received.day} {received:%B} {received.year}", "reference": str(contact.number)}


def _allowed(lines: Iterable[ContactLine]) -> str:
    door = front_door()
    found = [outcome.told_professional for line in lines if (outcome := door.outcome(line.outcome))]
    return " ".join(dict.fromkeys(found))


def referrer_words(contact: Contact) -> dict[str, str]:
    """What fills the letter to the referrer. No name, no reason and no fact of the family is among it."""
    name = contact.referrer_name or "Sir or Madam"
    outcomes, public = _allowed(contact.lines.all()), front_door().told_public
    return _base(contact) | {"name": name, "outcomes": outcomes, "public": public, "added": ""}


def professional_words(contact: Contact, professional: Professional) -> dict[str, str]:
    """What fills the letter to another professional: the outcomes of the children they work with, and of no other."""
    theirs = contact.lines.filter(person__professionals__professional=professional, person__professionals__ends_on=None)
    return _base(contact) | {"name": professional.name, "outcomes": _allowed(theirs)}


def family_words(contact: Contact, adult: Adult) -> dict[str, str]:
    """What fills the letter to one adult: their own children's outcomes, and never who told us."""
    door = front_door()
    lines = [line for line in contact.lines.select_related("person") if line.person_id in adult.children]
    said = [f"{line.person.name}: {told_family(outcome)}" for line in lines if (outcome := door.outcome(line.outcome))]
    return _base(contact) | {
        "name": adult.name,
        "children": " and ".join(line.person.name for line in lines),
        "outcomes": " ".join(said),
    }


def names_in(text: str, contact: Contact) -> list[str]:
    """The names of the family that a text holds: its children's and their relatives', first names or last."""
    people = [line.person for line in contact.lines.select_related("person")]
    rows = Relationship.objects.filter(person__in=people, ended_on=None).select_related("relative")
    people += [row.relative for row in rows]
    names = {part for person in people for part in f"{person.forenames} {person.surname} {person.known_as}".split()}
    return sorted(name for name in names if re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE))


def may_not_be_told(contact: Contact, whom: str) -> str:
    """What the screen names beside each letter, so that nobody adds it."""
    if whom == "family":
        return "who told us, what others have said, anything about another child or adult, any address, and how urgent it was."
    if whom == "professional" or contact.referrer_kind == "professional":
        return "our reasons, the family's other circumstances, anything about another person, and any address."
    return "the outcome, and anything about the family."
