"""Whether a report says what it has to: looked for in its own headings and words."""

import re
from collections.abc import Callable, Sequence

from heed.papers.blocks import Block, Document, Heading, leaves
from heed.papers.learned import What, learned_from
from heed.publications.composing import PublicText
from heed.rulebook.duties import Duty

_WHY_HEADED = re.compile(
    r"\bwhy\b|\breasons?\b|analysis|underl|systemic|got in the way|what made",
    re.IGNORECASE,
)
_WHY_SAID = re.compile(
    r"\bbecause\b|\breasons? (?:why|for)\b|\bunderlying\b|\bsystemic\b"
    r"|\bgot in the way\b|\bdue to\b|\bled to\b",
    re.IGNORECASE,
)
# Where a report weighs what happened: "because" in its story alone explains a day.
_WEIGHS = re.compile(
    r"finding|\bfound\b|learn|lesson|practice|apprais|reflect|conclu", re.IGNORECASE
)


BEGINNING = "beginning"


def places_of(document: Document) -> list[tuple[str, str]]:
    """Where a report can say what it has to: under each of its headings, and before the
    first."""
    headed = [(e.anchor, e.text) for e in document.blocks if isinstance(e, Heading)]
    return [(BEGINNING, "Before the first heading"), *headed]


def said_at(document: Document, anchor: str, words: str) -> str:
    """A place of a report in words for whoever reads it there; ValueError where there
    is no such heading, or the words that are quoted do not stand under it."""
    name = dict(places_of(document)).get(anchor)
    if name is None:
        raise ValueError("This heading is not in the report as it stands now.")
    where = name if anchor == BEGINNING else f"Under “{name}”"
    said = " ".join(words.split())
    if not said:
        return where
    under = " ".join(" ".join(_under(document, anchor)).split())
    if said.casefold() not in under.casefold():
        raise ValueError(
            f"“{said}” does not stand there. Copy some words as the report has them, "
            "or leave them out."
        )
    return f"{where}: “{said}”"


def _under(document: Document, anchor: str) -> list[str]:
    """What stands under a heading and under those below it, or before the first."""
    texts: list[str] = []
    level = 0
    here = anchor == BEGINNING
    for block in document.blocks:
        if isinstance(block, Heading):
            ends = anchor == BEGINNING or (level and block.level <= level)
            if here and ends:
                break
            if block.anchor == anchor:
                here, level = True, block.level
        if here:
            texts += [words for _, words in leaves((block,))]
    return texts


def lacking_in(text: PublicText) -> tuple[Duty, ...]:
    """What of its duties cannot be found in a report, in their order."""
    return tuple(duty for duty, looks in _LOOKED_FOR.items() if not looks(text))


def _sums_up_improvements(text: PublicText) -> bool:
    points = learned_from(text.document)
    return any(point.what is What.RECOMMENDATION for point in points)


def _says_why(text: PublicText) -> bool:
    blocks = text.document.blocks
    headed = (block.text for block in blocks if isinstance(block, Heading))
    if any(map(_WHY_HEADED.search, headed)):
        return True
    return any(_WHY_SAID.search(words) for _, words in leaves(_weighed(blocks)))


def _weighed(blocks: Sequence[Block]) -> list[Block]:
    """The parts of a report under a heading of what was found or learned, with what is
    headed below it."""
    found: list[Block] = []
    within: int | None = None
    for block in blocks:
        if not isinstance(block, Heading):
            found += [block] if within else []
        elif _WEIGHS.search(block.text):
            within = min(block.level, within or block.level)
        elif within and block.level <= within:
            within = None
    return found


def _names_the_reviewer(text: PublicText) -> bool:
    return any(name.strip() for name in text.lead_reviewers)


def _says_of_whom_and_when(text: PublicText) -> bool:
    points = learned_from(text.document)
    asked = [point for point in points if point.what is What.RECOMMENDATION]
    return bool(asked) and all(point.to and point.by_when for point in asked)


def _says_who_the_child_is(text: PublicText) -> bool:
    return bool(text.child_anchor)


_LOOKED_FOR: dict[Duty, Callable[[PublicText], bool]] = {
    Duty.IMPROVEMENTS: _sums_up_improvements,
    Duty.REASONS_WHY: _says_why,
    Duty.REVIEWER: _names_the_reviewer,
    Duty.BY_WHEN: _says_of_whom_and_when,
    Duty.CHILD: _says_who_the_child_is,
}
