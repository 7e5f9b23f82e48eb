"""The tables of a PDF are told by where its words stand, and no word is lost."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from heed.papers.blocks import Table, leaves
from heed.papers.pdf_tables import blocks_of_page
from heed.papers.reading import read_blocks

FILLED = Path(__file__).parent / "filled"
SIZE, LINE, GAP = 10.0, 12.0, 12.6
LEFT, RIGHT = 90.0, 306.0


def page(*words):
    """A page on which these words are written, each with its place."""

    def read(visitor_text):
        last = None
        for x, y, text in words:
            if last == y:
                visitor_text(" ", IDENTITY, [1, 0, 0, 1, x, y], None, SIZE)
            visitor_text(text, IDENTITY, [1, 0, 0, 1, x, y], None, SIZE)
            last = y
        return "as it comes"

    return read


IDENTITY = [1, 0, 0, 1, 0, 0]


def rows(*cells):
    """Rows of two cells as a program writes them: cell by cell, line by line."""
    made, top = [], 700.0
    for left, right in cells:
        for x, lines in ((LEFT, left), (RIGHT, right)):
            made += [(x, top - LINE * n, line) for n, line in enumerate(lines)]
        top -= LINE * (max(len(left), len(right), 1) - 1) + GAP
    return made


def texts(block):
    return [[cell.text for cell in row] for row in block.rows]


def test_a_label_and_an_answer_of_several_lines_are_one_each():
    (table,) = blocks_of_page(
        page(
            *rows(
                (["Name"], ["Noor Pike"]),
                (
                    ["Has the child died or been", "seriously harmed?"],
                    ["Seriously harmed"],
                ),
                (["Any concerns"], ["The move was not passed to us", "for six weeks."]),
                (["Children"], ["Leo", "Ada"]),
            )
        )
    )

    assert texts(table) == [
        ["Name", "Noor Pike"],
        ["Has the child died or been seriously harmed?", "Seriously harmed"],
        ["Any concerns", "The move was not passed to us for six weeks."],
        ["Children", "Leo\nAda"],
    ]


def test_a_line_alone_is_a_title_and_no_part_of_the_next_label():
    found = blocks_of_page(
        page(
            *rows(
                (["Pupil"], []),
                (["Name"], ["Noor"]),
                (["Sex"], ["Female"]),
                (["Family"], []),
                (["Mother"], ["Rima"]),
            )
        )
    )

    assert [type(block).__name__ for block in found] == [
        *("Paragraph", "Table", "Paragraph", "Table")
    ]
    assert texts(found[3]) == [["Mother", "Rima"]]


def test_a_page_without_columns_is_left_as_it_comes():
    lines = [(LEFT, 700 - LINE * n, f"Line {n} of a letter") for n in range(9)]

    assert blocks_of_page(page(*lines)) == "as it comes"


WORD = st.text("abcdefghij", min_size=1, max_size=9)
CELL = st.lists(WORD, max_size=3)


@settings(max_examples=100, deadline=None)
@given(cells=st.lists(st.tuples(CELL, CELL), min_size=1, max_size=9))
def test_no_arrangement_loses_a_word(cells):
    words = rows(*cells)
    found = blocks_of_page(page(*words))

    if not isinstance(found, str):
        kept = " ".join(text for _, text in leaves(tuple(found))).split()
        assert sorted(kept) == sorted(text for _, _, text in words)


OF_LINES_ALONE = {"dots", "numbered-annex", "portal-print", "two-columns"}
"""Filled papers whose answers stand in lines, in no table."""


@pytest.mark.parametrize("file", sorted(FILLED.rglob("*.pdf")), ids=lambda p: p.stem)
def test_no_word_of_a_filled_paper_is_lost_on_the_way(file):
    document = read_blocks(file.read_bytes(), file.name).document
    kept = " ".join(text for _, text in leaves(document.blocks)).split()
    pages = PdfReader(file).pages

    assert sorted(kept) == sorted(" ".join(p.extract_text() for p in pages).split())
    assert any(isinstance(block, Table) for block in document.blocks) or (
        file.stem in OF_LINES_ALONE
    )
