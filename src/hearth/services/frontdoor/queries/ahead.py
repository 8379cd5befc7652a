"""What the page of a contact shows, read ahead: its many short lists in one query, and whoever they name in one each."""

from dataclasses import dataclass, field

from hearth.foundation.access.models import Involvement, User
from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms.models import Answers
from hearth.foundation.gathering import Lists, Rows, fill, gather, gathered
from hearth.foundation.letters.models import Letter
from hearth.people.models import Agency, Person, Relationship
from hearth.services.frontdoor import analysis
from hearth.services.frontdoor.models import Contact, RequestForm
from hearth.services.frontdoor.sight import look

OF_CONTACT = [
    "acknowledgements",
    "advice_given",
    "agreement_steps",
    "answers",
    "checks",
    "early_help_questions",
    "consent_overrides",
    "emergency_calls",
    "enquiries",
    "evaluations",
    "factors",
    "family_views",
    "flags",
    "further_actions",
    "gradings",
    "hand_overs",
    "handlings",
    "kinds",
    "lawful_bases",
    "next_steps",
    "night_analysis",
    "potential_referrals",
    "protective_steps",
    "readings",
    "relevant_histories",
    "request_form",
    "screening_answers",
    "shift_outcome",
    "sortings",
    "source_checks",
    "steps_discussions",
    "tellings",
    "transfers",
    "worker_calls",
]
OF_LINE = ["recommendations", "decisions", "said_words"]
OF_PERSON = ["episodes", "levels_of_need", "relationships", "relative_of"]


@dataclass(frozen=True)
class Ahead:
    """What is read ahead beside the lists kept on the contact, its lines and their persons."""

    letters: list[Letter] = field(default_factory=list)
    answers: list[Answers] = field(default_factory=list)
    involvements: list[Involvement] = field(default_factory=list)
    family: list[Relationship] = field(default_factory=list)


def read_ahead(reader: Reader, contact: Contact) -> Ahead:
    """Read ahead what this reader's page of a contact shows; nothing of a child whom they may not see but the line."""
    seen = look(reader, contact)
    people = [line.person for line in seen]
    subjects = [contact.pk, *(line.pk for line in seen)]
    letters, answers, involvements = gather(
        Lists([contact], OF_CONTACT),
        Lists(seen, OF_LINE),
        Lists(people, OF_PERSON),
        rows=[
            Rows(Letter, {"kind": ["contact"], "subject_id": [contact.pk]}),
            Rows(Answers, {"kind": ["contact", analysis.LINE], "subject_id": subjects}),
            Rows(Involvement, {"kind": ["person"], "subject_id": [person.pk for person in people]}),
        ],
    )
    form: RequestForm | None = getattr(contact, "request_form", None)
    under = [Lists([form] if form is not None else [], ["chases"]), Lists(list(contact.potential_referrals.all()), ["told"])]
    if any(one.owners for one in under):
        gather(*under)
    rows = [
        contact,
        *gathered([contact], OF_CONTACT),
        *gathered(seen, OF_LINE),
        *gathered(people, OF_PERSON),
        *(row for one in under for row in gathered(one.owners, one.names)),
        *letters,
        *answers,
        *involvements,
    ]
    fill(rows, User.objects.all(), [reader.user])
    fill(rows, Agency.objects.all())
    fill(rows, Person.objects.select_related("mother"), people)
    family = gathered(people, ["relationships", "relative_of"])
    open_now = {row.pk: row for row in family if isinstance(row, Relationship) and row.ended_on is None}
    return Ahead(letters, answers, involvements, [open_now[key] for key in sorted(open_now)])  # type: ignore[arg-type]
