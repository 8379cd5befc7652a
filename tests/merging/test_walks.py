"""Whatever happens to several records of two people, merges undone give back what there was, and nothing is lost."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import given as whatever
from hypothesis import strategies as st

from hearth.foundation.access.errors import Invalid, NotFound
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline.verifying import verify
from hearth.people import actions as people
from hearth.people.actions import Named
from hearth.people.merging import rows as belonging
from hearth.people.merging import showing, undoing
from hearth.people.models import Merge, Person, PersonName, Relationship, Residence, Statement, Warning
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.models import ContactLine
from tests.merging.support import merge, rows, undo
from tests.support.people import call, child

pytestmark = pytest.mark.django_db
QUICK = settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # what fails is shown as it came: shrinking takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
CHILDREN, MOTHERS = ("kept", "merged", "third"), ("anna", "bea")
KEPT_FOR_GOOD = (Relationship, Residence, PersonName, Warning, ContactLine, Statement)
CHILD, MOTHER = st.sampled_from(CHILDREN), st.sampled_from(MOTHERS)
STEP = st.one_of(
    st.tuples(st.just("relate"), CHILD, MOTHER),
    st.tuples(st.just("siblings"), CHILD, CHILD),
    st.tuples(st.just("live"), st.sampled_from(CHILDREN + MOTHERS), st.sampled_from(["12 Hill Lane", "3 Cedar Road"])),
    st.tuples(st.just("contact"), CHILD, st.none()),
    st.tuples(st.just("name"), CHILD, st.sampled_from(["Bartek", "Ada"])),
    st.tuples(st.just("religion"), CHILD, st.sampled_from(["Sikh", "Hindu", "Muslim"])),
    st.tuples(st.just("conflict"), CHILD, st.none()),
)
PAIR = st.one_of(
    st.permutations(CHILDREN).map(lambda names: ("merge", *names[:2])),
    st.permutations(MOTHERS).map(lambda names: ("merge", *names)),
)
UNDO = st.tuples(st.just("undo"), st.integers(0, 3), st.sampled_from([undoing.NOW, undoing.BEFORE, undoing.OTHER]))


@pytest.fixture
def world(worker, manager, other, kept, merged):
    third = people.identify(worker, child("Felipe", "Quillton", 10))
    mothers = {"anna": ("Anna", "Otherby"), "bea": ("Beata", "Ostrowska")}
    made = {
        key: people.identify(worker, Named(kind="adult", forenames=forenames, surname=surname, age=34))
        for key, (forenames, surname) in mothers.items()
    }
    return {"manager": manager, "other": other, "kept": kept, "merged": merged, "third": third, **made}


def standing(person):
    found = Person.objects.get(pk=person.pk)
    return found.merged_into or found


def do(world, what, one, more):
    """A step of a day's work, on whichever record stands for those named."""
    manager = world["manager"]
    if what == "undo":
        return
    person = standing(world[one])
    second = standing(world[more]) if more in world else None
    if what == "relate":
        people.relate(manager, person, second, "mother", source=f"Said of {one}")
    elif what == "siblings" and person != second:
        people.relate(manager, person, second, "sibling")
    elif what == "live":
        people.live_at(manager, person, more)
    elif what == "contact":
        actions.receive_contact(manager, call(person))
    elif what == "name":
        people.add_name(manager, person.pk, kind="alias", forenames=more)
    elif what == "religion":
        base, values = {"religion": person.religion}, {"religion": more}
        people.change_facts(manager, person.pk, version=person.version, base=base, values=values, known_by="seen")
    elif what == "conflict":
        people.declare_conflict(world["other"], person.pk)
    elif what == "merge" and person != second:
        merge(manager, person, second)


def undo_one(world, at, whose):
    """Undo one of the merges that stand; the later one first where that is said. What came since goes by turns."""
    there = list(Merge.objects.filter(at__isnull=False, undone_at=None).order_by("event"))
    if not there:
        return
    made = there[at % len(there)]
    later = undoing.later(made)
    if later is not None:
        with pytest.raises(Invalid, match="Undo that merge first"):
            undo(world["manager"], made)
        return
    shown = showing.undo_preview(world["manager"], made.pk)
    fields = {one.fact.name: whose for one in shown.changed}
    undo(world["manager"], made, fields=fields, give=[key for key, _ in shown.added][::2])


def undo_all(world, order):
    for at in [*order, *range(10)]:
        undo_one(world, at, undoing.NOW)
    assert not Merge.objects.filter(at__isnull=False, undone_at=None).exists()


def nothing_names_a_merged_record():
    """No row that may change stays behind on a record that is nobody's to read, but what both had once on one contact."""
    for merged in Person.objects.exclude(merged_into=None):
        for reference in belonging.references():
            if reference.label != "frontdoor.ContactLine.person_id":
                assert not reference.rows(merged.pk).exists(), reference.label


@QUICK
@whatever(
    mother=MOTHER,
    steps=st.lists(STEP, max_size=8),
    pairs=st.lists(PAIR, min_size=2, max_size=4),
    order=st.lists(st.integers(0, 3), max_size=4),
)
def test_merges_of_a_whole_family_undone_in_any_order_give_back_exactly_the_rows(
    world, transactional_point, mother, steps, pairs, order
):
    with transactional_point():
        for step in [("relate", "kept", "anna"), ("relate", "merged", mother), *steps]:
            do(world, *step)
        before = rows()
        for pair in pairs:
            do(world, *pair)
            nothing_names_a_merged_record()
        undo_all(world, order)
        assert rows() == before


@QUICK
@whatever(walk=st.lists(st.one_of(STEP, PAIR, UNDO), min_size=4, max_size=14))
def test_whatever_is_recorded_between_merges_and_undos_is_never_lost(world, transactional_point, tmp_path, walk):
    with transactional_point():
        made: dict[type, set] = {model: set() for model in KEPT_FOR_GOOD}
        by_merges: set = set()
        for what, one, more in walk:
            if what == "undo":
                undo_one(world, one, more)
            else:
                do(world, what, one, more)
            by_merges |= {key for each in Merge.objects.all() for _, key in each.guards}
            for model, keys in made.items():
                keys |= {str(key) for key in model.objects.values_list("pk", flat=True)}
            nothing_names_a_merged_record()
        undo_all(world, [])
        for model, keys in made.items():
            assert {str(key) for key in model.objects.values_list("pk", flat=True)} >= keys - by_merges, model
        assert not list(verify(tmp_path))


def test_a_row_set_aside_names_the_mother_who_stands_when_it_comes_back(world, manager):
    kept, merged, anna, bea = (world[name] for name in ("kept", "merged", "anna", "bea"))
    for person in (kept, merged):
        people.relate(manager, person, anna, "mother")
    children = merge(manager, kept, merged)
    mothers = merge(manager, bea, anna)
    undo(manager, children)
    assert set(Relationship.objects.values_list("person_id", "relative_id")) == {(kept.pk, bea.pk), (merged.pk, bea.pk)}
    undo(manager, mothers)
    assert set(Relationship.objects.values_list("person_id", "relative_id")) == {(kept.pk, anna.pk), (merged.pk, anna.pk)}


def test_two_rows_set_aside_that_came_to_say_the_same_both_come_back(world, manager):
    for child_of in ("kept", "merged"):
        for mother in ("anna", "bea"):
            people.relate(manager, world[child_of], world[mother], "mother")
    before = rows()
    children, mothers = merge(manager, world["kept"], world["merged"]), merge(manager, world["anna"], world["bea"])
    undo(manager, children)
    undo(manager, mothers)
    assert rows() == before


def test_a_row_that_was_set_aside_before_is_not_what_came_since(world, manager):
    kept, merged, anna, bea = (world[name] for name in ("kept", "merged", "anna", "bea"))
    for person in (kept, merged):
        people.relate(manager, person, anna, "mother")
    children, mothers = merge(manager, kept, merged), merge(manager, anna, bea)
    undo(manager, children)
    assert showing.undo_preview(manager, mothers.pk).added == []


def test_a_row_set_aside_goes_back_to_the_other_mother_whichever_undo_comes_first(world, manager):
    kept, merged, anna, bea = (world[name] for name in ("kept", "merged", "anna", "bea"))
    people.relate(manager, kept, anna, "mother")
    people.relate(manager, merged, bea, "mother")
    before = rows()
    mothers, children = merge(manager, anna, bea), merge(manager, kept, merged)
    assert Relationship.objects.count() == 1
    undo(manager, mothers)
    undo(manager, children)
    assert rows() == before


def test_who_may_not_see_the_record_learns_nothing_of_its_merges(world, manager):
    made = merge(manager, world["kept"], world["merged"])
    people.declare_conflict(manager, world["kept"].pk)
    for undone_at in (None, made.at):
        Merge.objects.filter(pk=made.pk).update(undone_at=undone_at)
        with pytest.raises(NotFound):
            undo(Reader(manager.user), made)
