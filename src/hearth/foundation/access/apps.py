from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The access room."""

    name = "hearth.foundation.access"
    label = "access"
