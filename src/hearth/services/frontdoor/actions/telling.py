"""Telling those who must hear. What each may not be told never enters the letter."""

from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.letters import actions as letters
from hearth.foundation.letters.actions import Addressee
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.models import Contact, Telling
from hearth.services.frontdoor.pack import front_door

WRITTEN = {"secure_email", "post", "by_hand"}


def referrer_template(contact: Contact) -> str:
    """The public hear that we have received and considered it; professionals the outcome the pack allows."""
    return "referrer-professional" if contact.referrer_kind == "professional" else "referrer-public"


def referrer_words(contact: Contact) -> dict[str, str]:
    """What fills the letter to the referrer. No name, no reason and no fact of the family is among it."""
    door = front_door()
    allowed: list[str] = []
    for line in contact.lines.all():
        outcome = door.outcome(line.outcome)
        if outcome and outcome.told_professional not in allowed:
            allowed.append(outcome.told_professional)
    local = worktime.LONDON
    received = contact.received_at.astimezone(local)
    return {
        "name": contact.referrer_name or "Sir or Madam",
        "received": f"{received.day} {received:%B} {received.year}",
        "reference": str(contact.number),
        "outcomes": " ".join(allowed),
        "public": door.told_public,
    }


@action(capabilities.TELL)
def tell_referrer(reader: Reader, telling_id: UUID, *, route: str, to_telephone: str = "") -> Telling:
    """Answer the referrer by a route confirmed safe: a letter goes out, or a call is noted.

    Raises Invalid before every child's outcome is decided, or where the route is not safe or not possible.
    """
    telling = Telling.objects.select_for_update().select_related("contact").filter(pk=telling_id, whom="referrer").first()
    if telling is None:
        raise Invalid("There is nobody to tell.")
    contact = check(Contact, telling.contact_id, reader, capabilities.TELL)
    if telling.status != "to_tell":
        raise Invalid("This has been answered already.")
    if contact.lines.filter(outcome="").exists():
        raise Invalid("The outcome for every child must be decided first.")
    if route == "secure_email" and not contact.referrer_email_secure:
        raise Invalid({"route": "This e-mail address is not secure. Choose another route."})
    if route in WRITTEN:
        to = Addressee(contact.referrer_name or "Whoever told us", route, contact.referrer_address, contact.referrer_email)
        letter = letters.write(
            reader,
            referrer_template(contact),
            referrer_words(contact),
            to,
            subjects.of_contact(contact),
            str(contact.number),
        )
        letters.send(reader, letter)
        telling.letter = letter.pk
    elif not to_telephone.strip() and not contact.referrer_telephone:
        raise Invalid({"route": "There is no telephone number. Choose another route."})
    telling.status, telling.route, telling.told_by, telling.told_at = "told", route, reader.user, worktime.now()
    telling.save()
    timeline.record(
        events.ReferrerTold(telling=telling.pk, route=route, written=route in WRITTEN),
        subjects.of_contact(contact),
        about=subjects.children(contact),
    )
    return telling
