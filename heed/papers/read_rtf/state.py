"""What holds for the text at one place of a rich text file. A group copies it."""

from dataclasses import dataclass, field, replace

from heed.papers.flat import Edge

BODY, SKIPPED, GONE = "body", "skipped", "gone"


@dataclass(slots=True)
class Rows:
    """The cells of a row as they are defined: shared by all the groups of a table."""

    edges: list[Edge] = field(default_factory=list)
    goes_on: bool = False
    goes_down: bool = False
    heading: bool = False


@dataclass(slots=True)
class State:
    """`goes_to` names where the text goes: the body, a comment, nowhere."""

    goes_to: str = BODY
    bold: bool = False
    italic: bool = False
    struck: bool = False
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    author: int = -1
    revised: int = 0
    """When it was deleted or inserted, as Word packs it."""
    link: str = ""
    font: int = 0
    skip: int = 1
    """How many bytes repeat a sign that was given as Unicode."""
    in_table: bool = False
    depth: int = 0
    level: int = 0
    style: int = 0
    listed: int = -1

    def copied(self) -> "State":
        """The same, for a group of its own."""
        return replace(self)

    def plain(self) -> None:
        """Forget the manner of the letters."""
        self.bold = self.italic = self.struck = self.hidden = False
        self.deleted = self.inserted = False
        self.author = -1

    def new_paragraph(self) -> None:
        """Forget what was said of the paragraph."""
        self.in_table, self.depth, self.level = False, 0, 0
        self.style, self.listed = 0, -1

    @property
    def in_tables(self) -> int:
        """In how many tables the paragraph stands."""
        return max(self.depth, 1) if self.in_table else 0
