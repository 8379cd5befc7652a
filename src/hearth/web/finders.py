"""Serves the one script that comes inside a Python package: htmx."""

from pathlib import Path
from typing import Any

import django_htmx
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

FOLDER = Path(django_htmx.__file__).parent / "static" / "django_htmx"
FILE = "htmx-2.min.js"


class PackageScripts(BaseFinder):
    """Finds htmx-2.min.js in django-htmx."""

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The file's place, or an empty list."""
        if path != FILE:
            return []
        found = str(FOLDER / FILE)
        return [found] if find_all else found

    def list(self, ignore_patterns: Any) -> Any:
        """The one file, for collectstatic and WhiteNoise."""
        yield FILE, FileSystemStorage(location=FOLDER)
