"""Heed reminds the business unit of a referral that nobody has dealt with."""

from heed.cases.models import Deadline
from heed.cases.reminding import dates_to_remind_of
from heed.referrals import letters
from heed.referrals.models import Referral
from heed.rulebook.clocks import ACKNOWLEDGEMENT, TRIAGE
from heed.rulebook.reminders import Nearness

ITS_CLOCKS = (ACKNOWLEDGEMENT.slug, TRIAGE.slug)


def remind_of_referrals(*, by, at) -> int:
    """Remind the business unit of a referral on the day by which it is put before the
    partners, or answered, and once that is past. No case holds it yet; how many."""
    dated = Deadline.objects.filter(case=None, clock__in=ITS_CLOCKS)
    due = dates_to_remind_of(dated.select_related("partnership"), at=at)
    near = {
        deadline.spine_id: once
        for deadline, once, _ in due
        if not once.startswith(Nearness.SOON)  # it has only just arrived
    }
    for referral in Referral.objects.filter(pk__in=near).select_related("partnership"):
        letters.tell_business_unit(
            "referral_waits",
            about=referral,
            link=letters.on_referral(referral),
            once=near[referral.pk],
            by=by,
            at=at,
        )
    return len(near)
