"""Pages of the front door."""

from django.urls import path

from hearth.services.frontdoor.views import calls, contacts, guidance, lists, passing

urlpatterns = [
    path("", lists.queue, name="queue"),
    path("call/", calls.take_call, name="take_call"),
    path("matches/", calls.matches, name="matches"),
    path("sign-off/", lists.sign_off_list, name="sign_off_list"),
    path("incoming/", lists.incoming, name="incoming"),
    path("incoming/<uuid:hand_over_id>/accept/", passing.accept, name="accept"),
    path("contacts/<uuid:contact_id>/", contacts.contact, name="contact"),
    path("contacts/<uuid:contact_id>/urgency/", contacts.grade, name="grade"),
    path("contacts/<uuid:contact_id>/urgency/confirm/", guidance.confirm_grade, name="confirm_grade"),
    path("contacts/<uuid:contact_id>/received/", contacts.received, name="received"),
    path("contacts/<uuid:contact_id>/step/", contacts.step, name="step"),
    path("contacts/<uuid:contact_id>/sign-off/", contacts.sign_off, name="sign_off"),
    path("contacts/<uuid:contact_id>/timescales/<int:obligation_id>/", contacts.why, name="why"),
    path("children/<uuid:line_id>/safety/", contacts.safety, name="safety"),
    path("children/<uuid:line_id>/recommend/", contacts.recommend, name="recommend"),
    path("tellings/<uuid:telling_id>/", passing.tell, name="tell"),
    path("letters/<uuid:letter_id>/", passing.letter, name="letter"),
    path("contacts/<uuid:contact_id>/facts/", guidance.factors, name="factors"),
    path("facts/<int:factor_id>/take-back/", guidance.take_back, name="take_back"),
    path("contacts/<uuid:contact_id>/find-out/", guidance.find_out, name="find_out"),
    path("contacts/<uuid:contact_id>/advice/", guidance.advice, name="caller_advice"),
    path("contacts/<uuid:contact_id>/relevant-history/", guidance.history, name="relevant_history"),
    path("children/<uuid:line_id>/level/", guidance.level, name="level"),
]
