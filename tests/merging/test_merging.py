"""Two records of one person made one: what moves, what stands, who may, and what is said where it may not be."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from hearth.foundation import packs, worktime
from hearth.foundation.access.errors import Invalid, NotFound, Refused, Stale
from hearth.foundation.access.models import AccessLog, Notice
from hearth.foundation.access.readers import Reader
from hearth.foundation.standards.models import Obligation
from hearth.foundation.timeline.models import Event
from hearth.foundation.timeline.verifying import verify
from hearth.people import actions as people
from hearth.people import identities
from hearth.people.duplicates.listing import to_review
from hearth.people.front_page import person_page
from hearth.people.models import Card, DuplicatePair, Merge, Person, Relationship, ServiceEpisode
from hearth.people.overseeing import access_log
from hearth.people.queries import earlier_contacts, known, relatives_shown
from hearth.people.search import Terms
from hearth.services.frontdoor import actions
from hearth.services.recording.queries import case_notes
from tests.merging.support import given, merge, noted, undo
from tests.support.pages import words
from tests.support.people import call, child, staff
from tests.support.rows import written

pytestmark = pytest.mark.django_db


def opened(person, service="child_in_need", team="bis", on=date(2026, 5, 1)):
    return ServiceEpisode.objects.create(person=person, service=service, team=team, opened_on=on)


def refuse(reader, kept, merged, **more):
    """The words with which a merge is refused; nothing is written."""
    whole = given(kept, merged) | more
    before = written()
    with pytest.raises(Invalid) as problem:
        people.merge_people(reader, kept.pk, merged.pk, **whole)
    assert written() == before
    return str(problem.value)


def test_everything_linked_follows(worker, manager, kept, merged, anna):
    actions.receive_contact(worker, call(merged))
    people.live_at(worker, merged, "3 Cedar Road", "SO14 6TT")
    people.allocate(manager, merged.pk, worker.user)
    people.warn(worker, merged.pk, words="Dog", reason="It bites", review_on=date(2026, 9, 1))
    noted(worker, merged, "He was well.")
    made = merge(manager, kept, merged)
    shown = person_page(manager, kept.pk)
    assert shown.worker == worker.user
    assert [one.words for one in shown.warnings] == ["Dog"]
    assert [home.words for home in shown.homes] == ["12 Hill Lane, SO15 5AA", "3 Cedar Road, SO14 6TT"]
    assert [(one.who.name, one.responsibility) for one in shown.family] == [("Anna Otherby", "Has parental responsibility")]
    assert shown.person.telephone == "07700 900111"
    assert "Two records of one person were made one" in [one.words for one in shown.happenings]
    assert identities.of(merged.pk) == [kept.pk, merged.pk]
    assert [one.summary for one in case_notes(worker, kept.pk).page] == ["He was well."]
    assert made.by == manager.user


def test_contacts_of_the_merged_child_show_on_the_kept_ones_page(worker, manager, kept, merged, browse):
    contact = actions.receive_contact(worker, call(merged))
    said = [one.words for one in person_page(worker, merged.pk).happenings if one.room == "contact"]
    assert said
    merge(manager, kept, merged)
    assert earlier_contacts([kept.pk]) == {kept.pk: 1}
    assert contact.lines.get().person == kept
    assert set(said) <= {one.words for one in person_page(worker, kept.pk, everything=True).happenings}
    page = browse(worker).get(f"/front-door/contacts/{contact.pk}/").content.decode()
    assert "Filip Kowalski" in page


def test_what_was_due_for_the_merged_child_is_due_for_the_kept_one(worker, manager, kept, merged):
    packs.set_active("swindon")
    contact = actions.receive_contact(worker, call(merged))
    head = {"head__kind": "contact", "head__subject_id": contact.pk}
    before = list(Obligation.objects.filter(**head, per=str(merged.pk)).values_list("standard", "due_at"))
    assert before
    merge(manager, kept, merged)
    assert list(Obligation.objects.filter(**head, per=str(kept.pk)).values_list("standard", "due_at")) == before
    assert not Obligation.objects.filter(**head, per=str(merged.pk)).exists()


def test_search_finds_the_kept_record_by_the_other_names_and_number(worker, manager, kept, merged):
    people.add_name(worker, merged.pk, kind="alias", forenames="Bartek", surname="Quillon")
    merge(manager, kept, merged)
    assert not Card.objects.filter(person=merged).exists()
    for terms in (Terms(name="Philip Kovalsky"), Terms(name="Bartek Quillon"), Terms(number=str(merged.number))):
        assert [one.person_id for one in known(worker, terms)] == [kept.pk], terms
    assert known(worker, Terms(name="Philip Kovalsky"))[0].name == "Filip Kowalski"


def test_a_name_that_was_not_chosen_goes_on_finding_the_record_and_shows(worker, manager, kept, merged):
    merge(manager, kept, merged, choices={"forenames": "merged", "surname": "merged"})
    kept.refresh_from_db()
    assert kept.name == "Philip Kovalsky"
    for terms in (Terms(name="Filip Kowalski"), Terms(name="Philip Kovalsky")):
        assert [(one.person_id, one.parts[0].level) for one in known(worker, terms)] == [(kept.pk, "exact")], terms
    assert [(one.forenames, one.surname) for one in kept.other_names.all()] == [("Filip", "Kowalski")]


def test_looks_at_either_record_are_read_under_both_numbers(worker, manager, kept, merged):
    for person in (kept, merged):
        person_page(worker, person.pk)
    merge(manager, kept, merged)
    reviewer = staff("Rae Reviewer", "head_of_service", "crs")
    for number in (kept.number, merged.number):
        looked = [one.record for one in access_log(reviewer, number=str(number), who=str(worker.id), what="view")]
        assert sorted(looked) == sorted([f"person {kept.number}", f"person {merged.number}"])


def test_a_pair_made_one_is_no_longer_to_review(manager, kept, merged):
    DuplicatePair.objects.create(first=kept, second=merged, score=9.0, band="probably", found_at=worktime.now())
    assert len(to_review(manager, 1)[1]) == 1
    made = merge(manager, kept, merged)
    assert to_review(manager, 1)[0].paginator.count == 0
    undo(manager, made)
    assert len(to_review(manager, 1)[1]) == 1


def test_both_values_stand_side_by_side_and_the_chosen_one_stands(worker, manager, kept, merged, browse):
    for person, language, who in ((kept, "Polish", "His mother"), (merged, "Ukrainian", "His teacher")):
        people.change_facts(
            worker,
            person.pk,
            version=1,
            base={"first_language": ""},
            values={"first_language": language},
            known_by="told",
            told_by=who,
        )
    page = browse(manager).get(f"/people/merge/{kept.pk}/{merged.pk}/").content.decode()
    for said in ("Polish", "Ukrainian", "told by His mother", "told by His teacher", "1 June 2026"):
        assert said in page, said
    merge(manager, kept, merged, choices={"first_language": "merged", "surname": "kept"})
    shown = person_page(manager, kept.pk)
    assert (shown.person.first_language, shown.person.surname) == ("Ukrainian", "Kowalski")
    language = next(one for one in shown.facts["background"] if one.fact.name == "first_language")
    assert language.told_by == "His teacher"
    page = words(browse(manager).get(f"/people/{kept.pk}/merges/").content)
    assert f"First language: Polish (record {kept.number})" in page
    assert f"Last name: Kovalsky (record {merged.number})" in page


def test_old_addresses_and_numbers_keep_leading_to_the_record(worker, manager, kept, merged, browse):
    merge(manager, kept, merged)
    client = browse(worker)
    for path in (f"/people/{merged.pk}/", f"/people/{merged.pk}/facts/identity/", reverse("case_notes", args=[merged.pk])):
        answer = client.get(path)
        assert answer.status_code == 302
        assert answer.url == path.replace(str(merged.pk), str(kept.pk))
    assert identities.numbered(str(merged.number)) == str(kept.number)
    person = people.identify(worker, child("", "", person_id=merged.pk))
    assert person == kept


def test_nobody_writes_on_a_merged_record(worker, manager, kept, merged):
    merge(manager, kept, merged)
    with pytest.raises(NotFound):
        people.add_name(worker, merged.pk, kind="alias", forenames="X")


def test_refused_without_the_right_and_logged(stranger, kept, merged):
    before = written()
    with pytest.raises(Refused):
        merge(stranger, kept, merged)
    assert AccessLog.objects.filter(what="refusal", user_id=stranger.id).count() == 1
    assert written() == before


def test_reasons_and_choices_are_asked_in_words(worker, kept, merged):
    assert "Say how you know" in refuse(worker, kept, merged, reasons="  ")
    assert refuse(worker, kept, merged, choices={"surname": "neither"}) == "Choose one of the two."


def test_repeated_it_is_done_once(worker, kept, merged):
    number, whole = uuid4(), given(kept, merged)
    first = people.merge_people(worker, kept.pk, merged.pk, **whole, request_id=number)
    assert people.merge_people(worker, kept.pk, merged.pk, **whole, request_id=number) == first
    assert Merge.objects.count() == 1


def test_a_record_changed_meanwhile_is_told(worker, manager, kept, merged):
    whole = given(kept, merged)
    people.change_facts(manager, merged.pk, version=1, base={"religion": ""}, values={"religion": "Sikh"}, known_by="seen")
    for act in (people.merge_people, people.propose_merge):
        with pytest.raises(Stale) as stale:
            act(worker, kept.pk, merged.pk, **whole)
        assert stale.value.by == "Mara Manager"
    assert not Merge.objects.exists()


def test_a_second_merge_at_once_is_refused(worker, manager, kept, merged):
    whole = given(kept, merged)
    people.merge_people(worker, kept.pk, merged.pk, **whole)
    for one, other in ((kept, merged), (merged, kept)):
        with pytest.raises(Invalid, match="are one already"):
            people.merge_people(manager, one.pk, other.pk, **whole)
    third = people.identify(worker, child("Zoe", "Quill"))
    with pytest.raises(NotFound):
        people.merge_people(manager, third.pk, merged.pk, version=1, other_version=2, reasons="Same.")


def test_nobody_is_merged_with_themselves(worker, kept):
    assert "one already" in refuse(worker, kept, kept)


def test_where_a_service_is_open_one_proposes_and_another_confirms(worker, manager, other, kept, merged):
    opened(merged)
    assert "propose it" in refuse(manager, kept, merged)
    whole = given(kept, merged)
    proposed = people.propose_merge(manager, kept.pk, merged.pk, **whole)
    assert Notice.objects.filter(key=f"merge:{proposed.pk}", user=other.user).exists()
    assert not Notice.objects.filter(key=f"merge:{proposed.pk}", user=manager.user).exists()
    assert "somebody else must confirm" in refuse(manager, kept, merged)
    with pytest.raises(Invalid, match="waits for somebody"):
        people.propose_merge(worker, kept.pk, merged.pk, **whole)
    with pytest.raises(Refused):  # a worker proposes, and does not confirm
        people.merge_people(worker, kept.pk, merged.pk, **whole)
    made = people.merge_people(other, kept.pk, merged.pk, **whole)
    assert (made.pk, made.proposed_by, made.by) == (proposed.pk, manager.user, other.user)
    assert Person.objects.get(pk=merged.pk).merged_into == kept


def test_a_proposal_is_turned_down_with_its_reasons(worker, manager, kept, merged):
    opened(merged)
    proposed = people.propose_merge(worker, kept.pk, merged.pk, **given(kept, merged))
    people.turn_down_merge(manager, proposed.pk, reasons="They are cousins.")
    with pytest.raises(Invalid, match="ended already"):
        people.turn_down_merge(manager, proposed.pk, reasons="They are cousins.")
    assert Merge.objects.get().undone_reasons == "They are cousins."
    assert people.propose_merge(worker, kept.pk, merged.pk, **given(kept, merged)).pk != proposed.pk


def test_blocked_where_two_open_plans_cannot_both_be_true(manager, kept, merged):
    opened(kept)
    second = opened(merged, on=date(2026, 5, 20))
    assert "since 1 May 2026 and since 20 May 2026" in refuse(manager, kept, merged)
    second.service = "child_protection"
    second.save()
    assert "child protection plan" in refuse(manager, kept, merged)


def test_blocked_where_two_nhs_numbers_were_seen(worker, manager, kept, merged):
    for person, number in ((kept, "9434765919"), (merged, "9434765870")):
        people.change_facts(worker, person.pk, version=1, base={"nhs_number": ""}, values={"nhs_number": number}, known_by="seen")
    assert "NHS number that was seen" in refuse(manager, kept, merged)


def test_an_nhs_number_only_told_is_a_choice(worker, manager, kept, merged):
    for person, number, how in ((kept, "9434765919", "told"), (merged, "9434765870", "seen")):
        people.change_facts(
            worker,
            person.pk,
            version=1,
            base={"nhs_number": ""},
            values={"nhs_number": number},
            known_by=how,
            told_by="His mother",
        )
    merge(manager, kept, merged, choices={"nhs_number": "merged"})
    assert Person.objects.get(pk=kept.pk).nhs_number == "9434765870"


def test_blocked_for_kinds_that_cannot_be_one_person(worker, manager, kept):
    adult = people.identify(worker, child("Filip", "Quillby", 40, kind="adult"))
    unborn = people.identify(worker, child("", "Quillton", None, kind="unborn", expected_date=date(2026, 9, 1)))
    assert "an adult and the other of a child" in refuse(manager, kept, adult)
    assert "an adult and the other of an unborn child" in refuse(manager, adult, unborn)


def test_an_unborn_child_since_born_becomes_the_child(worker, manager, kept):
    unborn = people.identify(worker, child("", "Quillton", None, kind="unborn", expected_date=date(2016, 4, 1)))
    merge(manager, unborn, kept, choices={"surname": "merged"})
    unborn.refresh_from_db()
    assert (unborn.kind, unborn.name) == ("child", "Filip Kowalski")
    assert unborn.date_of_birth == date(2016, 3, 27)


def test_those_like_twins_are_made_one_only_by_somebody_who_is_sure(worker, manager, kept, merged, anna):
    assert "they may be twins" in refuse(manager, kept, merged, sure=False)
    assert merge(manager, kept, merged, sure=True).sure


def test_relationships_to_the_same_mother_show_once_and_to_each_other_no_more(worker, manager, kept, merged, anna):
    people.relate(worker, kept, merged, "sibling")
    merge(manager, kept, merged)
    rows = relatives_shown(manager, anna)
    assert [one.who.name for one in rows] == ["Filip Kowalski"]
    assert [(one.who.name, one.responsibility) for one in relatives_shown(manager, Person.objects.get(pk=kept.pk))] == [
        ("Anna Otherby", "Has parental responsibility")
    ]
    assert Relationship.objects.count() == 1


def test_one_address_of_both_shows_once_and_stays_confidential(worker, manager, kept, merged):
    people.live_at(worker, merged, "12 Hill Lane", "SO15 5AA", confidential=True)
    people.allocate(manager, kept.pk, manager.user)
    merge(manager, kept, merged)
    assert [(home.words, home.confidential) for home in person_page(manager, kept.pk).homes] == [("12 Hill Lane, SO15 5AA", True)]
    assert known(worker, Terms(name="Filip Kowalski"))[0].address == "address withheld"


def test_both_on_one_contact_keep_each_their_line_and_decision(worker, manager, kept, merged):
    contact = actions.receive_contact(worker, call(kept, merged))
    merge(manager, kept, merged)
    assert {line.person_id for line in contact.lines.all()} == {kept.pk, merged.pk}
    assert earlier_contacts([kept.pk]) == {kept.pk: 1}


def test_a_restricted_record_cannot_be_merged_by_who_may_not_see_it(worker, manager, kept, merged, browse):
    people.restrict(manager, merged.pk, level="restricted", reason="Safety", owner=manager.user)
    whole = given(kept, merged)
    with pytest.raises(NotFound):
        people.merge_people(worker, kept.pk, merged.pk, **whole)
    answer = browse(worker).get(f"/people/merge/{kept.pk}/{merged.pk}/")
    assert answer.url == f"/people/{merged.pk}/open/"
    assert AccessLog.objects.filter(what="refusal", user_id=worker.id).exists()


def test_a_sealed_record_answers_as_one_that_does_not_exist(worker, manager, kept, merged, browse):
    people.restrict(manager, merged.pk, level="sealed", reason="Safety", owner=manager.user)
    client = browse(worker)
    sealed, nobody = (client.get(f"/people/merge/{kept.pk}/{one}/") for one in (merged.pk, uuid4()))
    assert (sealed.status_code, nobody.status_code) == (404, 404)
    assert words(sealed.content) == words(nobody.content)
    page = client.post(f"/people/{kept.pk}/merges/", {"record": str(merged.number)})
    assert b"no other record of this number that you can see" in page.content


def test_a_restriction_guards_both_after_the_merge(worker, manager, kept, merged, browse):
    people.restrict(manager, merged.pk, level="restricted", reason="Safety", owner=manager.user)
    merge(manager, kept, merged)
    client = browse(worker)
    for one in (kept, merged):
        answer = client.get(f"/people/{one.pk}/", follow=True)
        assert b"Kowalski" not in answer.content
        assert b"A restricted record" in answer.content
    people.end_restriction(manager, kept.pk)
    assert b"Kowalski" in client.get(f"/people/{kept.pk}/").content


def test_blocked_where_one_is_restricted_and_the_other_sealed(manager, kept, merged):
    people.restrict(manager, kept.pk, level="restricted", reason="Safety", owner=manager.user)
    people.restrict(manager, merged.pk, level="sealed", reason="Safety", owner=manager.user)
    assert "Make both the same first" in refuse(manager, kept, merged)


def test_whoever_may_not_see_one_may_not_see_the_merged_one(worker, manager, kept, merged):
    people.declare_conflict(worker, merged.pk)
    merge(manager, kept, merged)
    with pytest.raises(NotFound):
        person_page(Reader(worker.user), kept.pk)


def test_the_event_stands_in_both_chains_and_they_verify(manager, kept, merged, tmp_path):
    made = merge(manager, kept, merged)
    event = Event.objects.get(kind="person.merged")
    assert {link.head.subject_id for link in event.links.all()} == {kept.pk, merged.pk}
    assert event.data == {"merge": str(made.pk), "kept": str(kept.pk), "merged": str(merged.pk)}
    assert not list(verify(tmp_path))
