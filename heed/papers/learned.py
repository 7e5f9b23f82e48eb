"""The findings and the recommendations of a report, each with the place where it
stands: as the report words them, told apart by its headings, numbers and tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from heed.papers.blocks import (
    Block,
    Cell,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Row,
    Table,
)


class What(StrEnum):
    """What a report says for others to learn from, or to do."""

    FINDING = "finding"
    RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One finding or recommendation. `number` counts within its kind; `to` and
    `by_when` are the report's own words, "" where it does not say."""

    what: What
    number: int
    anchor: str
    text: str
    title: str = ""
    to: str = ""
    by_when: str = ""


_SECTIONS = (
    (
        What.RECOMMENDATION,
        re.compile(
            r"recommend|improvements?\b"
            r"|what (?:needs|has|must|should) (?:to )?(?:change|happen)"
            r"|proposals?\b|actions? for",
            re.IGNORECASE,
        ),
    ),
    (
        What.FINDING,
        re.compile(
            r"\bfindings?\b|what (?:we|the review) (?:found|learned|learnt)"
            r"|\blearning\b|lessons|key themes|systems? findings",
            re.IGNORECASE,
        ),
    ),
)
_NUMBERED = re.compile(
    r"^\s*(?P<what>finding|recommendation|learning point|lesson|improvement)s?"
    r"\s*(?:no\.?\s*)?(?P<number>\d{1,3}|[A-Z]|[ivx]{1,5})?\s*[.:)–—-]*\s*",
    re.IGNORECASE,
)
_KINDS = {
    "finding": What.FINDING,
    "learning point": What.FINDING,
    "lesson": What.FINDING,
    "recommendation": What.RECOMMENDATION,
    "improvement": What.RECOMMENDATION,
}
_TO = re.compile(
    r"^(?P<to>(?:[A-Z]|the |each |every |all )[^.;:]{2,90}?)\s+"
    r"(?:should|must|shall|needs? to|ought to|is to|are to)\b"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)"
)
_NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|six|nine|ten|twelve|eighteen|a|an|the next \w+)"
)
_BY_WHEN = re.compile(
    r"\b(?:by|before|no later than|from)\s+(?:the\s+)?"
    r"(?:(?:end|start|beginning)\s+of\s+)?(?!May\b(?!\s+\d{4}))"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTH}(?:\s+\d{{4}})?|\d{{4}}"
    rf"|(?:spring|summer|autumn|winter|this year|next year)(?:\s+\d{{4}})?)"
    rf"|\bwithin\s+{_NUMBER}\s+(?:working\s+)?(?:days?|weeks?|months?|years?)"
    rf"(?:\s+of\s+publication)?"
    r"|\bin the same (?:day|week|month)\b|\bthe same day\b|\bat once\b|\bimmediately\b"
    r"|\bwith immediate effect\b",
    re.IGNORECASE,
)
_TO_HEAD = re.compile(r"who|whom|owner|lead|agency|responsib|addressed", re.IGNORECASE)
_WHEN_HEAD = re.compile(r"when|date|time|deadline|due", re.IGNORECASE)
_NUMBER_HEAD = re.compile(r"^(?:no\.?|number|ref\.?|#|)$", re.IGNORECASE)
LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Said:
    what: What
    anchor: str
    text: str
    title: str = ""
    to: str = ""
    by_when: str = ""


def learned_from(document: Document) -> tuple[Point, ...]:
    """The findings and recommendations of a report in its order."""
    counted = dict.fromkeys(What, 0)
    points: list[Point] = []
    for said in _said_in(document.blocks):
        counted[said.what] += 1
        points.append(
            Point(
                what=said.what,
                number=counted[said.what],
                anchor=said.anchor,
                text=said.text,
                title=said.title,
                to=said.to or addressed_to(said.text),
                by_when=said.by_when or by_when(said.text),
            )
        )
    return tuple(points)


def addressed_to(words: str) -> str:
    """Of whom something is required, in the report's own words; "" if not said."""
    found = _TO.match(words)
    return found["to"].strip() if found else ""


def by_when(words: str) -> str:
    """By when something is to be done, in the report's own words; "" if not said."""
    found = _BY_WHEN.search(words)
    return " ".join(found[0].split()) if found else ""


def _said_in(blocks: Sequence[Block]) -> Iterator[_Said]:
    """Each point: under a heading of its own, or in a section of its kind."""
    section: What | None = None
    level = own_level = 0
    for number, block in enumerate(blocks):
        if not isinstance(block, Heading):
            if not own_level:
                yield from _in_a_section(block, section)
            continue
        if own_level and block.level > own_level:
            continue  # a part of the same point
        kind = _section_of(block.text)
        own = _named_by(block.text) or (
            section if section and block.level > level and not kind else None
        )
        own_level = block.level if own else 0
        if own:
            yield _under_its_heading(own, block, blocks[number + 1 :])
        elif kind or block.level <= level:
            section, level = kind, block.level


def _section_of(title: str) -> What | None:
    return next((what for what, words in _SECTIONS if words.search(title)), None)


def _named_by(words: str) -> What | None:
    """What a line says that it is: "Finding 3: …", "Recommendation B"."""
    found = _NUMBERED.match(words)
    return _KINDS[found["what"].lower()] if found and found["number"] else None


def _without_its_number(words: str) -> str:
    return " ".join(_NUMBERED.sub("", words, count=1).split())


def _under_its_heading(what: What, head: Heading, below: Sequence[Block]) -> _Said:
    words: list[str] = []
    for block in below:
        if isinstance(block, Heading) and block.level <= head.level:
            break
        words += _lines_of(block)
    title = _without_its_number(head.text)
    return _Said(what, head.anchor, "\n".join(words) or title, title)


def _lines_of(block: Block) -> list[str]:
    match block:
        case Paragraph():
            return [" ".join(block.text.split())]
        case ListBlock():
            return [" ".join(item.text.split()) for item in block.items]
        case Heading():
            return [" ".join(block.text.split())]
        case _:
            return []


def _in_a_section(block: Block, section: What | None) -> Iterator[_Said]:
    match block:
        case Paragraph():
            yield from _a_line(block.anchor, block.text, section, alone=False)
        case ListBlock() if section:
            for item in block.items:
                if not item.level:
                    yield from _a_line(item.anchor, item.text, section, alone=True)
        case Table() if section is What.RECOMMENDATION:
            yield from _of_a_table(block)


def _a_line(
    anchor: str, text: str, section: What | None, *, alone: bool
) -> Iterator[_Said]:
    """A numbered line wherever it stands; in a section of its kind also an item."""
    own = _named_by(text)
    words = _without_its_number(text) if own else " ".join(text.split())
    kind = own or (section if alone else None)
    if kind and len(words.split()) >= LEAST_WORDS:
        yield _Said(kind, anchor, words)


def _of_a_table(block: Table) -> Iterator[_Said]:
    head = block.header[-1] if block.header else ()
    names = [" ".join(cell.text.split()) for cell in head]
    if not names:
        return
    to, when = _column(names, _TO_HEAD), _column(names, _WHEN_HEAD)
    taken = {to, when, _column(names, _NUMBER_HEAD)}
    what = next((n for n in range(len(names)) if n not in taken), None)
    if what is None:
        return
    for row in block.rows:
        words = _without_its_number(_words(row, what))
        if words:
            yield _Said(
                What.RECOMMENDATION,
                _anchor(row[what]) or block.anchor,
                words,
                to=_words(row, to),
                by_when=_words(row, when),
            )


def _column(names: Sequence[str], wanted: re.Pattern[str]) -> int | None:
    return next((n for n, name in enumerate(names) if wanted.search(name)), None)


def _words(row: Row, column: int | None) -> str:
    if column is None or column >= len(row):
        return ""
    return " ".join(row[column].text.split())


def _anchor(cell: Cell) -> str:
    first = cell.blocks[0] if cell.blocks else None
    return cell.anchor or (first.anchor if first else "")
