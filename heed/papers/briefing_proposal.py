"""A first draft of a briefing from a report: the report's own words, box by box.

Nothing is made up. A box holds sentences that stand in the report, and says where
they come from; what the report does not have is marked as still to be written.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from heed.papers.blocks import (
    Block,
    Document,
    Heading,
    ListBlock,
    Paragraph,
)
from heed.papers.briefing import BOX_WORDS, Box, Briefing, Kind
from heed.papers.outline import outlined

QUESTIONS = (
    "What in this briefing was new to you?",
    "Where do you meet the same things in your own work?",
    "What will you, and what will this team, do differently from now on?",
)

WHAT_HAPPENED = (
    r"what happened|narrative|summary of (the )?(case|events|facts)|incident"
    r"|circumstances|significant events|the facts|timeline|chronology"
)

# Each box, and the words by which a report's headings tell what is under them. The
# first heading that answers wins; a section serves one box only.
BOXES: tuple[tuple[str, str], ...] = (
    ("Background", r"background|introduction|reason for|context|who .* was"),
    ("What happened", WHAT_HAPPENED),
    ("What we found", r"findings?|analysis|appraisal|what we found|themes?"),
    ("Good practice", r"good practice|worked well|strengths?|positive"),
    ("Learning", r"learning|lessons?"),
    ("What to do differently", r"recommend|differently|considerations? for"),
    ("Questions and next steps", r"next steps?|action plan|response|conclusions?"),
)

CLOSING, OPENING = '["\u201d\u2019)]', '["\u201c\u2018(]'
SENTENCE_END = re.compile(
    rf"(?:(?<=[.!?])|(?<=[.!?]{CLOSING}))\s+(?={OPENING}?[A-Z0-9])"
)
NUMBERING = re.compile(r"^\s*(?:\d+(?:[.-]\d+)*[.):]?|[A-Z][.)])\s+")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the report with all that stands under it."""

    heading: str
    depth: int
    place: int
    blocks: tuple[Block, ...]


def proposed(report: Document) -> Briefing:
    """A draft briefing of seven boxes from a report's own headings and sentences."""
    paper = outlined(report)
    left = list(sections(paper.blocks))
    boxes = []
    for heading, cue in BOXES:
        found = _answering(left, cue)
        boxes.append(_box_from(heading, found) if found else _to_be_written(heading))
        left = [each for each in left if found is None or not _overlap(each, found)]
    return Briefing(
        title=paper.title_text,
        kind=Kind.CASE,
        boxes=tuple(boxes),
        questions=QUESTIONS,
    )


def still_to_write(briefing: Briefing) -> list[str]:
    """The headings of the boxes that have no words yet."""
    return [box.heading for box in briefing.boxes if not box.body]


def sections(blocks: Sequence[Block]) -> Iterator[Section]:
    """Every section of a report, each with its own sections inside it."""
    for place, block in enumerate(blocks):
        if isinstance(block, Heading) and block.text.strip():
            under = _under(blocks[place + 1 :], block.level)
            yield Section(block.text.strip(), block.level, place, tuple(under))


def _under(blocks: Sequence[Block], level: int) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Heading) and block.level <= level:
            return
        yield block


def _answering(left: Sequence[Section], cue: str) -> Section | None:
    """The shallowest, then the first, section whose heading answers and has words."""
    fits = re.compile(rf"\b(?:{cue})", re.IGNORECASE)
    found = [s for s in left if fits.search(s.heading) and _points(s.blocks)]
    return min(found, key=lambda s: (s.depth, s.place), default=None)


def _overlap(one: Section, other: Section) -> bool:
    """Whether one of them stands inside the other."""
    first, second = sorted((one, other), key=lambda s: s.place)
    return second.place <= first.place + len(first.blocks)


def _box_from(heading: str, found: Section) -> Box:
    return Box(
        heading=heading,
        body=_shortened(_points(found.blocks)),
        remark=(
            f"Taken from the report, section “{NUMBERING.sub('', found.heading)}”. "
            "Put it in your own words, and check that it identifies nobody."
        ),
    )


def _to_be_written(heading: str) -> Box:
    remark = "To be written: the report has no section that answers to this heading."
    return Box(heading=heading, body="", remark=remark)


@dataclass(frozen=True, slots=True)
class _Point:
    text: str
    item: bool


def _points(blocks: Sequence[Block]) -> list[_Point]:
    """Paragraphs and list items, in order. Tables and pictures need a person."""
    points = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.text.strip():
            points.append(_Point(" ".join(block.text.split()), item=False))
        if isinstance(block, ListBlock):
            texts = (" ".join(each.text.split()) for each in block.items)
            points += [_Point(text, item=True) for text in texts if text]
    return points


def _shortened(points: Sequence[_Point]) -> str:
    """Whole sentences from the beginning, as many as a box holds; one at least."""
    lines: list[str] = []
    room = BOX_WORDS
    after_item = False
    for point in points:
        kept = _sentences_within(point.text, room if lines else max(room, 1))
        if not kept and lines:
            break
        kept = kept or SENTENCE_END.split(point.text)[0]
        joined = point.item and after_item
        lines.append(("" if joined or not lines else "\n") + _marked(kept, point))
        after_item = point.item
        room -= len(kept.split())
        if kept != point.text:
            break
    return "\n".join(lines)


def _marked(words: str, point: _Point) -> str:
    return f"- {words}" if point.item else words


def _sentences_within(text: str, room: int) -> str:
    kept: list[str] = []
    for sentence in SENTENCE_END.split(text):
        room -= len(sentence.split())
        if room < 0:
            break
        kept.append(sentence)
    return " ".join(kept)
