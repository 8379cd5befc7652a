"""Pages of the front door."""

from django.urls import path

from hearth.services.frontdoor import record_urls
from hearth.services.frontdoor.views import calls, contacts, lists, passing, shift, signing, telling

urlpatterns = [
    path("", lists.queue, name="queue"),
    path("call/", calls.take_call, name="take_call"),
    path("matches/", calls.matches, name="matches"),
    path("sign-off/", lists.sign_off_list, name="sign_off_list"),
    path("incoming/", lists.incoming, name="incoming"),
    path("incoming/<uuid:hand_over_id>/accept/", passing.accept, name="accept"),
    path("contacts/<uuid:contact_id>/", contacts.contact, name="contact"),
    path("contacts/<uuid:contact_id>/urgency/", contacts.grade, name="grade"),
    path("contacts/<uuid:contact_id>/urgency/confirm/", contacts.confirm_grade, name="confirm_grade"),
    path("contacts/<uuid:contact_id>/received/", contacts.received, name="received"),
    path("contacts/<uuid:contact_id>/step/", contacts.step, name="step"),
    path("contacts/<uuid:contact_id>/sign-off/", signing.sign_off, name="sign_off"),
    path("contacts/<uuid:contact_id>/timescales/<int:obligation_id>/", contacts.why, name="why"),
    path("children/<uuid:line_id>/safety/", contacts.safety, name="safety"),
    path("children/<uuid:line_id>/recommend/", contacts.recommend, name="recommend"),
    path("tellings/<uuid:telling_id>/", telling.tell, name="tell"),
    path("letters/<uuid:letter_id>/", telling.letter, name="letter"),
    path("letters/<uuid:letter_id>/read/", telling.letter_page, name="letter_page"),
    path("hand-overs/<uuid:hand_over_id>/", passing.passed, name="passed"),
    path("hand-overs/<uuid:hand_over_id>/decline/", passing.decline, name="decline"),
    path("hand-overs/<uuid:hand_over_id>/withdraw/", passing.withdraw, name="withdraw"),
    path("referrals/<uuid:referral_id>/", passing.referral, name="referral"),
    path("referrals/<uuid:referral_id>/re-referral/", passing.re_referral, name="re_referral"),
    path("children/<uuid:line_id>/pass-on/", passing.offer_again, name="offer_again"),
    path("children/<uuid:line_id>/decide-again/", signing.reopen, name="reopen_decision"),
    path("contacts/<uuid:contact_id>/take/", passing.take, name="take"),
    path("contacts/<uuid:contact_id>/allocate/", passing.allocate, name="allocate"),
    path("contacts/<uuid:contact_id>/pass/", passing.pass_to, name="pass_to"),
    path("contacts/<uuid:contact_id>/family/", telling.tell_family, name="tell_family"),
    path("contacts/<uuid:contact_id>/professionals/", telling.tell_professionals, name="tell_professionals"),
    path("contacts/<uuid:contact_id>/steps-discussed/", telling.steps_discussed, name="steps_discussed"),
    path("contacts/<uuid:contact_id>/close/", telling.close_contact, name="close_contact"),
    path("contacts/<uuid:contact_id>/advice/", shift.advice, name="advice"),
    path("contacts/<uuid:contact_id>/general-enquiry/", shift.general_enquiry, name="general_enquiry"),
    path("contacts/<uuid:contact_id>/overnight/", shift.choose, name="choose_at_closing"),
    path("closing/", shift.closing, name="closing"),
    path("morning/", shift.morning, name="morning"),
    path("out-of-hours/", shift.shift, name="shift"),
    *record_urls.urlpatterns,
]
