"""The routes of the program as the tests of access walk them, read from what each view declares."""

import re
import uuid

from django.urls import reverse

from hearth.config.routes import routes
from hearth.foundation import packs
from hearth.foundation.access.readers import Reader

PACKS = sorted(
    name for name in ("southampton", "swindon", "wokingham", "salford") if (packs.places.PACKS / name / "pack.yaml").exists()
)
ANSWERED = {200, 302, 422}
OURS = [row for row in routes() if row["name"] and not row["route"].startswith(("/accounts/", "/health"))]
ABOUT_ONE_CHILD = {"person_id", "line_id", "home_id", "relationship_id", "involvement_id", "warning_id"}
ABOUT_A_CONTACT = {"contact_id", "hand_over_id", "telling_id", "obligation_id"}
# The page of whom to ask, and of opening with a reason, is there for a restricted record only.
WHOM_TO_ASK = "open_record"


def parameters(row) -> list[str]:
    return re.findall(r"<\w+:(\w+)>", row["route"])


def address(row, ids) -> str | None:
    kinds = {name: kind for kind, name in re.findall(r"<(\w+):(\w+)>", row["route"])}
    forged = {"uuid": uuid.uuid4(), "int": 2**70, "slug": "identity", "str": "x"}
    return reverse(row["name"], kwargs={name: ids.get(name, forged.get(kind, "x")) for name, kind in kinds.items()})


def may_open(reader: Reader, row) -> bool:
    """Is there a page to open, and does the reader hold what it asks?"""
    return "GET" in row["methods"] and (not row["capability"] or reader.can_any(row["capability"]))


def scope_of(reader: Reader, row) -> str | None:
    scopes = {reader.capabilities[one] for one in row["capability"] if one in reader.capabilities}
    return "all" if "all" in scopes or not row["capability"] else next(iter(scopes), None)
