"""An adult's history with another family stays with managers; levels of need keep their document's name."""

import pytest

from hearth.foundation import packs
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.models import AccessLog
from hearth.foundation.letters.models import Letter
from hearth.people.queries import known
from hearth.people.search import Terms
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.models import Telling
from hearth.services.frontdoor.models.guidance import LevelOfNeed, RelevantHistory
from hearth.services.frontdoor.pack import FrontDoor
from hearth.services.frontdoor.queries.guidance import guidance_for
from tests.support.people import call, child, recommend_analysed, staff

pytestmark = pytest.mark.django_db
SECRET = "Convicted 2019 of assault on Tessa Quill, then of 4 Elm Row."


@pytest.fixture
def noted(manager, david_summer_sophie):
    return actions.note_relevant_history(manager, david_summer_sophie.pk, adult="Mother's partner", words=SECRET)


def sign_in(client, reader):
    client.force_login(reader.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def shown(client, reader, contact):
    answer = sign_in(client, reader).get(f"/front-door/contacts/{contact.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_only_managers_read_it_and_others_read_whom_to_ask(client, worker, manager, david_summer_sophie, noted):
    assert guidance_for(worker, david_summer_sophie).history_words == []
    mine = shown(client, worker, david_summer_sophie)
    assert "Relevant history, ask a manager" in mine
    assert "Quill" not in mine
    theirs = shown(client, manager, david_summer_sophie)
    assert "Quill" in theirs


def test_a_worker_may_not_note_it_and_the_refusal_is_logged(worker, david_summer_sophie):
    with pytest.raises(Refused):
        actions.note_relevant_history(worker, david_summer_sophie.pk, adult="Partner", words=SECRET)
    assert AccessLog.objects.filter(what="refusal", user_id=worker.id).exists()
    assert not RelevantHistory.objects.exists()


def test_it_needs_words(manager, david_summer_sophie):
    with pytest.raises(Invalid):
        actions.note_relevant_history(manager, david_summer_sophie.pk, adult="Partner", words=" ")


def test_it_enters_no_letter_no_search_result_and_no_other_childs_page(client, worker, manager, david_summer_sophie, noted):
    for line in david_summer_sophie.lines.all():
        recommend_analysed(worker, line.pk, outcome="assessment", reasons="Neglect.", significant_harm="likely")
        actions.decide(manager, line.pk, version=1, shown={})
    actions.tell_referrer(worker, Telling.objects.get(contact=david_summer_sophie).pk, route="by_hand")
    assert "Quill" not in " ".join(" ".join(letter.paragraphs) for letter in Letter.objects.all())
    assert known(manager, Terms(name="Tessa Quill")) == []
    other = actions.receive_contact(worker, call(child("Ada", "Quill", 6)))
    page = shown(client, manager, other)
    assert "Elm Row" not in page
    found = client.post("/front-door/", {"find": "Tessa"}).content.decode()
    assert "Elm Row" not in found


@pytest.mark.requirement("SOT-TRN-02")
def test_levels_make_a_line_with_who_when_and_why_and_keep_their_documents_name(
    worker, manager, jakub_and_filip, monkeypatch, page_text
):
    line = jakub_and_filip.lines.first()
    door = packs.active().section(FrontDoor)
    old = door.model_copy(update={"threshold_document": door.earlier_threshold_document})
    with monkeypatch.context() as earlier:
        earlier.setitem(packs.active()._sections, FrontDoor, old)
        actions.set_level(worker, line.pk, level="early_help", reasons="Late for school.")
    actions.set_level(manager, line.pk, level="in_need", reasons="Not fed.")
    shown = [(one.title, one.document, one.by, one.reasons) for one in guidance_for(worker, jakub_and_filip).levels]
    assert shown == [
        ("Child in need", "Pathways Document", manager.user, "Not fed."),
        ("Early help", "Continuum of Need", worker.user, "Late for school."),
    ]
    picker = page_text(worker, f"/front-door/children/{line.pk}/level/")
    assert "Level of need, Pathways Document" in picker
    assert all(one.title in picker for one in door.levels)
    assert "Early help (Continuum of Need), 10:00 today by Wren Worker: Late for school." in picker


@pytest.mark.parametrize("change", [{"level": "level_9"}, {"reasons": " "}])
def test_a_level_is_one_of_the_packs_with_reasons(worker, jakub_and_filip, change):
    with pytest.raises(Invalid):
        actions.set_level(worker, jakub_and_filip.lines.first().pk, **({"level": "in_need", "reasons": "Because"} | change))
    assert not LevelOfNeed.objects.exists()


def test_a_level_is_refused_to_outsiders(jakub_and_filip):
    with pytest.raises(Refused):
        actions.set_level(
            staff("Ann Area", "area_social_worker", "bis"), jakub_and_filip.lines.first().pk, level="in_need", reasons="x"
        )


def test_urgency_significant_harm_and_level_of_need_are_separate_facts(worker, manager, jakub_and_filip):
    line = jakub_and_filip.lines.first()
    actions.set_grade(worker, jakub_and_filip.pk, grade="red", reasons="Hit.")
    recommend_analysed(worker, line.pk, outcome="assessment", reasons="Hit.", significant_harm="likely", level_of_need="in_need")
    assert not LevelOfNeed.objects.exists()
    actions.decide(manager, line.pk, version=1, shown={})
    [level] = LevelOfNeed.objects.all()
    assert (level.title, level.document) == ("Child in need", "Pathways Document")
    jakub_and_filip.refresh_from_db()
    assert jakub_and_filip.grade == "red"
