"""What people do at the front door, one function each."""

from hearth.services.frontdoor.actions.analysing import SectionGiven, give_up_analysis, record_analysis
from hearth.services.frontdoor.actions.calls import (
    Call,
    NewAdult,
    NewStep,
    give_up_call,
    record_part,
    take_call,
    take_over_call,
)
from hearth.services.frontdoor.actions.deciding import decide, recommend, return_recommendation
from hearth.services.frontdoor.actions.receiving import (
    NewContact,
    NewLine,
    correct_received_time,
    receive_contact,
)
from hearth.services.frontdoor.actions.routing import accept_hand_over
from hearth.services.frontdoor.actions.safety import record_protective_step, record_safety
from hearth.services.frontdoor.actions.telling import tell_referrer
from hearth.services.frontdoor.actions.urgency import confirm_grade, set_grade, set_protection

__all__ = [
    "Call",
    "NewAdult",
    "NewContact",
    "NewLine",
    "NewStep",
    "SectionGiven",
    "accept_hand_over",
    "confirm_grade",
    "correct_received_time",
    "decide",
    "give_up_analysis",
    "give_up_call",
    "receive_contact",
    "recommend",
    "record_analysis",
    "record_part",
    "record_protective_step",
    "record_safety",
    "return_recommendation",
    "set_grade",
    "set_protection",
    "take_call",
    "take_over_call",
    "tell_referrer",
]
