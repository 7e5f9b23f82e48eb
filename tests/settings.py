"""The settings of Heed as the tests run it: one folder a run, no network, no clock."""

import os
import tempfile
from pathlib import Path

VAR = os.environ.setdefault("HEED_VAR", tempfile.mkdtemp(prefix="heed-tests-"))
(Path(VAR) / "static").mkdir(exist_ok=True)  # as collectstatic leaves it
os.environ.setdefault("HEED_SECRET_KEY", "only for tests")
os.environ.setdefault("HEED_HOSTS", "localhost,127.0.0.1,testserver")

from heed.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
