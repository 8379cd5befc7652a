"""Asking to override parents' consent, overriding it, confirming earlier involvement, and further actions."""

from datetime import date
from uuid import UUID

from hearth.foundation import packs, worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader
from hearth.foundation.access.staff import on_duty
from hearth.foundation.timeline import api as timeline
from hearth.services.frontdoor import capabilities, consenting, events, subjects
from hearth.services.frontdoor.actions.common import needed, notify, open_contact
from hearth.services.frontdoor.models import ConsentOverride, Contact, ContactLine, EarlierInvolvement, FurtherAction
from hearth.services.frontdoor.pack import front_door


@action(capabilities.WORK)
def ask_override(reader: Reader, contact_id: UUID, *, why: str) -> ConsentOverride:
    """Ask whoever may override parents' consent to do so, with the reason; they are told at once."""
    contact = open_contact(reader, contact_id)
    _is_locked(contact)
    needed({"why": why}, {"why": "Say why agencies should be asked without it."})
    if consenting.waiting_override(contact) is not None:
        raise Invalid("A request to override consent is waiting already.")
    made = ConsentOverride.objects.create(contact=contact, why_asked=why.strip(), asked_by=reader.user, asked_at=worktime.now())
    timeline.record(events.OverrideAsked(override=made.pk), subjects.of_contact(contact), about=subjects.children(contact))
    able = on_duty(packs.active().roles_with(capabilities.OVERRIDE_CONSENT), front_door().team)
    notify(able, contact, f"You are asked to override consent on contact {contact.number}", f"override:{made.pk}")
    return made


def _is_locked(contact: Contact) -> None:
    if front_door().agreement_of != "both_parents" or not consenting.why_locked(contact):
        raise Invalid("Nothing needs to be overridden: agencies may be asked.")


@action(capabilities.OVERRIDE_CONSENT)
def override_consent(reader: Reader, contact_id: UUID, *, overridden: bool, rationale: str) -> ConsentOverride:
    """Override the need for parents' consent to agency checks, or decline to, with the rationale, which the child's file shows."""
    contact = open_contact(reader, contact_id, capabilities.OVERRIDE_CONSENT)
    _is_locked(contact)
    needed({"rationale": rationale}, {"rationale": "Write the rationale. The child's file shows it."})
    now = worktime.now()
    made = consenting.waiting_override(contact) or ConsentOverride(
        contact=contact, why_asked="", asked_by=reader.user, asked_at=now
    )
    made.overridden, made.rationale, made.decided_by, made.decided_at = overridden, rationale.strip(), reader.user, now
    made.save()
    timeline.record(
        events.ConsentOverridden(override=made.pk, overridden=overridden),
        subjects.of_contact(contact),
        about=subjects.children(contact),
    )
    return made


@action(capabilities.CONFIRM_HISTORY)
def confirm_involvement(reader: Reader, line_id: UUID, *, added: str = "") -> EarlierInvolvement:
    """Confirm the earlier involvement that was brought into a contact for one child, adding what it lacks."""
    line = check(ContactLine, line_id, reader, capabilities.CONFIRM_HISTORY, for_update=True)
    found = EarlierInvolvement.objects.filter(line=line).first()
    if found is None or found.confirmed_at is not None:
        raise Invalid("There is nothing left to confirm here.")
    found.confirmed_by, found.confirmed_at, found.added = reader.user, worktime.now(), added.strip()
    found.save()
    timeline.record(
        events.EarlierInvolvementConfirmed(child=line.person_id), subjects.of_contact(line.contact), about=[subjects.child(line)]
    )
    return found


@action(capabilities.DECIDE)
def add_further_action(reader: Reader, contact_id: UUID, *, what: str, owner: User, due_on: date) -> FurtherAction:
    """Add something to be done as a consequence of the manager's review; its owner is told."""
    contact = check(Contact, contact_id, reader, capabilities.DECIDE, for_update=True)
    needed({"what": what}, {"what": "Say what is to be done."})
    if due_on < worktime.today():
        raise Invalid({"due_on": "Choose today or a later day."})
    made = FurtherAction.objects.create(
        contact=contact, what=what.strip(), owner=owner, due_on=due_on, by=reader.user, at=worktime.now()
    )
    timeline.record(
        events.FurtherActionAdded(action=made.pk, owner=owner.pk, due_on=due_on),
        subjects.of_contact(contact),
        about=subjects.children(contact),
    )
    if owner.pk != reader.id:
        notify([owner], contact, f"Something is for you to do on contact {contact.number}", f"further:{made.pk}")
    return made


@action(capabilities.WORK)
def finish_further_action(reader: Reader, contact_id: UUID, action_id: int, *, done_words: str) -> FurtherAction:
    """Record that a further action was carried out, also after the contact is closed."""
    contact = check(Contact, contact_id, reader, capabilities.WORK, for_update=True)
    found = contact.further_actions.filter(pk=action_id, done_at=None).first()
    if found is None:
        raise Invalid("This action has been carried out already.")
    needed({"done_words": done_words}, {"done_words": "Say what was done."})
    found.done_words, found.done_by, found.done_at = done_words.strip(), reader.user, worktime.now()
    found.save()
    timeline.record(events.FurtherActionDone(action=found.pk), subjects.of_contact(contact), about=subjects.children(contact))
    return found
