"""The seven-minute briefing: up to seven headed boxes that a team reads and talks over.

It is kept as data, so that each of its forms (page, PDF, Word, text) says the same
words in the same order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from heed.papers.blocks import Block, ListBlock, ListItem, Paragraph, runs

MOST_BOXES = 7
BOX_WORDS = 90
"""About how long a box may be if seven are to be read and talked over in time."""
WORDS_A_MINUTE = 180
"""The pace of somebody who reads to a team."""


class Kind(StrEnum):
    """What a briefing was made from."""

    CASE = "case"
    TOPIC = "topic"
    PROCESS = "process"
    AUDIT = "audit"
    NATIONAL = "national"


@dataclass(frozen=True, kw_only=True, slots=True)
class Box:
    """One headed box. In `body` an empty line parts paragraphs, "- " begins an item.

    `remark` is for whoever edits a draft: where the words come from, what to do.
    """

    heading: str
    body: str
    remark: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Resource:
    title: str
    address: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Briefing:
    """One to seven boxes under a title; ValueError for anything else."""

    title: str
    kind: Kind
    boxes: tuple[Box, ...]
    questions: tuple[str, ...] = ()
    next_steps: tuple[str, ...] = ()
    """What the partnership does next."""
    resources: tuple[Resource, ...] = ()
    contact: str = ""
    audience: str = ""
    pseudonym: str = ""
    period_covered: str = ""
    issued: date | None = None
    review_by: date | None = None
    publisher: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("A briefing needs a title.")
        if not 1 <= len(self.boxes) <= MOST_BOXES:
            raise ValueError("A seven-minute briefing has one to seven boxes.")
        unheaded = [n for n, box in enumerate(self.boxes, 1) if not box.heading.strip()]
        if unheaded:
            raise ValueError(f"Box {unheaded[0]} has no heading.")


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes: its words, and the seconds to read them aloud."""

    words: int

    @property
    def seconds(self) -> int:
        """The time to read it aloud, in seconds."""
        return round(self.words * 60 / WORDS_A_MINUTE)

    def __str__(self) -> str:
        return f"{_many(self.words, 'word')}, {_time(self.seconds)}"


def length_of(text: str) -> Length:
    """How long this text is; the mark of a list item is not a word."""
    return Length(sum(1 for word in text.split() if any(c.isalnum() for c in word)))


def box_lengths(briefing: Briefing) -> list[Length]:
    """How long each box is, its heading included, in order."""
    return [length_of(f"{box.heading} {box.body}") for box in briefing.boxes]


def whole_length(briefing: Briefing) -> Length:
    """How long all boxes are together."""
    return Length(sum(length.words for length in box_lengths(briefing)))


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _time(seconds: int) -> str:
    if seconds < 60:  # noqa: PLR2004 seconds in a minute
        return _many(seconds, "second")
    nearest_half = round(seconds / 30) / 2
    minutes = f"{nearest_half:g}".replace(".5", "½").removeprefix("0")
    return f"{minutes} minute{'' if nearest_half <= 1 else 's'}"


# The body of a box


def body_blocks(body: str) -> tuple[Block, ...]:
    """The paragraphs and lists of a box."""
    return tuple(_body_blocks(body))


def _body_blocks(body: str) -> Iterator[Block]:
    words: list[str] = []
    items: list[str] = []
    for line in [*body.splitlines(), ""]:
        text = line.strip()
        item = text.startswith("- ")
        if words and (item or not text):
            yield Paragraph(runs(" ".join(words)))
            words = []
        if items and not item:
            yield _list(items)
            items = []
        if item:
            items.append(text.removeprefix("- "))
        elif text:
            words.append(text)


def _list(items: Sequence[str]) -> ListBlock:
    return ListBlock(tuple(ListItem(runs(item)) for item in items))
