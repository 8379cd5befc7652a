"""Settings, all from the environment; the demonstration and the tests set it for themselves.

HEARTH_SECRET_KEY   signs sessions; required unless HEARTH_DEMO is set
HEARTH_MFA_KEYS     encrypt the secrets of the second sign-in step; comma-separated, the newest first
HEARTH_PACK         the authority's pack (default southampton)
HEARTH_HOSTS        comma-separated host names that may be served
HEARTH_HTTPS        "no" only where no proxy in front speaks HTTPS (the demonstration)
HEARTH_DEMO         "yes" in the demonstration: says so on every page, no second factor
DATABASE_URL        the application's role; DATABASE_OWNER_URL the owner's, who migrates
HEARTH_MAIL         smtp://user:password@host:port, or file:/folder (the default: var/mail)
HEARTH_SEALS        folder outside the database for copies of the timeline's seals (default var/seals)
HEARTH_IDLE_MINUTES idle time before a session must sign in again (default 30)
"""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONCE

from hearth.config.places import ASSETS, ROOT, VAR


def database(url: str) -> dict[str, object]:
    """Django's settings for a postgresql:// URL; `?host=/folder` names a socket's folder."""
    parts = urlsplit(url)
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(query.get("port", parts.port or "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        # pgtrigger's triggers ask for it on every row they record; unset, each asking raises and catches an error.
        "OPTIONS": {"options": "-c pgtrigger.ignore={}"},
    }


DEMO = os.environ.get("HEARTH_DEMO") == "yes"
HTTPS = os.environ.get("HEARTH_HTTPS", "yes") != "no"
PACK = os.environ.get("HEARTH_PACK", "southampton")
SECRET_KEY = os.environ.get("HEARTH_SECRET_KEY") or secrets.token_hex(32)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("HEARTH_HOSTS", "127.0.0.1,localhost").split(",")
ROOT_URLCONF = "hearth.config.urls"
WSGI_APPLICATION = "hearth.config.wsgi.application"
DATABASE_URL = os.environ.get("DATABASE_URL", "postgresql:///hearth")
OWNER_URL = os.environ.get("DATABASE_OWNER_URL", DATABASE_URL)
# One process has one role: `hearth migrate` runs as the owner, everything else as the application.
DATABASES = {"default": database(OWNER_URL if os.environ.get("HEARTH_AS_OWNER") == "yes" else DATABASE_URL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ROOMS = [
    "hearth.foundation.access",
    "hearth.foundation.timeline",
    "hearth.foundation.standards",
    "hearth.foundation.caseforms",
    "hearth.foundation.letters",
    "hearth.foundation.jobs",
    "hearth.people",
    "hearth.services.frontdoor",
    "hearth.services.mash",
    "hearth.services.outofhours",
    "hearth.services.escalation",
    "hearth.services.recording",
    "hearth.oversight",
    "hearth.web",
]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "procrastinate.contrib.django",
    *ROOMS,
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "hearth.foundation.access.middleware.NothingKept",
    "hearth.foundation.access.middleware.LoginRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "hearth.foundation.access.middleware.ReaderMiddleware",
    "hearth.people.middleware.OldRecords",
    "hearth.foundation.access.middleware.IdleTimeout",
    "axes.middleware.AxesMiddleware",
]

TEMPLATE_FOLDERS = [ROOT / "src" / Path(*room.split(".")) / "templates" for room in ROOMS]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": TEMPLATE_FOLDERS,
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "hearth.web.environment.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "hearth.web.context.page",
            ],
        },
    },
    # Only for the plain-text e-mails of packages; every page a person sees is Jinja2 (a test holds it).
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]
FORM_RENDERER = "hearth.web.fields.Renderer"

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
]
ACCOUNT_ADAPTER = "hearth.foundation.access.adapter.StaffAccounts"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
# django-axes counts wrong passwords, in the database for all processes (the adapter keeps allauth's own count out of
# it); what stands here limits wrong codes of the second factor.
# Behind a proxy everybody has one address, so nothing is counted by it.
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key", "login": None}
# Wrong codes and used ones are counted for all processes together, and no flood of others pushes them out.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "access_cache",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_REQUIRED = not DEMO
MFA_ADAPTER = "hearth.foundation.access.second_step.SecondStep"
MFA_KEYS = [key for key in os.environ.get("HEARTH_MFA_KEYS", "").split(",") if key]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = [["username"]]
AXES_USERNAME_CALLABLE = "hearth.foundation.access.views.named_at_sign_in"
AXES_LOCKOUT_CALLABLE = "hearth.foundation.access.views.locked_out"
AXES_VERBOSE = False
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
IDLE_MINUTES = int(os.environ.get("HEARTH_IDLE_MINUTES", "30"))
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "hearth.web.views.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'", NONCE],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
# A contact's free text may be long: 5 MB of notes is refused by the form with words, not by the server.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = False
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [ASSETS, ROOT / "src/hearth/web/static"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder", "hearth.web.finders.PackageScripts"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

PGHISTORY_APPEND_ONLY = True
PGHISTORY_MIDDLEWARE_METHODS = ()
SILENCED_SYSTEM_CHECKS = ["axes.W003"]

MAIL = os.environ.get("HEARTH_MAIL", f"file:{VAR / 'mail'}")
if MAIL.startswith("file:"):
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = MAIL.removeprefix("file:")
else:
    _mail = urlsplit(MAIL)
    EMAIL_HOST, EMAIL_PORT = _mail.hostname or "localhost", _mail.port or 587
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
    EMAIL_USE_TLS = True
SEALS = Path(os.environ.get("HEARTH_SEALS", VAR / "seals"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
