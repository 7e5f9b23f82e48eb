"""Rows that say the same. They are linked, and none is taken away."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from heed.papers.chronologies.entries import Duplicate, Entry
from heed.papers.chronologies.told import same_words, words_of
from heed.papers.collecting import nothing_to_collect

SAME_ROW = "The same agency says the same words of the same day."
COPIED = "Two agencies say the very same words of the same day."
NEARLY = "The same agency says nearly the same words of the same day."
MANY = 5
"""So many words are not said twice by chance: "Home visit" may be."""
COMPARED = 400
"""So many rows of one day, or without one, are compared word by word; of more, only
those that say the very same are found."""
NEARLY_ALL = 0.85
"""Of the words that either says, how many both must say."""


@nothing_to_collect()
def duplicates(
    entries: Sequence[Entry],
    *,
    together: Iterable[Sequence[int]] = (),
    apart: Collection[frozenset[int]] = frozenset(),
) -> list[Duplicate]:
    """Each group of entries that say the same, by the place of the first.

    What a person has said counts: entries that stand `together` are found only where
    another one says the same, and no two that are `apart` are found."""
    found: list[Duplicate] = []
    for of_day in _by_day(entries):
        found += _in_a_day(of_day)
    if apart or together:
        known = [set(group) for group in together]
        found = [d for each in found if (d := _still_to_say(each, known, apart))]
    first = {entry.n: place for place, entry in enumerate(entries)}
    return sorted(found, key=lambda each: first[each.entries[0]])


def _still_to_say(
    found: Duplicate, together: list[set[int]], apart: Collection[frozenset[int]]
) -> Duplicate | None:
    """What is left of a group where a person has spoken of some of it."""
    left: list[int] = []
    for n in found.entries:
        if not any(frozenset((n, other)) in apart for other in left):
            left.append(n)
    if len(left) == 1 or any(group.issuperset(left) for group in together):
        return None
    return Duplicate(tuple(left), found.rule)


def _by_day(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The entries of each day; undated ones by the words that stand for their date."""
    days: dict[object, list[Entry]] = {}
    for entry in entries:
        if entry.event:
            day = entry.date.iso or ("undated", same_words(entry.date.words))
            days.setdefault(day, []).append(entry)
    return (each for each in days.values() if len(each) > 1)


def _in_a_day(entries: list[Entry]) -> Iterator[Duplicate]:
    same: dict[str, list[Entry]] = {}
    for entry in entries:
        same.setdefault(same_words(entry.event), []).append(entry)
    linked: set[int] = set()
    for words, group in same.items() if len(same) < len(entries) else ():
        for each, rule in _of_same_words(words, group):
            linked.update(each)
            yield Duplicate(each, rule)
    left = [e for e in entries if e.n not in linked]
    if len(left) <= COMPARED:
        yield from _nearly(left)


def _of_same_words(
    words: str, group: list[Entry]
) -> Iterator[tuple[tuple[int, ...], str]]:
    if len(group) == 1:
        return
    if words.count(" ") + 1 >= MANY:
        agencies = {entry.agency for entry in group}
        rule = SAME_ROW if len(agencies) == 1 else COPIED
        yield tuple(entry.n for entry in group), rule
        return
    of_agency: dict[tuple[str, object], list[int]] = {}
    for entry in group:
        of_agency.setdefault((entry.agency, entry.time), []).append(entry.n)
    for same in of_agency.values():
        if len(same) > 1:
            yield tuple(same), SAME_ROW


def _nearly(entries: list[Entry]) -> Iterator[Duplicate]:
    of_agency: dict[str, list[Entry]] = {}
    for entry in entries:
        known = of_agency.get(entry.agency)
        if known is None:
            of_agency[entry.agency] = [entry]
            continue
        like = next((each for each in known if _are_nearly(each, entry)), None)
        if like is None:
            known.append(entry)
        else:
            yield Duplicate((like.n, entry.n), NEARLY)


def _are_nearly(one: Entry, other: Entry) -> bool:
    if one.time and other.time and one.time != other.time:
        return False
    words, more = words_of(one.event), words_of(other.event)
    if len(more) < MANY:
        return False
    return len(words & more) >= NEARLY_ALL * len(words | more)
