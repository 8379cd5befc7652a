"""Two records of one person made one: what moves, what stands, who may, and what is said where it may not be."""

import pytest

from hearth.foundation.timeline.verifying import verify
from hearth.people import actions as people
from hearth.people import identities
from hearth.people.front_page import person_page
from hearth.people.queries import known
from hearth.people.search import Terms
from hearth.services.frontdoor import actions
from tests.merging.support import merge, rows, undo
from tests.support.people import call

pytestmark = pytest.mark.django_db


def test_everything_linked_follows(worker, manager, kept, merged, anna):
    actions.receive_contact(worker, call(merged))
    people.live_at(worker, merged, "3 Cedar Road", "SO14 6TT")
    people.allocate(manager, merged.pk, worker.user)
    made = merge(manager, kept, merged)
    shown = person_page(manager, kept.pk)
    assert shown.worker == worker.user
    assert [home.words for home in shown.homes] == ["12 Hill Lane, SO15 5AA", "3 Cedar Road, SO14 6TT"]
    assert [(one.who.name, one.responsibility) for one in shown.family] == [("Anna Otherby", "Has parental responsibility")]
    assert shown.person.telephone == "07700 900111"
    assert kept.contact_lines.count() == 1
    assert "Two records of one person were made one" in [one.words for one in shown.happenings]
    assert identities.of(merged.pk) == [kept.pk, merged.pk]
    assert made.by == manager.user


def test_search_finds_the_kept_record_by_the_other_names_and_number(worker, manager, kept, merged):
    merge(manager, kept, merged)
    for terms in (Terms(name="Philip Kovalsky"), Terms(number=str(merged.number)), Terms(number=str(kept.number))):
        assert [one.person_id for one in known(worker, terms)] == [kept.pk], terms
    assert known(worker, Terms(name="Philip Kovalsky"))[0].name == "Filip Kowalski"


def test_undone_both_are_as_they_were(worker, manager, kept, merged, anna, tmp_path):
    people.relate(worker, kept, merged, "sibling")
    actions.receive_contact(worker, call(merged))
    people.restrict(manager, merged.pk, level="restricted", reason="Safety", owner=manager.user)
    before = rows()
    made = merge(manager, kept, merged, choices={"forenames": "merged", "surname": "kept"})
    kept.refresh_from_db()
    assert kept.name == "Philip Kowalski"
    assert rows() != before
    undo(manager, made)
    assert rows() == before
    assert not list(verify(tmp_path))
