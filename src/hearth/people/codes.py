"""National code lists, as the CIN census writes them, and this authority-neutral house's own few."""

SEX = [("M", "Male"), ("F", "Female"), ("U", "Not known")]
ETHNICITY = [
    ("WBRI", "White British"), ("WIRI", "White Irish"), ("WIRT", "Traveller of Irish heritage"),
    ("WROM", "Gypsy or Roma"), ("WOTH", "Any other White background"), ("MWBC", "White and Black Caribbean"),
    ("MWBA", "White and Black African"), ("MWAS", "White and Asian"), ("MOTH", "Any other mixed background"),
    ("AIND", "Indian"), ("APKN", "Pakistani"), ("ABAN", "Bangladeshi"), ("AOTH", "Any other Asian background"),
    ("CHNE", "Chinese"), ("BCRB", "Caribbean"), ("BAFR", "African"), ("BOTH", "Any other Black background"),
    ("OOTH", "Any other ethnic group"), ("REFU", "Would not say"), ("NOBT", "Not yet obtained"),
]  # fmt: skip
DISABILITY = [
    ("NONE", "No disability"), ("MOB", "Mobility"), ("HAND", "Hand function"), ("PC", "Personal care"), ("INC", "Incontinence"),
    ("COMM", "Communication"), ("LD", "Learning"), ("HEAR", "Hearing"), ("VIS", "Vision"), ("BEH", "Behaviour"),
    ("CON", "Consciousness"), ("AUT", "Autism"), ("DDA", "Other"),
]  # fmt: skip
REFERRAL_SOURCE = [
    ("1A", "Individual: family member, relative or carer"), ("1B", "Individual: acquaintance, neighbour or child minder"),
    ("1C", "Individual: self"), ("1D", "Individual: other, such as a stranger"), ("2A", "Schools"), ("2B", "Education services"),
    ("3A", "Health: general practitioner"), ("3B", "Health: health visitor"), ("3C", "Health: school nurse"),
    ("3D", "Health: other primary health services"), ("3E", "Health: accident and emergency"),
    ("3F", "Health: other, such as hospices"), ("4", "Housing"), ("5A", "Local authority: social care, such as adults"),
    ("5B", "Local authority: other internal, such as youth offending"), ("5C", "Local authority: external"), ("5D", "Local authority: early help"),
    ("6", "Police"), ("7", "Other legal agency, such as a court, probation, immigration, CAFCASS or a prison"), ("8", "Other, such as a children's centre or a voluntary organisation"), ("9", "Anonymous"), ("10", "Unknown"),
]  # fmt: skip
NEED = [
    ("N1", "Abuse, neglect and exploitation"), ("N2", "Child's disability"), ("N3", "Parental disability or illness"),
    ("N4", "Family in acute stress"), ("N5", "Family dysfunction"), ("N6", "Socially unacceptable behaviour"),
    ("N7", "Low income"), ("N8", "Absent parenting"), ("N9", "Cases other than children in need"), ("N0", "Not stated"),
]  # fmt: skip
FACTORS = [
    ("1A", "Alcohol misuse: child"), ("1B", "Alcohol misuse: parent or carer"), ("1C", "Alcohol misuse: another person"),
    ("2A", "Drug misuse: child"), ("2B", "Drug misuse: parent or carer"), ("2C", "Drug misuse: another person"),
    ("3A", "Domestic abuse: child"), ("3B", "Domestic abuse: parent or carer"), ("3C", "Domestic abuse: another person"),
    ("4A", "Mental health: child"), ("4B", "Mental health: parent or carer"), ("4C", "Mental health: another person"),
    ("5A", "Learning disability: child"), ("5B", "Learning disability: parent or carer"), ("5C", "Learning disability: another person"),
    ("6A", "Physical disability or illness: child"), ("6B", "Physical disability or illness: parent or carer"),
    ("6C", "Physical disability or illness: another person"), ("7A", "Young carer"), ("8B", "Privately fostered: overseas, to return"),
    ("8C", "Privately fostered: overseas, to stay"), ("8D", "Privately fostered: UK, in an educational placement"), ("8E", "Privately fostered: UK, other family arrangements"),
    ("8F", "Privately fostered: other"), ("9A", "Unaccompanied asylum seeking child"), ("10A", "Missing"),
    ("11A", "Child sexual exploitation"), ("12A", "Trafficking"), ("13A", "Gangs"), ("14A", "Socially unacceptable behaviour"),
    ("15A", "Self-harm"), ("16A", "Neglect"), ("17A", "Emotional abuse"), ("18B", "Physical abuse: child on child"),
    ("18C", "Physical abuse: adult on child"), ("19B", "Sexual abuse: child on child"), ("19C", "Sexual abuse: adult on child"),
    ("20", "Other"), ("21", "No factors identified"), ("22A", "Female genital mutilation"), ("23A", "Abuse linked to faith or belief"),
    ("24A", "Child criminal exploitation"),
]  # fmt: skip
YES_NO_UNKNOWN = [("yes", "Yes"), ("no", "No"), ("not_asked", "Not asked yet")]
LIVES_THERE = [("yes", "Lives there"), ("sometimes", "Stays there sometimes"), ("find_out", "Lives there: to find out")]
PARENTAL_RESPONSIBILITY = [
    ("yes", "Has parental responsibility"), ("no", "Does not have it"), ("to_confirm", "Parental responsibility to confirm"),
    ("not_asked", "Not asked yet"),
]  # fmt: skip
RELATIONSHIP = [
    ("mother", "Mother"), ("father", "Father"), ("step_parent", "Step-parent"), ("partner_of_parent", "Partner of parent"),
    ("adult_met", "Adult met at the address"), ("carer", "Carer"), ("grandparent", "Grandparent"), ("sibling", "Brother or sister"),
    ("half_sibling", "Half-brother or half-sister"), ("aunt_uncle", "Aunt or uncle"), ("other_relative", "Other relative"), ("other", "Other"),
]  # fmt: skip
NO_ANSWER = [("not_asked", "Not asked yet"), ("not_known", "Not known"), ("refused", "Would not say")]
"""Answers about a fact that are not its value; kept in the fact's own column, so that a blank never stands for them."""
NAME_KIND = [("former", "Former name"), ("alias", "Also known as")]
KNOWN_BY = [("seen", "Seen"), ("told", "Told"), ("believed", "Believed"), ("record", "From a record")]
AGENCY_KIND = [
    ("police", "Police"), ("health", "Health"), ("education", "Education"), ("probation", "Probation"), ("housing", "Housing"),
    ("social_care", "Social care"), ("voluntary", "Voluntary sector"), ("court", "Court"), ("other", "Other"),
]  # fmt: skip
SERVICE = [
    ("early_help", "Early help"), ("assessment", "Assessment"), ("child_in_need", "Child in need"),
    ("child_protection", "Child protection plan"), ("care", "In care"), ("leaving_care", "Leaving care"),
]  # fmt: skip
