from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The people room."""

    name = "hearth.people"
    label = "people"
