"""A time of day as people type it, and the moment it makes in England."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

ENGLAND = ZoneInfo("Europe/London")
WORDS = {"noon": time(12), "midday": time(12), "midnight": time(0)}
CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?", re.ASCII)
HOURS, MINUTES, HALF_DAY = 24, 60, 12


def time_of_day(typed: str) -> time | None:
    """The time in "16:40", "4.40pm", "1640", "4pm" or "noon"; None when it is none."""
    words = " ".join(typed.lower().replace("hrs", "").replace(" .", ".").split())
    words = words.replace("a.m.", "am").replace("p.m.", "pm")
    if words in WORDS:
        return WORDS[words]
    found = CLOCK.fullmatch(words)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if not found[2] and not half:
        return None  # "4" alone does not say which half of the day
    if half:
        if not 1 <= hour <= HALF_DAY:
            return None
        hour = hour % HALF_DAY + (HALF_DAY if half == "pm" else 0)
    if hour >= HOURS or minute >= MINUTES:
        return None
    return time(hour, minute)


def moment_in_england(day: date, at: time) -> datetime | None:
    """The moment of that day and time in England; None where clocks skip that hour.

    In the hour that comes twice in October the first is meant.
    """
    moment = datetime.combine(day, at, tzinfo=ENGLAND)
    there_and_back = moment.astimezone(ZoneInfo("UTC")).astimezone(ENGLAND)
    return moment if there_and_back.time() == at else None
