"""Dates, times and doubts of an entry, as every copy writes them.

One notation for all agencies; what was typed stands beside it where it was another. A
date that is written here is read back as the same days.
"""

from datetime import date

from heed.papers.chronologies.entries import Dated, Doubt, Entry

NOT_DATED = "No date"
NOTHING_TYPED = "(nothing)"
INHERITED = "Date: from the row above it"
NO_SOURCE = "Source: none was given"
DATE_DOUBTS = {
    Doubt.IMPOSSIBLE: "Date: the calendar has no such day",
    Doubt.UNREAD: "Date: not understood",
    Doubt.AMBIGUOUS: "Date: could be either",
    Doubt.MONTH_FIRST: "Date: read with the month first",
    Doubt.REPAIRED: "Date: a slip was put right",
    Doubt.YEAR_INFERRED: "Date: the year is worked out",
    Doubt.WORKED_OUT: "Date: worked out from another date",
    Doubt.UNCERTAIN: "Date: whoever wrote it was not sure",
}
TIME_DOUBTS = {
    Doubt.IMPOSSIBLE: "Time: there is no such time",
    Doubt.UNREAD: "Time: not understood",
    Doubt.NEVER_WAS: "Time: the clocks went forward over it",
    Doubt.CAME_TWICE: "Time: the clocks went back, this hour came twice",
    Doubt.OTHER_ZONE: "Time: told in universal time, here by the clocks of England",
    Doubt.PART_OF_DAY: "Time: only a part of the day",
}


def date_in_words(dated: Dated) -> str:
    """What is understood of a date.

    Words of which nothing is understood stand beside it alone: among other dates than
    they came with, they might be read as one.
    """
    if dated.candidates:
        return " or ".join(map(_iso_in_words, dated.candidates))
    if dated.iso is None:
        return NOT_DATED
    if dated.precision == "season":
        return dated.words.strip()
    said = _iso_in_words(dated.iso)
    if dated.precision == "week":
        said = f"w/c {said}"
    elif last := _last(dated):
        said = f"{said} to {last}"
    unsure = "?" if dated.doubt == Doubt.UNCERTAIN else ""
    return f"{unsure}{'about ' if dated.precision == 'approx' else ''}{said}"


def _iso_in_words(iso: str) -> str:
    if len(iso) == len("2016"):
        return iso
    if len(iso) == len("2016-05"):
        return f"{date.fromisoformat(f'{iso}-01'):%B} {iso[:4]}"
    return _day(date.fromisoformat(iso))


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year:04}"


def _last(dated: Dated) -> str:
    """The end of a span, as far as its beginning is known: to the day or the month."""
    first, last, iso = dated.earliest, dated.latest, dated.iso or ""
    if first is None or last is None or first == last or len(iso) == len("2016"):
        return ""
    if len(iso) == len("2016-05"):
        same = (first.year, first.month) == (last.year, last.month)
        return "" if same else f"{last:%B} {last.year:04}"
    return _day(last)


def time_in_words(entry: Entry) -> str:
    """The time by the clock; what was typed where none is understood."""
    return f"{entry.time:%H:%M}" if entry.time else entry.time_words.strip()


def to_check(entry: Entry) -> str:
    """What a person must look at, in words."""
    kept_out = entry.restricted and not entry.source
    said = (
        INHERITED if entry.date.inherited else "",
        DATE_DOUBTS.get(Doubt(entry.date.doubt), "") if entry.date.doubt else "",
        TIME_DOUBTS.get(Doubt(entry.time_doubt), "") if entry.time_doubt else "",
        "" if entry.source.strip() or kept_out else NO_SOURCE,
    )
    return "; ".join(filter(None, said))
