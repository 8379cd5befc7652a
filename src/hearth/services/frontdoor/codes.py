"""The front door's own code lists."""

CONTACT_KIND = [
    ("new_worry", "A new worry about a child"), ("more_on_open", "More on an open contact"),
    ("has_worker", "About a child with a worker"), ("closed_recently", "Closed within the last 3 months"),
    ("step_up", "Step-up from early help"), ("moving_in", "Moving in, or another authority's child"),
    ("unborn", "An unborn child"), ("consultation", "A consultation without names"),
    ("information", "A request for information"), ("section_7_37", "Section 7 or section 37 report for a court"),
    ("private_fostering", "Private fostering"), ("not_ours", "Not for children's services"),
]  # fmt: skip
CHANNEL = [
    ("telephone", "Telephone"), ("email", "E-mail"), ("secure_email", "Secure e-mail"), ("letter", "Letter"), ("fax", "Fax"),
    ("in_person", "In person"), ("form", "Referral form"), ("police", "Police notification"), ("out_of_hours", "Out-of-hours hand-over"),
]  # fmt: skip
PURPOSE = [("safeguarding", "A safeguarding worry"), ("support", "Extra support for a family"), ("both", "Both")]
REFERRER_KIND = [
    ("professional", "A professional"), ("public", "A member of the public"), ("family", "Family"), ("child", "The child"),
    ("anonymous", "Would not say"),
]  # fmt: skip
STAGE = [
    ("screening", "Screening"), ("triage", "To triage"), ("with_worker", "With a social worker"), ("sign_off", "To sign off"),
    ("passed_on", "Passed on, not yet accepted"), ("decided", "Decided"), ("closed", "Closed"),
]  # fmt: skip
SAFE_NOW = [
    ("yes", "Yes, safe now"),
    ("no", "No, in danger now"),
    ("unknown", "Nobody knows"),
    ("not_asked", "Not asked yet"),
]
FAMILY_VIEW = [
    ("agrees", "Told, and agrees"), ("refused", "Told, and has not agreed"), ("not_asked", "Not asked yet"),
    ("unreachable", "Could not be reached"), ("unsafe", "Not safe to ask"), ("withdrawn", "Agreed before, and has withdrawn it"),
    ("not_known", "Not known who or where they are"), ("no_pr", "Has no parental responsibility"),
]  # fmt: skip
LAWFUL_BASIS = [
    ("agreement", "With the family's agreement"), ("public_task", "Public task: deciding how to help under section 17"),
    ("safeguarding", "Safeguarding a child at risk of significant harm"), ("vital", "Vital interests: danger to life now"),
    ("court", "A court's order or direction"),
]  # fmt: skip
SIGNIFICANT_HARM = [
    ("suffering", "Suffering significant harm"), ("likely", "Likely to suffer significant harm"),
    ("neither", "Neither"), ("not_known", "Not yet known"),
]  # fmt: skip
TOLD = [("referrer", "Who told us"), ("family", "An adult of the family"), ("professional", "Another professional")]
ROUTE = [("secure_email", "Secure e-mail"), ("post", "Post"), ("telephone", "Telephone"), ("by_hand", "By hand")]
WRITTEN_ROUTE = frozenset({"secure_email", "post", "by_hand"})
TELLING = [
    ("to_tell", "To be told"),
    ("told", "Told"),
    ("not_told", "Not to be told"),
    ("not_possible", "Cannot be told"),
]
CLOSING_CHOICE = [
    ("out_of_hours", "Accepted by out-of-hours"), ("safe_until", "Safe until a time"), ("i_stay", "I stay with it"),
]  # fmt: skip
SHIFT_OUTCOME = [
    ("advice", "Advice given"),
    ("general_enquiry", "General enquiry, for the daytime"),
    ("further", "Needs more from the daytime"),
]
PRIORITY = [("immediate", "Immediate"), ("high", "High"), ("normal", "Normal"), ("low", "Low")]
ENQUIRY_WHOM = [
    ("referrer", "Whoever told us"), ("family", "The family"), ("professional", "A professional who knows them"),
    ("agency", "An agency, as a routine check"),
]  # fmt: skip
SCREENING_QUESTION = [
    ("criteria", "Is there a worry, or a possible worry, about how a child is doing?"),
    ("advice_only", "Is only advice or information needed?"), ("danger", "May any child be in danger?"),
]  # fmt: skip
SCREENING_ANSWER = [("yes", "Yes"), ("possibly", "Possibly"), ("no", "No"), ("unsure", "Unsure: ask")]
ASKED_OF = [("social_worker", "A social worker"), ("manager", "The manager")]
WORKER_CALL = [
    ("immediate", "Immediate safety concern or disclosure"), ("protection", "Child protection matter"),
    ("brought_in", "A social worker is needed"), ("transfer", "Call to put through"),
]  # fmt: skip
HANDLING = [
    ("to_review", "For the manager to review"), ("seen", "Seen by the manager"), ("given", "Given with a direction"),
    ("passed_on", "Passed on from screening"), ("ended", "Ended with advice"),
]  # fmt: skip
RISK = [("high", "High"), ("medium", "Medium"), ("low", "Low"), ("not_known", "Not yet known")]
EMERGENCY_WHOM = [("police", "Police, 999"), ("front_door", "The front door, by telephone")]
EMERGENCY_ANSWER = [("called", "Called"), ("not_called", "Not called"), ("not_needed", "Not needed: no immediate danger")]
FORM_EXCEPTION = [
    ("immediate", "Immediate child protection: the form follows"), ("police_cpru", "Police: from the CPRU, by secure e-mail"),
    ("police_other", "Police: another sender, to the general box"), ("public", "Not a professional"),
]  # fmt: skip
ADVICE_KIND = [("advice", "Advice and information"), ("signpost", "Signposted to other services")]
NAME_ASKED = [("given", "Asked, and given"), ("refused", "Asked, and not given"), ("not_needed", "No harm was described")]
CONSULTATION_END = [
    ("advice", "Advice was enough"), ("assessment", "A referral for a Child and Family Assessment"), ("early_help", "Further early help"),
]  # fmt: skip
REDIRECTED = [("passed", "Passed to another service"), ("information", "Information was given")]
HOW_KNOWN = [("seen", "Seen"), ("told", "Told"), ("believed", "Believed, to be checked")]
FAMILY_KNOWS = [("yes", "Yes"), ("no", "No"), ("not_yet", "Not yet")]
FAMILY_NOT_TOLD = [
    ("risk", "Telling them would expose a child to a risk of significant harm"), ("other", "Another reason"),
]  # fmt: skip
EARLIER_WHOM = [("worker", "The earlier social worker"), ("manager", "That worker's manager")]
