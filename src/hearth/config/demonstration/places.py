"""Invented streets, and the schools, surgeries and others who work with families. No postcode area begins with ZZ."""

from dataclasses import dataclass

STREETS = (
    "Larkmead Road",
    "Tanners Rise",
    "Ferry Chandler Street",
    "Quarry Bank Close",
    "Old Ropewalk",
    "Bellfounders Way",
    "Mallow Gardens",
    "Signalman's Row",
    "Copperbeech Avenue",
    "Heron Wharf",
    "Saltpan Lane",
    "Nightingale Tower",
    "Weighbridge Court",
    "Pepperpot Hill",
    "Fulling Mill Road",
    "Kingcup Drive",
    "Cordwainers Yard",
    "Ash Tree House",
    "Lower Brickfields",
    "Gasworks Terrace",
    "St Oswin's Road",
    "Drovers Green",
    "Marigold Walk",
    "Tidewell Street",
    "Upper Sheepwash",
    "Viaduct View",
    "Warbler Close",
    "Almoner's Lane",
    "Bittern Crescent",
    "Clockhouse Mews",
)


@dataclass(frozen=True)
class Partner:
    """An agency, the national code of its contacts, and the jobs of those there who ring."""

    name: str
    kind: str
    source: str
    jobs: tuple[str, ...]
    secure: bool = True


NURSERIES = ("Acorn Corner Nursery", "Little Ferry Day Nursery")
PRIMARIES = ("Larkmead Primary School", "Old Ropewalk Primary School", "St Oswin's Church of England Primary School")
SECONDARIES = ("Fulling Mill Academy", "Tidewell School")

_LEAD = ("Designated safeguarding lead", "Deputy head", "Pastoral manager")
PARTNERS = (
    *(Partner(name, "education", "2B", ("Nursery manager", "Key person")) for name in NURSERIES),
    *(Partner(name, "education", "2A", _LEAD) for name in (*PRIMARIES, *SECONDARIES)),
    Partner("Kingcup Surgery", "health", "3A", ("General practitioner", "Practice nurse")),
    Partner("Heron Wharf Medical Centre", "health", "3A", ("General practitioner", "Practice manager")),
    Partner("Health visiting, north", "health", "3B", ("Health visitor",)),
    Partner("School nursing", "health", "3C", ("School nurse",)),
    Partner("The Infirmary, emergency department", "health", "3E", ("Sister", "Registrar")),
    Partner("The Infirmary, maternity", "health", "3F", ("Safeguarding midwife", "Community midwife")),
    Partner("Police, public protection", "police", "6", ("Sergeant", "Detective constable")),
    Partner("Police, response", "police", "6", ("Constable", "Public protection notice desk")),
    Partner("Probation service", "probation", "7", ("Probation officer",)),
    Partner("Council housing", "housing", "4", ("Housing officer", "Homelessness adviser")),
    Partner("Adult mental health team", "health", "3F", ("Community psychiatric nurse",)),
    Partner("Safe Harbour domestic abuse service", "voluntary", "8", ("Independent adviser",), secure=False),
)


def postcode(number: int) -> str:
    """A postcode that no street in the country has."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    return f"ZZ{number % 9 + 1} {number // 9 % 9 + 1}{letters[number // 81 % 20]}{letters[number // 1620 % 20]}"
