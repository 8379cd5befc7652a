"""The two worked cases of the training slides as calls just taken, and the families behind them."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from hearth.config.demonstration.analysing import analyse
from hearth.config.demonstration.household import Step
from hearth.config.demonstration.staffing import Office
from hearth.foundation import packs, worktime
from hearth.foundation.access.readers import Reader
from hearth.people import actions as people
from hearth.people.actions import Named
from hearth.people.models import Person
from hearth.people.search import candidates
from hearth.services.frontdoor import actions, jointly
from hearth.services.frontdoor.actions import NewContact, NewLine
from hearth.services.frontdoor.pack import front_door

DAVID = (
    "The safeguarding lead rang after a home visit about David's poor attendance and no reply from his parents. Seen and "
    "smelt by "
    "the caller: a strong smell of cannabis from the address; the door answered by mother's current partner, whom the "
    "school knows "
    "as alleged to have been domestically abusive in another family; a lot of clutter, animal faeces on the floor outside the "
    "children's bedroom, food and rubbish on the floor in the hallway, the bathroom dirty and mouldy. Believed by the caller: "
    "support was given about the home before and has not been kept up. Whether the partner lives there was not said."
)
FILIP = (
    "Filip is normally well behaved. Today in class he would not sit down. When the teaching assistant encouraged him he "
    "said that "
    "his dad hit him with a belt this morning and it hurt, and that he has marks on his bottom from the belt. The marks "
    "were told "
    "of, not seen. He lives with his dad and older brother Jakub; his parents are separated and his mum is in Poland. She "
    "has a "
    "solicitor there and was going through the High Court to have the boys returned to her, saying that dad had abducted them. "
    "Where those proceedings stand the caller does not know."
)
FILIP_WORDS = (
    '"My dad hit me with a belt this morning and it hurt." "I hid some sweets and he got mad." "He has that thing where he gets '
    'mad and Jakub has it too." "Dad was born in Poland and they have different laws there so he is allowed to use the belt."'
)
# Until when somebody keeps a child safe is the nearest clock of the morning: it puts both calls first.
WITH_THE_HEAD, SUMMERS_CLASS = timedelta(minutes=30), timedelta(minutes=40)
HOME = ("14 Saltpan Lane", "ZZ3 2AB")
BROTHERS_HOME = ("Flat 6, Nightingale Tower", "ZZ5 7DE")


def steps(office: Office, weeks: int, now: datetime) -> list[Step]:
    """What was known, two earlier contacts about the home so that a pattern can be seen, and both calls just taken."""
    started = now - timedelta(weeks=weeks)
    done = [
        (started - timedelta(days=200), partial(before, office, now)),
        (
            now - timedelta(days=40),
            partial(earlier, office, "Housing reports rubbish in the hall and no bedding for the children."),
        ),
        (now - timedelta(days=19), partial(earlier, office, "The school reports that the children come in dirty and hungry.")),
        (now - timedelta(minutes=9), partial(david_summer_and_sophie, office)),
        (now - timedelta(minutes=4), partial(filip_and_jakub, office)),
    ]
    return [Step(at, (-1, number), act) for number, (at, act) in enumerate(done)]


def before(office: Office, now: datetime) -> None:
    """What was known of the families when the history begins: who they are, and the partner's other family."""
    reader = office.one_of(front_door().roles.decides, 0)
    mother = _known(
        reader,
        Named(
            kind="adult", forenames="Kelly", surname="Marsh", sex="F", telephone="07700 900111", address=HOME[0], postcode=HOME[1]
        ),
    )
    for forenames, age, sex in (("David", 13, "M"), ("Summer", 7, "F"), ("Sophie", 3, "F")):
        born = now.date() - timedelta(days=age * 365 + age // 4 + 120)  # their age when the call comes
        child = _known(
            reader, Named(forenames=forenames, surname="Marsh", date_of_birth=born, sex=sex, address=HOME[0], postcode=HOME[1])
        )
        people.relate(reader, child, mother, "mother", parental_responsibility="to_confirm", source="school")
    partner = _known(reader, Named(kind="adult", forenames="Craig", surname="Nettleton", sex="M", age=36))
    other = _known(reader, Named(forenames="Alana", surname="Pike", age=5, sex="F"))
    people.relate(reader, other, partner, "partner_of_parent", parental_responsibility="no", source="police")
    people.restrict(
        office.one_of(packs.active().roles_with("people.restrict"), 0),
        other.pk,
        level="restricted",
        reason="Relevant history of another family: ask a manager.",
        owner=reader.user,
    )


def earlier(office: Office, told: str) -> None:
    """An earlier contact about the home of David, Summer and Sophie, that ended in early help."""
    door = front_door()
    kind = next((one for one in door.outcomes if one.kind == "early_help"), door.outcomes[0])
    caller = office.worker(1)
    manager = office.one_of(door.roles.decides, 1, besides=caller)
    lines = [NewLine(who=Named(person_id=child.pk), safe_now="yes", where_now="at home") for child in _siblings()]
    contact = actions.receive_contact(caller, _call(office, told, lines, "safeguarding"))
    analyse(caller, contact, told, "Help with the home and routines, agreed with the mother.")
    colleague = next(iter(jointly.partners(caller)), None)
    for line in contact.lines.all():
        actions.recommend(
            caller,
            line.pk,
            outcome=kind.code,
            team=kind.teams[0] if kind.teams else "",
            reasons="Help with the home and routines, agreed with the mother.",
            significant_harm="neither",
            recommended_steps="The school: keeps watch.",
            together=colleague.pk if colleague else None,
            nothing_gathered="The school is closed; the mother was spoken to.",
        )
        actions.decide(manager, line.pk, version=1, shown={})
    for offered in contact.hand_overs.all():
        actions.accept_hand_over(office.in_team(offered.to_team, 0), offered.pk)
    adult = contact.lines.all()[0].person.relationships.get(kind="mother").relative
    telling = actions.decide_telling(manager, contact.pk, adult.pk, tell=True, reason="She asked to hear.")
    actions.tell_family(caller, telling.pk, route="post")
    actions.tell_referrer(caller, contact.tellings.get(whom="referrer").pk, route="post")
    actions.close_contact(caller, contact.pk)


def david_summer_and_sophie(office: Office) -> None:
    """The first worked case, taken minutes ago; where Sophie is nobody has said."""
    david, summer, sophie = _siblings()
    lines = [
        NewLine(who=Named(person_id=david.pk), seen="not_asked", safe_now="unknown", school="Tidewell School"),
        NewLine(
            who=Named(person_id=summer.pk),
            where_now="at school, as far as the caller knows",
            with_whom="class teacher",
            seen="not_asked",
            safe_now="yes",
            safe_until=worktime.now() + SUMMERS_CLASS,
            safe_reason="In class until then; the caller rings back if anybody comes for her.",
            school="Larkmead Primary School",
        ),
        NewLine(who=Named(person_id=sophie.pk), seen="not_asked", safe_now="unknown"),
    ]
    actions.receive_contact(office.caller(0), _call(office, DAVID, lines, "both"))


def filip_and_jakub(office: Office) -> None:
    """The second worked case, taken minutes ago."""
    taker = office.caller(0)
    father = _known(
        taker,
        Named(kind="adult", forenames="Piotr", surname="Zawadzki", sex="M", address=BROTHERS_HOME[0], postcode=BROTHERS_HOME[1]),
    )
    mother = _known(taker, Named(kind="adult", forenames="Beata", surname="Zawadzka", sex="F"))
    brothers = []
    for forenames, age in (("Filip", 9), ("Jakub", 16)):
        child = _known(
            taker,
            Named(forenames=forenames, surname="Zawadzki", age=age, sex="M", address=BROTHERS_HOME[0], postcode=BROTHERS_HOME[1]),
        )
        people.relate(taker, child, father, "father", parental_responsibility="to_confirm", source="school")
        people.relate(taker, child, mother, "mother", parental_responsibility="to_confirm", source="school")
        brothers.append(child)
    people.relate(taker, brothers[0], brothers[1], "sibling", source="school")
    people.relate(taker, brothers[1], brothers[0], "sibling", source="school")
    lines = [
        NewLine(
            who=Named(person_id=brothers[0].pk),
            where_now="at school",
            with_whom="head teacher",
            seen="yes",
            safe_now="yes",
            safe_until=worktime.now() + WITH_THE_HEAD,
            safe_reason="The head keeps him in the office until somebody rings back.",
            child_words=FILIP_WORDS,
            school="Old Ropewalk Primary School",
        ),
        NewLine(who=Named(person_id=brothers[1].pk), seen="not_asked", safe_now="unknown", school="Fulling Mill Academy"),
    ]
    actions.receive_contact(taker, _call(office, FILIP, lines, "safeguarding"))


def _call(office: Office, told: str, lines: list[NewLine], purpose: str) -> NewContact:
    who = office.agencies["2A"][0]
    return NewContact(
        purpose=purpose,
        what_told=told,
        lines=lines,
        referrer_kind="professional",
        referrer_source="2A",
        referrer_name=who.name,
        referrer_job="Designated safeguarding lead",
        referrer_agency=who.agency_id,
        referrer_telephone=who.telephone,
        referrer_email=who.email,
        referrer_email_secure=who.email_secure,
        referrer_address=f"{who.agency.name}, ZZ9 9ZZ",
        received_at=worktime.now() - timedelta(minutes=2),
    )


def _known(reader: Reader, named: Named) -> Person:
    try:
        return people.identify(reader, named)
    except people.Undecided:
        shown = frozenset(one.person_id for one in candidates(named.terms))
        return people.identify(reader, replace(named, dismissed=shown))


def _siblings() -> list[Person]:
    home = {"residences__address__lines": HOME[0], "residences__address__postcode": HOME[1]}
    return list(Person.objects.filter(kind=Person.CHILD, surname="Marsh", **home).order_by("date_of_birth"))
