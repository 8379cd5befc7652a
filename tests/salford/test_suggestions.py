"""What the Bridge's own table suggests for a child, with its reasons, and that it only suggests."""

import pytest

from hearth.foundation.decision_tables import decision_tables, evaluate
from hearth.services.frontdoor import actions
from tests.support.pages import Reading
from tests.support.people import call, child

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("facts", "outcomes"),
    [
        ({"immediate_harm": True, "safety": True}, ["strategy", "assessment"]),
        ({"marks_seen": True}, ["strategy"]),
        ({"complex_need": True, "early_help": True}, ["assessment", "early_help"]),
        ({"disability": True}, ["assessment"]),
        ({"early_help": True}, ["early_help"]),
        ({"early_help": True, "safety": True}, ["assessment"]),
        ({"kind": "private_fostering"}, ["private_fostering"]),
        ({"kind": "new_worry"}, []),
        ({}, []),
    ],
)
def test_which_facts_point_to_which_of_the_bridges_outcomes(facts, outcomes):
    assert evaluate(decision_tables("salford")["suggested_outcomes"], facts).results == outcomes


def test_the_suggestion_stands_beside_the_recommendation_with_its_reason(worker, officer):
    contact = actions.receive_contact(officer, call(child("Ada", "Novak")))
    line = contact.lines.get()
    actions.note_factors(
        worker, contact.pk, factors=["needs_help"], lines=[line.pk], known_by="told", whose_words="Teacher", words=""
    )
    page = Reading(worker).get(f"/front-door/children/{line.pk}/recommend/")
    suggested = page.split("The facts suggest, in this order", 1)[1].split("They are suggestions", 1)[0]
    assert "Early Help Services continue to meet the child's needs" in suggested
    assert "nothing noted concerns safety: Early Help can go on meeting it" in suggested
    assert "section 47" not in suggested
