"""Family, household, professionals, warnings, allocation: through the pages and the actions behind them."""

from datetime import date

import pytest
from django.urls import reverse

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, NotFound, Refused
from hearth.foundation.access.models import Notice
from hearth.people import actions as people
from hearth.people.models import Person, PersonProfessional, Relationship
from tests.support.people import child, staff

pytestmark = pytest.mark.django_db


def page_of(browse, reader, person) -> str:
    return " ".join(browse(reader).get(reverse("person", args=[person.pk])).content.decode().split())


@pytest.mark.requirement("SWI-REF-22")
def test_each_adult_has_parental_responsibility_yes_no_or_unknown_and_how_it_is_known(browse, worker, filip, anna):
    father = people.identify(worker, child("Marek", "Kowalski", 40, kind="adult", dismissed=frozenset({filip.pk, anna.pk})))
    with pytest.raises(Invalid) as invalid:
        people.relate(worker, filip, father, "father", parental_responsibility="no")
    assert list(invalid.value.problems) == ["source"]
    tie = people.relate(worker, filip, father, "father")
    text = page_of(browse, worker, filip)
    assert 'Has parental responsibility<br><span class="govuk-hint">Birth certificate' in text
    assert "Not asked yet" in text
    for answer, words in (("no", "Does not have it"), ("to_confirm", "Parental responsibility to confirm")):
        sent = {"parental_responsibility": answer, "source": "Not married, not on the certificate"}
        assert browse(worker).post(reverse("responsibility", args=[tie.pk]), sent).status_code == 302
        text = page_of(browse, worker, filip)
        assert words in text
        assert "Not married, not on the certificate" in text


@pytest.mark.requirement("SWI-REF-23")
def test_the_household_shows_each_member_with_relation_and_from_date_and_opens_their_records(browse, worker, filip, anna):
    seen = frozenset({filip.pk, anna.pk})
    brother = people.identify(worker, child("Jakub", "Kowalski", 16, address="12 Hill Lane", postcode="SO15 5AA", dismissed=seen))
    people.relate(worker, filip, brother, "sibling")
    text = page_of(browse, worker, filip)
    household = text[text.index("At the same address") : text.index("Family elsewhere") if "Family elsewhere" in text else None]
    for words in ("Anna Kowalska", "Mother", "Jakub Kowalski", "Brother or sister", "lives here since 1 June 2026"):
        assert words in household
    link = reverse("person", args=[brother.pk])
    assert link in household
    assert "Jakub Kowalski, about 16" in browse(worker).get(link).content.decode()


@pytest.mark.requirement("SWI-REF-24")
def test_family_elsewhere_is_a_list_of_its_own_with_relation_and_contact(browse, worker, filip, anna):
    gran = people.identify(worker, child("Barbara", "Nowak", 61, kind="adult", telephone="07700 900123"))
    people.relate(worker, filip, gran, "grandparent")
    text = page_of(browse, worker, filip)
    elsewhere = text[text.index("Family elsewhere") : text.index("Where they live")]
    for words in ("Barbara Nowak", "Grandparent", "07700 900123"):
        assert words in elsewhere
    assert "Anna" not in elsewhere
    assert "Barbara" not in text[text.index("At the same address") : text.index("Family elsewhere")].replace("Family elsewhere", "")


def test_adding_a_relative_asks_first_whether_it_is_somebody_known(browse, worker, filip, anna):
    client, path = browse(worker), reverse("add_relative", args=[filip.pk])
    sent = {
        "kind": "adult",
        "forenames": "Anna",
        "surname": "Kowalska",
        "relation": "carer",
        "parental_responsibility": "not_asked",
    }
    asked = client.post(path, sent)
    assert asked.status_code == 422
    assert "Is this one of the people already known?" in asked.content.decode()
    assert str(anna.pk) in asked.content.decode()
    before = Person.objects.count()
    assert client.post(path, sent | {"person": str(anna.pk)}).status_code == 302
    assert Person.objects.count() == before
    assert Relationship.objects.filter(person=filip, relative=anna, kind="carer").exists()
    new = sent | {"person": "none", "dismissed": str(anna.pk)}
    assert client.post(path, new).status_code == 302
    assert Person.objects.count() == before + 1


@pytest.mark.parametrize("person", ["not an id", "' OR 1=1 --", "00000000-0000-0000-0000-000000000000"])
def test_a_forged_choice_or_dismissal_makes_nobody_and_breaks_nothing(browse, worker, filip, person):
    client, path = browse(worker), reverse("add_relative", args=[filip.pk])
    sent = {
        "kind": "adult",
        "forenames": "Filip",
        "surname": "Kowalski",
        "relation": "father",
        "parental_responsibility": "not_asked",
    }
    before = Person.objects.count()
    assert client.post(path, sent | {"person": person, "dismissed": person}).status_code == 422
    assert Person.objects.count() == before
    made = people.identify(worker, child("Ada", "Novak", dismissed=people.dismissed_from([person])))
    assert made.name == "Ada Novak"


def test_a_professional_is_recorded_with_job_agency_and_contact_and_can_end(browse, worker, filip):
    client = browse(worker)
    sent = {"name": "Tess Teacher", "job": "Class teacher", "agency_name": "Hill School", "agency_kind": "education"}
    sent |= {"telephone": "023 8000 0000", "email": "tess@school.example", "starts_on": "1 9 2025"}
    assert client.post(reverse("add_professional", args=[filip.pk]), sent).status_code == 302
    assert "Tess Teacher, Class teacher, Hill School, 023 8000 0000, tess@school.example" in page_of(browse, worker, filip)
    row = PersonProfessional.objects.get()
    assert client.post(reverse("end_professional", args=[row.pk]), {"ended_on": "1 8 2025"}).status_code == 422
    assert client.post(reverse("end_professional", args=[row.pk]), {"ended_on": "29 5 2026"}).status_code == 302
    assert "Tess Teacher" not in page_of(browse, worker, filip)


def test_a_warning_has_start_reason_and_review_date_and_is_listed_past_its_review_to_confirm_or_end(browse, worker, manager, filip):
    from hearth.people.front_page import warnings_to_review

    people.allocate(manager, filip.pk, worker.user)
    first = people.warn(
        worker, filip.pk, words="Dog loose in the garden", reason="Bit a health visitor.", review_on=date(2026, 6, 20)
    )
    second = people.warn(worker, filip.pk, words="Do not visit alone", reason="Threats in May.", review_on=date(2026, 6, 20))
    text = page_of(browse, worker, filip)
    assert "Dog loose in the garden" in text
    assert "Bit a health visitor. Since 1 June 2026" in text
    assert "Looked at again on 20 June 2026" in text
    assert warnings_to_review(worker) == []
    with worktime.frozen("2026-06-22T10:00"):
        client = browse(worker)
        listed = client.get(reverse("warnings_to_review")).content.decode()
        assert "Dog loose in the garden" in listed
        assert "Do not visit alone" in listed
        assert "Past review" in page_of(browse, worker, filip)
        assert client.post(reverse("review_warning", args=[first.pk]), {"review_on": "1 9 2026"}).status_code == 302
        assert client.post(reverse("review_warning", args=[second.pk]), {"end": "yes"}).status_code == 302
        assert warnings_to_review(worker) == []
        text = page_of(browse, worker, filip)
    assert "Looked at again on 1 September 2026" in text
    assert "Do not visit alone" not in text
    with pytest.raises(Invalid):
        people.warn(worker, filip.pk, words="x", reason="y", review_on=date(2026, 5, 1))


def test_allocating_a_worker_ends_the_earlier_one_and_opens_the_record_to_the_new(browse, manager, area_worker, filip):
    with pytest.raises(NotFound):
        people.state_fact(area_worker, filip, "religion", "x", known_by="told")
    people.allocate(manager, filip.pk, area_worker.user)
    assert Notice.objects.get(user=area_worker.user).title == "A child was allocated to you"
    assert "Worker: Ari Area" in page_of(browse, area_worker, filip)
    other = staff("Bo Brief", "area_social_worker", "bis")
    people.allocate(manager, filip.pk, other.user)
    assert browse(area_worker).get(reverse("person", args=[filip.pk])).status_code == 404
    with pytest.raises(Refused):
        people.allocate(area_worker, filip.pk, area_worker.user)
    text = page_of(browse, manager, filip)
    assert "Ari Area, allocated worker, from 1 June 2026 to 1 June 2026" in text
