"""Days of referrals counted anew where an area has changed how it counts: by when it is
acknowledged, and by when somebody has looked at it."""

from contextlib import suppress

from heed.cases.actions.recounting import COUNTED, MISSED
from heed.cases.deadlines import clock_of, counted_again, worked_out
from heed.cases.models import Deadline
from heed.cases.steps import Refused, carrying_out
from heed.partnership.models import Partnership
from heed.partnership.one_look import one_look
from heed.referrals.models import Referral
from heed.rulebook import process
from heed.rulebook.working_days import UnknownYear


def recount_referrals(partnership: Partnership, *, why: str, by, at) -> int:
    """Count anew what runs for referrals that are no case yet and is now due on another
    day, each in its own step; how many."""
    counted = 0
    for deadline, referral in _now_due_on_another_day(partnership):
        with suppress(Refused):  # it became a case, or was met, since it was read
            _count_anew(referral, deadline, why=why, by=by, at=at)
            counted += 1
    return counted


def recount_referrals_everywhere(*, by, at) -> int:
    """The same for every partnership: what was missed when a change was saved."""
    every = Partnership.objects.order_by("pk")
    return sum(recount_referrals(each, why=MISSED, by=by, at=at) for each in every)


def _count_anew(referral: Referral, deadline: Deadline, *, why, by, at) -> Deadline:
    with carrying_out(process.COUNT_ANEW, referral, by=by, at=at, reasons=why) as it:
        kept = Deadline.objects.select_for_update().get(pk=deadline.pk)
        if kept.superseded_at or kept.met_on or kept.case_id:
            raise Refused("It was counted anew, met, or became a case meanwhile.")
        how = {"on": kept.counted_from_on, "provisional": kept.provisional}
        return counted_again(kept, it, **how, at=at)


def _now_due_on_another_day(partnership: Partnership) -> list[tuple]:
    running = Deadline.objects.filter(
        partnership=partnership,
        case=None,
        met_on=None,
        superseded_at=None,
        clock__in=COUNTED,
    )
    referrals = Referral.objects.in_bulk([each.spine_id for each in running])
    found = []
    with one_look():  # the bank holidays of the area are read once
        for deadline in running:
            try:
                worked = worked_out(
                    clock_of(deadline), partnership, deadline.counted_from_on
                )
            except UnknownYear:  # its day was counted by a list that we have no more
                continue
            if worked.due_on != deadline.due_on and deadline.spine_id in referrals:
                found.append((deadline, referrals[deadline.spine_id]))
    return found
