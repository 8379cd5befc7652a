"""Telling those who must hear. What each may not be told never enters the letter."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, NotFound, Refused
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.letters import actions as letters
from hearth.foundation.letters.actions import Addressee
from hearth.foundation.timeline import api as timeline
from hearth.people.queries import WITHHELD, addresses
from hearth.services.frontdoor import capabilities, events, subjects, wording
from hearth.services.frontdoor.actions.hearing import no_longer_to_tell
from hearth.services.frontdoor.codes import WRITTEN_ROUTE
from hearth.services.frontdoor.models import Contact, StepsDiscussion, Telling
from hearth.services.frontdoor.relatives import adults, professionals

PUBLIC = "A member of the public may not be told anything about the family"
CHECK_FIRST = f"{PUBLIC}, nor the outcome. Say that you have checked that this names nobody and tells nothing of them."


def _to_tell(telling_id: UUID, whom: str, reader: Reader, route: str) -> tuple[Telling, Contact]:
    """Somebody still to be told, or told by telephone alone and to be written to as well: then a telling of its own.

    Raises NotFound, or Invalid where that is settled.
    """
    telling = Telling.objects.select_for_update(of=("self",)).filter(pk=telling_id, whom=whom).first()
    if telling is None:
        raise NotFound(capabilities.TELL, Telling, telling_id)
    contact = check(Contact, telling.contact_id, reader, capabilities.TELL)
    if telling.status == "told" and telling.route == "telephone":
        return _letter_after_call(telling, route), contact
    if telling.status != "to_tell":
        raise Invalid("This has been answered already.")
    if contact.lines.filter(outcome="").exists():
        raise Invalid("The outcome for every child must be decided first.")
    return telling, contact


def _letter_after_call(called: Telling, route: str) -> Telling:
    """The telling of a letter that follows a telephone call. The call stays as it was recorded."""
    written = Telling.objects.filter(contact_id=called.contact_id, route__in=WRITTEN_ROUTE)
    if any(one.to_whom == called.to_whom for one in written):
        raise Invalid("They have been told by telephone and by letter already.")
    if route not in WRITTEN_ROUTE:
        raise Invalid({"route": "They have been told by telephone already. Choose how the letter goes to them."})
    return Telling(
        contact_id=called.contact_id,
        whom=called.whom,
        person_id=called.person_id,
        name=called.name,
        decided_by=called.decided_by,
        decided_at=called.decided_at,
        reason=called.reason,
    )


@action(capabilities.TELL)
def tell_referrer(
    reader: Reader, telling_id: UUID, *, route: str, to_telephone: str = "", added: str = "", checked: bool = False
) -> Telling:
    """Answer the referrer by a route confirmed safe: a letter goes out, or a call is noted.

    After a call the same telling is named again with a written route: the letter goes out too, and both stay.
    `added` is a sentence of the worker's own. Raises Invalid before every child's outcome is decided, where the route
    is not safe or not possible, and where something was added to a letter to a member of the public and nobody has
    said it was checked, or it names somebody of the family.
    """
    telling, contact = _to_tell(telling_id, "referrer", reader, route)
    _check_added(contact, added, checked)
    if route == "secure_email" and not contact.referrer_email_secure:
        raise Invalid({"route": "This e-mail address is not secure. Choose another route."})
    if route not in WRITTEN_ROUTE and not to_telephone.strip() and not contact.referrer_telephone:
        raise Invalid({"route": "There is no telephone number. Choose another route."})
    to = Addressee(contact.referrer_name or "Whoever told us", route, contact.referrer_address, contact.referrer_email)
    words = wording.referrer_words(contact) | {"added": added.strip()}
    _tell(reader, telling, contact, to, wording.referrer_template(contact), words)
    timeline.record(
        events.ReferrerTold(telling=telling.pk, route=route, written=route in WRITTEN_ROUTE),
        subjects.of_contact(contact),
        about=subjects.children(contact),
    )
    return telling


def _check_added(contact: Contact, added: str, checked: bool) -> None:
    if not added.strip() or contact.referrer_kind == "professional":
        return
    named = wording.names_in(added, contact)
    if named:
        raise Invalid({"added": f"{PUBLIC}. This names {', '.join(named)}."})
    if not checked:
        raise Invalid({"added": CHECK_FIRST})


def _tell(reader: Reader, telling: Telling, contact: Contact, to: Addressee, template: str, words: Mapping[str, str]) -> None:
    """Write and send the letter where the route is a written one, and note who told them when."""
    if to.route in WRITTEN_ROUTE:
        letter = letters.write(reader, template, words, to, subjects.of_contact(contact), str(contact.number))
        letters.send(reader, letter)
        telling.letter = letter.pk
    telling.status, telling.route, telling.told_by, telling.told_at = "told", to.route, reader.user, worktime.now()
    telling.save()


@action(capabilities.TELL_FAMILY)
def decide_telling(reader: Reader, contact_id: UUID, person_id: UUID, *, tell: bool, reason: str) -> Telling:
    """Decide whether an adult of the family is told. Nobody of the family hears before somebody has decided it.

    Raises Invalid without a reason, for somebody who is not an adult of the family, or who has been told already.
    """
    contact = check(Contact, contact_id, reader, capabilities.TELL_FAMILY, for_update=True)
    adult = next((one for one in adults(reader, contact) if one.person_id == person_id), None)
    if adult is None:
        raise Invalid("Choose an adult of the family.")
    if not reason.strip():
        raise Invalid({"reason": "Say why it is safe and right to tell them, or why it is not."})
    telling = contact.tellings.filter(whom="family", person_id=person_id).first()
    if telling is not None and telling.status == "told":
        raise Invalid(f"{telling.name} has been told already.")
    telling = telling or Telling(contact=contact, whom="family", person_id=person_id, name=adult.name)
    telling.status, telling.reason = "to_tell" if tell else "not_told", reason
    telling.decided_by, telling.decided_at = reader.user, worktime.now()
    telling.save()
    about = [timeline.Subject("person", child) for child in adult.children]
    timeline.record(events.TellingDecided(telling=telling.pk, tell=tell), subjects.of_contact(contact), about=about)
    return telling


def why_not_told(telling: Telling | None, name: str) -> str:
    """Why an adult of the family may not be told, in words; "" once a manager's recorded decision says that they are."""
    if telling is None or telling.decided_by is None:
        return f"{name} is told only once a manager's recorded decision says so. No manager has decided yet."
    if telling.status == "not_told":
        return f"{telling.decided_by.name} decided that {name} is not told: {telling.reason}"
    return ""


@action(capabilities.TELL)
def tell_adult(reader: Reader, contact_id: UUID, person_id: UUID, *, route: str) -> Telling:
    """Tell one adult of the family, named by who they are.

    Refused, with the reason and logged, unless a manager's recorded decision says that they are told.
    """
    contact = check(Contact, contact_id, reader, capabilities.TELL)
    adult = next((one for one in adults(reader, contact) if one.person_id == person_id), None)
    if adult is None:
        raise Invalid("Choose an adult of the family.")
    telling = contact.tellings.filter(whom="family", person_id=person_id).select_related("decided_by").first()
    why = why_not_told(telling, adult.name)
    if telling is None or why:
        raise Refused(capabilities.TELL_FAMILY, Contact, contact_id, why)
    return tell_family(reader, telling.pk, route=route)


@action(capabilities.TELL)
def tell_family(reader: Reader, telling_id: UUID, *, route: str) -> Telling:
    """Tell an adult of the family what was decided for their own children, once it was decided that they are told.

    Refused, with the reason and logged, where a manager decided that they are not told. A letter never shows a
    confidential address: Invalid then for the post. After a call the
    letter may follow.
    """
    settled = Telling.objects.filter(pk=telling_id, whom="family", status="not_told").select_related("decided_by").first()
    if settled is not None and (why := why_not_told(settled, settled.name)):
        check(Contact, settled.contact_id, reader, capabilities.TELL)
        raise Refused(capabilities.TELL_FAMILY, Contact, settled.contact_id, why)
    telling, contact = _to_tell(telling_id, "family", reader, route)
    if telling.person is None or telling.decided_by is None:
        raise Invalid("Somebody has to decide first whether they are told.")
    adult = next((one for one in adults(reader, contact) if one.person_id == telling.person_id), None)
    if adult is None:
        raise Invalid("They are no longer recorded as an adult of this family.")
    home = addresses([telling.person.pk]).get(telling.person.pk, "")
    if route == "post" and (not home or home == WITHHELD):
        raise Invalid({"route": "There is no address that a letter may show. Choose another route."})
    if route == "secure_email":
        raise Invalid({"route": "A family's e-mail address is not known to be secure. Choose another route."})
    if route == "telephone" and not (telling.person.telephone or telling.person.safe_contact):
        raise Invalid({"route": "There is no telephone number. Choose another route."})
    address = "\n".join(home.split(", ")) if route == "post" else ""
    _tell(reader, telling, contact, Addressee(telling.name, route, address), "family", wording.family_words(contact, adult))
    about = [timeline.Subject("person", child) for child in adult.children]
    timeline.record(events.FamilyTold(telling=telling.pk, route=route), subjects.of_contact(contact), about=about)
    return telling


@action(capabilities.TELL)
def settle_professional(
    reader: Reader, contact_id: UUID, professional_id: UUID, *, told: bool, route: str = "", reason: str = ""
) -> Telling:
    """Note that another professional who works with a child was told, by which route, or is not told and why."""
    contact = check(Contact, contact_id, reader, capabilities.TELL, for_update=True)
    known = next((one for one in professionals(reader, contact) if one.pk == professional_id), None)
    if known is None:
        raise Invalid("Choose a professional who works with a child on this contact.")
    if told and contact.lines.filter(outcome="").exists():
        raise Invalid("The outcome for every child must be decided first.")
    if told and not route:
        raise Invalid({"route": "Say how they were told."})
    if told and route == "secure_email" and not (known.email and known.email_secure):
        raise Invalid({"route": "There is no secure e-mail address for them. Choose another route."})
    if not told and not reason.strip():
        raise Invalid({"reason": "Say why they are not told."})
    telling = contact.tellings.filter(whom="professional", professional_id=professional_id).first()
    if telling is not None and telling.status == "told":
        raise Invalid(f"{telling.name} has been told already.")
    telling = telling or Telling(contact=contact, whom="professional", professional_id=professional_id, name=known.name)
    telling.reason, telling.decided_by, telling.decided_at = reason, reader.user, worktime.now()
    telling.status = "not_told"
    telling.save()
    home, about = subjects.of_contact(contact), subjects.children(contact)
    if told:
        to = Addressee(known.name, route, str(known.agency), known.email)
        _tell(reader, telling, contact, to, "other-professional", wording.professional_words(contact, known))
        timeline.record(events.ProfessionalTold(telling=telling.pk, route=route), home, about=about)
    else:
        no_longer_to_tell(contact, telling)
        timeline.record(events.TellingDecided(telling=telling.pk, tell=False), home, about=about)
    return telling


@action(capabilities.TELL)
def record_steps_discussed(
    reader: Reader, contact_id: UUID, *, discussed_on: date | None = None, plan: str = "", not_reached: str = ""
) -> StepsDiscussion:
    """Record that the recommended steps were talked through with the referrer and a plan agreed, or why not."""
    contact = check(Contact, contact_id, reader, capabilities.TELL, for_update=True)
    problems = {}
    if not_reached.strip():
        if discussed_on or plan.strip():
            problems["not_reached"] = "Either say what was agreed and when, or why they could not be reached."
    else:
        if discussed_on is None:
            problems["discussed_on"] = "Enter the date you talked it through, or say why they could not be reached."
        elif discussed_on > worktime.today():
            problems["discussed_on"] = "The date must not be in the future."
        if not plan.strip():
            problems["plan"] = "Write the plan you agreed, or say why they could not be reached."
    if problems:
        raise Invalid(problems)
    made = StepsDiscussion.objects.create(
        contact=contact, discussed_on=discussed_on, plan=plan, not_reached=not_reached, by=reader.user, at=worktime.now()
    )
    timeline.record(
        events.StepsDiscussed(reached=not not_reached.strip()), subjects.of_contact(contact), about=subjects.children(contact)
    )
    return made
