from django.apps import AppConfig


class CaseformsConfig(AppConfig):
    """The caseforms room."""

    name = "hearth.foundation.caseforms"
    label = "caseforms"
