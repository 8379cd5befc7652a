"""Forms as data: what a mistake in one says, when a question is asked, versions, facts with source and age."""

import uuid
from datetime import date

import pytest

from hearth.foundation import packs, worktime
from hearth.foundation.caseforms import answering, facts, loading
from hearth.foundation.caseforms.facts import FactValue
from hearth.foundation.caseforms.language import CaseForm
from hearth.foundation.packs import PackError
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.api import Subject
from hearth.people import actions as people
from tests.support.people import child, staff

FORM = """
- id: visit
  version: 1
  title: Visit
  sections:
    - code: home
      title: At home
      fields:
        - {code: partner, label: Partner, kind: yes_no}
        - {code: nights, label: Nights, kind: number, least: 0, most: 7, shown_when: {partner: "yes"}, required_when: always}
"""


@pytest.fixture
def pack_of(tmp_path, monkeypatch):
    """A pack whose forms are the given text."""

    def make(text: str):
        folder = tmp_path / "southampton" / "forms"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "visit.yaml").write_text(text.lstrip())
        monkeypatch.setattr(loading, "PACKS", tmp_path)
        loading.case_forms.cache_clear()
        return loading.case_forms("southampton")

    yield make
    loading.case_forms.cache_clear()


@pytest.mark.parametrize(
    ("wrong", "right", "line", "words"),
    [
        ("kind: tick", "kind: yes_no", 8, "kind"),
        ("label: Partner, sort: x,", "label: Partner,", 8, "sort is not a word of this file"),
        ("kind: choice", "kind: yes_no", 8, "partner needs either choices or a code_list"),
        ("kind: choice, code_list: moods", "kind: yes_no", 8, "no room registers moods"),
        ("kind: text, fact: shoe_size", "kind: yes_no", 8, "no room registers shoe_size"),
        ("shown_when: {lodger: ", "shown_when: {partner: ", 5, "nights depends on lodger"),
        ("{code: nights, label: Partner", "{code: partner, label: Partner", 5, "nights is given twice"),
        ("kind: text, least: 0", "kind: yes_no", 8, "only a number has least and most"),
        ("  titel: Visit", "  title: Visit", 3, "titel is not a word of this file"),
    ],
)
def test_a_mistake_names_file_line_and_mend(pack_of, wrong, right, line, words):
    with pytest.raises(PackError) as error:
        pack_of(FORM.replace(right, wrong, 1))
    assert error.value.file.name == "visit.yaml"
    assert (error.value.line, words in error.value.problem) == (line, True), error.value


def test_the_same_version_twice_is_refused_and_older_versions_stay_readable(pack_of):
    with pytest.raises(PackError, match="give this one the next number"):
        pack_of(FORM + FORM)
    forms = pack_of(FORM + FORM.replace("version: 1", "version: 2").replace("Nights", "How many nights a week"))
    assert [form.version for form in forms.values()] == [1, 2]
    assert loading.case_form("visit").version == 2
    assert loading.case_form("visit", 1).section("home").fields[1].label == "Nights"
    with pytest.raises(PackError, match="there is no form talk"):
        loading.case_form("talk")


def test_a_question_is_asked_and_required_only_under_its_answers(pack_of):
    section = pack_of(FORM)["visit", 1].section("home")
    assert section.missing({}) == []
    assert [field.code for field in section.missing({"partner": "yes"})] == ["nights"]
    assert section.missing({"partner": "yes", "nights": 0}) == []
    assert section.missing({"partner": "no"}) == []


@pytest.mark.parametrize("pack", packs.names())
def test_every_pack_has_its_conversation_and_analysis(pack):
    assert {("conversation", 1), ("analysis", 1)} <= set(loading.case_forms(pack))


@pytest.mark.django_db
class TestFacts:
    @pytest.fixture
    def worker(self):
        return staff("Wren Worker", "social_worker", "crs")

    @pytest.fixture
    def filip(self, worker):
        return people.identify(worker, child("Filip", "Kowalski", 9))

    def read(self, worker, filip):
        return facts.fact("first_language").read(worker, filip.pk)

    def state(self, worker, filip, value, told_by, on):
        filip.first_language = value
        filip.save()
        with worktime.frozen(on):
            people.state_fact(worker, filip, "first_language", value, known_by="told", told_by=told_by)

    def test_a_bound_fact_shows_its_source_and_age(self, worker, filip):
        assert self.read(worker, filip) is None
        self.state(worker, filip, "Polish", "Anna Teacher", "2026-05-11T10:00")
        found = self.read(worker, filip)
        assert (found.value, found.words, found.is_stale) == ("Polish", "told by Anna Teacher, 3 weeks ago", False)

    def test_an_old_fact_is_stale_and_still_true_states_it_again(self, worker, filip):
        self.state(worker, filip, "Polish", "Anna Teacher", "2025-09-01T10:00")
        assert self.read(worker, filip).is_stale
        section = loading.case_form("analysis").section("child")
        with timeline.recording(worker.id):
            answering.state_facts(worker, section, filip.pk, {"first_language": "Polish"}, set())
        assert self.read(worker, filip).is_stale
        with timeline.recording(worker.id):
            answering.state_facts(worker, section, filip.pk, {"first_language": "Polish"}, {"first_language"})
        assert self.read(worker, filip).words == "told by Wren Worker, today"
        assert filip.statements.count() == 2

    def test_a_restricted_persons_facts_are_not_read(self, worker, filip):
        self.state(worker, filip, "Polish", "Anna Teacher", "2026-05-11T10:00")
        manager = staff("Mara Manager", "manager", "crs")
        people.restrict(manager, filip.pk, level="restricted", reason="Must stay unknown", owner=manager.user)
        assert self.read(worker, filip) is None

    def test_the_age_of_a_fact_in_words(self):
        ages = {date(2026, 6, 1): "today", date(2026, 5, 31): "1 day ago", date(2026, 5, 25): "1 week ago"}
        ages |= {date(2026, 3, 3): "3 months ago", date(2024, 5, 1): "2 years ago"}
        assert {day: facts.age_words(day) for day in ages} == ages
        assert FactValue("x").words == "source not noted, date not noted"


def plain_form() -> CaseForm:
    fields = [{"code": code, "label": code.upper(), "kind": "text"} for code in "abc"]
    return CaseForm(id="plain", version=1, title="Plain", sections=[{"code": "one", "title": "One", "fields": fields}])


@pytest.mark.django_db
def test_every_version_of_answers_is_kept_and_a_frozen_copy_does_not_move():
    worker, about = staff("Wren Worker", "social_worker", "crs"), Subject("contact", uuid.uuid4())
    form = plain_form()
    with timeline.recording(worker.id):
        answering.save_section(worker, form, "one", about, version=0, values={"a": "first"})
    frozen = answering.frozen(answering.sections_shown(form, about, each_child=False))
    with timeline.recording(worker.id):
        row = answering.save_section(worker, form, "one", about, version=1, values={"a": "second"})
    assert [answering.data_at(row, version) for version in (0, 1, 2)] == [{}, {"a": "first"}, {"a": "second"}]
    assert frozen[0]["answers"][0] == {"label": "A", "words": "first"}
