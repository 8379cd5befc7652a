from django.apps import AppConfig


class FrontdoorConfig(AppConfig):
    """The frontdoor room."""

    name = "hearth.services.frontdoor"
    label = "frontdoor"
