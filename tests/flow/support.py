"""Contacts at each point of their way, made through the actions people use."""

from datetime import datetime
from uuid import UUID

from django.test import Client

from hearth.foundation import worktime
from hearth.foundation.access.readers import Reader
from hearth.foundation.worktime import LONDON
from hearth.people.actions import Named
from hearth.people.models import Agency, Person, PersonProfessional, Professional, Relationship
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import conversation
from hearth.services.frontdoor.models import Contact
from tests.support.people import analysed, call, child


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def web(reader: Reader) -> Client:
    client = Client()
    client.force_login(reader.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def received(worker: Reader, *children: Named | Person, **more: object) -> Contact:
    return actions.receive_contact(worker, call(*(children or (child("Filip", "Kowalski"),)), **more))


def recommended(worker: Reader, contact: Contact, outcome: str = "assessment", **more: object) -> None:
    contact.refresh_from_db()
    if conversation.conversation_to_hold(contact):
        conversation.hold_conversation(worker, contact.pk, held_at=worktime.now(), what_told="Nothing new.")
    given = {"outcome": outcome, "reasons": "He is not safe at home.", "significant_harm": "neither"} | more
    if contact.out_of_hours:
        given = {"nothing_gathered": "It cannot wait for the morning."} | given
    analysed(worker, contact)
    for line in contact.lines.all():
        actions.recommend(worker, line.pk, **given)


def decided(worker: Reader, manager: Reader, contact: Contact, outcome: str = "assessment", **more: object) -> Contact:
    recommended(worker, contact, outcome, **more)
    for line in contact.lines.all():
        actions.decide(manager, line.pk, version=line.recommendations.last().version, shown={})
    contact.refresh_from_db()
    return contact


def parent(person_id: UUID, forenames: str, kind: str = "mother", **more: object) -> Person:
    name = f"{forenames} Kowalska"
    made = Person.objects.create(kind="adult", forenames=forenames, surname="Kowalska", search_name=name.lower(), **more)
    Relationship.objects.create(person_id=person_id, relative=made, kind=kind)
    return made


def health_visitor(person_id: UUID, name: str = "Hana Visitor") -> Professional:
    agency, _ = Agency.objects.get_or_create(name="Solent Health", defaults={"kind": "health"})
    made = Professional.objects.create(name=name, agency=agency, job="Health visitor", email="hana@nhs.example", email_secure=True)
    PersonProfessional.objects.create(person_id=person_id, professional=made)
    return made
