"""Text without the disguises of type, and the way back to the exact original.

Compatibility forms, case, accents, soft hyphens, zero-width characters, ligatures
and letters borrowed from another alphabet are undone; every place in the result
knows its place in the original. Plain ASCII costs nothing but lower-casing.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress, count
from operator import add
from typing import NamedTuple

_ODD = re.compile(r"[^\x00-\x7f]")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_LATIN_TOKEN = re.compile(r"[a-z]+|[0-9]+")  # twice as quick, and nearly always enough

# Letters of other alphabets that look like ours (Unicode's confusables, the ones a
# keyboard or an optical reader produces), and letters that do not decompose.
_LOOKALIKES = str.maketrans(
    "\u0430\u0435\u0432\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445"
    "\u0455\u0456\u0458\u04bb\u0501\u051b\u051d\u03b1\u03b2\u03b5\u03b7\u03b9"
    "\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u03b6\u0131\u0142\u00f8"
    "\u0111\u00f0\u0127\u0261\u0251",
    "aebkmhopctyxsijhdqwabenikmvoptuxziloddhga",
)
_SPELT_OUT = {"\u00e6": "ae", "\u0153": "oe", "\u00fe": "th"}
_PUNCTUATION = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4\uff07", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043", "-"),
    **dict.fromkeys("\u2028\u2029\u0085", "\n"),
}


@dataclass(slots=True)
class Folded:
    """`text` as it is compared. `places[k]` is where the k-th odd character begins in
    `text`; `origins[k]` where it stands in the original; `widths[k]` what length it
    became. `foreign` says that letters outside a to z are left. `plain` is the text as
    typed, where it is ASCII but for marks that stand each for one of ASCII. Nobody
    changes one; to have Python see to it would double what it costs."""

    text: str
    places: tuple[int, ...] = ()
    origins: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()
    foreign: bool = False
    plain: str = ""

    def start(self, place: int) -> int:
        """Where the character at this place of the folded text stands originally."""
        k = bisect_right(self.places, place) - 1
        if k < 0:
            return place
        past = place - self.places[k] - self.widths[k]
        return self.origins[k] + (1 + past if past >= 0 else 0)

    def end(self, place: int) -> int:
        """Where the original of the folded text before this place ends."""
        if place == 0:
            return 0
        return self.start(place - 1) + 1


def fold(text: str) -> Folded:
    """The text folded for comparison, with the way back."""
    plain = _with_plain_marks(text)
    if plain.isascii():
        return Folded(plain.lower(), plain=plain)
    pieces: list[str] = []
    places: list[int] = []
    origins: list[int] = []
    widths: list[int] = []
    done = length = 0
    foreign = False
    for match in _ODD.finditer(text):
        at = match.start()
        became = _folded_character(match.group())
        pieces += (text[done:at].lower(), became)
        length += at - done
        places.append(length)
        origins.append(at)
        widths.append(len(became))
        foreign = foreign or _has_a_foreign_letter(became)
        length += len(became)
        done = at + 1
    pieces.append(text[done:].lower())
    folded = "".join(pieces)
    return Folded(folded, tuple(places), tuple(origins), tuple(widths), foreign)


_MARKS = tuple(
    (mark, _PUNCTUATION.get(mark, " "))
    for mark in "\u2019\u2018\u201c\u201d\u2013\u2014\u00a0"
)


def _with_plain_marks(text: str) -> str:
    """The text with the marks that a word processor makes as a keyboard has them: each
    is one character, so that everything stands where it stood."""
    if not text.isascii():
        for mark, plain in _MARKS:
            text = text.replace(mark, plain)
    return text


def _has_a_foreign_letter(became: str) -> bool:
    return not became.isascii() and any(map(str.isalpha, became))


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    if character in _PUNCTUATION:
        return _PUNCTUATION[character]
    return "".join(
        _letter(each)
        for each in unicodedata.normalize("NFKD", character.casefold())
        if unicodedata.category(each) not in {"Mn", "Me", "Cf", "Cc"}
    )


def _letter(character: str) -> str:
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    if unicodedata.category(character) == "Zs":
        return " "
    low = character.casefold()
    return _SPELT_OUT.get(low) or low.translate(_LOOKALIKES)


def words_of(value: str) -> tuple[str, ...]:
    """The folded words and numbers of a text, in order."""
    return tuple(_TOKEN.findall(fold(value).text))


def words_alone(value: str) -> list[str]:
    """The folded words and numbers of a text, at a glance: where they stand is not
    asked."""
    if value.isascii():
        return _LATIN_TOKEN.findall(value.lower())
    return _TOKEN.findall(fold(value).text)


def squeezed(value: str) -> str:
    """The folded letters and digits of a text and nothing between them."""
    return "".join(words_of(value))


def _read_as(letter: str, figure: str) -> bytes:
    """ASCII with its small letters and figures read so; between them, spaces."""
    read = ((letter or chr(n)) if "a" <= chr(n) <= "z" else "" for n in range(256))
    figures = ((figure or chr(n)) if "0" <= chr(n) <= "9" else "" for n in range(256))
    return bytes(ord(a or b or " ") for a, b in zip(read, figures, strict=True))


_APART = _read_as("", "")
_KINDS = _read_as("a", "0")


class Tokens(NamedTuple):
    """The words and numbers of a folded text, and where each begins in it."""

    words: list[str]
    starts: list[int]
    mixed: tuple[tuple[int, int], ...]
    """Where letters and digits stand in one, as in "zz99"."""
    has_letters_apart: bool
    """Whether three letters in a row may stand each by itself."""


def words_in(folded: Folded) -> Tokens:
    """The words and numbers of a folded text."""
    text = folded.text
    if not text.isascii():
        token = _TOKEN if folded.foreign else _LATIN_TOKEN
        starts = [match.start() for match in token.finditer(text)]
        words = token.findall(text)
        return Tokens(words, starts, _meeting(words, starts), True)
    plain = text.encode("ascii")
    parts = plain.translate(_APART).decode("ascii").split(" ")
    begins = map(add, accumulate(map(len, parts), initial=0), count())
    starts = [*compress(begins, parts)]
    words = [*filter(None, parts)]
    kinds = plain.translate(_KINDS)
    apart = b" a a a " in b" %b " % kinds
    if b"a0" not in kinds and b"0a" not in kinds:
        return Tokens(words, starts, (), apart)
    mixed = {word for word in set(words) if not (word.isalpha() or word.isdigit())}
    spans = (
        (at, at + len(w)) for w, at in zip(words, starts, strict=True) if w in mixed
    )
    return Tokens(*_unmixed(words, starts, mixed), (*spans,), apart)


def _meeting(
    words: Sequence[str], starts: Sequence[int]
) -> tuple[tuple[int, int], ...]:
    """Where words and numbers stand that nothing is between."""
    met: dict[int, int] = {}
    first = end = -1
    for word, at in zip(words, starts, strict=True):
        first = first if at == end else at
        end = at + len(word)
        if at != first:
            met[first] = end
    return tuple(met.items())


def _unmixed(
    words: Sequence[str], starts: Sequence[int], mixed: set[str]
) -> tuple[list[str], list[int]]:
    """The same, with the letters and the digits of "zz99" apart."""
    apart: list[str] = []
    begins: list[int] = []
    done = 0
    for number in (n for n, word in enumerate(words) if word in mixed):
        apart += words[done:number]
        begins += starts[done:number]
        for found in _LATIN_TOKEN.finditer(words[number]):
            apart.append(found[0])
            begins.append(starts[number] + found.start())
        done = number + 1
    return [*apart, *words[done:]], [*begins, *starts[done:]]
