"""A letter as a tagged PDF. Words are passed as data, never as markup."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from hearth.foundation import packs
from hearth.foundation.letters.models import Letter
from hearth.foundation.worktime import LONDON

LAYOUT = Path(__file__).parent / "letter.typ"


def telephone_now(moment: datetime) -> str:
    """The number that is answered at a moment: the office's, or out-of-hours' with its name while the office is shut."""
    pack = packs.active()
    details = pack.contact_details
    if details is None:
        return ""
    if pack.calendar.is_open(moment):
        return details.telephone
    return f"{details.out_of_hours_name}: {details.out_of_hours_telephone}"


def letter_content(letter: Letter) -> dict[str, Any]:
    """Everything that stands on the paper, by its place."""
    pack = packs.active()
    details = pack.contact_details
    made = letter.made_at.astimezone(LONDON)
    return {
        "authority": f"{pack.title} children's services",
        "from": [*(details.address if details else []), telephone_now(letter.made_at)],
        "to": [letter.addressee, *[line for line in letter.address.splitlines() if line]],
        "date": f"{made.day} {made:%B} {made.year}",
        "reference": letter.reference,
        "title": letter.title,
        "paragraphs": letter.paragraphs,
        "signed": letter.signed_by,
    }


def letter_pdf(letter: Letter) -> bytes:
    """The PDF of one letter, made when it is opened or sent."""
    content = letter_content(letter)
    return typst.compile(str(LAYOUT), sys_inputs={"letter": json.dumps(content)}, pdf_standards=["ua-1"])
