"""`heed process`: the practice review process as a page."""

from django.core.management.base import BaseCommand

from heed.rulebook.describe import as_markdown


class Command(BaseCommand):
    """Prints what docs/process.md holds."""

    help = "Prints the process with its steps and clocks as Markdown."

    def handle(self, *args, **options):
        self.stdout.write(as_markdown())
