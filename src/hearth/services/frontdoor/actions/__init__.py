"""What people do at the front door, one function each."""

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
    "NewContact",
    "NewLine",
    "accept_hand_over",
    "confirm_grade",
    "correct_received_time",
    "decide",
    "receive_contact",
    "recommend",
    "record_protective_step",
    "record_safety",
    "return_recommendation",
    "set_grade",
    "set_protection",
    "tell_referrer",
]
