"""Brings a database to this version: migrations as the owner, then the application's rights."""

import hashlib
import os
import subprocess
import sys
from urllib.parse import urlsplit

from hearth.config.places import ROOT


def version() -> str:
    """A fingerprint of what decides the tables and rights: every migration, the installed packages, the grants."""
    files = [
        *sorted((ROOT / "src").rglob("migrations/*.py")),
        ROOT / "requirements" / "base.txt",
        ROOT / "src/hearth/config/grants.py",
    ]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def migrate(owner_url: str, application_url: str) -> None:
    """Migrate in a process of its own, which alone has the owner's rights."""
    environment = os.environ | {
        "HEARTH_AS_OWNER": "yes",
        "DATABASE_OWNER_URL": owner_url,
        "DATABASE_URL": application_url,
    }
    subprocess.run([sys.executable, "-m", "hearth.config.migrating"], env=environment, check=True)


def main() -> None:
    """Run inside the owner's process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hearth.config.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from hearth.config.grants import grant
    from hearth.foundation.timeline.restoring import go_on_counting

    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    go_on_counting()
    owner, role = (urlsplit(url).username for url in (settings.OWNER_URL, settings.DATABASE_URL))
    if role and role != owner:
        grant(role)


if __name__ == "__main__":
    main()
