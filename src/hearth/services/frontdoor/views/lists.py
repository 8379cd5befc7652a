"""Lists: the queue, what is to be signed off, what was passed on, the manager's board."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import urlencode
from markupsafe import Markup

from hearth.foundation import packs
from hearth.services.frontdoor import capabilities, codes, queries
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries.calls import calls_open
from hearth.services.frontdoor.queries.queue import SORTS
from hearth.web.page import page
from hearth.web.pages import page_number, reader_of

DIGEST = "the digest of these lines"
FILTERS = ("sort", "grade", "stage", "team", "mine")


@page(capabilities.VIEW, methods=("GET", "POST"))
def queue(request: HttpRequest) -> HttpResponse:
    """Open contacts, the nearest clock first. Finding by name is a POST, so that no name stands in an address.

    A poll that would show what is on the screen already is answered with 204, so that nothing moves under the reader.
    """
    reader = reader_of(request)
    given = {name: value for name in FILTERS if (value := request.GET.get(name)) and value.isprintable()}
    find = request.POST.get("find", "").replace("\0", "")
    found = queries.queue(
        reader,
        page=page_number(request),
        grade=given.get("grade", ""),
        mine=given.get("mine") == "yes",
        stage=given.get("stage", ""),
        team=given.get("team", ""),
        sort=given.get("sort", "clock"),
        text=find,
    )
    urgent = queries.most_urgent(reader)
    context = {
        "calls": calls_open(reader),
        "page": found,
        "counts": queries.counts(reader),
        "door": front_door(),
        "find": find,
        "given": given,
        "narrowed": bool(find.strip() or {*given} - {"sort"}),
        "query": "&" + urlencode(given) if given else "",
        "here": request.get_full_path(),
        "urgent": " ".join(str(one.number) for one in urgent),
        "news": _news(request, [one.number for one in urgent]),
    }
    if request.headers.get("HX-Request"):
        return _poll(request, context)
    return render(request, "frontdoor/queue.html", context | _choices() | {"shown_lines": Markup(_lines(context)[0])})  # noqa: S704 - a template of ours


def _news(request: HttpRequest, urgent: list[int]) -> list[int]:
    """The most urgent contacts that were not on the screen the last time it was filled."""
    values = request.POST if request.method == "POST" else request.GET
    if not request.headers.get("HX-Request"):
        return []
    known = set(values.get("urgent", "").split())
    return [number for number in urgent if str(number) not in known]


def _lines(context: dict[str, object]) -> tuple[str, str]:
    """The lines as they stand on the screen, and a digest of them, which stands among them for the next poll."""
    lines = render_to_string("frontdoor/queue_lines.html", context | {"digest": DIGEST, "news": []})
    digest = hashlib.sha256(lines.encode()).hexdigest()[:16]
    return lines.replace(DIGEST, digest, 1), digest


def _poll(request: HttpRequest, context: dict[str, object]) -> HttpResponse:
    values = request.POST if request.method == "POST" else request.GET
    lines, digest = _lines(context)
    if values.get("seen") == digest:
        return HttpResponse(status=204)
    if context["news"]:
        return render(request, "frontdoor/queue_lines.html", context | {"digest": digest})
    return HttpResponse(lines)


def _choices() -> dict[str, object]:
    door, teams = front_door(), packs.active().teams
    shown = [door.team, door.out_of_hours_team, *(code for code, team in teams.items() if team.accepts)]
    grades = [{"value": one.code, "text": one.title} for one in door.grades]
    return {
        "sorts": SORTS,
        "grades": [*grades, {"value": "none", "text": "Not yet set"}] if grades else [],
        "stages": [one for one in codes.STAGE if one[0] != "closed"],
        "teams": [(code, teams[code].title) for code in dict.fromkeys(shown)],
    }


@page(capabilities.DECIDE)
def sign_off_list(request: HttpRequest) -> HttpResponse:
    """Recommendations waiting to be signed off, each with its age and what remains; and the manager's board."""
    reader = reader_of(request)
    found = queries.to_sign_off(reader, page=page_number(request))
    lines = list(found.object_list)
    limits = queries.limits_on_deciding([line.contact.pk for line in lines])
    context = {"lines": lines, "page": found, "limits": limits, "board": queries.board(reader)}
    return render(request, "frontdoor/sign_off_list.html", context)


@page(capabilities.ACCEPT)
def incoming(request: HttpRequest) -> HttpResponse:
    """What was passed to this reader or their teams and waits to be accepted by name."""
    reader = reader_of(request)
    return render(request, "frontdoor/incoming.html", {"hand_overs": queries.incoming(reader)})
