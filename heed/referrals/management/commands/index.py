"""`heed index`: what was there before an upgrade is found as new referrals are."""

from django.core.management.base import BaseCommand

from heed import clock
from heed.audit.actors import SystemActor
from heed.referrals.actions import index_again


class Command(BaseCommand):
    """Marks anew each referral that was received, and records where it came from."""

    help = "Makes referrals of before an upgrade findable as new ones are."

    def handle(self, *args, **options):
        done = index_again(by=SystemActor("index"), at=clock.now())
        self.stdout.write(
            f"{done.gone_through} referrals gone through: {done.marked} are marked "
            f"anew, and of {done.coded} it is recorded now where they came from."
        )
