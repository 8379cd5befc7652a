"""Every room's pages, and the handlers of errors."""

from django.urls import include, path

from hearth.web import views

urlpatterns = [
    path("health/", views.health, name="health"),
    path("accounts/", include("hearth.foundation.access.urls")),
    path("", include("hearth.oversight.urls")),
    path("people/", include("hearth.people.urls")),
    path("access/", include("hearth.people.access_urls")),
    path("front-door/", include("hearth.services.frontdoor.urls")),
    path("record/", include("hearth.services.recording.urls")),
    path("", include("hearth.web.urls")),
]
handler400 = "hearth.web.views.bad_request"
handler403 = "hearth.web.views.forbidden"
handler404 = "hearth.web.views.not_found"
handler500 = "hearth.web.views.server_error"
