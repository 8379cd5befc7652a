"""Signing in, staying signed in and signing out, through the pages."""

import re
import uuid
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import get_resolver, reverse

from hearth.foundation import worktime
from hearth.foundation.access.models import HeldWork
from tests.support.people import PASSWORD, call, child, staff

pytestmark = pytest.mark.django_db
CLOSED = ["account_signup", "account_email", "account_email_verification_sent", "account_set_password", "account_reset_password"]


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs", password=True)


@pytest.fixture(autouse=True)
def fresh_limits():
    from django.core.cache import cache

    cache.clear()


def sign_in(client, reader, password=PASSWORD):
    return client.post(reverse("account_login"), {"login": reader.user.email, "password": password})


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def set_up_second_step(client) -> str:
    page = client.get(reverse("mfa_activate_totp"))
    if page.status_code == 302:  # say again that it is you, before the account itself is changed
        assert client.get(page.url).status_code == 200
        assert client.post(page.url, {"password": PASSWORD}).url == reverse("mfa_activate_totp")
        page = client.get(reverse("mfa_activate_totp"))
    assert "<svg" in page.content.decode()
    assert "data:image" not in page.content.decode()
    secret = re.search(r'hearth-secret">([A-Z2-7]+)<', page.content.decode())[1]
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert answer.status_code == 302, answer.content.decode()
    return secret


def account_routes():
    return [one for one in get_resolver().reverse_dict if isinstance(one, str) and one.startswith(("account_", "mfa_"))]


def test_every_page_of_signing_in_is_ours(client, worker):
    sign_in(client, worker)
    set_up_second_step(client)
    asked = set()
    for name in account_routes():
        for person in (client, Client()):
            answer = person.get(reverse(name))
            assert answer.status_code in (200, 302, 404), name
            asked.add(name)
            foreign = [template.name for template in answer.templates if template.name and template.name.endswith(".html")]
            assert not foreign, f"{name} is rendered by a template of Django's engine: {foreign}"
            if answer.status_code == 200 and name != "mfa_download_recovery_codes":
                assert "hearth-header" in answer.content.decode(), name
    assert {"account_login", "mfa_activate_totp", "mfa_view_recovery_codes", "account_change_password"} <= asked


@pytest.mark.parametrize("name", CLOSED)
def test_pages_we_do_not_want_are_not_there(client, worker, name):
    sign_in(client, worker)
    for person in (client, Client()):
        assert person.get(reverse(name)).status_code == 404
        assert person.post(reverse(name), {"email": "new@council.example"}).status_code == 404


def test_a_wrong_password_and_an_unknown_account_get_the_same_answer_and_the_same_lock(worker):
    def tries(email):
        client, seen = Client(), []
        for _ in range(6):
            answer = client.post(reverse("account_login"), {"login": email, "password": "not this one at all"})
            text = re.sub(r'nonce="[^"]*"|value="[^"]*"|data-csrf="[^"]*"', "", answer.content.decode())
            seen.append((answer.status_code, text))
        return seen

    known, unknown = tries(worker.user.email), tries("nobody@council.example")
    assert known == unknown
    assert [status for status, _ in known] == [200, 200, 200, 200, 429, 429]
    assert sign_in(Client(), staff("Olu Other", "social_worker", "crs", password=True)).status_code == 302, "nobody else is locked"
    assert sign_in(Client(), worker).status_code == 429, "locked, even with the right password"


def test_passwords_are_kept_with_argon2(worker):
    assert get_user_model().objects.get(pk=worker.id).password.startswith("argon2")


def test_an_idle_session_ends_and_what_was_sent_is_given_back_to_the_same_person_only(worker):
    from hearth.services.frontdoor import actions

    line = actions.receive_contact(worker, call(child("Filip", "Kowalski"))).lines.get()
    path = reverse("safety", args=[line.pk])
    mine, other = Client(), Client()
    sign_in(mine, worker)
    mine.get(path)
    typed = {"where_now": "In the head's office", "seen": "yes", "safe_now": "yes", "version": "1", "base": "{}"}
    with worktime.frozen("2026-06-01T10:31"):
        answer = mine.post(path, typed)
        assert answer.status_code == 302
        assert answer.url.startswith("/accounts/login/?next=")
        line.refresh_from_db()
        assert line.where_now == "at school", "nothing was written for somebody who may no longer be there"
        colleague = staff("Olu Other", "social_worker", "crs", password=True)
        sign_in(other, colleague)
        assert "head&#39;s office" not in other.get(path).content.decode()
        sign_in(mine, worker)
        page = mine.get(path).content.decode()
        assert "In the head&#39;s office" in page
        assert "You had been signed out before this was saved" in page


def test_after_a_button_pressed_too_late_the_page_it_stood_on_comes_back(worker):
    client, button = Client(), reverse("take", args=[uuid.uuid4()])
    sign_in(client, worker)
    client.get(reverse("queue"))
    for came, back in (
        ("http://testserver/front-door/contacts/x/", "/front-door/contacts/x/"),
        ("https://elsewhere.example/front-door/", button),
        ("http://[", button),
        ("", button),
    ):
        with worktime.frozen("2026-06-01T10:31"):
            answer = client.post(button, headers={"Referer": came})
            assert answer.url == f"/accounts/login/?{urlencode({'next': back, 'idle': '1'})}", came
        sign_in(client, worker)
        client.get(reverse("queue"))


def test_a_session_in_use_does_not_end(worker):
    client = Client()
    sign_in(client, worker)
    for minute in ("10:20", "10:40", "11:00"):
        with worktime.frozen(f"2026-06-01T{minute}"):
            assert client.get(reverse("queue")).status_code == 200


def test_changing_the_password_ends_every_session(worker):
    here, there = Client(), Client()
    sign_in(here, worker)
    sign_in(there, worker)
    new = "three words apart 7"
    fields = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert here.get(reverse("account_change_password")).status_code == 200
    assert here.post(reverse("account_change_password"), fields).status_code == 302
    for client in (here, there):
        assert client.get(reverse("queue")).url.startswith("/accounts/login/")
    assert sign_in(Client(), worker).status_code == 200
    assert sign_in(Client(), worker, new).status_code == 302


def test_a_weak_new_password_is_refused_in_words(client, worker):
    sign_in(client, worker)
    answer = client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": "short", "password2": "short"})
    assert answer.status_code == 200
    assert "at least 12 characters" in answer.content.decode()


def test_the_second_step_from_end_to_end(worker, settings):
    settings.MFA_REQUIRED = True
    client = Client()
    sign_in(client, worker)
    assert client.get(reverse("queue")).url == reverse("mfa_activate_totp"), "nothing before a second step is set up"
    secret = set_up_second_step(client)
    assert client.get(reverse("queue")).status_code == 200
    codes = Authenticator.objects.get(type="recovery_codes", user=worker.user).wrap().get_unused_codes()
    again = Client()
    assert sign_in(again, worker).url.startswith(reverse("mfa_authenticate"))
    assert again.get(reverse("queue")).url.startswith("/accounts/login/"), "the password alone opens nothing"
    assert again.get(reverse("mfa_authenticate")).status_code == 200
    assert again.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    Authenticator.objects.filter(user=worker.user).update(last_used_at=None)
    from django.core.cache import cache

    cache.clear()  # the code that set it up may not be used twice within its half minute
    assert again.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == 302
    assert again.get(reverse("queue")).status_code == 200
    assert code_of(secret)
    once = Client()
    sign_in(once, worker)
    assert once.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == 200, "a recovery code works once"


def test_guessing_the_second_steps_code_is_limited(worker):
    client = Client()
    sign_in(client, worker)
    set_up_second_step(client)
    codes = Authenticator.objects.get(type="recovery_codes", user=worker.user).wrap().get_unused_codes()
    guess = Client()
    sign_in(guess, worker)
    for _ in range(6):
        guess.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert guess.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == 200, "even a right one has to wait"


def test_a_closed_account_does_not_open(worker):
    worker.user.is_active = False
    worker.user.save()
    answer = sign_in(Client(), worker)
    assert answer.status_code in (200, 302)
    assert "sessionid" not in Client().cookies
    client = Client()
    sign_in(client, worker)
    assert client.get(reverse("queue")).url.startswith("/accounts/login/")


def test_a_list_that_looks_for_news_by_itself_keeps_no_session_open(worker):
    client = Client()
    sign_in(client, worker)
    client.get(reverse("queue"))
    by_itself = {"headers": {"HX-Request": "true", "Hearth-By-Itself": "yes"}}
    with worktime.frozen("2026-06-01T10:20"):
        assert client.get(reverse("queue"), **by_itself).status_code in (200, 204)
    with worktime.frozen("2026-06-01T10:31"):
        answer = client.post(reverse("queue"), {"find": "Filip Kowalski"}, **by_itself)
        assert (answer.status_code, answer["HX-Refresh"]) == (204, "true")
        assert not HeldWork.objects.exists(), "what was searched for is kept in the access log alone"
        assert client.get(reverse("queue")).url.startswith("/accounts/login/")


@pytest.mark.parametrize("page", ["queue", "screening"])
def test_the_lists_that_renew_themselves_say_so(browse, worker, page):
    text = browse(worker).get(reverse(page)).content.decode()
    for element in re.findall(r'<[^>]*hx-trigger="every[^>]*>', text):
        assert "Hearth-By-Itself" in element
    assert "every" in text


def test_what_a_part_of_a_page_sent_too_late_is_given_back_on_that_page(worker):
    client, page = Client(), reverse("take_call")
    sign_in(client, worker)
    client.get(page)
    typed = {"what_told": "He said\x00 that his dad hit him.", "children-TOTAL_FORMS": "1", "children-INITIAL_FORMS": "0"}
    with worktime.frozen("2026-06-01T10:31"):
        headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{page}?channel=telephone"}
        assert client.post(reverse("matches"), typed, headers=headers)["HX-Refresh"] == "true"
        sign_in(client, worker)
        assert "He said that his dad hit him." in client.get(page).content.decode()


def test_nothing_of_a_signed_in_page_stays_in_the_browser(worker):
    client = Client()
    sign_in(client, worker)
    for page in ("queue", "my_work", "account_change_password"):
        assert client.get(reverse(page))["Cache-Control"] == "no-store, private"


def test_wrong_codes_are_counted_for_all_processes_together(worker):
    from django.core.cache import caches
    from django.db import connection

    client = Client()
    sign_in(client, worker)
    set_up_second_step(client)
    guess = Client()
    sign_in(guess, worker)
    guess.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert caches["default"].__class__.__name__ == "DatabaseCache"
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM access_cache WHERE cache_key LIKE '%%login_failed%%'")
        assert cursor.fetchone() == (1,)


def test_many_may_sign_in_at_once_through_one_proxy():
    for number in range(35):
        assert sign_in(Client(), staff(f"Olu Other {number}", "social_worker", "crs", password=True)).status_code == 302


def test_what_is_kept_for_a_while_goes(worker):
    from hearth.foundation.access.tasks import tidy

    now = worktime.now()
    for days in (13, 15):
        HeldWork.objects.create(user=worker.user, path=f"/{days}/", data={}, at=now - timedelta(days=days))
    for key, expires in (("ended", now - timedelta(hours=1)), ("open", now + timedelta(hours=1))):
        Session.objects.create(session_key=key, session_data="", expire_date=expires)
    for _ in range(2):
        tidy(timestamp=0)
    assert [row.path for row in HeldWork.objects.all()] == ["/13/"]
    assert [row.session_key for row in Session.objects.all()] == ["open"]
