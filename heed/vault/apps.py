"""Keys, sealed fields, blind indexes."""

from django.apps import AppConfig
from django.core import checks, signals


class VaultConfig(AppConfig):
    """Keeps keys no longer than one request or one job."""

    name = "heed.vault"

    def ready(self):
        from heed.vault.keys import forget_keys
        from heed.vault.seals import seals_are_unique

        checks.register(seals_are_unique, checks.Tags.models)
        signals.request_started.connect(forget_keys, dispatch_uid="keys of before")
        signals.request_finished.connect(forget_keys, dispatch_uid="keys of this")
        self._forget_after_jobs(forget_keys)

    def _forget_after_jobs(self, forget_keys):
        from django_tasks.signals import task_finished, task_started

        task_started.connect(forget_keys, dispatch_uid="keys of before")
        task_finished.connect(forget_keys, dispatch_uid="keys of this")
