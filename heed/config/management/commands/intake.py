"""`heed intake FILE.eml` or `heed intake --mailbox`: emails become referrals."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from heed import clock
from heed.audit.actors import SystemActor
from heed.correspondence import mailbox
from heed.correspondence.actions import receive
from heed.partnership.queries import partnership_for_intake


class Command(BaseCommand):
    """Takes in one email from a file, or all that wait in the mailbox."""

    help = "Takes in one email (FILE.eml) or those of the referral mailbox (--mailbox)."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path)
        parser.add_argument("--mailbox", dest="waiting", action="store_true")
        parser.add_argument("--partnership", default="", help="Its short address name.")

    def handle(self, *args, file, waiting, partnership, **options):
        by, at = SystemActor("intake"), clock.now()
        if waiting:
            taken = mailbox.collect_all(by=by, at=at)
            self.stdout.write(f"{taken} taken in.")
            return
        if file is None:
            raise CommandError("Name a file, or say --mailbox.")
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        kept = receive(
            file.read_bytes(),
            partnership=partnership_for_intake(partnership),
            by=by,
            at=at,
        )
        self.stdout.write(
            f"{kept.get_state_display()}: {kept.reference or 'no reference'}"
        )
