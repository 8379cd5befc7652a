"""What the front door shows, by page; every answer is already cut down to what the reader may see."""

from hearth.services.frontdoor.queries.chronology import Happened, chronology
from hearth.services.frontdoor.queries.contact import ChildShown, ContactShown, children_shown, contact_page, is_uuid
from hearth.services.frontdoor.queries.passing import PassedOn, incoming, passed_on, to_be_sent
from hearth.services.frontdoor.queries.queue import Counts, QueueLine, counts, most_urgent, open_contacts, queue
from hearth.services.frontdoor.queries.shift import closing_list, morning_list, shift_report
from hearth.services.frontdoor.queries.signing import Version, board, limits_on_deciding, sign_off_page, to_sign_off, versions
from hearth.services.frontdoor.queries.steps import NextStep, next_step
from hearth.services.frontdoor.queries.work import WorkRow, my_work

__all__ = [
    "ChildShown",
    "ContactShown",
    "Counts",
    "Happened",
    "NextStep",
    "PassedOn",
    "QueueLine",
    "Version",
    "WorkRow",
    "board",
    "children_shown",
    "chronology",
    "closing_list",
    "contact_page",
    "counts",
    "incoming",
    "is_uuid",
    "limits_on_deciding",
    "morning_list",
    "most_urgent",
    "my_work",
    "next_step",
    "open_contacts",
    "passed_on",
    "queue",
    "shift_report",
    "sign_off_page",
    "to_be_sent",
    "to_sign_off",
    "versions",
]
