"""Entries of different agencies that may tell of one event, and where they differ.

A person confirms each. The rule that found it is said in words; there is no score.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from heed.papers.chronologies.entries import Conflict, Difference, Entry, Telling
from heed.papers.chronologies.told import (
    injury_in,
    listed,
    people_in,
    places_in,
    told_in,
    words_of,
)

MINUTES = 15
DAYS = 1
FEW, SEVERAL = 2, 3
"""Telling words that both must say: of accounts minutes apart, and of others."""
SOME, HALF = 0.3, 0.45
"""Of the telling words of the shorter account, how many the other must say too."""
_COMMON = 0.1
_LEAST_COMMON = 8
"""A word that more than a tenth of all entries say, and more than this many, tells
nothing."""
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class _Account:
    entry: Entry
    day: date
    words: frozenset[str]

    def names(self) -> tuple[frozenset[str], frozenset[str]]:
        """The people and the places that it names."""
        return names_in(self.entry.event, self.entry.present)


@dataclass(frozen=True, slots=True)
class _Match:
    """Two accounts that may be of one event."""

    entries: tuple[Entry, Entry]
    rank: tuple[int, int]
    rule: str


def tellings(
    entries: Sequence[Entry],
    linked: Collection[int],
    *,
    together: Iterable[Sequence[int]] = (),
    apart: Collection[frozenset[int]] = frozenset(),
) -> list[Telling]:
    """The events that several agencies tell, in the order of their first accounts.

    `linked` are the entries that repeat another; they are not compared again. What a
    person has said counts: entries that stand `together` are found only where another
    one may belong to them, and no two that are `apart` come into one event."""
    told = [e for e in entries if e.n not in linked and e.kind != "gap"]
    matches = sorted(_matches(told), key=lambda each: each.rank)
    place = {entry.n: number for number, entry in enumerate(entries)}
    groups = _groups(told, together)
    rules: dict[int, str] = {}
    for match in matches:
        _join(match, groups, rules, apart)
    unique = {id(group): group for group in groups.values()}
    found = [
        _telling(sorted(group, key=lambda e: place[e.n]), rules)
        for group in unique.values()
        if group[0].n in rules
    ]
    return sorted(found, key=lambda each: place[each.entries[0]])


def _groups(
    told: list[Entry], together: Iterable[Sequence[int]]
) -> dict[int, list[Entry]]:
    """The groups that a person has made, by each entry that stands in one."""
    known = {entry.n: entry for entry in told}
    groups: dict[int, list[Entry]] = {}
    for numbers in together:
        group = [known[n] for n in numbers if n in known]
        groups.update(dict.fromkeys((entry.n for entry in group), group))
    return groups


def _telling(group: list[Entry], rules: dict[int, str]) -> Telling:
    said = dict.fromkeys(rules[entry.n] for entry in group)
    entries = tuple(entry.n for entry in group)
    return Telling(entries, " ".join(said), tuple(differences(group)))


def _join(
    match: _Match,
    groups: dict[int, list[Entry]],
    rules: dict[int, str],
    apart: Collection[frozenset[int]],
) -> None:
    """Put two accounts into one group: an agency tells an event once."""
    one, other = (groups.get(entry.n, [entry]) for entry in match.entries)
    if one is other or not _may_be_one(one, other, apart):
        return
    joined = [*one, *other]
    for entry in joined:
        groups[entry.n] = joined
        rules.setdefault(entry.n, match.rule)


def _may_be_one(
    one: list[Entry], other: list[Entry], apart: Collection[frozenset[int]]
) -> bool:
    joined = [*one, *other]
    days = [entry.date.earliest for entry in joined if entry.date.earliest]
    if (max(days) - min(days)).days > DAYS:
        return False
    if {entry.agency for entry in one} & {entry.agency for entry in other}:
        return False
    return not any(frozenset((a.n, b.n)) in apart for a in one for b in other)


# Which accounts are compared


def _matches(entries: list[Entry]) -> Iterator[_Match]:
    """Pairs of one day, or of two that follow, that share two telling words or more.

    They are found by their words, and never by comparing each with each.
    """
    common = _common(entries)
    indexes: dict[int, dict[str, list[_Account]]] = {}
    for entry in entries:
        if not entry.date.day:
            continue
        words = words_of(entry.event) - common
        one = _Account(entry, entry.date.day, words)
        day = one.day.toordinal()
        today = indexes.get(day)
        if today is None:
            # Entries come in order: what is older than yesterday is not asked again.
            indexes = {day - DAYS: indexes.get(day - DAYS, {}), day: {}}
            today = indexes[day]
        for other in _sharing(one, indexes.values()):
            yield from _compared(other, one)
        for word in words:
            today.setdefault(word, []).append(one)


def _sharing(
    one: _Account, indexes: Iterable[dict[str, list[_Account]]]
) -> Iterator[_Account]:
    """The accounts of other agencies that share enough words to be compared."""
    shared: dict[int, int] = {}
    accounts: dict[int, _Account] = {}
    for index in indexes:
        for word in one.words & index.keys():
            for other in index[word]:
                n = other.entry.n
                shared[n] = shared.get(n, 0) + 1
                accounts[n] = other
    for n in sorted(shared):
        if shared[n] >= FEW and accounts[n].entry.agency != one.entry.agency:
            yield accounts[n]


def _common(entries: list[Entry]) -> frozenset[str]:
    """Words that so many entries say that they tell of no event."""
    count: Counter[str] = Counter()
    for entry in entries:
        count.update(words_of(entry.event))
    most = max(_LEAST_COMMON, _COMMON * len(entries))
    return frozenset(word for word, times in count.items() if times > most)


def _compared(one: _Account, other: _Account) -> Iterator[_Match]:
    shared = one.words & other.words
    if len(shared) < FEW:
        return
    apart = _minutes_apart(one, other)
    close = apart is not None and apart <= MINUTES
    least = min(len(one.words), len(other.words))
    if len(shared) < (SOME if close or apart is None else HALF) * least:
        return  # whoever and whatever place both name
    people, places = (a & b for a, b in zip(one.names(), other.names(), strict=True))
    beside = bool(people or places)
    enough = FEW if close or beside else SEVERAL
    part = SOME if close or (beside and apart is None) else HALF
    if len(shared) < enough or len(shared) < part * least:
        return
    rule = _rule(one, other, apart, (shared, people, places))
    rank = (0 if close else 1 if one.day == other.day else 2, -len(shared))
    yield _Match((one.entry, other.entry), rank, rule)


@lru_cache(maxsize=1 << 12)
def names_in(
    event: str, present: tuple[str, ...]
) -> tuple[frozenset[str], frozenset[str]]:
    """The people and the places that an account names."""
    return people_in(event, present), places_in(event)


def _minutes_apart(one: _Account, other: _Account) -> int | None:
    """Minutes between two accounts of one day; None where a time is missing."""
    a, b = one.entry.time, other.entry.time
    if a is None or b is None or one.day != other.day:
        return None
    return abs((a.hour - b.hour) * 60 + a.minute - b.minute)


def _rule(
    one: _Account,
    other: _Account,
    apart: int | None,
    shared: tuple[frozenset[str], frozenset[str], frozenset[str]],
) -> str:
    words, people, places = shared
    days = abs((one.day - other.day).days)
    if days:
        when = "One day apart"
    elif apart is None:
        when = "On the same day"
    elif apart:
        when = f"{apart} minutes apart"
    else:
        when = "At the same time"
    said = [f"both say {listed(_whole(words, one.entry.event)[:_SHOWN])}"]
    said += [f"both name {listed(sorted(people))}"] if people else []
    said += [f"both are of {listed(sorted(places))}"] if places else []
    return f"{when}; {'; '.join(said)}."


def _whole(stems: frozenset[str], text: str) -> list[str]:
    """The words of a text that begin so, in its order."""
    found = {word[:6]: word for word in reversed(text.lower().split())}
    whole = {
        stem: word.strip(".,;:()“”‘’\"'")
        for stem, word in reversed(found.items())
        if stem in stems
    }
    rest = sorted(stems - whole.keys())
    return [*whole.values(), *rest]


# Where accounts differ


def differences(group: Sequence[Entry]) -> Iterator[Difference]:
    """What the accounts of one event say otherwise: day, time, injury, who was told."""
    for field, said in (
        ("date", _dates),
        ("time", _times),
        ("injury", _injuries),
        ("told", _told),
    ):
        values = tuple((e.n, words) for e in group if (words := said(e)))
        if len({words for _, words in values}) > 1:
            yield Difference(field, values)


def _dates(entry: Entry) -> str:
    return entry.date.iso or ""


def _times(entry: Entry) -> str:
    return f"{entry.time:%H:%M}" if entry.time else ""


def _injuries(entry: Entry) -> str:
    return injury_in(f"{entry.event} {entry.outcome}")


def _told(entry: Entry) -> str:
    return ", ".join(told_in(f"{entry.event}. {entry.outcome}"))


_CONTRADICTS = {
    "date": "The accounts of one event give different dates.",
    "time": "The accounts of one event give different times.",
    "injury": "The accounts of one event tell of different injuries.",
    "told": "The accounts of one event differ on who was told.",
}


def conflicts(found: Sequence[Telling]) -> list[Conflict]:
    """Every difference between the accounts of one event, to be shown side by side."""
    return [
        Conflict(
            tuple(n for n, _ in each.values),
            each.field,
            each.values,
            _CONTRADICTS[each.field],
        )
        for telling in found
        for each in telling.differ
    ]
