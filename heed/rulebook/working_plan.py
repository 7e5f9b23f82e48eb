"""The days of a rapid review as areas plan them: a suggestion, to be changed freely."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from heed.rulebook.working_days import AS_SHIPPED, Holidays, add_working_days


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """What is done from one working day to another after the notification is sent."""

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
    Milestone(slug="sent", first_day=0, last_day=0, what="The notification is sent."),
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


def plan(sent_on: date, holidays: Holidays = AS_SHIPPED) -> tuple[Planned, ...]:
    """The plan of a rapid review whose notification was sent on this day;
    UnknownYear where bank holidays are not known.
    """
    return tuple(
        Planned(
            milestone=each,
            from_day=add_working_days(sent_on, each.first_day, holidays),
            to_day=add_working_days(sent_on, each.last_day, holidays),
        )
        for each in RAPID_REVIEW_PLAN
    )
