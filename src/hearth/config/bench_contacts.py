"""The contacts that a bench copies: made by the actions people use, so that what is measured is what is kept."""

from dataclasses import replace
from datetime import timedelta

from hearth.foundation import worktime
from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms.answering import SectionShown
from hearth.foundation.timeline import api as timeline
from hearth.people.actions import Named
from hearth.services.frontdoor import actions, analysis, events, subjects
from hearth.services.frontdoor.actions.analysing import SectionGiven, record_analysis
from hearth.services.frontdoor.actions.receiving import NewContact, NewLine
from hearth.services.frontdoor.models import Contact


def recommended(worker: Reader, name: str) -> Contact:
    """A contact about one child, graded and answered, analysed, with a recommendation that waits to be signed off."""
    line = NewLine(
        who=Named(forenames=name, surname=f"{name}son", age=9),
        where_now="at school",
        safe_now="yes",
        safe_until=worktime.now() + timedelta(hours=5),
        safe_reason="The school keeps her",
    )
    new = NewContact(purpose="safeguarding", what_told="She has marks.", referrer_kind="professional", lines=[line])
    contact = actions.receive_contact(worker, new)
    actions.set_grade(worker, contact.pk, grade="amber", reasons="Marks were not seen.")
    with timeline.recording(worker.id):
        timeline.record(events.ContactResponded(step=1), subjects.of_contact(contact))
    child = contact.lines.get()
    sections = [_given(one) for one in analysis.of_contact(contact)]
    sections += [replace(_given(one), line=child.pk) for one in analysis.of_child(child)]
    record_analysis(worker, contact.pk, sections)
    given = {"outcome": "assessment", "reasons": "Not safe.", "significant_harm": "likely"}
    actions.recommend(worker, child.pk, nothing_gathered="Nobody could be reached yet.", **given)
    return contact


def decided(worker: Reader, manager: Reader, name: str) -> Contact:
    """Such a contact with the recommendation signed off and the child passed on."""
    contact = recommended(worker, name)
    actions.decide(manager, contact.lines.get().pk, version=1, shown={})
    return contact


def _given(shown: SectionShown) -> SectionGiven:
    """The least that a section must say before a decision."""
    answers: dict[str, object] = {
        "number": 4,
        "evidence_lines": [{"what": "A bruise", "known_by": "seen", "source": "Her teacher"}],
    }
    required = [field for field in shown.section.fields if field.required_when]
    given = {field.code: answers.get(field.kind, "She was hit.") for field in required}
    return SectionGiven(shown.section.code, given, shown.version)
