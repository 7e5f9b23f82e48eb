"""The template for agencies: filled in, it is read back without a doubt."""

import io
import zipfile
from datetime import date, time

import docx
import pytest

from heed.papers.chronologies.reading import read
from heed.papers.chronologies.writing.laid import BY_NAME
from heed.papers.chronologies.writing.template import (
    EXPLAINED,
    USUAL,
    Asked,
    excel_template,
    word_template,
)
from heed.papers.forms.columns import columns

SAID = {
    "date": ("22/05/2016", "?June 2016"),
    "time": ("14:30", ""),
    "source": ("Case notes", "Log 12"),
    "child": ("Kestrel", ""),
    "event": ("Home visit", "Telephone call"),
    "outcome": ("Plan agreed", ""),
    "child_seen": ("Yes", "N/A"),
    "seen_alone": ("No", ""),
    "child_voice": ("“I am cold.”", ""),
    "present": ("Mother; Health Visitor 1", ""),
    "comment": ("Late", ""),
}
ASKED = Asked(
    partnership="Quillshire Safeguarding Children Partnership",
    send_to="the link in our letter",
    agency="Quillshire Hospitals",
    columns=tuple(EXPLAINED),
)


def in_word(asked):
    paper = docx.Document(io.BytesIO(word_template(asked)))
    table = paper.tables[0]
    for n in range(2):
        for cell, column in zip(table.rows[n + 1].cells, asked.wanted, strict=True):
            cell.text = SAID[column.name][n]
    out = io.BytesIO()
    paper.save(out)
    return read(out.getvalue(), "filled.docx")


def in_excel(asked):
    sheet = "xl/worksheets/sheet2.xml"
    with zipfile.ZipFile(io.BytesIO(excel_template(asked))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    rows = "".join(
        f'<row r="{n + 2}">'
        + "".join(
            f'<c r="{chr(65 + at)}{n + 2}" t="inlineStr"><is><t>'
            f"{SAID[column.name][n]}</t></is></c>"
            for at, column in enumerate(asked.wanted)
        )
        + "</row>"
        for n in range(2)
    )
    text = parts[sheet].decode().replace("</sheetData>", f"{rows}</sheetData>")
    parts[sheet] = text.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return read(out.getvalue(), "filled.xlsx")


@pytest.mark.parametrize("filled", [in_word, in_excel])
def test_filled_in_it_is_read_back_as_it_was_meant(filled):
    found = filled(ASKED)

    first, second = found.entries
    assert found.agency == first.agency == "Quillshire Hospitals"
    assert (first.date.day, first.time) == (date(2016, 5, 22), time(14, 30))
    assert (first.source, first.event) == ("Case notes", "Home visit")
    assert (first.outcome, first.comment) == ("Plan agreed", "Late")
    assert (first.child_seen, first.seen_alone) == ("yes", "no")
    assert (first.child, first.child_voice) == ("Kestrel", "“I am cold.”")
    assert first.present == ("Mother", "Health Visitor 1")
    assert (second.date.iso, second.date.doubt) == ("2016-06", "uncertain")
    assert second.child_seen == "not_applicable"
    assert first.other == second.other == ()


def test_every_column_is_explained_and_known_to_our_reader():
    assert {*USUAL} <= {*EXPLAINED}
    headings = [BY_NAME[name].heading for name in EXPLAINED]
    assert columns(headings) == [*EXPLAINED]


def test_a_date_a_source_and_an_event_are_asked_of_everybody():
    asked = Asked(partnership="Q", send_to="us", columns=("comment",))

    assert [c.name for c in asked.wanted] == ["date", "source", "event", "comment"]
    said = "\n".join(
        p.text for p in docx.Document(io.BytesIO(word_template(asked))).paragraphs
    )
    assert "Must be filled in" in said
    assert "Send it to: us" in said
    assert "Agency:" not in said


def test_there_is_nothing_but_words_in_it():
    for made in (word_template(ASKED), excel_template(ASKED)):
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            names = " ".join(package.namelist()).lower()
        assert "vba" not in names
        assert "activex" not in names
