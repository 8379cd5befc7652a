"""A person's page, and the forms behind it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from hearth.foundation.access.errors import Invalid, NotFound
from hearth.foundation.access.limiting import check, restriction_on
from hearth.foundation.access.models import Restriction
from hearth.foundation.access.readers import Reader
from hearth.people import actions, capabilities
from hearth.people.facts import GROUPS, in_group, is_disabled
from hearth.people.forms import records as forms
from hearth.people.forms.finding import RelativeForm
from hearth.people.forms.keeping import AllocateForm
from hearth.people.front_page import person_page, warnings_to_review
from hearth.people.genogram import genogram
from hearth.people.models import Agency, Person, PersonProfessional, Relationship, Residence, Warning
from hearth.people.record_pages import record_pages
from hearth.people.sections import sections
from hearth.people.siblings import HOME, to_share
from hearth.people.views.finding import naming
from hearth.people.views.looking import NAMED, dropping, half_named, look, looks_again
from hearth.web.page import page
from hearth.web.pages import form_page, reader_of

FORM = "people/form.html"


@page(capabilities.VIEW)
def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """One person. A restricted one says whom to ask; a sealed one is not found."""
    reader = reader_of(request)
    everything = request.GET.get("all") == "yes"
    try:
        shown = person_page(reader, person_id, room=request.GET.get("of", ""), everything=everything)
    except NotFound:
        hidden = restriction_on(person_id, reader)
        if hidden is None or hidden.level == Restriction.SEALED or person_id in reader.conflicts:
            raise
        return redirect("open_record", person_id)
    parts = sections(reader, person_id)
    context = {
        "shown": shown,
        "drawing": genogram(shown.person, shown.family),
        "groups": GROUPS,
        "disabled": is_disabled(shown.person),
        "room": request.GET.get("of", ""),
        "room_choices": [
            {"value": one, "text": one.replace("_", " ").capitalize(), "selected": one == request.GET.get("of")}
            for one in shown.rooms
        ],
        "everything": everything,
        "record_pages": record_pages(reader, person_id),
        "record_notes": [words for _, read in parts for words in read.notes],
        "sections": parts,
        "may_change": reader.can(capabilities.CHANGE),
        "may_allocate": reader.can(capabilities.ALLOCATE),
        "may_restrict": reader.can(capabilities.RESTRICT),
    }
    return render(request, "people/person.html", context)


def _form(
    request: HttpRequest,
    person_id: UUID,
    title: str,
    make: Callable[..., Any],
    act: Callable[[Any, Person], Any],
    *,
    capability: str = capabilities.CHANGE,
    said: str = "Recorded.",
    note: str = "",
    template: str = FORM,
    more: dict[str, Any] | None = None,
    then: Callable[[], str] | None = None,
) -> HttpResponse:
    """A page with one form about one person, who may be changed by this reader; `then` is where it leads, if not back."""
    who = check(Person, person_id, reader_of(request), capability)
    back = reverse("person", args=[person_id])
    context = {"title": title, "who": who, "back": back, "back_words": who.name, "note": note}

    def done(_: Any) -> str:
        return (then() if then else "") or back

    return form_page(request, template, make, lambda form: act(form, who), done=done, said=said, context=context | (more or {}))


def _asks_siblings(reader: Reader, person_id: UUID, details: list[str]) -> str:
    """The page that asks with whom a child has new details in common; "" where that is nobody."""
    who = check(Person, person_id, reader, capabilities.CHANGE)
    shown = [one.name for one in to_share(reader, who, details)] if who.kind != Person.ADULT else []
    return f"{reverse('share_with_siblings', args=[person_id])}?of={','.join(shown)}" if shown else ""


@page(capabilities.CHANGE, methods=("GET", "POST"))
def facts(request: HttpRequest, person_id: UUID, group: str) -> HttpResponse:
    """Change the facts of one group, with how each change is known."""
    if group not in GROUPS:
        raise Http404
    who = check(Person, person_id, reader_of(request), capabilities.CHANGE)
    now = {fact.name: getattr(who, fact.name) for fact in in_group(group)}

    def make(data: Any) -> forms.FactsForm:
        return forms.FactsForm(data, group=group, now=now, version=who.version)

    def act(form: forms.FactsForm, who: Person) -> Any:
        return actions.change_facts(reader_of(request), person_id, request_id=form.number, **form.shared, **form.beside)

    def then() -> str:
        saved = Person.objects.get(pk=who.pk)
        return _asks_siblings(reader_of(request), who.pk, [name for name in now if getattr(saved, name) != now[name]])

    return _form(request, person_id, GROUPS[group], make, act, said="Recorded, with who told you.", then=then)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def siblings(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """With which brothers and sisters the child has these details in common; nobody is ticked beforehand."""
    reader = reader_of(request)
    details = to_share(reader, check(Person, person_id, reader, capabilities.CHANGE), request.GET.get("of", "").split(","))

    def make(data: Any) -> forms.SiblingsForm:
        return forms.SiblingsForm(data, details=details)

    def act(form: forms.SiblingsForm, who: Person) -> Any:
        return actions.share_with_siblings(reader, who.pk, shared=form.values(), request_id=form.number)

    note = "Tick who has the same. Whoever is not ticked stays as recorded."
    return _form(request, person_id, "The same for brothers and sisters?", make, act, note=note)


@page(capabilities.CHANGE, methods=("POST",))
def still_true(request: HttpRequest, person_id: UUID, fact: str) -> HttpResponse:
    """A fact is still true: seen or told today."""
    try:
        actions.confirm_fact(reader_of(request), person_id, fact, known_by="seen")
    except Invalid as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Confirmed today.")
    return redirect("person", person_id)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def birth(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Record the birth of an unborn child."""

    def act(form: forms.BirthForm, who: Person) -> Any:
        return actions.born(reader_of(request), who.pk, request_id=form.number, **form.values())

    note = "The same record goes on as a child's, with everything written before the birth."
    return _form(request, person_id, "Record the birth", forms.BirthForm, act, note=note)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def other_name(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Record another name."""

    def act(form: forms.NameForm, who: Person) -> Any:
        return actions.add_name(reader_of(request), who.pk, request_id=form.number, **form.values())

    return _form(request, person_id, "Add another name", forms.NameForm, act)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def home(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Record a new address; the earlier one stays in the history."""

    def act(form: forms.HomeForm, who: Person) -> Any:
        values = form.values()
        lines, code = values.pop("lines"), values.pop("code")
        return actions.live_at(reader_of(request), who, lines, code, request_id=form.number, **values)

    def then() -> str:
        return _asks_siblings(reader_of(request), person_id, [HOME])

    note = "The earlier address stays in the history."
    return _form(request, person_id, "Record an address", forms.HomeForm, act, note=note, then=then)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def end_home(request: HttpRequest, home_id: int) -> HttpResponse:
    """They no longer live there."""
    found = check(Residence, home_id, reader_of(request), capabilities.CHANGE)

    def act(form: forms.EndForm, who: Person) -> Any:
        return actions.end_home(reader_of(request), home_id, ends_on=form.cleaned_data["ended_on"], request_id=form.number)

    return _form(request, found.person_id, "They no longer live there", forms.EndForm, act)


@page(capabilities.CHANGE, methods=("POST",))
def confidential(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Make addresses confidential, or no longer so."""
    wanted = request.POST.get("confidential") == "yes"
    actions.set_confidential(reader_of(request), person_id, confidential=wanted)
    messages.success(request, "Every address is confidential now." if wanted else "Addresses are no longer confidential.")
    return redirect("person", person_id)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def relative(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Add a relative: somebody already known, or new once nobody known is them."""
    reader = reader_of(request)

    def act(form: RelativeForm, who: Person) -> Any:
        data = form.cleaned_data
        found = naming(form, lambda: actions.identify(reader, form.named()))
        responsibility = {"parental_responsibility": data["parental_responsibility"], "source": data["source"]}
        if data["relation"] == "mother" and who.kind == Person.UNBORN:
            actions.expect(reader, who.pk, found)
        return actions.relate(reader, who, found, data["relation"], request_id=form.number, **responsibility)

    title = "Add somebody of the family"
    if looks_again(request):
        who = check(Person, person_id, reader, capabilities.CHANGE)
        back = {"back": reverse("person", args=[person_id]), "back_words": who.name}
        return half_named(request, RelativeForm, {"title": title, "who": who, **back}, dropping(request.POST).dict())
    more = {"look": lambda form: look(request, form)}
    return _form(request, person_id, title, RelativeForm, act, template=NAMED, more=more)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def responsibility(request: HttpRequest, relationship_id: int) -> HttpResponse:
    """Who holds parental responsibility, and how that is known."""
    row = check(Relationship, relationship_id, reader_of(request), capabilities.CHANGE)
    now = {"parental_responsibility": row.parental_responsibility, "source": row.source}

    def act(form: forms.ResponsibilityForm, who: Person) -> Any:
        return actions.relate(reader_of(request), who, row.relative, row.kind, request_id=form.number, **form.values())

    def make(data: Any) -> forms.ResponsibilityForm:
        return forms.ResponsibilityForm(data, initial=now)

    return _form(request, row.person_id, f"Parental responsibility of the {row.get_kind_display().lower()}", make, act)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def end_relationship(request: HttpRequest, relationship_id: int) -> HttpResponse:
    """They are no longer that to the person."""
    row = check(Relationship, relationship_id, reader_of(request), capabilities.CHANGE)

    def act(form: forms.EndForm, who: Person) -> Any:
        ended = form.cleaned_data["ended_on"]
        return actions.end_relationship(reader_of(request), relationship_id, ended_on=ended, request_id=form.number)

    return _form(request, row.person_id, f"No longer the {row.get_kind_display().lower()}", forms.EndForm, act)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def professional(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Record that a professional works with the person."""
    reader = reader_of(request)

    def act(form: forms.ProfessionalForm, who: Person) -> Any:
        values = form.values()
        name, kind = values.pop("agency_name"), values.pop("agency_kind")
        agency: Agency | None = values.pop("agency")
        if agency is None:
            agency = actions.add_agency(reader, name=name, kind=kind)
        return actions.involve_professional(reader, who.pk, agency=agency, request_id=form.number, **values)

    return _form(request, person_id, "Add a professional", forms.ProfessionalForm, act)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def end_professional(request: HttpRequest, involvement_id: int) -> HttpResponse:
    """A professional no longer works with the person."""
    row = check(PersonProfessional, involvement_id, reader_of(request), capabilities.CHANGE)

    def act(form: forms.EndForm, who: Person) -> Any:
        ended = form.cleaned_data["ended_on"]
        return actions.end_professional(reader_of(request), involvement_id, ends_on=ended, request_id=form.number)

    return _form(request, row.person_id, "No longer involved", forms.EndForm, act)


@page(capabilities.CHANGE, methods=("GET", "POST"))
def warn(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Put a warning on the record."""

    def act(form: forms.WarningForm, who: Person) -> Any:
        return actions.warn(reader_of(request), who.pk, request_id=form.number, **form.values())

    return _form(request, person_id, "Add a warning", forms.WarningForm, act)


@page(capabilities.CHANGE)
def warnings(request: HttpRequest) -> HttpResponse:
    """Warnings past their review day on the records that this reader works with."""
    return render(request, "people/warnings.html", {"warnings": warnings_to_review(reader_of(request))})


@page(capabilities.CHANGE, methods=("GET", "POST"))
def review_warning(request: HttpRequest, warning_id: UUID) -> HttpResponse:
    """A warning still holds, or is ended."""
    row = check(Warning, warning_id, reader_of(request), capabilities.CHANGE)
    if "end" in request.POST:
        actions.end_warning(reader_of(request), warning_id)
        return redirect("person", row.person_id)

    def act(form: forms.ReviewForm, who: Person) -> Any:
        return actions.confirm_warning(reader_of(request), warning_id, request_id=form.number, **form.values())

    more = {"end_words": "It no longer holds: end it"}
    return _form(request, row.person_id, f"Does it still hold: {row.words}?", forms.ReviewForm, act, note=row.reason, more=more)


@page(capabilities.ALLOCATE, methods=("GET", "POST"))
def allocate(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Allocate a worker."""

    def act(form: AllocateForm, who: Person) -> Any:
        return actions.allocate(reader_of(request), who.pk, form.chosen(), role=form.cleaned_data["role"], request_id=form.number)

    return _form(request, person_id, "Allocate a worker", AllocateForm, act, capability=capabilities.ALLOCATE)
