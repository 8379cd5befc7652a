"""A real server in a thread, on a fresh copy of the template database for each test, with the clock held."""

import os
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, Playwright, expect

from hearth.config import embedded
from hearth.foundation.access.readers import Reader
from tests.support import databases
from tests.support.people import PASSWORD

# Playwright keeps an event loop in this thread, although the tests themselves are synchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"
DATABASE = f"hearth_browser_test_{os.getpid()}"  # several runs beside each other do not meet
expect.set_options(timeout=15_000)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
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
def sign_in_by_password(page: Page):
    """Sign in through the pages, as a member of staff made by `staff(..., password=True)`."""

    def as_reader(reader: Reader) -> Page:
        page.context.clear_cookies()
        page.goto("/accounts/login/")
        page.get_by_label("E-mail address").fill(reader.user.email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        _arrived(page, reader)
        return page

    return as_reader


@pytest.fixture
def sign_in(page: Page, server: str):
    """Start at the first page as a member of staff, where signing in is not what is tested: their session is made for them."""

    def as_reader(reader: Reader) -> Page:
        page.context.clear_cookies()
        page.goto("about:blank")  # what a page sends as it is left goes before anybody else is signed in
        theirs = Client()
        theirs.force_login(reader.user, backend="allauth.account.auth_backends.AuthenticationBackend")
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": theirs.cookies[name].value, "url": server}])
        page.goto("/")
        _arrived(page, reader)
        return page

    return as_reader


def _arrived(page: Page, reader: Reader) -> None:
    page.wait_for_url("**/front-door/**" if reader.capabilities.get("frontdoor.view") == "all" else "**/my-work/**")


@pytest.fixture
def accessible():
    """Fails with axe's own words if a page breaks a rule of WCAG 2.2 A or AA, or good practice."""

    def check(page: Page) -> None:
        found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
        assert found.violations_count == 0, found.generate_report()

    return check
