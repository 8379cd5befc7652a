"""Obligations are refreshed in every action."""

from hearth.foundation.standards.refreshing import refresh
from hearth.foundation.timeline.api import after_action

after_action(refresh)
