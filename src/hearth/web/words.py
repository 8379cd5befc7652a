"""Filters: dates, times and counts in plain words."""

from datetime import date, datetime, timedelta

from markupsafe import Markup, escape

from hearth.foundation import worktime
from hearth.foundation.worktime import LONDON, day_words, duration_words


def day(value: date | datetime | None) -> str:
    """ "1 June 2026", or nothing."""
    if value is None:
        return ""
    local = value.astimezone(LONDON).date() if isinstance(value, datetime) else value
    return f"{local.day} {local:%B} {local.year}"


def moment(value: datetime | None) -> str:
    """ "14:10 today", "14:10 yesterday", "14:10 on Mon 1 June", with the year when it is not this one."""
    if value is None:
        return ""
    local = value.astimezone(LONDON)
    today = worktime.today()
    gap = (today - local.date()).days
    near = {0: "today", 1: "yesterday", -1: "tomorrow"}.get(gap)
    return f"{local:%H:%M} {near or 'on ' + day_words(local.date(), year=local.year != today.year)}"


def clock(value: datetime | None) -> str:
    """ "14:10"."""
    return "" if value is None else f"{value.astimezone(LONDON):%H:%M}"


def ago(value: datetime) -> str:
    """ "38 minutes ago"."""
    return f"{duration_words(worktime.now() - value)} ago"


def until(value: datetime) -> str:
    """ "in 38 minutes", or "12 minutes late"."""
    left = value - worktime.now()
    return f"in {duration_words(left)}" if left.total_seconds() >= 0 else f"{duration_words(left)} late"


def plural(count: int, one: str, many: str | None = None) -> str:
    """ "1 child", "3 children"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def paragraphs(text: str) -> Markup:
    """Typed text with its paragraphs and line breaks, escaped."""
    blocks = [block for block in text.replace("\r\n", "\n").split("\n\n") if block.strip()]
    lines = (Markup("<br>").join(escape(line) for line in block.split("\n")) for block in blocks)
    return Markup("").join(Markup('<p class="govuk-body">{}</p>').format(line) for line in lines)


def drawing(svg: str) -> Markup:
    """A drawing made by a program of ours or a library, put into the page itself; never anything a person typed."""
    return Markup(svg[svg.index("<svg") :])  # noqa: S704 - see above


def duration(value: timedelta) -> str:
    """ "38 minutes"."""
    return duration_words(value)
