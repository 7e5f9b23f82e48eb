"""What belongs together among the rows of all agencies, for a person to say; and what
people have said of it already."""

from collections.abc import Sequence
from dataclasses import dataclass

from heed.papers.chronologies.duplicates import duplicates
from heed.papers.chronologies.entries import Duplicate, Entry, Telling
from heed.papers.chronologies.tellings import names_in, tellings
from heed.papers.chronologies.told import words_of

Pairs = frozenset[frozenset[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What people have said of entries: which are of one event and which are not, which
    say the same twice and which do not."""

    events: Sequence[Sequence[int]] = ()
    not_one: Pairs = frozenset()
    twice: Sequence[Sequence[int]] = ()
    not_twice: Pairs = frozenset()


def suggestions(
    entries: Sequence[Entry], said: Answers
) -> tuple[list[Telling], list[Duplicate]]:
    """The events that several agencies may tell, and the rows that may be there twice,
    of which nobody has said so or denied it. The entries stand in the order of time."""
    try:
        return _suggested(entries, said)
    finally:
        words_of.cache_clear()  # no words of a case stay in the process
        names_in.cache_clear()


def _suggested(
    entries: Sequence[Entry], said: Answers
) -> tuple[list[Telling], list[Duplicate]]:
    twice = duplicates(entries, together=said.twice, apart=said.not_twice)
    again = {n for each in twice for n in each.entries[1:]}
    again |= {n for group in said.twice for n in group[1:]}
    again -= {n for group in said.events for n in group}
    told = tellings(entries, again, together=said.events, apart=said.not_one)
    return told, twice
