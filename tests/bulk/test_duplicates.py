"""Pairs of records that may be of one person: who is found and why, who is not, and what people say of them."""

from datetime import date

import pytest
from django.urls import reverse

from hearth.foundation.access.errors import Invalid, NotFound, Refused
from hearth.foundation.access.models import AccessLog
from hearth.foundation.timeline.models import Event
from hearth.people import actions
from hearth.people.duplicates import finding
from hearth.people.duplicates.judging import judge_duplicate
from hearth.people.duplicates.models import DuplicatePair
from hearth.people.matching import indexing, versions
from hearth.people.models import Dismissal, Person, ServiceEpisode
from tests.support.people import staff

pytestmark = pytest.mark.django_db
BORN = date(2016, 3, 27)


@pytest.fixture(autouse=True)
def own_weights():
    versions.forget()
    yield
    versions.forget()


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


@pytest.fixture
def other():
    return staff("Mo Manager", "manager", "crs")


def person(forenames: str, surname: str, born: date | None = BORN, **more) -> Person:
    return Person.objects.create(kind="child", forenames=forenames, surname=surname, date_of_birth=born, **more)


@pytest.fixture
def two(manager) -> tuple[Person, Person]:
    first, second = person("Filip", "Kowalski", nhs_number="9434765919"), person("Philip", "Kowalsky", telephone="07700 900001")
    for one in (first, second):
        actions.live_at(manager, one, "14 Hill Lane", "SO15 5AA")
    return first, second


@pytest.fixture
def pair(two) -> DuplicatePair:
    return found(*two)


def found(first: Person, second: Person) -> DuplicatePair:
    parts = [{"field": "birth", "level": "exact", "words": "same date of birth", "weight": 13.0}]
    return DuplicatePair.objects.create(
        first=first, second=second, score=25.0, band="probably", parts=parts, found_at="2026-05-01T10:00:00Z"
    )


def pairs() -> set[tuple[str, str]]:
    return {(one.first.name, one.second.name) for one in DuplicatePair.objects.all()}


@pytest.fixture
def town(two):
    """A twin, a namesake, a stranger: nobody's duplicates."""
    person("Karolina", "Kowalska")
    person("Filip", "Kowalski", date(1978, 11, 2))
    person("Amelia", "Brown")
    indexing.count_tokens()
    return two


def test_splink_finds_the_pair_and_our_weights_explain_it(town):
    said = finding.find()
    assert (said.kept, said.new) == (1, 1)
    one = DuplicatePair.objects.get()
    assert (one.first, one.second, one.state) == (*town, one.OPEN)
    words = {part["words"] for part in one.parts}
    assert {"same date of birth", "same address"} <= words
    assert one.score == pytest.approx(sum(part["weight"] for part in one.parts), abs=0.5)
    assert (finding.find().new, DuplicatePair.objects.count()) == (0, 1)


def test_a_pair_that_no_longer_looks_alike_leaves_the_list(town):
    stale = found(*Person.objects.filter(surname__in=["Brown", "Kowalska"]).order_by("number"))
    finding.find()
    assert not DuplicatePair.objects.filter(pk=stale.pk).exists()


def test_who_was_said_not_to_be_the_same_is_never_asked_about_again(town, manager):
    finding.find()
    judge_duplicate(manager, DuplicatePair.objects.get().pk, judgement="not_same")
    assert finding.find().new == 0
    assert DuplicatePair.objects.get().state == DuplicatePair.NOT_SAME


def test_a_match_dismissed_when_the_record_was_made_is_not_asked_about(town, manager):
    Dismissal.objects.create(person=town[1], dismissed=town[0], by=manager.user, at="2026-05-01T10:00:00Z")
    finding.find()
    assert pairs() == set()


def test_a_sealed_record_is_in_no_pair(town, manager):
    actions.restrict(manager, town[0].pk, level="sealed", reason="Adopted", owner=manager.user)
    finding.find()
    assert pairs() == set()


def test_one_person_says_not_the_same_where_no_child_has_an_open_service(manager, pair):
    made = judge_duplicate(manager, pair.pk, judgement="not_same")
    assert (made.state, made.said_by) == (pair.NOT_SAME, manager.user)
    event = Event.objects.get(kind="person.duplicate_judged")
    assert {link.head.subject_id for link in event.links.all()} == {pair.first_id, pair.second_id}
    with pytest.raises(Invalid, match="already said"):
        judge_duplicate(manager, pair.pk, judgement="unsure")


def test_two_people_say_it_of_a_child_with_an_open_service(manager, other, pair):
    ServiceEpisode.objects.create(person=pair.second, service="child_in_need", opened_on=date(2026, 5, 1))
    assert judge_duplicate(manager, pair.pk, judgement="not_same").state == pair.SAID
    with pytest.raises(Invalid, match="Another person"):
        judge_duplicate(manager, pair.pk, judgement="not_same")
    made = judge_duplicate(other, pair.pk, judgement="not_same")
    assert (made.state, made.said_by, made.confirmed_by) == (pair.NOT_SAME, manager.user, other.user)


def test_whoever_is_not_sure_puts_it_back_on_the_list(manager, other, pair):
    ServiceEpisode.objects.create(person=pair.first, service="care", opened_on=date(2026, 5, 1))
    judge_duplicate(manager, pair.pk, judgement="not_same")
    assert judge_duplicate(other, pair.pk, judgement="unsure").state == pair.UNSURE


def test_it_is_refused_without_the_capability_and_for_a_hidden_record(manager, other, pair):
    with pytest.raises(Refused):
        judge_duplicate(staff("Ola Officer", "information_officer", "crs"), pair.pk, judgement="not_same")
    assert AccessLog.objects.filter(what="refusal").count() == 1
    actions.restrict(manager, pair.first_id, level="restricted", reason="Placement", owner=manager.user)
    with pytest.raises(NotFound):
        judge_duplicate(other, pair.pk, judgement="not_same")
    pair.refresh_from_db()
    assert pair.state == pair.OPEN
    with pytest.raises(Invalid, match="Choose"):
        judge_duplicate(manager, pair.pk, judgement="merge")


def test_the_list_shows_both_records_with_score_band_and_reasons(browse, manager, pair):
    page = browse(manager).get(reverse("duplicates")).content.decode()
    for words in (
        "Filip Kowalski",
        "Philip Kowalsky",
        "probably",
        "25.0",
        "same date of birth",
        "14 Hill Lane",
        "Not the same",
        "Not sure",
    ):
        assert words in page
    assert "9434765919" in page
    answer = (
        browse(manager).post(reverse("judge_duplicate", args=[pair.pk]), {"judgement": "not_same"}, follow=True).content.decode()
    )
    assert "Nobody is asked about these two again" in answer
    assert "No two records wait" in answer


def test_of_a_hidden_record_the_list_says_only_whom_to_ask(browse, manager, other, pair):
    actions.restrict(manager, pair.first_id, level="restricted", reason="Placement", owner=manager.user)
    page = browse(other).get(reverse("duplicates")).content.decode()
    assert "Restricted record" in page and "ask Mara Manager" in page
    for words in ("Filip", "9434765919", "same date of birth", "25.0", "Not the same"):
        assert words not in page


def test_a_sealed_record_is_not_on_the_list(browse, manager, other, pair):
    actions.restrict(manager, pair.first_id, level="sealed", reason="Adopted", owner=manager.user)
    page = browse(other).get(reverse("duplicates")).content.decode()
    assert "No two records wait" in page and "Kowalsk" not in page


def test_the_list_is_refused_without_the_capability(browse):
    assert browse(staff("Ola Officer", "information_officer", "crs")).get(reverse("duplicates")).status_code == 403


def test_a_search_uses_the_weights_learnt_here(two):
    from hearth.people.linking.learning import keep
    from hearth.people.matching.weights import shipped
    from hearth.people.search import Terms, candidates

    terms = Terms(forenames="Filip", surname="Kowalski", date_of_birth=BORN)
    before = candidates(terms)[0].score
    shares = {name: dict(levels) for name, levels in shipped().fields.items()}
    shares["birth"]["exact"] = (shares["birth"]["exact"][0] / 4, shares["birth"]["exact"][1])
    made = keep(shares, "a test")
    assert (made.version, made.active) == (2, True)
    assert candidates(terms)[0].score == pytest.approx(before - 2.0, abs=0.11)
    assert keep(shares, "another").version == 3
    assert not type(made).objects.get(version=2).active
