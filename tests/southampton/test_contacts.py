"""Southampton's contacts from the call to the answer, as its guides and slides word them."""

import re

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.models import AccessLog, Notice
from hearth.foundation.standards import notices
from hearth.foundation.standards.models import Obligation
from hearth.foundation.standards.queries import timescales
from hearth.people.models import Address, Agency, Person, Relationship, Residence
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import conversation, enquiries, saying, screening
from hearth.services.frontdoor.models import Contact, EarlyHelpQuestion, Recommendation, Referral, SaidWords
from tests.flow.support import decided, parent, received
from tests.record.conftest import Pages, at
from tests.support.people import analysed, call, child, recommend_analysed, staff

pytestmark = pytest.mark.django_db


def received_at(worker, moment, grade="", **more):
    with worktime.frozen(moment):
        contact = actions.receive_contact(worker, call(child("Filip", "Kowalski"), **more))
        if grade:
            actions.set_grade(worker, contact.pk, grade=grade, reasons="From what was told.")
    contact.refresh_from_db()
    return contact


def due(contact, standard):
    return Obligation.objects.get(head__subject_id=contact.pk, standard=standard)


def page_html(reader, contact):
    return Pages(reader).client.get(f"/front-door/contacts/{contact.pk}/").content.decode()


@pytest.mark.requirement("SOT-CRS-16")
def test_saving_the_conversation_makes_a_contact_with_its_start_the_call_taker_and_every_child(worker):
    with worktime.frozen("2026-06-01T10:15"):
        form = {
            "draft": "6f1f6f64-3a0a-4b5e-8d4e-000000000001",
            "draft_page": "call",
            "started_at": "2026-06-01 10:15:00",
            "what_told": "Filip said that his dad hit him with a belt.",
            "purpose": "safeguarding",
            "kind": "new_worry",
            "channel": "telephone",
            "referrer_kind": "professional",
            "referrer_source": "2A",
            "children-TOTAL_FORMS": "2",
            "children-INITIAL_FORMS": "0",
            "steps-TOTAL_FORMS": "0",
            "steps-INITIAL_FORMS": "0",
            "adults-TOTAL_FORMS": "0",
            "adults-INITIAL_FORMS": "0",
        }
        for place, (name, age) in enumerate((("Filip", "9"), ("Jakub", "16"))):
            form |= {
                f"children-{place}-kind": "child",
                f"children-{place}-forenames": name,
                f"children-{place}-surname": "Kowalski",
                f"children-{place}-age": age,
                f"children-{place}-safe_now": "yes",
            }
        answer = Pages(worker).post("call/", **form)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    contact = Contact.objects.get()
    assert (contact.started_at, contact.taken_by) == (at("2026-06-01T10:15"), worker.user)
    assert [line.person.name for line in contact.lines.all()] == ["Filip Kowalski", "Jakub Kowalski"]
    page = Pages(worker).contact(contact)
    assert "received 10:15 today" in page
    assert "Filip Kowalski" in page and "Jakub Kowalski" in page


@pytest.mark.requirement("SOT-CRS-18")
def test_refer_to_a_social_work_team_asks_team_and_reasons_and_opens_a_referral_on_its_incoming_list(worker, manager):
    contact = received(worker)
    line = contact.lines.get()
    analysed(worker, contact)
    wanted = {"outcome": "social_work", "significant_harm": "likely"}
    with pytest.raises(Invalid) as missing:
        actions.recommend(worker, line.pk, reasons="", **wanted)
    assert set(missing.value.problems) == {"team", "reasons"}
    actions.recommend(worker, line.pk, reasons="He is not safe.", team="family_safeguarding_east", **wanted)
    assert not Referral.objects.exists()
    with worktime.frozen("2026-06-01T11:30"):
        actions.decide(manager, line.pk, version=1, shown={})
    referral = Referral.objects.get()
    assert (referral.person, referral.team, referral.opened_at) == (
        line.person,
        "family_safeguarding_east",
        at("2026-06-01T11:30"),
    )
    theirs, others = staff("Ea East", "team_manager", "family_safeguarding_east"), staff("We West", "team_manager", "bis")
    assert "Filip Kowalski" in Pages(theirs).get("incoming/")
    assert "Filip Kowalski" not in Pages(others).get("incoming/")


@pytest.mark.requirement("SOT-CRS-22")
def test_no_social_work_now_needs_a_step_that_names_its_agency_or_a_note_that_none_is_needed(worker):
    contact = received(worker)
    line = contact.lines.get()
    analysed(worker, contact)
    wanted = {"outcome": "agency_steps", "reasons": "Help at school.", "significant_harm": "neither"}
    for steps, words in (("", "at least one step"), ("keeps watch", "keeps watch"), ("School: weekly talk\nkeeps watch", "watch")):
        with pytest.raises(Invalid) as missing:
            actions.recommend(worker, line.pk, recommended_steps=steps, **wanted)
        assert words in missing.value.problems["recommended_steps"]
    assert not Recommendation.objects.exists()
    actions.recommend(worker, line.pk, recommended_steps="School: weekly talk\nGP: hearing test", **wanted)
    assert "Steps: School: weekly talk GP: hearing test" in Pages(worker).contact(contact)
    other = received(worker, child("Ada", "Novak"))
    analysed(worker, other)
    assert actions.recommend(worker, other.lines.get().pk, recommended_steps="None is needed", **wanted)


@pytest.mark.requirement("SOT-CRS-05")
def test_a_contact_shows_who_told_us_and_the_month_splits_public_and_each_agency(worker):
    school = Agency.objects.create(name="Tidewell School", kind="education")
    police = Agency.objects.create(name="Hampshire Police", kind="police")
    first = received(worker, child("Ada", "Novak"), referrer_agency=school.pk)
    received(worker, child("Ben", "Zielinski"), referrer_agency=school.pk)
    received(worker, child("Cem", "Yilmaz"), referrer_agency=police.pk)
    public = received(worker, child("Dee", "Okoro"), referrer_kind="public", referrer_name="Nora Next", referrer_source="1B")
    pages = Pages(worker)
    assert "Who told us Anna Teacher, Tidewell School" in pages.contact(first)
    assert "Told us as A professional" in pages.contact(first)
    assert "Told us as A member of the public" in pages.contact(public)
    with worktime.frozen("2026-05-31T10:00"):  # May does not count in June
        received(worker, child("Eva", "Hughes"), referrer_agency=police.pk)
    page = pages.get("counted/")
    assert "June 2026" in page
    assert "Told by Tidewell School 2" in page and "Told by Hampshire Police 1" in page
    assert "Told by the public, a family or a child 1" in page


@pytest.mark.requirement("SOT-CRS-09")
def test_a_contact_closed_as_advice_shows_the_advice_and_who_gave_it_and_is_counted(worker, manager):
    contact = received(worker)
    said = {"kind": "advice", "to_whom": "Anna Teacher", "strategies": "Ring again if he is hungry."}
    conversation.give_advice(worker, contact.pk, what="Talk with his mother about breakfast.", **said)
    decided(worker, manager, contact, "advice")
    actions.tell_referrer(worker, contact.tellings.get(whom="referrer").pk, route="telephone")
    actions.close_contact(worker, contact.pk)
    other = received(worker, child("Ada", "Novak"))
    conversation.give_advice(worker, other.pk, what="Keep her at school.", **(said | {"to_whom": "Her aunt"}))
    decided(worker, manager, other, "assessment")  # advice was given here too, and was not the help given
    page = Pages(worker).contact(contact)
    assert "Talk with his mother about breakfast. To Anna Teacher, by Wren Worker, 10:00 today." in page
    assert "Agreed with the caller: Ring again if he is hungry." in page and "Closed" in page
    assert "Advice or coaching was the help given 1" in Pages(worker).get("counted/")


@pytest.mark.requirement("SOT-TRN-33")
def test_a_contact_made_at_15_00_is_decided_by_15_00_tomorrow_overdue_to_both_and_shorter_when_red(worker, manager):
    contact = received_at(worker, "2026-06-01T15:00")
    assert due(contact, "SOT-DECISION-24H").due_at == at("2026-06-02T15:00")
    decide = "Decide what to do next within 24 hours"
    with worktime.frozen("2026-06-01T15:05"):
        assert f"{decide}: by 15:00 tomorrow" in Pages(worker).get("")
    with worktime.frozen("2026-06-02T15:00"):
        notices.notify()
        assert "LATE" not in Pages(worker).get("")
    with worktime.frozen("2026-06-02T15:01"):
        notices.notify()
        for reader in (worker, manager):
            page = Pages(reader).get("")
            assert "LATE 1 minute Filip Kowalski" in page and f"{decide}: by 15:00 today" in page
            assert Notice.objects.filter(user=reader.user, title=f"Late since 15:00 on Tue 2 June: {decide}").count() == 1
    for grade, by, name in (("red", "21:00", "Ada Novak"), ("flaming_red", "17:00", "Ben Zielinski")):
        with worktime.frozen("2026-06-01T15:00"):
            one = actions.receive_contact(worker, call(child(*name.split())))
            actions.set_grade(worker, one.pk, grade=grade, reasons="As told by the teacher.")
        with worktime.frozen("2026-06-01T15:05"):
            page = Pages(worker).get("")
            shown = page[page.index(name) :][:170]
            assert f"by {by} today" in shown and "15:00 tomorrow" not in shown


@pytest.mark.requirement("SOT-TRN-46")
def test_amber_responds_by_the_same_time_tomorrow_and_opening_leaves_it_running(worker):
    contact = received_at(worker, "2026-06-01T14:10", "amber")
    with worktime.frozen("2026-06-01T14:20"):
        page = Pages(worker).contact(contact)
        assert "by 14:10 tomorrow" in page
    row = due(contact, "SOT-AMBER-24H")
    assert (row.due_at, row.met_at) == (at("2026-06-02T14:10"), None)


@pytest.mark.requirement("SOT-TRN-50")
def test_regrading_keeps_both_with_time_person_and_reason_and_counts_from_receipt(worker, manager):
    contact = received_at(worker, "2026-06-01T10:00")
    with worktime.frozen("2026-06-01T10:20"):
        actions.set_grade(worker, contact.pk, grade="amber", reasons="The home is dirty.")
    with worktime.frozen("2026-06-01T13:00"):
        actions.set_grade(manager, contact.pk, grade="red", reasons="The school saw a mark.")
        page = Pages(worker).contact(contact)
    assert "AMBER, 10:20 today, Wren Worker: The home is dirty." in page
    assert "RED, 13:00 today, Mara Manager: The school saw a mark." in page
    assert "by 16:00 today" in page
    assert due(contact, "SOT-RED-6H").due_at == at("2026-06-01T16:00")


@pytest.mark.requirement("SOT-TRN-48")
def test_green_has_no_mash_clock_and_asks_whether_early_help_is_offered_with_a_reason_either_way(worker):
    contact = received_at(worker, "2026-06-01T10:00", "amber")
    assert due(contact, "SOT-AMBER-24H")
    assert "is early help offered?" not in Pages(worker).contact(contact)
    with pytest.raises(Invalid):
        saying.consider_early_help(worker, contact.pk, offer=True, reason="x")
    actions.set_grade(worker, contact.pk, grade="green", reasons="A misunderstanding.")
    page = Pages(worker).contact(contact)
    assert "Below the threshold for MASH: is early help offered? Not answered yet" in page
    open_rows = Obligation.objects.filter(head__subject_id=contact.pk, met_at=None, ended_at=None, superseded_by=None)
    assert not [one.standard for one in open_rows if one.standard.startswith(("SOT-AMBER", "SOT-RED", "SOT-FLAMING"))]
    assert "within 24 hours: by 10:00 tomorrow" in Pages(worker).get("") and "Amber: respond" not in Pages(worker).get("")
    assert due(contact, "SOT-DECISION-24H").due_at == at("2026-06-02T10:00")
    pages = Pages(worker)
    for offer in ("yes", "no"):
        assert "Give the reason" in pages.refused(contact, "early-help", offer=offer, reason=" ")
    assert not EarlyHelpQuestion.objects.exists()
    pages.save(contact, "early-help", offer="no", reason="The family manages well.")
    assert "No: The family manages well. (Wren Worker, 10:00 today)" in pages.contact(contact)
    pages.save(contact, "early-help", offer="yes", reason="Mother asks for help with sleep.")
    assert "Yes: Mother asks for help with sleep." in pages.contact(contact)


@pytest.mark.requirement("SOT-TRN-64")
@pytest.mark.parametrize("referrer", [{"referrer_kind": "public", "referrer_source": "1B"}, {"referrer_kind": "professional"}])
@pytest.mark.parametrize("purpose", ["safeguarding", "support", "both"])
@pytest.mark.parametrize("channel", ["telephone", "letter", "form"])
def test_nobody_is_turned_away_whoever_tells_whatever_the_worry_and_the_form(worker, referrer, purpose, channel):
    contact = received(worker, purpose=purpose, channel=channel, **referrer)
    assert contact.is_open and contact.lines.count() == 1
    assert Pages(worker).contact(contact)


@pytest.mark.requirement("SOT-MIN-04")
def test_prompts_are_answered_in_any_order_or_skipped_and_nothing_is_late_for_that(worker):
    contact = received(worker)
    line = contact.lines.get()
    actions.note_factors(
        worker, contact.pk, factors=["injury_by_carer_today"], lines=[line.pk], known_by="told", whose_words="Filip", words=""
    )
    before = set(Obligation.objects.values_list("standard", "due_at"))
    # The last prompt on the list alone, all others left out.
    pages = Pages(worker)
    raw = pages.client.get(f"/front-door/contacts/{contact.pk}/find-out/").content.decode()
    names = list(dict.fromkeys(re.findall(r'name="([a-z_0-9]+:[^"]*)"', raw)))
    assert len(names) > 5
    for name in (names[-1], names[0]):
        answer = pages.post(f"contacts/{contact.pk}/find-out/", **{name: "yes", "told_by": "Dana Lead"})
        assert answer.status_code == 302
    assert contact.answers.count() == 2
    assert "Not asked yet" in pages.contact(contact)
    assert set(Obligation.objects.values_list("standard", "due_at")) == before
    with worktime.frozen("2026-06-01T18:00"):
        assert "LATE" not in Pages(worker).get("")


@pytest.mark.requirement("SOT-TRN-98")
def test_each_parent_or_carer_has_a_row_with_relation_responsibility_and_contact_or_not_known(worker):
    contact = received(worker)
    person_id = contact.lines.get().person_id
    mother = parent(person_id, "Marta", telephone="07700 900123")
    Relationship.objects.filter(relative=mother).update(parental_responsibility="yes")
    parent(person_id, "Piotr", "carer")
    page = Pages(worker).contact(contact)
    assert "Marta Kowalska Mother. Parental responsibility: has it. Safe way to ring: 07700 900123." in page
    assert "Piotr Kowalska Carer. Parental responsibility: to confirm. No safe way to ring is known." in page


@pytest.mark.requirement("SOT-TRN-80")
def test_both_brothers_the_father_as_carer_and_the_mother_abroad_and_jakub_has_his_own_part(worker, manager):
    contact = received(worker, child("Filip", "Kowalski", 9), child("Jakub", "Kowalski", 16))
    filip, jakub = contact.lines.all()
    father = Person.objects.create(kind="adult", forenames="Tomasz", surname="Kowalski", search_name="tomasz kowalski")
    mother = Person.objects.create(kind="adult", forenames="Marta", surname="Kowalska", search_name="marta kowalska")
    for line in (filip, jakub):
        for kind in ("father", "carer"):
            Relationship.objects.create(person=line.person, relative=father, kind=kind, parental_responsibility="yes")
        Relationship.objects.create(person=line.person, relative=mother, kind="mother", parental_responsibility="to_confirm")
    abroad = Address.objects.create(lines="12 Ulica Lipowa", town="Gdynia, Poland")
    Residence.objects.create(person=mother, address=abroad)
    page = Pages(worker).contact(contact)
    assert "Filip Kowalski, about 9; Jakub Kowalski, about 16" in page
    assert "Tomasz Kowalski Father, Carer. Parental responsibility: has it." in page
    assert "Marta Kowalska Mother. Parental responsibility: to confirm. Lives at: 12 Ulica Lipowa, Gdynia, Poland" in page
    assert "Empty Nothing written for Jakub Kowalski yet." in page
    # Filip's part alone decides nothing for Jakub, and the contact cannot be closed without his.
    recommend_analysed(worker, filip.pk, outcome="strategy", reasons="Hit.", significant_harm="suffering")
    actions.decide(manager, filip.pk, version=1, shown={})
    with pytest.raises(Invalid, match="decide the outcome for every child"):
        actions.close_contact(worker, contact.pk)
    third = received(worker, child("Jan", "Nowak", 5))
    with pytest.raises(Invalid):
        actions.recommend(worker, third.lines.get().pk, outcome="strategy", reasons="Hit.", significant_harm="suffering")


@pytest.mark.requirement("SOT-TRN-81")
def test_words_are_kept_as_spoken_with_speaker_listener_and_time_apart_from_staffs_views(worker):
    contact = received(worker)
    line = contact.lines.get()
    said = "My dad hit me with a belt this morning and it hurt. I hid some sweets. He has that thing where he gets mad."
    pages, path = Pages(worker), f"children/{line.pk}/words/"
    given = {"words": said, "speaker": "Filip", "heard_by": "the teaching assistant", "heard_at": "09:10"}
    for name in ("words", "speaker", "heard_by"):
        assert pages.post(path, **(given | {name: " "})).status_code == 422
    wrong = pages.post(path, **given, unclear="gets angry")
    assert wrong.status_code == 422 and b"do not stand in what was said" in wrong.content
    assert not SaidWords.objects.exists()
    assert pages.post(path, **given, unclear="that thing where he gets mad").status_code == 302
    page = pages.contact(contact)
    assert f"“{said}” Said by Filip, heard by the teaching assistant, 09:10 today." in page
    assert "“that thing where he gets mad”: meaning unknown, to find out." in page
    analysed(worker, contact)  # what staff make of it stands under Analysis, and the words stay where they are
    raw = pages.client.get(f"/front-door/contacts/{contact.pk}/").content.decode()
    views = raw[raw.index('id="analysis"') : raw.index('id="decision"')]
    assert "He was hit with a belt." in views and "I hid some sweets" not in views
    assert SaidWords.objects.get().words == said
    outsider = staff("Otto Other", "team_manager", "bis")
    with pytest.raises(Refused):
        saying.write_words(outsider, line.pk, **(given | {"heard_at": at("2026-06-01T09:10")}))
    assert AccessLog.objects.filter(what="refusal", user_id=outsider.id).exists()


@pytest.mark.requirement("SOT-TRN-65")
def test_the_level_is_recorded_at_contact_and_again_at_closure_so_that_a_rise_or_fall_shows(worker, manager):
    contact = received(worker)
    line = contact.lines.get()
    actions.set_level(worker, line.pk, level="in_need", reasons="Not fed.")
    with worktime.frozen("2026-06-01T15:00"):
        decided(worker, manager, contact, "advice", level_of_need="early_help")
        actions.tell_referrer(worker, contact.tellings.get(whom="referrer").pk, route="telephone")
        actions.close_contact(worker, contact.pk)
        page = Pages(worker).contact(contact)
    assert "Early help (Pathways Document), 15:00 today by Wren Worker: He is not safe at home.; before that" in page
    assert "before that Child in need (Pathways Document)" in page


@pytest.mark.requirement("SOT-TRN-90")
def test_the_advice_for_the_caller_shows_its_steps_the_form_is_matched_and_the_written_outcome_follows(worker, manager):
    contact = received(worker, referrer_email="lead@school.example", referrer_email_secure=True)
    line = contact.lines.get()
    actions.note_factors(
        worker,
        contact.pk,
        factors=["injury_by_carer_today"],
        lines=[line.pk],
        known_by="told",
        whose_words="Filip",
        words="",
    )
    page = Pages(worker).contact(contact)
    steps = [
        "If danger is immediate, call 999.",
        "Telephone at once; do not wait for the form.",
        "Keep the child safe in school until it is agreed where each child goes.",
        "Write down the child&#39;s exact words, to whom and when. Do not question further.",
        "Do not tell the parent who is said to have done it unless we advise it.",
        "Then send the Request for a Service form; we match it to this contact.",
    ]
    places = [page.index(words) if words in page else page.index(words.replace("&#39;", "'")) for words in steps]
    assert places == sorted(places)
    with worktime.frozen("2026-06-01T12:00"):
        conversation.receive_form(worker, contact.pk, received_at=at("2026-06-01T11:40"), received_by="secure_email")
        assert "Form received 11:40 today, secure e-mail." in Pages(worker).contact(contact)
    decided(worker, manager, contact, "strategy", significant_harm="suffering")
    assert "Referrer not yet told" in Pages(worker).contact(contact)
    telling = actions.tell_referrer(worker, contact.tellings.get(whom="referrer").pk, route="secure_email")
    assert telling.letter and "told by secure e-mail" in Pages(worker).contact(contact)


@pytest.mark.requirement("SOT-TRN-25")
def test_only_a_professionals_call_about_immediate_safety_awaits_the_form_late_after_a_working_day(worker):
    urgent = received(worker)
    assert "Form awaited" not in Pages(worker).contact(urgent)
    screening.raise_immediate(worker, urgent.pk)
    page = Pages(worker).contact(urgent)
    assert "Form awaited since 10:00 today." in page
    row = due(urgent, "SOT-FORM-AFTER-CALL")
    # Monday 1 June: one working day after the call is the end of Tuesday 2 June.
    assert row.due_at.astimezone(worktime.LONDON).date() == at("2026-06-02T12:00").date()
    other = received(worker, child("Ada", "Novak"), purpose="support")
    public = received(worker, child("Ben", "Zielinski"), referrer_kind="public", referrer_source="1B")
    screening.raise_immediate(worker, public.pk)
    for one in (other, public):
        assert "Form awaited" not in Pages(worker).contact(one)
        assert not Obligation.objects.filter(head__subject_id=one.pk, standard="SOT-FORM-AFTER-CALL").exists()
    with worktime.frozen("2026-06-03T09:30"):
        assert "Form awaited" in Pages(worker).contact(urgent)
        assert "The professional&#39;s form follows the call" in page_html(worker, urgent)
        late = [one for one in timescales("contact", urgent.pk) if one.row.standard == "SOT-FORM-AFTER-CALL"]
        assert late[0].state.value == "overdue"
        conversation.receive_form(worker, urgent.pk, received_at=at("2026-06-03T09:20"), received_by="form")
        assert "Form awaited" not in Pages(worker).contact(urgent)


def test_an_enquiry_of_nobody_is_still_refused(worker):
    contact = received(worker)
    with pytest.raises(Invalid):
        enquiries.make_enquiry(worker, contact.pk, whom="family", person_asked="", question="?")
