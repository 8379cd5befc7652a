"""A merge undone at any later time: both records as they were, what came since shared out by choice, chains intact."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as whatever
from hypothesis import strategies as st

from hearth.foundation import packs, worktime
from hearth.foundation.access.errors import Invalid, NotFound, Refused, Stale
from hearth.foundation.access.models import AccessLog, Restriction
from hearth.foundation.standards.models import Obligation
from hearth.foundation.timeline.models import Event
from hearth.foundation.timeline.verifying import verify
from hearth.people import actions as people
from hearth.people import identities
from hearth.people.front_page import chronology, person_page
from hearth.people.merging import showing
from hearth.people.models import Merge, Person
from hearth.people.queries import earlier_contacts, known
from hearth.people.search import Terms
from hearth.services.frontdoor import actions
from hearth.services.recording.queries import case_notes
from tests.merging.support import given, merge, noted, rows, undo
from tests.support.pages import words
from tests.support.people import call, child, recommend_analysed
from tests.support.rows import written

pytestmark = pytest.mark.django_db


def refuse(reader, made, **more):
    """The words with which an undo is refused; nothing is written."""
    before = written()
    with pytest.raises(Invalid) as problem:
        undo(reader, made, **more)
    assert written() == before
    return str(problem.value)


def test_both_are_as_they_were(worker, manager, kept, merged, anna, tmp_path):
    people.relate(worker, kept, merged, "sibling")
    people.live_at(worker, merged, "12 Hill Lane", "SO15 5AA", confidential=True)
    actions.receive_contact(worker, call(merged))
    actions.receive_contact(worker, call(kept, merged))
    people.restrict(manager, merged.pk, level="restricted", reason="Safety", owner=manager.user)
    before = rows()
    made = merge(manager, kept, merged, choices={"forenames": "merged", "surname": "kept"})
    kept.refresh_from_db()
    assert kept.name == "Philip Kowalski"
    assert rows() != before
    undo(manager, made)
    assert rows() == before
    assert not list(verify(tmp_path))
    event = Event.objects.get(kind="person.merge_undone")
    assert {link.head.subject_id for link in event.links.filter(head__kind="person")} == {kept.pk, merged.pk}


def test_a_year_later_it_is_undone_and_each_answers_to_its_own_name(worker, manager, kept, merged):
    made = merge(manager, kept, merged)
    with worktime.frozen("2027-05-01T10:00"):
        undo(manager, made)
        for terms, person in ((Terms(forenames="Philip", surname="Kovalsky"), merged), (Terms(number=str(merged.number)), merged)):
            assert known(worker, terms)[0].person_id == person.pk
        assert identities.of(merged.pk) == [merged.pk]
        assert person_page(worker, merged.pk).person.name == "Philip Kovalsky"


def test_refused_without_the_right_and_logged(manager, stranger, kept, merged):
    made = merge(manager, kept, merged)
    before = written()
    with pytest.raises(Refused):
        undo(stranger, made)
    assert AccessLog.objects.filter(what="refusal", user_id=stranger.id).count() == 1
    assert written() == before


def test_reasons_are_asked(manager, kept, merged):
    made = merge(manager, kept, merged)
    with pytest.raises(Invalid, match="Say why they are two people"):
        people.undo_merge(manager, made.pk, version=2, reasons=" ")


def test_repeated_it_is_undone_once_and_a_second_undo_is_refused(manager, other, kept, merged):
    made, number = merge(manager, kept, merged), uuid4()
    whole = {"version": 2, "reasons": "Twins."}
    first = people.undo_merge(manager, made.pk, **whole, request_id=number)
    assert people.undo_merge(manager, made.pk, **whole, request_id=number) == first
    assert Event.objects.filter(kind="person.merge_undone").count() == 1
    with pytest.raises(Invalid, match="undone already"):
        people.undo_merge(other, made.pk, version=3, reasons="Twins.")


def test_a_record_changed_meanwhile_is_told(worker, manager, kept, merged):
    made = merge(manager, kept, merged)
    people.change_facts(worker, kept.pk, version=2, base={"religion": ""}, values={"religion": "Sikh"}, known_by="seen")
    with pytest.raises(Stale) as stale:
        people.undo_merge(manager, made.pk, version=2, reasons="Twins.")
    assert stale.value.by == "Wren Worker"
    assert Merge.objects.get().undone_at is None


def test_a_proposal_is_not_undone(worker, kept, merged):
    made = people.propose_merge(worker, kept.pk, merged.pk, **given(kept, merged))
    with pytest.raises(NotFound):
        undo(worker, made)


def test_what_was_added_since_is_shared_out_by_choice(worker, manager, kept, merged):
    made = merge(manager, kept, merged)
    home = people.live_at(worker, kept, "9 Elm Road", "SO17 1BJ")
    warning = people.warn(worker, kept.pk, words="Dog", reason="It bites", review_on=worktime.today() + timedelta(days=60))
    mine, theirs = noted(worker, kept, "About Filip."), noted(worker, kept, "About Philip.")
    shown = showing.undo_preview(manager, made.pk)
    keys = dict(shown.added)
    assert keys[f"recording.CaseNote.person_id:{mine.pk}"] == "Case notes: About Filip. (1 June 2026)"
    assert not any("made one with it" in said for said in keys.values())
    assert "Addresses: 9 Elm Road, SO17 1BJ" in keys[f"people.Residence.person_id:{home.pk}"]
    assert f"people.Warning.person_id:{warning.pk}" in keys
    assert f"recording.CaseNote.person_id:{mine.pk}" in keys
    undo(manager, made, give=[f"people.Residence.person_id:{home.pk}", f"recording.CaseNote.person_id:{theirs.pk}"])
    home.refresh_from_db()
    warning.refresh_from_db()
    assert (home.person_id, warning.person_id) == (merged.pk, kept.pk)
    assert [one.summary for one in case_notes(worker, kept.pk).page] == ["About Filip."]
    assert [one.summary for one in case_notes(worker, merged.pk).page] == ["About Philip."]


def test_what_is_no_longer_there_cannot_be_given(manager, kept, merged):
    made = merge(manager, kept, merged)
    assert "no longer there" in refuse(manager, made, give=["people.Warning.person_id:x"])


def test_a_contact_since_is_given_with_what_happened_and_is_due(worker, manager, kept, merged):
    packs.set_active("swindon")
    made = merge(manager, kept, merged)
    contact = actions.receive_contact(worker, call(kept))
    line = contact.lines.get()
    undo(manager, made, give=[f"frontdoor.ContactLine.person_id:{line.pk}"])
    line.refresh_from_db()
    assert line.person == merged
    due = Obligation.objects.filter(head__kind="contact", head__subject_id=contact.pk, per__isnull=False)
    assert set(due.values_list("per", flat=True)) == {str(merged.pk)}
    rooms = {key: {one.room for one in chronology(key)} for key in (kept.pk, merged.pk)}
    assert ("contact" in rooms[merged.pk], "contact" in rooms[kept.pk]) == (True, False)


def test_what_was_decided_since_on_a_contact_that_moved_goes_back_with_it(worker, manager, kept, merged):
    packs.set_active("swindon")
    contact = actions.receive_contact(worker, call(merged))
    made = merge(manager, kept, merged)
    line = contact.lines.get()
    advised = {"outcome": "advice", "reasons": "Nothing more is needed.", "significant_harm": "neither"}
    recommend_analysed(worker, line.pk, **advised)
    undo(manager, made)
    due = Obligation.objects.filter(head__kind="contact", head__subject_id=contact.pk, per__isnull=False)
    assert set(due.values_list("per", flat=True)) == {str(merged.pk)}
    words = [one.words for one in chronology(merged.pk)]
    assert any("ecommend" in one for one in words), words
    assert not any("ecommend" in one.words for one in chronology(kept.pk))


def test_a_fact_changed_since_stays_or_goes_back_by_choice(worker, manager, kept, merged):
    for whose, left in (("now", "07700 900222"), ("before", "")):
        made = merge(manager, kept, merged)
        version = Person.objects.get(pk=kept.pk).version
        people.change_facts(
            worker,
            kept.pk,
            version=version,
            base={"telephone": "07700 900111"},
            values={"telephone": "07700 900222"},
            known_by="seen",
        )
        assert [one.fact.name for one in showing.undo_preview(manager, made.pk).changed] == ["telephone"]
        undo(manager, made, fields={"telephone": whose})
        assert Person.objects.get(pk=kept.pk).telephone == left
        Person.objects.filter(pk=kept.pk).update(telephone="")


def stated_since(worker, person, **values):
    """Facts said to be so, seen."""
    person.refresh_from_db()
    base = {name: getattr(person, name) for name in values}
    people.change_facts(worker, person.pk, version=person.version, base=base, values=values, known_by="seen")


@pytest.mark.parametrize(("whose", "one", "other"), [("now", "Sikh", ""), ("before", "", ""), ("other", "", "Sikh")])
def test_a_fact_that_came_since_goes_to_whom_it_belongs(worker, manager, kept, merged, whose, one, other):
    made = merge(manager, kept, merged)
    stated_since(worker, kept, religion="Sikh")
    undo(manager, made, fields={"religion": whose})
    kept.refresh_from_db()
    merged.refresh_from_db()
    assert (kept.religion, merged.religion) == (one, other)
    shown = next(fact for fact in person_page(worker, merged.pk).facts["background"] if fact.fact.name == "religion")
    assert (shown.words, shown.known_by) == (("Sikh", "Seen") if whose == "other" else ("Not asked yet", ""))


def test_a_birth_seen_since_goes_to_the_other_with_its_event(worker, manager, kept, merged):
    made = merge(manager, kept, merged)
    stated_since(worker, kept, date_of_birth=date(2016, 4, 2))
    undo(manager, made, fields={"date_of_birth": "other"})
    kept.refresh_from_db()
    merged.refresh_from_db()
    assert (kept.date_of_birth, merged.date_of_birth) == (date(2016, 3, 27), date(2016, 4, 2))
    assert known(worker, Terms(forenames="Philip", date_of_birth=date(2016, 4, 2)))[0].person_id == merged.pk
    born = Event.objects.filter(kind="person.born", home__subject_id=merged.pk).order_by("pk").last()
    assert born.data == {"date_of_birth": "2016-04-02"}


def test_an_unborn_record_never_gets_a_date_of_birth_by_an_undo(worker, manager, kept):
    unborn = people.identify(worker, child("", "Quillton", None, kind="unborn", expected_date=date(2016, 4, 1)))
    made = merge(manager, unborn, kept)
    stated_since(worker, unborn, date_of_birth=date(2016, 4, 2))
    assert f"Record {unborn.number} would be of an unborn child" in refuse(manager, made, fields={"date_of_birth": "now"})
    undo(manager, made, fields={"date_of_birth": "other"})
    unborn.refresh_from_db()
    kept.refresh_from_db()
    assert (unborn.kind, unborn.date_of_birth, kept.date_of_birth) == ("unborn", None, date(2016, 4, 2))


def test_a_choice_that_is_none_is_refused(worker, manager, kept, merged):
    made = merge(manager, kept, merged)
    stated_since(worker, kept, religion="Sikh")
    assert refuse(manager, made, fields={"religion": "neither"}) == "Choose one of those shown."
    assert refuse(manager, made, fields={"nationality": "before"}) == "Choose one of those shown."


def test_the_page_offers_what_changed_and_leads_to_the_merge_that_comes_first(worker, manager, kept, merged, browse):
    made = merge(manager, kept, merged)
    stated_since(worker, kept, religion="Sikh")
    page = words(browse(manager).get(f"/people/merges/{made.pk}/undo/").content)
    assert "Sikh, as it was changed since" in page
    assert f"Not asked yet, as it was before, and record {merged.number} gets Sikh" in page
    assert "Statements of facts: Religion, Sikh (1 June 2026)" in page
    kept.refresh_from_db()
    third = people.identify(worker, child("Felipe", "Quillton", 10))
    second = merge(manager, kept, third)
    answer = browse(manager).get(f"/people/merges/{made.pk}/undo/")
    assert "that merge must be undone first" in words(answer.content)
    assert f'href="/people/merges/{second.pk}/undo/"' in answer.content.decode()


def test_merge_after_merge_is_undone_in_the_reverse_order(worker, manager, kept, merged, tmp_path):
    third = people.identify(worker, child("Felipe", "Quillton", 10, telephone="07700 900333"))
    actions.receive_contact(worker, call(third))
    before = rows()
    inner = merge(manager, merged, third)
    between = rows()
    outer = merge(manager, kept, merged)
    assert identities.resolve(third.pk) == kept.pk
    assert set(identities.of(third.pk)) == {kept.pk, merged.pk, third.pk}
    assert earlier_contacts([kept.pk]) == {kept.pk: 1}
    assert [one.person_id for one in known(worker, Terms(name="Felipe Quillton"))] == [kept.pk]
    assert known(worker, Terms(number=str(third.number)))[0].person_id == kept.pk
    with pytest.raises(Invalid, match="Undo that merge first"):
        people.undo_merge(manager, inner.pk, version=1, reasons="Twins.")
    undo(manager, outer)
    assert rows() == between
    assert identities.resolve(third.pk) == merged.pk
    undo(manager, inner)
    assert rows() == before
    assert not list(verify(tmp_path))


def test_two_merged_into_one_are_undone_the_last_first(worker, manager, kept, merged):
    third = people.identify(worker, child("Felipe", "Quillton", 10))
    before = rows()
    first = merge(manager, kept, merged)
    second = merge(manager, kept, third)
    assert f"Record {third.number}" in refuse(manager, first)
    undo(manager, second)
    undo(manager, first)
    assert rows() == before


def test_merged_again_after_an_undo(manager, kept, merged):
    undo(manager, merge(manager, kept, merged))
    before = rows()
    again = merge(manager, merged, kept)
    assert identities.of(kept.pk) == [merged.pk, kept.pk]
    undo(manager, again)
    assert rows() == before


def test_a_restriction_ended_since_stays_ended_on_neither_by_itself(manager, kept, merged):
    people.restrict(manager, merged.pk, level="restricted", reason="Safety", owner=manager.user)
    made = merge(manager, kept, merged)
    undo(manager, made)
    assert [row.subject_id for row in Restriction.objects.filter(ended_at=None)] == [merged.pk]


@pytest.fixture
def staff_and_family(worker, manager, other, kept, merged, anna):
    return {"worker": worker, "manager": manager, "other": other, "kept": kept, "merged": merged, "anna": anna}


LIVED = st.sampled_from(["12 Hill Lane", "3 Cedar Road", "7 Oak Street"])
STEP = st.one_of(
    st.tuples(st.just("live"), st.booleans(), LIVED, st.booleans()),
    st.tuples(
        st.just("relate"), st.booleans(), st.sampled_from(["mother", "sibling", "other"]), st.sampled_from(["not_asked", "yes"])
    ),
    st.tuples(st.just("each other"), st.booleans(), st.sampled_from(["sibling", "half_sibling"]), st.none()),
    st.tuples(st.just("contact"), st.sampled_from(["kept", "merged", "both"]), st.none(), st.none()),
    st.tuples(st.just("restrict"), st.booleans(), st.none(), st.none()),
    st.tuples(st.just("allocate"), st.booleans(), st.none(), st.none()),
    st.tuples(st.just("name"), st.booleans(), st.sampled_from(["Bartek", "Ada"]), st.none()),
    st.tuples(st.just("conflict"), st.booleans(), st.none(), st.none()),
    st.tuples(st.just("fact"), st.booleans(), st.sampled_from(["religion", "nationality"]), st.sampled_from(["Sikh", "Other"])),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@whatever(steps=st.lists(STEP, max_size=7), sides=st.lists(st.sampled_from(["kept", "merged"]), min_size=3, max_size=3))
def test_whatever_two_records_hold_a_merge_undone_gives_back_exactly_the_rows_there_were(
    staff_and_family, steps, sides, transactional_point
):
    kept, merged, manager = (staff_and_family[name] for name in ("kept", "merged", "manager"))
    with transactional_point():
        for what, mine, *more in steps:
            _do(staff_and_family, what, mine, more)
        before = rows()
        made = merge(manager, kept, merged, choices=dict(zip(("forenames", "surname", "religion"), sides, strict=True)))
        undo(manager, made)
        assert rows() == before


def _do(world, what, mine, more):
    manager, both = world["manager"], (world["kept"], world["merged"])
    person = Person.objects.get(pk=both[0 if mine in (True, "kept") else 1].pk)
    if what == "live":
        people.live_at(manager, person, more[0], confidential=more[1])
    elif what == "relate":
        people.relate(manager, person, world["anna"], more[0], parental_responsibility=more[1], source="Said so")
    elif what == "each other":
        one, two = both if mine else both[::-1]
        people.relate(manager, one, two, more[0])
    elif what == "contact":
        actions.receive_contact(manager, call(*(both if mine == "both" else [person])))
    elif what == "restrict":
        people.restrict(manager, person.pk, level="restricted", reason="Safety", owner=manager.user)
    elif what == "allocate":
        people.allocate(manager, person.pk, world["worker"].user)
    elif what == "name":
        people.add_name(manager, person.pk, kind="alias", forenames=more[0])
    elif what == "conflict":
        people.declare_conflict(world["other"], person.pk)
    elif what == "fact":
        name, value = more
        now = getattr(person, name)
        people.change_facts(manager, person.pk, version=person.version, base={name: now}, values={name: value}, known_by="seen")
