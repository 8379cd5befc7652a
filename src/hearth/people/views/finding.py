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
from hearth.people.forms.finding import NamedForm, SearchForm
from hearth.people.models import Person
from hearth.people.queries import known
from hearth.people.search import MOST
from hearth.people.views.looking import NAMED, dropping, fragment, half_named, look, looks_again
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of


@page(capabilities.SEARCH, methods=("GET", "POST"))
def search(request: HttpRequest) -> HttpResponse:
    """Is somebody known? The terms are sent by POST, so that no name stands in an address."""
    if request.method == "GET":
        return render(request, "people/search.html", {"form": SearchForm(), "matches": None, "not_these": ""})
    form = SearchForm(request.POST)
    if not form.is_valid():
        return render(request, "people/search.html", {"form": form, "matches": None, "not_these": ""}, status=422)
    dropped = dismissed_from(f"{form.cleaned_data['not_these']} {request.POST.get('not_this', '')}".split())
    found = known(reader_of(request), form.terms())
    context = {
        "form": form,
        "matches": [match for match in found if match.person_id not in dropped],
        "more": len(found) >= MOST,
        "not_these": " ".join(str(one) for one in sorted(dropped)),
    }
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
    begun = searched_for(request)
    if begun is not None:
        begun = {name: "" if value is None else value for name, value in begun.items()}
        begun["kind"] = Person.ADULT
        return half_named(request, NamedForm, context, begun)
    if looks_again(request):
        return half_named(request, NamedForm, context, dropping(request.POST).dict())
    context["look"] = lambda form: look(request, form)
    return form_page(
        request, NAMED, NamedForm, act, done=lambda person: reverse("person", args=[person.pk]), said="Added.", context=context
    )


def searched_for(request: HttpRequest) -> dict[str, Any] | None:
    """What was searched by, where a page begins with it; None where it does not. It comes by POST, as every search.

    Whoever was found and passed over with "none of these" is dismissed.
    """
    if "begin" not in request.POST:
        return None
    form = SearchForm(request.POST)
    if not form.is_valid():
        return {}
    dismissed = f"{form.cleaned_data['not_these']} {request.POST.get('shown', '')}".split()
    return form.named() | {"not_these": " ".join(str(one) for one in sorted(dismissed_from(dismissed)))}


def naming(form: NamedForm, work: Any) -> Any:
    """Run an action that names somebody; likely matches nobody has looked at come back as a question in the form."""
    try:
        return work()
    except Undecided as undecided:
        raise Invalid({"": str(undecided)}) from undecided


@page(capabilities.CHANGE, methods=("POST",))
def matches(request: HttpRequest) -> HttpResponse:
    """Who may be meant, as somebody is named on a page of its own: a fragment beside the form."""
    return fragment(request, NamedForm(dropping(request.POST)))
