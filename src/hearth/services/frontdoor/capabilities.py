"""What may be done at the front door; packs give these to roles."""

from hearth.foundation.access.capabilities import declare

VIEW = declare("frontdoor.view", "See contacts")
RECEIVE = declare("frontdoor.receive", "Take calls and record contacts")
WORK = declare("frontdoor.work", "Work on a contact: safety, checks, enquiries, what the family says")
PROPOSE_GRADE = declare("frontdoor.propose_grade", "Propose an urgency")
CONFIRM_GRADE = declare("frontdoor.confirm_grade", "Set or confirm an urgency")
RECOMMEND = declare("frontdoor.recommend", "Recommend an outcome")
DECIDE = declare("frontdoor.decide", "Decide the outcome: sign off or return")
TRIAGE = declare("frontdoor.triage", "Triage new contacts")
CORRECT = declare("frontdoor.correct", "Correct when a contact was received")
ACCEPT = declare("frontdoor.accept", "Accept work that was passed on")
TELL = declare("frontdoor.tell", "Tell referrers and families")
TELL_FAMILY = declare("frontdoor.decide_telling", "Decide whether and what the family is told")
CLOSE_OFFICE = declare("frontdoor.close_office", "Choose what happens to open contacts at closing time")
COMMENT = declare("frontdoor.comment", "Give a representative's view")
VARY = declare("frontdoor.vary", "Record a longer time for a decision, with a reason")
RECEPTION = declare("frontdoor.reception", "Log visitors, and see who waits")
EXPORT = declare("frontdoor.export", "Export and print contacts")
OVERRIDE_CONSENT = declare("frontdoor.override_consent", "Override the need for parents' consent to agency checks")
READ_OVERRIDES = declare("frontdoor.read_overrides", "Read the list of every override of parents' consent")
THIRD_PARTY = declare("frontdoor.third_party_history", "Read and record an adult's history with another family")
