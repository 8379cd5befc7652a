"""Accounts are made, changed and closed by whoever runs the server."""

import getpass

import pytest
from django.test import Client
from django.urls import reverse

from hearth.foundation.access.models import AccessLog, RoleHeld, User
from tests.support.commands import Told
from tests.support.people import PASSWORD, staff

pytestmark = pytest.mark.django_db
NEW = "three words apart 7"


@pytest.fixture
def hearth(capsys, monkeypatch):
    """Type a command, and a password where it asks for one."""

    def typed(*words: str, password: str = NEW) -> Told:
        monkeypatch.setenv("DATABASE_URL", "the tests' own")  # else a demonstration running here would be meant
        monkeypatch.setattr(getpass, "getpass", lambda _prompt: password)
        return Told(capsys, monkeypatch).run("user", *words)

    return typed


def opens(email: str, password: str) -> bool:
    return Client().post(reverse("account_login"), {"login": email, "password": password}).status_code == 302


def test_an_account_is_made_once_and_its_address_is_known_however_it_is_written(hearth):
    told = hearth("Ada.Hale@Council.example", "--name", "Ada Hale", "--role", "manager", "--team", "crs")
    assert (told.code, told.out) == (0, "ada.hale@council.example may sign in.\n")
    assert RoleHeld.objects.get().role == "manager"
    assert opens("ADA.HALE@council.example", NEW)
    again = hearth("ada.hale@council.example", "--name", "Ada Hale", "--role", "manager", "--team", "crs")
    assert (again.code, again.err) == (2, "ada.hale@council.example has an account already.\n")


@pytest.mark.parametrize(
    ("email", "role", "password", "words"),
    [
        ("no address", "manager", NEW, "Enter a valid email address."),
        ("ada@council.example", "wizard", NEW, "Give --name, --role and --team. Roles: information_officer"),
        ("ada@council.example", "manager", "short", "at least 12 characters"),
        ("ada@council.example", "manager", "ada@council.example", "too similar"),
    ],
)
def test_what_cannot_be_an_account_is_refused_in_words(hearth, email, role, password, words):
    told = hearth(email, "--name", "Ada Hale", "--role", role, "--team", "crs", password=password)
    assert told.code == 2
    assert words in told.err
    assert not User.objects.exists()


@pytest.mark.parametrize("change", ["--new-password", "--close"])
def test_a_new_password_or_the_end_of_an_account_ends_its_sessions_and_is_logged(hearth, change):
    worker, client = staff("Wren Worker", "social_worker", "crs", password=True), Client()
    client.post(reverse("account_login"), {"login": worker.user.email, "password": PASSWORD})
    assert client.get(reverse("queue")).status_code == 200
    assert hearth(worker.user.email, change).code == 0
    assert client.get(reverse("queue")).url.startswith("/accounts/login/")
    assert not opens_queue(worker.user.email, PASSWORD)
    assert opens_queue(worker.user.email, NEW) == (change == "--new-password")
    assert AccessLog.objects.get(what="account").subject_id == str(worker.id)


def opens_queue(email: str, password: str) -> bool:
    client = Client()
    client.post(reverse("account_login"), {"login": email, "password": password})
    return client.get(reverse("queue")).status_code == 200


def test_who_lost_their_telephone_sets_up_the_second_step_again(hearth, settings):
    from allauth.mfa.models import Authenticator

    settings.MFA_REQUIRED = True
    worker = staff("Wren Worker", "social_worker", "crs", password=True)
    Authenticator.objects.create(user=worker.user, type="totp", data={"secret": "x"})
    client = Client()
    client.force_login(worker.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(reverse("queue")).status_code == 200
    assert hearth(worker.user.email, "--forget-second-step").code == 0
    assert client.get(reverse("queue")).url == reverse("mfa_activate_totp")


def test_there_is_nothing_to_change_of_nobody(hearth):
    told = hearth("nobody@council.example", "--close")
    assert (told.code, told.err) == (2, "nobody@council.example has no account.\n")
