"""What somebody who searches means: the field says one thing in many ways.

Any text is a question. There is no syntax to get wrong: quotation marks hold a phrase
together, and everything else is words.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from heed.library.search.synonyms import SYNONYMS

LONGEST_QUESTION = 400
MOST_WORDS = 24
LONGEST_WORD = 40

QUOTED = re.compile(r'["“”]([^"“”]+)["“”]')

COMMON = """
a about after all am an and any are as at be because been before being but by can
could did do does for from had has have he her hers him his how i if in into is it
its me my no nor not of off on once only or our out over own s she should so some
such t than that the their them then there these they this those to too under until
up very was we were what when where which while who whom why will with would you
your
"""

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that is looked for: as it was typed, and how else it is said. A phrase
    that nobody put in quotation marks may stand apart: `loose` is what tells of it."""

    typed: Stems
    others: tuple[Stems, ...] = ()
    loose: Stems = ()

    @property
    def ways(self) -> tuple[Stems, ...]:
        """All the ways in which it is said."""
        return (self.typed, *self.others)

    @property
    def apart(self) -> tuple[Stems, ...]:
        """The words that tell of it, each by itself."""
        return tuple((word,) for word in self.loose)


def analyser() -> TextAnalyzer:
    """How texts and questions alike become stems."""
    return (
        TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.remove_long(LONGEST_WORD))
        .filter(Filter.lowercase())
        .filter(Filter.ascii_fold())
        .filter(Filter.stemmer("english"))
        .build()
    )


ANALYSER = analyser()


def composed(text: str) -> str:
    """A text whose letters and their accents are one character each where there is one:
    some telephones and files write two, which look the same."""
    return unicodedata.normalize("NFC", text)


def stems(text: str) -> Stems:
    """The stems of a text, in order."""
    return tuple(ANALYSER.analyze(text))


def meanings(question: str) -> tuple[Meaning, ...]:
    """What a question looks for, each once, in the order asked; nothing for no words.

    >>> [meaning.typed for meaning in meanings('bruised "not brought"')]
    [('bruis',), ('not', 'brought')]
    """
    text = composed(question.encode("utf-8", "ignore").decode()[:LONGEST_QUESTION])
    phrases = [stems(phrase) for phrase in QUOTED.findall(text)]
    held = (Meaning(phrase) for phrase in phrases if phrase)
    loose = _loose(stems(QUOTED.sub(" ", text)))
    return tuple(dict.fromkeys(chain(held, loose)))[:MOST_WORDS]


def _loose(words: Stems) -> list[Meaning]:
    found = list(_phrases_of_the_field(words))
    return [meaning for meaning in found if _tell(meaning.typed)] or found


def _tell(words: Stems) -> Stems:
    """Those of the words that are not common ones."""
    return tuple(word for word in words if word not in _common_stems())


def _phrases_of_the_field(words: Stems) -> Iterator[Meaning]:
    known = _known()
    longest = max(map(len, known))
    start = 0
    while start < len(words):
        lengths = range(min(longest, len(words) - start), 0, -1)
        typed = next(
            (t for n in lengths if (t := words[start : start + n]) in known),
            words[start : start + 1],
        )
        loose = _tell(typed) if len(typed) > 1 else ()
        yield Meaning(typed, known.get(typed, ()), loose)
        start += len(typed)


@cache
def _known() -> dict[Stems, tuple[Stems, ...]]:
    """How else each phrase is said, in whatever group it stands."""
    known: dict[Stems, tuple[Stems, ...]] = {}
    for group in SYNONYMS:
        said = tuple(dict.fromkeys(map(stems, group)))
        for phrase in said:
            others = tuple(other for other in said if other != phrase)
            known[phrase] = tuple(dict.fromkeys(known.get(phrase, ()) + others))
    return known


def is_known_to_the_field(word: str) -> bool:
    """Whether a word stands in any of the ways in which the field says things."""
    return bool(set(stems(word)) & _stems_of_the_field())


@cache
def _stems_of_the_field() -> frozenset[str]:
    return frozenset(chain(_common_stems(), chain.from_iterable(_known())))


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(stems(COMMON))
