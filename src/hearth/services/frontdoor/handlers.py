"""What follows at the front door from its own events, in the same transaction."""

from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.models import Event
from hearth.services.frontdoor import events
from hearth.services.frontdoor.actions.conversation import acknowledge_at_once, await_form_if_asked
from hearth.services.frontdoor.actions.linking import urgency_answered
from hearth.services.frontdoor.actions.screening import alert_workers
from hearth.services.frontdoor.models import Contact
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


def _contact_of(event: Event) -> Contact:
    return Contact.objects.get(pk=event.home.subject_id)
