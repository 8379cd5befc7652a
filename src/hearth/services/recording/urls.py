"""Pages of the record."""

from django.urls import path

from hearth.services.recording.views import chronology, notes, sharing

urlpatterns = [
    path("actions/", notes.own_actions, name="own_actions"),
    path("<uuid:person_id>/notes/", notes.case_notes, name="case_notes"),
    path("<uuid:person_id>/notes/<slug:kind>/", notes.write, name="write_note"),
    path("notes/<uuid:note_id>/correct/", notes.correct, name="correct_note"),
    path("notes/<uuid:note_id>/done/", notes.done, name="action_done"),
    path("chronology/<uuid:line_id>/", chronology.short_chronology, name="short_chronology"),
    path("<uuid:person_id>/sharing/", sharing.sharing, name="sharing"),
    path("<uuid:person_id>/sharing/print/", sharing.print_sharing, name="print_sharing"),
    path("<uuid:person_id>/sharing/ask/", sharing.ask, name="ask_sharing"),
    path("<uuid:person_id>/sharing/decide/", sharing.decide, name="decide_sharing"),
    path("sharing/requests/<uuid:request_id>/", sharing.answer, name="answer_sharing"),
    path("sharing/decisions/<uuid:decision_id>/receipt/", sharing.receipt, name="sharing_receipt"),
]
