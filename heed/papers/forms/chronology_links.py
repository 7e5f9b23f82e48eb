"""Which rows of a chronology tell of one event, and which contradict one another."""

import re
from datetime import date
from typing import Any

from heed.papers.forms.flags import Flags
from heed.papers.patterns import later

Json = dict[str, Any]

_ALIKE, _SURELY_ALIKE = 0.5, 0.7
_TELLING, _ENOUGH = 3, 5
"""Words that two events must share, to be one on one day, or on two."""
_NEAR = 62
"""Days between two accounts of one event that disagree on its date."""
_SMALL = frozenset(
    (
        *("the", "a", "an", "and", "of", "to", "at", "in", "on", "with", "by", "for"),
        *("was", "is", "were", "had", "has", "that", "his", "her", "their", "from"),
        *("he", "she", "they", "it", "as", "be", "been", "said", "not", "no"),
    )
)
_CONTRADICTS = later(
    r"\b(records?|notes?|log|letter|system|police|gp|hospital|school|agency|agencies)\b"
    r"[^.]{0,30}\b(says?|shows?|gives?|states?|records?|has|have)\b[^.]{0,25}"
    r"\b(\d{1,2}[/.-]\d{1,2}|\d{1,2}(st|nd|rd|th)? [A-Z][a-z]+|different date)|"
    r"date (is |was )?(disputed|conflicts?|differs?|contradict)",
)


def link(entries: list[Json], flags: Flags) -> None:
    """Mark duplicates, events that two agencies tell, and dates that conflict."""
    words = [_words(entry["event"]) for entry in entries]
    of_day: dict[str | int, list[int]] = {}
    for number, entry in enumerate(entries):
        where = f"entry {entry['n']}"
        if _CONTRADICTS.search(entry["event"]) or _CONTRADICTS.search(
            entry.get("comment", "")
        ):
            why = "The row itself says that records differ on the date."
            flags.add("event_date_conflict", where, why)
            entry.setdefault("conflict", True)
        for earlier in _comparable(of_day, entry):
            _compare(entries[earlier], entry, (words[earlier], words[number]), flags)
            if "duplicate_of" in entry or "same_event_as" in entry:
                break
        for key in _keys(entry):
            of_day.setdefault(key, []).append(number)


def _keys(entry: Json) -> list[str | int]:
    """By which the rows of a day are found again, and those of the days around it."""
    day, whole = _day(entry), _whole_date(entry)
    return [day] if whole is None else [day, whole.toordinal()]


def _comparable(of_day: dict[str | int, list[int]], entry: Json) -> list[int]:
    """Where the rows stand, in their order, that could tell of this event: the others
    could not, whatever their words, and long chronologies are not compared pairwise."""
    found = set(of_day.get(_day(entry), ()))
    if whole := _whole_date(entry):
        near = range(whole.toordinal() - _NEAR, whole.toordinal() + _NEAR + 1)
        swapped = f"{whole:%Y-%d-%m}"
        for key in (*near, swapped):
            found.update(of_day.get(key, ()))
    return sorted(found)


def _words(event: str) -> frozenset[str]:
    found = re.findall(r"[a-z0-9]+", event.lower())
    return frozenset(word[:6] for word in found if word not in _SMALL)


def _compare(
    one: Json, other: Json, words: tuple[frozenset[str], frozenset[str]], flags: Flags
) -> None:
    a, b = words
    shared = len(a & b)
    enough = shared >= min(_TELLING, len(a), len(b))
    # One word that is shared, "Visit", tells nothing unless it is all that both say.
    telling = shared > 1 or (shared == 1 and a == b)
    if "gap" in {one["kind"], other["kind"]} or not (enough and telling):
        return
    same = shared / max(1, min(len(a), len(b)))
    where = f"entry {other['n']}"
    if _day(one) == _day(other):
        if a == b and not _two_agencies(one, other):
            other["duplicate_of"] = one["n"]
            why = f"Says what entry {one['n']} says."
            flags.add("duplicates_suspected", where, why)
        elif same >= _ALIKE and _source(one) != _source(other):
            other["same_event_as"] = one["n"]
            why = f"May tell of the same event as entry {one['n']}."
            flags.add("same_event_two_agencies", where, why)
    elif same >= _SURELY_ALIKE and shared >= _ENOUGH and _may_conflict(one, other):
        other["conflict"] = one["n"]
        why = f"Tells of entry {one['n']} under another date."
        flags.add("event_date_conflict", where, why)


def _day(entry: Json) -> str:
    found = entry["date"]["iso"] or ",".join(entry["date"].get("candidates", []))
    return str(found or f"none {entry['n']}")


def _source(entry: Json) -> str:
    return str(entry.get("agency") or entry["source"]).lower().strip()


def _two_agencies(one: Json, other: Json) -> bool:
    """Whether the rows name two; one that names none may be a copy of the other."""
    a, b = _source(one), _source(other)
    return bool(a and b) and a != b


def _may_conflict(one: Json, other: Json) -> bool:
    a, b = _whole_date(one), _whole_date(other)
    if a is None or b is None or _source(one) == _source(other):
        return False
    return abs((a - b).days) <= _NEAR or f"{a:%Y-%d-%m}" == b.isoformat()


def _whole_date(entry: Json) -> date | None:
    iso = entry["date"]["iso"] or ""
    return date.fromisoformat(iso) if len(iso) == len("2016-05-03") else None
