"""The Jinja2 environment of every page."""

import re
from functools import lru_cache
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined

from hearth.foundation import worktime
from hearth.web import words
from hearth.web.forms import summary


@lru_cache(maxsize=1)
def govuk_macros() -> dict[str, Any]:
    """Every macro of the GOV.UK Design System by name.

    They are compiled in an environment of their own, because they test options that callers leave out,
    while ours fails on any name that is missing.
    """
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    theirs = Environment(loader=loader, autoescape=True, auto_reload=False, cache_size=-1)
    found: dict[str, Any] = {}
    for name in theirs.list_templates(filter_func=lambda name: name.endswith("/macro.html")):
        module = theirs.get_template(name).module
        found.update({macro: getattr(module, macro) for macro in dir(module) if re.fullmatch(r"govuk[A-Z]\w+", macro)})
    return found


def environment(**options: Any) -> Environment:
    """Django's options with the GOV.UK macros, our filters and globals; a missing name is an error."""
    options.update(undefined=StrictUndefined, autoescape=True)
    made = Environment(**options)  # noqa: S701 - autoescape is set just above
    made.globals.update(govuk_macros())
    made.globals.update({"static": static, "url": reverse, "now": worktime.now, "today": worktime.today, "error_summary": summary})
    made.filters.update(
        {
            "day": words.day,
            "moment": words.moment,
            "clock": words.clock,
            "ago": words.ago,
            "until": words.until,
            "plural": words.plural,
            "duration": words.duration,
            "paragraphs": words.paragraphs,
            "drawing": words.drawing,
        }
    )
    return made
