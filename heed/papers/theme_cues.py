"""The cues of `theme_cues.txt` as patterns: how a text tells what it is about."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from pathlib import Path

from heed.papers.patterns import later

FOLDER = Path(__file__).parent
STRENGTHS = ("strong", "row", "cue")

LINE = re.compile(r"([A-D]\d\d) (strong|row|cue): (.+)")
CHOICE = re.compile(r"\(([^)]+)\)|\[([^\]]+)\]")
BETWEEN = r"(?:\w+\W+){0,2}"

DENIES = later(
    r"\b(no|nil|without|denie[sd]|denying|never|not)\b(?:\W+\w+){0,3}\W*$",
    re.IGNORECASE,
)
ENDS = later(r"[.;:!?\n]")
AS_IT_SHOULD_BE = later(
    r"^(?:\W+\w+){0,2}\W+(?:effective|strong|timely|clear|robust|worked well|good)\b",
    re.IGNORECASE,
)

Cues = Mapping[str, Mapping[str, re.Pattern[str]]]
"""By theme and strength, what to look for."""


@cache
def cues() -> Cues:
    """Every cue of the file, compiled when it is first looked for."""
    said: dict[str, dict[str, set[str]]] = {}
    for code, strength, cue in cues_listed():
        said.setdefault(code, {}).setdefault(strength, set()).add(cue)
    return {
        code: {strength: _any_of(listed) for strength, listed in kinds.items()}
        for code, kinds in said.items()
    }


def begun_in(said: str, strengths: Collection[str] = STRENGTHS) -> Collection[str]:
    """The themes of which a cue of one of these strengths may stand in a text: one of
    its words is such as a cue begins with. No other theme need be looked for."""
    words, beginnings, widths = _beginnings(frozenset(strengths))
    if not said.isascii() and _FOLDS_TO_ASCII.search(said):
        return cues().keys()
    begun: set[str] = set()
    typed = set(_WORD.findall(said.lower()))
    for word in typed & words.keys():
        begun |= words[word]
    for width in widths:
        for start in {word[:width] for word in typed} & beginnings.keys():
            begun |= beginnings[start]
    return begun


Found = Mapping[str, Sequence[re.Match[str]]]


class LookedFor:
    """For many short texts: what is found in one, by theme, in the order of strengths
    and of the text. Which cues a word may begin is asked once of each word."""

    def __init__(self, strengths: Sequence[str] = STRENGTHS) -> None:
        self._strengths = strengths
        self._begins: dict[str, list[Begun]] = {}
        self._idle: set[str] = set()

    def found_in(self, said: str) -> Found:
        """All that is found in a text."""
        if not said.isascii() and _FOLDS_TO_ASCII.search(said):
            return {code: [*_all_in(said, code, self._strengths)] for code in cues()}
        low, hits = said.lower(), defaultdict[tuple[str, str], Hits](dict)
        for word in set(_WORD.findall(low)) - self._idle:
            if begun := self._begun_by(word):
                for place in _places_of(word, low):
                    for code, kind, pattern in begun:
                        if hit := pattern.match(said, place):
                            hits[code, kind][place] = hit
        return _in_order(hits, self._strengths) if hits else {}

    def _begun_by(self, word: str) -> Sequence["Begun"]:
        if word not in self._begins:
            self._begins[word] = [*self._cues_of(word)]
            if not self._begins[word]:
                self._idle.add(word)
        return self._begins[word]

    def _cues_of(self, word: str) -> Iterator["Begun"]:
        words, beginnings, widths = _beginnings(frozenset(self._strengths))
        codes = set(words.get(word, ()))
        codes.update(*(beginnings.get(word[:width], ()) for width in widths))
        for code in codes:
            for kind in self._strengths:
                if pattern := _by_letters(code, kind).get(_letters(word)):
                    yield code, kind, pattern


Begun = tuple[str, str, re.Pattern[str]]
Hits = dict[int, re.Match[str]]


def _in_order(hits: Mapping[tuple[str, str], Hits], strengths: Sequence[str]) -> Found:
    """By theme, in the order of strengths: each after the end of the one before."""
    found: dict[str, list[re.Match[str]]] = {code: [] for code, _ in hits}
    for code, into in found.items():
        for kind in strengths:
            end = 0
            for place, hit in sorted(hits.get((code, kind), {}).items()):
                if place >= end:
                    into.append(hit)
                    end = hit.end()
    return found


def _all_in(said: str, code: str, strengths: Sequence[str]) -> Iterator[re.Match[str]]:
    for kind in strengths:
        if pattern := cues()[code].get(kind):
            yield from pattern.finditer(said)


def _places_of(word: str, said: str) -> Iterator[int]:
    place = said.find(word)
    while place >= 0:
        yield place
        place = said.find(word, place + 1)


def _letters(word: str) -> str:
    """The first two letters of a word; of a word of one letter that."""
    return word[:2] if word[:2].isalnum() else word[:1]


@cache
def _by_letters(code: str, strength: str) -> Mapping[str, re.Pattern[str]]:
    """The cues of one strength by their first letters: of hundreds few are tried."""
    by: dict[str, set[str]] = {}
    for whose, kind, spelled in cues_listed():
        if (whose, kind) == (code, strength):
            by.setdefault(_letters(spelled.lower()), set()).add(spelled)
    return {letters: _any_of(spelled) for letters, spelled in by.items()}


_WORD = re.compile(r"\w+")
_FOLDS_TO_ASCII = re.compile("[\u0130\u0131\u017f\u212a]")  # to i, i, s and k
_MOST_LETTERS = 5

Beginnings = tuple[Mapping[str, set[str]], Mapping[str, set[str]], tuple[int, ...]]


@cache
def _beginnings(strengths: frozenset[str]) -> Beginnings:
    """By the word that a cue begins with, and by the first letters of it where it may
    go on, whose cue it is; and how many letters such beginnings have."""
    words: dict[str, set[str]] = {}
    beginnings: dict[str, set[str]] = {}
    for code, strength, spelled in cues_listed():
        if strength not in strengths:
            continue
        first = spelled.split()[0].lower()
        word = _WORD.match(first)
        if word is None:
            raise ValueError(f"A cue of {code} begins with no word: {spelled}")
        if first == f"{word[0]}*":
            beginnings.setdefault(word[0][:_MOST_LETTERS], set()).add(code)
        else:
            words.setdefault(word[0], set()).add(code)
    return words, beginnings, tuple({len(each) for each in beginnings})


def cues_listed() -> Iterator[tuple[str, str, str]]:
    """Every cue of the file with every choice made: whose it is, and how strong."""
    for line in (FOLDER / "theme_cues.txt").read_text("utf-8").splitlines():
        if found := LINE.fullmatch(line):
            code, strength, words = found.groups()
            for each in words.split(","):
                yield from ((code, strength, cue) for cue in _spelled(each.strip()))


def is_denied(said: str, start: int) -> bool:
    """Whether what begins here is denied just before: "no domestic abuse was known"."""
    before = ENDS.split(said[max(0, start - 60) : start])[-1]
    return bool(DENIES.search(before))


def is_praised(said: str, end: int) -> bool:
    """Whether what ends here was as it should be: "supervision was effective"."""
    return bool(AS_IT_SHOULD_BE.search(ENDS.split(said[end : end + 60])[0]))


def _any_of(spelled: set[str]) -> re.Pattern[str]:
    longest = sorted(spelled, key=lambda each: (-len(each), each))
    return later(
        rf"(?<![\w&])(?:{'|'.join(map(_pattern, longest))})(?![\w])", re.IGNORECASE
    )


def _spelled(words: str) -> Iterator[str]:
    """A cue with every choice made."""
    parts = CHOICE.split(words)  # plain, one of, or none, plain, ...
    choices = []
    for place in range(0, len(parts), 3):
        choices.append([parts[place]])
        if place + 2 < len(parts):
            one, maybe = parts[place + 1], parts[place + 2]
            choices.append(one.split("/") if one else ["", *maybe.split("/")])
    for chosen in product(*choices):
        yield " ".join("".join(chosen).split())


def _pattern(words: str) -> str:
    pieces = []
    for word in words.split():
        if word == "…":
            pieces.append(BETWEEN)
            continue
        spelled = re.escape(word.rstrip("*")).replace("'", "['’]")
        ending = r"[\w’'-]*" if word.endswith("*") else ""
        pieces.append(f"{spelled}{ending}\\s+")
    return "".join(pieces).removesuffix(r"\s+")
