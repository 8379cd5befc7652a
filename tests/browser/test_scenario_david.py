"""The slides' first worked case, from the call to the answer: David, 13, Summer, 7, and Sophie, 3."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from hearth.foundation.letters.models import Letter
from hearth.services.frontdoor.models import Contact
from tests.support import journeys
from tests.support.journeys import OnTheCall, Ticked
from tests.support.people import staff

pytestmark = [pytest.mark.browser, pytest.mark.long]
Check = Callable[[Page], None]

TOLD = (
    "Home visit by the school for David's poor attendance and no reply from parents. Strong smell of cannabis. "
    "The door was answered by mother's current partner, known to the school from another family. "
    "Clutter, animal faeces by the children's bedroom."
)
DAVID = OnTheCall("David", "Hughes", "13")
SUMMER = OnTheCall("Summer", "Hughes", "7")
SOPHIE = OnTheCall("Sophie", "Hughes", "3")
NAMES = ("David", "Summer", "Sophie")
OF_EACH = [
    "Where is {0} now, and with whom?",
    "Has a professional seen {0} today?",
    "What has {0} said, in {0}'s exact words, to whom and when?",
    "Who is {0}'s father, and where is he?",
    "Who has parental responsibility for {0}?",
    "Which school, nursery or childminder does {0} go to, or who looks after {0} in the day?",
    "Which of {0}'s basic needs, physical or psychological, are not met?",
    "Is serious impairment of {0}'s health or development likely, and what shows it?",
]
MUST_ASK = [
    *(question.format(name) for name in NAMES for question in OF_EACH),
    "Does the adult met at the address live there?",
    "What is the home like tonight: beds and sleeping, food, heating, kitchen and bathroom?",
    "Are drugs or drug waste within reach of a child under five, tonight?",
    "Persistent failure: since when, how often, and on which dates was it seen?",
    "likely to result in the serious impairment of the child's health or development (Working Together 2018)",
    "What help was tried before, by whom and when, and did it last?",
    "Are the children possibly suffering abuse now?",
    "When and where can the mother be spoken to alone?",
    "The partner is not asked, and is not told that she was.",
    "On which number, and at what times, is it safe to ring the mother?",
]
ADVICE = [
    "Check the Pathways Document.",
    "Talk with the family about this request, unless that raises the risk.",
    "Send the Request for a Service form.",
    "Keep your own record of what you saw and heard, and of this call.",
    "You will hear the outcome in writing when it is decided.",
]
HISTORY = "Alleged to have been abusive to Tessa Quill of 4 Elm Row."


def _note_the_facts(page: Page, contact: str) -> None:
    """What was seen, told and believed stays apart."""
    lead = "Dana Lead, the school's safeguarding lead"
    home = ["Poor home conditions", "Animal mess or rubbish where children sleep or eat", "Parents do not reply"]
    journeys.tick(page, contact, Ticked([*home, "Cannabis or other drugs smelt or used in the home"], "Seen", lead))
    journeys.tick(page, contact, Ticked(["Missed schooling or poor attendance"], "Seen", lead, [DAVID.name]))
    alleged = "An adult in or about the home is alleged to have been abusive to another family"
    journeys.tick(page, contact, Ticked([alleged], "Told", lead))
    journeys.tick(page, contact, Ticked(["Support given before for the same worry"], "Believed, to be checked", lead))


def _see_every_question(page: Page) -> None:
    shown = page.locator("main").inner_text()
    assert [question for question in MUST_ASK if question not in shown] == []
    assert [advice for advice in ADVICE if advice not in shown] == []
    assert "Support given before for the same worry, believed, to be checked by Dana Lead" in shown
    assert [agency for agency in ("Police:", "Health:", "Education:", "Housing:") if agency not in shown] == []
    expect(page.locator(".hearth-suggestion")).to_contain_text("The facts suggest AMBER")
    expect(page.locator(".hearth-suggestion")).to_contain_text("Poor home conditions: significant concern.")


def _set_the_urgency(page: Page, contact: str, accessible: Check) -> None:
    """Green is below what the facts suggest: it warns, and waits for a manager's reason; red is considered."""
    page.get_by_role("button", name="Set urgency").click()
    expect(page.get_by_text("Choosing lower needs a manager's reason.")).to_be_visible()
    accessible(page)
    journeys.set_urgency(page, contact, "GREEN", "The family has coped before.")
    expect(page.get_by_text("It waits for a manager's reason.")).to_be_visible()
    assert Contact.objects.get().grade == "amber"
    journeys.find_out(page, contact, {"Are the children possibly suffering abuse now?": "Yes"}, told_by="Dana Lead")
    expect(page.locator(".hearth-suggestion")).to_contain_text("The facts suggest RED")
    journeys.set_urgency(page, contact, "RED", "They may be suffering now.")


def _note_history(page: Page, contact: str, accessible: Check) -> None:
    """The partner's other family is for managers only."""
    page.goto(contact)
    page.get_by_role("button", name="Note relevant history of an adult").click()
    page.get_by_label("Which adult is this about?").fill("Mother's partner")
    page.get_by_label("Relevant history", exact=True).fill(HISTORY)
    accessible(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Tessa Quill")).to_be_visible()


def _try_early_help_alone(page: Page, contact: str, accessible: Check) -> None:
    page.goto(contact)
    expect(page.get_by_text("Relevant history, ask a manager")).to_be_visible()
    expect(page.get_by_text("Tessa Quill")).to_have_count(0)
    children = [DAVID.name, SUMMER.name, SOPHIE.name]
    journeys.analyse(page, contact, children, "Drugs and animal mess in reach of three children; nobody answers the school.")
    page.get_by_role("link", name=f"Recommend an outcome for {SOPHIE.name}").first.click()
    suggested = page.locator(".hearth-suggestion li")
    expect(suggested.first).to_contain_text("Single assessment")
    expect(suggested.nth(1)).to_contain_text("Strategy discussion")
    expect(page.get_by_role("heading", name="Early help alone asks why")).to_be_visible()
    page.get_by_label("Neither", exact=True).check()
    page.get_by_label("Children and Families First (Early Help)", exact=True).check()
    page.get_by_label("Reasons", exact=True).fill("They want help.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why early help alone will hold this time.")
    accessible(page)


@pytest.mark.requirement("SOT-TRN-74", "SOT-TRN-78", "SOT-TRN-79")
def test_from_the_call_to_the_answer(sign_in, accessible):
    worker = staff("Wren Worker", "social_worker", "crs")
    manager = staff("Mara Manager", "manager", "crs")
    receiver = staff("Bea Brief", "team_manager", "bis")
    page = sign_in(worker)
    caller = {"their_name": "Dana Lead", "a_safe_telephone_number": "023 8000 0000"}
    contact = journeys.take_call(page, TOLD, [DAVID, SUMMER, SOPHIE], **caller)
    accessible(page)
    _note_the_facts(page, contact)
    _see_every_question(page)
    accessible(page)
    _set_the_urgency(page, contact, accessible)
    _note_history(sign_in(manager), contact, accessible)
    page = sign_in(worker)
    _try_early_help_alone(page, contact, accessible)

    # A decision for each child, by another person.
    likely, assessment = "Likely to suffer significant harm", "Single assessment by the Brief Intervention Service"
    journeys.recommend(page, contact, SOPHIE.name, assessment, likely, "Three years old; drugs and animal mess in reach.")
    journeys.recommend(page, contact, SUMMER.name, assessment, likely, "The same home.")
    journeys.recommend(page, contact, DAVID.name, assessment, likely, "The same home, and out of school.")
    page = sign_in(manager)
    journeys.open_sign_off(page, DAVID.name)
    accessible(page)
    journeys.sign_off(page, [DAVID.name, SUMMER.name, SOPHIE.name])
    page = sign_in(receiver)
    journeys.accept(page, 3)
    accessible(page)

    page = sign_in(worker)
    letter = journeys.tell(page, contact, "By hand")
    assert [never for never in ("Quill", "Hughes", "cannabis", "partner", "AMBER", "RED") if never in letter] == []
    expect(page.get_by_text("by hand, 10:00 today")).to_be_visible()
    assert Letter.objects.get().addressee == "Dana Lead"
    accessible(page)
