"""One paper, saved by several programs in several formats, says one thing.

`saved/` holds a form and a chronology as Word, LibreOffice Writer and Calc save them.
"""

from pathlib import Path

import pytest

from heed.papers.blocks import Table, plain_text
from heed.papers.forms.chronology import read_chronology
from heed.papers.limits import Kind
from heed.papers.reading import read_blocks

SAVED = Path(__file__).parent / "saved"
FORMS = ("docx", "doc", "rtf", "odt")
BOOKS = ("xlsx", "ods")


def saved(name: str):
    return read_blocks((SAVED / name).read_bytes(), name)


@pytest.fixture(params=FORMS)
def form(request):
    return saved(f"form.{request.param}")


@pytest.fixture(params=BOOKS)
def book(request):
    return saved(f"chronology.{request.param}")


@pytest.mark.parametrize("kind", [*FORMS])
def test_each_is_known_by_its_structure_whatever_its_name(kind):
    data = (SAVED / f"form.{kind}").read_bytes()

    assert read_blocks(data, "").kind is Kind(kind)
    assert read_blocks(data, "form.docx").kind is Kind(kind)


def test_the_words_are_the_same(form):
    words = plain_text(form.document).text.splitlines()

    assert [words[0], *words[2:9], *words[10:12], words[-1]] == [
        "Referral form",
        "Name of child: Siobhán Lark aged 3",
        "",
        "Label\tAnswer\tMore",
        "Name of child\tSiobhán Lark",
        "Both\t1\t2",
        "3\t4",
        "5",
        "YES NO",
        "",
        "End 😀 – “quoted”.",
    ]
    assert form.document.title == "A referral"
    assert [each.text for each in form.document.margins] == ["OFFICIAL-SENSITIVE"]


def test_the_table_has_the_same_cells(form):
    (table,) = (each for each in form.document.blocks if isinstance(each, Table))

    assert [
        [(cell.text, cell.column_span, cell.row_span) for cell in row]
        for row in table.rows
    ] == [
        [("Label", 1, 1), ("Answer", 1, 1), ("More", 1, 1)],
        [("Name of child", 1, 1), ("Siobhán Lark", 2, 1)],
        [("Both", 1, 2), ("1", 1, 1), ("2", 1, 1)],
        [("3", 1, 1), ("4\n5", 1, 1)],
    ]


def test_what_is_struck_through_is_known_to_be(form):
    yes_no = form.document.blocks[3]

    assert [(run.text, run.struck) for run in yes_no.runs] == [
        ("YES ", False),
        ("NO", True),
    ]
    assert form.document.blocks[1].runs[1].bold


@pytest.mark.parametrize("kind", ["docx", "doc", "odt"])
def test_boxes_of_older_word_are_ticked_or_not(kind):
    # LibreOffice loses the state of such a box when it saves .rtf.
    words = plain_text(saved(f"form.{kind}").document).text

    assert "☒ Known ☐ Suspected" in words


def test_what_is_hidden_is_the_same(form):
    hidden = form.hidden

    (deletion,) = hidden.tracked_deletions
    (insertion,) = hidden.tracked_insertions
    (comment,) = hidden.comments
    assert (deletion.text.strip(), deletion.author) == ("Oakbridge", "A Typist")
    assert (insertion.text.strip(), insertion.author) == ("Lark", "A Typist")
    assert deletion.on.startswith("2026-03-01T10:00")
    assert insertion.on.startswith("2026-03-01T10:05")
    assert (comment.text, comment.author) == ("Who says so?", "Jo Fell")
    assert [each.text for each in hidden.hidden_text] == ["SECRET"]
    assert "Jo Fell" in hidden.metadata.values()


# Workbooks


def test_a_sheet_is_a_table_with_its_dates_day_first(book):
    (table,) = book.document.blocks

    assert [each.text for each in table.header[0]] == [
        "Date",
        "Time",
        "Event",
        "Source",
    ]
    assert [
        [(cell.text, cell.column_span, cell.row_span) for cell in row]
        for row in table.rows
    ] == [
        [
            ("03/04/2016", 1, 2),
            ("14:30", 1, 1),
            ("Seen at  home.\nCrying.", 1, 1),
            ("Health visitor", 1, 1),
        ],
        [("", 1, 1), ("Not seen.", 1, 1), ("Health visitor", 1, 1)],
        [("June 2016", 1, 1), ("", 1, 1), ("Moved.", 1, 1), ("3", 1, 1)],
        [("02/07/2016 09:05", 1, 1), ("", 1, 1), ("Strategy meeting.", 2, 1)],
    ]


def test_what_a_workbook_hides_is_told_and_is_no_part_of_its_text(book):
    assert [each.text for each in book.hidden.hidden_text] == [
        "Entries, row 1: Key",
        "Entries, row 2: Leo Lark",
        "Entries, row 4: 01/05/2016 | Secret visit.",
        "Hidden sheet “Codes”, row 1: HV | Ann Penn",
    ]
    (comment,) = book.hidden.comments
    assert (comment.text, comment.author) == ("Entries C2: Which child?", "Jo Fell")
    assert "Jo Fell" in book.hidden.metadata.values()
    assert "Secret" not in plain_text(book.document).text


def test_a_workbook_is_a_chronology_as_any_other_table(book):
    entries = read_chronology(book)["entries"]

    assert [entry["date"]["iso"] for entry in entries[:2]] == ["2016-04-03"] * 2
    assert entries[0]["time"] == "14:30"
    assert entries[1]["inherited"] is True
    assert entries[2]["date"]["precision"] == "month"
