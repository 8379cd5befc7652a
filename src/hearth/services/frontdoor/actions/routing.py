"""Passing on: a referral for each child, and hand-overs that are done only when accepted by name."""

from datetime import timedelta
from uuid import UUID

from hearth.foundation import packs, worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, NotFound, Refused
from hearth.foundation.access.limiting import PERSON, check
from hearth.foundation.access.models import Involvement, User
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people.actions import subject as person_subject
from hearth.services.frontdoor import capabilities, events, subjects
from hearth.services.frontdoor.models import Contact, ContactLine, HandOver, Referral
from hearth.services.frontdoor.pack import Outcome

RE_REFERRAL = timedelta(days=365)


def open_referral(reader: Reader, line: ContactLine, outcome: Outcome, team: str) -> Referral:
    """Open a child's episode, dated by the receipt of the contact, and offer it to the team."""
    if team not in packs.active().teams:
        raise Invalid({"team": "Choose the team."})
    received = line.contact.received_at
    earlier = (
        Referral.objects.filter(person=line.person, received_at__gt=received - RE_REFERRAL, received_at__lt=received)
        .order_by("-received_at")
        .first()
    )
    referral = Referral.objects.create(
        person=line.person,
        line=line,
        received_at=received,
        opened_at=worktime.now(),
        outcome=outcome.code,
        team=team,
        earlier_referral=earlier,
        re_referral=earlier is not None,
    )
    timeline.record(
        events.ReferralOpened(child=line.person_id, referral=referral.pk, team=team, received_at=referral.received_at),
        subjects.of_referral(referral),
        about=[subjects.child(line), subjects.of_contact(line.contact)],
    )
    offer(reader, line.contact, team, referral=referral)
    return referral


def offer(
    reader: Reader,
    contact: Contact,
    team: str,
    *,
    referral: Referral | None = None,
    to_user: User | None = None,
    why: str = "",
) -> HandOver:
    """Offer work to a team, or to one of its workers. The front door keeps it until somebody there accepts it by name."""
    made = HandOver.objects.create(
        contact=contact,
        referral=referral,
        to_team=team,
        to_user=to_user,
        why=why,
        offered_by=reader.user,
        offered_at=worktime.now(),
    )
    child = referral.person_id if referral else None
    about = [person_subject(child)] if child else subjects.children(contact)
    timeline.record(events.HandOverOffered(handover=made.pk, child=child, team=team), subjects.of_contact(contact), about=about)
    return made


@action(capabilities.ACCEPT)
def accept_hand_over(reader: Reader, hand_over_id: UUID) -> HandOver:
    """Accept work by name. From now on it is the receiving team's; the accepter is involved with the child."""
    hand_over = HandOver.objects.select_for_update().filter(pk=hand_over_id, withdrawn_at=None).first()
    if hand_over is None:
        raise NotFound(capabilities.ACCEPT, HandOver, hand_over_id)
    if hand_over.to_team not in reader.teams:
        raise Refused(capabilities.ACCEPT, HandOver, hand_over_id, "This was passed to another team.")
    contact = check(Contact, hand_over.contact_id, reader, capabilities.ACCEPT)
    if hand_over.accepted_at is not None:
        raise Invalid(f"{hand_over.accepted_by} has accepted this already.")
    now = worktime.now()
    hand_over.accepted_by, hand_over.accepted_at = reader.user, now
    hand_over.save()
    referral = hand_over.referral
    children = [referral.person_id] if referral else list(contact.lines.values_list("person_id", flat=True))
    _involve(reader, hand_over, children)
    timeline.record(
        events.HandOverAccepted(handover=hand_over.pk, child=referral.person_id if referral else None, worker=reader.id),
        subjects.of_contact(contact),
        about=[person_subject(child) for child in children],
    )
    if contact.stage == "passed_on" and not contact.hand_overs.filter(accepted_at=None, withdrawn_at=None).exists():
        Contact.objects.filter(pk=contact.pk).update(stage="decided")
    return hand_over


def _involve(reader: Reader, hand_over: HandOver, children: list[UUID]) -> None:
    for child in children:
        Involvement.objects.get_or_create(
            kind=PERSON,
            subject_id=child,
            role="accepted",
            user=reader.user,
            ends_at=None,
            defaults={"team": hand_over.to_team, "starts_at": worktime.now()},
        )
