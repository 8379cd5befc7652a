"""The analysis of a contact: headings of each authority, what is empty, no decision without it, two people in it."""

import re

import pytest
from django.test import Client

from hearth.foundation import packs, worktime
from hearth.foundation.access.errors import Invalid, NotFound, Refused, Stale
from hearth.foundation.access.models import AccessLog
from hearth.foundation.caseforms.models import Answers, Draft
from hearth.people import actions as people
from hearth.services.frontdoor import actions, analysis
from hearth.services.frontdoor.actions import SectionGiven
from hearth.services.frontdoor.models import Decision
from tests.support.people import analysed, call, child, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs")


@pytest.fixture
def manager():
    return staff("Mara Manager", "manager", "crs")


@pytest.fixture
def contact(worker):
    return actions.receive_contact(worker, call(child("Filip", "Kowalski"), child("Jakub", "Kowalski", 16)))


def client(reader) -> Client:
    made = Client()
    made.force_login(reader.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return made


def text(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def write(reader, contact, line, section, version=0, **values):
    return actions.record_analysis(reader, contact.pk, [SectionGiven(section, values, version, line.pk if line else None)])


def recommend(reader, line, outcome="assessment"):
    return actions.recommend(reader, line.pk, outcome=outcome, reasons="Not safe.", significant_harm="likely")


@pytest.mark.requirement("SOT-CRS-11")
def test_southampton_shows_strengths_worries_relationships_and_which_is_empty(worker, manager, contact):
    filip = contact.lines.first()
    write(worker, contact, filip, "strengths", strengths="His aunt is close to him.")
    write(worker, contact, filip, "worries", worries="He was hit with a belt.")
    shown = text(client(manager).get(f"/front-door/contacts/{contact.pk}/"))
    of_filip = shown[shown.index("What the analysis rests on") :].partition("Jakub Kowalski")[0]
    assert "Strengths His aunt is close to him." in of_filip
    assert "Worries He was hit with a belt." in of_filip
    assert "Relationships around the child Empty" in of_filip
    assert "Strengths Empty" not in of_filip


def swindon_contact():
    packs.set_active("swindon")
    worker, manager = staff("Sal Social", "social_worker", "fcp"), staff("Ade Assistant", "manager", "fcp")
    made = actions.receive_contact(worker, call(child("Filip", "Kowalski"), child("Jakub", "Kowalski", 16)))
    return worker, manager, made


@pytest.mark.requirement("SWI-PUR-05")
def test_no_decision_without_a_risk_analysis_and_one_for_each_child():
    worker, manager, contact = swindon_contact()
    filip, jakub = contact.lines.all()
    with pytest.raises(Invalid) as refused:
        recommend(worker, filip, "referral")
    assert "What we are worried about (Filip Kowalski)" in str(refused.value)
    analysed(worker, contact)
    recommend(worker, filip, "referral")
    Answers.objects.filter(subject_id=filip.pk, section="signs_of_safety").update(data={})
    url = f"/front-door/contacts/{contact.pk}/sign-off/"
    decide = {"line": str(filip.pk), f"{filip.pk}-version": "1", f"{filip.pk}-answer": "approve"}
    page = client(manager).post(url, decide)
    assert "The analysis is not complete. Write first: What we are worried about (Filip Kowalski)" in text(page)
    assert Decision.objects.count() == 0
    analysed(worker, contact)
    client(manager).post(url, decide)
    assert [one.line for one in Decision.objects.all()] == [filip]
    assert not jakub.decisions.exists()
    recommend(worker, jakub, "strategy")
    actions.decide(manager, jakub.pk, version=1, shown={})
    assert {one.line: one.outcome for one in Decision.objects.all()} == {filip: "referral", jakub: "strategy"}


def test_swindon_writes_under_the_signs_of_safety_headings_with_evidence_apart():
    worker, manager, contact = swindon_contact()
    web = client(worker)
    page = text(web.get(f"/front-door/contacts/{contact.pk}/analysis/"))
    for heading in (
        "What we are worried about",
        "What is working well",
        "What needs to happen",
        "Safety scale",
        "Outcome sought for the child",
        "Evidence: facts with their sources",
        "Professional judgement",
    ):
        assert heading in page
    filip = contact.lines.first()
    given = {
        f"{contact.pk}-evidence-lines-0-what": "A red mark on his arm",
        f"{contact.pk}-evidence-lines-0-known_by": "seen",
        f"{contact.pk}-evidence-lines-0-source": "Anna Teacher",
        f"{contact.pk}-evidence-lines-1-what": "It happens weekly",
        f"{contact.pk}-evidence-lines-1-known_by": "believed",
        f"{filip.pk}-judgement-judgement": "He is not safe tonight.",
        f"{filip.pk}-signs_of_safety-safety_scale": "2",
    }
    web.post(f"/front-door/contacts/{contact.pk}/analysis/", given)
    shown = text(client(manager).get(f"/front-door/contacts/{contact.pk}/"))
    assert "A red mark on his arm Seen Source: Anna Teacher It happens weekly Believed" in shown
    assert "He is not safe tonight." in shown
    assert "2 of 10" in shown


@pytest.mark.parametrize("scale", ["11", "-1", "half", "2.5"])
def test_an_impossible_scale_is_refused_in_words_and_nothing_is_lost(scale):
    worker, _, contact = swindon_contact()
    filip = contact.lines.first()
    given = {f"{filip.pk}-signs_of_safety-safety_scale": scale, f"{filip.pk}-signs_of_safety-worries": "typed"}
    page = client(worker).post(f"/front-door/contacts/{contact.pk}/analysis/", given)
    assert page.status_code == 422
    assert "There is a problem" in text(page)
    assert "typed" in page.content.decode()
    assert Answers.objects.count() == 0


def test_two_people_writing_different_fields_both_stand_and_the_same_field_is_a_conflict():
    worker, manager, contact = swindon_contact()
    filip = contact.lines.first()
    url, at = f"/front-door/contacts/{contact.pk}/analysis/", f"{filip.pk}-signs_of_safety"
    client(worker).post(url, {f"{at}-worries": "first", f"{at}-version": "0"})
    client(manager).post(url, {f"{at}-working_well": "aunt", f"{at}-version": "0"})
    row = Answers.objects.get(section="signs_of_safety")
    assert (row.data, row.version) == ({"worries": "first", "working_well": "aunt"}, 2)
    conflict = client(manager).post(url, {f"{at}-worries": "second", f"{at}-needs_to_happen": "see him", f"{at}-version": "0"})
    assert conflict.status_code == 409
    said = text(conflict)
    assert "Ade Assistant has changed this since you opened it." in said
    assert "Filip Kowalski: What we are worried about first" in said
    html = conflict.content.decode()
    assert "second" in html
    assert "aunt" in html
    assert f'name="{at}-version" value="2"' in html
    row.refresh_from_db()
    assert row.version == 2
    client(manager).post(
        url, {f"{at}-worries": "second", f"{at}-working_well": "aunt", f"{at}-needs_to_happen": "see him", f"{at}-version": "2"}
    )
    row.refresh_from_db()
    assert row.data == {"worries": "second", "working_well": "aunt", "needs_to_happen": "see him"}


def test_the_decision_keeps_the_analysis_as_it_was_shown(worker, manager, contact):
    filip = contact.lines.first()
    write(worker, contact, filip, "worries", worries="He was hit with a belt.")
    recommend(worker, filip)
    made = actions.decide(manager, filip.pk, version=1, shown={})
    write(worker, contact, filip, "worries", 1, worries="Changed afterwards.")
    made.refresh_from_db()
    kept = [answer["words"] for one in made.shown["analysis"]["child"] for answer in one["answers"]]
    assert "He was hit with a belt." in kept
    assert "Changed afterwards." not in kept


def test_who_may_not_recommend_is_refused_and_it_is_logged(contact):
    officer = staff("Ola Officer", "information_officer", "crs")
    with pytest.raises(Refused):
        write(officer, contact, contact.lines.first(), "worries", worries="x")
    assert client(officer).get(f"/front-door/contacts/{contact.pk}/analysis/").status_code == 403
    assert AccessLog.objects.filter(what="refusal", user_id=officer.id).count() == 2
    assert Answers.objects.count() == 0


def test_a_restricted_childs_part_and_the_evidence_are_withheld(worker, manager, contact):
    jakub = contact.lines.last()
    write(manager, contact, jakub, "worries", worries="Nobody else may read this.")
    write(manager, contact, None, "evidence", lines=[{"what": "A secret address", "known_by": "told", "source": ""}])
    people.restrict(manager, jakub.person_id, level="restricted", reason="Must stay unknown", owner=manager.user)
    for url in (f"/front-door/contacts/{contact.pk}/", f"/front-door/contacts/{contact.pk}/analysis/"):
        shown = text(client(worker).get(url))
        assert "Nobody else may read this." not in shown
        assert "A secret address" not in shown
        assert "withheld" in shown
    with pytest.raises(NotFound):
        write(worker, contact, jakub, "worries", 1, worries="x")


def test_another_contacts_child_is_refused(worker, contact):
    other = actions.receive_contact(worker, call(child("Ada", "Novak")))
    with pytest.raises(Invalid, match="not on this contact"):
        write(worker, contact, other.lines.get(), "worries", worries="x")


def test_repeating_a_save_writes_one_version_and_a_stale_one_says_so(worker, manager, contact):
    filip = contact.lines.first()
    write(worker, contact, filip, "worries", worries="one")
    write(worker, contact, filip, "worries", 1, worries="one")
    assert Answers.objects.get().version == 1
    write(manager, contact, filip, "worries", 1, worries="two")
    with pytest.raises(Stale) as stale:
        write(worker, contact, filip, "worries", 1, worries="three")
    assert stale.value.theirs == {"Filip Kowalski: Worries": "two"}


def test_history_stands_beside_the_new_information(worker, contact):
    filip = contact.lines.first()
    with worktime.frozen("2026-06-20T10:00"):
        again = actions.receive_contact(worker, call(filip.person))
        [earlier] = analysis.history(worker, again.lines.get())
        page = text(client(worker).get(f"/front-door/contacts/{again.pk}/analysis/"))
    assert earlier.contact == contact
    assert f"History Contact {contact.number} , 1 June 2026: not decided" in page


def test_what_was_typed_and_not_recorded_is_back_on_the_page(worker, contact):
    filip, web = contact.lines.first(), client(worker)
    url = f"/front-door/contacts/{contact.pk}/analysis/"
    draft = "0d5f3c9e-1f3e-4b8e-9d5e-111111111111"
    hidden = {"draft": draft, "draft_page": "analysis", "draft_kind": "contact", "draft_subject": str(contact.pk)}
    web.post(f"/drafts/{draft}/", hidden | {f"{filip.pk}-worries-worries": "half a thought"})
    assert "half a thought" in web.get(url).content.decode()
    assert "half a thought" not in client(staff("Bo Better", "social_worker", "crs")).get(url).content.decode()
    assert web.get(f"/drafts/{draft}/").url == url
    web.post(url, hidden | {f"{filip.pk}-worries-worries": "a whole thought"})
    assert Draft.objects.get().data == {}
    assert analysis.missing(contact, filip) == []


def test_an_old_fact_asks_whether_it_is_still_true(worker, contact):
    filip, web = contact.lines.first(), client(worker)
    person = filip.person
    person.first_language = "Polish"
    person.save()
    with worktime.frozen("2025-09-01T10:00"):
        people.state_fact(worker, person, "first_language", "Polish", known_by="told", told_by="Anna Teacher")
    url, at = f"/front-door/contacts/{contact.pk}/analysis/", f"{filip.pk}-child"
    page = web.get(url)
    assert 'value="Polish"' in page.content.decode()
    assert "Told by Anna Teacher, 9 months ago." in text(page)
    assert "Still true? First language: Polish" in text(page)
    web.post(url, {f"{at}-first_language": "Polish", f"{at}-first_language_still_true": "on"})
    again = text(web.get(url))
    assert "Told by Wren Worker, today." in again
    assert "Still true? First language" not in again
