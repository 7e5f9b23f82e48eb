"""How timely an area was, by its own past: figures over the clocks of its cases, which
name no case. They count every case of the area, whoever may open which: one case fewer
would tell who is kept from it. How long it took is said of five or more together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import NamedTuple

from heed import clock
from heed.cases.models import Deadline
from heed.partnership.models import Partnership
from heed.partnership.queries import holidays_for
from heed.rulebook.clocks import CLOCKS
from heed.rulebook.language import Clock
from heed.rulebook.words import year_in_words
from heed.rulebook.working_days import Holidays, working_days_between

FEW = 5
SHOWN = [
    rule
    for rule in CLOCKS.values()
    if rule.limit and rule.limit.number > 0 and not rule.at_least
]
REASON = Deadline._meta.get_field("late_reason")


class Past(NamedTuple):
    """One deadline, as far as figures need it: no row is built, no word is opened."""

    clock: str
    counted_from_on: date
    due_on: date
    met_on: date | None
    reason: bytes | None


@dataclass(frozen=True)
class Figures:
    """One clock in one year, from April to March."""

    clock: Clock
    year: str
    in_time: int
    late: int
    with_reason: int
    running_late: int
    took: str


def timeliness_of(partnership: Partnership, *, at) -> list[Figures]:
    """Of each clock and year: how often it was met in time and late, how long it took,
    whether somebody said why, and what is late now."""
    today, counted = clock.london_date(at), {}
    for past in _past_of(partnership):
        if past.met_on or past.due_on < today:
            day = past.met_on or past.due_on
            year = year_in_words(day)
            counted.setdefault((past.clock, year), []).append(past)
    holidays = holidays_for(partnership)
    return [
        _figures(rule, year, counted[rule.slug, year], holidays)
        for rule in SHOWN
        for year in sorted(
            (y for slug, y in counted if slug == rule.slug), reverse=True
        )
    ]


def _past_of(partnership: Partnership) -> Iterable[Past]:
    kept = Deadline.objects.filter(
        partnership=partnership,
        superseded_at=None,
        due_on__isnull=False,
        clock__in=[rule.slug for rule in SHOWN],
        ended_because__in=("", "met"),
    ).exclude(case=None)
    clear = [name for name in Past._fields if name != "reason"]
    return map(Past._make, kept.order_by().values_list(*clear, REASON.as_kept()))


def _figures(rule: Clock, year: str, rows: list[Past], holidays: Holidays) -> Figures:
    met = [past for past in rows if past.met_on]
    late = [past for past in met if past.met_on > past.due_on]
    return Figures(
        clock=rule,
        year=year,
        in_time=len(met) - len(late),
        late=len(late),
        with_reason=sum(past.reason is not None for past in late),
        running_late=len(rows) - len(met),
        took=_took(rule, met, holidays),
    )


def _took(rule: Clock, met: list[Past], holidays: Holidays) -> str:
    """The middle of them and the longest, in working days or days of the calendar."""
    if len(met) < FEW:
        return "Fewer than five"
    in_working_days = rule.limit is not None and rule.limit.unit == "working day"
    days = [
        working_days_between(past.counted_from_on, past.met_on, holidays)
        if in_working_days
        else (past.met_on - past.counted_from_on).days
        for past in met
    ]
    unit = "working days" if in_working_days else "days"
    return f"{median(days):g} {unit}; the longest {max(days)}"
