"""Pages of the front door."""

from django.http import HttpResponse
from django.urls import path

urlpatterns = [path("", lambda request: HttpResponse("q"), name="queue")]
