"""Labels that stood beside one another above their answers, where a PDF lost the table:
first come all labels of a row, then as many answers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from heed.papers.forms.pieces import Loose, Pair, Piece

_LEAST = 2
_LONGEST = 60
"""Letters of an answer: what is longer is text that follows."""


def in_columns(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, with each label of such a row and its own answer."""
    labels: list[Pair] = []
    answers: list[Loose] = []
    for piece in pieces:
        if isinstance(piece, Loose) and labels and len(piece.text) <= _LONGEST:
            answers.append(piece)
            continue
        waits = isinstance(piece, Pair) and piece.asks and not piece.answer
        if not waits or answers:
            yield from _together(labels, answers)
            labels, answers = [], []
        if isinstance(piece, Pair) and waits:
            labels.append(piece)
        else:
            yield piece
    yield from _together(labels, answers)


def _together(labels: list[Pair], answers: list[Loose]) -> Iterator[Piece]:
    if len(labels) == len(answers) and len(labels) >= _LEAST:
        for label, answer in zip(labels, answers, strict=True):
            yield replace(label, answers=(answer.text,))
    else:
        yield from labels
        yield from answers
