"""A copy of a chronology, read again, is the chronology that it was made of."""

import csv
import io
import re
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from heed.papers.chronologies.entries import dated
from heed.papers.chronologies.reading import read
from heed.papers.chronologies.writing import Copy, written
from heed.papers.chronologies.writing.in_words import date_in_words
from heed.papers.dates import read_date

HEADS = (
    *("Date", "Time", "Agency", "Source", "Event", "Response", "Child seen", "Child"),
    *("Seen alone", "Voice of the child", "Comment", "RAG rating given"),
)
KEPT = (
    *("date", "time", "time_words", "time_doubt", "agency", "source", "event", "kind"),
    *("outcome", "child", "child_seen", "seen_alone", "child_voice", "comment"),
    *("present", "restricted"),
)
DATES = (
    *(
        "22/05/2016",
        "22.05/16",
        "?22 May 2016",
        "2016-05-22",
        "22nd May '16",
        "May 2016",
    ),
    *("early May 2016", "w/c 3 March 2025", "1-3 May 2025", "May to June 2016", "2016"),
    *("spring 2016", "31 September 2016", "29/02/2023", "03/13/2024", "about 2016", ""),
    *("approx 22 May 2016", "sometime then", "3/4/2016 or 4/4/2016", "22 May", "n/k"),
    *("31/03/2024", "26/10/2025", "the next day", "Christmas Day 2019", "45230.5"),
    *("02/30/2016", "28/2/2024 - 1/3/2024", "02.01.0100", "22 May 2016"),
)
TIMES = (
    *(
        "",
        "14:30",
        "2.30pm",
        "half three",
        "01:30",
        "23:30Z",
        "25:00",
        "morning",
        "noon",
    ),
    *("1430hrs", "approx 10:15", "10:00-11:00", "not recorded"),
)
HARD = (
    "=1+1",
    "-2",
    "@x",
    "a;=b",
    "x\ny",
    "אבג",
    "\u202ea\u200bb",
    "“q”",
    "<b>&amp;",
    "'=1",
)
A_LETTER = st.characters(
    exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\ufeff\u2028\u2029"
)
LONG = "=" + "more than ten thousand letters " * 340
WORDS = st.one_of(
    st.sampled_from(HARD),
    st.lists(st.text(A_LETTER, min_size=1, max_size=12), max_size=3).map("\n".join),
)
ROW = st.tuples(
    st.sampled_from(DATES),
    st.sampled_from(TIMES),
    st.sampled_from(["Police", "Health", "Saltern & Quay's"]),
    *(WORDS, WORDS.map(lambda words: f"Visit {words}"), WORDS),
    *(st.sampled_from(["Y", "N", "N/A", ""]), st.sampled_from(["Kestrel", ""])),
    *(st.sampled_from(["Y", "N", ""]), WORDS, WORDS, st.sampled_from(["Red", ""])),
)


def came(rows):
    """What an agency's file says."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([HEADS, *rows])
    return read(out.getvalue().encode(), "agency.csv").entries


def sent_and_read(ending, entries):
    numbered = [(f"{n}.5", entry) for n, entry in enumerate(entries, 1)]
    copy = Copy(title="Kestrel", restricted=True, about=("All entries.",))
    return read(written(ending, numbered, copy), f"copy.{ending}").entries


def same(ending, entries):
    back = sent_and_read(ending, entries)

    for name in KEPT:
        before = [close(ending, getattr(entry, name)) for entry in entries]
        assert [close(ending, getattr(entry, name)) for entry in back] == before, name
    numbers = [f"{n}.5" for n, _ in enumerate(entries, 1)]
    assert [dict(entry.other)["No."] for entry in back] == numbers
    others = [tuple(p for p in entry.other if p[0] != "No.") for entry in back]
    assert others == [entry.other for entry in entries]


def close(ending, words):
    """A sheet is read without the blank lines of a cell."""
    if ending == "xlsx" and isinstance(words, str):
        return re.sub(r"\n\s*\n", "\n", words)
    return words


@pytest.mark.parametrize("ending", ["csv", "xlsx", "docx"])
def test_every_notation_of_a_date_comes_back_as_typed_and_as_understood(ending):
    rows = [
        (day, TIMES[n % len(TIMES)], "Police", f"Log {n}", f"Visit {n}", *[""] * 7)
        for n, day in enumerate(DATES)
    ]
    rows.append(("22/05/2016", "", "Police", "Log", LONG, *HARD[:7]))

    same(ending, came(rows))


@settings(max_examples=20)
@given(st.lists(ROW, min_size=1, max_size=5))
@example([("", "", "Police", "", "Visit", *[""] * 7)])
def test_a_table_in_text_comes_back_equal(rows):
    same("csv", came(rows))


@settings(max_examples=10)
@given(st.lists(ROW, min_size=1, max_size=5))
def test_a_workbook_comes_back_equal(rows):
    same("xlsx", came(rows))


@settings(max_examples=6)
@given(st.lists(ROW, min_size=1, max_size=4))
def test_a_word_document_comes_back_equal(rows):
    same("docx", came(rows))


def test_what_comes_back_and_goes_out_again_is_the_same_once_more():
    first = came([(day, "", "Police", "Log", "Visit", *[""] * 7) for day in DATES])

    second = sent_and_read("docx", first)
    third = sent_and_read("xlsx", second)

    assert [e.date for e in third] == [e.date for e in first]
    assert [e.sequence for e in third] == [n + 0.5 for n, _ in enumerate(first, 1)]


@given(st.dates(min_value=date(1920, 1, 1)), st.sampled_from(["{}", "?{}", "about {}"]))
def test_a_date_in_our_words_is_read_as_the_same_days(day, manner):
    for form in ("%d %B %Y", "%B %Y", "%Y"):
        written_so = manner.format(f"{day:{form}}")
        known = dated(read_date(written_so))
        again = dated(read_date(date_in_words(known)))

        assert (again.earliest, again.latest) == (known.earliest, known.latest)
        assert (again.iso, again.precision) == (known.iso, known.precision)


def test_what_no_cell_of_a_sheet_can_hold_goes_on_beside_it():
    long = "Mother said that she had told everybody. " * 2_000
    entries = came([("22/05/2016", "", "Police", "Log", long, *[""] * 7)])

    (back,) = sent_and_read("xlsx", entries)

    assert back.event == long.strip()
    assert not any("continued" in heading for heading, _ in back.other)
