"""`heed restore DIR`."""

import json
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import BaseCommand

from heed import clock
from heed.audit.actors import SystemActor
from heed.config.backup.restoring import Restored, restore
from heed.config.one_sentence import in_one_sentence


class Command(BaseCommand):
    """Puts a backup back, and lets everything end again that has ended since."""

    help = "Puts a backup back. Stop desk, worker and public site first."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument("--replace", action="store_true", help="set aside what is")
        parser.add_argument(
            "--without-journal",
            action="store_true",
            help="though what was revoked and withdrawn since comes back to life",
        )
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *args, folder, replace, without_journal, as_json, **options):
        with in_one_sentence():
            restored = restore(
                folder,
                replace=replace,
                without_journal=without_journal,
                by=SystemActor("the command line"),
                at=clock.real_now(),
            )
        if as_json:
            self.stdout.write(json.dumps({"ok": True, **asdict(restored)}))
        else:
            self.say(restored, without_journal=without_journal)

    def say(self, restored: Restored, *, without_journal: bool):
        self.stdout.write(
            f"The backup of {restored.made_at} is in its place, with "
            f"{restored.entries} entries of the record. Everybody signs in anew."
        )
        for kind, count in sorted(restored.ended_again.items()):
            self.stdout.write(f"Ended again by the journal: {count} × {kind}.")
        for path in restored.set_aside:
            self.stdout.write(f"Set aside: {path}")
        if restored.in_bucket:
            self.stdout.write("Files lie in the bucket; they are not in the backup.")
        if without_journal:
            self.stderr.write(
                "No journal was carried out: compare by hand who had access and what "
                "was published."
            )
        self.stdout.write("Run `heed audit verify` and `heed check`, then start Heed.")
