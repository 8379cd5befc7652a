"""The program's own settings, as a demonstration without HTTPS."""

import os

os.environ.update(HEARTH_HTTPS="no", HEARTH_DEMO="yes", HEARTH_SECRET_KEY="for tests only")

from hearth.config.settings import *  # noqa: F403
