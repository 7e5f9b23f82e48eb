"""`heed migrate`: both databases and the table of throttles."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.commands import migrate

# The library holds the tables of this application alone: to walk the others' history
# for it takes a quarter of a minute and changes nothing.
HELD_BY = {"library": "library"}


class Command(migrate.Command):
    """Django's own command, which on the command line takes both databases in turn."""

    def handle(self, *args, **options):
        held = HELD_BY.get(options["database"])
        if held and not options["app_label"]:
            # All that it holds has migrations: nothing is left to synchronise.
            options |= {"app_label": held, "run_syncdb": False}
        super().handle(*args, **options)

    def run_from_argv(self, argv):
        if any(word.startswith("--database") for word in argv):
            super().run_from_argv(argv)
            return
        for alias in [name for name, set_up in settings.DATABASES.items() if set_up]:
            super().run_from_argv([*argv, f"--database={alias}"])
        if settings.DATABASES["default"]:
            call_command("createcachetable", verbosity=0)
