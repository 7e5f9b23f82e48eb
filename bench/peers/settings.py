"""Heed as its tests run it, with the Django admin mounted beside the desk."""

import django.contrib.admin

from tests.settings import *  # noqa: F403
from tests.settings import DATABASES, INSTALLED_APPS, TEMPLATES, VAR

INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.messages", "django.contrib.admin"]
ROOT_URLCONF = "bench.peers.urls"
SILENCED_SYSTEM_CHECKS = ["admin.E403", "admin.E408", "admin.E409"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "NAME": "admin",
        "DIRS": [f"{django.contrib.admin.__path__[0]}/templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
    *TEMPLATES,
]
# As `startproject` sets it up; the desk keeps its own.
OF_THE_ADMIN = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
# Cases are kept in a file, as at the desk: each entry of the record reaches the disk.
DATABASES = DATABASES | {
    "default": DATABASES["default"] | {"TEST": {"NAME": f"{VAR}/cases.sqlite3"}}
}
