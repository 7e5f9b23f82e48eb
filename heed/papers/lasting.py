"""Anchors that last: a corrected text keeps the anchors of what it kept.

A paper that is read again numbers its blocks anew, so that a paragraph put in near the
beginning moves every link behind it to other words. Here the new text is laid beside
the old one: what stayed keeps its anchor, what is new gets one that nothing ever had.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from difflib import SequenceMatcher
from itertools import count
from typing import Any

from heed.papers.blocks import (
    Block,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Run,
    anchors,
    leaves,
)

ALIKE = 0.5
"""How much of the words of a block must have stayed for it to be the same block."""
NUMBERED = re.compile(r"([a-z-]+?)(\d+)")

Placed = Block | ListItem


@dataclass(frozen=True, slots=True)
class Kept:
    """The document with lasting anchors, and which anchor became which."""

    document: Document
    became: Mapping[str, str]


def with_lasting_anchors(
    new: Document, old: Document | None, retired: Iterable[str] = ()
) -> Kept:
    """The new document with the anchors of the old one where its words stayed. An
    anchor of the old one, or a `retired` one, never comes to stand for other words."""
    if old is None:
        return Kept(new, {})
    before = frozenset([*anchors(old.blocks), *retired])
    became = dict(_renamed(new.blocks, old.blocks, before))
    return Kept(replace(new, blocks=_carried(new.blocks, became)), became)


def _renamed(
    new: Sequence[Placed], old: Sequence[Placed], before: frozenset[str]
) -> Iterator[tuple[str, str]]:
    pairs = dict(_pairs(new, old))
    given = {old[there].anchor for there in pairs.values()}
    given |= before | {each.anchor for each in new}
    for here, block in enumerate(new):
        there = pairs.get(here)
        if there is None:
            anchor = block.anchor
            if anchor in before:
                anchor = _fresh(anchor, given)
            yield from _with_inner(block, anchor)
        else:
            yield from _as_it_was(block, old[there], before)


def _as_it_was(
    new: Placed, old: Placed, before: frozenset[str]
) -> Iterator[tuple[str, str]]:
    if isinstance(new, ListBlock) and isinstance(old, ListBlock):
        yield new.anchor, old.anchor
        yield from _renamed(new.items, old.items, before)
    else:
        yield from _with_inner(new, old.anchor)


def _with_inner(block: Placed, anchor: str) -> Iterator[tuple[str, str]]:
    """A block's new name, and the names of what it holds, which begin with its own."""
    yield block.anchor, anchor
    if isinstance(block, ListItem):
        return
    for inner in anchors((block,)):
        if inner != block.anchor and inner.startswith(f"{block.anchor}-"):
            yield inner, f"{anchor}{inner[len(block.anchor) :]}"


def _fresh(anchor: str, given: set[str]) -> str:
    stem = found[1] if (found := NUMBERED.fullmatch(anchor)) else f"{anchor}-"
    fresh = next(a for a in (f"{stem}{n}" for n in count(1)) if a not in given)
    given.add(fresh)
    return fresh


# What stayed


def _pairs(new: Sequence[Placed], old: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    """Which block of the new text is which of the old: the same words, then, between
    them, those of a kind whose words mostly stayed."""
    said, was = [_said(each) for each in new], [_said(each) for each in old]
    matched = SequenceMatcher(None, said, was, autojunk=False)
    for what, i1, i2, j1, j2 in matched.get_opcodes():
        if what == "equal":
            yield from zip(range(i1, i2), range(j1, j2), strict=True)
        elif what == "replace":
            yield from _nearest(said, was, range(i1, i2), range(j1, j2))


def _nearest(
    said: Sequence[tuple[str, str]],
    was: Sequence[tuple[str, str]],
    here: range,
    there: range,
) -> Iterator[tuple[int, int]]:
    """In order, each new block with the first old one that it is most of."""
    first = there.start
    for place in here:
        likest, best = None, ALIKE
        for other in range(first, there.stop):
            if said[place][0] != was[other][0]:
                continue
            share = _share(said[place][1], was[other][1])
            if share > best:
                likest, best = other, share
        if likest is not None:
            first = likest + 1
            yield place, likest


def _share(one: str, other: str) -> float:
    words, others = one.split(), other.split()
    return SequenceMatcher(None, words, others, autojunk=False).ratio()


def _said(each: Placed) -> tuple[str, str]:
    if isinstance(each, ListItem):
        return "item", " ".join(each.text.split())
    kind = type(each).__name__
    if isinstance(each, Heading):
        kind = f"{kind}{each.level}"
    return kind, " ".join(" ".join(words for _, words in leaves((each,))).split())


# Carrying the names through


def _carried(value: Any, became: Mapping[str, str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_carried(each, became) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    if isinstance(value, Run):
        to = became.get(value.link[1:]) if value.link.startswith("#") else None
        return replace(value, link=f"#{to}") if to else value
    changed = {
        each.name: _carried(getattr(value, each.name), became)
        for each in fields(value)
        if isinstance(getattr(value, each.name), tuple)
    }
    anchor = getattr(value, "anchor", "")
    if anchor in became:
        changed["anchor"] = became[anchor]
    return replace(value, **changed)
