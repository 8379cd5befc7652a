"""Taking a call."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid
from hearth.people.actions import Undecided
from hearth.people.queries import Match, known
from hearth.services.frontdoor import actions, capabilities
from hearth.services.frontdoor.forms import CallForm, ChildForm, ChildFormSet
from hearth.web.page import page
from hearth.web.pages import reader_of

MOST_CHILDREN = 12


@page(capabilities.RECEIVE, methods=("GET", "POST"))
def take_call(request: HttpRequest) -> HttpResponse:
    """The call page: what we are told, who it is about with matches beside, who tells us; then it is a contact."""
    reader = reader_of(request)
    if request.method == "GET":
        form = CallForm(initial={"started_at": worktime.now(), "channel": request.GET.get("channel", "telephone")})
        return _page(request, form, ChildFormSet(initial=[{}], prefix="children"))
    data = _with_rows(request.POST)
    form, children = CallForm(data), ChildFormSet(data, prefix="children")
    valid = form.is_valid() & children.is_valid()
    if "add" in request.POST or not valid:
        return _page(request, form, children, status=200 if "add" in request.POST else 422)
    try:
        lines = [child.new_line() for child in children if not child.is_empty]
        contact = actions.receive_contact(reader, form.new_contact(lines), request_id=form.number)
    except Undecided as undecided:
        form.add_problems(undecided)
    except Invalid as problem:
        form.add_problems(problem)
    else:
        messages.success(request, f"Contact {contact.number} recorded. Its clocks are running.")
        return redirect("contact", contact.pk)
    return _page(request, form, children, status=422)


def _with_rows(data: Any) -> Any:
    """The submitted data, with one more row when somebody pressed "Add another child"."""
    changed = data.copy()
    rows = changed.get("children-TOTAL_FORMS", "0")
    if "add" in data and rows.isdigit() and int(rows) < MOST_CHILDREN:
        changed["children-TOTAL_FORMS"] = str(int(rows) + 1)
        changed[f"children-{rows}-kind"], changed[f"children-{rows}-safe_now"] = "child", "not_asked"
    return changed


def _page(request: HttpRequest, form: CallForm, children: Any, status: int = 200) -> HttpResponse:
    rows = [(child, _matches(request, child)) for child in children]
    context = {"form": form, "children": children, "rows": rows, "matches_url": reverse("matches")}
    return render(request, "frontdoor/call.html", context, status=status)


def _matches(request: HttpRequest, child: ChildForm) -> list[Match]:
    if not child.is_bound or not child.is_valid() or child.is_empty:
        return []
    return known(reader_of(request), child.named().terms)


@page(capabilities.RECEIVE, methods=("POST",))
def matches(request: HttpRequest) -> HttpResponse:
    """Who may be meant, as somebody types a child's name: a fragment beside the form."""
    prefix = request.POST.get("prefix", "")
    child = ChildForm(request.POST, prefix=prefix)
    found = _matches(request, child)
    return render(request, "frontdoor/matches.html", {"matches": found, "child": child, "asked": True})
