"""Where what agencies return differs: names, dates of birth, who saw somebody when.

Everybody is found again by name and date of birth, each once in each return. Nothing is
put right and nothing is chosen: what differs stands side by side, with who says it.
Nothing here reads a database.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from heed.papers.dates import read_date

OUR_RECORD = "This case"
ALIKE, PART_OF_A_NAME = 0.72, 0.8
BORN_THE_SAME_DAY = 0.35
_NOT_KNOWN = re.compile(r"\W*(?:not known|unknown|n/?[ak]|none|-)?\W*", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What one source says of one person, as it is written there."""

    who: str
    name: str = ""
    also: tuple[str, ...] = ()
    born: str = ""
    relationship: str = ""
    seen_on: str = ""
    seen_by: str = ""
    pseudonym: str = ""
    """What the case calls them where names are off; "" for whom it does not know."""
    is_child: bool = False
    """Whether the case has them as one of its children."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.name, *self.also)))


@dataclass(frozen=True)
class Person:
    """One person, and what each source says of them."""

    said: tuple[Told, ...]

    @property
    def shown_as(self) -> str:
        """What they are called where names are on."""
        first = self.said[0]
        return next((name for each in self.said for name in each.names), "") or (
            first.pseudonym
        )

    @property
    def pseudonym(self) -> str:
        """What they are called where names are off."""
        first = self.said[0]
        return first.pseudonym or f"Somebody named by {first.who}"

    @property
    def is_child(self) -> bool:
        """Whether it is a child of the case: all others are read by name by those alone
        who read the family record."""
        return self.said[0].is_child

    @property
    def tellers(self) -> list[str]:
        """The agencies that tell of this person."""
        return [each.who for each in self.said if each.who != OUR_RECORD]

    @property
    def is_told_of(self) -> bool:
        return bool(self.tellers)

    @property
    def names_differ(self) -> bool:
        """Whether two write a name otherwise. That one knows less of it is no
        difference, and neither is a name that our record has as another name."""
        known = [[_words(name) for name in each.names] for each in self.said]
        named = [names for names in known if names]
        return any(not _one_name(a, b) for a, b in combinations(named, 2))

    @property
    def births_differ(self) -> bool:
        """Whether two dates of birth cannot both be right."""
        born = [_day(each.born) for each in self.said if _says(each.born)]
        return any(not _may_be_one(a, b) for a, b in combinations(born, 2))

    @property
    def seen(self) -> list[Told]:
        """Who saw this person, the latest first; a day that cannot be read stands at
        the end."""
        found = [each for each in self.said if _says(each.seen_on + each.seen_by)]
        return sorted(found, key=lambda each: _iso(each.seen_on), reverse=True)

    @property
    def differs(self) -> bool:
        return self.names_differ or self.births_differ


def together(ours: Iterable[Told], returns: Iterable[Sequence[Told]]) -> list[Person]:
    """Everybody of whom anything is said: those of the case first, then whom agencies
    name beside them."""
    people: list[list[Told]] = [[each] for each in ours]
    for told in returns:
        people += _joined(people, [each for each in told if each.names])
    return [Person(tuple(said)) for said in people]


def _joined(people: list[list[Told]], told: list[Told]) -> list[list[Told]]:
    """Put each of a return to whom they are most like; gives those who are new."""
    likeness = sorted(
        (
            (max(_likeness(each, known) for known in people[at]), -at, -number)
            for number, each in enumerate(told)
            for at in range(len(people))
        ),
        reverse=True,
    )
    placed: dict[int, int] = {}
    for like, at, number in likeness:
        if like >= ALIKE and -number not in placed and -at not in placed.values():
            placed[-number] = -at
    for number, at in placed.items():
        people[at].append(told[number])
    return [[each] for number, each in enumerate(told) if number not in placed]


def _likeness(one: Told, other: Told) -> float:
    names = [_alike(a, b) for a in one.names for b in other.names]
    born = _day(one.born)
    same_day = bool(born) and len(born) > len("2025-11") and born == _day(other.born)
    return max(names, default=0.0) + (BORN_THE_SAME_DAY if same_day else 0)


def _alike(one: str, other: str) -> float:
    """How much two names are alike; a first name alone is a part of a whole one."""
    a, b = _words(one), _words(other)
    part = PART_OF_A_NAME if a and b and (a <= b or b <= a) else 0
    ratio = SequenceMatcher(None, one.casefold(), other.casefold()).ratio()
    return max(part, ratio)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", name.casefold()))


def _one_name(one: list[frozenset[str]], other: list[frozenset[str]]) -> bool:
    return any(a <= b or b <= a for a in one for b in other)


def _says(words: str) -> bool:
    return not _NOT_KNOWN.fullmatch(words)


def _day(words: str) -> str:
    """A date as precisely as it is known, or the words where none can be read."""
    if not _says(words):
        return ""
    return read_date(words).iso or words.casefold().strip()


def _iso(words: str) -> str:
    return read_date(words).iso or ""


def _may_be_one(one: str, other: str) -> bool:
    """Whether two dates may be the same: a year and a day of that year may."""
    return one.startswith(other) or other.startswith(one)
