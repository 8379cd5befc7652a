"""Records that may be of one person: the list, and what is said of each pair."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hearth.foundation.access.errors import Invalid
from hearth.people import capabilities
from hearth.people.duplicates.judging import judge_duplicate
from hearth.people.duplicates.listing import to_review
from hearth.people.duplicates.models import DuplicatePair
from hearth.web.page import page
from hearth.web.pages import page_number, reader_of

SAID = {
    DuplicatePair.NOT_SAME: "Recorded: not the same person. Nobody is asked about these two again.",
    DuplicatePair.SAID: "Recorded. Another person confirms it, because a child here has an open service.",
    DuplicatePair.UNSURE: "Recorded: not sure. They stay on the list.",
}


@page(capabilities.REVIEW_DUPLICATES)
def duplicates(request: HttpRequest) -> HttpResponse:
    """The pairs to look at."""
    found, shown = to_review(reader_of(request), page_number(request))
    return render(request, "people/duplicates.html", {"page": found, "pairs": shown})


@page(capabilities.REVIEW_DUPLICATES, methods=("POST",))
def judge(request: HttpRequest, pair_id: int) -> HttpResponse:
    """Not the same, or not sure."""
    try:
        pair = judge_duplicate(reader_of(request), pair_id, judgement=request.POST.get("judgement", ""))
    except Invalid as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, SAID[pair.state])
    return redirect("duplicates")
