"""The days of a rapid review as areas plan them: a suggestion, to be changed freely."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from heed.rulebook.counting import Due


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """What is done from one of the fifteen days to another; day 0 begins them."""

    slug: str
    first_day: int
    last_day: int
    what: str


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A milestone with its dates."""

    milestone: Milestone
    from_day: date
    to_day: date


RAPID_REVIEW_PLAN: Sequence[Milestone] = (
    Milestone(slug="begins", first_day=0, last_day=0, what="The fifteen days begin."),
    Milestone(
        slug="asked",
        first_day=1,
        last_day=1,
        what="Agencies are asked; partners and the scrutineer are told.",
    ),
    Milestone(
        slug="answers",
        first_day=2,
        last_day=10,
        what="Agencies write; a meeting half-way finds who else should be asked.",
    ),
    Milestone(
        slug="meeting",
        first_day=10,
        last_day=12,
        what="The group reads, meets and drafts what it recommends.",
    ),
    Milestone(
        slug="decision",
        first_day=12,
        last_day=15,
        what="The partners read the draft, decide and sign.",
    ),
    Milestone(
        slug="last_day",
        first_day=15,
        last_day=15,
        what="The last day to send it to the Panel.",
    ),
)


def plan(worked_out: Due) -> tuple[Planned, ...]:
    """The plan of a rapid review whose fifteen days are counted so: it ends on the day
    that is due, in whichever way a partnership counts.
    """
    counted = [each.date for each in worked_out.counting if each.counts]
    days = [worked_out.counted_from, *counted]
    return tuple(
        Planned(
            milestone=each, from_day=days[each.first_day], to_day=days[each.last_day]
        )
        for each in RAPID_REVIEW_PLAN
    )
