"""What the front door is told, from small worries to grave ones, in the words people use. All of it is invented.

`{child}` is the child spoken of, `{she}` and `{her}` fit that child, `{other}` is a brother or sister or "the younger ones".
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """One kind of worry: who usually brings it, its weight (3 the gravest), what is told, asked and concluded."""

    code: str
    weight: int
    share: int
    sources: tuple[str, ...]
    told: tuple[str, ...]
    reasons: tuple[str, ...]
    youngest: int = 0
    oldest: int = 17
    words: tuple[str, ...] = ()
    steps: str = "The school: keeps watch and offers the family an early help assessment; it rings again if anything changes."


STORIES = (
    Story(
        "neglect",
        2,
        13,
        ("2A", "3B", "4", "1B"),
        (
            "{child} comes in unwashed and hungry most days and says there is no food in at weekends. Attendance is 71 per cent.",
            "The health visitor found {child} in a wet nappy at noon with no bed made up. Mother was asleep and hard to wake.",
            "The housing officer saw broken glass on the stairs, no heating and mattresses on the floor in the children's room.",
        ),
        (
            "The pattern has been seen by three agencies over four months and advice has not held. The parents' own "
            "difficulties "
            "affect meals, washing and school. A full picture is needed of what daily life is like for the children.",
            "The home is not safe for a child of this age. Mother wants help and has begun to clear it, but has been "
            "offered help "
            "twice before. An assessment should set out what must change and by when.",
        ),
        words=("I have toast at my nan's.", "We sleep in the front room because it is warmer.", ""),
    ),
    Story(
        "domestic_abuse",
        2,
        18,
        ("6", "6", "3A", "8"),
        (
            "Officers were called to a verbal argument at 22:40. Mother had a red mark on her neck and declined to make a "
            "statement. "
            "{child} was upstairs and awake; {other} were with an aunt.",
            "A neighbour rang 999 on hearing screaming. The partner had left before officers came. {child} told officers "
            "that he "
            "throws things.",
            "Mother told the practice nurse that he checks her telephone and has stopped her seeing her sister. She asked "
            "that no "
            "letter be sent to the house.",
        ),
        (
            "This is the third notification since spring and the children were present. Mother was spoken to alone and has "
            "a safe "
            "number. The effect on the children is not yet known and has to be assessed.",
            "Mother has moved to her parents' and has agreed to support. The alleged abuser does not know the address. The "
            "children "
            "are safe tonight; work with the whole family is needed.",
        ),
        words=("I put my pillow over my head.", "He shouts and then mum goes quiet.", ""),
    ),
    Story(
        "injury",
        3,
        5,
        ("2A", "3E", "2B"),
        (
            "{child} has a bruise the shape of a hand on {her} upper arm and says that it happened at home last night.",
            "{child} was brought in with a burn to the forearm four hours after it happened. The account given has changed twice.",
            "A member of staff saw linear marks across {child}'s back when {she} changed for PE.",
        ),
        (
            "The injury and the account do not fit together and the child goes home to the same adults. Reasonable cause to "
            "suspect "
            "significant harm: a strategy discussion with police and health is needed today.",
        ),
        words=("I am not allowed to say.", "It was because I was naughty.", "Dad got cross and it just happened."),
    ),
    Story(
        "sexual_harm",
        3,
        2,
        ("2A", "6", "3C"),
        (
            "{child} told a teaching assistant something about an older relative that made the school ring at once. No "
            "questions were put.",
        ),
        (
            "The child's words are clear and were kept as spoken. The relative has contact this weekend. A strategy "
            "discussion is "
            "needed before anybody in the family is spoken to.",
        ),
        youngest=4,
        words=("He said it was our secret.",),
    ),
    Story(
        "parent_mental_health",
        1,
        9,
        ("3F", "3A", "1A"),
        (
            "Mother's medication was changed last week and she has not been up for {child}'s school run since. Grandmother "
            "is helping.",
            "Father has been low since losing his job and told the surgery that he worries about managing {child} on his own.",
        ),
        (
            "The parent is in treatment and family are helping day by day. The children are looked after. Family support "
            "would keep "
            "this from becoming worse, and the parent agrees to it.",
        ),
    ),
    Story(
        "substances",
        2,
        6,
        ("1B", "6", "7"),
        (
            "People come and go at all hours and there is a strong smell of cannabis. {child} was playing on the landing at "
            "eleven at night.",
            "Probation says that father has tested positive again. {child} stays with him at weekends.",
        ),
        (
            "What the children see and who looks after them when the adults have used is not known. Information should be "
            "gathered "
            "from school, health and police before a decision on assessment.",
        ),
    ),
    Story(
        "young_person_exploited",
        3,
        3,
        ("6", "2A", "5D"),
        (
            "{child} was found at a flat in another town with two adults {she} would not name, and had two telephones and cash.",
            "{child} has been missing four times this month and comes back with new clothes.",
        ),
        (
            "The signs of criminal exploitation are strong and the young person is frightened of somebody. The risk is "
            "outside the "
            "family; parents are allies. A strategy discussion should map who is involved.",
        ),
        youngest=12,
        words=("They look after me better than you lot.",),
    ),
    Story(
        "self_harm",
        1,
        5,
        ("3C", "2A", "3E"),
        (
            "{child} showed the school nurse cuts on {her} arm, healing. {She} says it has been since the summer and that "
            "home is fine.",
        ),
        (
            "The young person is already waiting for the mental health service and the parents know. No harm by others is "
            "described. "
            "Early help can bring school, parents and health together.",
        ),
        youngest=11,
    ),
    Story(
        "overwhelmed",
        0,
        14,
        ("2A", "1A", "3B", "1C"),
        (
            "Mother asked the school for help: {child} will not go to bed and fights with {other}. She is on her own and worn out.",
            "A parent rang to ask what help there is with a teenager who will not come home on time.",
            "The nursery asks whether there is a parenting group; {child} bites and the parents are anxious.",
        ),
        (
            "The family ask for advice and there is nothing to suggest harm. They were told of the parenting course and the "
            "drop-in "
            "at the family hub and know how to come back.",
        ),
    ),
    Story(
        "housing",
        0,
        8,
        ("4", "1C", "8"),
        (
            "The family are in one room in temporary accommodation with a shared kitchen. {child} has nowhere to do homework.",
            "Notice to leave has been served for the end of the month. Parents are managing and have a housing officer.",
        ),
        (
            "The need is housing. The children are well cared for, the housing officer has a plan, and the family agreed to "
            "be put in "
            "touch with the advice service.",
        ),
    ),
    Story(
        "disability",
        1,
        5,
        ("3F", "2B", "1C"),
        ("{child} has a new diagnosis and the parents have had two hours' sleep a night for a month. They ask for short breaks.",),
        ("The parents care well and are exhausted. They ask for an assessment of what their child needs and have agreed to one.",),
    ),
    Story(
        "neighbour_worry",
        0,
        7,
        ("1B", "9"),
        (
            "A neighbour hears shouting most evenings. She has not seen anybody hurt. She does not want the family to know "
            "who rang.",
            "Somebody who would not give a name says that the children at this address play out late in all weathers.",
        ),
        (
            "School and surgery have no worries and the children were seen well this week. What was reported is not borne out. "
            "Universal services continue.",
        ),
    ),
    Story(
        "separated_parents",
        0,
        5,
        ("1A", "7"),
        ("Father says that {child} came back from contact upset and wants it stopped. There is a hearing next month.",),
        (
            "This is for the court that has the case; the officer there was told. Nothing said suggests that the child is "
            "at risk of "
            "harm with either parent. Advice was given to both.",
        ),
    ),
)

SAFE_PLACES = (
    ("at school", "class teacher"),
    ("at home", "mother"),
    ("at home", "father"),
    ("at grandmother's", "grandmother"),
    ("at nursery", "key person"),
    ("on the ward", "nurse in charge"),
)
RETURNED = (
    "What does the mother say, and has she been spoken to alone?",
    "Please ring the school before we decide: when was the child last seen?",
    "I cannot see why early help would hold this time. What is different?",
    "The father is missing from this. Who has parental responsibility?",
)
ANSWERS = (
    "Spoken to alone by telephone at the school; her account is added and it strengthens the recommendation.",
    "School rung: seen today, in class and well. Their record of the last month is added.",
    "The earlier support ended when the worker left; the family ask for it again and have agreed what it should do.",
)
PROTECTIVE_STEPS = (
    "Rang the school: the child stays with the head until a social worker comes. Police asked to attend.",
    "Visited with police. The child is with grandmother for tonight, who knows whom to ring.",
    "Spoke with the ward: the child will not be discharged before the strategy discussion.",
)

RESPONSES = (
    "Spoke with the mother by telephone: the children are with her, fed and well. She will ring if anything changes.",
    "Rang the school: all of them seen in class this morning, nothing to worry anybody today. The school rings if one is absent.",
    "Visited with the health visitor. The children were seen and spoken with; grandmother stays with them tonight.",
    "Spoke with the father, who has the children with him, and with the health visitor, who goes tomorrow.",
)
QUESTIONS_ASKED = (
    ("School nurse", "Has anybody seen a change in the children this term?", "Nothing new. Weight and height as they should be."),
    (
        "Health visitor",
        "When were they last seen at home, and how was it?",
        "Three weeks ago. The home was clean, the baby gaining weight.",
    ),
    ("Surgery", "Are there appointments missed or worries noted?", "Two appointments missed in spring, kept since."),
    ("Housing officer", "What do neighbours and the tenancy file say?", "One complaint of noise. No arrears."),
)
LATE_BECAUSE = (
    ("Paediatrician", "Could the mark have come about in the way that was told?"),
    ("Police, response", "What did the officers see in the home, and whom did they speak with?"),
    ("Another authority", "What was known of the family before they moved here?"),
)
LATE_ANSWER = "Answered after a reminder: nothing that changes what we think."
CONSENT_REASONS = {
    "refused": "Told by telephone what would be shared and why; does not want the school to know.",
    "unsafe": "The person who may have caused the harm lives in the home and would hear of it.",
}
ADVICE_AT_NIGHT = (
    "To talk with the school in the morning, the number of the help line for parents, and to ring again if it gets worse."
)
DIFFERENT = (
    "This time the children were in the room, and the caller saw it.",
    "The help that was agreed last time ended in the spring.",
    "A new partner has moved in since.",
    "Nothing is different: it is the same worry again, three weeks on.",
)
NEXT_ACTIONS = ("Ring whoever told us.", "Ring the school before the end of the day.", "Search the systems, then a social worker.")
HEADINGS = (
    "Worry about marks seen on a child",
    "Worry about care and meals at home",
    "Police called to the home at night",
    "A child does not come to school",
)
FOUND = (
    "Nothing under these names.",
    "An earlier contact, two years ago, about the home. Advice was given then.",
    "Attendance 94 per cent, no worries noted.",
    "Early help closed last year; the aims were met.",
)
SAFE_BECAUSE = (
    "Grandmother has said she will keep them.",
    "In school until then, and the head knows.",
    "The ward keeps the child until then.",
)
LEFT_TO_THE_DAY = (
    "The children were seen and are with their aunt. To ring the school, and speak with the mother alone.",
    "The father was told to stay away tonight and agreed. To speak with police about bail, and to see the children.",
    "Spoke with the grandmother, who has them until ten. To decide what follows.",
)
