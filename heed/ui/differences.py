"""What was changed between two texts, word by word, as a page may show it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

WORD = re.compile(r"\S+\s*|\s+")
BESIDE = 25  # words that stay on each side of a change, for its sense
MOST = 2_000  # words in one passage; of a longer one, all is gone and all is new


class Kind(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class Piece:
    """Some words that follow each other, and what became of them."""

    kind: Kind
    words: str


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """How the second text came of the first, in the order in which it is read. The
    pieces that are not new are the first text, those that are not gone the second, to
    the letter."""
    found: list[Piece] = []
    for same, gone, new in _compared(_lines(before), _lines(after)):
        found += [Piece(Kind.SAME, gone)] if same else _word_by_word(gone, new)
    return tuple(_joined(found))


def shortened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The same, with what stayed as it was cut to the words beside each change."""
    last = len(pieces) - 1
    cut: list[Piece] = []
    for number, piece in enumerate(pieces):
        if piece.kind is Kind.SAME:
            cut += _cut(piece.words, first=number == 0, last=number == last)
        else:
            cut.append(piece)
    return tuple(cut)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").splitlines(keepends=True)


def _word_by_word(before: str, after: str) -> list[Piece]:
    old, new = WORD.findall(before), WORD.findall(after)
    if max(len(old), len(new)) > MOST:
        return [Piece(Kind.GONE, before), Piece(Kind.NEW, after)]
    found: list[Piece] = []
    for same, gone, come in _compared(old, new):
        kept = [Piece(Kind.SAME, gone)]
        found += kept if same else [Piece(Kind.GONE, gone), Piece(Kind.NEW, come)]
    return found


def _compared(old: list[str], new: list[str]) -> Iterator[tuple[bool, str, str]]:
    """Whether a run is the same in both, and how it reads in each."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        yield tag == "equal", "".join(old[a:b]), "".join(new[c:d])


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """A run of changes is told as all that is gone, then all that is new."""
    for same, run in groupby(pieces, key=lambda piece: piece.kind is Kind.SAME):
        together = list(run)
        for kind in (Kind.SAME,) if same else (Kind.GONE, Kind.NEW):
            words = "".join(each.words for each in together if each.kind is kind)
            if words:
                yield Piece(kind, words)


def _cut(words: str, *, first: bool, last: bool) -> list[Piece]:
    found = list(WORD.finditer(words))
    ahead, behind = 0 if first else BESIDE, 0 if last else BESIDE
    if len(found) <= ahead + behind + BESIDE:
        return [Piece(Kind.SAME, words)]
    start = words[: found[ahead].start()]
    end = words[found[len(found) - behind].start() :] if behind else ""
    kept = [
        Piece(Kind.SAME, start),
        Piece(Kind.LEFT_OUT, "…"),
        Piece(Kind.SAME, end),
    ]
    return [piece for piece in kept if piece.words]
