"""`heed quillshire`: loads the fictional area, once."""

from django.core.management.base import BaseCommand

from heed.demo.quillshire.loading import load


class Command(BaseCommand):
    """Loads what is not loaded yet."""

    help = "Loads Quillshire into the demonstration."

    def handle(self, *args, **options):
        load(say=self.stdout.write)
