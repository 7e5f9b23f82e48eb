r"""One neutral model of a paper: what every reader makes and every writer takes.

A document is a row of blocks in reading order. Text lives in runs; a line break
inside a paragraph is "\n" in a run's text. Every block, list item and cell has an
anchor that is unique in its document and survives the journey through JSON, so that
a finding, a comment or a link can point at the place: `p12`, `t3-r2-c1`, `note4`.

    >>> paper = document(heading(1, "Who Robin was"), paragraph("Robin loved ducks."))
    >>> plain_text(paper).text
    'Who Robin was\n\nRobin loved ducks.'
"""

from heed.papers.blocks.as_json import from_json, to_json
from heed.papers.blocks.making import (
    anchored,
    anchors,
    cell,
    document,
    heading,
    listing,
    paragraph,
    runs,
    table,
)
from heed.papers.blocks.model import (
    Block,
    Cell,
    Document,
    Figure,
    FormField,
    Heading,
    Leaf,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    cells,
    leaves,
    text_of,
)
from heed.papers.blocks.plain_text import PlainText, Span, plain_text

__all__ = [
    "Block",
    "Cell",
    "Document",
    "Figure",
    "FormField",
    "Heading",
    "Leaf",
    "ListBlock",
    "ListItem",
    "Note",
    "Paragraph",
    "PlainText",
    "Row",
    "Run",
    "Runs",
    "Span",
    "Table",
    "anchored",
    "anchors",
    "cell",
    "cells",
    "document",
    "from_json",
    "heading",
    "leaves",
    "listing",
    "paragraph",
    "plain_text",
    "runs",
    "table",
    "text_of",
    "to_json",
]
