"""The one place that asks what time it is. Everywhere else, time is an argument."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

OffsetSource = Callable[[], timedelta]


def _no_offset() -> timedelta:
    return timedelta()


_offset_source: OffsetSource = _no_offset


def set_offset_source(source: OffsetSource | None) -> None:
    """Let the demonstration say how far its time is from real time; None ends that."""
    global _offset_source  # noqa: PLW0603  one process has one time
    _offset_source = source or _no_offset


def now() -> datetime:
    """The moment at which the process happens, in UTC: real time, or the
    demonstration's.
    """
    return real_now() + _offset_source()


def real_now() -> datetime:
    """The real moment in UTC, for sign-in codes, sessions and throttles."""
    return datetime.now(UTC)


def london_date(at: datetime) -> date:
    """The date in England at this moment; ValueError for a moment without a zone."""
    return _in_london(at).date()


def london_time(at: datetime) -> time:
    """The time of day in England at this moment; ValueError for one without a zone."""
    return _in_london(at).time()


def moment_in_london(day: date, hour: time) -> datetime:
    """The moment, in UTC, at which it is this time of this day in England. Where the
    clocks go back and there are two, or forward and there is none, the later one: what
    waits for it never comes early."""
    said = datetime.combine(day, hour, tzinfo=LONDON)
    return max(said.replace(fold=fold).astimezone(UTC) for fold in (0, 1))


def _in_london(at: datetime) -> datetime:
    if at.utcoffset() is None:
        raise ValueError("A moment without a time zone has no date in England.")
    return at.astimezone(LONDON)
