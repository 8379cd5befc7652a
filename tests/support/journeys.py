"""The steps of the loop as a person does them in the browser: a changed page is mended here, in one place."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect


@dataclass(frozen=True)
class OnTheCall:
    """A child as a caller speaks of them."""

    forenames: str
    surname: str
    age: str = ""
    where: str = ""
    with_whom: str = ""
    safe: str = ""
    safe_until: str = ""
    safe_because: str = ""
    words: str = ""

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.forenames} {self.surname}"


@dataclass(frozen=True)
class Ticked:
    """Facts known in one way from one person."""

    facts: list[str]
    known_by: str
    whose: str
    children: list[str] = field(default_factory=list)
    words: str = ""


def take_call(page: Page, told: str, children: list[OnTheCall], **referrer: str) -> str:
    """Take a call from a professional; the address of the contact it becomes."""
    page.goto("/front-door/")
    page.get_by_role("button", name="Take a call").click()
    page.get_by_label("What we are told").fill(told)
    page.get_by_label("A safeguarding worry").check()
    page.get_by_label("A professional", exact=True).check()
    for label, words in referrer.items():
        page.locator(".hearth-call__told").get_by_label(label.replace("_", " ").capitalize()).fill(words)
    for place, child in enumerate(children):
        if place:
            page.get_by_role("button", name="Add another child").click()
        _name_child(page.get_by_role("group", name=f"Child {place + 1}", exact=True), child)
    page.get_by_role("button", name="Hand over").click()
    expect(page.get_by_text("Its clocks are running")).to_be_visible()
    contact = re.match(r".*/contacts/[0-9a-f-]+/", page.url)
    assert contact is not None
    page.goto(contact[0])
    return contact[0]


def _name_child(row: Locator, child: OnTheCall) -> None:
    row.get_by_label("First names").fill(child.forenames)
    row.get_by_label("Last name").fill(child.surname)
    row.get_by_label("or age").fill(child.age)
    row.get_by_label("Where is the child now?").fill(child.where)
    row.get_by_label("With whom?").fill(child.with_whom)
    if child.safe:
        row.get_by_label("Safe now?").select_option(label=child.safe)
    row.get_by_label("Safe until when?").fill(child.safe_until)
    row.get_by_label("Because").fill(child.safe_because)
    if child.words:
        row.locator("summary").click()
        row.get_by_label("The child's own words").fill(child.words)


def tick(page: Page, contact: str, ticked: Ticked) -> None:
    """Tick what is known, from the contact's page."""
    page.goto(contact)
    page.get_by_role("button", name="Tick what is known").click()
    for child in ticked.children:
        page.get_by_label(child, exact=True).check()
    for fact in ticked.facts:
        page.get_by_label(fact, exact=True).check()
    page.get_by_label(ticked.known_by, exact=True).check()
    page.get_by_label("Who saw it, told it or believes it?").fill(ticked.whose)
    page.get_by_label("In their words").fill(ticked.words)
    page.get_by_role("button", name="Save").click()
    expect(page).to_have_url(contact)


def choose(page: Page, words: str) -> None:
    """Choose what is not the next step, among everything else one can do on the contact's page."""
    page.get_by_text("Everything else you can do here").click()
    page.get_by_role("link", name=words).click()


def set_urgency(page: Page, contact: str, grade: str, why: str) -> None:
    """Set the urgency."""
    page.goto(contact)
    first_time = page.get_by_role("button", name="Set urgency")
    if first_time.count():
        first_time.click()
    else:
        choose(page, "Change urgency")
    page.get_by_label(grade, exact=True).check()
    page.get_by_label("Why", exact=True).fill(why)
    page.get_by_role("button", name="Save").click()
    expect(page).to_have_url(contact)


def find_out(page: Page, contact: str, answers: dict[str, str], told_by: str = "") -> None:
    """Answer some of what is to be found out. An answer of Yes or No ticks it."""
    page.goto(contact)
    page.get_by_role("button", name="Answer what to find out").click()
    for question, answer in answers.items():
        if answer in ("Yes", "No"):
            page.get_by_role("group", name=question).get_by_label(answer, exact=True).check()
        else:
            page.get_by_label(question).fill(answer)
    page.get_by_label("Who says so?").fill(told_by)
    page.get_by_role("button", name="Save").click()
    expect(page).to_have_url(contact)


def analyse(page: Page, contact: str, children: list[str], words: str) -> None:
    """Write on the analysis page what must stand there before anything can be recommended, child by child."""
    page.goto(contact)
    page.get_by_role("link", name="Write the analysis").first.click()
    expect(page.get_by_role("heading", name="Analysis", level=1)).to_be_visible()
    expect(page.get_by_label("Worries", exact=True)).to_have_count(len(children))
    for place in range(len(children)):
        page.get_by_label("Worries", exact=True).nth(place).fill(words)
    page.get_by_role("button", name="Record the analysis").last.click()
    expect(page.get_by_text("Analysis recorded.")).to_be_visible()
    expect(page).to_have_url(contact)


def recommend(page: Page, contact: str, child: str, outcome: str, harm: str, reasons: str) -> None:
    """Recommend an outcome for one child."""
    page.goto(contact)
    page.get_by_role("link", name=f"Recommend an outcome for {child}").first.click()
    page.get_by_label(harm, exact=True).check()
    page.get_by_label(outcome, exact=True).check()
    page.get_by_label("Reasons", exact=True).fill(reasons)
    page.get_by_role("button", name="Save").click()
    expect(page).to_have_url(contact)


def open_sign_off(page: Page, child: str) -> None:
    """From the list of what waits to be signed off to a contact's page of it."""
    page.goto("/front-door/sign-off/")
    page.get_by_role("link", name=child).first.click()
    expect(page.get_by_role("heading", name="Sign off contact")).to_be_visible()


def sign_off(page: Page, children: list[str]) -> None:
    """Approve what was recommended, child by child, on the sign-off page."""
    for left in range(len(children), 0, -1):
        approve = page.get_by_role("button", name="Approve")
        expect(approve).to_have_count(left)
        approve.first.click()
    expect(page.get_by_role("heading", name="To sign off")).to_be_visible()


def accept(page: Page, count: int) -> None:
    """Accept by name everything that was passed to the reader's team, going back to the list for each."""
    for left in range(count, 0, -1):
        page.goto("/front-door/incoming/")
        accepting = page.get_by_role("button", name="Accept")
        expect(accepting).to_have_count(left)
        accepting.first.click()
        expect(page.get_by_text("It is yours now").first).to_be_visible()
    page.goto("/front-door/incoming/")
    expect(page.get_by_text("Nothing waits to be accepted.")).to_be_visible()


def tell(page: Page, contact: str, route: str) -> str:
    """Answer the referrer; what the letter said."""
    page.goto(contact)
    page.locator("#told").get_by_role("link", name="Tell ").first.click()
    letter = page.locator(".hearth-letter").inner_text()
    page.get_by_label(route, exact=True).check()
    page.get_by_role("button", name="Send, or note").click()
    expect(page).to_have_url(contact)
    return letter
