"""Facts ticked on a contact, and the urgency they suggest."""

import uuid
from datetime import datetime

import pytest

from hearth.foundation.access.errors import Invalid, NotFound, Refused
from hearth.foundation.access.models import AccessLog
from hearth.foundation.standards.models import Obligation
from hearth.foundation.worktime import LONDON
from hearth.people import actions as people
from hearth.services.frontdoor import actions, weighing
from hearth.services.frontdoor.models.guidance import FactorNoted
from hearth.services.frontdoor.queries.guidance import guidance_for, suggestion, visible_lines
from tests.support.people import staff

pytestmark = pytest.mark.django_db


def suggested(reader, contact):
    return suggestion(contact, weighing.known(contact, visible_lines(reader, contact)))


def clocks(contact):
    return set(
        Obligation.objects.filter(head__subject_id=contact.pk, ended_at=None, met_at=None).values_list("standard", flat=True)
    )


def test_a_fact_is_noted_for_each_child_with_how_it_is_known_and_by_whom(worker, david_summer_sophie, note):
    note(david_summer_sophie, "missed_schooling", of=["David"], known_by="seen")
    note(david_summer_sophie, "poor_home_conditions", "neglect", of=["Summer", "Sophie"], known_by="seen", words="dirty and mouldy")
    note(david_summer_sophie, "earlier_support", known_by="believed")
    shown = guidance_for(worker, david_summer_sophie).facts
    assert [(one.whose, one.noted.code, one.noted.get_known_by_display()) for one in shown] == [
        ("David Hughes", "missed_schooling", "Seen"),
        ("The family", "poor_home_conditions", "Seen"),
        ("Summer Hughes", "neglect", "Seen"),
        ("Sophie Hughes", "neglect", "Seen"),
        ("The family", "earlier_support", "Believed, to be checked"),
    ]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"factors": []}, "factors"),
        ({"factors": ["unheard_of"]}, "factors"),
        ({"known_by": "guessed"}, "known_by"),
        ({"whose_words": " "}, "whose_words"),
        ({"lines": []}, "lines"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_written(worker, jakub_and_filip, change, field):
    good = {"factors": ["marks_told"], "lines": [jakub_and_filip.lines.first().pk], "known_by": "told", "whose_words": "Filip"}
    with pytest.raises(Invalid) as problem:
        actions.note_factors(worker, jakub_and_filip.pk, **(good | change))
    assert field in problem.value.problems
    assert not FactorNoted.objects.exists()


def test_refused_and_logged_without_the_capability_or_on_another_contacts_child(worker, jakub_and_filip, david_summer_sophie):
    outsider = staff("Ann Area", "area_social_worker", "bis")
    with pytest.raises(Refused):
        actions.note_factors(outsider, jakub_and_filip.pk, factors=["neglect"], known_by="told", whose_words="x")
    assert AccessLog.objects.filter(what="refusal", user_id=outsider.id).count() == 1
    other = david_summer_sophie.lines.first().pk
    with pytest.raises(Invalid):
        actions.note_factors(worker, jakub_and_filip.pk, factors=["neglect"], lines=[other], known_by="told", whose_words="x")


def test_a_second_submit_and_a_fact_that_stands_already_add_nothing(worker, jakub_and_filip):
    number, given = uuid.uuid4(), {"factors": ["parents_separated"], "known_by": "told", "whose_words": "Filip"}
    actions.note_factors(worker, jakub_and_filip.pk, request_id=number, **given)
    actions.note_factors(worker, jakub_and_filip.pk, request_id=number, **given)
    actions.note_factors(worker, jakub_and_filip.pk, **given)
    assert FactorNoted.objects.count() == 1


def test_taken_back_a_fact_is_kept_with_the_reason_and_no_longer_counts(worker, jakub_and_filip, note):
    note(jakub_and_filip, "marks_seen", of=["Filip"])
    assert suggested(worker, jakub_and_filip).grade.code == "red"
    noted = FactorNoted.objects.get()
    with pytest.raises(Invalid):
        actions.take_back_factor(worker, noted.pk, reason=" ")
    actions.take_back_factor(worker, noted.pk, reason="It was paint")
    assert suggested(worker, jakub_and_filip) is None
    assert FactorNoted.objects.get().taken_back_reason == "It was paint"
    with pytest.raises(Invalid):
        actions.take_back_factor(worker, noted.pk, reason="Again")


def test_a_restricted_childs_facts_and_questions_are_not_shown_and_cannot_be_noted(worker, manager, jakub_and_filip, note):
    note(jakub_and_filip, "hit_or_hurt", of=["Jakub"])
    jakub = jakub_and_filip.lines.get(person__forenames="Jakub")
    people.restrict(manager, jakub.person_id, level="restricted", reason="Stay unknown", owner=manager.user)
    shown = guidance_for(worker, jakub_and_filip)
    assert shown.facts == []
    assert shown.suggestion is None
    assert not [one for one in shown.to_find_out if one.line and one.line.pk == jakub.pk]
    with pytest.raises(NotFound):
        note(jakub_and_filip, "marks_told", of=["Jakub"])


def test_injury_today_and_home_to_that_carer_suggest_flaming_red_with_two_hours_from_the_call(worker, jakub_and_filip, note):
    note(jakub_and_filip, "injury_by_carer_today", of=["Filip"], whose="Filip", words="his dad hit him with a belt this morning")
    assert suggested(worker, jakub_and_filip).grade.code == "red"
    note(jakub_and_filip, "returns_to_that_carer", of=["Filip"])
    found = suggested(worker, jakub_and_filip)
    assert found.grade.code == "flaming_red"
    assert found.respond_by == datetime(2026, 6, 1, 12, 0, tzinfo=LONDON)
    assert found.reasons == ["A carer is said to have injured the child today, and the child goes home to that carer today."]


def test_the_two_facts_count_together_only_for_one_and_the_same_child(worker, jakub_and_filip, note):
    note(jakub_and_filip, "injury_by_carer_today", of=["Filip"])
    note(jakub_and_filip, "returns_to_that_carer", of=["Jakub"])
    assert suggested(worker, jakub_and_filip).grade.code == "red"


def test_davids_home_suggests_amber_and_red_when_they_may_be_suffering_abuse_now(worker, david_summer_sophie, note):
    note(david_summer_sophie, "poor_home_conditions", "drugs_smelt_or_used", "adult_alleged_abusive", known_by="seen")
    found = suggested(worker, david_summer_sophie)
    assert (found.grade.code, len(found.reasons)) == ("amber", 4)
    actions.answer_prompts(worker, david_summer_sophie.pk, answers=[actions.Answer("suffering_now", None, "yes")])
    assert suggested(worker, david_summer_sophie).grade.code == "red"


def test_a_worker_below_the_suggestion_waits_for_a_managers_reason_and_the_suggested_clock_runs(
    worker, manager, david_summer_sophie, note
):
    note(david_summer_sophie, "poor_home_conditions", known_by="seen")
    made = actions.set_grade(worker, david_summer_sophie.pk, grade="green", reasons="The family is known to cope.")
    david_summer_sophie.refresh_from_db()
    assert (made.takes_effect, made.suggested, david_summer_sophie.grade) == (False, "amber", "amber")
    assert "SOT-AMBER-24H" in clocks(david_summer_sophie)
    assert guidance_for(manager, david_summer_sophie).waiting == made
    with pytest.raises(Invalid) as problem:
        actions.confirm_grade(manager, david_summer_sophie.pk)
    assert "reason" in problem.value.problems
    actions.confirm_grade(manager, david_summer_sophie.pk, reason="Seen by me last week; all in order.")
    david_summer_sophie.refresh_from_db()
    assert david_summer_sophie.grade == "green"
    assert david_summer_sophie.gradings.last().confirmed_reason == "Seen by me last week; all in order."


def test_another_worker_may_not_agree_a_grade_below_the_suggestion(worker, david_summer_sophie, note):
    note(david_summer_sophie, "poor_home_conditions")
    actions.set_grade(worker, david_summer_sophie.pk, grade="green", reasons="They cope.")
    with pytest.raises(Refused):
        actions.confirm_grade(staff("Wim Worker", "social_worker", "crs"), david_summer_sophie.pk, reason="I agree")


def test_a_manager_may_grade_lower_with_reasons_and_a_higher_one_waits_for_nobody(manager, officer, jakub_and_filip, note):
    note(jakub_and_filip, "marks_told", of=["Filip"])
    assert actions.set_grade(officer, jakub_and_filip.pk, grade="flaming_red", reasons="Goes home at three.").takes_effect
    assert actions.set_grade(manager, jakub_and_filip.pk, grade="amber", reasons="Aunt has both.").takes_effect


def test_an_explanation_never_lowers_the_suggestion(worker, jakub_and_filip, note):
    note(jakub_and_filip, "injury_by_carer_today", "returns_to_that_carer", of=["Filip"])
    before = suggested(worker, jakub_and_filip)
    note(jakub_and_filip, "belief_given", whose="Filip", words="they have different laws there, so it is ok")
    note(jakub_and_filip, "interpreter_needed", "parent_abroad")
    assert suggested(worker, jakub_and_filip) == before


def test_explanations_and_circumstances_alone_suggest_nothing(worker, jakub_and_filip, note):
    note(jakub_and_filip, "belief_given", "interpreter_needed", "parent_abroad", "parents_separated")
    assert suggested(worker, jakub_and_filip) is None
