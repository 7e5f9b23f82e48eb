"""A file as tables of words: by a quick reader where it is plain, else by blocks."""

from heed.papers.blocks import Document, paragraph
from heed.papers.chronologies.grids import (
    ColumnGrid,
    Grid,
    Paper,
    PlainGrid,
    grid_of,
)
from heed.papers.forms.chronology_key import heads_a_key
from heed.papers.forms.chronology_times import FIRST_ROWS, first_rows, head_of
from heed.papers.hidden import Hidden
from heed.papers.limits import Kind, identify
from heed.papers.packages import damaged
from heed.papers.reading import read_blocks
from heed.papers.refusals import Refused


def paper_of(data: bytes, name: str) -> Paper:
    """The tables of a file, and what stands around them. Raises Refused."""
    quick = _QUICK.get(identify(data, name))
    try:
        found = quick(data) if quick else None
    except Refused:
        raise
    except Exception as wrong:
        # A parser of hostile files raises whatever they lead it to.
        raise damaged() from wrong
    return found or carefully(data, name)


def carefully(data: bytes, name: str) -> Paper:
    """The same by the readers of blocks, which read whatever a file can hold."""
    from heed.papers.forms.chronology import grids_of

    reading = read_blocks(data, name)
    grids = grids_of(reading.document)
    return Paper(list(grids), reading.document, reading.hidden)


def head_of_paper(paper: Paper) -> str:
    """What stands around the rows of a chronology, and in those above them."""
    plain = [each for each in paper.grids if isinstance(each, PlainGrid | ColumnGrid)]
    rows = (row for grid in plain for row in first_rows(grid.first(FIRST_ROWS)))
    return "\n".join(filter(None, [head_of(paper.around), *rows]))


def _workbook(data: bytes) -> Paper | None:
    from heed.papers.plain_xlsx import plain_book

    book = plain_book(data)
    if book is None:
        return None
    grids = [grid_of(s.columns, s.numbers, s.merged) for s in book.sheets if s.numbers]
    if any(heads_a_key(row) for grid in grids for row in grid.first(FIRST_ROWS)):
        return None
    around = Document((), title=book.about.get("title", ""))
    return Paper(list(grids), around, Hidden(metadata=book.about))


def _word(data: bytes) -> Paper | None:
    from heed.papers.plain_docx import plain_paper

    paper = plain_paper(data)
    if paper is None:
        return None
    grids: list[Grid] = []
    above = 0
    for rows in paper.tables:
        numbers = list(range(above + 1, above + len(rows) + 1))
        alike = len(set(map(len, rows))) == 1
        columns = tuple(zip(*rows, strict=True)) if alike else ()
        grids.append(grid_of(columns, numbers) if alike else PlainGrid(rows, numbers))
        above += len(rows)
    if any(heads_a_key(row) for rows in paper.tables for row in rows[:FIRST_ROWS]):
        return None
    title = paper.about.get("title", "")
    around = Document(tuple(map(paragraph, paper.around)), title=title)
    return Paper(grids, around, Hidden(metadata=paper.about))


def _text(data: bytes) -> Paper | None:
    """A table in text of which every row has a cell in each column."""
    from heed.papers.read_text import rows_of_csv

    rows = rows_of_csv(data)
    if len(set(map(len, rows))) != 1 or any(map(heads_a_key, rows[:FIRST_ROWS])):
        return None
    columns = [[*map(str.strip, column)] for column in zip(*rows, strict=True)]
    return Paper([grid_of(columns, range(1, len(rows) + 1))], Document(()))


_QUICK = {Kind.XLSX: _workbook, Kind.DOCX: _word, Kind.CSV: _text}
