"""Birth and adoptive identities: never in one answer, list or chronology, but to adoption staff named for them."""

from datetime import date
from uuid import uuid4

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, NotFound, Refused
from hearth.foundation.access.models import AccessLog, RoleHeld
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline.models import Event
from hearth.people import actions as people
from hearth.people.actions import Named
from hearth.people.front_page import chronology, person_page
from hearth.people.merging import separation
from hearth.people.models import IdentitySeparation
from hearth.people.overseeing import access_log
from hearth.people.queries import dismissed_for, known, relatives_shown
from hearth.people.search import Terms, candidates
from hearth.services.frontdoor import actions
from tests.merging.support import given, merge, undo
from tests.support.pages import words
from tests.support.people import call, staff
from tests.support.rows import written

pytestmark = pytest.mark.django_db
BORN = date(2016, 3, 27)


@pytest.fixture
def adoption():
    return staff("Ada Adoption", "adoption_worker", "crs")


@pytest.fixture
def unnamed():
    """Adoption staff, and not named for this child."""
    return staff("Ugo Unnamed", "adoption_worker", "crs")


@pytest.fixture
def birth(worker):
    return people.identify(
        worker,
        Named(
            forenames="Filip",
            surname="Kowalski",
            date_of_birth=BORN,
            address="12 Hill Lane",
            postcode="SO15 5AA",
            telephone="07700 900111",
        ),
    )


@pytest.fixture
def adoptive(worker, birth):
    return people.identify(
        worker,
        Named(
            forenames="Filip",
            surname="Ashdown",
            date_of_birth=BORN,
            address="4 Quay Road",
            postcode="SO31 7GW",
            dismissed=frozenset([birth.pk]),
        ),
    )


@pytest.fixture
def apart(adoption, birth, adoptive):
    return people.separate_identities(adoption, birth.pk, adoptive.pk, reason="Adoption order of 1 May 2026")


def also_a_manager(reader):
    """Adoption staff who may merge as well."""
    held = RoleHeld.objects.get(user=reader.user)
    RoleHeld.objects.create(user=reader.user, role="manager", team="crs", starts_at=held.starts_at)
    return Reader(reader.user)


def found(terms):
    return {one.person_id for one in candidates(terms)}


FROM_BIRTH = [
    Terms(forenames="Filip", surname="Kowalski", date_of_birth=BORN),
    Terms(forenames="Filip", surname="Kowalsky", date_of_birth=BORN),
    Terms(name="Filip Kowalski"),
    Terms(forenames="Filip", surname="Kowalski", age=10, address="12 Hill Lane"),
]
FROM_ADOPTIVE = [
    Terms(forenames="Filip", surname="Ashdown", date_of_birth=BORN),
    Terms(name="Filip Ashdown"),
    Terms(forenames="Filip", surname="Ashdwon", date_of_birth=BORN, postcode="SO31 7GW"),
]
BY_NEITHER_NAME = [
    Terms(date_of_birth=BORN),
    Terms(forenames="Filip", date_of_birth=BORN),
    Terms(forenames="Filip", surname="Brookes", date_of_birth=BORN),
    Terms(address="12 Hill Lane", postcode="SO15 5AA"),
    Terms(address="4 Quay Road", postcode="SO31 7GW"),
    Terms(forenames="Filip", address="4 Quay Road"),
    Terms(telephone="07700 900111"),
]


def test_before_the_separation_a_changed_surname_with_the_same_date_joins_them(birth, adoptive):
    """What a careless search does, and what everything below must not do."""
    assert found(Terms(forenames="Filip", surname="Kowalski", date_of_birth=BORN)) == {birth.pk, adoptive.pk}


def test_each_answers_to_its_own_surname_only(apart, birth, adoptive):
    for terms in FROM_BIRTH:
        assert found(terms) == {birth.pk}, terms
    for terms in FROM_ADOPTIVE:
        assert found(terms) == {adoptive.pk}, terms
    for terms in BY_NEITHER_NAME:
        assert found(terms) == set(), terms


def test_who_is_not_named_never_sees_both_nor_one_through_the_other(apart, worker, manager, unnamed, birth, adoptive):
    for reader in (worker, manager, unnamed):
        for terms in FROM_BIRTH + BY_NEITHER_NAME:
            assert known(reader, terms) == [], (reader.user.name, terms)
        for terms in FROM_ADOPTIVE:
            assert [one.person_id for one in known(reader, terms)] == [adoptive.pk], (reader.user.name, terms)


def test_the_adoptive_record_ranks_as_if_there_were_no_other(worker, adoption, birth, adoptive):
    terms = Terms(forenames="Filip", surname="Ashdown", date_of_birth=BORN)
    alone = next(one for one in candidates(terms) if one.person_id == adoptive.pk)
    people.separate_identities(adoption, birth.pk, adoptive.pk, reason="Adoption order of 1 May 2026")
    match = known(worker, terms)[0]
    assert (match.band, match.score, match.reasons) == (alone.band, alone.score, alone.reasons)


def test_the_same_surname_kept_within_the_family_shows_the_adoptive_record_alone(worker, adoption, birth, adoptive):
    seen = frozenset([birth.pk, adoptive.pk])
    born = people.identify(worker, Named(forenames="Filip", surname="Ashdown", date_of_birth=BORN, dismissed=seen))
    people.separate_identities(adoption, born.pk, adoptive.pk, reason="Adoption order of 1 May 2026")
    terms = Terms(forenames="Filip", surname="Ashdown", date_of_birth=BORN)
    assert found(terms) - {birth.pk} == {adoptive.pk}
    assert born.pk not in {one.person_id for one in known(worker, terms)}


def test_a_number_that_both_hold_finds_neither_by_itself(worker, adoption, birth, adoptive):
    for person in (birth, adoptive):
        people.change_facts(
            worker, person.pk, version=1, base={"nhs_number": ""}, values={"nhs_number": "9434765919"}, known_by="seen"
        )
    people.separate_identities(adoption, birth.pk, adoptive.pk, reason="Adoption order of 1 May 2026")
    assert found(Terms(nhs_number="9434765919")) == set()


def test_named_staff_see_both(apart, adoption, birth, adoptive):
    both = {birth.pk, adoptive.pk}
    assert {one.person_id for one in known(adoption, Terms(forenames="Filip", surname="Kowalski", date_of_birth=BORN))} == both
    colleague = staff("Cleo Colleague", "adoption_worker", "crs")
    assert separation.named_for(colleague) == frozenset()
    people.allocate(staff("Mara Manager", "manager", "crs"), adoptive.pk, colleague.user)
    assert separation.named_for(colleague) == frozenset()


def test_staff_named_with_the_separation_see_both(adoption, unnamed, birth, adoptive):
    people.separate_identities(adoption, birth.pk, adoptive.pk, reason="Adoption order", named=[unnamed.user])
    terms = Terms(forenames="Filip", surname="Ashdown", date_of_birth=BORN)
    assert {one.person_id for one in known(unnamed, terms)} == {birth.pk, adoptive.pk}
    assert person_page(unnamed, birth.pk).person == birth


def test_the_birth_record_is_not_found_by_others(apart, manager, birth):
    with pytest.raises(NotFound):
        person_page(manager, birth.pk)


def test_a_call_naming_the_adopted_child_asks_of_the_adoptive_record_only(apart, worker, adoptive):
    with pytest.raises(people.Undecided) as asked:
        people.identify(worker, Named(forenames="Filip", surname="Ashdown", date_of_birth=BORN))
    assert [one.person_id for one in known(worker, asked.value.terms)] == [adoptive.pk]


def test_a_call_naming_the_birth_child_meets_nobody(apart, worker, birth, adoptive):
    made = people.identify(worker, Named(forenames="Filip", surname="Kowalski", date_of_birth=BORN))
    assert made.pk not in (birth.pk, adoptive.pk)


def test_they_are_never_merged_and_others_are_told_nothing(apart, worker, manager, adoption, birth, adoptive, browse):
    whole = given(birth, adoptive)
    for reader in (worker, manager):
        for one, other in ((birth, adoptive), (adoptive, birth)):
            before = written()
            with pytest.raises(NotFound):
                people.merge_people(reader, one.pk, other.pk, **whole)
            assert written() == before
            assert browse(reader).get(f"/people/merge/{one.pk}/{other.pk}/").status_code == 404
    with pytest.raises(Invalid, match="never made one"):
        people.merge_people(also_a_manager(adoption), adoptive.pk, birth.pk, **whole)


def test_they_are_never_linked(apart, worker, adoption, birth, adoptive):
    for reader in (worker, adoption):
        with pytest.raises(Invalid):
            people.relate(reader, adoptive, birth, "sibling")


def test_a_link_and_a_birth_name_kept_on_the_adoptive_record_are_taken_off(worker, adoption, birth, adoptive):
    people.relate(worker, adoptive, birth, "other_relative")
    people.add_name(worker, adoptive.pk, kind="former", forenames="Filip", surname="Kowalski")
    people.separate_identities(adoption, birth.pk, adoptive.pk, reason="Adoption order of 1 May 2026")
    assert found(Terms(name="Filip Kowalski")) == {birth.pk}
    assert not adoptive.relationships.exists()
    assert not adoptive.other_names.exists()
    assert birth.other_names.count() == 1


def test_the_adoptive_chronology_and_page_say_nothing_of_the_birth_record(apart, worker, birth, adoptive, browse):
    assert not any("identity" in one.words.lower() for one in chronology(adoptive.pk))
    page = browse(worker).get(f"/people/{adoptive.pk}/").content.decode()
    assert "Kowalski" not in page
    assert str(birth.pk) not in page
    event = Event.objects.get(kind="person.identities_separated")
    assert [link.head.subject_id for link in event.links.all()] == [birth.pk]
    assert str(adoptive.pk) not in str(event.data)


def test_contacts_of_the_birth_record_stay_with_it(worker, adoption, birth, adoptive):
    actions.receive_contact(worker, call(birth))
    people.separate_identities(adoption, birth.pk, adoptive.pk, reason="Adoption order of 1 May 2026")
    assert "contact" not in {one.room for one in chronology(adoptive.pk)}
    assert known(worker, Terms(name="Filip Ashdown"))[0].earlier_contacts == 0


def test_none_of_the_two_is_ever_one_of_a_pair(apart, worker, adoption, birth, adoptive):
    namesake = people.identify(worker, Named(forenames="Zoe", surname="Quill", date_of_birth=BORN))
    three = [birth.pk, adoptive.pk, namesake.pk]
    assert separation.apart_from(worker, three) == {birth.pk, adoptive.pk}
    assert separation.apart_from(adoption, three) == set()
    assert separation.are_apart(adoptive.pk, birth.pk)
    assert not separation.are_apart(adoptive.pk, namesake.pk)


def test_refused_to_others_and_logged(manager, birth, adoptive):
    before = written()
    with pytest.raises(Refused):
        people.separate_identities(manager, birth.pk, adoptive.pk, reason="Adoption order")
    assert AccessLog.objects.filter(what="refusal", user_id=manager.id).count() == 1
    assert written() == before


def test_what_is_wrong_is_said(apart, adoption, worker, birth, adoptive):
    other = people.identify(worker, Named(forenames="Zoe", surname="Quill", date_of_birth=date(2019, 1, 2)))
    for one, two, said in (
        (birth, birth, "Choose two records"),
        (birth, adoptive, "kept apart already"),
        (other, adoptive, "different dates of birth"),
    ):
        with pytest.raises(Invalid, match=said):
            people.separate_identities(adoption, one.pk, two.pk, reason="Adoption order")
    same_day = people.identify(worker, Named(forenames="Ada", surname="Novak", date_of_birth=BORN))
    with pytest.raises(Invalid, match="Wren Worker is not adoption staff"):
        people.separate_identities(adoption, same_day.pk, birth.pk, reason="Order", named=[worker.user])
    assert IdentitySeparation.objects.count() == 1


def test_neither_may_name_family_of_the_other(worker, adoption, birth, adoptive):
    """From the mother's page, or a brother's, nobody comes to the adopted child."""
    mother = people.identify(worker, Named(kind="adult", forenames="Anna", surname="Otherby", age=34))
    for person in (birth, adoptive):
        people.relate(worker, person, mother, "mother")
    before = written()
    with pytest.raises(Invalid, match=f"Family of both records: record {mother.number}"):
        people.separate_identities(adoption, birth.pk, adoptive.pk, reason="Adoption order")
    assert written() == before
    people.end_relationship(worker, adoptive.relationships.get().pk, ended_on=worktime.today())
    people.separate_identities(adoption, birth.pk, adoptive.pk, reason="Adoption order")
    assert relatives_shown(worker, mother) == []


def test_a_name_borne_at_birth_is_taken_off_whichever_it_was(worker, adoption, birth, adoptive):
    for person in (birth, adoptive):
        people.add_name(worker, person.pk, kind="former", forenames="Filip", surname="Nowak")
    people.add_name(worker, birth.pk, kind="alias", forenames="Filip", surname="Ashdown")
    people.separate_identities(adoption, birth.pk, adoptive.pk, reason="Adoption order")
    assert {one.surname for one in birth.other_names.all()} == {"Nowak"}
    assert {one.surname for one in adoptive.other_names.all()} == {"Ashdown"}
    assert known(worker, Terms(name="Filip Nowak", date_of_birth=BORN)) == []


def test_a_former_name_recorded_later_leads_nobody_to_the_adoptive_record(apart, worker, adoption, birth, adoptive):
    people.add_name(worker, adoptive.pk, kind="former", forenames="Filip", surname="Kowalski")
    for terms in FROM_BIRTH:
        assert known(worker, terms) == [], terms
    for terms in FROM_ADOPTIVE:
        assert [one.person_id for one in known(worker, terms)] == [adoptive.pk], terms


def test_a_preview_of_merging_the_adoptive_record_says_nothing_of_an_adoption(apart, worker, manager, adoptive, browse):
    second = people.identify(worker, Named(forenames="Phil", surname="Quillby", date_of_birth=date(2016, 3, 29)))
    page = words(browse(manager).get(f"/people/merge/{second.pk}/{adoptive.pk}/").content)
    assert "What moves to record" in page
    for said in ("dentit", "dopti", "eparat"):
        assert said not in page, said


def test_what_was_kept_apart_while_two_were_one_is_kept_apart_after_an_undo(worker, manager, adoption, birth, adoptive):
    second = people.identify(
        worker, Named(forenames="Filip", surname="Kowalsky", date_of_birth=BORN, dismissed=frozenset([birth.pk, adoptive.pk]))
    )
    made = merge(manager, birth, second)
    people.separate_identities(adoption, birth.pk, adoptive.pk, reason="Adoption order")
    undo(also_a_manager(adoption), made)
    assert separation.are_apart(second.pk, adoptive.pk)
    for terms in FROM_BIRTH:
        assert known(worker, terms) == [], terms
    with pytest.raises(NotFound):
        person_page(worker, second.pk)
    event = Event.objects.filter(kind="person.identities_separated").order_by("pk").last()
    assert [link.head.subject_id for link in event.links.all()] == [second.pk]


def test_the_access_log_names_a_closed_birth_record_to_nobody_else(apart, worker, adoption, birth, adoptive):
    known(worker, Terms(forenames="Filip", surname="Kowalski", date_of_birth=BORN))
    for person in (birth, adoptive):
        person_page(adoption, person.pk)
    reviewer = staff("Rae Reviewer", "head_of_service", "crs")
    lines = list(access_log(reviewer))
    assert "person sealed" in [one.record for one in lines]
    assert not any(str(birth.number) in one.record for one in lines)
    assert next(one.terms for one in lines if one.what == "Searched").startswith("found: 0")
    nobody = list(access_log(reviewer, number="9999999"))
    assert list(access_log(reviewer, number=str(birth.number))) == nobody == []


def test_a_record_that_was_told_apart_from_both_leads_to_neither(worker, adoption, birth, adoptive, browse):
    """Somebody recorded under the birth name, of whom the adoptive record was once said not to be them."""
    seen = frozenset([birth.pk, adoptive.pk])
    second = people.identify(worker, Named(forenames="Filip", surname="Kowalski", date_of_birth=BORN, dismissed=seen))
    client = browse(worker)
    assert "Ashdown" in words(client.get(f"/people/{second.pk}/").content)
    people.separate_identities(adoption, birth.pk, adoptive.pk, reason="Adoption order")
    page = client.get(f"/people/{second.pk}/").content.decode()
    assert "Ashdown" not in page
    assert str(adoptive.pk) not in page
    assert {one.who.person.pk for one in dismissed_for(adoption, [second.pk])[second.pk]} == {birth.pk, adoptive.pk}


def test_a_guessed_address_of_a_merge_says_nothing_of_a_sealed_record(worker, manager, adoption, birth, adoptive, browse):
    second = people.identify(worker, Named(forenames="Filip", surname="Quillby", date_of_birth=date(2016, 3, 29)))
    made = merge(manager, birth, second)
    people.separate_identities(adoption, birth.pk, adoptive.pk, reason="Adoption order")
    client = browse(manager)
    nobody = words(client.get(f"/people/merge/{uuid4()}/{uuid4()}/").content)
    for path in (f"merge/{birth.pk}/{second.pk}/", f"merges/{made.pk}/undo/", f"{second.pk}/", f"{second.pk}/merges/"):
        answer = client.get(f"/people/{path}")
        assert (answer.status_code, words(answer.content)) == (404, nobody), path
