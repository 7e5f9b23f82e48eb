"""PG6: a name in any place of a Word file, a PDF or a workbook is found, or the place is
named as unread."""

import pytest

from heed.deidentify import open_findings, scan_paper
from heed.papers.blocks import plain_text
from heed.papers.reading import read_blocks
from tests.deidentify import planted_elsewhere as elsewhere
from tests.deidentify import planted_pdf as pdf
from tests.deidentify import planted_word as word
from tests.deidentify import planted_workbook as workbook
from tests.deidentify.quillshire import a_register

REGISTER = a_register()


def open_in(data, name="report.docx"):
    return open_findings(scan_paper(read_blocks(data, name), REGISTER), [])


@pytest.mark.parametrize("place", word.TEXT)
def test_a_name_in_the_text_is_found_however_it_is_cut(place):
    assert word.NAME in {each.text for each in open_in(word.TEXT[place])}


@pytest.mark.parametrize("place", word.HIDDEN)
def test_a_name_that_does_not_show_is_found(place):
    found = [each for each in open_in(word.HIDDEN[place]) if each.text == word.NAME]
    assert {each.class_ for each in found} & {"tracked_deletion", "hidden_text"}


@pytest.mark.parametrize("place", word.BESIDE)
def test_a_name_beside_the_text_is_found(place):
    assert any(word.NAME in each.text for each in open_in(word.BESIDE[place]))


@pytest.mark.parametrize("place", word.UNREAD)
def test_what_nobody_can_read_is_an_open_finding_that_names_it(place):
    found = open_in(word.UNREAD[place])
    assert any("could not be checked" in each.why for each in found)


@pytest.mark.parametrize("place", word.PICTURES)
def test_a_name_that_a_picture_tells_is_found(place):
    found = open_in(word.with_picture(*word.PICTURES[place]))
    assert any(word.NAME in each.text for each in found)


@pytest.mark.parametrize("place", pdf.PAINTED)
def test_a_name_that_no_page_of_a_pdf_shows_is_found(place):
    read = read_blocks(pdf.PAINTED[place], "report.pdf")
    assert [each.text for each in read.hidden.hidden_text] == [pdf.NAME]
    assert read.hidden.unread == ()


@pytest.mark.parametrize("place", pdf.BESIDE)
def test_a_name_beside_the_pages_of_a_pdf_is_found(place):
    found = open_in(pdf.a_pdf(change=pdf.BESIDE[place]), "report.pdf")
    assert any(pdf.NAME in each.text for each in found)


@pytest.mark.parametrize("place", pdf.UNREAD)
def test_what_nobody_can_read_of_a_pdf_is_named(place):
    found = open_in(pdf.UNREAD[place], "report.pdf")
    assert any("could not be checked" in each.why for each in found)


def test_what_a_pdf_said_before_it_was_changed_is_found():
    read = read_blocks(pdf.changed_later(), "report.pdf")
    assert pdf.NAME not in plain_text(read.document).text
    assert pdf.NAME in {each.text for each in open_in(pdf.changed_later(), "a.pdf")}


@pytest.mark.parametrize(
    "seen",
    [
        pdf.HID,
        f"0 0 .5 rg 60 590 200 30 re f 1 g {pdf.HID}",
        f"60 590 200 1 re f {pdf.HID} 0 g 60 620 200 30 re f",
        f"{pdf.HID} 60 590 200 30 re S",
        f"{pdf.HID} 50 580 220 50 re 60 590 200 30 re f*",
    ],
)
def test_words_of_a_pdf_that_are_seen_are_not_called_hidden(seen):
    hidden = read_blocks(pdf.a_pdf(seen), "report.pdf").hidden
    assert hidden.hidden_text == hidden.unread == ()


@pytest.mark.parametrize("place", workbook.KINDS)
def test_a_name_in_any_place_of_a_workbook_is_found(place):
    found = open_in(workbook.KINDS[place], "table.xlsx")
    assert any(workbook.NAME in each.text for each in found)


def test_a_part_of_a_workbook_that_nobody_knows_is_named():
    (found,) = open_in(workbook.UNKNOWN, "table.xlsx")
    assert "xl/model/item.data" in found.part


@pytest.mark.parametrize("place", elsewhere.ODT)
def test_a_name_in_any_place_of_an_open_document_is_found(place):
    found = open_in(elsewhere.ODT[place], "report.odt")
    assert any(elsewhere.NAME in each.text for each in found)


@pytest.mark.parametrize("place", elsewhere.RTF)
def test_a_name_in_any_place_of_a_rich_text_is_found(place):
    found = open_in(elsewhere.RTF[place].encode(), "report.rtf")
    assert any(elsewhere.NAME in each.text for each in found)


def test_pictures_of_a_rich_text_are_unread():
    (found,) = open_in(elsewhere.RTF_PICTURE.encode(), "report.rtf")
    assert "pictures" in found.part


def test_a_plain_paper_with_none_of_it_is_clear():
    assert open_in(word.a_docx(word.SEEN)) == []
    assert open_in(pdf.a_pdf(), "report.pdf") == []
    assert open_in(workbook.a_book(), "table.xlsx") == []


@pytest.mark.parametrize(
    ("part", "data", "name"),
    [
        ("rest_of_package.labels_of", word.a_docx(word.SEEN), "a.docx"),
        ("read_docx.beside.unseen", word.a_docx(word.SEEN), "a.docx"),
        ("remains._unknown", elsewhere.RTF_PICTURE.encode(), "a.rtf"),
        ("remains.lines_of", elsewhere.an_odt_with("x.xml", "<x/>"), "a.odt"),
        ("pdf_hidden.sweep", pdf.a_pdf(), "a.pdf"),
        ("pdf_hidden.unseen", pdf.a_pdf(), "a.pdf"),
        ("pdf_hidden.earlier_versions", pdf.a_pdf(), "a.pdf"),
    ],
)
def test_an_error_in_what_is_left_over_stops_no_reading_and_is_told(
    part, data, name, monkeypatch
):
    def fails(*_):
        raise RuntimeError(word.NAME)

    monkeypatch.setattr(f"heed.papers.{part}", fails)

    read = read_blocks(data, name)
    assert plain_text(read.document).text
    assert read.hidden.unread
    assert word.NAME not in str(read.hidden.unread)


def test_there_are_more_than_forty_kinds():
    kinds = (word.TEXT, word.HIDDEN, word.BESIDE, word.UNREAD, word.PICTURES)
    assert sum(map(len, kinds)) > 40


def test_a_bitmap_and_a_font_that_hold_nothing_else_stop_nothing():
    assert open_in(word.with_part("word/media/b.bmp", word.a_bmp())) == []
    assert open_in(word.with_part("word/fonts/f.ttf", word.a_font("Noto"))) == []
