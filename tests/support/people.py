"""Staff and families to test with; every name is invented."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.models import RoleHeld, User
from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms.language import FormSection
from hearth.people.actions import Named
from hearth.people.models import Person
from hearth.services.frontdoor import actions, analysis
from hearth.services.frontdoor.actions.analysing import SectionGiven, record_analysis
from hearth.services.frontdoor.actions.receiving import NewContact, NewLine
from hearth.services.frontdoor.models import Contact, ContactLine, Recommendation

PASSWORD = "a long enough password"


def staff(name: str, role: str, team: str, *, password: bool = False) -> Reader:
    """A member of staff with a role held for a year."""
    email = f"{name.lower().replace(' ', '.')}@council.example"
    user = User.objects.create_user(email, PASSWORD if password else None, name=name)
    RoleHeld.objects.create(user=user, role=role, team=team, starts_at=worktime.now() - timedelta(days=365))
    return Reader(user)


def child(forenames: str, surname: str, age: int | None = 9, **more: object) -> Named:
    """A child as a caller names them."""
    return Named(forenames=forenames, surname=surname, age=age, **more)  # type: ignore[arg-type]


def analysed(reader: Reader, contact: Contact) -> None:
    """Write the least analysis that a decision needs under the active pack, for every child this reader may see."""
    from hearth.foundation.access import limiting
    from hearth.services.frontdoor import capabilities

    whole = [SectionGiven(one.section.code, _answers(one.section), one.version) for one in analysis.of_contact(contact)]
    lines = limiting.limit(contact.lines.all(), reader, capabilities.RECOMMEND)
    each = [
        SectionGiven(one.section.code, _answers(one.section), one.version, line.pk)
        for line in lines
        for one in analysis.of_child(line)
    ]
    record_analysis(reader, contact.pk, whole + each)


def recommend_analysed(reader: Reader, line_id: UUID, **given: Any) -> Recommendation:
    """Write the least analysis, then recommend: what a worker does on the page, in one call."""
    line = ContactLine.objects.get(pk=line_id)
    if reader.can("frontdoor.recommend") and line.contact.is_open and not line.outcome:
        analysed(reader, line.contact)
    return actions.recommend(reader, line_id, **given)


def _answers(section: FormSection) -> dict[str, object]:
    given: dict[str, object] = {"number": 4, "evidence_lines": [{"what": "A bruise", "known_by": "seen", "source": "Teacher"}]}
    return {field.code: given.get(field.kind, "He was hit with a belt.") for field in section.fields if field.required_when}


def call(*children: Named | Person, **more: object) -> NewContact:
    """A teacher's call about some children; name anything to change it."""
    lines = [
        NewLine(
            who=one if isinstance(one, Named) else Named(person_id=one.pk),
            where_now="at school",
            with_whom="class teacher",
            safe_now="yes",
        )
        for one in children
    ]
    given = {
        "purpose": "safeguarding",
        "what_told": "He said that his dad hit him this morning.",
        "referrer_kind": "professional",
        "referrer_name": "Anna Teacher",
        "referrer_telephone": "023 8000 0000",
        "referrer_source": "2A",
        "lines": lines,
    }
    return NewContact(**(given | more))  # type: ignore[arg-type]


UNLIKE = (
    "Amelia Okafor", "Bartek Zielinski", "Chidi Prendergast", "Dorota Whitlock", "Esme Farquhar", "Gwilym Hargreaves",
    "Hodan Jibril", "Imogen Castellano", "Kwabena Thistlewood", "Lottie Vasquez", "Mehmet Yildirim", "Niamh Gallagher",
    "Oksana Bondarenko", "Percy Underhill", "Quentin Abernathy", "Rhiannon Llewellyn", "Shabnam Qureshi", "Tobias Drummond",
    "Ursula Engelbrecht", "Vikram Narayanan", "Wilfred Oxenford", "Xanthe Petropoulos", "Yusuf Karaca", "Zofia Mazur",
)  # fmt: skip
"""Names of which none may be taken for another: whoever is recorded under one is asked about nobody else."""


def strangers() -> Iterator[Named]:
    """Children who resemble nobody else here."""
    return (child(*name.split()) for name in UNLIKE)
