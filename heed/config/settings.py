"""Every setting of Heed, read from the environment. One file for all three doors."""

from pathlib import Path

from csp.constants import NONE, SELF

from heed.config import environment as env

BASE_DIR = Path(__file__).resolve().parents[2]
VAR = Path(env.text("HEED_VAR", str(BASE_DIR / "var")))

DOOR = env.text("HEED_DOOR", "desk")
DEMONSTRATION = env.flag("HEED_DEMONSTRATION")
ON_PUBLIC_DOOR = DOOR == "public"

DEBUG = False
SECRET_KEY = (
    "the public door signs nothing"
    if ON_PUBLIC_DOOR
    else env.secret(
        "HEED_SECRET_KEY",
        VAR / "secret.key",
        why="It signs sessions; `heed demo` makes one for the demonstration.",
    )
)
ALLOWED_HOSTS = env.names("HEED_HOSTS", "localhost,127.0.0.1")
DESK_ADDRESS = env.text("HEED_DESK_ADDRESS", "http://localhost:8000")
PUBLIC_ADDRESS = env.text("HEED_PUBLIC_ADDRESS", "http://localhost:8001")
SECURE = DESK_ADDRESS.startswith("https://")

# How many proxies of our own stand before the desk: one, where TLS ends before it.
TRUSTED_PROXIES = env.number("HEED_TRUSTED_PROXIES", 1 if SECURE else 0)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES

# --- Databases: the public door has no casework database at all ---

LIBRARY_DATABASE = env.database(
    env.text("HEED_LIBRARY_DATABASE", f"sqlite:///{VAR / 'library.sqlite3'}")
)
if env.text("HEED_SERVES", "") == "public":
    LIBRARY_DATABASE = env.only_to_read(LIBRARY_DATABASE)
DATABASES = {"default": {}, "library": LIBRARY_DATABASE}
CASEWORK = VAR / "casework.sqlite3"
# Whether a desk keeps cases beside this library, which then fills it.
WITH_A_DESK = bool(env.text("HEED_DATABASE", "")) or CASEWORK.is_file()
if not ON_PUBLIC_DOOR:
    CASES = env.database(env.text("HEED_DATABASE", f"sqlite:///{CASEWORK}"))
    DATABASES["default"] = env.staying_open(CASES)
DATABASE_ROUTERS = ["heed.config.routers.LibraryApart"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Applications ---

CASEWORK = [
    "heed.vault",
    "heed.audit",
    "heed.documents",
    "heed.correspondence",
    "heed.cases",
    "heed.chronologies",
    "heed.referrals",
    "heed.incidents",
    "heed.rapid_reviews",
    "heed.reviews",
    "heed.publications",
    "heed.learning",
    "heed.desk",
]
SHARED = ["heed.ui", "heed.library"]
if ON_PUBLIC_DOOR:
    INSTALLED_APPS = [
        "django_cotton.apps.SimpleAppConfig",
        "django.contrib.staticfiles",
        *SHARED,
        "heed.config",
    ]
else:
    INSTALLED_APPS = [
        "django_cotton.apps.SimpleAppConfig",
        *SHARED,
        "heed.partnership",  # before allauth: its pages are drawn by our templates
        "django.contrib.contenttypes",
        "django.contrib.auth",
        "django.contrib.sessions",
        "django.contrib.humanize",
        "django.contrib.staticfiles",
        "allauth",
        "allauth.account",
        "allauth.mfa",
        "allauth.socialaccount",
        "allauth.socialaccount.providers.openid_connect",
        "allauth.usersessions",
        "django_linear_migrations",
        "django_tasks",
        "django_tasks_db",
        *CASEWORK,
        "heed.config",
    ]
    if DEMONSTRATION:
        INSTALLED_APPS.append("heed.demo")

# --- Doors ---

ROOT_URLCONF = f"heed.config.urls_{'public' if ON_PUBLIC_DOOR else 'desk'}"
WSGI_APPLICATION = None
if ON_PUBLIC_DOOR:
    MIDDLEWARE = [
        "django.middleware.security.SecurityMiddleware",
        "csp.middleware.CSPMiddleware",
        "django.middleware.common.CommonMiddleware",
    ]
else:
    MIDDLEWARE = [
        "django.middleware.security.SecurityMiddleware",
        "whitenoise.middleware.WhiteNoiseMiddleware",
        "csp.middleware.CSPMiddleware",
        "heed.config.middleware.KeptPrivate",
        "heed.config.addresses.WithoutNul",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "allauth.account.middleware.AccountMiddleware",
        "allauth.usersessions.middleware.UserSessionsMiddleware",
        "heed.config.middleware.MomentAndPerson",
        "heed.partnership.middleware.Policies",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "django.templatetags.static",
                "heed.ui.templatetags.addresses",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "heed.config.context.of_the_page",
            ],
        },
    }
]
if not ON_PUBLIC_DOOR:
    TEMPLATES[0]["OPTIONS"]["context_processors"] += [
        "heed.partnership.context.of_the_person",
        "heed.desk.context.of_the_desk",
        *(["heed.demo.context.of_the_demonstration"] if DEMONSTRATION else []),
    ]
FORM_RENDERER = "heed.ui.forms.GovukRenderer"

# --- People and sessions ---

AUTH_USER_MODEL = "partnership.Person"
AUTHENTICATION_BACKENDS = ["heed.partnership.who_asks.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation."
        "UserAttributeSimilarityValidator"
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation reached this address already
ACCOUNT_ADAPTER = "heed.partnership.adapters.StaffByInvitation"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/account/login/"
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/30m/key"}
ACCOUNT_FORMS = {
    name: f"heed.partnership.sign_in_forms.{form}"
    for name, form in {
        "login": "Login",
        "reset_password": "ForgottenPassword",
        "reset_password_from_key": "NewPassword",
        "change_password": "ChangedPassword",
        "reauthenticate": "Password",
    }.items()
}
PASSWORD_RESET_TIMEOUT = 15 * 60
SOCIALACCOUNT_ADAPTER = "heed.partnership.adapters.KnownProvidersOnly"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
IDENTITY_PROVIDERS = env.identity_providers("HEED_IDENTITY_PROVIDERS")
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {"APPS": IDENTITY_PROVIDERS, "OAUTH_PKCE_ENABLED": True}
}
MFA_ADAPTER = "heed.partnership.adapters.SealedSecrets"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
MFA_TOTP_ISSUER = "Heed"
MFA_FORMS = {
    name: f"heed.partnership.sign_in_forms.{form}"
    for name, form in {
        "authenticate": "SecondStep",
        "reauthenticate": "SecondStepAgain",
        "activate_totp": "App",
        "add_webauthn": "Passkey",
        "edit_webauthn": "PasskeyName",
    }.items()
}

SESSION_ENGINE = "heed.partnership.who_asks"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_IDLE_SECONDS = 15 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "__Host-heed" if SECURE else "heed"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-heed-form" if SECURE else "heed-form"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [DESK_ADDRESS]
CSRF_FAILURE_VIEW = "heed.config.errors.form_expired"

CACHES = {
    "default": {
        # Throttles and replayed one-time codes must be known to every process.
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "heed_throttles",
    }
}
if ON_PUBLIC_DOOR:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    AUTH_USER_MODEL = "auth.User"

# --- Browser ---

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *env.origins_of(IDENTITY_PROVIDERS)],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
if not ON_PUBLIC_DOOR:
    # The public door takes nothing from anybody.
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["report-uri"] = ["/content-security-reports/"]
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_CONTENT_TYPE_NOSNIFF = True
# Without a referrer of the same origin Chromium sends "Origin: null" with every form.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("HEED_STATIC", str(VAR / "static")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- Files, keys, mail ---

MASTER_KEY_FILE = VAR / "keys" / "master.keys"
if value := env.text("HEED_MASTER_KEYS", ""):
    MASTER_KEY_FILE = Path(value)
CHECKPOINT_FOLDER = Path(env.text("HEED_CHECKPOINTS", str(VAR / "checkpoints")))
JOURNAL_FOLDER = Path(env.text("HEED_JOURNAL", str(VAR / "journal")))
FILES_FOLDER = Path(env.text("HEED_FILES", str(VAR / "files")))
FILES_BUCKET = env.text("HEED_FILES_BUCKET", "")
CLAMD_SOCKET = env.text("HEED_CLAMD_SOCKET", "")
LIBRARY_INDEX_FOLDER = Path(env.text("HEED_LIBRARY_INDEX", str(VAR / "library-index")))
LIBRARY_FILES_FOLDER = Path(env.text("HEED_LIBRARY_FILES", str(VAR / "library-files")))
# Where nginx in front of the public site reads that folder; "" where there is none.
LIBRARY_FILES_ADDRESS = env.text("HEED_LIBRARY_FILES_ADDRESS", "")

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_BYTES = 50 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["heed.documents.uploads.IntoTheStore"]
FILE_UPLOAD_PERMISSIONS = 0o600

SMTP = {
    "host": env.text("HEED_SMTP_HOST", "" if DEMONSTRATION else "localhost"),
    "port": int(env.text("HEED_SMTP_PORT", "25")),
    "user": env.text("HEED_SMTP_USER", ""),
    "password": env.text("HEED_SMTP_PASSWORD", ""),
    "tls": env.text("HEED_SMTP_TLS", "required"),  # required | none (localhost only)
}
MAIL_FROM = env.text("HEED_MAIL_FROM", "heed@localhost")
MAILBOXES = env.mailboxes(
    "HEED_MAILBOXES",
    {
        "partnership": env.text("HEED_IMAP_PARTNERSHIP", ""),
        "host": env.text("HEED_IMAP_HOST", ""),
        "port": env.number("HEED_IMAP_PORT", 993),
        "user": env.text("HEED_IMAP_USER", ""),
        "password": env.text("HEED_IMAP_PASSWORD", ""),
        "folder": env.text("HEED_IMAP_FOLDER", "INBOX"),
        "processed": env.text("HEED_IMAP_PROCESSED", "Processed"),
        # Days that a processed email stays in the mailbox; 0: for ever.
        "kept_days": env.number("HEED_IMAP_KEPT_DAYS", 30),
        "certificate": env.text("HEED_IMAP_CERTIFICATE", ""),
        # As it names itself in Authentication-Results; only this server's word counts.
        "authentication_server": env.text("HEED_IMAP_AUTHENTICATION_SERVER", ""),
    },
)

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Words and time ---

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"without_words": {"()": "heed.config.logs.WithoutWords"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "without_words"}
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
