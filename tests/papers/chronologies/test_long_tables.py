"""Long tables are understood column by column, and say what they say row by row."""

import csv
from dataclasses import replace
from io import StringIO
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.papers.chronologies import alike, lines, merging, papers, reading, rows
from tests.papers.chronologies.test_plain_rows import HEADS, TOLD, WHEN
from tests.papers.factories_in import a_docx, a_workbook, para

NOTES = [
    HEADS,
    ("", "", "", "", "", ""),
    (
        "",
        "",
        "",
        "",
        "A note of the agency which goes on for more than forty signs",
        "",
    ),
    ("Timestamp", "x", "on", "Date", "", ""),
    ("27/03/2016", "01:30", "Letter", "The clocks went forward", "", "7"),
    ("30/10/2016", "01:15", "Letter", "They went back", "", "8.5"),
    ("29/10/2016", "01:15", "Letter", "An ordinary night", "", ""),
    ("3/4/2016", "14:30", "Letter", "Nothing was recorded", "late", ""),
    ("3/4/2016", "14:30", "entry", "It came late", "", ""),
    ("3/4/2016", "14:30", "Letter", "Kentered on a list", "Written to her", ""),
    ("3/4/2016", "14:30", "on 4/5/2016", "The call was logged", "", ""),
    ("3/4/2016", "14:30", "Later", "no entries", "", ""),
]
ROWS = st.lists(st.sampled_from([*WHEN, *TOLD, *NOTES]), min_size=1, max_size=40)
MORE = st.sampled_from(["Ref", "Agency", "End", "Seq", "Child seen", "Type", "Event"])


def workbook(said) -> bytes:
    texts = list(dict.fromkeys(words for row in said for words in row if words))
    shown = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{letter}{number}" t="s"><v>{texts.index(words)}</v></c>'
            for letter, words in zip("ABCDEFG", row, strict=False)
            if words
        )
        + "</row>"
        for number, row in enumerate(said, 1)
    )
    return a_workbook(shown, texts=texts)


def word_file(said) -> bytes:
    rows = "".join(
        "<w:tr>"
        + "".join(
            "<w:tc>"
            + "".join(
                f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>"
                for line in words.split("\n")
            )
            + "</w:tc>"
            for words in row
        )
        + "</w:tr>"
        for row in said
    )
    return a_docx(f"<w:tbl>{rows}</w:tbl>", para())


def sheet_of_text(said) -> bytes:
    made = StringIO(newline="")
    csv.writer(made, delimiter=";").writerows(said)
    return made.getvalue().encode("cp1252", "replace")


def every_way(data: bytes, name: str):
    """What it says by columns, row by row, and by the readers of blocks."""
    at_once = reading.read(data, name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "_stretch", lambda *_: None)
        by_rows = reading.read(data, name)
        patch.setattr(reading, "paper_of", papers.carefully)
        carefully = reading.read(data, name)
    return at_once, by_rows, carefully


KINDS = (
    (workbook, "a.xlsx"),
    (word_file, "a.docx"),
    (sheet_of_text, "a.csv"),
)


@settings(max_examples=40)
@given(ROWS, MORE)
def test_columns_say_what_rows_say(said, last):
    said = [(*HEADS[:5], last), *said]
    for made, name in KINDS:
        at_once, by_rows, carefully = every_way(made(said), name)

        assert at_once == by_rows
        # The careful readers count only the rows of a sheet that say something.
        uncounted = [replace(entry, row=0) for entry in carefully.entries]
        assert [replace(entry, row=0) for entry in at_once.entries] == uncounted
        assert at_once.flags == by_rows.flags
        assert merging.merged([at_once]) == merging.merged([by_rows])


def test_a_long_table_is_understood_by_columns():
    said = [HEADS, *[("12/03/2016", "01:30", "Letter", "Home visit.", "x", "1")] * 9]

    found = reading.read(workbook(said), "a.xlsx").entries

    assert isinstance(found, alike.Alike)
    assert not found.rows
    assert found[8].cells == tuple(zip(HEADS, said[9], strict=True))


def test_what_an_entry_is_asked_after_its_paper_was_read_is_kept_nowhere_else():
    heads = ("Date", "Event", "Child seen", "Seen alone")
    said = [heads, *[("12/03/2016", "Home visit", "At home with her aunt", "No")] * 3]

    found = reading.read(workbook(said), "a.xlsx").entries

    assert isinstance(found, alike.Alike)
    assert {(each.child_seen, each.seen_alone) for each in found} == {
        ("not_recorded", "no")
    }
    assert not rows.seen_of.cache_info().currsize
    assert not rows.alone_of.cache_info().currsize


def test_a_long_sheet_of_text_is_understood_by_columns_and_an_uneven_one_by_rows():
    said = [HEADS, *[("12/03/2016", "01:30", " Letter ", "Home\nvisit.", "x", "1")] * 9]

    found = reading.read(sheet_of_text(said), "a.csv").entries
    uneven = reading.read(sheet_of_text([*said, ("1/1/2016", "")]), "a.csv").entries

    assert isinstance(found, alike.Alike)
    assert not found.rows
    assert (found[8].source, found[8].event, found[8].row) == (
        "Letter",
        "Home\nvisit.",
        10,
    )
    assert not isinstance(uneven, alike.Alike)
    assert uneven[:9] == tuple(found)
