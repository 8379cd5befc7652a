"""The analysis that comes before a recommendation, in the words of the story."""

from hearth.foundation import worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.readers import Reader
from hearth.foundation.caseforms.language import FormSection
from hearth.services.frontdoor import actions, analysis, capabilities
from hearth.services.frontdoor.actions import SectionGiven, conversation
from hearth.services.frontdoor.models import Contact


def analyse(reader: Reader, contact: Contact, told: str, judged: str) -> None:
    """Write the parts that a recommendation needs, for the contact and for each child this reader may see.

    Where the pack wants a social worker to have spoken with the caller first, that conversation is recorded too.
    """
    if conversation.conversation_to_hold(contact):
        conversation.hold_conversation(reader, contact.pk, held_at=worktime.now(), what_told="Nothing new was said.")
    lines = limiting.limit(contact.lines.all(), reader, capabilities.RECOMMEND)
    given = [
        SectionGiven(one.section.code, _answers(one.section, told, judged), one.version) for one in analysis.of_contact(contact)
    ]
    for line in lines:
        for one in analysis.of_child(line):
            given.append(SectionGiven(one.section.code, _answers(one.section, told, judged), one.version, line.pk))
    actions.record_analysis(reader, contact.pk, [one for one in given if one.values])


def _answers(section: FormSection, told: str, judged: str) -> dict[str, object]:
    by_kind: dict[str, object] = {
        "number": 5,
        "evidence_lines": [{"what": told[:200], "known_by": "told", "source": "who told us"}],
    }
    return {field.code: by_kind.get(field.kind, judged) for field in section.fields if field.required_when}
