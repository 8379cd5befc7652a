"""What the front door adds to a child's own page."""

from hearth.foundation import packs
from hearth.people.merging.showing import describe
from hearth.people.record_pages import register, register_notes
from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.queries import consent, on_child

register_notes(on_child.levels)
register_notes(consent.on_child)
register_notes(on_child.consultations)


def _consult() -> str:
    details = packs.active().contact_details
    return f"Consult {details.front_door}" if details else "Consult the front door"


register(_consult, "consult", capabilities.RECEIVE, 30)


describe("frontdoor.ContactLine", "Contacts", lambda line: f"contact {line.contact.number}")
describe("frontdoor.Referral", "Referrals")
describe("frontdoor.LevelOfNeed", "Levels of need")
describe("frontdoor.Telling", "Who was told, and decisions to tell")
describe("frontdoor.FamilyView", "Views of the family")
