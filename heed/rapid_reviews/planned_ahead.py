"""The plans of the rapid reviews whose fifteen days run: what they hold that is not
reached yet."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Subquery

from heed.cases.deadlines import suggested_days
from heed.cases.models import Case, Deadline
from heed.partnership.known_words import known
from heed.rapid_reviews.models import (
    AgencyRequest,
    Meeting,
    PlannedDay,
    RapidReview,
    ViewsOpened,
)
from heed.rapid_reviews.plan import reached_by
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from heed.rulebook.slipping import PlannedOn, as_planned
from heed.rulebook.working_plan import Planned


def days_still_to_reach(cases) -> list[tuple[Case, PlannedOn]]:
    """What the plans of these cases hold that is not reached yet, where the fifteen
    days run: two looks, however many they are."""
    found = running_clocks().filter(case__in=cases)
    return still_ahead(list(with_what_is_reached(found)))


def still_ahead(clocks) -> list[tuple[Case, PlannedOn]]:
    """What the plans of these clocks hold that is not reached yet."""
    if not clocks:
        return []
    chosen = defaultdict(dict)
    for each in known(PlannedDay).filter(case__in=[one.case_id for one in clocks]):
        chosen[each.case_id][each.milestone] = each.planned_on
    suggested: dict[tuple, tuple[Planned, ...]] = {}
    found = []
    for one in clocks:
        one.partnership = one.case.partnership
        alike = one.partnership_id, one.counted_from_on
        if alike not in suggested:
            suggested[alike] = suggested_days(one)
        plan = as_planned(suggested[alike], chosen[one.case_id])
        found += [(one.case, each) for each in _still_to_reach(one, plan)]
    return found


def running_clocks():
    """The fifteen days that run anywhere."""
    running = {"met_on": None, "superseded_at": None}
    return Deadline.objects.filter(clock=RAPID_REVIEW_DUE.slug, **running)


def with_what_is_reached(clocks):
    """These clocks, each with what its plan may have reached."""
    mine = {"case": OuterRef("case")}
    asked = AgencyRequest.objects.filter(**mine)
    waiting = asked.filter(state__in=AgencyRequest.WAITING)
    met = Meeting.objects.filter(**mine).order_by("-held_on").values("held_on")
    decides = ViewsOpened.objects.filter(**mine).exclude(meeting=None)
    decided = RapidReview.objects.filter(**mine).exclude(decided_outcome="")
    return clocks.select_related("case__partnership").annotate(
        asked=Exists(asked),
        waiting=Exists(waiting),
        group_met_on=Subquery(met[:1]),
        decides=Exists(decides),
        is_decided=Exists(decided),
    )


def _still_to_reach(clock: Deadline, plan) -> Iterator[PlannedOn]:
    reached = reached_by(
        plan,
        asked=clock.asked,
        waiting=clock.waiting,
        met_on=clock.group_met_on,
        decides=clock.decides,
        decided=clock.is_decided,
    )
    for each in plan:
        if not each.is_fixed and each.slug not in reached:
            yield each
