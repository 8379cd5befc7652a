"""The front door's tables, by topic."""

from hearth.services.frontdoor.models.consent import ConsentOverride, EarlierInvolvement, FurtherAction
from hearth.services.frontdoor.models.contact import Contact, ContactLine, ContactReading, Flag, Incident
from hearth.services.frontdoor.models.deciding import Decision, NextStep, Recommendation, Referral, StepsDiscussion
from hearth.services.frontdoor.models.green import EarlyHelpQuestion
from hearth.services.frontdoor.models.guidance import FactorNoted, LevelOfNeed, PromptAnswer, RelevantHistory
from hearth.services.frontdoor.models.hearing import EarlierTold
from hearth.services.frontdoor.models.managing import Handling, Visitor
from hearth.services.frontdoor.models.night import NightAnalysis
from hearth.services.frontdoor.models.passing import ClosingChoice, HandOver, ShiftOutcome, Telling
from hearth.services.frontdoor.models.record import (
    Acknowledgement,
    Advice,
    Chase,
    Check,
    EmergencyCall,
    Evaluation,
    KindRecord,
    PotentialReferral,
    RequestForm,
    ScreeningAnswer,
    Sorting,
    SourceCheck,
    Transfer,
    WorkerCall,
)
from hearth.services.frontdoor.models.safety import Enquiry, FamilyView, Grading, LawfulBasis, ProtectiveStep
from hearth.services.frontdoor.models.said import SaidWords
from hearth.services.frontdoor.models.sharing import AgreementStep

__all__ = [
    "Acknowledgement",
    "Advice",
    "AgreementStep",
    "Chase",
    "Check",
    "ClosingChoice",
    "ConsentOverride",
    "Contact",
    "ContactLine",
    "ContactReading",
    "Decision",
    "EarlierInvolvement",
    "EarlierTold",
    "EarlyHelpQuestion",
    "EmergencyCall",
    "Enquiry",
    "Evaluation",
    "FactorNoted",
    "FamilyView",
    "Flag",
    "FurtherAction",
    "Grading",
    "HandOver",
    "Handling",
    "Incident",
    "KindRecord",
    "LawfulBasis",
    "LevelOfNeed",
    "NextStep",
    "NightAnalysis",
    "PotentialReferral",
    "PromptAnswer",
    "ProtectiveStep",
    "Recommendation",
    "Referral",
    "RelevantHistory",
    "RequestForm",
    "SaidWords",
    "ScreeningAnswer",
    "ShiftOutcome",
    "Sorting",
    "SourceCheck",
    "StepsDiscussion",
    "Telling",
    "Transfer",
    "Visitor",
    "WorkerCall",
]
