"""Copies of a chronology as files that others open: what is on them, and what is not."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import docx
import page
import pytest
from lxml import etree

from heed.papers.chronologies.entries import Entry, dated
from heed.papers.chronologies.writing import ENDINGS, Copy, written
from heed.papers.chronologies.writing.laid import laid_out
from heed.papers.chronologies.writing.sheets import MOST_ENTRIES
from heed.papers.dates import read_date
from heed.papers.formulas import guarded
from heed.papers.refusals import Refused
from heed.papers.word_xml import named

MARKING = "OFFICIAL-SENSITIVE"


def an_entry(n=1, *, on="22/05/2016", **more):
    said = {"agency": "Police", "source": "Log", "event": "Home visit"} | more
    return Entry(n=n, date=dated(read_date(on)), **said)


def made(ending, *entries, **more):
    numbered = [(str(n), entry) for n, entry in enumerate(entries, 1)]
    return written(ending, numbered, Copy(title="Kestrel", **more))


def inside(data):
    """All that a file says, unzipped where it is a package."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name).decode() for name in package.namelist()]
    return "\n".join(parts)


def cells(data):
    grid = docx.Document(io.BytesIO(data)).tables[0]
    return [[cell.text for cell in row.cells] for row in grid.rows]


def test_word_is_landscape_and_its_header_stands_on_every_page():
    data = made("docx", an_entry(), an_entry(), marking=MARKING)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
        header = package.read("word/header.xml").decode()

    size = root.find(f".//{named('pgSz')}")
    assert size.get(named("orient")) == "landscape"
    assert int(size.get(named("w"))) > int(size.get(named("h")))
    rows = list(root.iter(named("tr")))
    assert [r.find(f".//{named('tblHeader')}") is not None for r in rows] == [
        *(True, False, False),
    ]
    assert MARKING in header


def test_what_was_typed_stands_beside_one_notation_and_a_doubt_is_said():
    heads, one, two = cells(made("docx", an_entry(), an_entry(on="22.05/16")))

    said = [dict(zip(heads, row, strict=True)) for row in (one, two)]
    assert [row["Date"] for row in said] == ["22 May 2016", "22 May 2016"]
    assert [row["Date as typed"] for row in said] == ["22/05/2016", "22.05/16"]
    assert [row["To check"] for row in said] == ["", "Date: a slip was put right"]


def test_only_columns_that_say_something_are_written():
    heads, *_ = cells(made("docx", an_entry(child_seen="yes")))

    wanted = ["No.", "Date", "Date as typed", "Agency", "Source of information"]
    assert heads == [*wanted, "Event", "Child seen"]
    of_one = made("docx", an_entry(), agency="Police")
    assert "Agency" not in cells(of_one)[0]
    assert "Agency: Police" in docx.Document(io.BytesIO(of_one)).paragraphs[1].text


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_file_says_who_made_it_and_the_same_entries_make_the_same_file(ending):
    first = made(ending, an_entry(), marking=MARKING)

    assert first == made(ending, an_entry(), marking=MARKING)
    if ending == "xlsx":
        assert "<dc:creator></dc:creator>" in inside(first)
        assert "XlsxWriter" not in inside(first)


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv", "html", "json"])
def test_of_a_restricted_entry_only_a_mark_stands_in_a_copy(ending):
    kept = an_entry(
        source="Zircon ledger",
        event="She lives at Zircon House",
        restricted="safe_address",
        comment="zircon",
        time_words="zircon",
        present=("Zircon",),
        other=(("Zircon", "zircon"),),
    )

    closed, opened = (made(ending, kept, restricted=so) for so in (False, True))

    assert "zircon" not in inside(closed).lower()
    assert "A restricted entry stands here" in inside(closed)
    assert "Zircon House" in inside(opened)


def test_a_page_escapes_what_was_typed_and_each_entry_can_be_pointed_at():
    said = made("html", an_entry(event="<script>x</script>\n& so")).decode()

    assert "&lt;script&gt;x&lt;/script&gt;<br>&amp; so" in said
    assert 'id="entry-1"' in said
    assert "<script" not in said


def test_words_never_become_formulas_or_links():
    words = ('=HYPERLINK("http://x.example")', "http://x.example", "+1", "@x", "0123")
    entries = [an_entry(n, event=each) for n, each in enumerate(words)]

    book = inside(made("xlsx", *entries))
    text = made("csv", *entries).decode("utf-8-sig")

    assert "<f>" not in book
    assert "<hyperlink" not in book
    for each in words:
        assert guarded(each).replace('"', '""') in text


def test_a_sheet_stays_on_its_headings_and_has_days_to_sort_by():
    sheet = inside(made("xlsx", an_entry(), about=("All entries.",)))

    assert 'topLeftCell="C4"' in sheet
    assert "<v>42512</v>" in sheet  # 22 May 2016
    assert "d mmmm yyyy" in sheet


def test_a_pdf_is_accessible_whatever_was_typed():
    hard = an_entry(event="W" * 400 + " \u202eאב \U0001f600 =1", comment="x\ny")

    report = page.validate_pdf_bytes(
        made("pdf", hard, an_entry(), marking=MARKING), profile="ua1"
    )

    assert report.is_compliant, [f.message for f in report.failures]


def test_a_pdf_of_more_than_the_typesetter_can_hold_is_refused_with_what_to_take():
    with pytest.raises(Refused, match="take the Word document"):
        made("pdf", *[an_entry()] * (MOST_ENTRIES + 1))


def test_json_is_what_reading_a_chronology_gives():
    late = an_entry(2, on="June 2016", seen_alone="yes", present=("A", "B"))
    said = json.loads(made("json", late, an_entry(1)))

    assert said["kind"] == "chronology"
    assert said["sorted_order"] == [2, 1]
    assert said["entries"][0]["date"]["iso"] == "2016-06"
    assert said["entries"][0]["number"] == "1"
    assert said["entries"][0]["present"] == ["A", "B"]
    assert said["columns"][:3] == ["n", "date", "agency"]


def test_a_day_of_an_american_table_is_a_day_in_every_copy():
    american = replace(an_entry(), date=replace(an_entry().date, words="05/22/2016"))

    assert "<v>42512</v>" in inside(made("xlsx", american))
    assert american.date.day == date(2016, 5, 22)


def test_a_heading_of_an_agency_is_as_legible_as_its_words():
    odd = Entry(n=1, other=(("No\x07te", "a\x07b"),))
    laid = laid_out([("1", odd)], Copy(title="Chronology"))
    assert laid.headings[-1].replace("No", "a").replace("te", "b") == laid.rows[0][-1]
    assert "\x07" not in laid.headings[-1]
