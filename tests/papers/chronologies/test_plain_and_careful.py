"""What is plain is read quickly, and says what the careful readers say of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.demo.chronologies import FOLDER
from heed.papers.chronologies import papers, reading
from heed.papers.dates import Order, read_date, read_plain
from heed.papers.plain_docx import plain_paper
from heed.papers.plain_xlsx import plain_book
from tests.papers.factories_in import (
    a_docx,
    a_workbook,
    deleted,
    grid,
    inserted,
    para,
    run,
)

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


NOTATIONS = ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%d %b %Y", "%d %B %Y")


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.sampled_from(NOTATIONS))
def test_a_plain_date_is_what_the_careful_reader_reads(day, notation):
    words = day.strftime(notation)

    assert read_plain(words, Order.DAY_FIRST) == read_date(words)


@pytest.mark.parametrize("words", ["31/09/2024", "3/14/2024", "2 Mai 2024", "May 2024"])
def test_what_is_no_plain_date_is_left_to_the_careful_reader(words):
    assert read_plain(words, Order.DAY_FIRST) is None
    assert read_plain("1/5/2024", Order.MONTH_FIRST) is None


WORDS = grid(
    ["Date", "Source", "Event"],
    ["1/5/2025", "GP record", "Seen &amp; well"],
    ["", "GP record", "<w:p/>"],
    ["2 May 2025", "", "Called"],
    heads=1,
)


ONE = '<w:gridSpan w:val="1"/>'


def test_both_readers_of_word_files_say_the_same(monkeypatch):
    more = grid(["3/5/2025", "Letter", "Went on"])
    before = para(run("Agency: Quillbury Surgery"))
    data = a_docx(before, *(t.replace(ONE, "") for t in (WORDS, para(), more)))

    assert plain_paper(data) is not None
    quick, careful = both(data, monkeypatch)
    assert told(quick) == told(careful)
    assert [e.row for e in quick.entries] == [e.row for e in careful.entries]
    assert (quick.agency, quick.headings) == (careful.agency, careful.headings)
    assert quick.agency == "Quillbury Surgery"


@pytest.mark.parametrize(
    "words",
    [
        deleted("gone"),
        inserted("new"),
        f"<w:r><w:rPr><w:vanish/></w:rPr>{run('x')}</w:r>",
        "<w:r><w:tab/><w:t>x</w:t></w:r>",
        "<!-- <w:t>x</w:t> -->",
    ],
)
def test_whatever_is_not_plain_in_word_is_left_to_the_careful_reader(words):
    assert plain_paper(a_docx(WORDS, para(words))) is None
