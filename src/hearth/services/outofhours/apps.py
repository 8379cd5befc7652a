from django.apps import AppConfig


class OutofhoursConfig(AppConfig):
    """The outofhours room."""

    name = "hearth.services.outofhours"
    label = "outofhours"
