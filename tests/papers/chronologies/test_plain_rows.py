"""A row in which there is nothing to weigh is understood at once, and means the same."""

import csv
from io import StringIO
from itertools import product

import pytest

from heed.papers.chronologies import lines, papers, reading, rows
from heed.papers.forms import chronology_times
from heed.papers.plain_xlsx import plain_book
from tests.papers.factories_in import a_workbook

HEADS = ("Date", "Time", "Source", "Event", "Comment", "Ref")
DATES = ("12/03/2016", "2016-10-30", "13 May 2016", "22 May", "", "31/09/2016", "?2016")
TIMES = ("14:30", "01:30", "", "2pm", "10:00 UTC", "evening", "23:00-01:00", "25:00")
SOURCES = ("Case notes", "", "Written later", "=A1+2")
SAID = (
    *("Home visit", "No contact between visits", "Note: policy", "(Context: x)", ""),
    *("Told nothing", "GAP", "Do not disclose the address", "sub judice", "Came late"),
    *("entry of a note", "#REF!", "Recorded on 4/5/2016", "Seen\nContext: y", "İ late"),
)
WHEN = [(*when, "Letter", "Seen", "", "") for when in product(DATES, TIMES)]
TOLD = [
    ("3/4/2016", "14:30", *said, "2")
    for said in (
        *product(SOURCES, SAID, [""]),
        *product(["Letter"], ["Seen", "Came late"], SAID),
    )
]


@pytest.fixture(autouse=True)
def row_by_row(monkeypatch):
    """Not by column: that is another test's (test_long_tables.py)."""
    monkeypatch.setattr(lines, "_stretch", lambda *_: None)


def understood(said, heads=HEADS):
    sheet = StringIO(newline="")
    csv.writer(sheet).writerows([heads, *said])
    return reading.read(sheet.getvalue().encode(), "a.csv")


@pytest.mark.parametrize("date", ["Date", "Date (UTC)"])
def test_what_is_understood_at_once_is_what_every_rule_says(date):
    heads = (date, *HEADS[1:])

    at_once = understood(WHEN + TOLD, heads)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "_plain_row", lambda line, order: None)
        assert understood(WHEN + TOLD, heads) == at_once


def test_most_rows_are_understood_at_once():
    most = [("12/03/2016", "14:30", "Case notes", "Home visit.", "Well", "")] * 3
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "row_of", None)
        assert len(understood(most).entries) == len(most)


def test_what_a_paper_said_is_not_kept_when_it_was_read():
    """The desk reads rows anew in its own process, where no words of a case may stay."""
    said = ("Her birthday", "when she slept", "Letter", "Dates of visits", "Alone", "")
    plain = ("12/03/2016", "14:30", "Letter", "Seen", "", "")

    understood([said, plain, *WHEN, *TOLD])

    kept = [
        each
        for module in (lines, rows, chronology_times)
        for each in vars(module).values()
        if hasattr(each, "cache_info") and each is not chronology_times._on_a_clock
    ]
    assert len(kept) >= 5
    assert not any(each.cache_info().currsize for each in kept)
    assert all(words[0].isdigit() for words in rows._WHOLE_DAYS)


TEXTS = ("Date", "Event", "Seen at home", "Called &amp; seen")
ALIKE = "".join(
    f'<row r="{n}" spans="1:2"><c r="A{n}" s="1"><v>{45_000 + n}</v></c>'
    f'<c r="B{n}" t="s"><v>{said}</v></c></row>'
    for n, said in ((3, 2), (4, 3), (7, 2))
)
HEAD = '<row r="1"><c r="A1" s="2" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("sheet", "alike"),
    [
        (HEAD + ALIKE, True),
        (HEAD + ALIKE.replace('<c r="A4" s="1"><v>45004</v></c>', ""), False),
        (HEAD + ALIKE.replace('<c r="A4" s="1">', '<c r="A4">'), False),
        (HEAD + ALIKE.replace('"A4"', '"A5"'), False),
        (HEAD + ALIKE.replace('<c r="B7" t="s"><v>2</v></c>', '<c r="B7"/>'), False),
    ],
)
def test_rows_made_alike_are_read_at_once_and_say_the_same(sheet, alike, monkeypatch):
    data = a_workbook(sheet, texts=TEXTS)
    taken = []
    from heed.papers import plain_xlsx

    one_by_one = plain_xlsx._any
    monkeypatch.setattr(
        plain_xlsx, "_any", lambda *said: taken.append(said) or one_by_one(*said)
    )

    quick = plain_book(data)

    assert not taken if alike else taken
    careful = papers.carefully(data, "a.xlsx").grids[0]
    assert quick.sheets[0].rows == [careful.cells(n) for n in range(len(careful))]
