"""Rows that say the same. They are linked, and none is taken away."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from heed.papers.chronologies.entries import Duplicate, Entry
from heed.papers.chronologies.told import bare_words, same_words, words_of
from heed.papers.collecting import nothing_to_collect

Day = str | tuple[str, str]
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
    found = list(_found_in([entry for entry in entries if entry.event]))
    if apart or together:
        known = [set(group) for group in together]
        found = [d for each in found if (d := _still_to_say(each, known, apart))]
    firsts = {each.entries[0] for each in found}
    place = {entry.n: n for n, entry in enumerate(entries) if entry.n in firsts}
    return sorted(found, key=lambda each: place[each.entries[0]])


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


def _found_in(entries: Sequence[Entry]) -> Iterator[Duplicate]:
    """Each group, day by day. Of many rows few have another of their day that may say
    the same: these are looked for in columns, and only they are compared."""
    bare = bare_words([entry.event for entry in entries])
    days: defaultdict[Day, list[int]] = defaultdict(list)
    for n, entry in enumerate(entries):
        days[entry.date.iso or _undated(entry)].append(n)
    for places in days.values():
        if len(places) > 1:
            of_day = [entries[n] for n in places]
            yield from _in_a_day(of_day, [bare[n] for n in places])


def _undated(entry: Entry) -> Day:
    """The words that stand for a date that is not known."""
    return "undated", same_words(entry.date.words)


def _in_a_day(entries: list[Entry], bare: list[object]) -> Iterator[Duplicate]:
    linked: set[int] = set()
    if len(set(bare)) < len(bare):
        counts = Counter(bare)
        same: dict[str, list[Entry]] = {}
        for entry, said in zip(entries, bare, strict=True):
            if counts[said] > 1:
                same.setdefault(same_words(entry.event), []).append(entry)
        for words, group in same.items():
            for each, rule in _of_same_words(words, group):
                linked.update(each)
                yield Duplicate(each, rule)
    if len(entries) - len(linked) <= COMPARED and _may_be_near(entries):
        yield from _nearly([entry for entry in entries if entry.n not in linked])


def _may_be_near(entries: list[Entry]) -> bool:
    """Whether two of one agency tell of one time, or one of them of none."""
    at = {(entry.agency, entry.time) for entry in entries}
    untimed = any(time is None for _, time in at)
    return len(at) < len(entries) or (untimed and len({a for a, _ in at}) < len(at))


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
