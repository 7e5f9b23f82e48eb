"""`heed documents`: the documents that are written from the code."""

from django.core.management.base import BaseCommand

from heed.config import written


class Command(BaseCommand):
    """Writes the generated documents, or says which of them are not current."""

    help = "Writes the documents that are made from the code; --check only compares."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="write nothing")

    def handle(self, *args, check, **options):
        if not check:
            for name in written.write():
                self.stdout.write(f"Wrote {name}.")
            return
        stale = written.stale()
        for name in stale:
            self.stderr.write(f"{name} is not current: run `heed documents`.")
        if stale:
            raise SystemExit(1)
