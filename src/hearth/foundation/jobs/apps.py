from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The jobs room."""

    name = "hearth.foundation.jobs"
    label = "jobs"
