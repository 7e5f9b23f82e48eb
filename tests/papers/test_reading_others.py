"""OpenDocument, PDF, text and tables in text."""

import io
from contextlib import suppress

import pytest
from pypdf import PdfWriter

from heed.papers.blocks import Heading, ListBlock, Note, Table, plain_text
from heed.papers.forms import read_referral
from heed.papers.limits import Kind
from heed.papers.reading import read_blocks
from heed.papers.refusals import Reason, Refused
from tests.papers.factories_in import an_odt

# OpenDocument


def odt(body: str, **more):
    return read_blocks(an_odt(body, **more), "paper.odt")


def test_an_open_document_is_read_in_order():
    document = odt(
        '<text:h text:outline-level="2">Home</text:h>'
        "<text:p>He was<text:s/>seen.<text:line-break/>Twice.</text:p>"
        "<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>"
    ).document

    assert [type(block) for block in document.blocks[:1]] == [Heading]
    assert isinstance(document.blocks[2], ListBlock)
    assert plain_text(document).text == "Home\n\nHe was seen.\nTwice.\n\nOne"


def test_a_table_of_an_open_document_keeps_its_spans():
    table = odt(
        "<table:table><table:table-header-rows><table:table-row><table:table-cell>"
        "<text:p>Name</text:p></table:table-cell></table:table-row>"
        "</table:table-header-rows><table:table-row>"
        '<table:table-cell table:number-columns-spanned="2"><text:p>Leo</text:p>'
        "</table:table-cell><table:covered-table-cell/></table:table-row></table:table>"
    ).document.blocks[0]

    assert isinstance(table, Table)
    assert table.header[0][0].text == "Name"
    assert table.rows[0][0].column_span == 2


def test_what_an_open_document_hides_is_reported():
    hiding = (
        '<style:style style:name="H"><style:text-properties text:display="none"/>'
        "</style:style>"
    )
    reading = odt(
        "<text:tracked-changes><text:changed-region><text:deletion>"
        "<office:change-info><dc:creator>Jo</dc:creator></office:change-info>"
        "<text:p>hit</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes>"
        '<text:p>Seen.<text:span text:style-name="H">Leo</text:span>'
        "<office:annotation><dc:creator>Jo</dc:creator><text:p>Who?</text:p>"
        "</office:annotation></text:p>",
        auto=hiding,
        meta="<office:meta><dc:creator>Jo Fell</dc:creator></office:meta>",
    )

    assert plain_text(reading.document).text == "Seen."
    hidden = reading.hidden
    assert (hidden.tracked_deletions[0].text, hidden.tracked_deletions[0].author) == (
        "hit",
        "Jo",
    )
    assert hidden.comments[0].text == "Who?"
    assert hidden.hidden_text[0].text == "Leo"
    assert hidden.metadata["creator"] == "Jo Fell"


def test_notes_and_controls_of_an_open_document():
    document = odt(
        '<text:p>Seen<text:note text:note-class="footnote"><text:note-citation>1'
        "</text:note-citation><text:note-body><text:p>By the GP.</text:p>"
        "</text:note-body></text:note>"
        '<loext:content-control loext:checkbox="true" loext:checked="true" '
        'loext:alias="Yes">☐</loext:content-control></text:p>'
    ).document

    assert isinstance(document.blocks[-1], Note)
    assert document.fields[0].checked is True
    assert plain_text(document).text == "Seen1☒\n\nBy the GP."


def test_an_open_document_without_text_is_refused():
    with pytest.raises(Refused):
        read_blocks(an_odt("").replace(b"content.xml", b"kontent.xml"), "paper.odt")


# PDF


def a_pdf(*lines: str, more: str = "", trailer: str = "") -> bytes:
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET"
    page = f"/Resources << /Font << /F1 5 0 R >> >> {more}"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R {page} >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Author (Jo Fell) >>",
    ]
    made, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    made += f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R {trailer} >>\n"
    return f"{made}startxref\n{start}\n%%EOF".encode("latin-1")


def test_the_text_layer_of_a_pdf_is_read():
    reading = read_blocks(a_pdf("Name of referrer Ann", "Seen."), "form.pdf")

    assert reading.kind is Kind.PDF
    said = plain_text(reading.document).text
    assert " ".join(said.split()) == "Name of referrer Ann Seen."
    assert reading.hidden.metadata["Author"] == "Jo Fell"


def test_a_form_whose_tables_were_lost_is_read_by_its_lines():
    data = a_pdf(
        "Name of referrer Ann Lark",
        "Referring agency Quillshire School",
        "Name of child Leo Fernwood",
        "Date of birth 3/4/2019",
    )
    referral = read_referral(read_blocks(data, "form.pdf"))

    assert referral["referrer"]["name"] == "Ann Lark"
    assert referral["children"][0]["family"] == "Fernwood"
    assert referral["children"][0]["dob"]["iso"] == "2019-04-03"


def test_comments_and_links_of_a_pdf_are_reported():
    annotations = (
        "/Annots [<< /Subtype /Text /Contents (Is this Leo?) /T (Jo) >> "
        "<< /Subtype /Link /A << /S /URI /URI (https://a.example) >> >>]"
    )
    hidden = read_blocks(a_pdf("Seen.", more=annotations), "form.pdf").hidden

    assert hidden.comments[0].text == "Is this Leo?"
    assert hidden.external_links == ("https://a.example",)


def test_a_pdf_of_pictures_asks_for_the_text():
    with pytest.raises(Refused, match="type the text") as refused:
        read_blocks(a_pdf(), "scan.pdf")
    assert refused.value.reason is Reason.NO_TEXT


@pytest.mark.parametrize("cut", [20, 200, 600])
def test_a_pdf_that_was_cut_short_is_read_or_refused(cut):
    whole = a_pdf("Seen.")
    with suppress(Refused):
        read_blocks(whole[:cut], "form.pdf")


def test_a_pdf_with_a_password_is_refused():
    writer = PdfWriter(clone_from=io.BytesIO(a_pdf("Seen.")))
    writer.encrypt("secret", algorithm="AES-256")
    stream = io.BytesIO()
    writer.write(stream)

    with pytest.raises(Refused) as refused:
        read_blocks(stream.getvalue(), "form.pdf")
    assert refused.value.reason is Reason.ENCRYPTED


# Text


def test_a_text_file_keeps_its_own_text_to_the_letter():
    text = "  Name: Ann\r\n\r\n\r\nWhat happened:\r\nA baby was hurt.  \r\n"
    document = read_blocks(text.encode(), "note.txt").document
    plain = plain_text(document)

    assert plain.text == text
    assert [plain.text[s.start : s.end] for s in plain.spans] == [
        "Name: Ann",
        "What happened:\r\nA baby was hurt.",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_file_is_read_in_the_encodings_that_people_have(encoding):
    data = "Siobhán – seen".encode(encoding)

    assert plain_text(read_blocks(data, "note.txt").document).text == "Siobhán – seen"


def test_a_referral_typed_as_text_is_read_by_its_labels():
    text = (
        "Referred by: Sue Penn, neighbour\nTel: 01632 960555\n"
        "Child's name: Baby boy Rowan\nDate of birth: not known\n\n"
        "What happened:\nThe baby was thin.\nI told the health visitor.\n\n"
        "Is any child at risk now? Not sure\n"
    )
    referral = read_referral(read_blocks(text.encode(), "note.txt"))

    assert referral["referrer"]["name"] == "Sue Penn"
    assert referral["referrer"]["capacity"] == "public"
    assert referral["children"][0]["sex"] == "male"
    assert referral["circumstances"].splitlines()[-1] == "I told the health visitor."
    assert referral["immediate_safety"]["open_risk"] is None


def test_a_table_in_text_has_its_header():
    table = read_blocks(b"Date\tEvent\n1/5/16\tSeen\n\n", "list.csv").document.blocks[0]

    assert [each.text for each in table.header[0]] == ["Date", "Event"]
    assert len(table.rows) == 1
