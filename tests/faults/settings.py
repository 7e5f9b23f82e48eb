"""The tests' settings for processes of their own: jobs wait in the database."""

import gc

from tests.settings import *  # noqa: F403

gc.disable()  # until Heed is ready, as whoever starts `heed` does
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
