"""Workbooks: what a cell shows, what a workbook hides, what it would fetch."""

from datetime import datetime

import pytest

from heed.papers.active import ASKS_ELSEWHERE, FETCHES_A_PART, RUNS_A_PROGRAM
from heed.papers.blocks import Heading, Note, Table, plain_text
from heed.papers.limits import Kind
from heed.papers.reading import read_blocks
from heed.papers.refusals import Reason, Refused
from heed.papers.sheet_values import moment, number, shown_parts, written
from tests.papers.factories_in import a_workbook, sheet_row


def read(*rows: str, **more):
    return read_blocks(a_workbook(*rows, **more), "book.xlsx")


def cells(reading) -> list[list[str]]:
    (table,) = (b for b in reading.document.blocks if isinstance(b, Table))
    return [[cell.text for cell in row] for row in (*table.header, *table.rows)]


# Values


@pytest.mark.parametrize(
    ("shape", "parts"),
    [
        ("dd/mm/yyyy", "dmy"),
        ("[$-809]dd mmmm yyyy;@", "dmy"),
        ("mmm-yy", "my"),
        ("h:mm", "hn"),
        ("mm:ss", "ns"),
        ("yyyy-mm-dd hh:mm:ss", "ymdhns"),
        ("[h]:mm", "hn"),
        ("0.00", ""),
        ("General", ""),
        ("#,##0", ""),
        ('0 "days"', ""),
        ("@", ""),
    ],
)
def test_a_format_shows_parts_of_a_date_or_none(shape, parts):
    assert shown_parts(shape) == parts


@pytest.mark.parametrize(
    ("days", "from_1904", "day"),
    [
        (1, False, "1900-01-01"),
        (59, False, "1900-02-28"),
        (61, False, "1900-03-01"),
        (42463, False, "2016-04-03"),
        (41001, True, "2016-04-03"),
        (0, True, "1904-01-01"),
    ],
)
def test_days_are_counted_as_excel_counts_them(days, from_1904, day):
    assert moment(days, from_1904=from_1904).date().isoformat() == day


@pytest.mark.parametrize("days", [60, -1, 3_000_000])
def test_a_day_that_no_calendar_has_is_none(days):
    assert moment(days, from_1904=False) is None


def test_what_a_format_leaves_out_stays_out():
    when = datetime(2016, 4, 3, 14, 5)

    assert written(when, "mdy") == "03/04/2016"
    assert written(when, "my") == "April 2016"
    assert written(when, "dm") == "3 April"
    assert written(when, "y") == "2016"
    assert written(when, "dmyhn") == "03/04/2016 14:05"
    assert written(when, "hn") == "14:05"


@pytest.mark.parametrize(
    ("value", "shape", "shown"),
    [
        (3.0, "", "3"),
        (0.1 + 0.2, "", "0.3"),
        (0.5, "0%", "50%"),
        (1632960555, "00000000000", "01632960555"),
        (1e20, "", "1e+20"),
    ],
)
def test_a_number_is_written_without_what_the_machine_adds(value, shape, shown):
    assert number(value, shape) == shown


# Sheets


def test_kinds_of_cells():
    rows = sheet_row(
        '<c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><r><t>in</t></r>'
        "<r><t>line</t></r><rPh><t>x</t></rPh></is></c>"
        '<c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#REF!</v></c>'
        '<c r="F1" s="1"><v>42463</v></c><c r="G1"><f>1+1</f></c>'
        '<c t="str"><f>A1</f><v>a_x0041_</v></c><c r="I1" t="s"><v>99</v></c>'
    )
    reading = read(rows, texts=["shared"])

    assert reading.kind is Kind.XLSX
    assert cells(reading) == [
        ["shared", "inline", "TRUE", "#REF!", "03/04/2016", "=1+1", "aA"]
    ]


def test_a_book_of_an_old_mac_counts_from_1904():
    rows = sheet_row('<c r="A1" s="1"><v>41001</v></c>')

    assert cells(read(rows, from_1904=True)) == [["03/04/2016"]]


def test_each_sheet_stands_under_its_name():
    reading = read(
        sheet_row('<c r="A1"><v>1</v></c>'),
        sheet_row('<c r="A1"><v>2</v></c>'),
        names=["One", "Two"],
    )

    assert [b.text for b in reading.document.blocks if isinstance(b, Heading)] == [
        "One",
        "Two",
    ]


def test_sheets_that_are_very_hidden_are_told():
    reading = read(
        sheet_row('<c r="A1"><v>1</v></c>'),
        sheet_row('<c r="A1" t="s"><v>0</v></c>'),
        names=["One", "Key"],
        states=["visible", "veryHidden"],
        texts=["Leo"],
    )

    assert [each.text for each in reading.hidden.hidden_text] == [
        "Hidden sheet “Key”, row 1: Leo"
    ]


@pytest.mark.parametrize(
    ("formula", "sentence"),
    [
        ("cmd|'/c calc'!A1", RUNS_A_PROGRAM),
        ('WEBSERVICE("http://a.example")', ASKS_ELSEWHERE),
        ("[1]Sheet1!A1", ASKS_ELSEWHERE),
    ],
)
def test_a_formula_that_asks_elsewhere_is_told(formula, sentence):
    rows = sheet_row(f'<c r="A1"><f>{formula}</f><v>1</v></c>')

    assert read(rows).hidden.active == (sentence,)


def test_links_and_parts_from_outside_are_told():
    reading = read(
        sheet_row('<c r="A1"><v>1</v></c>'),
        relations=[
            ("hyperlink", "https://a.example"),
            ("externalLinkPath", "https://b.example/book.xlsx"),
        ],
        more={"xl/pivotCache/pivotCacheRecords1.xml": "<x/>"},
    )

    assert reading.hidden.external_links == (
        "https://a.example",
        "https://b.example/book.xlsx",
    )
    assert reading.hidden.active == (FETCHES_A_PART,)
    assert reading.hidden.embedded == ("xl/pivotCache/pivotCacheRecords1.xml",)


def test_boxes_that_lie_on_a_sheet_are_read():
    shape = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape><v:textbox>'
        "<div>Neglect</div></v:textbox><x:ClientData ObjectType='Checkbox'>"
        "<x:Checked>1</x:Checked></x:ClientData></v:shape></xml>"
    )
    reading = read(
        sheet_row('<c r="A1"><v>1</v></c>'),
        relations=[("vmlDrawing", "../drawings/vmlDrawing1.vml")],
        more={"xl/drawings/vmlDrawing1.vml": shape},
    )

    (box,) = (b for b in reading.document.blocks if isinstance(b, Note))
    assert plain_text(reading.document).text.endswith("☒ Neglect")
    assert box.place == "box"


def test_the_marking_at_the_edge_of_a_printed_sheet_is_a_margin():
    reading = read(
        sheet_row('<c r="A1"><v>1</v></c>')
        + '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"OFFICIAL&amp;RPage &amp;P'
        "</oddHeader></headerFooter>"
    )

    assert [each.text for each in reading.document.margins] == ["OFFICIAL Page"]


def test_a_cell_at_the_end_of_the_world_makes_no_world():
    reading = read(
        sheet_row('<c r="A1"><v>1</v></c>')
        + '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    )

    assert cells(reading) == [["1", ""], ["", "2"]]


def test_a_book_of_too_many_cells_asks_for_the_sheet_that_matters(monkeypatch):
    monkeypatch.setattr("heed.papers.sheets.MOST_CELLS", 3)

    with pytest.raises(Refused, match="only the sheet") as refused:
        read(sheet_row("<c><v>1</v></c>" * 4))
    assert refused.value.reason is Reason.TOO_LARGE


def test_a_sheet_with_its_own_entities_is_damaged():
    laughs = '<!DOCTYPE x [<!ENTITY a "ha">]><worksheet>&a;</worksheet>'

    with pytest.raises(Refused):
        read("", more={"xl/worksheets/sheet1.xml": laughs})
