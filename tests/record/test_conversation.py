"""The conversation: who held it, calls about danger, the written form, acknowledgement, advice; steps agreed by telephone."""

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.models import AccessLog, Notice
from hearth.foundation.letters.models import Letter
from hearth.foundation.timeline.models import Event
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import conversation, safety, screening
from hearth.services.frontdoor.models import Acknowledgement, Advice, Contact, EmergencyCall, ProtectiveStep, RequestForm
from tests.record.conftest import Pages, at, words
from tests.support.people import call, child, recommend_analysed, staff

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("SOT-CRS-03")
def test_a_new_contact_opens_on_the_telephone_and_a_form_waits_for_its_conversation(worker, contact):
    pages = Pages(worker)
    raw = pages.client.get("/front-door/call/").content.decode()
    assert 'value="telephone" selected' in raw
    written = actions.receive_contact(worker, call(child("Ada", "Novak"), channel="form"))
    waiting = pages.get("screening/").split("Conversation still to hold", 1)[1]
    assert f"contact {written.number}" in waiting
    assert f"contact {contact.number}" not in waiting
    assert "which is still to be held" in pages.contact(written)
    pages.save(written, "conversation", held_at="09:59", what_told="Nothing new was said.")
    assert f"contact {written.number}" not in pages.get("screening/").split("Conversation still to hold", 1)[1]


@pytest.mark.requirement("SOT-CRS-04")
def test_a_call_an_officer_took_warns_and_needs_a_social_worker_before_an_outcome(worker):
    officer = staff("Ola Officer", "information_officer", "crs")
    taken = actions.receive_contact(officer, call(child("Ada", "Novak")))
    assert "No social worker took this call." in Pages(officer).contact(taken)
    listed = Pages(worker).get("screening/").split("Conversation still to hold", 1)[1]
    assert f"contact {taken.number}" in listed
    line = taken.lines.get()
    said = {"outcome": "advice", "reasons": "Advice.", "significant_harm": "neither"}
    with pytest.raises(Invalid, match="No social worker has spoken"):
        recommend_analysed(worker, line.pk, **said)
    conversation.hold_conversation(worker, taken.pk, held_at=at("2026-06-01T10:00"), what_told="She is well.")
    assert "Conversation held by Wren Worker" in Pages(worker).contact(taken)
    assert recommend_analysed(worker, line.pk, **said)
    with pytest.raises(Refused):
        conversation.hold_conversation(officer, taken.pk, held_at=at("2026-06-01T10:00"), what_told="x")


def test_a_social_worker_who_takes_the_officers_call_may_recommend(worker):
    officer = staff("Ola Officer", "information_officer", "crs")
    taken = actions.receive_contact(officer, call(child("Ada", "Novak")))
    screening.bring_in_worker(officer, taken.pk, words="For a social worker")
    actions.take_contact(worker, taken.pk)
    assert recommend_analysed(worker, taken.lines.get().pk, outcome="advice", reasons="Advice.", significant_harm="neither")


@pytest.mark.requirement("SOT-TRN-24")
def test_police_told_with_time_and_reference_and_telephoned_with_time(worker, contact):
    pages = Pages(worker)
    assert "Enter when they were called" in pages.refused(contact, "emergency-call", whom="police", answer="called")
    pages.save(contact, "emergency-call", whom="police", answer="called", called_at="09:40", reference="44260012345")
    pages.save(contact, "emergency-call", whom="front_door", answer="called", called_at="09:50")
    page = pages.contact(contact)
    assert "Police, 999: called, 09:40 today, reference 44260012345" in page
    assert "The front door, by telephone: called, 09:50 today" in page
    asked = pages.get(f"contacts/{contact.pk}/emergency-call/")
    assert "Police: 999. The front door: 023 8083 2300" in asked


def test_not_called_is_an_answer_too(worker, contact):
    made = conversation.record_emergency_call(worker, contact.pk, whom="police", answer="not_called")
    assert (made.called_at, EmergencyCall.objects.count()) == (None, 1)
    with pytest.raises(Invalid, match="future"):
        conversation.record_emergency_call(worker, contact.pk, whom="police", answer="called", called_at=at("2026-06-01T10:30"))


def test_in_southampton_only_a_professionals_call_about_immediate_safety_awaits_the_form(worker):
    urgent = actions.receive_contact(worker, call(child("Ada", "Novak"), child_protection=True))
    other = actions.receive_contact(worker, call(child("Ben", "Zielinski", 4)))
    public = actions.receive_contact(worker, call(child("Cai", "Evans", 5), child_protection=True, referrer_kind="public"))
    pages = Pages(worker)
    assert "Form awaited since 10:00 today" in pages.contact(urgent)
    for one in (other, public):
        assert "Form awaited" not in pages.contact(one)
    assert f"contact {urgent.number}" in pages.get("screening/").split("Form awaited", 1)[1]
    with worktime.frozen("2026-06-02T09:00"):
        pages.save(urgent, "form-received", received_at="08:50", received_by="email")
        assert "Form received 08:50 today, e-mail." in pages.contact(urgent)
    assert [event.kind for event in Event.objects.filter(kind__startswith="contact.form_").order_by("id")] == [
        "contact.form_awaited",
        "contact.form_received",
    ]
    with pytest.raises(Invalid, match="already"):
        conversation.receive_form(worker, urgent.pk, received_at=at("2026-06-01T09:00"), received_by="form")


@pytest.mark.requirement("SWI-CHA-12")
def test_swindon_asks_every_professional_for_the_form_or_a_listed_exception(officer, phone):
    pages = Pages(officer)
    assert "The form is to be recorded, or why there is none." in pages.contact(phone)
    assert "Why is there no form?" in pages.refused(phone, "form-exception").split("There is a problem", 1)[1].split("Save", 1)[0]
    assert "Choose this only for the police" in pages.refused(phone, "form-exception", exception="police_cpru")
    assert "A professional told us" in pages.refused(phone, "form-exception", exception="public")
    pages.save(phone, "form-exception", exception="immediate")
    page = pages.contact(phone)
    assert "The form is to be recorded" not in page
    assert "Without the form because: Immediate child protection: the form follows." in page


@pytest.mark.requirement("SWI-CHA-14")
def test_immediate_child_protection_goes_ahead_and_the_form_is_awaited(officer, duty, phone):
    Pages(officer).save(phone, "form-exception", exception="immediate")
    line = phone.lines.get()
    assert recommend_analysed(duty, line.pk, outcome="strategy", reasons="Hit today.", significant_harm="suffering")
    form = RequestForm.objects.get()
    assert (form.exception, form.awaited_since) == ("immediate", at("2026-06-01T10:00"))
    assert Event.objects.filter(kind="contact.form_awaited").count() == 1
    assert f"contact {phone.number}" in Pages(officer).get("screening/").split("Form awaited", 1)[1]
    with worktime.frozen("2026-06-03T10:30"):
        Pages(officer).save(phone, "form-chased", how="Rang the head's office")
        page = Pages(officer).contact(phone).replace("&#39;", "'")
        assert "Asked again for the form by Ola Officer, 10:30 today: Rang the head's office" in page


@pytest.mark.requirement("SWI-CHA-16")
@pytest.mark.parametrize(
    ("channel", "exception", "shown"),
    [
        ("secure_email", "police_cpru", "Police: from the CPRU, by secure e-mail"),
        ("email", "police_other", "Police: another sender, to the general box"),
    ],
)
def test_police_need_no_form_and_the_sender_is_kept(officer, duty, channel, exception, shown):
    contact = actions.receive_contact(officer, call(child("Ada", "Novak"), channel=channel, referrer_source="6"))
    Pages(officer).save(contact, "form-exception", exception=exception)
    assert f"Without the form because: {shown}." in Pages(officer).contact(contact)
    assert not Event.objects.filter(kind="contact.form_awaited").exists()
    assert recommend_analysed(duty, contact.lines.get().pk, outcome="mash", reasons="Police report.", significant_harm="not_known")


@pytest.mark.requirement("SOT-TRN-40")
def test_a_secure_address_is_acknowledged_at_once_and_others_by_telephone_or_post(worker):
    secure = {"referrer_email": "anna@school.gov.example", "referrer_email_secure": True, "channel": "form"}
    contact = actions.receive_contact(worker, call(child("Ada", "Novak"), **secure))
    letter = Letter.objects.get()
    assert letter.email == "anna@school.gov.example"
    assert "1 June 2026 at 10:00" in " ".join(letter.paragraphs)
    assert str(contact.number) in " ".join(letter.paragraphs)
    assert "Told that we have it by secure e-mail" in Pages(worker).contact(contact)
    plain = actions.receive_contact(worker, call(child("Ben", "Zielinski", 4)))
    pages = Pages(worker)
    assert "Not yet told that we have it." in pages.contact(plain)
    pages.save(plain, "acknowledge", route="telephone")
    assert "Told that we have it by telephone, Wren Worker, 10:00 today." in pages.contact(plain)
    by_post = actions.receive_contact(worker, call(child("Cai", "Evans", 5), referrer_address="1 High Street"))
    pages.save(by_post, "acknowledge", route="post")
    assert "Told that we have it by post, Wren Worker, 10:00 today." in pages.contact(by_post)
    assert Event.objects.filter(kind="contact.acknowledged").count() == 3


@pytest.mark.requirement("SOT-TRN-41")
def test_a_copy_goes_by_secure_email_and_an_ordinary_address_receives_neither(worker):
    told = "He said that his dad hit him this morning."
    secure = {"referrer_email": "anna@school.gov.example", "referrer_email_secure": True, "channel": "form"}
    actions.receive_contact(worker, call(child("Ada", "Novak"), **secure))
    assert told in " ".join(Letter.objects.get().paragraphs)
    ordinary = actions.receive_contact(
        worker, call(child("Ben", "Zielinski", 4), referrer_email="anna@post.example", referrer_address="1 High Street")
    )
    assert Letter.objects.count() == 1
    with pytest.raises(Invalid, match="no secure e-mail address"):
        conversation.acknowledge(worker, ordinary.pk, route="secure_email")
    conversation.acknowledge(worker, ordinary.pk, route="post")
    assert told not in " ".join(Letter.objects.exclude(route="secure_email").get().paragraphs)


def test_nobody_is_acknowledged_twice_or_where_they_would_not_say(worker, contact):
    conversation.acknowledge(worker, contact.pk, route="telephone")
    with pytest.raises(Invalid, match="already"):
        conversation.acknowledge(worker, contact.pk, route="telephone")
    nameless = actions.receive_contact(worker, call(child("Ada", "Novak"), referrer_kind="anonymous"))
    with pytest.raises(Invalid, match="would not say"):
        conversation.acknowledge(worker, nameless.pk, route="telephone")
    assert Acknowledgement.objects.count() == 1


STAGES = ["screening", "with_worker", "sign_off"]


@pytest.mark.requirement("SWI-SVC-12")
@pytest.mark.parametrize("stage", STAGES)
def test_at_every_stage_advice_given_asks_what_and_to_whom(officer, phone, stage):
    Contact.objects.filter(pk=phone.pk).update(stage=stage)
    pages = Pages(officer)
    page = pages.refused(phone, "give-advice", kind="advice")
    assert "Write what was advised." in page
    assert "Say to whom." in page
    pages.save(phone, "give-advice", kind="advice", what="Ask the school nurse.", to_whom="Mrs Novak")
    assert "Advice and information: Ask the school nurse. To Mrs Novak, by Ola Officer, 10:00 today." in pages.contact(phone)
    assert Advice.objects.get().stage == stage


def test_signposting_names_the_services(officer, phone):
    pages = Pages(officer)
    said = {"kind": "signpost", "what": "Help with debt.", "to_whom": "Mrs Novak"}
    assert "Name at least one service" in pages.refused(phone, "give-advice", **said)
    pages.save(phone, "give-advice", **said, services="Citizens Advice\nFamily Centre North", details_given="on")
    assert Advice.objects.get().services == ["Citizens Advice", "Family Centre North"]
    assert "Services: Citizens Advice, Family Centre North, with their contact details." in pages.contact(phone)


def step(reader, contact, **more):
    given = {"what": "Kept at school.", "done_by": "Anna Teacher", "done_at": at("2026-06-01T10:00")}
    return safety.record_protective_step(reader, contact.pk, **(given | more))


def test_a_managers_telephone_agreement_is_confirmed_by_that_manager_alone(worker, manager, contact):
    other = staff("Mo Manager", "manager", "crs")
    made = step(worker, contact, agreed_by=manager.id, agreed_at=at("2026-06-01T09:58"))
    assert Notice.objects.get(user=manager.user).key.startswith("step:")
    assert "Agreed by Mara Manager by telephone, 09:58 today; not yet confirmed." in Pages(worker).contact(contact)
    with pytest.raises(Refused):
        safety.confirm_step(other, contact.pk, made.pk)
    with pytest.raises(Refused):
        safety.confirm_step(worker, contact.pk, made.pk)
    assert AccessLog.objects.filter(what="refusal").count() == 2
    with worktime.frozen("2026-06-01T12:30"):
        Pages(manager).post(f"contacts/{contact.pk}/steps/{made.pk}/confirm/")
        assert "confirmed by Mara Manager, 12:30 today." in Pages(worker).contact(contact)
    with pytest.raises(Invalid):
        safety.confirm_step(manager, contact.pk, made.pk)


def test_what_had_happened_already_is_saved_and_flagged(worker, manager, contact):
    step(worker, contact, done_at=at("2026-06-01T08:30"), agreed_by=manager.id, agreed_at=at("2026-06-01T09:58"))
    assert ProtectiveStep.objects.count() == 1
    page = Pages(worker).contact(contact)
    assert "A protective step is recorded as done before the contact was received." in page
    assert "A protective step was done before the manager agreed to it." in page
    with pytest.raises(Invalid, match="future"):
        step(worker, contact, done_at=at("2026-06-01T10:30"))


@pytest.mark.requirement("SOT-CRS-06")
def test_purpose_is_compulsory_and_support_alone_still_asks_whether_a_child_may_be_in_danger(worker):
    rows = {"children-TOTAL_FORMS": "0", "children-INITIAL_FORMS": "0"}
    page = words(Pages(worker).post("call/", what_told="Help.", referrer_kind="public", **rows).content)
    assert "Select is this about" in page
    pages = Pages(worker)
    worried = actions.receive_contact(worker, call(child("Ada", "Novak"), purpose="safeguarding"))
    assert "Set urgency" in pages.contact(worried)
    support = actions.receive_contact(worker, call(child("Ben", "Zielinski", 4), purpose="support"))
    page = pages.contact(support)
    assert "Set urgency" not in page
    assert "May any child be in danger?" in page
    pages.save(support, "danger", answer="no")
    assert "Set urgency" not in pages.contact(support)
    pages.save(support, "danger", answer="yes")
    assert "Set urgency" in pages.contact(support)


def test_an_immediate_concern_asks_when_police_and_front_door_were_called(worker, contact):
    pages = Pages(worker)
    answer = pages.post(f"contacts/{contact.pk}/immediate/")
    assert answer.url == f"/front-door/contacts/{contact.pk}/emergency-call/"
    missing = "Say when each was called: the police; the front door."
    assert missing in pages.contact(contact)
    assert f"Calls not yet recorded {contact.number}" in pages.get("screening/").replace("contact ", "").replace(
        "10:00 today, ", ""
    )
    pages.save(contact, "emergency-call", whom="police", answer="called", called_at="09:40")
    assert "Say when each was called: the front door." in pages.contact(contact)
    pages.save(contact, "emergency-call", whom="front_door", answer="called", called_at="09:50")
    assert "Say when each was called" not in pages.contact(contact)
    assert "Calls not yet recorded" not in pages.get("screening/")
