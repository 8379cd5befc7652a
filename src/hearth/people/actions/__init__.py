"""What can be done with people's records."""

from hearth.people.actions.facts import born, change_facts, confirm_fact, state_fact
from hearth.people.actions.families import end_relationship, expect, relate, relate_siblings
from hearth.people.actions.helping import add_agency, end_professional, involve_professional
from hearth.people.actions.homes import end_home, live_at, set_confidential
from hearth.people.actions.keeping import (
    declare_conflict,
    end_conflict,
    end_restriction,
    open_with_reason,
    restrict,
)
from hearth.people.actions.merging import may, merge_people, propose_merge, turn_down_merge
from hearth.people.actions.naming import Named, Undecided, add_name, dismissed_from, identify, subject
from hearth.people.actions.separating import separate_identities
from hearth.people.actions.sharing import share_with_siblings
from hearth.people.actions.staffing import (
    allocate,
    arrange_cover,
    ask_about_match,
    end_allocation,
    end_cover,
)
from hearth.people.actions.unmerging import undo_merge
from hearth.people.actions.warnings import confirm_warning, end_warning, warn

__all__ = [
    "Named",
    "Undecided",
    "add_agency",
    "add_name",
    "allocate",
    "arrange_cover",
    "ask_about_match",
    "born",
    "change_facts",
    "confirm_fact",
    "confirm_warning",
    "declare_conflict",
    "dismissed_from",
    "end_allocation",
    "end_conflict",
    "end_cover",
    "end_home",
    "end_professional",
    "end_relationship",
    "end_restriction",
    "end_warning",
    "expect",
    "identify",
    "involve_professional",
    "live_at",
    "may",
    "merge_people",
    "open_with_reason",
    "propose_merge",
    "relate",
    "relate_siblings",
    "restrict",
    "separate_identities",
    "set_confidential",
    "share_with_siblings",
    "state_fact",
    "subject",
    "turn_down_merge",
    "undo_merge",
    "warn",
]
