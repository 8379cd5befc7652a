"""A letter as a tagged PDF. Words are passed as data, never as markup."""

import json
from pathlib import Path

import typst

from hearth.foundation import packs
from hearth.foundation.letters.models import Letter
from hearth.foundation.worktime import LONDON

LAYOUT = Path(__file__).parent / "letter.typ"


def letter_pdf(letter: Letter) -> bytes:
    """The PDF of one letter, made when it is opened or sent."""
    pack = packs.active()
    details = pack.contact_details
    made = letter.made_at.astimezone(LONDON)
    content = {
        "authority": f"{pack.title} children's services",
        "from": [*(details.address if details else []), details.telephone if details else ""],
        "to": [letter.addressee, *[line for line in letter.address.splitlines() if line]],
        "date": f"{made.day} {made:%B} {made.year}",
        "reference": letter.reference,
        "title": letter.title,
        "paragraphs": letter.paragraphs,
        "signed": letter.signed_by,
    }
    return typst.compile(str(LAYOUT), sys_inputs={"letter": json.dumps(content)}, pdf_standards=["ua-1"])
