"""Markdown as people read it unrendered: lines of 110 characters, plain tables."""

import re
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

WIDTH = 110
TEXTS = Path(__file__).parent / "texts"
PLACE = re.compile(r"^<!-- heed: (?P<name>[a-z ]+) -->$", re.MULTILINE)


def filled(text: str, parts: Mapping[str, Callable[[], str]]) -> bytes:
    """A prose text with each of its places filled; KeyError for a place that nobody
    fills.
    """
    prose = (TEXTS / text).read_text(encoding="utf-8")
    return PLACE.sub(lambda place: parts[place["name"]](), prose).encode()


def wrapped(sentence: str, *, bullet: str = "") -> str:
    """A paragraph, or an item of a list, broken into lines."""
    return textwrap.fill(
        sentence,
        WIDTH,
        initial_indent=bullet,
        subsequent_indent=" " * len(bullet),
        break_long_words=False,
        break_on_hyphens=False,
    )


def bullets(items: Iterable[str]) -> str:
    """A list."""
    return "\n".join(wrapped(item, bullet="- ") for item in items)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, a row to a line."""
    lines = [_line(headings), f"|{'---|' * len(headings)}", *map(_line, rows)]
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def sentence(text: str) -> str:
    """Words with a capital at the beginning and a full stop at the end."""
    words = " ".join(text.split())
    ended = words if words.endswith((".", "!", "?")) else f"{words}."
    return ended[:1].upper() + ended[1:]
