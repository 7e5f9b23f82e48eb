"""The findings and recommendations of a publication, each under a name that lasts.

`recommendation-3` leads to the same words for as long as they stand: the desk hands the
names down, and gives none of them to other words in a corrected version. Where it hands
none down they are numbered here.
"""

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from heed.papers.blocks import Block, Document, Heading, leaves
from heed.papers.injuries import tells_of_injury
from heed.papers.learned import Point, learned_from

Names = Iterable[tuple[str, str]]
"""Each name with the place of the document at which it leads."""


def points_of(
    document: Document, names: Names = (), *, quiet: frozenset[str] = frozenset()
) -> list[dict[str, Any]]:
    """Every finding and recommendation in plain values, under its lasting name. Only
    what stands wholly in `quiet` places and tells of no injury may be said elsewhere
    than in the text."""
    points = learned_from(document)
    named = {place: name for name, place in names}
    named |= {place: name for name, place in names_for(points, named)}
    return [
        {
            "name": named[point.anchor],
            "what": point.what.value,
            "number": point.number,
            "title": point.title,
            "text": point.text,
            "to": point.to,
            "by_when": point.by_when,
            "place": point.anchor,
            "covers": (covers := covered(document, point.anchor)),
            "quiet": quiet.issuperset(covers)
            and not tells_of_injury(f"{point.title} {point.text}"),
        }
        for point in points
    ]


def covered(document: Document, place: str) -> list[str]:
    """Every place that stands under a heading; of anything else, that place alone."""
    under: list[Block] = []
    level = 0
    for block in document.blocks:
        if isinstance(block, Heading) and level and block.level <= level:
            break
        if level:
            under.append(block)
        elif isinstance(block, Heading) and block.anchor == place:
            level = block.level
    return [place, *(anchor for anchor, _ in leaves(under))]


def names_for(
    points: Sequence[Point], known: dict[str, str], retired: Iterable[str] = ()
) -> list[tuple[str, str]]:
    """A name for each point and its place: the one that it is known by, else the next
    number that no point of its kind ever had."""
    taken = {*known.values(), *retired}
    named = []
    for point in points:
        name = known.get(point.anchor)
        if name is None:
            stem = point.what.value
            numbers = (f"{stem}-{n}" for n in count(1))
            name = next(each for each in numbers if each not in taken)
            taken.add(name)
        named.append((name, point.anchor))
    return named
