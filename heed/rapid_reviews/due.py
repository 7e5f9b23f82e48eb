"""The days of the plans of rapid reviews, for the board and the calendars: local
targets, in the reviews whose fifteen days run."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from heed.cases.deadlines import suggested_days
from heed.cases.due import EVERYTHING, FallsDue, Window
from heed.cases.models import Case, Deadline
from heed.cases.models.spine import drawn_up, probed
from heed.cases.queries.ways import way_of
from heed.cases.seen import opened_to
from heed.partnership.models import Partnership
from heed.partnership.prepared import Prepared
from heed.rapid_reviews.models import PlannedDay
from heed.rapid_reviews.planned_ahead import (
    running_clocks,
    still_ahead,
    with_what_is_reached,
)
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from heed.rulebook.process.stages import FINISHED
from heed.rulebook.roles import READS_THE_CASE
from heed.rulebook.slipping import FIXED, PlannedOn

KIND, AT_ONCE = "plan", 200
UNREACHED = {
    "asked": Q(asked=False),
    "answers": Q(asked=False) | Q(waiting=True),
    "meeting": Q(decides=False, is_decided=False),
    "decision": Q(is_decided=False),
}


def days_of_plans(person, *, at, window: Window = EVERYTHING) -> list[FallsDue]:
    """What the plans hold that is not reached yet, in the cases that this person may
    open. Who has many gets the earliest of a window, as many as it asks for."""
    opened = opened_to(person, READS_THE_CASE, at=at)
    if not opened:
        return []
    asked = {"places": opened[0], **opened[1]}
    if window.most is not None and way_of(person) is probed:
        return list(day_by_day(asked, window))
    clocks = _running_for(**asked)
    return [_falls_due(case, each) for case, each in still_ahead(clocks)]


def _falls_due(case: Case, each: PlannedOn) -> FallsDue:
    return FallsDue(
        key=f"{KIND}:{case.pk}:{each.slug}",
        day=each.on,
        what=f"Planned: {each.what}",
        case=case,
        url=reverse("rapid_review_plan", args=[case.public_id]),
    )


@Prepared
def _running_for(*, places, person, today):
    who = {"person": person, "today": today}
    cases = Case.objects.opened_in(places, among=drawn_up, **who)
    return with_what_is_reached(running_clocks().filter(case__in=cases))


def day_by_day(asked: dict, window: Window) -> Iterator[FallsDue]:
    """The earliest of many: all of a day, before the next day is looked at."""
    areas = [area for area, _ in asked["places"]]
    suggested = _suggested(areas)
    moved = PlannedDay.objects.filter(
        partnership__in=areas, planned_on__range=(window.first, window.last)
    )
    chosen = set(moved.values_list("planned_on", flat=True).distinct())
    days, found = chosen | set(suggested), 0
    for day in sorted(day for day in days if window.first <= day <= window.last):
        after = window.after if day == window.first else ""
        planned = _planned_for(day, suggested[day], chosen=day in chosen)
        for each in _of_a_day(day, planned, asked, after):
            yield each
            if (found := found + 1) >= window.most:
                return


# For each day, whose plans have it suggested for what: plans that are counted from one
# day in one area are alike, however many they are.
Suggested = dict[date, dict[str, Q]]


def _suggested(areas: list[UUID]) -> Suggested:
    """Those of the areas in which somebody holds a place: nobody's else is read."""
    found: Suggested = defaultdict(lambda: defaultdict(Q))
    alike = ("partnership_id", "counted_from_on")
    theirs = running_clocks().filter(partnership__in=areas)
    ways = list(theirs.order_by().values_list(*alike).distinct())
    partnerships = Partnership.objects.in_bulk({area for area, _ in ways})
    for area, counted_from_on in ways:
        one = Deadline(clock=RAPID_REVIEW_DUE.slug, counted_from_on=counted_from_on)
        one.partnership = partnerships[area]
        for each in suggested_days(one):
            if each.milestone.slug in FIXED:
                continue
            so = Q(case__partnership=area, counted_from_on=counted_from_on)
            found[each.to_day][each.milestone.slug] |= so
    return found


def _planned_for(day: date, suggested: dict[str, Q], *, chosen: bool) -> Q:
    """The clocks in whose plan anything of this day stands that is not reached."""
    theirs = PlannedDay.objects.filter(case=OuterRef("case"))
    planned = Q(Exists(theirs.filter(planned_on=day))) if chosen else Q()
    for slug, alike in suggested.items():
        moved = Exists(theirs.filter(milestone=slug))
        planned |= alike & UNREACHED[slug] & ~Q(moved)
    return planned


def _of_a_day(day: date, planned: Q, asked: dict, after: str) -> Iterator[FallsDue]:
    """What is planned for one day and not reached, in the order of its keys."""
    clocks = with_what_is_reached(running_clocks().filter(case=OuterRef("pk")))
    cases = Case.objects.exclude(stage__in=FINISHED).filter(
        Exists(clocks.filter(planned))
    )
    cases, last = cases.opened_in(among=probed, **asked), _cases_from(after)
    while some := [*cases.filter(last).order_by("pk").values_list("pk")[:AT_ONCE]]:
        keys = [pk for (pk,) in some]
        theirs = with_what_is_reached(running_clocks().filter(case__in=keys))
        ahead = [
            _falls_due(case, each)
            for case, each in still_ahead(list(theirs))
            if each.on == day
        ]
        yield from sorted(
            (each for each in ahead if each.key > after), key=lambda each: each.key
        )
        last = Q(pk__gt=keys[-1])


def _cases_from(key: str) -> Q:
    """Cases of which anything of a day comes after this key of it."""
    kind, _, rest = key.partition(":")
    if kind != KIND:
        return Q() if kind < KIND else Q(pk=None)
    try:
        return Q(pk__gte=UUID(rest.partition(":")[0]))
    except ValueError:  # an address that somebody typed: the key itself tells
        return Q()
