"""Two records of one person in a real browser: looked at side by side, made one, made two; axe, wide and at 320 px."""

import os
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hearth.foundation import worktime
from hearth.people import actions as people
from hearth.people.models import Merge, ServiceEpisode
from hearth.services.frontdoor import actions
from tests.support.people import call, child, staff

pytestmark = pytest.mark.browser
WIDTHS = [1280, 320]


@pytest.fixture
def two(server):
    """Filip under two records, each with something that the other lacks."""
    manager = staff("Mara Manager", "manager", "crs")
    kept = people.identify(manager, child("Filip", "Kowalski", 9, address="12 Hill Lane", postcode="SO15 5AA", sex="M"))
    seen = frozenset([kept.pk])
    merged = people.identify(manager, child("Philip", "Kovalsky", 9, telephone="07700 900111", sex="M", dismissed=seen))
    anna = people.identify(manager, child("Anna", "Otherby", 34, kind="adult"))
    for person, source in ((kept, ""), (merged, "Birth certificate")):
        people.relate(manager, person, anna, "mother", parental_responsibility="yes" if source else "not_asked", source=source)
    for person, language, who in ((kept, "Polish", "His mother"), (merged, "Ukrainian", "His teacher")):
        people.change_facts(
            manager,
            person.pk,
            version=1,
            base={"first_language": ""},
            values={"first_language": language},
            known_by="told",
            told_by=who,
        )
    actions.receive_contact(manager, call(merged))
    return manager, kept, merged


def fits(page: Page, width: int) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def seen(page: Page, name: str, width: int) -> None:
    """A picture to look at, where a folder for it is named."""
    if folder := os.environ.get("HEARTH_PICTURES"):
        page.screenshot(path=Path(folder) / f"merging-{name}-{width}.png", full_page=True)


@pytest.mark.parametrize("width", WIDTHS)
def test_two_records_are_looked_at_made_one_and_made_two(sign_in, two, accessible, width):
    manager, kept, merged = two
    page = sign_in(manager)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/people/{kept.pk}/")
    page.get_by_role("link", name="Merge and undo").click()
    page.get_by_label("Number of the other record").fill(str(merged.number))
    accessible(page)
    page.get_by_role("button", name="Look at both").click()
    expect(page.get_by_role("heading", name="One person, two records?")).to_be_visible()
    expect(page.get_by_role("row", name="First language")).to_contain_text("told by His mother on 1 June 2026")
    fits(page, width)
    accessible(page)
    seen(page, "preview", width)
    page.get_by_role("button", name="Make them one record").click()
    expect(page.get_by_role("alert")).to_contain_text("Say how you know that they are one person")
    accessible(page)
    page.get_by_role("group", name="First language").get_by_label("Ukrainian").check()
    page.get_by_label("How do you know that they are one person?").fill("Seen with his passport.")
    page.get_by_role("button", name="Make them one record").click()
    expect(page.get_by_text("The two records are one.")).to_be_visible()
    expect(page.get_by_text("Ukrainian")).to_be_visible()
    accessible(page)
    seen(page, "merged", width)
    page.goto(f"/people/{merged.pk}/")
    expect(page).to_have_url(re.compile(str(kept.pk)))
    people.warn(manager, kept.pk, words="Dog", reason="It bites", review_on=worktime.today() + timedelta(days=60))
    page.get_by_role("link", name="Merge and undo").click()
    accessible(page)
    seen(page, "merges", width)
    page.get_by_role("link", name="Undo: they are two people").click()
    expect(page.get_by_role("group", name="What was added since")).to_contain_text("Warnings: Dog")
    fits(page, width)
    accessible(page)
    seen(page, "undo", width)
    page.get_by_role("checkbox", name="Warnings: Dog").check()
    page.get_by_label("Why are they two people?").fill("His cousin.")
    page.get_by_role("button", name="Undo the merge").click()
    expect(page.get_by_text("The merge was undone: two records again.")).to_be_visible()
    assert Merge.objects.get().undone_reasons == "His cousin."
    assert list(merged.warnings.values_list("words", flat=True)) == ["Dog"]


@pytest.mark.parametrize("width", WIDTHS)
def test_where_a_service_is_open_another_person_confirms(sign_in, two, accessible, width):
    manager, kept, merged = two
    ServiceEpisode.objects.create(person=merged, service="child_in_need", team="bis", opened_on=date(2026, 5, 1))
    page = sign_in(manager)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/people/merge/{kept.pk}/{merged.pk}/")
    page.get_by_label("How do you know that they are one person?").fill("Seen with his passport.")
    page.get_by_role("button", name="Propose that they are one").click()
    expect(page.get_by_text("Proposed. Somebody else confirms it.")).to_be_visible()
    page.goto("/people/merges/")
    expect(page.get_by_text("Proposed by Mara Manager")).to_be_visible()
    fits(page, width)
    accessible(page)
    page.get_by_role("link", name="Look and decide").click()
    expect(page.get_by_text("You proposed this.")).to_be_visible()
    accessible(page)
    seen(page, "proposed", width)


@pytest.mark.parametrize("width", WIDTHS)
def test_adoption_staff_keep_two_records_apart(sign_in, two, accessible, width):
    _, kept, _ = two
    adoption = staff("Ada Adoption", "adoption_worker", "crs")
    page = sign_in(adoption)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/people/{kept.pk}/")
    page.get_by_role("link", name="Adoption").click()
    expect(page.get_by_role("heading", name="Keep birth and adoptive records apart")).to_be_visible()
    fits(page, width)
    accessible(page)
    seen(page, "adoption", width)
