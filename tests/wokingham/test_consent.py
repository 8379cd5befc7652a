"""Both parents consent before an agency is asked; only the Duty Assistant Team Manager overrides that, by name and with why."""

import uuid

import pytest

from hearth.foundation import packs, worktime
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.models import AccessLog, Notice
from hearth.people.models import Agency
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import basis
from hearth.services.frontdoor.actions import consent as consent_actions
from hearth.services.frontdoor.models import ConsentOverride, Enquiry
from tests.flow.support import parent
from tests.support.pages import Reading
from tests.support.people import call, child, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact(worker):
    return actions.receive_contact(worker, call(child("Filip", "Kowalski")))


@pytest.fixture
def filip(contact):
    return contact.lines.get().person


@pytest.fixture
def mother(filip):
    return parent(filip.pk, "Anna")


@pytest.fixture
def father(filip):
    return parent(filip.pk, "Jan", "father")


@pytest.fixture
def police():
    return Agency.objects.create(name="Thames Valley Police", kind="police")


@pytest.fixture
def school():
    return Agency.objects.create(name="Hill School", kind="education")


def at(contact) -> str:
    return f"/front-door/contacts/{contact.pk}/"


def says(person, answer="agrees", **more):
    given = {"person": str(person.pk), "answer": answer, "asked_by": "Wren Worker", "asked_at": "09:30", "how": "By telephone"}
    return given | {"in_writing": "no" if answer == "agrees" else ""} | more


def question(agency, **more):
    given = {"whom": "agency", "agency": str(agency.pk), "person_asked": "PC Bond", "question": "What do you hold?"}
    return given | more


LOCKED = "Both parents of each child have not consented."


@pytest.mark.requirement("WOK-MASH-13")
def test_the_enquiry_stays_locked_until_each_parent_has_consented(contact, worker, mother, father, police):
    pages = Reading(worker)
    assert LOCKED in pages.refused(f"{at(contact)}enquiry/", **question(police))
    for missing, words in (("asked_by", "Say who told them"), ("asked_at", "Say when they were told"), ("how", "Say how")):
        assert words in pages.refused(f"{at(contact)}family-view/", **says(mother, **{missing: ""}))
    pages.save(f"{at(contact)}family-view/", **says(mother))
    assert LOCKED in pages.refused(f"{at(contact)}enquiry/", **question(police))
    assert "Locked Agencies are asked once both parents consent, and Jan Kowalska is not recorded as agreeing." in pages.get(
        at(contact)
    )
    assert "Ask to override consent" not in pages.get(at(contact))
    pages.save(f"{at(contact)}family-view/", **says(father, in_writing="yes"))
    shown = pages.get(at(contact))
    assert "Anna Kowalska: told, and agrees, asked by Wren Worker, 09:30 today, By telephone, by word" in shown
    assert "Both parents of every child consent. Agencies may be asked." in shown
    pages.save(f"{at(contact)}enquiry/", **question(police))
    assert Enquiry.objects.get().consent_overridden is False


@pytest.mark.requirement("WOK-MASH-13")
@pytest.mark.parametrize(
    ("answer", "more"),
    [
        ("refused", {}),
        ("unsafe", {"reasons": "He hits her"}),
        ("not_known", {}),
        ("no_pr", {}),
    ],
)
def test_one_refusal_or_a_parent_who_cannot_consent_keeps_it_locked_and_offers_the_override(
    contact, worker, mother, father, police, answer, more
):
    pages = Reading(worker)
    pages.save(f"{at(contact)}family-view/", **says(mother))
    pages.save(f"{at(contact)}family-view/", **says(father, answer, **more))
    assert LOCKED in pages.refused(f"{at(contact)}enquiry/", **question(police))
    assert not Enquiry.objects.exists()
    assert "Ask to override consent" in pages.get(at(contact))


def test_a_child_whose_father_is_not_recorded_keeps_it_locked(contact, worker, mother):
    pages = Reading(worker)
    pages.save(f"{at(contact)}family-view/", **says(mother))
    assert "no father of Filip Kowalski is recorded" in pages.get(at(contact))


@pytest.mark.requirement("WOK-MASH-14")
def test_the_override_shows_only_to_the_duty_assistant_team_manager_and_unlocks_the_enquiry(
    contact, worker, manager, assistant, mother, father, police
):
    Reading(worker).save(f"{at(contact)}family-view/", **says(father, "refused"))
    for role in packs.active().roles:
        reader = staff(f"Rex {role}", role, "duty")
        if not reader.can("frontdoor.view") or reader.capabilities["frontdoor.view"] != "all":
            continue
        shown = Reading(reader).get(at(contact))
        assert ("Override consent" in shown) is (role == "duty_assistant_manager"), role
        if role != "duty_assistant_manager":
            Reading(reader).forbidden(f"{at(contact)}override-consent/", overridden="yes", rationale="x")
    assert not ConsentOverride.objects.exists()
    Reading(worker).save(f"{at(contact)}ask-override/", why="The father refuses and the risk is high")
    assert Notice.objects.filter(
        user=assistant.user, title=f"You are asked to override consent on contact {contact.number}"
    ).exists()
    Reading(assistant).save(f"{at(contact)}override-consent/", overridden="yes", rationale="Risk of harm outweighs his refusal")
    assert "Consent overridden Agencies may be asked." in Reading(worker).get(at(contact))
    Reading(worker).save(f"{at(contact)}enquiry/", **question(police))
    assert "PC Bond, Thames Valley Police, asked by Wren Worker 10:00 today Consent overridden" in Reading(worker).get(at(contact))


@pytest.mark.requirement("WOK-MASH-15")
def test_the_override_needs_its_rationale_which_the_childs_file_and_the_managers_list_show(
    contact, worker, manager, assistant, filip, father
):
    pages = Reading(assistant)
    assert "Write the rationale." in pages.refused(f"{at(contact)}override-consent/", overridden="yes", rationale="  ")
    assert not ConsentOverride.objects.exists()
    with worktime.frozen("2026-06-01T10:40"):
        pages.save(f"{at(contact)}override-consent/", overridden="yes", rationale="Risk of harm outweighs his refusal")
    said = "Asha Assistant, 10:40 on Mon 1 June 2026: Risk of harm outweighs his refusal"
    assert f"Consent to agency checks was overridden by {said}" in Reading(worker).get(f"/people/{filip.pk}/")
    listed = Reading(manager).get("/front-door/overrides/")
    assert "Asha Assistant, 10:40 today" in listed
    assert f"Contact {contact.number} : Risk of harm outweighs his refusal" in listed


@pytest.mark.requirement("WOK-ROL-02")
def test_only_the_duty_assistant_team_manager_holds_the_override_and_each_use_is_listed_by_name(
    contact, manager, assistant, father
):
    assert packs.active().roles_with("frontdoor.override_consent") == ["duty_assistant_manager"]
    assert "Override consent" not in Reading(manager).get(at(contact))
    assert "Override consent" in Reading(assistant).get(at(contact))
    other = staff("Ola Other", "duty_assistant_manager", "duty")
    second = actions.receive_contact(manager, call(child("Bea", "Okoro")))
    Reading(assistant).save(f"{at(contact)}override-consent/", overridden="yes", rationale="First")
    Reading(other).save(f"{at(second)}override-consent/", overridden="yes", rationale="Second")
    listed = Reading(manager).get("/front-door/overrides/")
    assert listed.index("Ola Other") < listed.index("Asha Assistant")
    assert f"Contact {contact.number} : First" in listed
    assert f"Contact {second.number} : Second" in listed


@pytest.mark.requirement("WOK-5REC-17")
def test_consent_holds_who_gave_it_how_for_which_agencies_when_and_any_limit_and_asking_without_it_warns(
    contact, worker, mother, father, police, school
):
    pages = Reading(worker)
    assert "Say whether they agreed in writing or by word." in pages.refused(
        f"{at(contact)}family-view/", **says(mother, in_writing="")
    )
    whole = says(mother, in_writing="yes", agencies=["education"], limits="Attendance only")
    pages.save(f"{at(contact)}family-view/", **whole)
    shown = pages.get(at(contact))
    assert "Anna Kowalska: told, and agrees, asked by Wren Worker, 09:30 today, By telephone, in writing, about education" in shown
    assert "Limit: Attendance only" in shown
    pages.save(f"{at(contact)}family-view/", **says(father))
    warned = pages.refused(f"{at(contact)}enquiry/", **question(police))
    assert LOCKED in warned
    assert "ask for consent to be overridden and give the reason there" in warned
    pages.save(f"{at(contact)}family-view/", **says(mother, "refused", agencies=["police"]))
    assert "Say why agencies should be asked without it." in pages.refused(f"{at(contact)}ask-override/", why="")
    pages.save(f"{at(contact)}ask-override/", why="A knife was seen")
    assert "Wren Worker asked, 10:00 today, to override consent: A knife was seen" in pages.get(at(contact))
    pages.save(f"{at(contact)}enquiry/", **question(school))
    assert Enquiry.objects.get().agency == school


@pytest.mark.requirement("WOK-5REC-18")
def test_consent_withdrawn_for_an_agency_shows_on_the_childs_page_at_once_and_stops_new_requests_to_it(
    contact, worker, assistant, filip, mother, father, police, school
):
    pages = Reading(worker)
    for person in (mother, father):
        pages.save(f"{at(contact)}family-view/", **says(person))
    pages.save(f"{at(contact)}enquiry/", **question(police))
    pages.save(f"{at(contact)}family-view/", **says(mother, "withdrawn", agencies=["police"]))
    assert "Anna Kowalska has withdrawn consent to ask Police, 10:00 on Mon 1 June 2026." in pages.get(f"/people/{filip.pk}/")
    assert LOCKED in pages.refused(f"{at(contact)}enquiry/", **question(police))
    pages.save(f"{at(contact)}enquiry/", **question(school))
    assert Enquiry.objects.filter(agency=police).count() == 1
    pages.save(f"{at(contact)}ask-override/", why="A knife was seen")
    Reading(assistant).save(f"{at(contact)}override-consent/", overridden="yes", rationale="A knife was seen")
    pages.save(f"{at(contact)}enquiry/", **question(police))
    assert Enquiry.objects.filter(agency=police, consent_overridden=True).count() == 1


def test_what_has_been_asked_already_is_recorded_and_flagged_rather_than_hidden(contact, worker, police):
    Reading(worker).save(f"{at(contact)}enquiry/", **question(police, asked_at="09:50"))
    assert contact.flags.filter(words__contains="before there was a basis").exists()


def test_overriding_is_refused_and_logged_and_asked_only_where_something_is_locked(
    contact, worker, manager, assistant, mother, father
):
    with pytest.raises(Refused):
        consent_actions.override_consent(manager, contact.pk, overridden=True, rationale="x")
    assert AccessLog.objects.filter(what="refusal", user_id=manager.id).count() == 1
    for who in (mother, father):
        basis.record_family_view(
            worker,
            contact.pk,
            about=who.name,
            person=who.pk,
            answer="agrees",
            asked_by="Wren",
            asked_at=worktime.now(),
            how="In person",
            in_writing=True,
        )
    with pytest.raises(Invalid):
        consent_actions.ask_override(worker, contact.pk, why="x")


def test_an_override_sent_twice_is_made_once(contact, assistant, father):
    number = uuid.uuid4()
    for _ in range(2):
        consent_actions.override_consent(assistant, contact.pk, overridden=True, rationale="Risk", request_id=number)
    assert ConsentOverride.objects.count() == 1
