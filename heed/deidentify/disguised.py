"""Names of which the letters are set apart, "T H O R N Q U I S T" as in a heading,
or where figures stand for letters, "Th0rnquist" as a scanner reads them."""

import re
from collections.abc import Iterator
from itertools import product

from heed.deidentify.page import Hit, Page
from heed.deidentify.register import Register
from heed.deidentify.run_together import hit_of_names

_APART = re.compile(r"(?<![^\W_])[a-z](?:([ .·_\-])[a-z](?:\1[a-z])+)(?![^\W_])")
_READ_AS = {"0": "o", "1": "li", "3": "e", "4": "a", "5": "s"}
_READ_AS |= {"6": "g", "7": "t", "8": "b", "9": "g"}
_LEAST, _MOST = 3, 40  # letters of a name
_MOST_FIGURES = 3


def disguised_names(page: Page, register: Register) -> Iterator[Hit]:
    """The names of the register that are written in one of these ways."""
    if page.has_letters_apart:
        yield from _set_apart(page, register)
    for first, last in page.mixed:
        yield from _with_figures(page, first, last, register)


def _set_apart(page: Page, register: Register) -> Iterator[Hit]:
    for found in _APART.finditer(page.folded.text):
        letters, done = found[0][::2], 0
        for first, last in _stretches(len(letters)):
            name = letters[first:last]
            if first >= done and register.dictionary.is_alone(name):
                done = last
                begin = found.start()
                yield from hit_of_names(
                    (name,),
                    *page.original(begin + 2 * first, begin + 2 * last - 1),
                    register,
                )


def _stretches(length: int) -> Iterator[tuple[int, int]]:
    """Where a name may stand among so many letters: the longest first, from each."""
    for first in range(length - _LEAST + 1):
        for last in range(min(length, first + _MOST), first + _LEAST - 1, -1):
            yield first, last


def _with_figures(
    page: Page, first: int, last: int, register: Register
) -> Iterator[Hit]:
    read = _read(page.folded.text[first:last])
    if names := tuple(filter(register.dictionary.is_alone, read)):
        yield from hit_of_names(names, *page.original(first, last), register)


def _read(word: str) -> Iterator[str]:
    """What a word may say whose figures stand for letters; nothing where figures are
    most of it, as in a number."""
    figures = sum(map(str.isdigit, word))
    if figures > _MOST_FIGURES or 2 * figures > len(word):
        return
    choices = (_READ_AS.get(each, "" if each.isdigit() else each) for each in word)
    yield from map("".join, product(*choices))
