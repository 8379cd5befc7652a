"""`./hearth routes`: every route, its methods and the capability it asks."""

import argparse
import json
from typing import Any

import django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """As JSON when asked."""
    parser.add_argument("--json", action="store_true")


def routes() -> list[dict[str, Any]]:
    """Every route of the program."""
    from django.urls import get_resolver

    return _walk(get_resolver().url_patterns, "/")


def _walk(patterns: Any, prefix: str) -> list[dict[str, Any]]:
    found = []
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            found += _walk(pattern.url_patterns, path)
        else:
            view = pattern.callback
            asked = getattr(view, "asks", None)
            found.append(
                {
                    "route": path,
                    "name": pattern.name or "",
                    "methods": getattr(view, "methods", ["GET", "POST"]),
                    "capability": list(asked) if asked else [],
                    "signed_in": getattr(view, "login_required", True),
                }
            )
    return found


def run(arguments: argparse.Namespace) -> None:
    """Print them."""
    django.setup()
    rows = routes()
    if arguments.json:
        print(json.dumps(rows, indent=2))
        return
    for row in rows:
        asked = " or ".join(row["capability"]) or ("signed in" if row["signed_in"] else "open to all")
        print(f"{'/'.join(row['methods']):<10} {row['route']:<60} {asked}")
