"""The passages of every publication, laid out so that an excerpt costs next to nothing.

Beside the index lie the words of each passage and, for each publication, where each of
its stems stands. Which passage is telling, and what of it is shown, is then a matter of
looking up the few words asked for, not of reading the text again.
"""

import json
import re
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from heed.library.models import Publication, Section
from heed.library.search.spelling import Spelling
from heed.library.search.words import Stems, stems

WORD = re.compile(r"[^\W_]+")

PASSAGE, WORD_OF_IT, OFFSET = 32, 16, 0xFFFF
"""A place in a publication is one number: which passage, which word of it (the first
of its heading is 0), and at which character of its text that word begins."""

END = NOT_IN_THE_TEXT = 0xFFFF
"""Past the last offset; words of a heading are given it for theirs."""

NUMBERS, LONG_NUMBERS = "I", "Q"


class Passage(NamedTuple):
    """Some words under a heading, and which of them were asked for."""

    anchor: str
    heading: str
    text: str
    distressing: bool
    marks: dict[int, int]
    """By where the word begins in the text: which of the meanings it answers."""


class Known(NamedTuple):
    """A publication as it was when the index was built, and where its part begins."""

    id: UUID
    version: int
    first_passage: int
    first_stem: int


class Passages:
    """What `write` wrote, read in place."""

    def __init__(self, folder: Path) -> None:
        table = json.loads((folder / "publications").read_text())
        self._known = [Known(UUID(key), *numbers) for key, *numbers in table]
        vocabulary = (folder / "vocabulary").read_text().split("\n")
        self._stem_numbers = {stem: n for n, stem in enumerate(vocabulary)}
        weights = json.loads((folder / "spellings").read_text())
        self.spelling = Spelling(weights, self._stem_numbers)
        self._texts = _mapped(folder / "texts")
        self._starts = _mapped(folder / "starts").cast(LONG_NUMBERS)
        self._stems = _mapped(folder / "stems").cast(NUMBERS)
        self._begins = _mapped(folder / "begins").cast(NUMBERS)
        self._places = _mapped(folder / "places").cast(LONG_NUMBERS)

    def known(self, number: int) -> Known:
        """The publication of this number in the index."""
        return self._known[number]

    def numbered(self, ways: Iterable[Stems]) -> list[tuple[int, ...]]:
        """The ways of saying a thing as numbers of stems, where all are known."""
        known = self._stem_numbers
        return [
            tuple(known[stem] for stem in said)
            for said in ways
            if all(stem in known for stem in said)
        ]

    def best(
        self, number: int, sought: Iterable[Sequence[tuple[int, ...]]]
    ) -> Passage | None:
        """The passage that tells most: it has the rarest of what is sought, as much
        beside it as may be, and of those passages it has it most often."""
        first, end = (self._known[n].first_stem for n in (number, number + 1))
        found = [self._all_of(ways, first, end) for ways in sought]
        telling: set[int] = set()
        for places in sorted(found, key=len):
            if len(telling) == 1:  # no other passage can tell more any more
                break
            having = {place >> PASSAGE for place in places}
            telling = telling & having or telling or having
        if not telling:
            return None
        return self._passage(number, _fullest(telling, found), found)

    def _all_of(
        self, ways: Sequence[tuple[int, ...]], first: int, end: int
    ) -> list[int]:
        if len(ways) == 1:
            return self._said(ways[0], first, end)
        each = (self._said(said, first, end) for said in ways)
        return list(chain.from_iterable(each))

    def _said(self, said: tuple[int, ...], first: int, end: int) -> list[int]:
        """Where a phrase stands in the publication: the places of all its words."""
        each = [self._where(stem, first, end) for stem in said]
        if len(each) == 1:
            return each[0]
        words = [{place >> WORD_OF_IT: place for place in places} for places in each]
        return [
            word[start + n]
            for start in words[0]
            if all(start + n in word for n, word in enumerate(words))
            for n, word in enumerate(words)
        ]

    def _where(self, stem: int, first: int, end: int) -> list[int]:
        at = bisect_left(self._stems, stem, first, end)
        if at == end or self._stems[at] != stem:
            return []
        return self._places[self._begins[at] : self._begins[at + 1]].tolist()

    def _passage(self, number: int, chosen: int, found: list[list[int]]) -> Passage:
        at = self._known[number].first_passage + chosen
        record = str(self._texts[self._starts[at] : self._starts[at + 1]], "utf-8")
        distressing, anchor, heading, text = record.split("\0", 3)
        marks = {
            place & OFFSET: meaning
            for meaning, places in enumerate(found)
            for place in places
            if place >> PASSAGE == chosen and place & OFFSET != NOT_IN_THE_TEXT
        }
        return Passage(anchor, heading, text, bool(distressing), marks)


def _fullest(passages: set[int], found: Iterable[list[int]]) -> int:
    """That of the passages which has most; the first, where several have as much."""
    if len(passages) == 1:
        return next(iter(passages))
    often = Counter(place >> PASSAGE for places in found for place in places)
    return max(sorted(passages), key=often.__getitem__)


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as opened:
        empty = not opened.read(1)
        return memoryview(
            b"" if empty else mmap(opened.fileno(), 0, access=ACCESS_READ)
        )


# Writing


class Writer:
    """Takes publications one by one, and writes what is read above."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._table: list[tuple[str, int, int, int]] = []
        self._numbers = StemNumbers()
        self._held_by: Counter[int] = Counter()
        self._starts = array(LONG_NUMBERS, [0])
        self._stems, self._begins = array(NUMBERS), array(NUMBERS)
        self._length = 0
        self._texts = (folder / "texts").open("wb")
        self._places = (folder / "places").open("wb")

    def add(self, publication: Publication) -> int:
        """Keep the passages of a publication; answers its number in the index."""
        self._note(str(publication.id), publication.version)
        where: dict[int, list[int]] = defaultdict(list)
        for number, section in enumerate(publication.sections.all()):
            self._look_through(section, number << PASSAGE, where)
            flag = "1" if section.distressing else ""
            self._keep(flag, section.anchor, section.heading, section.text)
        self._held_by.update(where.keys())
        for stem in sorted(where):
            self._stems.append(stem)
            self._begins.append(self._length)
            self._length += len(where[stem])
        in_order = chain.from_iterable(where[stem] for stem in sorted(where))
        self._places.write(array(LONG_NUMBERS, in_order).tobytes())
        return len(self._table) - 1

    def close(self) -> None:
        """Write what has been gathered."""
        self._note(str(UUID(int=0)), 0)
        self._begins.append(self._length)
        for name in ("starts", "stems", "begins"):
            (self._folder / name).write_bytes(getattr(self, f"_{name}").tobytes())
        (self._folder / "vocabulary").write_text("\n".join(self._numbers.stems))
        (self._folder / "publications").write_text(json.dumps(self._table))
        (self._folder / "spellings").write_text(json.dumps(self._spellings()))
        self._texts.close()
        self._places.close()

    def _spellings(self) -> dict[str, int]:
        """Each word as it is written, with how many publications hold its stem."""
        plain = (item for item in self._numbers.items() if item[0].isalpha())
        return {word.lower(): self._held_by[number] for word, number in plain}

    def _note(self, key: str, version: int) -> None:
        row = (key, version, len(self._starts) - 1, len(self._stems))
        self._table.append(row)

    def _look_through(
        self, section: Section, begin: int, where: dict[int, list[int]]
    ) -> None:
        """Note the places of all words. A gap keeps phrases from reaching over the
        heading. Nobody reads so far on as to be shown a word beyond `END`."""
        numbers = self._numbers
        headed = WORD.findall(section.heading, 0, END // 2)
        for number, word in enumerate(headed):
            place = begin + (number << WORD_OF_IT) + NOT_IN_THE_TEXT
            where[numbers[word]].append(place)
        begin += (len(headed) + 1) << WORD_OF_IT
        for number, found in enumerate(WORD.finditer(section.text, 0, END)):
            place = begin + (number << WORD_OF_IT) + found.start()
            where[numbers[found[0]]].append(place)

    def _keep(self, *parts: str) -> None:
        record = "\0".join(part.replace("\0", " ") for part in parts).encode()
        self._texts.write(record)
        self._starts.append(self._starts[-1] + len(record))


class StemNumbers(dict[str, int]):
    """A number for the stem of each word, given when the word is first met."""

    def __init__(self) -> None:
        super().__init__()
        self.stems: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        stem = " ".join(stems(word))
        number = self.stems.setdefault(stem, len(self.stems))
        self[word] = number
        return number
