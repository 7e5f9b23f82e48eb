"""Rows of a catalogue that may be one review. They are told, and never made one: two
children called “Child C” are two until a person knows better.
"""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping

from heed.library.bundles import LegacyEntry

PLAIN = re.compile(r"[^a-z0-9]+")
OF_ANY_TITLE = re.compile(
    r"\b(?:serious case review|scr|lcspr|local child safeguarding practice review|"
    r"practice review|overview report|executive summary|final|report|the|of|a|re)\b"
)
A_YEAR = 1
Told = tuple[int, str, str]


def doubles(
    entries: Mapping[str, LegacyEntry], rows: Mapping[str, int]
) -> Iterator[Told]:
    """Each row that may be the same review as an earlier one: number, id and why."""
    before: dict[Hashable, list[LegacyEntry]] = defaultdict(list)
    for key, entry in entries.items():
        why = ""
        for mark, said in _marks(entry):
            alike = next((e for e in before[mark] if _may_be_one(e, entry)), None)
            before[mark].append(entry)
            if alike and not why:
                other = f"row {rows[alike.id]} ({alike.id})"
                why = f"This may be the same review as {other}: {said}. Both stand."
        if why:
            yield rows[key], key, why


def _marks(entry: LegacyEntry) -> Iterator[tuple[Hashable, str]]:
    """By what a review may be known again, the surest first."""
    if entry.link:
        yield ("link", entry.link.rstrip("/").lower()), "the same address"
    if entry.document:
        plain = json.dumps(entry.document, sort_keys=True, default=str)
        digest = hashlib.sha256(plain.encode()).hexdigest()
        yield ("words", digest), "the same words"
    named = _plain(OF_ANY_TITLE.sub(" ", entry.title.lower()))
    if named:
        place = _plain(entry.publisher.lower())
        yield ("name", named, place), "the same name and publisher, about the same year"


def _plain(words: str) -> str:
    return " ".join(PLAIN.sub(" ", words).split())


def _may_be_one(one: LegacyEntry, other: LegacyEntry) -> bool:
    """An unknown year may be any; one that is a year off may be of the other date."""
    years = one.published.year, other.published.year
    return None in years or abs(years[0] - years[1]) <= A_YEAR
