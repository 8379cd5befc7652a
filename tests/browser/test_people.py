"""People and access in a real browser: every page passes axe, wide and at 320 px; the search budget holds."""

import pytest
from playwright.sync_api import expect

from hearth.people import actions as people
from tests.support.people import child, staff

pytestmark = [pytest.mark.browser, pytest.mark.long]
WIDTHS = [1280, 320]


@pytest.fixture
def family(server):
    """Filip with his mother at Hill Lane, kept by a manager."""
    manager = staff("Mara Manager", "manager", "crs", password=True)
    filip = people.identify(manager, child("Filip", "Kowalski", 9, address="12 Hill Lane", postcode="SO15 5AA"))
    anna = people.identify(manager, child("Anna", "Kowalska", 34, kind="adult", address="12 Hill Lane", postcode="SO15 5AA"))
    people.relate(manager, filip, anna, "mother", parental_responsibility="yes", source="Birth certificate")
    return manager, filip


def test_half_a_name_and_a_street_find_a_child_in_two_clicks(sign_in, family, accessible):
    manager, _ = family
    page = sign_in(manager)
    page.get_by_role("link", name="Find a person").click()
    page.get_by_label("Name, street, postcode").fill("kow hill lane")
    page.get_by_role("button", name="Find", exact=True).click()
    expect(page.get_by_text("Filip Kowalski").first).to_be_visible()
    accessible(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_of_the_family_is_cut_off(sign_in, family, accessible, width):
    manager, filip = family
    page = sign_in(manager)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/people/{filip.pk}/")
    table = page.locator("table.hearth-stacked").first
    for found in [*table.get_by_role("cell").all(), *table.get_by_role("link").all()]:
        box = found.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width, found.inner_text()
    expect(table.get_by_role("link", name="Change parental responsibility of Anna Kowalska")).to_be_visible()
    accessible(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_passes_axe_and_fits(sign_in_by_password, family, accessible, width):
    manager, filip = family
    page = sign_in_by_password(manager)
    page.set_viewport_size({"width": width, "height": 900})
    record = f"/people/{filip.pk}/"
    paths = ["/people/", record, f"{record}facts/background/", f"{record}family/", f"{record}addresses/", f"{record}restrict/"]
    paths += [
        "/access/log/",
        "/access/odd/",
        "/access/cover/",
        "/access/conflicts/",
        "/access/notices/",
        "/accounts/password/change/",
    ]
    for path in [*paths, "/accounts/2fa/"]:
        page.goto(path)
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
