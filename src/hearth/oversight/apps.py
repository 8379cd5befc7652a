from django.apps import AppConfig


class OversightConfig(AppConfig):
    """The oversight room."""

    name = "hearth.oversight"
    label = "oversight"
