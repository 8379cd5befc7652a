"""Whether both parents' consent to agency checks is there, where the pack waits for it; what is missing, in words."""

from hearth.people.models import Relationship
from hearth.services.frontdoor.models import ConsentOverride, Contact, FamilyView

PARENTS = ("mother", "father")
CANNOT_CONSENT = {
    "refused": "has not agreed",
    "withdrawn": "has withdrawn their consent",
    "unsafe": "is not safe to ask",
    "not_known": "is not known",
    "no_pr": "has no parental responsibility",
}


def is_overridden(contact: Contact) -> bool:
    """Has the need for consent been overridden for this contact?"""
    return any(one.overridden for one in contact.consent_overrides.all())


def waiting_override(contact: Contact) -> ConsentOverride | None:
    """The request to override consent that waits, if one does."""
    return next((one for one in contact.consent_overrides.all() if one.overridden is None), None)


def _holds(view: FamilyView, agency: str) -> bool:
    return not view.agencies or agency in view.agencies or (not agency and view.answer != "agrees")


def _latest(contact: Contact, agency: str) -> dict[str, str]:
    """The latest answer of each adult that holds for an agency, by person or by what they were called."""
    return {str(view.person_id or view.about.lower()): view.answer for view in contact.family_views.all() if _holds(view, agency)}


def offers_override(contact: Contact) -> bool:
    """Is consent refused or not to be had from somebody, so that overriding it may be asked for?"""
    return any(answer in CANNOT_CONSENT for answer in _latest(contact, "").values())


def why_locked(contact: Contact, agency: str = "") -> str:
    """Why agencies, or one kind of agency, may not be asked yet, in words; "" where they may.

    Each child's mother and father are recorded and each has agreed, or the need is overridden. An answer about some
    agencies holds for those.
    """
    if is_overridden(contact):
        return ""
    problems: list[str] = []
    parents: dict[str, dict[str, list[str]]] = {}
    rows = Relationship.objects.filter(person__contact_lines__contact=contact, kind__in=PARENTS, ended_on=None)
    for row in rows.select_related("person", "relative").order_by("person__contact_lines__position", "pk"):
        parents.setdefault(str(row.person_id), {}).setdefault(row.kind, []).append(str(row.relative_id))
    names = {str(row.relative_id): row.relative.name for row in rows.select_related("relative")}
    answers = _latest(contact, agency)
    for line in contact.lines.select_related("person"):
        recorded = parents.get(str(line.person_id), {})
        problems += [f"no {kind} of {line.person.name} is recorded" for kind in PARENTS if kind not in recorded]
    for person, name in names.items():
        answer = answers.get(person, "")
        if answer != "agrees":
            problems.append(f"{name} {CANNOT_CONSENT.get(answer, 'is not recorded as agreeing')}")
    problems += [
        f"{about} {CANNOT_CONSENT[said]}" for about, said in answers.items() if about not in names and said in CANNOT_CONSENT
    ]
    if not problems:
        return ""
    return f"Agencies are asked once both parents consent, and {'; '.join(dict.fromkeys(problems))}."
