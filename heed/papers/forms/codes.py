"""Answers given by the code that their label explains: "Sex: 1 = male, 2 = female"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from heed.papers.forms.behind_boxes import behind_boxes, both_asked
from heed.papers.forms.labels import REFERRAL
from heed.papers.forms.pieces import Pair
from heed.papers.patterns import later

_CODE = later(
    r"(?<![\w=])(?P<code>[A-Za-z\d]{1,2}) ?= ?(?P<word>[^=,;()\n]*[^=,;()\s])"
)
_FEWEST = 2


def decoded(pair: Pair) -> Iterator[Pair]:
    """The answer in words, where the label says what its code means. A code that it
    does not explain stays as it was typed, and answers nothing.
    """
    codes = list(_CODE.finditer(pair.label))
    if len(codes) < _FEWEST:
        yield pair
        return
    label = pair.label[: codes[0].start()].strip(" :(-–")
    meant = {match["code"].lower(): match["word"] for match in codes}
    words = {word.lower() for word in meant.values()}
    said = pair.answer.strip(" .")
    word = meant.get(said.lower())
    if word is None and said.lower() not in words:
        yield replace(pair, asks="")
        return
    asks = _OUTCOME if _ends_in_death(words) else REFERRAL.asked(label)
    yield Pair(label, (word or said,), asks, pair.anchor, pair.beside)


_OUTCOME = "criteria.outcome"
_DEATH = later(r"\b(?:died|dead|death|fatal|deceased)\b", re.IGNORECASE)
_HARM = later(r"\bserious(?:ly)? (?:harm|injur)", re.IGNORECASE)


def _ends_in_death(words: set[str]) -> bool:
    """Whether the codes of a label part those who died from those who were harmed."""
    return any(map(_DEATH.search, words)) and any(map(_HARM.search, words))


def without_codes(label: str) -> str:
    """A label without the codes that it explains, or as it is."""
    codes = list(_CODE.finditer(label))
    few = len(codes) < _FEWEST
    return label if few else label[: codes[0].start()].strip(" :(-–")


def each_of(piece: Pair) -> Iterator[Pair]:
    """What one pair answers: its code in words, what stands behind boxes, each of two
    things that were asked together.
    """
    for pair in decoded(piece):
        for each in behind_boxes(pair):
            yield from both_asked(each)
