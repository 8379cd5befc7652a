"""The demonstration of this folder, for the other commands: where no DATABASE_URL says otherwise, its records are meant."""

import os
import secrets

from cryptography.fernet import Fernet

from hearth.config import embedded
from hearth.config.places import VAR

_PACK = VAR / "demo-pack"


def database(pack: str) -> str:
    """The name of a pack's demonstration on the embedded server."""
    return f"hearth_{pack}"


def note(pack: str) -> None:
    """Keep which pack's demonstration was started last."""
    VAR.mkdir(exist_ok=True)
    _PACK.write_text(pack)


def set_environment(pack: str) -> None:
    """What every process of a pack's demonstration runs with, but for its database."""
    os.environ.update(HEARTH_DEMO="yes", HEARTH_HTTPS="no", HEARTH_PACK=pack)
    os.environ["HEARTH_SECRET_KEY"] = _kept("demo-secret", secrets.token_hex(32))
    os.environ["HEARTH_MFA_KEYS"] = _kept("demo-mfa-key", Fernet.generate_key().decode())


def use() -> None:
    """Point this process at the demonstration that is running here, HEARTH_PACK's or the one last started, if there is one."""
    pack = os.environ.get("HEARTH_PACK") or (_PACK.read_text() if _PACK.exists() else "")
    if not pack:
        return
    try:
        where = embedded.place()
    except embedded.DatabaseUnavailable:
        return
    if embedded.answers(where):
        os.environ["DATABASE_URL"] = where.url(embedded.APPLICATION, database(pack))
        set_environment(pack)


def _kept(name: str, fresh: str) -> str:
    """A secret of this machine's own demonstration, the same at every start."""
    file = VAR / name
    if not file.exists():
        VAR.mkdir(exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(fresh)
    return file.read_text()
