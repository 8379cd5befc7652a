"""Pages of the shared furniture."""

from django.urls import path

from hearth.web import drafts

urlpatterns = [path("drafts/<uuid:draft_id>/", drafts.draft, name="draft")]
