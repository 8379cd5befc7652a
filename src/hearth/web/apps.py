from django.apps import AppConfig


class WebConfig(AppConfig):
    """The web room."""

    name = "hearth.web"
    label = "web"
