"""The front door's word of pack.yaml: who takes calls and decides, grades, levels of need, outcomes, headings."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from hearth.foundation import packs
from hearth.foundation.packs import Section, Strict


class Grade(Strict):
    """A grade of urgency. They stand in pack.yaml with the most urgent first."""

    code: str
    title: str
    colour: Literal["flaming", "red", "amber", "green"]
    words: str
    basis: str = ""
    # Where agreement may be dispensed with: at any time, only once the family was asked or not asked for a reason, or never.
    considers_early_help: bool = False
    dispense: Literal["possible", "after_asking", "never"] = "possible"


class Overrides(Strict):
    """The roles that agree to sharing without the family's agreement, with the test as the authority's text states it."""

    office_hours: list[str]
    out_of_hours: list[str]
    test: str
    test_out_of_hours: str


class Level(Strict):
    """A level of need in the authority's threshold document."""

    code: str
    title: str
    words: str = ""


class Outcome(Strict):
    """An outcome for one child: what it needs, where it goes, what the referrer may be told."""

    code: str
    title: str
    kind: Literal["advice", "signpost", "early_help", "assessment", "strategy", "gather", "service", "universal", "redirect"]
    team: str | None = None
    teams: list[str] = []
    opens_referral: bool = False
    needs_steps: bool = False
    no_social_work: bool = False
    told_professional: str
    told_family: str = ""
    words: str = ""

    @property
    def passes_on(self) -> bool:
        """Does work go to another team?"""
        return self.team is not None or bool(self.teams)


class Roles(Strict):
    """Which roles do what at this front door."""

    takes_calls: list[str]
    grades: list[str]
    confirms_grades: list[str]
    recommends: list[str]
    decides: list[str]
    duty_manager: str
    out_of_hours: str


class FrontDoor(Section):
    """Everything the front door reads from the pack."""

    word: ClassVar[str] = "frontdoor"

    team: str
    out_of_hours_team: str
    first_stage: Literal["screening", "triage", "with_worker"]
    threshold_document: str
    earlier_threshold_document: str = ""
    request_form: str = "Request for a Service"
    grades_on: Literal["contact", "enquiry", "none"]
    grades: list[Grade] = []
    levels: list[Level]
    outcomes: list[Outcome]
    roles: Roles
    # Where this is given, requests to partners without agreement wait for one of these; elsewhere a manager is named.
    overrides: Overrides | None = None
    analysis_form: str
    conversation_form: str
    doors: Mapping[str, str] = {}
    told_public: str
    recent_months: int = 3
    # No source sets these two for every case; each names what the authority has chosen.
    sign_off_every_outcome: bool = True
    duty_call_for_recent: bool = False
    # Each contact from the mailbox is put before the manager, and a secure one about a known child waits for a direction.
    manager_sees_mailbox: bool = False
    # Out of hours information is gathered before a decision; nothing gathered needs a reason.
    gathers_by_night: bool = False
    # The systems searched before a contact that is not urgent goes on, and of whom the written request is asked.
    checks: Mapping[str, str] = {
        "social_care": "Children's social care records",
        "early_help": "Early help records",
        "education": "Education records",
    }
    # Two roles that recommend jointly; whose agreement routine checks wait for; whether earlier involvement is brought in.
    recommend_jointly: list[str] = []
    agreement_of: Literal["anyone", "both_parents"] = "anyone"
    brings_history: bool = False
    # The beginning of a postcode, and the locality it falls to; the longest that fits counts.
    postcodes: Mapping[str, str] = {}
    form_asked: Literal["every_professional", "immediate_call", "never"] = "never"

    def grade(self, code: str) -> Grade | None:
        """A grade by its code."""
        return next((grade for grade in self.grades if grade.code == code), None)

    def rank(self, code: str) -> int:
        """0 for the most urgent grade; larger for less urgent ones, and for none at all."""
        codes = [grade.code for grade in self.grades]
        return codes.index(code) if code in codes else len(codes)

    def locality(self, postcode: str) -> str:
        """The locality that a postcode falls to, or nothing where the pack does not say."""
        given = postcode.replace(" ", "").upper()
        fitting = [start for start in self.postcodes if given.startswith(start.replace(" ", "").upper())]
        return self.postcodes[max(fitting, key=len)] if given and fitting else ""

    def outcome(self, code: str) -> Outcome | None:
        """An outcome by its code."""
        return next((outcome for outcome in self.outcomes if outcome.code == code), None)

    def level(self, code: str) -> Level | None:
        """A level of need by its code."""
        return next((level for level in self.levels if level.code == code), None)


packs.register_section(FrontDoor)


def front_door() -> FrontDoor:
    """The active pack's front door."""
    return packs.active().section(FrontDoor)
