from django.apps import AppConfig


class EscalationConfig(AppConfig):
    """The escalation room."""

    name = "hearth.services.escalation"
    label = "escalation"
