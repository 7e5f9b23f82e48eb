"""`heed index`: what was there before an upgrade is found as new referrals are."""

from django.core.management.base import BaseCommand

from heed import clock
from heed.audit.actors import SystemActor
from heed.cases.actions import index_cases_again
from heed.referrals.actions import index_again


class Command(BaseCommand):
    """Marks anew each referral that was received, and records where it came from; and
    each case with its children."""

    help = "Makes referrals and cases of before an upgrade findable as new ones are."

    def handle(self, *args, **options):
        how = {"by": SystemActor("index"), "at": clock.now()}
        done, cases = index_again(**how), index_cases_again(**how)
        self.stdout.write(
            f"{done.gone_through} referrals gone through: {done.marked} are marked "
            f"anew, and of {done.coded} it is recorded now where they came from.\n"
            f"{cases.gone_through} cases gone through, with their children: "
            f"{cases.marked} are marked anew."
        )
