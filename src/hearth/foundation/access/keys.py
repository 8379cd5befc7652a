"""The keys that secrets of the second step are encrypted with at rest: the newest encrypts, all of them decrypt."""

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

SECRETS = ("secret", "seed")
HOW = "Set HEARTH_MFA_KEYS to one or more keys made by ./hearth second-step new-key, separated by commas, the newest first."
UNREAD = "None of HEARTH_MFA_KEYS reads a stored second step: a key that is still used is missing."


def new_key() -> str:
    """A fresh key, for HEARTH_MFA_KEYS."""
    return Fernet.generate_key().decode()


def ring() -> MultiFernet:
    """The keys of this deployment. Raises ImproperlyConfigured where there is none, or one is not a key."""
    try:
        return MultiFernet([Fernet(key) for key in settings.MFA_KEYS])
    except ValueError:
        raise ImproperlyConfigured(HOW) from None


def encrypt(text: str) -> str:
    """A secret as it is stored."""
    return ring().encrypt(text.encode()).decode()


def decrypt(stored: str) -> str:
    """A stored secret as it was. Raises ImproperlyConfigured where none of the keys reads it."""
    try:
        return ring().decrypt(stored).decode()
    except InvalidToken:
        raise ImproperlyConfigured(
            "None of HEARTH_MFA_KEYS reads a stored second step: a key that is still used is missing."
        ) from None


def rotate() -> int:
    """Encrypt every stored secret with the newest key, all or none; how many. Raises ImproperlyConfigured as `decrypt` does."""
    count = 0
    with transaction.atomic():
        for row in Authenticator.objects.select_for_update().order_by("pk"):
            for name in SECRETS:
                if name in row.data:
                    row.data[name] = encrypt(decrypt(row.data[name]))
                    count += 1
            row.save(update_fields=["data"])
    return count
