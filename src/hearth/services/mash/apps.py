from django.apps import AppConfig


class MashConfig(AppConfig):
    """The mash room."""

    name = "hearth.services.mash"
    label = "mash"
