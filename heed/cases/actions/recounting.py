"""Days counted anew where an area has changed how it counts: of what still runs only. A
day on which something was met stays what it was."""

from contextlib import suppress
from datetime import date

from heed.cases.actions.deadlines import count_anew
from heed.cases.deadlines import clock_of, worked_out
from heed.cases.models import Deadline, StepTaken
from heed.cases.readings import own_start
from heed.cases.steps import Refused
from heed.partnership.models import Partnership
from heed.partnership.one_look import one_look
from heed.rulebook import process
from heed.rulebook.clocks import CLOCKS, RAPID_REVIEW_DUE
from heed.rulebook.working_days import UnknownYear

COUNTED = [rule.slug for rule in CLOCKS.values() if rule.limit is not None]
MISSED = (
    "The way of counting was changed before, and this date was not yet counted anew."
)


def recount(partnership: Partnership, *, why: str, by, at) -> int:
    """Count anew what runs in the cases of a partnership and is now due on another
    day, each in its own step, so that one that fails keeps no other; how many."""
    counted = 0
    for deadline, on, provisional in _now_due_on_another_day(partnership):
        with suppress(Refused):  # counted by somebody else, or met, since it was read
            how = {"on": on, "provisional": provisional, "why": why}
            count_anew(deadline, **how, by=by, at=at)
            counted += 1
    return counted


def recount_everywhere(*, by, at) -> int:
    """The same for every partnership: what was missed when a change was saved."""
    every = Partnership.objects.order_by("pk")
    return sum(recount(each, why=MISSED, by=by, at=at) for each in every)


def _now_due_on_another_day(
    partnership: Partnership,
) -> list[tuple[Deadline, date, bool]]:
    """Those due on another day now, or whose day is provisional now, or is no more:
    each with the day that it is counted from, and whether that is provisional."""
    running = Deadline.objects.filter(
        partnership=partnership, met_on=None, superseded_at=None, clock__in=COUNTED
    ).exclude(case=None)
    found = []
    with one_look():  # the bank holidays of the area are read once
        for deadline in running.select_related("case__partnership").order_by("case"):
            on, provisional = _counted_from(deadline)
            try:
                worked = worked_out(clock_of(deadline), partnership, on)
            except UnknownYear:  # its day was counted by a list that we have no more
                continue
            before = (deadline.counted_from_on, deadline.due_on, deadline.provisional)
            if (on, worked.due_on, provisional) != before:
                found.append((deadline, on, provisional))
    return found


def _counted_from(deadline: Deadline) -> tuple[date, bool]:
    """The first day of a rapid review is the one that the area has chosen, unless a
    person has set it right in this case."""
    if deadline.clock != RAPID_REVIEW_DUE.slug:
        return deadline.counted_from_on, deadline.provisional
    before = Deadline.objects.filter(
        spine_id=deadline.spine_id, clock=deadline.clock
    ).exclude(superseded_at=None)
    set_right = StepTaken.objects.filter(
        step=process.AMEND_START.slug, subject_id__in=before.values("pk")
    )
    own = own_start(deadline.case)
    if own is None or set_right.exists():
        return deadline.counted_from_on, deadline.provisional
    return own
