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
from hearth.services.frontdoor.actions.closing import (
    choose_at_closing,
    end_with_advice,
    hand_to_daytime,
    mark_general_enquiry,
    open_from_out_of_hours,
)
from hearth.services.frontdoor.actions.completing import close_contact
from hearth.services.frontdoor.actions.deciding import decide, recommend, reopen_decision, return_recommendation
from hearth.services.frontdoor.actions.factors import note_factors, note_relevant_history, take_back_factor
from hearth.services.frontdoor.actions.levels import set_level
from hearth.services.frontdoor.actions.prompts import Answer, answer_prompts
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
    tell_adult,
    tell_family,
    tell_referrer,
    why_not_told,
)
from hearth.services.frontdoor.actions.urgency import confirm_grade, set_grade, set_protection

__all__ = [
    "Answer",
    "Call",
    "NewAdult",
    "NewContact",
    "NewLine",
    "NewStep",
    "SectionGiven",
    "accept_hand_over",
    "allocate_contact",
    "answer_prompts",
    "choose_at_closing",
    "close_contact",
    "confirm_grade",
    "correct_re_referral",
    "correct_received_time",
    "decide",
    "decide_telling",
    "decline_hand_over",
    "end_with_advice",
    "give_up_analysis",
    "give_up_call",
    "hand_to_daytime",
    "mark_general_enquiry",
    "note_factors",
    "note_relevant_history",
    "offer_again",
    "open_from_out_of_hours",
    "pass_to",
    "receive_contact",
    "recommend",
    "record_analysis",
    "record_part",
    "record_protective_step",
    "record_safety",
    "record_steps_discussed",
    "reopen_decision",
    "return_recommendation",
    "set_grade",
    "set_level",
    "set_protection",
    "settle_professional",
    "take_back_factor",
    "take_call",
    "take_contact",
    "take_over_call",
    "tell_adult",
    "tell_family",
    "tell_referrer",
    "why_not_told",
    "withdraw_hand_over",
]
