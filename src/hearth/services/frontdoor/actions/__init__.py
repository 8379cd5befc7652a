"""What people do at the front door, one function each."""

from hearth.services.frontdoor.actions.deciding import decide, recommend, return_recommendation
from hearth.services.frontdoor.actions.factors import note_factors, note_relevant_history, take_back_factor
from hearth.services.frontdoor.actions.levels import set_level
from hearth.services.frontdoor.actions.prompts import Answer, answer_prompts
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
    "Answer",
    "NewContact",
    "NewLine",
    "accept_hand_over",
    "answer_prompts",
    "confirm_grade",
    "correct_received_time",
    "decide",
    "note_factors",
    "note_relevant_history",
    "receive_contact",
    "recommend",
    "record_protective_step",
    "record_safety",
    "return_recommendation",
    "set_grade",
    "set_level",
    "set_protection",
    "take_back_factor",
    "tell_referrer",
]
