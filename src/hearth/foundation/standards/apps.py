from django.apps import AppConfig


class StandardsConfig(AppConfig):
    """The standards room."""

    name = "hearth.foundation.standards"
    label = "standards"
