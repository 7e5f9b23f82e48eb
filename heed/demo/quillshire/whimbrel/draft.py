"""The words of the draft. A line that begins with "!" is a sentence that must not get
out: its number, its class, the words by which it is found, and the sentence itself. It
goes to the end of the paragraph or the table before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_TEXT = Path(__file__).parent / "draft.txt"


@dataclass(frozen=True, slots=True)
class Leak:
    """What must not get out: its number, its class, its words, the part of the file."""

    number: int
    class_: str
    words: str
    part: str = "body"


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, a paragraph, a table or a picture, with the leaks in it; `how` says
    whether a leak's sentence is a link or a tracked deletion."""

    kind: str
    text: str
    rows: list[list[str]] = field(default_factory=list)
    leaks: list[tuple[Leak, str, str]] = field(default_factory=list)


def pieces(*, leaks: bool = True) -> list[Piece]:
    """The draft piece by piece; without what must not get out where that is asked."""
    made: list[Piece] = []
    for block in _TEXT.read_text(encoding="utf-8").split("\n\n"):
        if block.startswith("!"):
            _add_leaks(made[-1], block, leaks=leaks)
        elif block.strip():
            made.append(_piece(block.strip(), leaks=leaks))
    return made


def leaks_in_the_text() -> list[Leak]:
    """What must not get out and stands in the text of the draft, in its order."""
    return [leak for piece in pieces() for leak, _, _ in piece.leaks]


def _piece(block: str, *, leaks: bool) -> Piece:
    if block.startswith("# "):
        return Piece("heading", block.removeprefix("# "))
    if block.startswith("@picture "):
        return Piece("picture", block.removeprefix("@picture "))
    if not block.startswith("@table "):
        return Piece("paragraph", block)
    caption, *lines = block.removeprefix("@table ").split("\n")
    piece = Piece("table", caption, [_cells(x) for x in lines if x.startswith("|")])
    rows = [line for line in lines if line.startswith("!")]
    for row in rows if leaks else ():
        leak, _, said = _leak(row)
        piece.rows.append(_cells(said))
        piece.leaks.append((leak, "row", said))
    return piece


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("| ").split("|")]


def _add_leaks(piece: Piece, block: str, *, leaks: bool) -> None:
    if leaks:
        piece.leaks.extend(map(_leak, block.split("\n")))


def _leak(line: str) -> tuple[Leak, str, str]:
    number, class_, words, said = line.removeprefix("! ").split(" | ", 3)
    leak = Leak(int(number), class_, _with_breaks(words), _PARTS.get(class_, "body"))
    for how in ("deleted", "link"):
        if said.startswith(f"@{how} "):
            return leak, how, said.removeprefix(f"@{how} ")
    return leak, "", _with_breaks(said)


_PARTS = {"tracked_deletion": "tracked deletion 1", "link_target": "link"}


def _with_breaks(words: str) -> str:
    return words.replace("{n}", "\n")


def words_of_the_draft() -> Iterator[str]:
    """Every word of the draft's text."""
    for piece in pieces():
        yield from piece.text.split()
        yield from (word for row in piece.rows for cell in row for word in cell.split())
        yield from (word for _, _, said in piece.leaks for word in said.split())
