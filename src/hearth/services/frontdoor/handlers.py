"""What follows at the front door from its own events, in the same transaction."""

from uuid import UUID

from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.models import Event
from hearth.people.queries import lead_professionals
from hearth.services.frontdoor import events
from hearth.services.frontdoor.actions.common import notify
from hearth.services.frontdoor.actions.conversation import acknowledge_at_once, await_form_if_asked
from hearth.services.frontdoor.actions.linking import urgency_answered
from hearth.services.frontdoor.actions.managing import ask_review_of_known, tell_manager_of_mailbox
from hearth.services.frontdoor.actions.screening import alert_workers
from hearth.services.frontdoor.bringing import bring_in
from hearth.services.frontdoor.models import Contact, ContactLine
from hearth.services.frontdoor.pack import front_door


@timeline.on(events.ContactGraded)
def _an_urgency_answers_the_question(event: Event, what: timeline.EventKind) -> None:
    urgency_answered(_contact_of(event))


@timeline.on(events.ContactReceived)
def _a_secure_address_is_acknowledged_at_once(event: Event, what: timeline.EventKind) -> None:
    acknowledge_at_once(_contact_of(event))


@timeline.on(events.ContactRecorded)
def _a_form_is_awaited_where_the_pack_asks_it(event: Event, what: timeline.EventKind) -> None:
    await_form_if_asked(_contact_of(event))


@timeline.on(events.ImmediateConcern)
def _a_form_follows_a_call_about_immediate_safety(event: Event, what: timeline.EventKind) -> None:
    await_form_if_asked(_contact_of(event))


@timeline.on(events.ProtectionIdentified)
def _child_protection_alerts_the_social_workers(event: Event, what: timeline.EventKind) -> None:
    contact = _contact_of(event)
    if not contact.child_protection:
        return
    await_form_if_asked(contact)
    if front_door().first_stage != "with_worker":
        alert_workers(contact, "protection")


@timeline.on(events.Decided)
def _early_help_decided_is_told_to_the_lead_professional(event: Event, what: timeline.EventKind) -> None:
    outcome = front_door().outcome(what.outcome) if isinstance(what, events.Decided) else None
    if outcome is None or outcome.kind != "early_help" or not isinstance(what, events.Decided):
        return
    contact = _contact_of(event)
    for lead in lead_professionals([what.child]).values():
        title = f"Early help is to go on: a child you lead for was decided on in contact {contact.number}"
        notify([lead], contact, title, f"early-help:{what.child}")


@timeline.on(events.ContactRecorded)
def _the_mailbox_is_put_before_the_manager(event: Event, what: timeline.EventKind) -> None:
    tell_manager_of_mailbox(_contact_of(event))


@timeline.on(events.ChildNamed)
def _a_secure_message_about_a_known_child_is_reviewed(event: Event, what: timeline.EventKind) -> None:
    ask_review_of_known(_contact_of(event), UUID(event.data["child"]))


def _contact_of(event: Event) -> Contact:
    return Contact.objects.get(pk=event.home.subject_id)


@timeline.on(events.ChildNamed)
def _earlier_involvement_is_brought_in(event: Event, what: timeline.EventKind) -> None:
    if front_door().brings_history and isinstance(what, events.ChildNamed):
        bring_in(ContactLine.objects.select_related("contact").get(pk=what.line))
