"""How django-allauth keeps the secrets of the second step: encrypted, so that a copy of the database opens no account."""

from allauth.mfa.adapter import DefaultMFAAdapter

from hearth.foundation.access import keys


class SecondStep(DefaultMFAAdapter):
    """Secrets of authenticator apps and recovery codes are encrypted at rest."""

    def encrypt(self, text: str) -> str:
        """A secret as it is stored."""
        return keys.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """A stored secret as it was."""
        return keys.decrypt(encrypted_text)
