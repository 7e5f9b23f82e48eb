"""The register: every person of a case, and all that could give them away.

It is the key between the report's pseudonyms and real people, so it is read from
sealed rows or from a file on somebody's own machine, and kept nowhere else.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from heed.deidentify.dictionary import Dictionary, dictionary_of
from heed.deidentify.entries import Entry, Kind
from heed.deidentify.folding import words_of

Made = TypeVar("Made")

COLUMNS = ("person", "role", "pseudonym", "kind", "value", "critical")
_NEEDED = {"kind", "value"}
_YES = {"1", "y", "yes", "true", "x", "critical"}


@dataclass(frozen=True)
class Register:
    """The people of a case. What to look for is worked out once, when first asked."""

    entries: tuple[Entry, ...] = ()
    scheme: str = ""
    """After what the area names the children of its reports, where it has a scheme."""

    @cached_property
    def dictionary(self) -> Dictionary:
        """Every written form of everything in the register."""
        return dictionary_of(self.entries)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words that may begin something of the register."""
        return self.dictionary.first_words

    @cached_property
    def pseudonyms(self) -> tuple[str, ...]:
        """The pseudonyms in use, in the order of the register."""
        return tuple(dict.fromkeys(e.pseudonym for e in self.entries if e.pseudonym))

    @cached_property
    def _of_them(self) -> dict[object, Any]:
        return {}

    def of_the_pseudonyms(self, work: Callable[[tuple[str, ...], str], Made]) -> Made:
        """What is made of the pseudonyms in use and the area's scheme: made once, and
        kept."""
        if work not in self._of_them:
            self._of_them[work] = work(self.pseudonyms, self.scheme)
        made: Made = self._of_them[work]
        return made

    @cached_property
    def _made(self) -> dict[object, Any]:
        return {}

    def made_into(self, work: "Callable[[Register], Made]") -> Made:
        """What is made of this register: made once, and kept as long as it is."""
        if work not in self._made:
            self._made[work] = work(self)
        made: Made = self._made[work]
        return made

    @cached_property
    def pseudonym_words(self) -> frozenset[str]:
        """The folded words of which the pseudonyms are made."""
        return frozenset(word for each in self.pseudonyms for word in words_of(each))

    @cached_property
    def children(self) -> dict[str, dict[str, list[tuple[str, ...]]]]:
        """The folded words by which each child is called, by the first of them and by
        the second; "" where there is but one."""
        called = {words_of(e.pseudonym): None for e in self.entries if e.of_a_child}
        by_first: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        for words in filter(None, called):
            by_second = by_first.setdefault(words[0], {})
            by_second.setdefault("".join(words[1:2]), []).append(words)
        return by_first


def register_of(records: Iterable[Mapping[str, object]]) -> Register:
    """The register of plain records with the columns of the command line's contract;
    a line without a value only tells a pseudonym. Raises ValueError, naming the line,
    for a kind that does not exist."""
    return Register(tuple(_entry(n, record) for n, record in enumerate(records, 1)))


def read_register(text: str) -> Register:
    """The register in a CSV file's text. Raises ValueError for a missing column, an
    unknown kind, or a register that holds nobody: nothing could be looked for."""
    lines = io.StringIO(text.removeprefix("\ufeff"), newline="")
    rows = csv.DictReader(lines, delimiter=_delimiter(text), skipinitialspace=True)
    named = {(name or "").strip().casefold() for name in rows.fieldnames or ()}
    missing = sorted(_NEEDED - named)
    if missing:
        raise ValueError(f"The register has no column {' and '.join(missing)}.")
    register = register_of(_plain(row) for row in rows if any(row.values()))
    if not any(entry.value for entry in register.entries):
        raise ValueError("The register holds nobody, so nothing can be looked for.")
    return register


def _delimiter(text: str) -> str:
    header = text.split("\n", 1)[0]
    return max(",;\t", key=header.count)


def _plain(row: Mapping[str | None, object]) -> dict[str, object]:
    extra = row.get(None)
    if extra:
        raise ValueError(
            "A line of the register has more values than columns; put a value that "
            "holds a comma in quotation marks."
        )
    return {name.strip().casefold(): value for name, value in row.items() if name}


def _entry(number: int, record: Mapping[str, object]) -> Entry:
    said = {name: str(record.get(name) or "").strip() for name in COLUMNS}
    kind, value = said["kind"].casefold(), said["value"]
    if not value and not kind:
        kind = Kind.NAME
    if kind not in set(Kind):
        raise ValueError(f"Line {number} of the register has no kind {kind!r}.")
    return Entry(
        person=said["person"],
        role=said["role"],
        pseudonym=said["pseudonym"],
        kind=Kind(kind),
        value=value,
        critical=said["critical"].casefold() in _YES,
    )
