"""Clients signed in as a reader."""

import pytest


@pytest.fixture
def browse(client):
    """A test client signed in as a reader."""

    def as_reader(reader):
        client.logout()
        client.force_login(reader.user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return as_reader
