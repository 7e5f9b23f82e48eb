"""The blocks themselves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one manner. `link` is an address or `#anchor`."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    link: str = ""


Runs = tuple[Run, ...]


def text_of(runs: Runs) -> str:
    """The words of these runs, without their manner."""
    return "".join(run.text for run in runs)


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` is 1 for the title of the paper and 6 at the deepest."""

    level: int
    runs: Runs
    anchor: str = ""

    @property
    def text(self) -> str:
        """Its words, without their manner."""
        return text_of(self.runs)


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Runs
    anchor: str = ""

    @property
    def text(self) -> str:
        """Its words, without their manner."""
        return text_of(self.runs)


@dataclass(frozen=True, slots=True)
class ListItem:
    """`level` is 0 in the outermost list."""

    runs: Runs
    level: int = 0
    anchor: str = ""

    @property
    def text(self) -> str:
        """Its words, without their manner."""
        return text_of(self.runs)


@dataclass(frozen=True, slots=True)
class ListBlock:
    items: tuple[ListItem, ...]
    ordered: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell may hold several blocks, even another table."""

    blocks: tuple["Block", ...] = ()
    column_span: int = 1
    row_span: int = 1
    heading: bool = False
    anchor: str = ""

    @property
    def text(self) -> str:
        """Its words, without their manner."""
        return "\n".join(words for _, words in leaves(self.blocks) if words)


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A cell that spans several rows stands in the first of them only."""

    rows: tuple[Row, ...]
    header: tuple[Row, ...] = ()
    caption: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """`image` is the key of its bytes in `Document.images`, or "" without picture."""

    alt: str
    image: str = ""
    caption: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Text beside the flow. `place` is "footnote", "endnote" or "box".

    A run that shows `mark` and links to `#anchor` stands where the note belongs.
    """

    blocks: tuple["Block", ...]
    place: str = "footnote"
    mark: str = ""
    anchor: str = ""


Block = Heading | Paragraph | ListBlock | Table | Figure | Note


@dataclass(frozen=True, slots=True)
class FormField:
    """An answer that the paper itself names, as a Word content control does."""

    tag: str
    label: str
    text: str
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """`margins` are headers and footers: on every page, and not part of the flow.

    `own_text` is the exact text of a file that is nothing but text.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    language: str = "en-GB"
    margins: tuple[Block, ...] = ()
    fields: tuple[FormField, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    own_text: str | None = None


Leaf = tuple[str, str]
"""The anchor of something that has words of its own, and these words."""


def leaves(blocks: Sequence[Block]) -> Iterator[Leaf]:
    """Everything that has words, in reading order, however deep it stands."""
    for block in blocks:
        yield from _leaves_of(block)


def _leaves_of(block: Block) -> Iterator[Leaf]:
    match block:
        case Heading() | Paragraph():
            yield block.anchor, block.text
        case ListBlock(items=items):
            yield from ((item.anchor, item.text) for item in items)
        case Figure(alt=alt, caption=caption):
            yield block.anchor, "\n".join(words for words in (alt, caption) if words)
        case Note(blocks=inner):
            yield from leaves(inner)
        case Table():
            yield block.anchor, block.caption
            for each in cells(block):
                yield from leaves(each.blocks)


def cells(table: Table) -> Iterator[Cell]:
    """Every cell of a table, header first, row by row."""
    for row in (*table.header, *table.rows):
        yield from row
