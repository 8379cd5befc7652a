"""The page of an agency that tells the front door of children."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hearth.services.frontdoor import capabilities
from hearth.services.frontdoor.queries.agencies import agency_page
from hearth.web.page import page
from hearth.web.pages import reader_of


@page(capabilities.VIEW)
def agency(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    """What an agency told us before, who took it and what came of it."""
    shown = agency_page(reader_of(request), agency_id, request.GET.get("page", "1"))
    return render(request, "frontdoor/agency.html", {"shown": shown})
