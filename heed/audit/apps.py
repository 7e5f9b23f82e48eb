"""The record of who did what."""

from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    """Makes the triggers anew after every migration."""

    name = "heed.audit"

    def ready(self):
        from heed.audit.append_only import make_triggers, triggers_stand

        post_migrate.connect(
            make_triggers, sender=self, dispatch_uid="tables that keep what they hold"
        )
        checks.register(triggers_stand, checks.Tags.database)
