"""`heed quillshire`: lays out the looks and loads the fictional area, once."""

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from heed.config.demonstration import BEGIN_ANEW
from heed.demo.quillshire.loading import CutShort, load


class Command(BaseCommand):
    """Loads what is not loaded yet. Whether all is in order, `heed migrate` asked."""

    help = "Loads Quillshire into the demonstration."
    requires_system_checks = ()

    def handle(self, *args, **options):
        call_command("collectstatic", interactive=False, verbosity=0)
        try:
            load(say=self.stdout.write)
        except CutShort as cut:
            raise CommandError(str(cut), returncode=BEGIN_ANEW) from cut
