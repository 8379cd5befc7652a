"""What Swindon's record must hold and show: matches, consent, enquiries, decisions, advice, letters, the looks of each role."""

import re
from datetime import date

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Invalid, Refused
from hearth.foundation.access.models import AccessLog, Notice
from hearth.foundation.letters.models import Letter
from hearth.people import actions as people
from hearth.people.models import Agency, Person
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.actions import basis, conversation, enquiries, screening
from hearth.services.frontdoor.actions.kinds import set_kind
from hearth.services.frontdoor.models import Advice, Contact, Decision, Enquiry, Recommendation, Referral, ScreeningAnswer
from tests.flow.support import decided, parent, received, recommended, web
from tests.flow.test_signing import post as sign
from tests.record.conftest import Pages, at, words
from tests.record.test_kinds import allocated
from tests.support.people import analysed, call, child, recommend_analysed, staff

pytestmark = pytest.mark.django_db
ROWS = {f"{name}-{field}": "0" for name in ("children", "adults", "steps") for field in ("TOTAL_FORMS", "INITIAL_FORMS")}


def plain(page):
    return page.replace("&#39;", "'").replace("&#34;", '"')


# -- one register ------------------------------------------------------------------------------------------------------


@pytest.mark.requirement("SWI-PUR-01")
def test_one_register_holds_everybodys_contacts_and_a_locality_worker_opens_no_work_past_it(officer, manager):
    told = [("neighbour", "public", "1B"), ("school", "professional", "2A"), ("police", "professional", "6")]
    names = [("Ada", "Novak"), ("Bilal", "Hussain"), ("Cerys", "Pugh")]
    for (_, kind, source), name in zip(told, names, strict=True):
        actions.receive_contact(officer, call(child(*name), referrer_kind=kind, referrer_source=source))
    register = Pages(manager).get("")
    assert all(f"{first} {last}" in register for first, last in names)
    from hearth.config.routes import routes

    locality = staff("Loc Worker", "area_social_worker", "community_social_work")
    opening = {"take_call", "name_child", "allocate_worker", "kind_details", "offer_again", "pass_to"}
    rows = [row for row in routes() if row["name"] in opening]
    assert {row["name"] for row in rows} == opening
    assert not any(locality.can_any(row["capability"]) for row in rows)
    assert Pages(locality).client.get("/front-door/call/").status_code == 403
    assert Pages(locality).post("call/", what_told="x", **ROWS).status_code == 403
    with pytest.raises(Refused):
        actions.receive_contact(locality, call(child("Dele", "Okonkwo")))
    assert Contact.objects.count() == 3
    assert "Take a call" not in words(web(locality).get("/my-work/").content)


@pytest.mark.requirement("SWI-CHA-03")
def test_a_new_call_starts_with_the_time_and_the_officers_name(officer):
    with worktime.frozen("2026-06-01T10:12"):
        page = Pages(officer).get("call/")
        raw = Pages(officer).client.get("/front-door/call/").content.decode()
    assert "Started 10:12 today, taken by Ola Officer." in page
    started = re.search(r'name="started_at" value="([^"]+)"', raw)
    assert started is not None
    given = {"what_told": "A boy is hungry.", "purpose": "support", "referrer_kind": "public", "channel": "telephone"}
    row = {"children-TOTAL_FORMS": "1", "children-0-forenames": "Emil", "children-0-surname": "Wysocki", "children-0-kind": "child"}
    more = {"kind": "new_worry", "referrer_source": "10", "started_at": started[1], "children-0-safe_now": "not_asked"}
    with worktime.frozen("2026-06-01T10:20"):
        answer = Pages(officer).post("call/", **(ROWS | given | row | more))
    assert answer.status_code == 302, words(answer.content)
    made = Contact.objects.get()
    assert (made.started_at, made.taken_by, made.holder) == (at("2026-06-01T10:12"), officer.user, officer.user)


# -- who is this child? ------------------------------------------------------------------------------------------------


@pytest.mark.requirement("SWI-P2-02")
def test_a_new_child_is_made_only_after_the_search_was_run_and_its_matches_refused(officer, phone):
    known = phone.lines.get().person
    known.date_of_birth, known.birth_estimated = date(2017, 3, 4), False
    known.save()
    set_one = {"children-0-forenames": "Ada", "children-0-surname": "Novak", "children-0-date_of_birth": "4 3 2017"}
    found = words(Pages(officer).post("matches/", prefix="children-0", **set_one).content)
    assert "Ada Novak, 9" in found and "1 earlier contact" in found
    assert AccessLog.objects.filter(what="search", user_id=officer.id).exists()
    name = {"child-forenames": "Ada", "child-surname": "Novak", "child-date_of_birth": "4 3 2017", "child-kind": "child"}
    other = actions.receive_contact(officer, call(child("Bilal", "Hussain")))
    name |= {"child-safe_now": "not_asked"}
    path = f"contacts/{other.pk}/name-child/"
    assert Pages(officer).post(path, **name).status_code == 422
    assert Person.objects.filter(surname="Novak").count() == 1
    answer = Pages(officer).post(path, **name, **{"child-person": "none", "child-dismissed": str(known.pk)})
    assert answer.status_code == 302, words(answer.content)
    assert Person.objects.filter(surname="Novak").count() == 2


@pytest.mark.requirement("SWI-P2-31")
def test_an_unknown_child_gets_a_record_with_a_new_number_linked_to_the_contact(officer, phone):
    second = actions.receive_contact(officer, call(child("Bilal", "Hussain")))
    ada, bilal = phone.lines.get().person, second.lines.get().person
    assert ada.number != bilal.number
    page = words(web(officer).get(f"/people/{bilal.pk}/").content)
    assert f"Child, record {bilal.number}" in page
    assert f"/people/{bilal.pk}/" in Pages(officer).client.get(f"/front-door/contacts/{second.pk}/").content.decode()


# -- consent and enquiries ---------------------------------------------------------------------------------------------


@pytest.mark.requirement("SWI-REF-17")
def test_the_consent_line_shows_date_who_obtained_it_and_how(officer, phone):
    pages = Pages(officer)
    said = {"about": "Mrs Novak, mother", "answer": "agrees"}
    refused = pages.refused(phone, "family-view", **said)
    assert "Say who told them and asked." in refused and "Say when they were told." in refused and "Say how" in refused
    for who, how in (("Mrs Novak, mother", "by phone"), ("Mr Novak, father", "in person, spoken"), ("Gran", "in writing")):
        pages.save(phone, "family-view", about=who, answer="agrees", asked_by="Ola Officer", asked_at="09:40", how=how)
        assert f"{who}: told, and agrees, asked by Ola Officer, 09:40 today, {how}" in pages.contact(phone)


@pytest.mark.requirement("SWI-REF-16")
def test_without_consent_or_ground_routine_checks_wait_and_nothing_else_does(officer, duty, manager, phone):
    pages = Pages(officer)
    asks = {"whom": "agency", "person_asked": "Dr Lee", "question": "Any injury?"}
    assert "Record the lawful basis for sharing first." in pages.refused(phone, "enquiry", **asks)
    without = {"basis": "safeguarding", "without_asking": "on"}
    assert "Give the reasons." in pages.refused(phone, "basis", **without, manager=str(manager.id))
    said = plain(pages.refused(phone, "basis", **without, reasons="Asking may bring the belt out again."))
    assert "Name the manager who oversees doing without asking the family." in said
    other = actions.receive_contact(officer, call(child("Bilal", "Hussain")))
    screening.evaluate(manager, other.pk, immediate_concern=False, risk="low", likelihood="neither", reasons="Looked at.")
    decided(duty, manager, other, "no_social_work")
    assert other.lawful_bases.count() == 0 and other.stage == "decided"
    pages.save(phone, "basis", **without, reasons="Asking may bring the belt out again.", manager=str(manager.id))
    page = pages.contact(phone)
    assert "without asking the family; overseen by Ash Manager: Asking may bring the belt out again. (Ola Officer" in page
    pages.save(phone, "enquiry", **asks)
    assert Enquiry.objects.get().whom == "agency"


@pytest.mark.requirement("SWI-SVC-16")
def test_the_referral_shows_consent_and_checks_without_it_ask_for_the_ground(officer, duty, manager, receiver):
    answers = {
        "agrees": {"asked_by": "Dee Duty", "asked_at": at("2026-06-01T09:30"), "how": "by phone"},
        "refused": {"asked_by": "Dee Duty", "asked_at": at("2026-06-01T09:30"), "how": "by phone", "reasons": "She fears her ex."},
        "not_asked": {"reasons": "The line was bad."},
        "unsafe": {"reasons": "He reads her telephone."},
    }
    shown = {
        "agrees": "Mrs N: told, and agrees, asked by Dee Duty, 09:30 today, by phone",
        "refused": "Mrs N: told, and has not agreed, asked by Dee Duty, 09:30 today, by phone. She fears her ex.",
        "not_asked": "Mrs N: not asked yet. The line was bad.",
        "unsafe": "Mrs N: not safe to ask. He reads her telephone.",
    }
    names = [("Ada", "Novak"), ("Bilal", "Hussain"), ("Cerys", "Pugh"), ("Dele", "Okonkwo")]
    for name, (answer, more) in zip(names, answers.items(), strict=True):
        contact = received(duty, child(*name))
        basis.record_family_view(duty, contact.pk, about="Mrs N", answer=answer, **more)
        if answer != "agrees":
            with pytest.raises(Invalid, match="basis"):
                enquiries.make_enquiry(duty, contact.pk, whom="agency", person_asked="Dr Lee", question="?")
        decided(duty, manager, contact, "referral")
        referral = Referral.objects.get(line__contact=contact)
        assert shown[answer] in Pages(receiver).get(f"referrals/{referral.pk}/")
    unasked = decided(duty, manager, received(duty, child("Emil", "Wysocki")), "referral")
    page = Pages(receiver).get(f"referrals/{Referral.objects.get(line__contact=unasked).pk}/")
    assert "Consent was not sought" in page


@pytest.mark.requirement("SWI-REF-31", "SWI-AIO-16")
def test_each_agency_asked_shows_when_whom_and_what_it_answered(officer, phone):
    basis.record_basis(officer, phone.pk, basis="safeguarding", reasons="Hit today.")
    agencies = [("Wiltshire Police", "police"), ("Lawn Primary", "education"), ("GP surgery", "health"), ("Refuge", "voluntary")]
    pages = Pages(officer)
    for name, kind in agencies:
        agency = Agency.objects.create(name=name, kind=kind)
        said = {"whom": "agency", "person_asked": f"Desk of {name}", "agency": str(agency.pk), "question": "What do you know?"}
        pages.save(phone, "enquiry", **said)
    page = pages.contact(phone)
    assert page.count("Not yet answered.") == 4
    asked = Enquiry.objects.get(agency__name="Lawn Primary")
    with worktime.frozen("2026-06-01T11:10"):
        answer = pages.post(f"contacts/{phone.pk}/enquiries/{asked.pk}/answer/", answer="Attends 61%.", answered_at="11:05")
        assert answer.status_code == 302
        page = pages.contact(phone)
    assert "Desk of Lawn Primary, Lawn Primary, asked by Ola Officer 10:00 today" in page
    assert "Answered 11:05 today : Attends 61%." in page.replace("today:", "today :")
    assert page.count("Not yet answered.") == 3


# -- screening's questions ---------------------------------------------------------------------------------------------


@pytest.mark.requirement("SWI-P1-06")
@pytest.mark.parametrize("answer", ["yes", "possibly"])
def test_a_worry_or_a_possible_worry_is_accepted_and_opens_screening(officer, phone, answer):
    pages = Pages(officer)
    assert "Accepted as a contact" not in pages.contact(phone)
    pages.save(phone, "criteria", answer=answer)
    page = pages.contact(phone)
    assert "Accepted as a contact Screening is open" in page
    assert "Record a search of a system" in page and "Is only advice needed?" in page
    phone.refresh_from_db()
    assert phone.stage == "screening"


@pytest.mark.parametrize(("asked_of", "who"), [("manager", "manager"), ("social_worker", "duty")])
@pytest.mark.requirement("SWI-P1-07")
def test_unsure_about_the_criteria_asks_and_the_contact_moves_on_once_it_is_answered(officer, phone, request, asked_of, who):
    asked, pages = request.getfixturevalue(who), Pages(officer)
    for system in ("social_care", "early_help", "education"):
        enquiries.record_check(officer, phone.pk, system=system, searched="Ada Novak", found="Nothing")
    pages.save(phone, "criteria", answer="unsure", asked_of=asked_of)
    question = ScreeningAnswer.objects.get()
    assert Notice.objects.filter(user=asked.user, key=f"question:{question.pk}:{phone.pk}").count() == 1
    done = {"heading": "Is it a worry?", "action_taken": "Asked"}
    assert "wait for the answer" in pages.refused(phone, "screened", **done).lower()
    with worktime.frozen("2026-06-01T10:15"):
        path = f"contacts/{phone.pk}/questions/{question.pk}/reply/"
        assert Pages(asked).post(path, reply="yes", reply_words="It is about her home.").status_code == 302
        assert f"{asked.user.name} answered yes, 10:15 today: It is about her home." in pages.contact(phone)
        pages.save(phone, "screened", **done)
    phone.refresh_from_db()
    assert phone.stage == "with_worker"


@pytest.mark.requirement("SWI-P2-25")
def test_unsure_whether_advice_is_enough_sends_a_question_and_keeps_the_answer(officer, manager, phone):
    pages = Pages(officer)
    assert "Choose whom to ask" in pages.refused(phone, "advice-only", answer="unsure")
    pages.save(phone, "advice-only", answer="unsure", asked_of="manager")
    question = ScreeningAnswer.objects.get(about="advice_only")
    assert Notice.objects.filter(user=manager.user, key__startswith="question:").count() == 1
    with pytest.raises(Refused):
        screening.reply_to_screening(officer, phone.pk, question.pk, reply="yes", reply_words="Yes.")
    with worktime.frozen("2026-06-01T10:20"):
        Pages(manager).post(f"contacts/{phone.pk}/questions/{question.pk}/reply/", reply="no", reply_words="See her first.")
        page = pages.contact(phone)
    assert "Ash Manager answered no, 10:20 today: See her first." in page
    question.refresh_from_db()
    assert (question.replied_by, question.replied_at) == (manager.user, at("2026-06-01T10:20"))


@pytest.mark.requirement("SWI-P2-24")
def test_advice_only_yes_leads_to_advice_and_closing_and_no_to_consent(officer, phone):
    pages = Pages(officer)
    assert "Is only advice or information needed?" in pages.get(f"contacts/{phone.pk}/advice-only/")
    answer = pages.post(f"contacts/{phone.pk}/advice-only/", answer="no")
    assert answer.url == f"/front-door/contacts/{phone.pk}/family-view/"
    answer = pages.post(f"contacts/{phone.pk}/advice-only/", answer="yes")
    assert answer.url == f"/front-door/contacts/{phone.pk}/give-advice/"
    advice = {"kind": "advice", "what": "Ask the school nurse.", "to_whom": "Mrs Novak"}
    answer = pages.post(f"contacts/{phone.pk}/give-advice/", **advice)
    assert answer.url == f"/front-door/contacts/{phone.pk}/advice-only-end/"


@pytest.mark.requirement("SWI-P2-26", "SWI-P2-27")
def test_advice_shows_to_whom_with_personal_information_and_ground_and_its_strategies_print(officer, phone):
    pages = Pages(officer)
    given = {"kind": "advice", "what": "Keep a diary of bedtimes.", "to_whom": "Mrs Novak", "strategies": "Same hour each night."}
    pages.save(phone, "give-advice", **given, ground="That he is known to the GP: she agreed")
    page = pages.contact(phone)
    assert "Keep a diary of bedtimes. To Mrs Novak, by Ola Officer" in page
    assert "Personal information in it, and its ground: That he is known to the GP: she agreed" in page
    assert "Agreed with the caller: Same hour each night." in page
    sheet = pages.get(f"contacts/{phone.pk}/advice-given/{Advice.objects.get().pk}/")
    assert "For Mrs Novak" in sheet and "What we agreed you would try Same hour each night." in sheet
    assert "GP" not in sheet and "hit him" not in sheet


# -- analysis, decision, sign-off --------------------------------------------------------------------------------------


@pytest.mark.requirement("SWI-PUR-04")
def test_the_analysis_has_signs_of_safety_headings_and_the_outcome_and_so_has_the_printed_record(duty, phone):
    headings = ["Signs of Safety", "What we are worried about", "What is working well", "What needs to happen", "Safety scale"]
    form = Pages(duty).get(f"contacts/{phone.pk}/analysis/")
    for heading in (*headings, "Outcome sought for the child"):
        assert heading in form
    analysed(duty, phone)
    raw = Pages(duty).client.get(f"/front-door/contacts/{phone.pk}/").content.decode()
    section = raw[raw.index('<section id="analysis">') :].split("</section>", 1)[0]
    places = [section.index(heading) for heading in (*headings, "Outcome sought for the child")]
    assert places == sorted(places)
    # Of the page only the furniture that cannot be used on paper is left out when it prints.
    hidden = {"hearth-within", "hearth-more", "hearth-actions", "hearth-filter"}
    assert not hidden & set(re.findall(r'class="([^"]+)"', section))


@pytest.mark.requirement("SWI-P3-11")
def test_a_decision_without_reasons_is_refused(duty, manager, phone):
    analysed(duty, phone)
    line = phone.lines.get()
    answer = Pages(duty).post(f"children/{line.pk}/recommend/", outcome="referral", significant_harm="neither", reasons="")
    assert answer.status_code == 422 and Recommendation.objects.count() == 0
    recommended(duty, phone, "referral")
    assert sign(manager, phone, line, "otherwise", outcome="no_social_work").status_code == 422
    assert Decision.objects.count() == 0


@pytest.mark.requirement("SWI-P3-10", "SWI-REF-36")
def test_decision_and_reason_stand_together_with_author_and_time_and_do_so_a_year_later(duty, manager, receiver):
    contact = received(duty, child("Ada", "Novak"))
    with worktime.frozen("2026-06-01T14:20"):
        decided(duty, manager, contact, "referral", reasons="Hit with a belt; nobody at home stops it.")
    shown = "Final Decided: Referral to social care by Ash Manager, Assistant Team Manager, 14:20 today"
    with worktime.frozen("2026-06-01T15:00"):
        page = Pages(duty).contact(contact)
    assert shown in page and "Hit with a belt; nobody at home stops it." in page
    referral = Referral.objects.get()

    def text(moment):
        with worktime.frozen(moment):
            page = Pages(receiver).get(f"referrals/{referral.pk}/")
        return page.split("Why it comes to you", 1)[1].split("Recommended by", 1)[0]

    now, later = text("2026-06-02T14:20"), text("2027-06-02T14:20")
    assert "Decided Referral to social care By Ash Manager, 14:20" in now
    assert "Reasons for the choice Hit with a belt; nobody at home stops it." in now
    assert re.sub(r"14:20 \w+( Mon 1 June( 2026)?)?", "", now) == re.sub(r"14:20 \w+( Mon 1 June( 2026)?)?", "", later)
    assert "14:20 on Mon 1 June 2026" in later or "14:20 on Mon 1 June" in later


@pytest.mark.requirement("SWI-P3-19")
def test_no_social_work_now_waits_for_sign_off_and_has_a_feedback_line(duty, manager, phone):
    recommended(duty, phone, "no_social_work")
    assert "Awaiting verification" in Pages(duty).contact(phone)
    assert "Ada Novak" in Pages(manager).get("sign-off/")
    assert sign(manager, phone, phone.lines.get(), "approve").status_code == 302
    page = Pages(duty).contact(phone)
    assert "Decided: No social work now by Ash Manager" in page
    told = page.split("Told Who told us", 1)[1].split("Timeline", 1)[0]
    assert "not yet told" in told
    with pytest.raises(Invalid, match="the referrer is not yet told"):
        actions.close_contact(duty, phone.pk)


@pytest.mark.requirement("SWI-ATM-05")
def test_the_sign_off_page_shows_question_reply_and_times(duty, manager, phone):
    recommended(duty, phone, "no_social_work")
    line = phone.lines.get()
    with worktime.frozen("2026-06-01T11:00"):
        sign(manager, phone, line, "return", words="What does his mother say?")
    with worktime.frozen("2026-06-01T11:40"):
        given = {"outcome": "referral", "reasons": "It happened before.", "significant_harm": "likely"}
        recommend_analysed(duty, line.pk, **given, answer_to_return="She saw it too.")
        page = Pages(manager).get(f"contacts/{phone.pk}/sign-off/")
    assert "Returned by Ash Manager, 11:00 today: What does his mother say?" in page
    assert "Answer to the return: She saw it too." in page
    assert "Dee Duty, 11:40 today, version 2" in page


@pytest.mark.requirement("SWI-STD-09")
def test_only_the_manager_finalises(officer, duty, manager, phone):
    recommended(duty, phone, "referral")
    assert "Awaiting verification" in Pages(duty).contact(phone)
    line = phone.lines.get()
    for reader in (officer, duty):
        assert web(reader).get(f"/front-door/contacts/{phone.pk}/sign-off/").status_code == 403
        assert sign(reader, phone, line, "approve").status_code == 403
        assert "Sign off" not in Pages(reader).contact(phone)
        with pytest.raises(Refused):
            actions.decide(reader, line.pk, version=1, shown={})
    assert "Approve" in Pages(manager).get(f"contacts/{phone.pk}/sign-off/")
    assert sign(manager, phone, line, "approve").status_code == 302


@pytest.mark.requirement("SWI-SST-02")
def test_an_officer_reads_the_decision_and_a_social_worker_fills_it_in(officer, duty, manager, phone):
    line = phone.lines.get()
    path = f"/front-door/children/{line.pk}/recommend/"
    assert "Recommend an outcome" not in Pages(officer).contact(phone)
    assert web(officer).get(path).status_code == 403
    given = {"outcome": "referral", "reasons": "Hit today.", "significant_harm": "likely"}
    assert web(officer).post(path, given).status_code == 403
    assert "Recommend an outcome for Ada Novak" in Pages(duty).contact(phone)
    analysed(duty, phone)
    assert web(duty).post(path, given).status_code == 302
    page = Pages(officer).contact(phone)
    assert "Referral to social care, recommended by Dee Duty" in page and "Hit today." in page
    with pytest.raises(Refused):
        actions.recommend(officer, line.pk, **given)


@pytest.mark.requirement("SWI-ATM-07")
@pytest.mark.parametrize("who", ["duty", "manager"])
def test_the_decision_shows_sources_used_and_direct_contacts_whoever_made_it(officer, request, who, receiver):
    recommends = request.getfixturevalue(who)
    signs = staff("Sig Second", "manager", "fcp")
    contact = received(officer, child("Ada", "Novak"))
    enquiries.record_check(recommends, contact.pk, system="social_care", searched="Novak", found="Closed in 2024")
    asked = [("family", "Mrs Novak", "She saw it."), ("professional", "Head of school", "Bruises twice.")]
    for whom, person, said in asked:
        made = enquiries.make_enquiry(recommends, contact.pk, whom=whom, person_asked=person, question="What did you see?")
        enquiries.answer_enquiry(recommends, contact.pk, made.pk, answer=said, answered_at=worktime.now())
    recommended(recommends, contact, "referral")
    before = plain(Pages(signs).get(f"contacts/{contact.pk}/sign-off/"))
    sign(signs, contact, contact.lines.get(), "approve")
    after = plain(Pages(receiver).get(f"referrals/{Referral.objects.get().pk}/"))
    for page in (before, after):
        assert "Children's social care records" in page and "Closed in 2024" in page
        for _, person, said in asked:
            assert person in page and said in page
    assert "The family: Mrs Novak" in after and "A professional who knows them: Head of school" in after


# -- letters -----------------------------------------------------------------------------------------------------------


@pytest.mark.requirement("SWI-STD-08", "SWI-AIO-20")
def test_a_letter_is_filled_from_the_record_kept_on_it_and_noted_on_the_childs_record(officer, duty, manager):
    contact = decided(duty, manager, received(duty, child("Ada", "Novak"), referrer_address="1 High Street"), "no_social_work")
    drafted = Pages(officer).get(f"tellings/{contact.tellings.get().pk}/")
    for filled in ("Dear Anna Teacher", "1 June 2026", f"Our reference is {contact.number}", "Social work is not needed"):
        assert filled in drafted
    with worktime.frozen("2026-06-01T16:00"):
        actions.tell_referrer(officer, contact.tellings.get().pk, route="post")
        child_page = words(web(duty).get(f"/people/{contact.lines.get().person_id}/").content)
        assert "16:00 today The referrer was told the outcome Ola Officer" in child_page
        assert "told by post, 16:00 today, by Ola Officer Letter to Anna Teacher" in Pages(duty).contact(contact)
        notes = words(web(duty).get(f"/record/{contact.lines.get().person_id}/notes/").content)
    assert "Letter or message: Whoever told us was told the outcome, by post Ada Novak, 16:00 today. Signed by Ola Officer" in notes
    assert "Anna Teacher" not in notes, "the family may read the record: it names no referrer"
    letter = Letter.objects.get()
    kept = web(duty).get(f"/front-door/letters/{letter.pk}/read/").content.decode()
    assert "Dear Anna Teacher" in kept and str(contact.number) in kept


@pytest.mark.requirement("SWI-REF-13")
def test_the_referrer_shows_may_be_anonymous_and_is_hidden_from_the_family_at_their_wish(officer, duty, manager):
    from hearth.services.frontdoor.forms.contact import CallForm

    assert "anonymous" in dict(CallForm.base_fields["referrer_kind"].choices)
    assert "They ask that the family does not hear who told us" in plain(Pages(officer).get("call/"))
    wish = {"referrer_confidential": True, "referrer_job": "Neighbour", "referrer_telephone": "01793 111222"}
    contact = received(duty, child("Ada", "Novak"), **wish, referrer_kind="public", referrer_name="Nina Neighbour")
    page = Pages(officer).contact(contact)
    assert "Nina Neighbour, Neighbour, 01793 111222" in page and "Keep confidential" in page
    mother = parent(contact.lines.get().person_id, "Marta")
    decided(duty, manager, contact, "referral")
    telling = actions.decide_telling(manager, contact.pk, mother.pk, tell=True, reason="Safe")
    actions.tell_family(duty, telling.pk, route="by_hand")
    letter = Letter.objects.get(template="family")
    for secret in ("Nina", "Neighbour", "111222"):
        assert secret not in " ".join(letter.paragraphs)
    nameless = received(duty, child("Bilal", "Hussain"), referrer_kind="anonymous", referrer_name="")
    assert "Would not say" in Pages(officer).contact(nameless).split("Who is who", 2)[2]


# -- roles -------------------------------------------------------------------------------------------------------------


@pytest.mark.requirement("SWI-AIO-01")
def test_what_an_officer_may_and_may_not(officer, duty, manager):
    pages = Pages(officer)
    contact = actions.receive_contact(officer, call(child("Ada", "Novak"), referrer_address="1 High Street"))
    assert web(officer).post("/people/", {"text": "Ada Novak"}).status_code == 200
    pages.save(contact, "system", system="social_care", searched="Ada Novak", found="Nothing")
    pages.save(contact, "give-advice", kind="advice", what="Ask the school nurse.", to_whom="Mrs Novak")
    line = contact.lines.get()
    given = {"outcome": "referral", "reasons": "Hit today.", "significant_harm": "likely"}
    with pytest.raises(Refused):
        actions.recommend(officer, line.pk, **given)
    recommended(duty, contact, "no_social_work")
    with pytest.raises(Refused):
        actions.decide(officer, line.pk, version=1, shown={})
    assert AccessLog.objects.filter(what="refusal", user_id=officer.id).count() == 2
    actions.decide(manager, line.pk, version=1, shown={})
    assert "Dear Anna Teacher" in pages.get(f"tellings/{contact.tellings.get().pk}/")
    actions.tell_referrer(officer, contact.tellings.get().pk, route="post")
    assert Letter.objects.count() == 1


@pytest.mark.requirement("SWI-SWR-01")
def test_a_social_worker_records_decisions_and_sends_after_sign_off_and_signs_nothing_off(duty, manager, phone):
    recommended(duty, phone, "referral")
    line = phone.lines.get()
    with pytest.raises(Invalid):
        actions.offer_again(duty, line.pk, team="assessment", why="Now")
    assert web(duty).get(f"/front-door/contacts/{phone.pk}/sign-off/").status_code == 403
    with pytest.raises(Refused):
        actions.decide(duty, line.pk, version=1, shown={})
    actions.decide(manager, line.pk, version=1, shown={})
    actions.withdraw_hand_over(duty, phone.hand_overs.get().pk, words="To send with the school's letter")
    path = f"/front-door/children/{line.pk}/pass-on/"
    assert web(duty).post(path, {"team": "assessment", "why": "The letter is in"}).status_code == 302
    assert phone.hand_overs.filter(withdrawn_at=None).get().offered_by == duty.user


@pytest.mark.requirement("SWI-SWR-02")
def test_a_caseholder_sees_contact_and_history_of_their_own_children_only(officer, duty, manager):
    holder = staff("Hal Holder", "area_social_worker", "assessment")
    theirs = staff("Tam Manager", "team_manager", "assessment")
    ada = people.identify(officer, child("Ada", "Novak"))
    with worktime.frozen("2026-05-20T10:00"):
        earlier = actions.receive_contact(officer, call(ada, what_told="She came without a coat."))
    allocated(ada, holder.user)
    contact = actions.receive_contact(officer, call(ada))
    set_kind(officer, contact.pk, kind="has_worker")
    other = actions.receive_contact(officer, call(child("Bilal", "Hussain")))
    page = Pages(holder).contact(contact)
    assert "He said that his dad hit him this morning." in page and f"contact {earlier.number}" in page
    assert "She came without a coat." in Pages(holder).contact(earlier)
    for reader in (holder, theirs):
        assert web(reader).get(f"/front-door/contacts/{other.pk}/").status_code in (403, 404)
    listed = Pages(holder).get("")
    assert "Ada Novak" in listed and "Bilal" not in listed


@pytest.mark.requirement("SWI-SWR-10")
def test_emergency_duty_searches_logs_and_hands_on_at_night(night, officer):
    with worktime.frozen("2026-06-01T22:00"):
        assert web(night).post("/people/", {"text": "Novak"}).status_code == 200
        contact = actions.receive_contact(night, call(child("Ada", "Novak")))
        page = Pages(night).contact(contact)
        assert "Out of hours" in page.split("What is due", 1)[0]
        answer = web(night).post(f"/front-door/contacts/{contact.pk}/needs-more/", {"words": "Ring the school first thing."})
        assert answer.status_code == 302
        straight = actions.receive_contact(night, call(child("Bilal", "Hussain")))
        actions.pass_to(night, straight.pk, team="assessment", why="Child protection tonight")
    assert straight.hand_overs.get().to_team == "assessment"
    with worktime.frozen("2026-06-02T08:30"):
        assert "Ada Novak" in Pages(officer).get("").split("Bilal", 1)[0]


@pytest.mark.requirement("SWI-AIO-27")
def test_each_opening_is_logged_and_a_restricted_record_shows_only_to_named_people(officer, duty, manager, phone):
    person = phone.lines.get().person
    web(officer).get(f"/people/{person.pk}/")
    web(officer).get(f"/front-door/contacts/{phone.pk}/")
    looked = AccessLog.objects.filter(what="view", user_id=officer.id)
    assert {str(person.pk), str(phone.pk)} <= set(looked.values_list("subject_id", flat=True))
    people.restrict(manager, person.pk, level="restricted", reason="A colleague's niece", owner=manager.user)
    for reader in (officer, duty):
        assert "Novak" not in Pages(reader).contact(phone)
        assert "Restricted record" in Pages(reader).contact(phone)
        assert web(reader).get(f"/people/{person.pk}/").status_code != 200
    assert "Ada Novak" in Pages(manager).contact(phone)


@pytest.mark.requirement("SWI-SVC-03")
def test_significant_harm_is_asked_outright_and_what_each_answer_does(duty, manager, phone):
    line = phone.lines.get()
    path = f"/front-door/children/{line.pk}/recommend/"
    form = words(web(duty).get(path).content)
    for answer in ("Suffering significant harm", "Likely to suffer significant harm", "Neither", "Not yet known"):
        assert answer in form
    analysed(duty, phone)
    given = {"outcome": "no_social_work", "reasons": "He has an aunt."}
    for harm in ("suffering", "likely"):
        answer = web(duty).post(path, given | {"significant_harm": harm})
        assert answer.status_code == 422 and "needs social work" in words(answer.content)
    assert web(duty).post(path, given | {"significant_harm": "likely", "outcome": "referral", "reasons": ""}).status_code == 422
    assert web(duty).post(path, given | {"significant_harm": "likely", "outcome": "referral"}).status_code == 302
    assert sign(manager, phone, line, "otherwise", outcome="no_social_work").status_code == 422
    assert sign(manager, phone, line, "otherwise", outcome="no_social_work", words="He left for good.").status_code == 302
    assert Decision.objects.get().reasons == "He left for good."
    open_one = received(duty, child("Bilal", "Hussain"))
    recommended(duty, open_one, "no_social_work", significant_harm="not_known")
    page = plain(Pages(duty).contact(open_one)).split("Recommendation and decision", 2)[2]
    assert "Significant harm: not yet known" in page
    assert "Still to be found out: Is there concern about Bilal's safety?" in page


@pytest.mark.requirement("SWI-ATM-08")
def test_the_managers_own_decision_has_the_same_four_boxes(manager, phone):
    line, second = phone.lines.get(), staff("Sig Second", "manager", "fcp")
    path = f"/front-door/children/{line.pk}/recommend/"
    given = {"outcome": "referral", "reasons": "Hit with a belt.", "significant_harm": "likely"}
    steps = {"recommended_steps": "See the brother as well."}
    refused = web(manager).post(path, given | steps)
    assert refused.status_code == 422 and "The analysis is not complete." in words(refused.content)
    analysed(manager, phone)
    assert web(manager).post(path, given | {"reasons": ""}).status_code == 422
    assert web(manager).post(path, given | steps).status_code == 302
    with pytest.raises(Refused):
        actions.decide(manager, line.pk, version=1, shown={})
    sign(second, phone, line, "approve")
    page = Pages(manager).contact(phone)
    for box in (
        "He was hit with a belt.",
        "Decided: Referral to social care",
        "Hit with a belt.",
        "Steps: See the brother as well.",
    ):
        assert box in page


@pytest.mark.requirement("SWI-PUR-09")
def test_a_contact_closed_with_professional_advice_shows_who_was_advised_what_and_on_whose_information(
    officer, duty, manager, phone
):
    basis.record_basis(officer, phone.pk, basis="safeguarding", reasons="Hit today.")
    for name, kind in (("Lawn Primary", "education"), ("Wiltshire Police", "police")):
        agency = Agency.objects.create(name=name, kind=kind)
        asks = {"whom": "agency", "person_asked": f"Desk of {name}", "question": "What do you know?", "agency": agency.pk}
        made = enquiries.make_enquiry(officer, phone.pk, **asks)
        enquiries.answer_enquiry(officer, phone.pk, made.pk, answer=f"{name} know them well.", answered_at=worktime.now())
    advice = {"what": "Speak with the mother about sleep.", "to_whom": "Anna Teacher"}
    conversation.give_advice(duty, phone.pk, kind="advice", **advice)
    decided(duty, manager, phone, "advice")
    actions.tell_referrer(duty, phone.tellings.get().pk, route="telephone")
    actions.close_contact(duty, phone.pk)
    page = Pages(officer).contact(phone)
    assert "Closed" in page.split("What is due", 1)[0]
    assert "Speak with the mother about sleep. To Anna Teacher, by Dee Duty, 10:00 today." in page
    for name in ("Lawn Primary", "Wiltshire Police"):
        assert f"Desk of {name}, {name}, asked by Ola Officer" in page and f"{name} know them well." in page


@pytest.mark.requirement("SWI-REF-01", "SWI-REF-02")
def test_a_referral_says_when_a_name_is_missing_and_how_the_birth_is_known(duty, manager, receiver):
    def referral(named):
        contact = decided(duty, manager, received(duty, named), "referral")
        one = Referral.objects.get(line__contact=contact)
        return one, Pages(receiver).get(f"referrals/{one.pk}/")

    whole, page = referral(child("Ada", "Novak", None, date_of_birth=date(2017, 3, 4)))
    assert "Ada Novak: born 4 March 2017, 9." in page
    assert "first and last name" not in page
    _, page = referral(child("Bilal", "", 5))
    assert "about 5, estimated from the age said" in page
    assert "Incomplete Still to ask: first and last name" in page
    from hearth.people.actions import Named

    _, page = referral(Named(kind="unborn", surname="Adeyemi", expected_date=date(2026, 9, 1)))
    assert "not yet born, expected date: due 1 September 2026" in page
    person = whole.person_id
    assert (
        web(duty).post(f"/people/{person}/names/", {"forenames": "Adela", "surname": "Kral", "kind": "former"}).status_code == 302
    )
    told = {"version": 1, "base": {"known_as": ""}, "values": {"known_as": "Adi"}}
    people.change_facts(duty, person, **told, known_by="told", told_by="Mother")
    page = words(web(duty).get(f"/people/{person}/").content)
    assert "Adela Kral" in page and "Known as Adi" in page
    assert "known as Adi" in Pages(receiver).get(f"referrals/{whole.pk}/")


@pytest.mark.requirement("SWI-AIO-07")
def test_a_contact_shows_whether_information_analysis_and_action_taken_are_there(officer, duty, phone):
    page = Pages(officer).contact(phone)
    line = page.split("Complete?", 1)[1][:160]
    assert "Information: 8 facts still to ask · Analysis: still to write · Action taken: not recorded yet" in line
    person = phone.lines.get().person
    person.date_of_birth, person.birth_estimated, person.sex, person.ethnicity = date(2017, 3, 4), False, "F", "WBRI"
    person.nationality, person.first_language, person.religion = "British", "English", "None"
    person.communication, person.disabilities = "None", ["NONE"]
    person.save()
    analysed(duty, phone)
    conversation.give_advice(officer, phone.pk, kind="advice", what="Ring us again.", to_whom="School")
    line = Pages(officer).contact(phone).split("Complete?", 1)[1][:160]
    assert "Information: complete · Analysis: complete · Action taken: recorded" in line


@pytest.mark.requirement("SWI-CHA-06")
def test_a_social_worker_who_took_a_contact_has_three_parts_and_with_none_it_is_unfinished(officer, duty, phone):
    actions.set_protection(officer, phone.pk, child_protection=True)
    unfinished = "Unfinished: taken by a social worker, nothing written yet"
    assert unfinished not in Pages(duty).get("screening/")
    actions.take_contact(duty, phone.pk)
    page = Pages(duty).contact(phone)
    assert "three parts: Advice given: not yet · Assessment: not yet · Decision: not yet" in page
    listed = Pages(duty).get("screening/").split(unfinished, 1)[1].split("To be sorted", 1)[0]
    assert f"contact {phone.number}" in listed
    conversation.give_advice(duty, phone.pk, kind="advice", what="Keep her at school.", to_whom="Anna Teacher")
    assert unfinished not in Pages(duty).get("screening/")
    recommended(duty, phone, "strategy")
    assert "Advice given: yes · Assessment: written · Decision: recommended" in Pages(duty).contact(phone)
