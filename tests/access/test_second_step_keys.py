"""The secrets of the second step are encrypted at rest with keys that can be changed; without its key nothing opens."""

import argparse

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse

from hearth.config import second_step_command, serve
from hearth.foundation.access import keys
from tests.access.test_signing_in import code_of, set_up_second_step, sign_in
from tests.support.people import staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return staff("Wren Worker", "social_worker", "crs", password=True)


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def secret(worker) -> str:
    client = Client()
    sign_in(client, worker)
    return set_up_second_step(client)


def stored() -> dict[str, str]:
    return {row.type: row.data.get("secret") or row.data["seed"] for row in Authenticator.objects.all()}


def opens(worker, secret: str) -> bool:
    cache.clear()  # a code works once within its half minute
    client = Client()
    sign_in(client, worker)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    return client.get(reverse("queue")).status_code == 200


def run(what: str) -> int:
    return second_step_command.run(argparse.Namespace(what=what))


def test_what_is_stored_is_not_the_secret_and_reads_back_as_it(worker, secret):
    found = stored()
    assert secret not in found["totp"]
    assert keys.decrypt(found["totp"]) == secret
    assert set(found) == {"totp", "recovery_codes"}
    assert found["recovery_codes"].startswith("gAAAA"), "the seed of the recovery codes too"
    assert opens(worker, secret)


def test_a_new_key_in_front_of_the_old_one_then_alone(worker, secret, settings, capsys):
    old, new = settings.MFA_KEYS[0], keys.new_key()
    before = stored()
    settings.MFA_KEYS = [new, old]
    assert opens(worker, secret), "what the old key encrypted still opens"
    assert run("rotate") == 0
    assert "2 secrets are encrypted with the newest key" in capsys.readouterr().out
    settings.MFA_KEYS = [new]
    assert stored() != before
    assert opens(worker, secret)
    settings.MFA_KEYS = [old]
    with pytest.raises(ImproperlyConfigured):
        keys.decrypt(stored()["totp"])


def test_rotating_without_the_old_key_says_so_and_changes_nothing(secret, settings, capsys):
    before = stored()
    settings.MFA_KEYS = [keys.new_key()]
    assert run("rotate") == 2
    assert "a key that is still used is missing" in capsys.readouterr().err
    assert stored() == before


def test_the_command_makes_a_key_that_works(settings, capsys):
    assert run("new-key") == 0
    settings.MFA_KEYS = [capsys.readouterr().out.strip()]
    assert keys.decrypt(keys.encrypt("a secret")) == "a secret"


@pytest.mark.parametrize("given", [[], ["not a key"], [""]])
def test_without_a_key_nothing_is_stored_in_the_clear(worker, settings, given):
    settings.MFA_KEYS = given
    with pytest.raises(ImproperlyConfigured, match="second-step new-key"):
        keys.encrypt("a secret")
    client = Client()
    sign_in(client, worker)
    with pytest.raises(ImproperlyConfigured):
        set_up_second_step(client)
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(("given", "words"), [(None, "Set HEARTH_MFA_KEYS first"), ("not a key", "second-step new-key")])
def test_the_server_does_not_start_without_a_key(monkeypatch, settings, capsys, given, words):
    for name in ("DATABASE_URL", "HEARTH_SECRET_KEY", "HEARTH_HOSTS"):
        monkeypatch.setenv(name, "set")
    monkeypatch.delenv("HEARTH_MFA_KEYS", raising=False)
    if given:
        monkeypatch.setenv("HEARTH_MFA_KEYS", given)
        settings.MFA_KEYS = [given]
    started = []
    monkeypatch.setattr("os.execv", lambda *command: started.append(command))
    assert serve.run(argparse.Namespace(bind="127.0.0.1:1", workers=1)) == 2
    assert words in capsys.readouterr().err
    assert not started
    settings.MFA_KEYS = [keys.new_key()]
    monkeypatch.setenv("HEARTH_MFA_KEYS", settings.MFA_KEYS[0])
    serve.run(argparse.Namespace(bind="127.0.0.1:1", workers=1))
    assert started
