"""Times of day as people write them."""

import re
from dataclasses import dataclass

from heed.papers.dates.words import clean, parted


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """`time` is "HH:MM", or None with the reason why the words give none."""

    verbatim: str = ""
    time: str | None = None
    problem: str = ""


_CLOCK = re.compile(
    r"(?P<h>\d{1,2})(?:[:.h]?(?P<m>\d\d))?(?::\d\d(?:\.\d+)?)?\s?"
    r"(?P<half>[ap]\.?m\.?)?\s?(?:hrs?|hours|z|gmt|bst|utc|o'?clock)?"
    r"(?:\s?[+-]\d\d:?\d\d)?"
)
_NAMED = {"midnight": "00:00", "mid-night": "00:00", "noon": "12:00", "midday": "12:00"}
_ROUGH = re.compile(r"^(at|@|approx(imately|\.)?|about|around|circa|c\.?|~)\s*|\?")
_UNKNOWN = re.compile(r"(time )?(not |un)(known|stated|recorded)|n/?[ka]|-+|unk")


def read_time(words: str) -> WrittenTime:
    """Read what stands where a time of day belongs, of 24 or of 12 hours."""
    text = clean(words)
    if not text or _UNKNOWN.fullmatch(text):
        return WrittenTime(words)
    bare = _ROUGH.sub("", text).strip()
    if bare in _NAMED:
        return WrittenTime(words, _NAMED[bare])
    match = _CLOCK.fullmatch(bare)
    if match is None:
        return WrittenTime(words, problem="not a time of day")
    time = _on_the_clock(match)
    return WrittenTime(words, time, "" if time else "there is no such time")


def _on_the_clock(match: re.Match[str]) -> str | None:
    hour, minute = int(match["h"]), int(match["m"] or 0)
    half = (match["half"] or "").replace(".", "")
    if half and not 1 <= hour <= 12:  # noqa: PLR2004
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if (hour, minute) == (24, 0):
        return "00:00"
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None  # noqa: PLR2004


def split_time(words: str) -> tuple[str, str]:
    """A date and the time of day written behind it: ("22/5/16", "14:30")."""
    day, time = parted(words.strip())
    return day.strip(" ,-"), re.sub(r"^at\s+", "", time, flags=re.IGNORECASE)
