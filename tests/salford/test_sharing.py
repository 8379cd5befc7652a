"""Sharing information: agreement, basis, facts, what the person was told, a decision either way, and the log of it all."""

import pytest

from hearth.foundation import worktime
from hearth.foundation.access.errors import Refused
from hearth.foundation.access.models import AccessLog, Notice
from hearth.services.recording import actions
from hearth.services.recording.models import SharingDecision
from tests.support.pages import Reading
from tests.support.people import staff
from tests.support.recording import a_child

pytestmark = pytest.mark.django_db


@pytest.fixture
def child():
    return a_child("Ada", "Novak")


@pytest.fixture
def pages(worker):
    return Reading(worker)


def log(child) -> str:
    return f"/record/{child.pk}/sharing/"


def agreed(**more):
    """A decision to share with the mother's agreement."""
    given = {
        "outcome": "shared",
        "what": "Attendance this year",
        "purpose": "Planning help",
        "recipients": "Bea Okoro, school nurse",
        "risk": "Missed schooling",
        "extent": "summary",
        "sought": "yes",
        "answer": "agreed",
        "answered_by": "Mila Novak, mother",
        "answered_on": "1 6 2026",
        "basis": "agreement",
        "reason": "The nurse can help with sleep.",
        "told": "yes",
        "told_why": "To plan help",
        "told_what": "Attendance",
        "told_how": "By secure e-mail",
        "told_with_whom": "The school nurse",
        "told_at": "1 6 2026 09:00",
        "effect_on_person": "Help comes sooner",
        "effect_on_others": "None known",
    }
    return given | more


def without(**more):
    """A decision to share without agreement, because asking is unsafe."""
    unsought = {"sought": "no", "answer": "", "answered_by": "", "answered_on": ""}
    why = {"why_not_sought": "unsafe", "why_not_reason": "He may hurt her", "basis": "safeguarding"}
    untold = {"told": "no", "not_told_reason": "He reads her telephone"}
    facts = {"facts": "A bruise and a threat", "expected": "no", "plan_to_tell": "Tell her alone on Wednesday"}
    return agreed(**(unsought | why | untold | facts | more))


@pytest.mark.requirement("SAL-GLD-01")
def test_the_form_shows_the_lawful_bases_and_lacking_consent_alone_refuses_nothing(child, pages):
    form = pages.get(f"{log(child)}decide/")
    for basis in (
        "The person's agreement",
        "Safeguarding a child or adult at risk",
        "Vital interests",
        "A duty in law",
        "Public task",
    ):
        assert basis in form
    for basis in ("safeguarding", "vital", "legal", "public_task"):
        pages.save(f"{log(child)}decide/", **without(basis=basis))
    assert SharingDecision.objects.filter(answer="").count() == 4


@pytest.mark.requirement("SAL-GLD-02")
def test_the_record_asks_what_the_person_was_told_why_what_how_with_whom_and_when(child, pages):
    asked = {"told_why": "of why", "told_what": "of what is shared", "told_how": "of how", "told_with_whom": "of with whom"}
    for name, said in asked.items():
        assert f"Say what they were told {said}." in pages.refused(f"{log(child)}decide/", **agreed(**{name: ""}))
    assert "Say when they were told." in pages.refused(f"{log(child)}decide/", **agreed(told_at=""))
    assert "Say whether the person was told." in pages.refused(f"{log(child)}decide/", **agreed(told=""))
    assert not SharingDecision.objects.exists()
    pages.save(f"{log(child)}decide/", **agreed())
    told = "Told 09:00 today. Why: To plan help. What: Attendance. How: By secure e-mail. With whom: The school nurse"
    assert told in pages.get(log(child))


@pytest.mark.requirement("SAL-GLD-03")
def test_agreement_sought_is_yes_or_no_and_no_needs_unsafe_or_inappropriate_with_a_reason(child, pages):
    assert "Say whether agreement was sought." in pages.refused(f"{log(child)}decide/", **without(sought=""))
    assert "Choose unsafe or inappropriate." in pages.refused(f"{log(child)}decide/", **without(why_not_sought=""))
    assert "Say why." in pages.refused(f"{log(child)}decide/", **without(why_not_reason=""))
    assert not SharingDecision.objects.exists()
    pages.save(f"{log(child)}decide/", **without())
    pages.save(f"{log(child)}decide/", **without(why_not_sought="inappropriate"))
    shown = pages.get(log(child))
    assert "Not sought. Asking is unsafe: He may hurt her" in shown
    assert "Not sought. Asking is inappropriate: He may hurt her" in shown


@pytest.mark.requirement("SAL-GLD-05")
def test_consent_is_the_first_basis_offered_and_needs_date_and_person(child, pages):
    form = pages.raw(f"{log(child)}decide/")
    assert form.index('name="basis" type="radio" value="agreement"') == min(
        form.index(f'name="basis" type="radio" value="{one}"')
        for one in ("agreement", "safeguarding", "vital", "legal", "public_task")
    )
    assert "Say who answered." in pages.refused(f"{log(child)}decide/", **agreed(answered_by=""))
    assert "Say on which day." in pages.refused(f"{log(child)}decide/", **agreed(answered_on=""))
    assert "Nobody is recorded as agreeing." in pages.refused(f"{log(child)}decide/", **agreed(answer="refused"))
    assert not SharingDecision.objects.exists()
    pages.save(f"{log(child)}decide/", **agreed())
    assert "Agreed by Mila Novak, mother, 1 June 2026" in pages.get(log(child))


@pytest.mark.requirement("SAL-GLD-06")
def test_refused_shows_on_the_record_and_sharing_after_it_needs_the_override(child, pages, manager):
    refused = agreed(answer="refused", basis="safeguarding", facts="A bruise", expected="yes")
    needs = "They refused. Name the manager who overrides that; it cannot be yourself."
    assert needs in pages.refused(f"{log(child)}decide/", **refused)
    assert not SharingDecision.objects.exists()
    pages.save(f"{log(child)}decide/", **refused, overridden_by=str(manager.user.pk))
    shown = pages.get(log(child))
    assert "Refused by Mila Novak, mother" in shown
    assert "Agreement was refused; overridden by Mara Manager" in shown
    assert Notice.objects.get(user=manager.user).title == "You are named as overriding a refusal to share information about a child"


@pytest.mark.requirement("SAL-GLD-07")
def test_without_consent_needs_the_basis_and_the_facts_of_the_case_in_words(child, pages):
    assert "Choose the basis." in pages.refused(f"{log(child)}decide/", **without(basis=""))
    assert "Without agreement, write the facts of the case." in pages.refused(f"{log(child)}decide/", **without(facts=""))
    assert not SharingDecision.objects.exists()
    pages.save(f"{log(child)}decide/", **without())
    assert "Basis Safeguarding a child or adult at risk Facts of the case A bruise and a threat" in pages.get(log(child))


@pytest.mark.requirement("SAL-GLD-08")
def test_the_facts_are_filled_separately_from_the_reason_and_both_show(child, pages):
    assert "write the facts of the case" in pages.refused(f"{log(child)}decide/", **without(facts=" "))
    assert "Give the reasons." in pages.refused(f"{log(child)}decide/", **without(reason=" "))
    assert not SharingDecision.objects.exists()
    pages.save(f"{log(child)}decide/", **without())
    assert "Facts of the case A bruise and a threat Reasons The nurse can help with sleep." in pages.get(log(child))


@pytest.mark.requirement("SAL-GLD-10")
def test_without_consent_it_is_asked_whether_the_person_expects_it_with_a_plan_to_tell_them_or_a_reason_not_to(child, pages):
    assert "Say whether the person expects this." in pages.refused(f"{log(child)}decide/", **without(expected=""))
    assert "how and when they will be told, or why not" in pages.refused(f"{log(child)}decide/", **without(plan_to_tell=""))
    assert not SharingDecision.objects.exists()
    pages.save(f"{log(child)}decide/", **without())
    assert "Expected by the person No. Tell her alone on Wednesday" in pages.get(log(child))


@pytest.mark.requirement("SAL-GLD-11")
def test_the_effect_on_the_person_and_on_others_are_both_filled(child, pages):
    assert "Write the effect on the person." in pages.refused(f"{log(child)}decide/", **agreed(effect_on_person=""))
    assert "Write the effect on others." in pages.refused(f"{log(child)}decide/", **agreed(effect_on_others=""))
    assert not SharingDecision.objects.exists()
    pages.save(f"{log(child)}decide/", **agreed())
    assert "Effect on the person Help comes sooner Effect on others None known" in pages.get(log(child))


@pytest.mark.requirement("SAL-GLD-13")
def test_the_risk_is_asked_and_whether_a_summary_would_do_and_the_full_record_needs_a_reason(child, pages):
    assert "Write the risk it is shared for." in pages.refused(f"{log(child)}decide/", **agreed(risk=""))
    assert "Say whether a summary would do." in pages.refused(f"{log(child)}decide/", **agreed(extent=""))
    assert "Say why the full record is needed" in pages.refused(f"{log(child)}decide/", **agreed(extent="full"))
    assert not SharingDecision.objects.exists()
    pages.save(f"{log(child)}decide/", **agreed(extent="full", why_full="The court directed it"))
    assert "Risk Missed schooling How much The full record: The court directed it" in pages.get(log(child))


@pytest.mark.requirement("SAL-GLD-17")
def test_the_log_shows_when_it_was_asked_and_answered_and_unanswered_ones_by_age(child, pages):
    pages.save(f"{log(child)}ask/", who_asks="Dr Ali", what="Injuries", why="Treatment", asked_at="31 5 2026 10:00")
    pages.save(f"{log(child)}ask/", who_asks="PC Bond", what="Address", why="Welfare check", asked_at="30 5 2026 10:00")
    waiting = pages.get(log(child)).split("Asked for and not yet answered", 1)[1].split("Decided", 1)[0]
    assert waiting.index("PC Bond asked 10:00 on Sat 30 May, waiting for 2 days") < waiting.index(
        "Dr Ali asked 10:00 yesterday, waiting for 1 day"
    )
    asked = child.sharing_requests.get(who_asks="PC Bond")
    with worktime.frozen("2026-06-01T11:30"):
        pages.save(f"/record/sharing/requests/{asked.pk}/", **agreed(what="Address", purpose="Welfare check"))
        shown = pages.get(log(child))
    assert "Asked by PC Bond, 10:00 on Sat 30 May; answered 11:30 today" in shown
    assert "PC Bond" not in shown.split("Asked for and not yet answered", 1)[1].split("Decided", 1)[0]
    assert "This request has been answered already." in pages.refused(f"/record/sharing/requests/{asked.pk}/", **agreed())


@pytest.mark.requirement("SAL-GLD-19")
def test_a_decision_not_to_share_is_kept_with_reasons_and_listed_equally(child, pages):
    decided = {"outcome": "not_shared", "what": "Her address", "purpose": "Her father asks", "reason": ""}
    assert "Give the reasons." in pages.refused(f"{log(child)}decide/", **decided)
    assert not SharingDecision.objects.exists()
    pages.save(f"{log(child)}decide/", **(decided | {"reason": "A court order keeps it from him"}))
    pages.save(f"{log(child)}decide/", **agreed())
    raw = pages.raw(log(child))
    assert raw.count('<article class="hearth-card"') == 2
    shown = pages.get(log(child)).split("Decided", 1)[1]
    assert "Not shared, 10:00 today, by Wren Worker" in shown
    assert "Reasons A court order keeps it from him" in shown
    assert "Shared, 10:00 today, by Wren Worker" in shown


@pytest.mark.requirement("SAL-GLD-20")
def test_what_with_whom_and_for_what_purpose_are_needed_and_all_sharing_about_a_child_prints(child, pages, worker):
    said = {"what": "Say what it is about.", "recipients": "Name everybody it goes to", "purpose": "Say for what purpose."}
    for name, words in said.items():
        assert words in pages.refused(f"{log(child)}decide/", **agreed(**{name: ""}))
    assert not SharingDecision.objects.exists()
    pages.save(f"{log(child)}decide/", **agreed())
    pages.save(f"{log(child)}decide/", **without(what="The bruise", recipients="DS Hale, police"))
    printed = pages.get(f"{log(child)}print/")
    assert "What Attendance this year With whom Bea Okoro, school nurse For what purpose Planning help" in printed
    assert "What The bruise With whom DS Hale, police For what purpose Planning help" in printed
    assert "Share information, or decide not to" not in printed
    assert AccessLog.objects.filter(what="export", user_id=worker.id, subject_id=str(child.pk)).count() == 1


@pytest.mark.requirement("SAL-INF-04")
def test_critical_information_says_to_whom_and_when_it_was_sent_and_stays_open_until_received(child, pages):
    assert "Say to whom it was sent." in pages.refused(f"{log(child)}decide/", **agreed(critical="on", sent_at="09:50"))
    assert "Say when it was sent." in pages.refused(f"{log(child)}decide/", **agreed(critical="on", sent_to="DS Hale"))
    assert not SharingDecision.objects.exists()
    pages.save(f"{log(child)}decide/", **agreed(critical="on", sent_to="DS Hale", sent_at="09:50"))
    open_words = "Critical to safety, and not known to be received: sent to DS Hale, 09:50 today."
    with worktime.frozen("2026-06-09T09:00"):
        assert "Critical to safety, and not known to be received: sent to DS Hale" in pages.get(log(child))
    assert open_words in pages.get(log(child))
    made = SharingDecision.objects.get()
    pages.save(f"/record/sharing/decisions/{made.pk}/receipt/", confirmed_by="DS Hale", received_at="09:58")
    shown = pages.get(log(child))
    assert open_words not in shown
    assert "sent to DS Hale, 09:50 today; received 09:58 today, confirmed by DS Hale" in shown


def test_sharing_is_refused_and_logged_to_whoever_may_not_change_the_record(child):
    partner = staff("Pat Partner", "bridge_partner", "bridge")
    with pytest.raises(Refused):
        actions.ask_for_information(partner, child.pk, who_asks="x", what="y", why="z", asked_at=worktime.now())
    assert AccessLog.objects.filter(what="refusal", user_id=partner.id).count() == 1
