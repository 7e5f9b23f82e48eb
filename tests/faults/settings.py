"""The tests' settings for processes of their own: jobs wait in the database."""

import gc

from heed.vault import codes
from tests.settings import *  # noqa: F403

gc.disable()  # until Heed is ready, as whoever starts `heed` does
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# As in the process of the tests: that codes are hashed slowly is tested once.
codes.HASHER = codes.QUICK
