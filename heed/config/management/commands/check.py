"""`heed check`: what is not right with the settings, the keys and the databases."""

from django.core.management.commands import check
from django.db import connections

from heed.config.checks import LooksAtDatabases, in_use, journal
from heed.config.checks_of_mailboxes import mailboxes_must_have_their_partnerships


class Command(LooksAtDatabases, check.Command):
    """Django's own command, which here looks into the databases without being told."""

    def handle(self, *app_labels, **options):
        super().handle(*app_labels, **options)
        if any(connections[alias].vendor == "sqlite" for alias in in_use()):
            self.stdout.write(journal())
        mailboxes_must_have_their_partnerships()
