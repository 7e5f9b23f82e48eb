"""Whether a report says what it has to: looked for in its own headings and words."""

import re
from collections.abc import Callable, Sequence

from heed.papers.blocks import Block, Heading, leaves
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
