"""A real server in a thread, on a fresh copy of the template database for each test, with the clock held."""

import os
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright, expect

from hearth.config import embedded
from tests.support import databases
from tests.support.people import PASSWORD

# Playwright keeps an event loop in this thread, although the tests themselves are synchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"
DATABASE = f"hearth_browser_test_{os.getpid()}"  # several runs beside each other do not meet
expect.set_options(timeout=15_000)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    made = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
    yield made
    made.close()


@pytest.fixture
def fresh_database(django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        databases.point_django_at(databases.clone(DATABASE))
        yield
        from django.db import connections

        connections.close_all()
        embedded.drop_database(embedded.place(), DATABASE)


@pytest.fixture
def server(fresh_database) -> Iterator[str]:
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.test.testcases import LiveServerThread

    thread = LiveServerThread("127.0.0.1", StaticFilesHandler, connections_override={}, port=0)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    context = browser.new_context(base_url=server, viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(20_000)
    context.set_default_navigation_timeout(60_000)
    made = context.new_page()
    yield made
    context.close()


@pytest.fixture
def sign_in(page: Page):
    """Sign in as a member of staff made by `staff(..., password=True)`."""

    def as_reader(reader) -> Page:
        page.context.clear_cookies()
        page.goto("/accounts/login/")
        page.get_by_label("E-mail address").fill(reader.user.email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/front-door/**" if reader.capabilities.get("frontdoor.view") == "all" else "**/my-work/**")
        return page

    return as_reader


@pytest.fixture
def accessible():
    """Fails with axe's own words if a page breaks a rule of WCAG 2.2 A or AA, or good practice."""

    def check(page: Page) -> None:
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
        assert found.violations_count == 0, found.generate_report()

    return check
