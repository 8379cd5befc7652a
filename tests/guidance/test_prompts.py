"""What to find out: appears with the facts, is asked of each child, stays until answered, never holds up a step."""

import uuid

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, Refused
from hearth.people import actions as people
from hearth.people.models import ServiceEpisode
from hearth.services.frontdoor import actions, queries
from hearth.services.frontdoor.models import Recommendation
from hearth.services.frontdoor.models.guidance import PromptAnswer
from hearth.services.frontdoor.queries.guidance import guidance_for, outcomes_for
from tests.support.people import call, recommend_analysed, staff

pytestmark = pytest.mark.django_db


def asked(reader, contact):
    return {(one.prompt.code, one.line.person.forenames if one.line else "") for one in guidance_for(reader, contact).to_find_out}


def test_what_the_call_said_is_not_asked_again(worker, jakub_and_filip):
    """The test call says where each child is; nobody said whether they were seen or what they said."""
    assert asked(worker, jakub_and_filip) == {
        (code, name) for code in ("seen_today", "own_words", "parental_responsibility") for name in ("Filip", "Jakub")
    }
    line = jakub_and_filip.lines.get(person__forenames="Filip")
    actions.record_safety(worker, line.pk, version=1, base={"seen": "not_asked"}, values={"seen": "yes"})
    assert ("seen_today", "Filip") not in asked(worker, jakub_and_filip)
    assert ("seen_today", "Jakub") in asked(worker, jakub_and_filip)


def test_questions_appear_with_the_facts_and_with_a_childs_age(worker, david_summer_sophie, note):
    assert ("drugs_reach_tonight", "") not in asked(worker, david_summer_sophie)
    note(david_summer_sophie, "drugs_smelt_or_used")
    assert ("drugs_reach_tonight", "") in asked(worker, david_summer_sophie)
    filip = actions.receive_contact(worker, call(people.identify(worker, named("Ada", "Novak", 12))))
    note(filip, "drugs_smelt_or_used")
    assert ("drugs_reach_tonight", "") not in asked(worker, filip)


def named(forenames, surname, age):
    from tests.support.people import child

    return child(forenames, surname, age)


def test_answers_are_kept_with_who_when_and_who_said_so_and_the_latest_counts(worker, manager, david_summer_sophie, note):
    note(david_summer_sophie, "adult_alleged_abusive")
    actions.answer_prompts(
        worker, david_summer_sophie.pk, answers=[actions.Answer("partner_lives_there", None, "no")], told_by="the school"
    )
    actions.answer_prompts(
        manager, david_summer_sophie.pk, answers=[actions.Answer("partner_lives_there", None, "yes")], told_by="the mother"
    )
    [one] = [one for one in guidance_for(worker, david_summer_sophie).found_out if one.prompt.code == "partner_lives_there"]
    assert one.answer == "Yes (the mother)"
    assert [(answer.answer, answer.by, answer.at) for answer in one.answers] == [
        ("no", worker.user, worktime.now()),
        ("yes", manager.user, worktime.now()),
    ]


@pytest.mark.parametrize(
    "answer",
    [
        actions.Answer("unheard_of", None, "yes"),
        actions.Answer("partner_lives_there", None, "perhaps"),
        actions.Answer("partner_lives_there", None, "  "),
        actions.Answer("own_words", None, "Nothing"),
    ],
)
def test_what_is_no_answer_is_refused_in_words_and_nothing_is_written(worker, david_summer_sophie, answer):
    with pytest.raises(Invalid):
        actions.answer_prompts(worker, david_summer_sophie.pk, answers=[answer])
    assert not PromptAnswer.objects.exists()


def test_answers_are_refused_to_outsiders_and_written_once(worker, david_summer_sophie):
    given = [actions.Answer("partner_lives_there", None, "yes")]
    with pytest.raises(Refused):
        actions.answer_prompts(staff("Ann Area", "area_social_worker", "bis"), david_summer_sophie.pk, answers=given)
    number = uuid.uuid4()
    actions.answer_prompts(worker, david_summer_sophie.pk, answers=given, request_id=number)
    actions.answer_prompts(worker, david_summer_sophie.pk, answers=given, request_id=number)
    assert PromptAnswer.objects.count() == 1


def test_no_prompt_holds_up_a_protective_step_and_open_ones_go_with_the_child(worker, manager, jakub_and_filip, note):
    note(jakub_and_filip, "injury_by_carer_today", of=["Filip"])
    before = asked(worker, jakub_and_filip)
    actions.record_protective_step(worker, jakub_and_filip.pk, what="School keeps both.", done_by="Head", done_at=worktime.now())
    line = jakub_and_filip.lines.get(person__forenames="Filip")
    recommend_analysed(worker, line.pk, outcome="strategy", reasons="Hit today.", significant_harm="suffering")
    actions.decide(manager, line.pk, version=1, shown={})
    taker = staff("Tim Taker", "team_manager", "bis")
    [waiting] = queries.incoming(taker)
    actions.accept_hand_over(taker, waiting.pk)
    shown = guidance_for(taker, jakub_and_filip)
    assert {code for code, name in before if name == "Filip"} == {
        one.prompt.code for one in shown.to_find_out if one.line and one.line.pk == line.pk
    }


def test_advice_and_whom_to_ask_follow_the_facts(worker, jakub_and_filip, david_summer_sophie, note):
    note(jakub_and_filip, "injury_by_carer_today", of=["Filip"])
    advice = guidance_for(worker, jakub_and_filip).advice
    assert advice[:2] == ["If danger is immediate, call 999.", "Telephone at once; do not wait for the form."]
    note(david_summer_sophie, "poor_home_conditions", "adult_alleged_abusive")
    note(david_summer_sophie, "missed_schooling", of=["David"])
    asked_of = {agency for agency, _ in guidance_for(worker, david_summer_sophie).gathering}
    assert asked_of == {
        "Police",
        "Health",
        "Education",
        "Housing",
    }


@pytest.mark.requirement("SOT-TRN-73")
def test_earlier_contacts_and_early_help_are_listed_and_two_on_home_conditions_show_possible_persistence(
    worker, manager, david_summer_sophie, note, page_text
):
    david = david_summer_sophie.lines.get(person__forenames="David").person
    note(david_summer_sophie, "poor_home_conditions", known_by="seen")
    assert not guidance_for(worker, david_summer_sophie).possible_persistence
    ServiceEpisode.objects.create(
        person=david, service="early_help", opened_on="2025-09-01", closed_on="2026-01-15", reason="Home improved"
    )
    for already, day in enumerate(("2026-05-04T10:00", "2026-05-20T10:00")):
        assert not guidance_for(worker, david_summer_sophie).possible_persistence, f"{already} is not two"
        with worktime.frozen(day):
            earlier = actions.receive_contact(worker, call(david))
            note(earlier, "poor_home_conditions", known_by="seen")
            given = {"outcome": "advice", "reasons": "Improving.", "significant_harm": "neither"}
            recommend_analysed(worker, earlier.lines.get().pk, nothing_gathered="The school is closed.", **given)
            actions.decide(manager, earlier.lines.get().pk, version=1, shown={})
    shown = guidance_for(worker, david_summer_sophie)
    assert [(f"{one.on:%Y-%m-%d}", one.what.split(": ")[-1], one.result) for one in shown.past] == [
        ("2026-05-20", "a new worry about a child, on home conditions", "Advice and guidance given"),
        ("2026-05-04", "a new worry about a child, on home conditions", "Advice and guidance given"),
        ("2025-09-01", "Early help", "ended 15 January 2026: Home improved"),
    ]
    assert shown.possible_persistence
    page = page_text(worker, f"/front-door/contacts/{david_summer_sophie.pk}/")
    assert "Neglect test Possible persistence" in page
    assert "1 September 2025: Early help, ended 15 January 2026: Home improved" in page
    assert "neglect_persistent" in {one.prompt.code for one in shown.to_find_out}


@pytest.mark.requirement("SOT-TRN-67")
def test_neglect_shows_its_test_and_asks_for_persistence_and_impairment_with_earlier_contacts(
    worker, david_summer_sophie, note, page_text
):
    sophie = david_summer_sophie.lines.get(person__forenames="Sophie").person
    with worktime.frozen("2026-05-04T10:00"):
        actions.receive_contact(worker, call(sophie))
    address = f"/front-door/contacts/{david_summer_sophie.pk}/"
    assert "Neglect test" not in page_text(worker, address)
    note(david_summer_sophie, "neglect", of=["Sophie"])
    page = page_text(worker, address)
    assert "persistent failure to meet a child's basic physical or psychological needs, likely to result in" in page
    assert "Persistent failure: since when, how often, and on which dates was it seen?" in page
    assert "Is serious impairment of Sophie's health or development likely, and what shows it?" in page
    assert "4 May 2026: Contact" in page


def test_early_help_alone_asks_why_where_earlier_support_did_not_last(worker, david_summer_sophie, note):
    line = david_summer_sophie.lines.get(person__forenames="David")
    note(david_summer_sophie, "poor_home_conditions", known_by="seen")
    note(david_summer_sophie, "earlier_support", known_by="believed")
    given = {"outcome": "early_help", "reasons": "They want help.", "significant_harm": "neither"}
    with pytest.raises(Invalid) as problem:
        recommend_analysed(worker, line.pk, **given)
    assert "not to have lasted" in problem.value.problems["why_early_help"]
    assert not Recommendation.objects.exists()
    made = recommend_analysed(worker, line.pk, why_early_help="A family worker now lives next door.", **given)
    assert made.why_early_help == "A family worker now lives next door."


def test_outcomes_are_suggested_in_order_with_reasons(worker, david_summer_sophie, jakub_and_filip, note):
    note(david_summer_sophie, "poor_home_conditions", "adult_alleged_abusive")
    suggested = outcomes_for(worker, david_summer_sophie.lines.get(person__forenames="Summer"))
    assert [outcome.code for outcome, _ in suggested.outcomes] == ["assessment", "strategy"]
    note(jakub_and_filip, "injury_by_carer_today", "returns_to_that_carer", of=["Filip"])
    note(jakub_and_filip, "may_be_harmed_too", of=["Jakub"])
    for name in ("Filip", "Jakub"):
        suggested = outcomes_for(worker, jakub_and_filip.lines.get(person__forenames=name))
        assert suggested.outcomes[0][0].code == "strategy"
        assert suggested.brothers_and_sisters == ["Filip Kowalski, about 9", "Jakub Kowalski, about 16"]


@pytest.mark.requirement("SWI-P3-08")
def test_swindons_four_questions_are_asked_of_each_child_and_the_fourth_excludes_the_others(swindon, page_text):
    officer = staff("Sol Worker", "social_worker", "fcp")
    contact = actions.receive_contact(officer, call(named("Ada", "Novak", 6)))
    line = contact.lines.get()
    four = ["safety", "early_help", "troubled_families", "nothing_further"]
    assert [one.prompt.code for one in guidance_for(officer, contact).to_find_out] == four
    screen = page_text(officer, f"/front-door/contacts/{contact.pk}/find-out/")
    assert "Is there concern about Ada's safety?" in screen
    assert "Does Ada's family need early help?" in screen
    assert "May Ada's family meet the Troubled Families criteria?" in screen
    assert "None of these: is it advice given, or no social work now, for Ada?" in screen
    yes = [actions.Answer(code, line.pk, "yes") for code in four]
    actions.answer_prompts(officer, contact.pk, answers=yes[:3])
    assert [outcome.code for outcome, _ in outcomes_for(officer, line).outcomes] == ["referral", "early_help"]
    with pytest.raises(Invalid):
        actions.answer_prompts(officer, contact.pk, answers=yes[3:])
    assert PromptAnswer.objects.count() == 3
    for excluded in ("safety", "early_help"):  # each of them alone
        other = actions.receive_contact(officer, call(named("Zoe", f"{excluded.title().replace('_', '')}field", 6)))
        both = [actions.Answer(code, other.lines.get().pk, "yes") for code in (excluded, "nothing_further")]
        with pytest.raises(Invalid):
            actions.answer_prompts(officer, other.pk, answers=both)
        assert not other.answers.exists()
