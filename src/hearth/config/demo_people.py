"""`./hearth demo-people`: who to sign in as in the demonstration."""

import argparse
import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import django

PASSWORD = "hearth-demonstration"  # noqa: S105 - of invented people, in the demonstration only, said on every page


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """As JSON when asked, or everybody instead of one of each role."""
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--all", action="store_true", help="everybody, not one of each role")


def people() -> list[dict[str, Any]]:
    """Every member of staff with a role now: name, e-mail, password, roles, teams."""
    from hearth.foundation.access.models import User
    from hearth.foundation.access.readers import Reader

    rows = []
    for user in User.objects.filter(is_active=True).order_by("email"):
        reader = Reader(user)
        rows.append(
            {
                "name": user.name,
                "email": user.email,
                "password": PASSWORD,
                "roles": sorted(reader.roles),
                "titles": reader.role_titles,
                "teams": sorted(reader.teams),
            }
        )
    return rows


def run(arguments: argparse.Namespace) -> None:
    """Print them."""
    django.setup()
    rows = people()
    if arguments.json:
        print(json.dumps(rows, indent=2))
        return
    chosen = rows if arguments.all else one_of_each(rows)
    for row in chosen:
        print(f"  {row['email']:<44} {row['titles']}")
    if not arguments.all:
        print(f"\n  One of each role; ./hearth demo-people --all shows all {len(rows)}.")


def one_of_each(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each role of the pack, in its order, somebody who holds that one only, and of these who has most to look at."""
    from hearth.foundation import packs

    busy = _busy()
    found = []
    for role in packs.active().roles:
        holders = sorted((row for row in rows if role in row["roles"]), key=lambda row: (len(row["roles"]), *busy(row)))
        if holders and holders[0] not in found:
            found.append(holders[0])
    return found


def _busy() -> Callable[[dict[str, Any]], tuple[int, int]]:
    """How much lies before somebody, the most first: what waits to be accepted by their teams, then what they work with."""
    from hearth.foundation.access.models import Involvement
    from hearth.services.frontdoor.models import HandOver

    waiting = Counter(HandOver.objects.filter(accepted_at=None, withdrawn_at=None).values_list("to_team", flat=True))
    working = Counter(Involvement.objects.filter(ends_at=None).values_list("user__email", flat=True))
    return lambda row: (-sum(waiting[team] for team in row["teams"]), -working[row["email"]])
