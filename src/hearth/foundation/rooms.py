"""A room as a Django application: its declarations are read when the program starts."""

import importlib.util

from django.apps import AppConfig

DECLARATIONS = (
    "capabilities", "events", "facts", "form_facts", "pack", "guidance", "handlers", "owing", "navigation", "record_pages", "tasks",
)  # fmt: skip


class Room(AppConfig):
    """Imports what a room declares: capabilities, kinds of event, facts, its word of pack.yaml, handlers, pages, tasks."""

    def ready(self) -> None:
        """Import each of the room's declaring modules that it has."""
        for name in DECLARATIONS:
            module = f"{self.name}.{name}"
            if importlib.util.find_spec(module) is not None:
                importlib.import_module(module)
