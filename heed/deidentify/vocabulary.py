"""The words that matter to a scan, each asked once: what may begin there, what it tells
by itself, and what its capital asks.

A report of 40,000 words is written in some 4,000, and few of them matter: a name of the
register, a number, a word of kind ("Road", "aged"), a capital that no word of the
language has. They are kept with the register, and go with it: they are words of a case.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from heed.deidentify import jigsaw
from heed.deidentify.capitals import SERVICES, is_unknown, stands_within
from heed.deidentify.folding import fold
from heed.deidentify.misspellings import (
    CAPITALISED,
    LATIN_CAPITALISED,
    close_to,
    is_suspect,
)
from heed.deidentify.page import Hit, Page
from heed.deidentify.pseudonym_slips import stranger_at, strangers_to
from heed.deidentify.register import Register
from heed.deidentify.run_together import names_within
from heed.deidentify.walk import AFTER_DIGITS, LOOKS, Look, looks_at


@dataclass(frozen=True, slots=True)
class Matters:
    """Why a folded word matters: how to look where it stands, and whether it tells of
    a child or of the paper."""

    looks: tuple[Look, ...]
    tells: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A folded word with a capital of which there is something to ask: whether it is
    no word of the language, which names of the register it is one letter from, and
    which are written into it with other words."""

    word: str
    is_unknown: bool
    close: list[str]
    within: tuple[str, ...] = ()


Marked = Sequence[tuple[int, Matters]]


class Vocabulary:
    """The words that matter beside one register."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._strangers = strangers_to(register)
        self._telling = SERVICES | jigsaw.FIRST_WORDS.union(register.children)
        self._noted = register.first_words.union(LOOKS, self._strangers, self._telling)
        self._matters: dict[str, Matters] = {}
        self._asked = _Asked(register)

    def marked_on(self, page: Page) -> Marked:
        """The words of a page that matter, with their numbers."""
        noted, matters, after_digits = self._noted, self._matters, AFTER_DIGITS
        return [
            (number, matters.get(word) or self._matter(word))
            for number, word in enumerate(page.words)
            if word in noted or word < after_digits
        ]

    def asked_on(self, page: Page) -> tuple[list[Asked], set[str]]:
        """What the words with a capital on a page ask; and which of those that are
        unknown stand with it inside a sentence."""
        text, asked = page.text, self._asked
        pattern = LATIN_CAPITALISED if page.folded.plain else CAPITALISED
        asks: list[Asked] = []
        inside: set[str] = set()
        for typed in pattern.finditer(text):
            if each := asked[typed[0]]:
                asks.append(each)
                if each.is_unknown and stands_within(text, typed.start()):
                    inside.add(each.word)
        return asks, inside

    def _matter(self, word: str) -> Matters:
        looks = looks_at(word, self._register)
        if word in self._strangers:
            looks = (*looks, stranger_at)
        matters = self._matters[word] = Matters(looks, word in self._telling)
        return matters


class _Asked(dict[str, Asked | None]):
    """What there is to ask of each word from its capital on, as it is typed."""

    def __init__(self, register: Register) -> None:
        super().__init__()
        self._register = register

    def __missing__(self, typed: str) -> Asked | None:
        register = self._register
        word = typed.lower() if typed.isascii() else fold(typed).text
        unknown = typed[1].islower() and is_unknown(word)
        if word in register.pseudonym_words or register.dictionary.is_alone(word):
            unknown = False
        close = close_to(word, register) if is_suspect(word, register) else []
        within = names_within(typed, register)
        asked = unknown or close or within
        asks = Asked(word, unknown, close, within) if asked else None
        self[typed] = asks
        return asks


def walked(page: Page, register: Register, marked: Marked) -> list[Hit]:
    """What stands at the words of a page that matter, one after the other."""
    return [
        hit
        for number, word in marked
        for look in word.looks
        for hit in look(page, number, register)
    ]
