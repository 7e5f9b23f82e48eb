"""A paper typed in capitals alone, as control rooms write, in ordinary letters."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from heed.papers.blocks import Document, Paragraph, Run
from heed.papers.dates import dates_in, read_date
from heed.papers.patterns import later

_LEAST, _SHARE = 200, 0.9
"""Letters of a paper that is worth it, and how many of them are capitals."""
_LABEL = later(r"(?P<label>[A-Z][A-Z /’'()-]{1,38}[A-Z)])(?P<sep>: ?| - )(?P<rest>.*)")
_WORD = r"[A-Z][A-Z’'-]+"
_TURNED = later(
    rf"(?P<family>{_WORD}), (?P<given>{_WORD}(?: {_WORD}){{0,2}}?)"
    r"(?:(?P<born>(?=,? \(?(?:BORN|D\.?O\.?B)\b))|$)"
)
"""Somebody with the family name first: "WREN, MILO JAMES BORN 02/02/2021"."""
_SMALL = frozenset(
    ("and", "of", "the", "at", "in", "on", "by", "to", "not", "none", "a")
)
_PROPER = later(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
)
_SENTENCE = later(r"(?<=[.!?] )[a-z]")
_LONG, _CHILDHOOD = 9, 18


def is_in_capitals(document: Document) -> bool:
    """Whether nearly all letters of a paper without tables are capitals."""
    if not all(isinstance(block, Paragraph) for block in document.blocks):
        return False
    letters = [c for block in document.blocks for c in _text(block) if c.isalpha()]
    return len(letters) >= _LEAST and sum(map(str.isupper, letters)) >= (
        _SHARE * len(letters)
    )


def in_ordinary_letters(document: Document) -> Document:
    """The paper, each of its lines as if it had been typed in ordinary letters."""
    lines = [line for b in document.blocks for line in _text(b).split("\n")]
    days = [read_date(m[0]).day for line in lines for m in dates_in(line)]
    newest = max((day.year for day in days if day), default=0)
    children = {
        line
        for line, below in zip(lines, [*lines[1:], ""], strict=True)
        if (born := _day(below) or _day(line)) and newest - born.year < _CHILDHOOD
    }
    people = {
        word
        for line in lines
        for match in _TURNED.finditer(line)
        if match["born"] is not None or line in children
        for word in re.findall(r"[a-z]+", match[0].lower())
    }
    blocks = []
    for block in document.blocks:
        said: list[str] = []
        for each in _text(block).split("\n"):
            begins = not said or said[-1].endswith((".", "!", "?", ":"))
            said.append(_line(each, people, children, begins=begins))
        blocks.append(Paragraph((Run("\n".join(said)),), block.anchor))
    return replace(document, blocks=tuple(blocks))


def _text(block: object) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _day(line: str) -> date | None:
    born = re.search(r"\b(?:BORN|D\.?O\.?B)\b", line)
    found: Iterator[re.Match[str]] = dates_in(line[born.start() :] if born else "")
    return next((read_date(match[0]).day for match in found), None)


def _line(line: str, people: set[str], children: set[str], *, begins: bool) -> str:
    match = _LABEL.fullmatch(line)
    if match is None:
        few = begins and len(line.split()) < _LONG
        return line if few else _told(line, people, begins=begins)
    label, rest = match["label"].capitalize(), match["rest"]
    turned = _TURNED.match(rest)
    if turned and turned["born"] is None and line not in children:
        turned = None  # "CORONER, SOCIAL CARE": two bodies, and nobody's name
    if turned and label == "Subject" and line in children:
        label = "Child"
    if turned:
        name = f"{turned['given']} {turned['family']}".title()
        rest = name + _told(rest[turned.end() :], people, begins=False)
    elif len(rest.split()) < _LONG:
        rest = " ".join(map(_titled, rest.split()))
    else:
        rest = _told(rest, people)
    return f"{label}{match['sep']}{rest}"


def _right_way_round(turned: re.Match[str]) -> str:
    known = turned["born"] is not None
    return f"{turned['given']} {turned['family']}" if known else turned[0]


def _titled(word: str) -> str:
    return word.lower() if word.lower() in _SMALL or "@" in word else word.title()


def _told(text: str, people: set[str], *, begins: bool = True) -> str:
    text = _TURNED.sub(_right_way_round, text)
    text = _PROPER.sub(lambda m: m[0].title(), text.lower())
    text = re.sub(r"[a-z]+", lambda m: m[0].title() if m[0] in people else m[0], text)
    text = _SENTENCE.sub(lambda m: m[0].upper(), text)
    return text[:1].upper() + text[1:] if begins else text
