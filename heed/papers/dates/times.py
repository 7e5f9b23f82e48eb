"""Times of day as people write them."""

import re
from dataclasses import dataclass, replace

from heed.papers.dates.words import DASHES, clean, parted
from heed.papers.patterns import later


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """`time` is "HH:MM", or None with the reason why the words give none.

    `until` is the end of a span; `zone` is "utc" or "bst" where the words say so.
    """

    verbatim: str = ""
    time: str | None = None
    problem: str = ""
    until: str | None = None
    zone: str = ""

    @property
    def spans_midnight(self) -> bool:
        """Whether it ends on the day after it began."""
        return bool(self.time and self.until and self.until < self.time)


_CLOCK = later(
    r"(?P<h>\d{1,2})(?:[:.h]?(?P<m>\d\d))?(?::\d\d(?:\.\d+)?)?\s?"
    r"(?P<half>[ap]\.?m\.?)?\s?(?:hrs?|hours|o'?clock|ish)?\s?"
    r"(?P<zone>z|gmt|bst|utc|\+\d\d:?\d\d)?"
)
_NAMED = {"midnight": "00:00", "mid-night": "00:00", "noon": "12:00", "midday": "12:00"}
_ROUGH = later(
    r"^(at|@|from|between|approx(imately|\.)?|about|around|circa|c\.?|~|just "
    r"(before|after))\s*|\?|\((?=utc|bst|gmt)|(?<=utc|bst|gmt)\)|"
    r"\s*(approx(imately)?\.?|or so|or thereabouts)$"
)
_UNKNOWN = later(
    r"(time )?(not |un)(known|stated|recorded|clear)|n/?[ka]|-+|unk|tbc|all day|various"
)
_PART = later(
    r"(early |late |mid-(?!night)|during the |in the |over)?"
    r"(am|pm|a\.m|p\.m|morning|afternoon|evening|night|lunch ?time|night ?shift)"
)
_BETWEEN = later(r"\s*(?:\bto\b|\band\b|\buntil\b|-)\s*")
_UTC = frozenset(("z", "utc", "+0000", "+00:00"))
_BST = frozenset(("bst", "+0100", "+01:00"))


def read_time(words: str) -> WrittenTime:
    """Read what stands where a time of day belongs, of 24 or of 12 hours."""
    text = clean(words)
    if not text or _UNKNOWN.fullmatch(text):
        return WrittenTime(words)
    bare = text
    while (less := _ROUGH.sub("", bare).strip()) != bare:
        bare = less
    if _PART.fullmatch(bare):
        return WrittenTime(words, problem="only a part of the day")
    found = _one_time(bare) or _span(bare)
    if found is None:
        return WrittenTime(words, problem="not a time of day")
    problem = "" if found.time else "there is no such time"
    return replace(found, verbatim=words, problem=problem)


def _one_time(text: str) -> WrittenTime | None:
    if text in _NAMED:
        return WrittenTime(time=_NAMED[text])
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    written = match["zone"] or ""
    zone = "utc" if written in _UTC else "bst" if written in _BST else ""
    return WrittenTime(time=_on_the_clock(match), zone=zone)


def _span(text: str) -> WrittenTime | None:
    """A time that begins and ends: the first lends "pm" from the second."""
    parts = _BETWEEN.split(text)
    if len(parts) != 2:  # noqa: PLR2004
        return None
    first, last = map(_one_time, parts)
    if first is None or last is None:
        return None
    half = re.search(r"[ap]\.?m", parts[1])
    if half and not re.search(r"[ap]\.?m|:", parts[0]):
        first = _one_time(f"{parts[0]} {half[0]}") or first
    return replace(first, until=last.time, zone=first.zone or last.zone)


def _on_the_clock(match: re.Match[str]) -> str | None:
    hour, minute = int(match["h"]), int(match["m"] or 0)
    half = (match["half"] or "").replace(".", "")
    if half and hour > 12:  # noqa: PLR2004
        # "14:30pm" says the same twice.
        half = "" if half == "pm" and match["m"] else "x"
    if half == "x" or (half and hour == 0):
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if (hour, minute) == (24, 0):
        return "00:00"
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None  # noqa: PLR2004


_A_TIME = r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|hrs)?|midnight|noon|midday)"
_ENDS_IN_SPAN = later(
    rf"[\s,(]+(?:between |from |at )?(?P<a>{_A_TIME})\s?(?:-|to|and|until)\s?"
    rf"(?P<b>{_A_TIME})\)?$",
    re.IGNORECASE,
)
_BEGINS = later(
    rf"(?P<time>(?:(?:between|from|at|about|approx\.?|around) )*{_A_TIME}"
    rf"(?:\s?(?:-|to|and|until)\s?{_A_TIME})?)(?:,\s*(?:on )?| on )(?P<day>.+)",
    re.IGNORECASE,
)


def split_time(words: str) -> tuple[str, str]:
    """A date and the time of day written with it: ("22/5/16", "14:30")."""
    text = words.strip().translate(DASHES)
    before = _BEGINS.fullmatch(text)
    if before and _tells_time(before["time"]):
        return before["day"].strip(), before["time"]
    span = _ENDS_IN_SPAN.search(text)
    if span and (_tells_time(span["a"]) or _tells_time(span["b"])):
        return text[: span.start()].strip(" ,-"), text[span.start() :].strip(" ,()")
    day, time = parted(words.strip())
    return day.strip(" ,-"), re.sub(r"^at\s+", "", time, flags=re.IGNORECASE)


def _tells_time(words: str) -> bool:
    """Whether words can be nothing but a time: a number alone may be a day."""
    return (
        re.search(r"\d[:.]\d\d|[ap]\.?m\b|hrs|noon|night|midday", words, re.IGNORECASE)
        is not None
    )
