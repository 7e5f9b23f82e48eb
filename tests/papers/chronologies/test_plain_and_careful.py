"""What is plain is read quickly, and says what the careful readers say of it."""

import pytest

from heed.demo.chronologies import FOLDER
from heed.papers.chronologies import papers, reading
from heed.papers.plain_xlsx import plain_book
from tests.papers.factories_in import a_workbook

HEADS = "".join(
    f'<c r="{letter}1" t="inlineStr"><is><t>{words}</t></is></c>'
    for letter, words in zip("ABC", ("Date", "Source", "Event"), strict=True)
)
PLAIN = (
    f'<row r="1">{HEADS}</row>'
    '<row r="3"><c r="A3" s="1"><v>45658</v></c><c r="B3" t="s"><v>0</v></c>'
    '<c r="C3" t="s"><v>1</v></c></row>'
    '<row r="4"><c r="A4" s="1"><v>45659.5</v></c><c r="C4" t="s"><v>2</v></c></row>'
    '<row r="5"><c r="A5" s="1"/><c r="B5"><v>12</v></c>'
    '<c r="C5" t="str"><v>a &amp; b</v></c></row>'
)
TEXTS = ("GP record", "Seen\n\nand well", "Q & A <1>")


def book(sheet: str = PLAIN, **how) -> bytes:
    return a_workbook(sheet, texts=TEXTS, **how)


def both(data: bytes, monkeypatch):
    quick = reading.read(data, "a.xlsx")
    monkeypatch.setattr(reading, "paper_of", papers.carefully)
    return quick, reading.read(data, "a.xlsx")


def told(chronology):
    """What it says, but for rows: the careful readers count those that say something."""
    return [
        (e.date, e.time, e.source, e.event, e.other, e.flags, e.cells, e.kind)
        for e in chronology.entries
    ]


@pytest.mark.parametrize(
    "data",
    [
        (FOLDER / "QHT.xlsx").read_bytes(),
        book(),
        book(from_1904=True),
        book(PLAIN, names=("One", "Two")),
    ],
)
def test_both_readers_say_the_same(data, monkeypatch):
    assert plain_book(data) is not None
    quick, careful = both(data, monkeypatch)

    assert told(quick) == told(careful)
    assert (quick.columns, quick.headings) == (careful.columns, careful.headings)
    assert quick.hidden.metadata == careful.hidden.metadata


def test_a_row_is_counted_as_the_sheet_counts_it():
    assert [entry.row for entry in reading.read(book(), "a.xlsx").entries] == [3, 4, 5]


@pytest.mark.parametrize(
    "sheet",
    [
        PLAIN.replace('<row r="3">', '<row r="3" hidden="1">'),
        PLAIN.replace("<v>12</v>", "<f>A1</f><v>12</v>"),
        PLAIN.replace('<row r="4">', '<!-- <c r="A9"><v>1</v></c> --><row r="4">'),
        PLAIN.replace("a &amp; b", "<![CDATA[a]]>"),
        PLAIN.replace("<v>0</v>", "<v>99</v>"),
    ],
)
def test_whatever_is_not_plain_is_left_to_the_careful_reader(sheet):
    assert plain_book(book(sheet)) is None


def test_a_hidden_sheet_or_a_comment_is_left_to_the_careful_reader():
    more = {"xl/comments1.xml": "<comments/>"}

    assert plain_book(book(names=("One",), states=("hidden",))) is None
    assert plain_book(book(more=more)) is None
