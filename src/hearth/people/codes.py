"""National code lists, as the CIN census writes them, and this authority-neutral house's own few."""

SEX = [("M", "Male"), ("F", "Female"), ("U", "Not known"), ("I", "Indeterminate")]
ETHNICITY = [
    ("WBRI", "White British"), ("WIRI", "White Irish"), ("WIRT", "Traveller of Irish heritage"),
    ("WROM", "Gypsy or Roma"), ("WOTH", "Any other White background"), ("MWBC", "White and Black Caribbean"),
    ("MWBA", "White and Black African"), ("MWAS", "White and Asian"), ("MOTH", "Any other mixed background"),
    ("AIND", "Indian"), ("APKN", "Pakistani"), ("ABAN", "Bangladeshi"), ("AOTH", "Any other Asian background"),
    ("CHNE", "Chinese"), ("BCRB", "Black Caribbean"), ("BAFR", "Black African"), ("BOTH", "Any other Black background"),
    ("OOTH", "Any other ethnic background"), ("REFU", "Declared not to say"), ("NOBT", "Not yet obtained"),
]  # fmt: skip
DISABILITY = [
    ("NONE", "None"), ("MOB", "Mobility"), ("HAND", "Hand function"), ("PC", "Personal care"), ("INC", "Incontinence"),
    ("COMM", "Communication"), ("LD", "Learning"), ("HEAR", "Hearing"), ("VIS", "Vision"), ("BEH", "Behaviour"),
    ("CON", "Consciousness"), ("AUT", "Autism or Asperger syndrome"), ("DDA", "Other, under the Equality Act"),
]  # fmt: skip
REFERRAL_SOURCE = [
    ("1A", "Individual: family member, relative or carer"), ("1B", "Individual: acquaintance or neighbour"),
    ("1C", "Individual: self"), ("1D", "Individual: other"), ("2A", "Schools"), ("2B", "Education services"),
    ("3A", "Health: general practitioner"), ("3B", "Health: health visitor"), ("3C", "Health: school nurse"),
    ("3D", "Health: other primary health services"), ("3E", "Health: accident and emergency"),
    ("3F", "Health: other, such as hospices"), ("4", "Housing"), ("5A", "Local authority: social care, such as adults"),
    ("5B", "Local authority: other internal department"), ("5C", "Local authority: external"), ("5D", "Local authority: youth offending"),
    ("6", "Police"), ("7", "Other legal agency, such as a court or probation"), ("8", "Other"), ("9", "Anonymous"), ("10", "Unknown"),
]  # fmt: skip
NEED = [
    ("N1", "Abuse or neglect"), ("N2", "Child's disability or illness"), ("N3", "Parental disability or illness"),
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
    ("6C", "Physical disability or illness: another person"), ("7A", "Young carer"), ("8B", "Privately fostered: overseas, to stay"),
    ("8C", "Privately fostered: overseas, to return"), ("8D", "Privately fostered: UK, to stay"), ("8E", "Privately fostered: UK, to make own way"),
    ("8F", "Privately fostered: UK, to return"), ("9A", "Unaccompanied asylum seeking child"), ("10A", "Missing"),
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
KNOWN_BY = [("seen", "Seen"), ("told", "Told"), ("believed", "Believed"), ("record", "From a record")]
AGENCY_KIND = [
    ("police", "Police"), ("health", "Health"), ("education", "Education"), ("probation", "Probation"), ("housing", "Housing"),
    ("social_care", "Social care"), ("voluntary", "Voluntary sector"), ("court", "Court"), ("other", "Other"),
]  # fmt: skip
SERVICE = [
    ("early_help", "Early help"), ("assessment", "Assessment"), ("child_in_need", "Child in need"),
    ("child_protection", "Child protection plan"), ("care", "In care"), ("leaving_care", "Leaving care"),
]  # fmt: skip
