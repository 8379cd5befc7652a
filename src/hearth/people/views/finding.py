"""Finding somebody: the search page, and adding somebody once nobody known is them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from hearth.foundation.access.errors import Invalid
from hearth.people import actions, capabilities
from hearth.people.actions import Undecided, dismissed_from
from hearth.people.forms import NamedForm, SearchForm
from hearth.people.models import Person
from hearth.people.queries import known
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of

NAMED = "people/named.html"


@page(capabilities.SEARCH, methods=("GET", "POST"))
def search(request: HttpRequest) -> HttpResponse:
    """Is somebody known? The terms are sent by POST, so that no name stands in an address."""
    if request.method == "GET":
        return render(request, "people/search.html", {"form": SearchForm(), "matches": None, "not_these": ""})
    form = SearchForm(request.POST)
    if not form.is_valid():
        return render(request, "people/search.html", {"form": form, "matches": None, "not_these": ""}, status=422)
    dropped = dismissed_from(f"{form.cleaned_data['not_these']} {request.POST.get('not_this', '')}".split())
    found = [match for match in known(reader_of(request), form.terms()) if match.person_id not in dropped]
    context = {"form": form, "matches": found, "not_these": " ".join(str(one) for one in sorted(dropped))}
    return render(request, "people/search.html", context)


@page(capabilities.SEARCH, methods=("POST",))
def ask(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Not sure whether this is the person: whoever knows the record is asked to ring."""
    try:
        actions.ask_about_match(reader_of(request), person_id)
    except Invalid as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Asked. Whoever knows the record has a notice to ring you.")
    return redirect("find_person")


@page(capabilities.CHANGE, methods=("GET", "POST"))
def add(request: HttpRequest) -> HttpResponse:
    """Add somebody; whoever resembles them is shown first."""

    def act(form: NamedForm) -> Person:
        return naming(form, lambda: actions.identify(reader_of(request), form.named(), request_id=form.number))

    context: dict[str, Any] = {
        "title": "Add a person",
        "back": reverse("find_person"),
        "back_words": "Find a person",
        "note": "",
        "who": None,
    }
    context |= {"matches": lambda form: matches_of(request, form)}
    begun = searched_for(request)
    if begun is not None:
        return render(request, NAMED, context | {"form": NamedForm(initial=begun), "held": False})
    return form_page(
        request, NAMED, NamedForm, act, done=lambda person: reverse("person", args=[person.pk]), said="Added.", context=context
    )


def searched_for(request: HttpRequest) -> dict[str, Any] | None:
    """What was searched by, where a page begins with it; None where it does not. It comes by POST, as every search."""
    if "begin" not in request.POST:
        return None
    form = SearchForm(request.POST)
    return form.named() if form.is_valid() else {}


def naming(form: NamedForm, work: Any) -> Any:
    """Run an action that names somebody; likely matches nobody has looked at come back as a question in the form."""
    try:
        return work()
    except Undecided as undecided:
        raise Invalid({"": str(undecided)}) from undecided


def matches_of(request: HttpRequest, form: NamedForm) -> Any:
    """The people known who resemble whoever is named in a submitted form."""
    if not form.is_bound or not hasattr(form, "cleaned_data") or "kind" not in form.cleaned_data:
        return []
    data = {name: form.cleaned_data.get(name) for name in form.fields}
    form.cleaned_data.update({name: value if value is not None else _EMPTY.get(name) for name, value in data.items()})
    return known(reader_of(request), form.named().terms)


_EMPTY = {"forenames": "", "surname": "", "hospital": "", "person": "", "dismissed": "", "kind": Person.ADULT}
