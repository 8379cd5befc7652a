from django.apps import AppConfig


class TimelineConfig(AppConfig):
    """The timeline room."""

    name = "hearth.foundation.timeline"
    label = "timeline"
