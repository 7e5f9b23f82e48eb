"""What stays late goes up, a rung at a time: whom it reaches, and after how long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from heed.rulebook.clocks import (
    NOTIFICATION_DUE,
    PARTNERS_TOLD,
    RAPID_REVIEW_DUE,
    REPORT_DUE,
    TRIAGE,
)
from heed.rulebook.language import Clock, Role, Seat
from heed.rulebook.working_days import (
    AS_SHIPPED,
    Holidays,
    is_working_day,
    working_days_between,
)


@dataclass(frozen=True, kw_only=True)
class Rung:
    """So many working days after the day on which something was due, these are told:
    with a seat, only who sits on it."""

    after: int
    tells: frozenset[Role]
    seat: Seat | None = None


_DELEGATES = frozenset({Role.DELEGATED_PARTNER})
_LEADS = frozenset({Role.LEAD_PARTNER})
_MANAGER = frozenset({Role.MANAGER})
_AUTHORITY = Seat.LOCAL_AUTHORITY

# Local arrangements: no guidance says who is told of what stays late, nor when.
RUNGS: Mapping[Clock, Sequence[Rung]] = {
    TRIAGE: (Rung(after=1, tells=_MANAGER),),
    NOTIFICATION_DUE: (
        Rung(after=1, tells=_DELEGATES, seat=_AUTHORITY),
        Rung(after=2, tells=_LEADS, seat=_AUTHORITY),
    ),
    PARTNERS_TOLD: (Rung(after=1, tells=_MANAGER),),
    RAPID_REVIEW_DUE: (
        Rung(after=1, tells=_DELEGATES),
        Rung(after=3, tells=_LEADS | {Role.SCRUTINEER}),
    ),
    REPORT_DUE: (
        Rung(after=1, tells=_DELEGATES),
        Rung(after=10, tells=_LEADS | {Role.SCRUTINEER}),
    ),
}


def rungs_reached(
    clock: Clock, day: date, today: date, *, holidays: Holidays = AS_SHIPPED
) -> Sequence[Rung]:
    """The rungs that what was due on this day has reached today, none on a day on which
    nobody works; UnknownYear as ever."""
    if today <= day or not is_working_day(today, holidays):
        return ()
    late = working_days_between(day, today, holidays)
    return [rung for rung in RUNGS.get(clock, ()) if rung.after <= late]
