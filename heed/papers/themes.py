"""On which themes a report touches: proposed by its words, each with the sentence that
shows it. A person confirms; nothing is a theme because a list of words has it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from heed.papers.blocks import (
    Block,
    Document,
    Heading,
    ListBlock,
    Note,
    Paragraph,
)
from heed.papers.briefing_proposal import SENTENCE_END
from heed.papers.theme_cues import begun_in, cues, is_denied, is_praised
from heed.rulebook.themes import ALL_THEMES

IN_A_HEADING = 3
"""A cue in a heading counts so often."""
ENOUGH = 2
MOST_SENTENCES = 4
A_SENTENCE = range(5, 80)
"""How many words a sentence has that can be shown by itself."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence of the text, where it stands, and the words in it that are cues."""

    anchor: str
    sentence: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A theme that a text may be about; `weight` is how often it says so."""

    code: str
    weight: int
    shown: tuple[Shown, ...]


def themes_in(document: Document) -> tuple[Proposed, ...]:
    """The themes that the words of this text propose, the weightiest first. One strong
    cue is enough, else two; what is denied or praised in the same breath is none."""
    sentences: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for each in sentences_of(document):
        for code in begun_in(each[1]):
            sentences[code].append(each)
    found = [_proposed(code, sentences[code]) for code in ALL_THEMES if code in cues()]
    return tuple(
        sorted(
            (each for each in found if each is not None),
            key=lambda each: (-each.weight, each.code),
        )
    )


def sentences_of(document: Document) -> Iterator[tuple[str, str, bool]]:
    """Each sentence with the anchor of its block, and whether it is a heading."""
    for block in _every(document.blocks):
        match block:
            case Heading(anchor=anchor, text=text):
                yield anchor, " ".join(text.split()), True
            case Paragraph(anchor=anchor, text=text):
                yield from _cut(anchor, text)
            case ListBlock(items=items):
                for item in items:
                    yield from _cut(item.anchor, item.text)


def _every(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Note):
            yield from _every(block.blocks)
        else:
            yield block


NUMBER_AT_FIRST = re.compile(
    r"^\W*(?:finding|recommendation)s?\s+(?:\d+|[A-Z])[.:)]\s+|^\d+(?:\.\d+)*[.)]\s+",
    re.IGNORECASE,
)


def _cut(anchor: str, text: str) -> Iterator[tuple[str, str, bool]]:
    bare = NUMBER_AT_FIRST.sub("", " ".join(text.split()))
    for sentence in SENTENCE_END.split(bare):
        if sentence.strip():
            yield anchor, sentence.strip(), False


def _proposed(code: str, sentences: Sequence[tuple[str, str, bool]]) -> Proposed | None:
    weight, strong = 0, False
    shown: dict[tuple[str, str], set[str]] = defaultdict(set)
    for anchor, said, heads in sentences:
        for kind, words in _told(code, said):
            weight += IN_A_HEADING if heads else 1
            strong = strong or kind == "strong"
            if not heads and len(said.split()) in A_SENTENCE:
                shown[anchor, said].add(words)
    if not (strong or weight >= ENOUGH):
        return None
    best = sorted(shown.items(), key=lambda each: -len(each[1]))[:MOST_SENTENCES]
    return Proposed(
        code,
        weight,
        tuple(
            Shown(anchor, said, tuple(sorted(words))) for (anchor, said), words in best
        ),
    )


def _told(code: str, said: str) -> Iterator[tuple[str, str]]:
    """Each cue in a sentence with its strength; words are counted once."""
    counted: set[int] = set()
    for kind, pattern in cues()[code].items():
        for found in pattern.finditer(said):
            place = range(*found.span())
            denied = is_denied(said, found.start()) or is_praised(said, found.end())
            if not (denied or counted.intersection(place)):
                counted.update(place)
                yield kind, found[0]
