"""The pages with one more beside them, for the bench alone: the layout around a single sentence."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from hearth.config.urls import handler400, handler403, handler404, handler500
from hearth.config.urls import urlpatterns as pages

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def bare(request: HttpRequest) -> HttpResponse:
    """What every page costs before it shows anything of its own."""
    return render(request, "web/error.html", {"title": "Nothing", "words": "Only the layout."})


urlpatterns = [*pages, path("bench/bare/", bare)]
