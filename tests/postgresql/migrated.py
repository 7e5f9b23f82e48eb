"""`python -m tests.postgresql.migrated`: brings both databases to the latest migration.
The tests' own databases are copies of them."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402

for alias in settings.DATABASES:
    call_command("migrate", database=alias, verbosity=0)
call_command("createcachetable", verbosity=0)
