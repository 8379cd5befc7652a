"""The application server's way in."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hearth.config.settings")
application = get_wsgi_application()

from hearth.config.warming import warm  # noqa: E402 - the applications have to be loaded first

warm()
