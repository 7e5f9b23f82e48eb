"""`heed keys make` and `heed keys rotate`."""

from dataclasses import dataclass

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from heed import clock
from heed.vault.actions import rotate_master_key
from heed.vault.key_file import KeyFileRefused, make_key_file


@dataclass(frozen=True)
class WhoeverHoldsTheHost:
    """Keys are made and rotated by whoever may read the key file."""

    actor_kind: str = "system"
    actor_id: str = "the command line"
    actor_name: str = "The command line"


class Command(BaseCommand):
    help = "The master keys: made once, rotated when you wish."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["make", "rotate"])

    def handle(self, *args, what, **options):
        try:
            self.make() if what == "make" else self.rotate()
        except (KeyFileRefused, OSError) as problem:
            raise CommandError(str(problem), returncode=2) from None

    def make(self):
        path = settings.MASTER_KEY_FILE
        if make_key_file(path):
            self.stdout.write(f"Made the master key in {path}.")
            self.stdout.write(
                "Keep a copy of its folder apart from the backups of the database: "
                "without it nothing that is sealed can be opened again."
            )
        else:
            self.stdout.write(f"{path} is there already and was left as it is.")

    def rotate(self):
        rotation = rotate_master_key(by=WhoeverHoldsTheHost(), at=clock.now())
        if rotation.resumed:
            self.stdout.write("A rotation had been begun. It was finished.")
        self.stdout.write(
            f"{rotation.rewrapped} data keys now lie under the master key "
            f"{rotation.master_key_id}. The old ones stay in the file, for backups."
        )
        if rotation.left_closed:
            self.stderr.write(
                f"{len(rotation.left_closed)} data keys could not be opened and were "
                "left as they are: "
                + ", ".join(str(wrap) for wrap in rotation.left_closed)
            )
            raise SystemExit(1)
