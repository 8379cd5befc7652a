"""What people do at the front door, one function each."""

from hearth.services.frontdoor.actions.closing import (
    choose_at_closing,
    end_with_advice,
    hand_to_daytime,
    mark_general_enquiry,
    open_from_out_of_hours,
)
from hearth.services.frontdoor.actions.completing import close_contact
from hearth.services.frontdoor.actions.deciding import decide, recommend, reopen_decision, return_recommendation
from hearth.services.frontdoor.actions.receiving import (
    NewContact,
    NewLine,
    correct_received_time,
    receive_contact,
)
from hearth.services.frontdoor.actions.routing import (
    accept_hand_over,
    allocate_contact,
    correct_re_referral,
    decline_hand_over,
    offer_again,
    pass_to,
    take_contact,
    withdraw_hand_over,
)
from hearth.services.frontdoor.actions.safety import record_protective_step, record_safety
from hearth.services.frontdoor.actions.telling import (
    decide_telling,
    record_steps_discussed,
    settle_professional,
    tell_family,
    tell_referrer,
)
from hearth.services.frontdoor.actions.urgency import confirm_grade, set_grade, set_protection

__all__ = [
    "NewContact",
    "NewLine",
    "accept_hand_over",
    "allocate_contact",
    "choose_at_closing",
    "close_contact",
    "confirm_grade",
    "correct_re_referral",
    "correct_received_time",
    "decide",
    "decide_telling",
    "decline_hand_over",
    "end_with_advice",
    "hand_to_daytime",
    "mark_general_enquiry",
    "offer_again",
    "open_from_out_of_hours",
    "pass_to",
    "receive_contact",
    "recommend",
    "record_protective_step",
    "record_safety",
    "record_steps_discussed",
    "reopen_decision",
    "return_recommendation",
    "set_grade",
    "set_protection",
    "settle_professional",
    "take_contact",
    "tell_family",
    "tell_referrer",
    "withdraw_hand_over",
]
