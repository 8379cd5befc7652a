"""Pages about who may see what, and who looked."""

from django.urls import path

from hearth.people.views import keeping

urlpatterns = [
    path("log/", keeping.access_log, name="access_log"),
    path("odd/", keeping.odd_patterns, name="odd_patterns"),
    path("cover/", keeping.cover, name="cover"),
    path("cover/<int:held_id>/end/", keeping.end_cover, name="end_cover"),
    path("conflicts/", keeping.conflicts, name="conflicts"),
    path("conflicts/<int:conflict_id>/end/", keeping.end_conflict, name="end_conflict"),
    path("notices/", keeping.notices, name="notices"),
    path("notices/<int:notice_id>/read/", keeping.read_notice, name="read_notice"),
]
