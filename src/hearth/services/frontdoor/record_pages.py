"""The pages about a child that the front door links from the child's own."""

from hearth.foundation import packs
from hearth.people.merging.showing import describe
from hearth.people.record_pages import register
from hearth.services.frontdoor import capabilities


def _consult() -> str:
    details = packs.active().contact_details
    return f"Consult {details.front_door}" if details else "Consult the front door"


register(_consult, "consult", capabilities.RECEIVE, 30)


describe("frontdoor.ContactLine", "Contacts", lambda line: f"contact {line.contact.number}")
describe("frontdoor.Referral", "Referrals")
describe("frontdoor.LevelOfNeed", "Levels of need")
describe("frontdoor.Telling", "Who was told, and decisions to tell")
describe("frontdoor.FamilyView", "Views of the family")
describe("frontdoor.RelevantHistory", "Relevant history of others")
describe("frontdoor.PotentialReferral", "Contacts that may become referrals")
describe("frontdoor.AgreementStep", "Steps towards agreement")
