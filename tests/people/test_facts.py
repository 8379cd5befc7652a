"""What is recorded about a person: the typed column and a statement, in one; merged field by field."""

import uuid
from datetime import date

import pytest
from django.urls import reverse

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, NotFound, Refused, Stale
from hearth.foundation.access.models import AccessLog
from hearth.foundation.timeline.models import Event
from hearth.people import actions as people
from hearth.people.models import Person, Residence, Statement
from tests.support.people import child, staff

pytestmark = pytest.mark.django_db
TOLD = {"known_by": "told", "told_by": "Anna Kowalska, mother", "told_on": date(2026, 5, 29)}


def change(reader, person, values, base=None, version=1, **more):
    now = {name: getattr(person, name) for name in values}
    return people.change_facts(reader, person.pk, version=version, base=base or now, values=values, **(TOLD | more))


def test_a_change_writes_the_column_and_a_statement_of_who_told_it_when(worker, filip):
    change(worker, filip, {"ethnicity": "WOTH", "first_language": "Polish", "interpreter": "yes"})
    filip.refresh_from_db()
    assert (filip.ethnicity, filip.first_language, filip.interpreter, filip.version) == ("WOTH", "Polish", "yes", 2)
    said = Statement.objects.filter(person=filip).values_list("fact", "value", "known_by", "told_by", "told_on")
    assert ("first_language", "Polish", "told", "Anna Kowalska, mother", date(2026, 5, 29)) in said
    assert said.count() == 3
    assert "Polish" not in str(list(Event.objects.values_list("data", flat=True))), "values stand in rows, never in events"


def test_who_may_not_change_is_refused_and_it_is_logged(area_worker, filip):
    adviser = staff("Edda Adviser", "early_help_adviser", "crs")
    with pytest.raises(Refused):
        change(adviser, filip, {"religion": "None"})
    with pytest.raises(NotFound):
        change(area_worker, filip, {"religion": "None"})
    assert AccessLog.objects.filter(what="refusal").count() == 2
    assert not Statement.objects.exists()


@pytest.mark.parametrize(
    ("values", "more", "field"),
    [
        ({"date_of_birth": date(2026, 6, 2)}, {}, "date_of_birth"),
        ({"date_of_birth": date(1890, 1, 1)}, {}, "date_of_birth"),
        ({"sex": "U"}, {}, "note"),
        ({"disabilities": ["LD"]}, {}, "disability_needs"),
        ({"disabilities": ["NONE", "LD"]}, {}, "disabilities"),
        ({"nhs_number": "9434765918"}, {}, "nhs_number"),
        ({"upn": "12"}, {}, "upn"),
        ({"forenames": "", "surname": "'"}, {}, "forenames"),
        ({"religion": "Sikh"}, {"told_by": ""}, "told_by"),
        ({"religion": "Sikh"}, {"told_on": date(2026, 6, 2)}, "told_on"),
    ],
)
def test_impossible_facts_are_refused_in_words_and_nothing_is_written(worker, filip, values, more, field):
    base = dict.fromkeys(values, "other")
    with pytest.raises(Invalid) as invalid:
        change(worker, filip, values, base, **more)
    assert list(invalid.value.problems) == [field]
    assert not Statement.objects.exists()


def test_an_nhs_number_that_is_valid_is_taken(worker, filip):
    # 943 476 5919 is the example of the NHS Data Dictionary.
    assert change(worker, filip, {"nhs_number": "9434765919"}).nhs_number == "9434765919"


def test_two_people_changing_different_facts_both_stand_and_the_same_fact_is_a_conflict(worker, manager, filip):
    base = {"religion": "", "nationality": ""}
    change(worker, filip, {"religion": "Catholic", "nationality": ""}, base)
    change(manager, filip, {"religion": "", "nationality": "Polish"}, base)
    filip.refresh_from_db()
    assert (filip.religion, filip.nationality) == ("Catholic", "Polish")
    with pytest.raises(Stale) as stale:
        change(manager, filip, {"religion": "None"}, base)
    assert stale.value.theirs == {"religion": "Catholic"}
    filip.refresh_from_db()
    assert filip.religion == "Catholic"


def test_sending_it_twice_writes_it_once(worker, filip):
    number = uuid.uuid4()
    for _ in range(2):
        change(worker, filip, {"religion": "Catholic"}, {"religion": ""}, request_id=number)
    assert Statement.objects.filter(fact="religion").count() == 1


def test_a_date_of_birth_is_announced_and_is_no_longer_an_estimate(worker, filip):
    assert filip.birth_estimated
    change(worker, filip, {"date_of_birth": date(2016, 3, 27)})
    filip.refresh_from_db()
    assert not filip.birth_estimated
    assert Event.objects.filter(kind="person.born", data={"date_of_birth": "2016-03-27"}).exists()


def test_still_true_starts_the_age_of_a_fact_anew(browse, worker, filip):
    with worktime.frozen("2024-05-01T10:00"):
        change(worker, filip, {"religion": "Catholic"}, told_on=date(2024, 5, 1))
    client = browse(worker)
    page = client.get(reverse("person", args=[filip.pk])).content.decode()
    assert "told by Anna Kowalska, mother on 1 May 2024" in page
    assert "Still true?" in page
    client.post(reverse("still_true", args=[filip.pk, "religion"]))
    page = client.get(reverse("person", args=[filip.pk])).content.decode()
    assert "seen on 1 June 2026" in page
    assert "Still true?" not in page
    assert [said.value for said in Statement.objects.filter(fact="religion")] == ["Catholic", "Catholic"]


def test_the_form_changes_what_was_changed_and_keeps_not_asked_yet_as_a_value(browse, worker, filip):
    import html
    import re

    client, path = browse(worker), reverse("person_facts", args=[filip.pk, "background"])
    page = client.get(path).content.decode()
    base = html.unescape(re.search(r'name="base" value="([^"]*)"', page)[1])
    sent = {"version": "1", "base": base, "ethnicity": "not_asked", "nationality": "Not asked yet", "first_language": "Polish"}
    sent |= {"interpreter": "no", "religion": "Would not say", "known_by": "told", "told_by": "His mother"}
    assert client.post(path, sent).status_code == 302
    filip.refresh_from_db()
    assert (filip.nationality, filip.first_language, filip.religion) == ("not_asked", "Polish", "refused")
    text = client.get(reverse("person", args=[filip.pk])).content.decode()
    assert "Would not say" in text
    assert "Still to ask: date of birth, sex, ethnicity, nationality, communication needs, disability." in text
    again = client.post(path, sent | {"religion": "Catholic", "base": base, "version": "1"})
    assert again.status_code == 409
    assert "Would not say" in again.content.decode()


def test_an_unborn_childs_record_goes_on_as_a_childs(browse, worker, anna):
    baby = people.identify(worker, child("", "", None, kind="unborn", expected_date=date(2026, 7, 1), hospital="Princess Anne"))
    people.expect(worker, baby.pk, anna)
    page = browse(worker).get(reverse("person", args=[baby.pk])).content.decode()
    assert "Baby Kowalska, due 1 July 2026" in page
    assert "Princess Anne" in page
    assert "Record the birth" in page
    with pytest.raises(Invalid):
        people.born(worker, baby.pk, date_of_birth=date(2026, 6, 2), sex="F", told_by="Midwife")
    people.born(worker, baby.pk, date_of_birth=date(2026, 5, 31), sex="F", forenames="Zofia", told_by="Midwife")
    child_now = Person.objects.get(pk=baby.pk)
    assert (child_now.kind, child_now.name, child_now.expected_date) == ("child", "Zofia Kowalska", date(2026, 7, 1))
    assert Event.objects.filter(kind="person.born", data={"date_of_birth": "2026-05-31"}).exists()
    with pytest.raises(Invalid):
        people.born(worker, baby.pk, date_of_birth=date(2026, 5, 31), sex="F", told_by="Midwife")


@pytest.mark.requirement("SWI-REF-04")
def test_an_address_has_from_and_to_dates_and_a_change_keeps_the_earlier_one(browse, worker, filip):
    with worktime.frozen("2026-06-10T09:00"):
        client = browse(worker)
        sent = {"lines": "3 Elm Road", "code": "so17 1bj", "lives_there": "yes", "starts_on": "8 6 2026", "told_by": "School"}
        assert client.post(reverse("record_home", args=[filip.pk]), sent).status_code == 302
        page = client.get(reverse("person", args=[filip.pk])).content.decode()
    assert "3 Elm Road, SO17 1BJ" in page
    assert "from 8 June 2026" in page
    assert "12 Hill Lane, SO15 5AA, lives there, from 1 June 2026 to 8 June 2026" in " ".join(page.split())
    rows = Residence.objects.filter(person=filip).order_by("pk").values_list("address__lines", "starts_on", "ends_on")
    assert list(rows) == [("12 Hill Lane", date(2026, 6, 1), date(2026, 6, 8)), ("3 Elm Road", date(2026, 6, 8), None)]


@pytest.mark.requirement("SWI-REF-05")
def test_telephone_and_email_of_child_and_carer_are_each_marked_safe_or_not(browse, worker, filip, anna):
    change(worker, filip, {"telephone": "07700 900001", "telephone_safe": "no", "email": "f@example.com", "email_safe": "yes"})
    change(worker, anna, {"telephone": "07700 900002", "telephone_safe": "yes", "email": "a@example.com", "email_safe": "no"})
    for person, safe in ((filip, ["No", "Yes"]), (anna, ["Yes", "No"])):
        from hearth.people.front_page import facts_shown

        person.refresh_from_db()
        shown = {one.fact.name: one.words for one in facts_shown(person)["contact"]}
        assert [shown["telephone_safe"], shown["email_safe"]] == safe
        page = browse(worker).get(reverse("person", args=[person.pk])).content.decode()
        assert person.telephone in page
        assert person.email in page
        assert "Safe to ring" in page
        assert "Safe to write to" in page
