"""An agency that has not answered is reminded, then its lead hears, then the partner.

Days are working days before or after the day by which it was asked to answer. They are
a suggestion of ours: each partnership sets its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from heed.rulebook.language import Seat
from heed.rulebook.working_days import (
    AS_SHIPPED,
    Holidays,
    add_working_days,
    is_working_day,
)

FAR_OFF = timedelta(days=31)
"""Nothing further off is worked out: the bank holidays of its year may not be known."""


class Hears(StrEnum):
    """Who is written to on a rung."""

    CONTACT = "contact"
    LEAD = "lead"
    PARTNER = "partner"


class RungName(StrEnum):
    """The rungs, from the lowest to the highest."""

    BEFORE = "before"
    ON_THE_DAY = "on_the_day"
    AFTER = "after"
    LEAD = "lead"
    PARTNER = "partner"


@dataclass(frozen=True, kw_only=True)
class Rung:
    """One rung: who is written to, how many working days from the day."""

    slug: RungName
    words: str
    hears: Hears
    days: int
    may_change: bool = True


LADDER: Sequence[Rung] = (
    Rung(
        slug=RungName.BEFORE,
        words="A reminder before the day, to whoever was asked",
        hears=Hears.CONTACT,
        days=-2,
    ),
    Rung(
        slug=RungName.ON_THE_DAY,
        words="A reminder on the day, to whoever was asked",
        hears=Hears.CONTACT,
        days=0,
        may_change=False,
    ),
    Rung(
        slug=RungName.AFTER,
        words="A reminder after the day, to whoever was asked",
        hears=Hears.CONTACT,
        days=1,
    ),
    Rung(
        slug=RungName.LEAD,
        words="The agency’s safeguarding lead hears that it has not answered",
        hears=Hears.LEAD,
        days=2,
    ),
    Rung(
        slug=RungName.PARTNER,
        words="The safeguarding partner hears that it has not answered",
        hears=Hears.PARTNER,
        days=3,
    ),
)
RUNGS: Mapping[str, Rung] = {rung.slug: rung for rung in LADDER}

# Whose partner speaks to an agency; the local authority's where nothing is said.
PARTNER_OF: Mapping[str, Seat] = {
    **dict.fromkeys(
        ("icb", "acute", "community", "mental_health", "gp", "ambulance"), Seat.ICB
    ),
    **dict.fromkeys(("police", "probation"), Seat.POLICE),
}


def partner_of(kind: str) -> Seat:
    """The seat of the partner who speaks to an agency of this kind."""
    return PARTNER_OF.get(kind, Seat.LOCAL_AUTHORITY)


def days_of(chosen: Mapping[str, int]) -> dict[str, int]:
    """How many working days from the day each rung is, as a partnership has it."""
    return {rung.slug: chosen.get(rung.slug, rung.days) for rung in LADDER}


def in_order(days: Mapping[str, int]) -> bool:
    """Whether no rung comes before the one below it."""
    each = [days[rung.slug] for rung in LADDER]
    return each == sorted(each)


def day_of(rung: Rung, due: date, days: Mapping[str, int], holidays: Holidays) -> date:
    """The day from which a rung is owed."""
    return add_working_days(due, days[rung.slug], holidays)


def rung_owed(
    due: date,
    today: date,
    *,
    asked_on: date,
    climbed: Mapping[str, date],
    days: Mapping[str, int],
    holidays: Holidays = AS_SHIPPED,
) -> Rung | None:
    """The rung that is to be climbed today, if any; `climbed` has the day of each that
    was. At most one on a working day, and none twice: days on which nobody looked are
    caught up with by one letter to whoever was asked, and nobody is gone over who was
    not reminded. UnknownYear as ever."""
    if due - today > FAR_OFF or any(on >= today for on in climbed.values()):
        return None
    if not is_working_day(today, holidays):
        return None
    owed = [
        rung for rung in LADDER if asked_on < day_of(rung, due, days, holidays) <= today
    ]
    last = max((LADDER.index(RUNGS[slug]) for slug in climbed), default=-1)
    left = [rung for rung in owed if LADDER.index(rung) > last]
    contact = [rung for rung in left if rung.hears == Hears.CONTACT]
    return contact[-1] if contact else next(iter(left), None)
