"""The program's own settings, as a demonstration without HTTPS."""

import os

os.environ.update(HEARTH_HTTPS="no", HEARTH_DEMO="yes", HEARTH_SECRET_KEY="for tests only")
os.environ["HEARTH_MFA_KEYS"] = "Zm9yIHRlc3RzIG9ubHksIG5vdGhpbmcgZWxzZSBldmU="

from hearth.config.settings import *  # noqa: F403
