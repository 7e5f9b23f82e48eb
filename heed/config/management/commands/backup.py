"""`heed backup DIR`."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand

from heed import clock
from heed.audit.actors import SystemActor
from heed.config.backup.making import back_up
from heed.config.one_sentence import in_one_sentence


class Command(BaseCommand):
    """Copies databases, files and checkpoints while Heed runs; never the keys."""

    help = "Writes a backup into a new folder, while Heed runs. Keys are not in it."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *args, folder, as_json, **options):
        with in_one_sentence():
            made, missing = back_up(
                folder, by=SystemActor("the command line"), at=clock.now()
            )
        if as_json:
            said = {
                "folder": str(folder.absolute()),
                "entries": made.entries,
                "files": len(made.checksums),
                "objects_in_bucket": made.in_bucket,
                "missing": missing,
                "ok": not missing,
            }
            self.stdout.write(json.dumps(said))
        else:
            self.stdout.write(
                f"Backed up {made.entries} entries of the record and "
                f"{made.documents} documents into {folder}. The keys are not in it."
            )
            if made.in_bucket:
                self.stdout.write(f"Files lie in the {made.files}.")
        if missing:
            self.stderr.write(
                f"{len(missing)} files that documents name are not in the files "
                f"folder, the first {missing[0]}."
            )
            raise SystemExit(1)
