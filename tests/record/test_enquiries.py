"""Enquiries, the source, and what is pointed out before an outcome; links between reports of one event."""

import uuid

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, NotFound
from hearth.foundation.standards.models import Obligation
from hearth.foundation.timeline.models import Event
from hearth.people.models import Agency
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import enquiries, linking
from hearth.services.frontdoor.models import Contact, Enquiry, Incident
from tests.record.conftest import Pages, at
from tests.support.people import call, child, recommend_analysed, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return Agency.objects.create(name="St Denys Primary", kind="education")


@pytest.mark.requirement("SOT-CRS-17")
def test_each_enquiry_stands_with_agency_person_times_and_basis_and_unanswered_ones_warn(worker, manager, contact, school):
    pages = Pages(worker)
    line = contact.lines.get()
    assert "no enquiry is on this contact" in pages.get(f"children/{line.pk}/recommend/")
    pages.save(
        contact,
        "enquiry",
        whom="professional",
        person_asked="Mr Shah",
        agency=str(school.pk),
        question="Is he in school?",
        basis="public_task",
    )
    pages.save(contact, "enquiry", whom="professional", person_asked="Dr Lee", question="Any injury?")
    asked = Enquiry.objects.get(person_asked="Mr Shah")
    with worktime.frozen("2026-06-01T10:40"):
        path = f"contacts/{contact.pk}/enquiries/{asked.pk}/answer/"
        assert pages.post(path, answer="Yes, all week.", answered_at="10:35").status_code == 302
        page = pages.contact(contact)
        assert "Mr Shah, St Denys Primary, asked by Wren Worker 10:00 today, basis: public task" in page
        assert "Answered 10:35 today: Yes, all week." in page
        assert "1 enquiry is not yet answered." in page
        assert "Not yet answered: Dr Lee." in pages.get(f"children/{line.pk}/recommend/")
        recommend_analysed(worker, line.pk, outcome="assessment", reasons="Marks seen.", significant_harm="likely")
        assert "Not yet answered: Dr Lee." in Pages(manager).get(f"contacts/{contact.pk}/sign-off/")
    other = actions.receive_contact(worker, call(child("Ada", "Novak")))
    assert recommend_analysed(worker, other.lines.get().pk, outcome="advice", reasons="Advice.", significant_harm="neither")


@pytest.mark.requirement("SOT-TRN-39")
def test_each_call_is_listed_with_its_answer_and_the_24_hours_keep_showing(worker, contact):
    pages = Pages(worker)
    pages.save(contact, "enquiry", whom="referrer", person_asked="Anna Teacher", question="Which arm?", asked_at="09:50")
    enquiries.answer_enquiry(worker, contact.pk, Enquiry.objects.get().pk, answer="His left.", answered_at=at("2026-06-01T09:55"))
    page = pages.contact(contact)
    assert "Anna Teacher, asked by Wren Worker 09:50 today. Which arm? Answered 09:55 today: His left." in page
    assert "Decide what to do next within 24 hours" in page
    clock = Obligation.objects.get(head__subject_id=contact.pk, standard="SOT-DECISION-24H")
    assert (clock.due_at, clock.met_at) == (at("2026-06-02T10:00"), None)


@pytest.mark.requirement("SWI-P2-14")
def test_the_source_is_validated_or_flagged_on_the_decision_screen(officer, duty, assistant_manager, phone):
    pages = Pages(officer)
    line = phone.lines.get()
    unchecked = "Whoever told us has not been checked to be who they say they are."
    assert unchecked in Pages(duty).get(f"children/{line.pk}/recommend/")
    assert "Say how" in pages.refused(phone, "source", validated="no")
    pages.save(phone, "source", validated="no", how="The number rings out")
    recommend_analysed(duty, line.pk, outcome="referral", reasons="Not safe at home.", significant_harm="likely")
    assert unchecked in Pages(assistant_manager).get(f"contacts/{phone.pk}/sign-off/")
    pages.save(phone, "source", validated="yes", how="Rang back on the school's published number")
    page = pages.contact(phone).replace("&#39;", "'")
    assert "No: The number rings out (Ola Officer, 10:00 today)" in page
    assert "Yes: Rang back on the school's published number (Ola Officer, 10:00 today)" in page
    assert unchecked not in Pages(assistant_manager).get(f"contacts/{phone.pk}/sign-off/")


@pytest.mark.requirement("SWI-P3-01")
def test_the_decision_screen_lists_each_enquiry_with_its_finding_and_warns_with_none(officer, duty, phone):
    line = phone.lines.get()
    assert "no enquiry is on this contact" in Pages(duty).get(f"children/{line.pk}/recommend/")
    made = enquiries.make_enquiry(duty, phone.pk, whom="family", person_asked="Mrs Novak", question="Who was at home?")
    with worktime.frozen("2026-06-01T10:20"):
        enquiries.answer_enquiry(duty, phone.pk, made.pk, answer="Only her uncle.", answered_at=worktime.now())
        page = Pages(duty).get(f"children/{line.pk}/recommend/")
    assert "Mrs Novak, asked by Dee Duty 10:00 today: Only her uncle." in page
    assert "no enquiry is on this contact" not in page


def test_an_answer_may_come_late_or_after_closing_and_may_reopen_urgency(worker, contact):
    made = enquiries.make_enquiry(
        worker, contact.pk, whom="professional", person_asked="Dr Lee", question="?", wanted_by=at("2026-06-01T12:00")
    )
    with worktime.frozen("2026-06-01T13:00"):
        enquiries.answer_enquiry(
            worker, contact.pk, made.pk, answer="A broken rib.", answered_at=worktime.now(), may_change_urgency=True
        )
        page = Pages(worker).contact(contact)
    assert "Answered late" in page
    assert "Urgency to be looked at again" in page
    with pytest.raises(Invalid, match="answered already"):
        enquiries.answer_enquiry(worker, contact.pk, made.pk, answer="Again", answered_at=at("2026-06-01T10:00"))
    with pytest.raises(Invalid, match="answered already"):
        enquiries.answer_enquiry(worker, contact.pk, 999999, answer="Again", answered_at=at("2026-06-01T10:00"))
    second = enquiries.make_enquiry(worker, contact.pk, whom="professional", person_asked="Mr Shah", question="?")
    Contact.objects.filter(pk=contact.pk).update(closed_at=worktime.now())
    assert enquiries.answer_enquiry(worker, contact.pk, second.pk, answer="Late news", answered_at=worktime.now())
    with pytest.raises(Invalid, match="closed"):
        enquiries.make_enquiry(worker, contact.pk, whom="professional", person_asked="Mr Shah", question="?")


def test_reports_of_one_event_are_linked_each_with_its_referrer_and_unlinked_again(worker, contact):
    filip = contact.lines.get().person
    neighbour = actions.receive_contact(worker, call(filip, referrer_name="A neighbour", referrer_kind="public"))
    police = actions.receive_contact(worker, call(filip, referrer_name="PC Hill", channel="police"))
    pages = Pages(worker)
    assert "Give the number of another contact" in pages.refused(contact, "link", contact_number=contact.number)
    assert "Give the number of another contact" in pages.refused(contact, "link", contact_number=99999999)
    pages.save(contact, "link", contact_number=neighbour.number)
    assert "linked already" in pages.refused(contact, "link", contact_number=neighbour.number)
    pages.save(police, "link", contact_number=neighbour.number)
    assert Incident.objects.count() == 1
    page = pages.contact(police)
    assert f"Another report of this event: contact {contact.number}, a professional" in page
    assert f"Another report of this event: contact {neighbour.number}, a member of the public" in page
    assert [one.tellings.get().name for one in (contact, neighbour, police)] == ["Anna Teacher", "A neighbour", "PC Hill"]
    assert "Urgency to be looked at again" in pages.contact(contact)
    assert "Urgency to be looked at again" in pages.contact(neighbour)
    pages.post(f"contacts/{police.pk}/unlink/")
    assert linking.reports(Contact.objects.get(pk=police.pk)) == [police]
    assert len(linking.reports(Contact.objects.get(pk=contact.pk))) == 2
    pages.post(f"contacts/{contact.pk}/unlink/")
    assert not Contact.objects.exclude(incident=None).exists()
    with pytest.raises(Invalid, match="not linked"):
        linking.unlink_contact(worker, contact.pk)
    assert Event.objects.filter(kind="contact.unlinked").count() == 2


def test_linking_needs_sight_of_both_and_a_repeat_does_nothing(worker, contact):
    other = actions.receive_contact(worker, call(child("Ada", "Novak")))
    number = uuid.uuid4()
    linking.link_contacts(worker, contact.pk, contact_number=other.number, request_id=number)
    linking.link_contacts(worker, contact.pk, contact_number=other.number, request_id=number)
    assert Event.objects.filter(kind="contact.linked").count() == 1
    from hearth.foundation.access.models import Conflict

    Conflict.objects.create(user=worker.user, person_id=other.lines.get().person_id, declared_at=worktime.now())
    own_family = staff("Wilma Worker", "social_worker", "crs")
    Conflict.objects.create(user=own_family.user, person_id=other.lines.get().person_id, declared_at=worktime.now())
    third = actions.receive_contact(own_family, call(child("Ben", "Zielinski", 4)))
    with pytest.raises(NotFound):
        linking.link_contacts(own_family, third.pk, contact_number=other.number)


def test_a_repeat_contact_lists_earlier_ones_with_results_and_asks_what_is_different(worker, manager, contact):
    line = contact.lines.get()
    recommend_analysed(worker, line.pk, outcome="advice", reasons="Advice was enough.", significant_harm="neither")
    actions.decide(manager, line.pk, version=1, shown={})
    pages = Pages(worker)
    assert "What is different this time" not in pages.contact(contact)
    with worktime.frozen("2026-06-15T09:00"):
        again = actions.receive_contact(worker, call(line.person))
        page = pages.contact(again)
        assert f"1 June 2026: contact {contact.number}, Advice and guidance given" in page
        assert "What is different this time: not said yet" in page
        assert "Say what is different this time, or that nothing is." in pages.refused(again, "difference")
        pages.save(again, "difference", different_this_time="He has a new baby sister.")
        assert "What is different this time: He has a new baby sister." in pages.contact(again)
