"""Everything there is to look for, laid out so that looking is looking up."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from heed.deidentify.entries import Entry, Kind
from heed.deidentify.folding import words_of
from heed.deidentify.forms import Form
from heed.deidentify.name_forms import initials_forms, misspellable, name_forms
from heed.deidentify.place_forms import (
    address_forms,
    codes_of,
    email_forms,
    employer_forms,
    own_words,
    place_forms,
    school_forms,
)
from heed.deidentify.written_dates import dates_in

Key = TypeVar("Key", bound=Hashable)
Said = TypeVar("Said")
Words = tuple[str, ...]
MonthDay = tuple[int, int]

PREFIX = 6

_PHRASES_OF: dict[Kind, Callable[[Entry], Iterator[Form]]] = {
    Kind.NAME: name_forms,
    Kind.ALIAS: name_forms,
    Kind.INITIALS: initials_forms,
    Kind.ADDRESS: address_forms,
    Kind.SCHOOL: school_forms,
    Kind.PLACE: place_forms,
    Kind.EMPLOYER: employer_forms,
    Kind.EMAIL: email_forms,
}


@dataclass(frozen=True)
class Dictionary:
    """Phrases by their first word, longest first; codes without their spaces, and how
    they begin; days; the names that may be misspelt; and the pseudonyms in use."""

    phrases: dict[str, list[tuple[Words, list[Form]]]]
    codes: dict[str, list[Entry]]
    code_beginnings: frozenset[str]
    days: dict[date, list[Entry]]
    days_of_any_year: dict[MonthDay, list[Entry]]
    names: dict[str, list[Entry]]
    longest_code: int

    @cached_property
    def names_without_a_letter(self) -> dict[str, set[str]]:
        """Each name, by itself and by what is left when one letter is: two words that
        are one letter apart share such a key."""
        near: dict[str, set[str]] = defaultdict(set)
        for name in self.names:
            for n in range(len(name)):
                near[name[:n] + name[n + 1 :]].add(name)
            near[name].add(name)
        return dict(near)

    @cached_property
    def alone(self) -> dict[str, list[Form]]:
        """The forms that are one word, by it."""
        return {
            first: forms
            for first, ends in self.phrases.items()
            for rest, forms in ends
            if not rest
        }

    @cached_property
    def longer(self) -> dict[str, dict[str, list[tuple[Words, list[Form]]]]]:
        """The forms of several words, by the first and the second of them."""
        longer: dict[str, dict[str, list[tuple[Words, list[Form]]]]] = {}
        for first, ends in self.phrases.items():
            for rest, forms in ends:
                if rest:
                    by_second = longer.setdefault(first, {})
                    by_second.setdefault(rest[0], []).append((rest, forms))
        return longer

    @cached_property
    def close(self) -> dict[str, list[str]]:
        """The names that words were found to be one letter from, so far."""
        return {}

    @cached_property
    def _said(self) -> dict[int, Any]:
        return {}

    def said_of(
        self, forms: Sequence[Form], say: Callable[[Sequence[Form]], Said]
    ) -> Said:
        """What there is to say of some forms of the dictionary: said once, and kept."""
        said: Said | None = self._said.get(id(forms))
        if said is None:
            said = self._said[id(forms)] = say(forms)
        return said

    def is_alone(self, word: str) -> bool:
        """Whether this word alone is something of the register."""
        return word in self.alone

    @property
    def first_words(self) -> frozenset[str]:
        """The words that may begin something of the register."""
        lettered = (words_of(code)[0] for code in self.codes)
        return frozenset(self.phrases) | frozenset(lettered)

    @property
    def size(self) -> int:
        """How many written forms there are to look for."""
        return sum(map(len, self.phrases.values())) + len(self.codes) + len(self.days)


def dictionary_of(entries: Iterable[Entry]) -> Dictionary:
    """Every written form of these lines of a register."""
    known = tuple(entries)
    codes = _gathered(known, codes_of)
    return Dictionary(
        phrases=_phrases(known),
        codes=codes,
        code_beginnings=frozenset(
            code[:length] for code in codes for length in range(1, PREFIX + 1)
        ),
        days=_gathered(known, _days),
        days_of_any_year=_gathered(known, _days_of_any_year),
        names=_gathered(known, _misspellable),
        longest_code=max(map(len, codes), default=0),
    )


def _gathered(
    entries: Iterable[Entry], keys: Callable[[Entry], Iterable[Key]]
) -> dict[Key, list[Entry]]:
    gathered: dict[Key, list[Entry]] = defaultdict(list)
    for entry in entries:
        for key in keys(entry):
            gathered[key].append(entry)
    return dict(gathered)


def _phrases(entries: Iterable[Entry]) -> dict[str, list[tuple[Words, list[Form]]]]:
    by_words: dict[Words, dict[Form, None]] = defaultdict(dict)
    for entry in entries:
        for form in _PHRASES_OF.get(entry.kind, _none)(entry):
            by_words[form.words][form] = None
    by_first: dict[str, list[tuple[Words, list[Form]]]] = defaultdict(list)
    for words in sorted(filter(None, by_words), key=len, reverse=True):
        by_first[words[0]].append((words[1:], list(by_words[words])))
    return dict(by_first)


def _none(_: Entry) -> Iterator[Form]:
    return iter(())


def _days(entry: Entry) -> list[date]:
    """The days of a line of the register, written day first as people here do."""
    if entry.kind not in {Kind.DOB, Kind.DATE}:
        return []
    return [day for written in dates_in(entry.value) for day in written.days[:1]]


def _days_of_any_year(entry: Entry) -> list[MonthDay]:
    return [(day.month, day.day) for day in _days(entry)]


def _misspellable(entry: Entry) -> Iterable[str]:
    if entry.kind in {Kind.NAME, Kind.ALIAS}:
        return misspellable(entry)
    return own_words(entry)
