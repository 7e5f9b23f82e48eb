"""Chronologies as other programs save them, and as people lay them out."""

from pathlib import Path

import pytest

from heed.demo.chronologies import FOLDER
from heed.papers.chronologies.reading import read
from tests.papers.factories_in import a_docx, a_workbook, grid, para, run, sheet_row

SAVED = Path(__file__).parent.parent / "saved"
HEADS = ["Date", "Source", "Event"]
AGAIN = ("merged_date_cells",)


def told(chronology):
    return [
        (e.date, e.time, e.source, e.event, e.outcome, e.present, e.kind, e.cells)
        for e in chronology.entries
    ]


def events(chronology):
    return [entry.event for entry in chronology.entries]


@pytest.mark.parametrize(
    ("saved", "like"),
    [
        # As LibreOffice saves what the demonstration has as a Word table and a book.
        (SAVED / "chronology.doc", FOLDER / "QCH.docx"),
        (SAVED / "chronology.odt", FOLDER / "QCH.docx"),
        (SAVED / "chronology.ods", SAVED / "chronology.xlsx"),
    ],
)
def test_the_same_chronology_saved_otherwise_says_the_same(saved, like):
    one, other = read(saved), read(like)

    assert told(one) == told(other)
    assert one.headings == other.headings
    assert len(one.entries) > 3


def test_two_tables_of_different_headings_are_one_chronology():
    health = grid(HEADS, ["1/5/2025", "GP record", "Seen"], heads=1)
    police = grid(
        ["Summary", "Persons", "When", "Log no."],
        ["Called to the home", "PC 1", "2025-05-02", "77"],
        heads=1,
    )

    made = read(a_docx(health, para(run("Police")), police, para()), "a.docx")

    assert [(e.date.iso, e.source, e.event, e.present) for e in made.entries] == [
        ("2025-05-01", "GP record", "Seen", ()),
        ("2025-05-02", "77", "Called to the home", ("PC 1",)),
    ]
    assert dict(made.headings)["Summary"] == dict(made.headings)["Event"] == "event"


def cell_of(*blocks: str) -> str:
    return f"<w:tc>{''.join(blocks)}{para()}</w:tc>"


def test_a_table_in_a_cell_is_part_of_what_the_cell_says():
    inside = grid(["Weight", "4.1 kg"], ["Length", "54 cm"])
    rows = grid(
        HEADS,
        ["1/5/2025", "GP record", cell_of(para(run("Weighed:")), inside)],
        ["3/5/2025", "GP record", "Seen again"],
        heads=1,
    )

    made = read(a_docx(rows, para()), "a.docx")

    assert events(made) == ["Weighed:\nWeight\n4.1 kg\nLength\n54 cm", "Seen again"]


def test_a_chronology_in_a_table_that_only_lays_out_is_read():
    inside = grid(HEADS, ["1/5/2025", "GP record", "Seen"], heads=1)

    made = read(a_docx(grid([cell_of(para(run("Ours")), inside)]), para()), "a.docx")

    assert [(e.date.iso, e.event) for e in made.entries] == [("2025-05-01", "Seen")]


def cells(number: int, *said: str) -> str:
    return sheet_row(
        "".join(
            each.format(at=f"{letter}{number}")
            for letter, each in zip("ABC", said, strict=True)
        ),
        number,
    )


def test_a_formula_is_what_it_came_to_and_else_its_words():
    words = '<c r="{{at}}" t="inlineStr"><is><t>{}</t></is></c>'
    sheet = cells(1, *map(words.format, HEADS)) + cells(
        2,
        '<c r="{at}" s="1"><f>B9+1</f><v>45658</v></c>',
        '<c r="{at}" t="str"><f>"GP "&amp;"record"</f><v>GP record</v></c>',
        '<c r="{at}" t="str"><f>CONCATENATE("Seen"," well")</f><v>Seen well</v></c>',
    )
    sheet += cells(
        3,
        '<c r="{at}" s="1"><v>45659</v></c>',
        '<c r="{at}" t="e"><f>X!A1</f><v>#REF!</v></c>',
        '<c r="{at}" t="str"><f>HYPERLINK("https://away.example")</f></c>',
    )

    first, second = read(a_workbook(sheet), "a.xlsx").entries

    assert (first.date.iso, first.source, first.event, first.flags) == (
        *("2025-01-01", "GP record", "Seen well"),
        (),
    )
    assert second.source == "#REF!"
    assert second.event == '=HYPERLINK("https://away.example")'
    assert second.flags == ("formula_cell",)


def test_a_line_that_goes_on_is_kept_as_a_row_and_said_to_go_on():
    rows = grid(
        HEADS,
        ["1/5/2025", "GP record", "She was seen at home, and"],
        ["", "", "the door was shut by her father."],
        ["", "Telephone log", "he rang to say sorry"],
        ["", "", "Another visit of that day"],
        heads=1,
    )

    made = read(a_docx(rows, para()), "a.docx").entries

    assert [e.event.split()[0] for e in made] == ["She", "the", "he", "Another"]
    assert {e.date.iso for e in made} == {"2025-05-01"}
    assert [e.flags for e in made] == [(), ("row_goes_on", *AGAIN), AGAIN, AGAIN]
