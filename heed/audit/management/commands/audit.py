"""`heed audit verify` and `heed audit checkpoint`."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from heed import clock
from heed.audit.actions import write_checkpoint
from heed.audit.actors import SystemActor
from heed.audit.append_only import missing_triggers
from heed.audit.verification import Verdict, verify
from heed.vault.signing import SigningKeyMissing


class Command(BaseCommand):
    help = "The record: verify it, or sign where it ends."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["verify", "checkpoint"])
        parser.add_argument("--json", action="store_true", dest="as_json")
        parser.add_argument(
            "--checkpoints",
            type=Path,
            metavar="DIR",
            help="verify against a copy of the checkpoints brought from elsewhere",
        )

    def handle(self, *args, what, as_json, checkpoints, **options):
        try:
            if what == "verify":
                self.verify(as_json, _with_something_in_it(checkpoints))
            else:
                self.sign()
        except SigningKeyMissing as problem:
            raise CommandError(str(problem), returncode=2) from None
        except DatabaseError:
            raise CommandError(
                "The record could not be read. Has `heed migrate` been run?",
                returncode=2,
            ) from None

    def verify(self, as_json, checkpoints):
        verdict = verify(checkpoints_in=checkpoints)
        for name in missing_triggers():
            self.stderr.write(
                f"The trigger {name} is missing. `heed migrate` makes it."
            )
        self.stdout.write(
            json.dumps(verdict.as_json()) if as_json else in_words(verdict)
        )
        if not verdict.ok:
            raise SystemExit(1)

    def sign(self):
        path = write_checkpoint(by=SystemActor("the command line"), at=clock.now())
        self.stdout.write(f"Wrote {path}.")


def _with_something_in_it(folder: Path | None) -> Path | None:
    """The folder as it was named, if it holds a checkpoint: against an empty one every
    record would hold."""
    if folder and not any(folder.glob("checkpoint-*.json")):
        raise CommandError(f"There is no checkpoint in {folder}.", returncode=2)
    return folder


def in_words(verdict: Verdict) -> str:
    """The verdict for somebody who asked for it at a terminal."""
    if not verdict.ok:
        where = "" if verdict.broken_at is None else f" at entry {verdict.broken_at}"
        return f"BROKEN{where}: {verdict.why} {verdict.entries} entries hold."
    end = "No checkpoint has been written yet."
    if verdict.checkpoint:
        end = (
            f"The chain goes through the checkpoint of {verdict.checkpoint['at']} "
            f"at entry {verdict.checkpoint['sequence']}."
        )
    return f"{verdict.entries} entries hold, each with its columns. {end}"
