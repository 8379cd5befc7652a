"""The contact's page and the lists at the start stay within a fixed number of queries."""

from itertools import islice

import pytest

from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import enquiries, screening
from hearth.services.frontdoor.models import Contact
from tests.record.conftest import Pages
from tests.support.people import call, strangers

pytestmark = pytest.mark.django_db


def test_the_contacts_page_does_not_grow_with_what_is_on_it(worker, manager, contact, django_assert_max_num_queries):
    client = Pages(worker).client
    for number in range(6):
        made = enquiries.make_enquiry(worker, contact.pk, whom="professional", person_asked=f"Dr {number}", question="?")
        enquiries.answer_enquiry(worker, contact.pk, made.pk, answer="Nothing.", answered_at=made.asked_at)
        enquiries.record_check(worker, contact.pk, system="education", searched="Filip", found="In year 4")
        screening.sort_contact(worker, contact.pk, priority="normal", next_action="Ring")
        screening.answer_screening(worker, contact.pk, about="criteria", answer="yes")
    with django_assert_max_num_queries(100):
        client.get(f"/front-door/contacts/{contact.pk}/")


def test_the_lists_at_the_start_do_not_grow_with_contacts(officer, duty, phone, email, django_assert_max_num_queries):
    for somebody in islice(strangers(), 8):
        more = actions.receive_contact(officer, call(somebody, channel="email"))
        screening.raise_immediate(officer, more.pk)
    assert Contact.objects.count() == 10
    client = Pages(officer).client
    with django_assert_max_num_queries(20):
        client.get("/front-door/screening/")
