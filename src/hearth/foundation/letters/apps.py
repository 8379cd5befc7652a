from django.apps import AppConfig


class LettersConfig(AppConfig):
    """The letters room."""

    name = "hearth.foundation.letters"
    label = "letters"
