"""What Wokingham's record brings together: new information with the history, warnings kept current, contact with the family."""

from datetime import date

import pytest
from django.urls import reverse

from hearth.foundation import worktime
from hearth.foundation.caseforms.models import Answers
from hearth.people import actions as people
from hearth.people.models import ServiceEpisode
from hearth.services.frontdoor import actions
from hearth.services.frontdoor.models import Recommendation
from tests.support.pages import Reading
from tests.support.people import analysed, call, child, staff
from tests.support.recording import visit

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("WOK-MASH-08")
def test_new_information_and_history_stand_side_by_side_and_what_the_history_adds_is_written_before_a_recommendation(
    worker, coordinator, manager
):
    with worktime.frozen("2026-03-02T10:00"):
        first = actions.receive_contact(worker, call(child("Filip", "Kowalski")))
    filip = first.lines.get().person
    people.allocate(manager, filip.pk, staff("Hal Holder", "area_social_worker", "duty").user)
    contact = actions.receive_contact(worker, call(filip))
    line = contact.lines.get()
    line.child_part = "He has a red mark."
    line.save()
    raw = Reading(worker).raw(f"/front-door/contacts/{contact.pk}/analysis/")
    beside = raw.split('class="hearth-beside"', 1)[1].split("What the history adds", 1)[0]
    new, history = beside.split(">History<", 1)
    assert "New information" in new
    assert "He has a red mark." in new
    assert f"Contact {first.number}</a>, 2 March 2026" in history
    assert "worker Hal Holder" in history
    path = f"/front-door/children/{line.pk}/recommend/"
    given = {"outcome": "assessment", "significant_harm": "likely", "reasons": "Hit.", "together": str(coordinator.user.pk)}
    analysed(worker, contact)
    written = Answers.objects.get(subject_id=line.pk, section="history")
    kept, written.data = written.data, {}
    written.save()
    assert "What the history adds (Filip Kowalski)" in Reading(worker).refused(path, **given)
    assert not Recommendation.objects.exists()
    written.data = kept | {"history_adds": "The second mark in three months."}
    written.save()
    Reading(worker).save(path, **given)
    assert "The second mark in three months." in Reading(manager).get(f"/front-door/contacts/{contact.pk}/sign-off/")


@pytest.mark.requirement("WOK-3CIC-69", "WOK-3CLV-73")
@pytest.mark.parametrize(("service", "age"), [("care", 9), ("leaving_care", 19)])
def test_warnings_of_a_child_in_care_and_a_care_leaver_are_looked_at_again_by_their_own_worker(worker, manager, service, age):
    own = staff("Pia Adviser", "area_social_worker", "duty")
    person = people.identify(worker, child("Filip", "Kowalski", age, kind="child" if age < 18 else "adult"))
    ServiceEpisode.objects.create(person=person, service=service, opened_on=date(2025, 1, 6))
    people.allocate(manager, person.pk, own.user)
    pages, page = Reading(own), f"/people/{person.pk}/"
    form = reverse("add_warning", args=[person.pk])
    for wrong in ({"words": "", "reason": "x"}, {"words": "x", "reason": ""}):
        assert "There is a problem" in pages.refused(form, **wrong, review_on="20 6 2026")
    assert "There is a problem" in pages.refused(form, words="x", reason="y", review_on="")
    for words, reason in (("Dog loose in the garden", "Bit a visitor."), ("Do not visit alone", "Threats in May.")):
        pages.save(form, words=words, reason=reason, review_on="20 6 2026")
        assert f"{words} {reason} Since 1 June 2026, set by Pia Adviser. Looked at again on 20 June 2026." in pages.get(page)
    listed = reverse("warnings_to_review")
    with worktime.frozen("2026-06-20T10:00"):
        assert "No warning on your records is past its review day." in pages.get(listed)
    with worktime.frozen("2026-06-21T10:00"):
        assert "2 warnings to look at again" in pages.get("/my-work/")
        assert "Dog loose in the garden on Filip Kowalski, to be looked at again on 20 June 2026" in pages.get(listed)
        assert "Past review" in pages.get(page)
        dog, alone = person.warnings.order_by("words")[1], person.warnings.order_by("words")[0]
        pages.save(reverse("review_warning", args=[dog.pk]), review_on="1 9 2026")
        pages.save(reverse("review_warning", args=[alone.pk]), end="yes")
        assert "No warning on your records is past its review day." in pages.get(listed)
        shown = pages.get(page)
    assert "Looked at again on 1 September 2026" in shown
    assert "Do not visit alone" not in shown


@pytest.mark.requirement("WOK-AST-19")
def test_calls_letters_meetings_and_messages_with_the_family_stand_in_date_order_with_their_author(worker, manager):
    filip = people.identify(worker, child("Filip", "Kowalski"))
    notes = reverse("case_notes", args=[filip.pk])
    written = [
        ("telephone", "Rang his mother", "1 6 2026 09:00", worker),
        ("meeting", "Met both parents", "29 5 2026 14:00", manager),
        ("message", "Letter to his father", "30 5 2026 12:00", worker),
        ("message", "Text from his mother", "28 5 2026 08:15", manager),
    ]
    for kind, summary, moment, author in written:
        given = visit(summary=summary, happened_at=moment)
        Reading(author).save(reverse("write_note", args=[filip.pk, kind]), **given)
    shown = Reading(manager).get(notes)
    order = ["Rang his mother", "Letter to his father", "Met both parents", "Text from his mother"]
    places = [shown.index(summary) for summary in order]
    assert places == sorted(places), "the latest first"
    for kind, summary, _, author in written:
        title = {"telephone": "Telephone call", "meeting": "Meeting", "message": "Letter or message"}[kind]
        assert f"Signed by {author.user.name}" in shown.split(f"{title}: {summary}", 1)[1][:160]
