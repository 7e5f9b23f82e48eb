"""`heed quillshire`: loads the fictional area, once."""

from django.core.management.base import BaseCommand, CommandError

from heed.config.demonstration import BEGIN_ANEW
from heed.demo.quillshire.loading import CutShort, load


class Command(BaseCommand):
    """Loads what is not loaded yet."""

    help = "Loads Quillshire into the demonstration."

    def handle(self, *args, **options):
        try:
            load(say=self.stdout.write)
        except CutShort as cut:
            raise CommandError(str(cut), returncode=BEGIN_ANEW) from cut
