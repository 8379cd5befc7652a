"""The call page: everything a call gives in one go, half-typed calls, take-over, nothing typed lost."""

import re
import uuid
from datetime import date

import pytest
from django.test import Client

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, NotFound, Refused
from hearth.foundation.access.models import AccessLog, HeldWork
from hearth.foundation.caseforms import drafts
from hearth.foundation.caseforms.drafts import TakenOver
from hearth.foundation.caseforms.models import Draft, TakeOver
from hearth.people import actions as people
from hearth.people.models import Dismissal, Person, Relationship
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.models import Contact
from tests.support.people import call, child, staff

pytestmark = pytest.mark.django_db
CALL = "/front-door/call/"
RING = "2026-06-01 10:02:00"


@pytest.fixture
def joanna():
    return staff("Joanna Pole", "social_worker", "crs")


@pytest.fixture
def bo():
    return staff("Bo Better", "social_worker", "crs")


def client(reader) -> Client:
    made = Client()
    made.force_login(reader.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return made


def typed(**more):
    given = {
        "draft": str(uuid.uuid4()),
        "draft_page": "call",
        "started_at": "2026-06-01 10:00:00",
        "what_told": "Filip said that his dad hit him with a belt.",
        "purpose": "safeguarding",
        "kind": "new_worry",
        "channel": "telephone",
        "referrer_kind": "professional",
        "referrer_source": "2A",
        "children-TOTAL_FORMS": "1",
        "children-INITIAL_FORMS": "0",
        "children-0-kind": "child",
        "children-0-forenames": "Filip",
        "children-0-surname": "Kowalski",
        "children-0-age": "9",
        "children-0-safe_now": "yes",
        "adults-TOTAL_FORMS": "1",
        "adults-INITIAL_FORMS": "0",
        "steps-TOTAL_FORMS": "1",
        "steps-INITIAL_FORMS": "0",
    }
    return given | more


def text(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_a_call_goes_straight_to_its_urgency_and_counts_from_the_ring(joanna):
    with worktime.frozen("2026-06-01T10:15"):
        answer = client(joanna).post(CALL, typed(started_at=RING))
    contact = Contact.objects.get()
    assert answer.url == f"/front-door/contacts/{contact.pk}/urgency/"
    assert contact.received_at.isoformat() == "2026-06-01T09:02:00+00:00"
    assert Draft.objects.filter(finished_at=None).count() == 0


def test_the_guide_lists_what_was_asked_and_shows_unanswered_questions_as_such(joanna):
    page = client(joanna).get(CALL)
    assert "What is going well for this family?" in text(page)  # the questions of packs/southampton/forms/conversation.yaml
    client(joanna).post(
        CALL,
        typed(**{"guide-questions-prompted": "A red mark this morning.", "guide-questions-wishes_asked": "on"}),
    )
    shown = text(client(joanna).get(f"/front-door/contacts/{Contact.objects.get().pk}/"))
    asked = shown[shown.index("Questions asked") :]
    assert re.search(r"makes you ring today\? A red mark this morning\.", asked)
    assert re.search(r"what do the parents want\? Asked, not answered", asked)
    assert re.search(r"helps the family\? Not asked yet", asked)


@pytest.mark.requirement("SOT-CRS-08")
def test_next_steps_agreed_with_the_caller_have_an_owner_a_date_and_the_callers_answer(joanna):
    steps = {"steps-0-what": "Keep Filip in school", "steps-0-owner": "Anna Teacher", "steps-0-by_when": "2 6 2026"}
    refused = client(joanna).post(CALL, typed(**steps))
    assert refused.status_code == 422
    assert "Say whether the caller agrees with the next steps." in text(refused)
    refused = client(joanna).post(CALL, typed(**steps, caller_agrees="no"))
    assert "Say why the caller does not agree." in text(refused)
    assert Contact.objects.count() == 0
    client(joanna).post(CALL, typed(**steps, caller_agrees="no", reason_when_not="The school closes at four."))
    contact = Contact.objects.get()
    assert contact.next_steps.get().by_when == date(2026, 6, 2)
    shown = text(client(joanna).get(f"/front-door/contacts/{contact.pk}/"))
    assert "Next steps agreed with caller Keep Filip in school: Anna Teacher, by 2 June 2026" in shown
    assert "Caller agrees: no, because The school closes at four." in shown


def test_advice_shows_with_who_gave_it(joanna):
    client(joanna).post(CALL, typed(advice="Ring the mother before she collects him."))
    shown = text(client(joanna).get(f"/front-door/contacts/{Contact.objects.get().pk}/"))
    assert (
        "Advice and information: Ring the mother before she collects him. To whoever told us, by Joanna Pole, 10:00 today." in shown
    )


@pytest.mark.requirement("SOT-CRS-07")
def test_each_child_and_the_family_have_their_own_part_and_a_blank_one_is_pointed_out(joanna):
    web = client(joanna)
    two = {
        "children-TOTAL_FORMS": "2",
        "children-0-child_part": "Filip has a red mark.",
        "children-1-kind": "child",
        "children-1-forenames": "Jakub",
        "children-1-surname": "Kowalski",
        "children-1-age": "16",
        "children-1-safe_now": "not_asked",
        "family_part": "The parents have parted.",
    }
    web.post(CALL, typed(**two))
    contact = Contact.objects.get()
    shown = text(web.get(f"/front-door/contacts/{contact.pk}/"))
    assert "What is happening for the family The parents have parted." in shown
    assert "What is happening for Filip Kowalski Filip has a red mark." in shown
    assert "Nothing written for Jakub Kowalski yet." in shown
    filip, jakub = contact.lines.order_by("position")
    blank = "Nothing has been written yet of what is happening for Jakub Kowalski."
    assert blank in text(web.get(f"/front-door/children/{jakub.pk}/recommend/"))
    assert "Nothing has been written yet" not in text(web.get(f"/front-door/children/{filip.pk}/recommend/"))
    part = {"version": jakub.version, "base": "{}", "child_part": "Jakub is at college.", "child_words": ""}
    web.post(f"/front-door/children/{jakub.pk}/part/", part)
    assert blank not in text(web.get(f"/front-door/children/{jakub.pk}/recommend/"))


def test_adults_named_become_people_related_to_the_children(joanna):
    adult = {
        "adults-0-forenames": "Ewa",
        "adults-0-surname": "Kowalska",
        "adults-0-relation": "mother",
        "adults-0-parental_responsibility": "yes",
        "adults-0-lives_there": "yes",
        "children-0-address": "5 Hill Lane",
        "children-0-postcode": "SO15 5AA",
    }
    client(joanna).post(CALL, typed(**adult))
    mother = Person.objects.get(kind="adult")
    related = Relationship.objects.get(relative=mother)
    assert (related.kind, related.parental_responsibility) == ("mother", "yes")
    assert mother.residences.get().address.lines == "5 Hill Lane"
    shown = text(client(joanna).get(f"/front-door/contacts/{Contact.objects.get().pk}/"))
    assert "Mother: Ewa Kowalska (has parental responsibility); Father: to be asked" in shown


def test_an_adult_without_a_relation_is_asked_for_it_and_nothing_is_lost(joanna):
    answer = client(joanna).post(CALL, typed(**{"adults-0-forenames": "Ewa"}))
    assert answer.status_code == 422
    assert "Select what this adult is to the children" in text(answer)
    assert 'value="Ewa"' in answer.content.decode()
    assert Contact.objects.count() == 0


def test_none_of_these_is_recorded(joanna):
    known = people.identify(joanna, child("Filip", "Kowalski", 9))
    undecided = client(joanna).post(CALL, typed())
    assert "Say whether this is one of the people already known." in text(undecided)
    client(joanna).post(CALL, typed(**{"children-0-person": "none", "children-0-dismissed": f"{known.pk} "}))
    assert Dismissal.objects.get().dismissed == known
    assert Contact.objects.get().lines.get().person != known


def test_a_row_may_be_added_and_removed_and_what_was_typed_stays(joanna):
    web = client(joanna)
    more = web.post(CALL, typed(add="children")).content.decode()
    assert 'name="children-1-forenames"' in more
    assert 'value="Filip"' in more
    two = typed(
        **{"children-TOTAL_FORMS": "2", "children-1-kind": "child", "children-1-forenames": "Jakub", "remove": "children-0"}
    )
    fewer = web.post(CALL, two).content.decode()
    assert 'name="children-1-forenames"' not in fewer
    assert 'value="Jakub"' in fewer
    assert 'value="Filip"' not in fewer


@pytest.mark.parametrize("value", ["children-99", "children-x", "rubbish", "-", "children"])
def test_a_forged_row_button_does_no_harm(joanna, value):
    assert client(joanna).post(CALL, typed(remove=value)).status_code == 200
    assert client(joanna).post(CALL, typed(add=value, **{"children-TOTAL_FORMS": "999999"})).status_code == 200


def test_save_and_finish_later_keeps_it_without_recording(joanna):
    web = client(joanna)
    given = typed(later="yes")
    assert web.post(CALL, given).url == "/front-door/"
    assert Contact.objects.count() == 0
    queue = text(web.get("/front-door/"))
    assert "Calls being taken" in queue
    assert "being typed by you since 10:00" in queue
    again = web.get(f"/front-door/call/{given['draft']}/").content.decode()
    assert "his dad hit him with a belt." in again
    assert "There is a problem" not in again


def save(web, given):
    return web.post(f"/drafts/{given['draft']}/", given)


def test_a_draft_is_saved_and_says_when(joanna):
    given = typed(started_at=RING)
    with worktime.frozen("2026-06-01T14:10"):
        answer = save(client(joanna), given)
    assert answer.json() == {"words": "Saved 14:10"}
    draft = Draft.objects.get()
    assert draft.rang_at.isoformat() == "2026-06-01T09:02:00+00:00"
    assert draft.data["what_told"] == [given["what_told"]]


def test_a_call_is_taken_over_its_clock_runs_from_the_ring_and_the_first_writer_overwrites_nothing(joanna, bo):
    first, second, given = client(joanna), client(bo), typed(started_at=RING)
    with worktime.frozen("2026-06-01T10:05"):
        save(first, given)
        assert "being typed by Joanna Pole since 10:02" in text(second.get("/front-door/"))
        assert second.get(f"/front-door/call/{given['draft']}/").url == "/front-door/"
    with worktime.frozen("2026-06-01T10:14"):
        taken = second.post(f"/front-door/call/{given['draft']}/take-over/")
        assert "dad hit him with a belt." in second.get(taken.url).content.decode()
    row = TakeOver.objects.get()
    assert (row.taken_from, row.taken_by, row.at.isoformat()) == (joanna.user, bo.user, "2026-06-01T09:14:00+00:00")
    late = save(first, given | {"what_told": "overwritten"})
    assert late.status_code == 409
    assert late.json()["words"].startswith("Bo Better took this over at 10:14.")
    assert Draft.objects.get().data["what_told"] == [given["what_told"]]
    refused = first.post(CALL, given)
    assert refused.status_code == 409
    assert "Bo Better took this over at 10:14." in text(refused)
    with worktime.frozen("2026-06-01T10:20"):
        second.post(CALL, given)
    contact = Contact.objects.get()
    assert contact.taken_by == bo.user
    assert contact.received_at.isoformat() == "2026-06-01T09:02:00+00:00"
    assert f"It is contact {contact.number}." in text(first.post(CALL, given))
    assert Contact.objects.count() == 1


def test_a_call_sent_twice_is_one_contact(joanna):
    given = typed(request_id=str(uuid.uuid4()))
    first, again = client(joanna).post(CALL, given), client(joanna).post(CALL, given)
    assert first.url == again.url
    assert Contact.objects.count() == 1


def test_who_takes_no_calls_saves_and_takes_over_none_and_the_refusal_is_logged(joanna):
    receiver = staff("Bea Brief", "team_manager", "bis")
    given = typed()
    save(client(joanna), given)
    with pytest.raises(Refused):
        actions.take_over_call(receiver, uuid.UUID(given["draft"]))
    assert save(client(receiver), typed()).status_code == 403
    assert client(receiver).post(f"/front-door/call/{given['draft']}/take-over/").status_code == 403
    assert AccessLog.objects.filter(what="refusal", user_id=receiver.id).count() == 3
    assert Draft.objects.get().writer == joanna.user


def test_a_guessed_draft_is_not_found_and_not_changed(joanna, bo):
    given = typed()
    save(client(joanna), given)
    assert save(client(bo), given | {"what_told": "mine"}).status_code == 404
    assert client(bo).post(f"/front-door/call/{given['draft']}/give-up/").status_code == 404
    assert client(bo).get(f"/front-door/call/{uuid.uuid4()}/").url == "/front-door/"
    assert Draft.objects.get().data["what_told"] == [given["what_told"]]


def test_a_finished_call_is_not_taken_over(joanna, bo):
    given = typed()
    client(joanna).post(CALL, given | {"later": "yes"})
    client(joanna).post(CALL, given)
    with pytest.raises(Invalid):
        actions.take_over_call(bo, uuid.UUID(given["draft"]))


def test_giving_up_a_call_leaves_no_words_behind(joanna):
    given = typed()
    save(client(joanna), given)
    client(joanna).post(f"/front-door/call/{given['draft']}/give-up/")
    draft = Draft.objects.get()
    assert (draft.data, draft.finished_at is not None, Contact.objects.count()) == ({}, True, 0)


@pytest.mark.parametrize(
    "wrong", [{"draft_page": "nothing"}, {"started_at": "rubbish"}, {"draft_subject": "x"}, {"draft_base": "many"}]
)
def test_a_draft_that_cannot_be_read_is_refused_in_words(joanna, wrong):
    answer = save(client(joanna), typed() | wrong)
    assert answer.status_code == 422
    assert answer.json()["words"]
    assert Draft.objects.count() == 0


def test_a_ring_in_the_future_counts_from_now(joanna):
    drafts.save_draft(joanna, uuid.uuid4(), page="call", data={}, rang_at=worktime.now().replace(year=2030))
    assert Draft.objects.get().rang_at == worktime.now()


def test_the_first_writers_draft_is_somebody_elses_after_a_take_over(joanna, bo):
    number = uuid.uuid4()
    drafts.save_draft(joanna, number, page="call", data={"a": ["1"]})
    actions.take_over_call(bo, number)
    with pytest.raises(TakenOver):
        drafts.save_draft(joanna, number, page="call", data={"a": ["2"]})
    with pytest.raises(NotFound):
        drafts.save_draft(staff("Sam Stranger", "social_worker", "crs"), number, page="call", data={})


def test_an_idle_time_out_loses_nothing_typed(joanna):
    web, given = client(joanna), typed()
    web.get("/front-door/")
    with worktime.frozen("2026-06-01T10:05"):
        save(web, given)
    with worktime.frozen("2026-06-01T11:00"):
        answer = save(web, given | {"what_told": "typed after a long break"})
    assert answer.url.startswith("/accounts/login/")
    assert HeldWork.objects.count() == 1
    back = client(joanna)
    resumed = back.get(f"/drafts/{given['draft']}/")
    assert resumed.url == f"/front-door/call/{given['draft']}/"
    assert "typed after a long break" in back.get(resumed.url).content.decode()


def test_a_whole_call_sent_after_a_time_out_is_back_on_the_page(joanna):
    web, given = client(joanna), typed()
    web.get("/front-door/")
    with worktime.frozen("2026-06-01T11:00"):
        assert web.post(CALL, given).url.startswith("/accounts/login/")
    shown = client(joanna).get(CALL).content.decode()
    assert given["what_told"] in shown
    assert given["draft"] in shown
    assert Contact.objects.count() == 0


def test_a_call_under_swindon_goes_to_the_contact_since_nothing_is_graded(swindon):
    officer = staff("Ola Officer", "advice_officer", "fcp")
    assert client(officer).post(CALL, typed()).url == f"/front-door/contacts/{Contact.objects.get().pk}/"


def test_the_same_person_as_child_and_adult_is_refused(joanna):
    known = people.identify(joanna, child("Filip", "Kowalski", 9))
    given = actions.Call(
        contact=call(known), adults=[actions.NewAdult(who=people.Named(kind="adult", person_id=known.pk), relation="mother")]
    )
    with pytest.raises(Invalid, match="as a child and as an adult"):
        actions.take_call(joanna, given)
    assert Contact.objects.count() == 0


def hughes(**more):
    """The slides' first worked case as it is typed: three children, their mother, and her partner who opened the door."""
    rows = {"children-TOTAL_FORMS": "3", "adults-TOTAL_FORMS": "2", "siblings": "on"}
    settings = {"David": "Itchen Secondary School", "Summer": "Hill Primary", "Sophie": ""}
    for place, (name, age) in enumerate((("David", "13"), ("Summer", "7"), ("Sophie", "3"))):
        one = {
            "kind": "child",
            "forenames": name,
            "surname": "Hughes",
            "age": age,
            "safe_now": "not_asked",
            "school": settings[name],
        }
        rows |= {f"children-{place}-{field}": value for field, value in one.items()}
    rows |= {"children-0-address": "4 Elm Row", "children-0-postcode": "SO15 5AA"}
    mother = {"forenames": "Hana", "surname": "Hughes", "relation": "carer", "lives_there": "yes"}
    partner = {"forenames": "Paul", "surname": "Quill", "relation": "adult_met", "lives_there": "find_out"}
    for place, adult in enumerate((mother, partner)):
        rows |= {f"adults-{place}-{field}": value for field, value in adult.items()}
    return typed(**rows, **more)


@pytest.mark.requirement("SOT-TRN-70")
def test_three_brothers_and_sisters_their_mother_and_an_adult_met_stand_on_one_contact(joanna):
    web = client(joanna)
    web.post(CALL, hughes())
    contact = Contact.objects.get()
    page = text(web.get(f"/front-door/contacts/{contact.pk}/"))
    assert "David Hughes, about 13; Summer Hughes, about 7; Sophie Hughes, about 3" in page
    assert "Hana Hughes Carer. Parental responsibility: to confirm. Lives at: 4 Elm Row, SO15 5AA." in page
    met = "Paul Quill Adult met at the address. Parental responsibility: to confirm."
    assert f"{met} Lives at: 4 Elm Row, SO15 5AA (lives there: to find out)." in page
    known = page.split("What is known", 2)[2]
    settings = {"David": "Itchen Secondary School", "Summer": "Hill Primary", "Sophie": "to find out"}
    for line in contact.lines.all():
        name = line.person.forenames
        assert f"School, nursery or childminder: {settings[name]}." in known.split(f"{name} Hughes", 1)[1][:160]
        part = page.split(f"What is happening for {name} Hughes", 1)[1].split("What is happening for", 1)[0]
        assert "Carer: Hana Hughes" in part
        assert "Father: to be asked" in part
        own = text(web.get(f"/people/{line.person_id}/")).split("Family", 1)[1]
        assert [other for other in settings if f"{other} Hughes" not in own and other != name] == []
        assert "rother or sister" in own


def test_brothers_and_sisters_known_already_are_related_once_and_a_restricted_one_gains_none(joanna):
    manager = staff("Mara Manager", "manager", "crs")
    ada, ben, cem = (people.identify(joanna, child(*name.split())) for name in ("Ada Okafor", "Bartek Zielinski", "Cem Yildirim"))
    people.relate(joanna, ben, ada, "half_sibling")
    people.restrict(manager, cem.pk, level="restricted", reason="Placement", owner=manager.user)
    actions.take_call(joanna, actions.Call(call(ada, ben, cem), siblings=True))
    assert Contact.objects.get().lines.count() == 3
    row = Relationship.objects.get()
    assert (row.person, row.relative, row.kind) == (ben, ada, "half_sibling")
