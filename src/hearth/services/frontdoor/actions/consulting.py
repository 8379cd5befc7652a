"""A practitioner who is unsure rings for advice about a child: one action keeps the call, the advice and the adviser."""

from uuid import UUID

from hearth.foundation.access.acting import action
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.people import capabilities as people_capabilities
from hearth.people.actions import Named
from hearth.people.models import Person
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.actions.common import needed
from hearth.services.frontdoor.actions.kinds import KindDetails, set_kind
from hearth.services.frontdoor.actions.receiving import NewContact, NewLine, receive_contact
from hearth.services.frontdoor.models import Contact


@action(capabilities.RECEIVE)
def consult(
    reader: Reader,
    person_id: UUID,
    *,
    who_asks: str,
    telephone: str,
    question: str,
    advice: str,
    harm_described: str,
    ended_with: str,
) -> Contact:
    """Record a consultation about one child: who asked, the question, the advice, and how it ended."""
    person = check(Person, person_id, reader, people_capabilities.VIEW)
    needed(
        {"who_asks": who_asks, "question": question, "advice": advice, "ended_with": ended_with},
        {
            "who_asks": "Say who asks.",
            "question": "Write what was asked.",
            "advice": "Write the advice that was given.",
            "ended_with": "Say how it ended.",
        },
    )
    contact = receive_contact(
        reader,
        NewContact(
            kind="consultation",
            purpose="safeguarding" if harm_described == "yes" else "support",
            what_told=question,
            referrer_kind="professional",
            referrer_name=who_asks,
            referrer_telephone=telephone,
            lines=[NewLine(who=Named(person_id=person.pk))],
        ),
    )
    details = KindDetails(
        question=question,
        told=advice,
        harm_described=harm_described,
        name_asked="given" if harm_described == "yes" else "not_needed",
        ended_with=ended_with,
    )
    set_kind(reader, contact.pk, kind="consultation", details=details)
    return contact
