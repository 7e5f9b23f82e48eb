"""What a file is, and the limits it must keep before anything parses it."""

import io
import random
import struct
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.papers.limits import Kind, identify
from heed.papers.packages import MOST_RATIO, opened
from heed.papers.reading import read_blocks
from heed.papers.refusals import Reason, Refused
from tests.papers.factories_in import a_docx, a_zip, an_odt, an_ole

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


def reason(data: bytes, name: str = "form.docx", **limits: int) -> Reason:
    with pytest.raises(Refused) as refused:
        identify(data, name, **limits)
    assert refused.value.sentence.endswith(".")
    assert "Traceback" not in refused.value.sentence
    return refused.value.reason


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (a_docx("Words"), "form.docx", Kind.DOCX),
        (a_docx("Words"), "form.doc", Kind.DOCX),
        (a_docx("Words"), "", Kind.DOCX),
        (an_odt(""), "form.odt", Kind.ODT),
        (an_odt("", mimetype="spreadsheet"), "sheet.ods", Kind.ODS),
        (an_ole("WordDocument"), "form.doc", Kind.DOC),
        (b"{\\rtf1 Words}", "form.doc", Kind.RTF),
        (b"%PDF-1.7\n...", "form.pdf", Kind.PDF),
        (PNG, "page.png", Kind.PNG),
        (b"\xff\xd8\xff\xe0", "page.jpg", Kind.JPEG),
        (b"Name: Ann", "note.txt", Kind.TXT),
        (b"date,event\n", "list.csv", Kind.CSV),
        ("Née Ní Bhriain".encode("cp1252"), "note.txt", Kind.TXT),
        ("Name".encode("utf-16"), "note.txt", Kind.TXT),
        (b"From: a@b.example\nDate: x\nSubject: y\n\nz", "", Kind.EML),
        (b"From: Ann\nI refer this child.", "", Kind.TXT),
    ],
)
def test_a_file_is_what_its_structure_says(data, name, kind):
    assert identify(data, name) is kind


@pytest.mark.parametrize("data", [b"", b"\x00" * 100, b" \r\n"])
def test_an_empty_file_is_refused(data):
    assert reason(data) is Reason.EMPTY


def test_a_file_over_the_limit_is_refused_without_a_look():
    assert reason(b"x" * 2_000_000, most=1_000_000) is Reason.TOO_LARGE


def test_a_file_that_was_cut_short_is_refused():
    whole = a_docx("Words " * 100)

    assert reason(whole[: len(whole) // 2]) is Reason.DAMAGED


def test_a_zip_bomb_is_refused():
    assert reason(a_zip({"word/document.xml": b"0" * 30_000_000})) is (
        Reason.UNPACKS_TOO_LARGE
    )


def test_one_member_that_unpacks_too_far_is_enough():
    noise = random.Random(1).randbytes(400_000)
    bomb = a_zip({"noise.bin": noise, "word/document.xml": b"0" * 20_000_000})

    assert len(bomb) * MOST_RATIO > 20_000_000
    assert reason(bomb) is Reason.UNPACKS_TOO_LARGE


def test_a_package_of_too_many_parts_is_refused_before_its_directory_is_read():
    assert reason(a_zip({f"{n}.xml": "" for n in range(2_001)})) is (
        Reason.TOO_MANY_MEMBERS
    )


def test_a_directory_that_lies_about_its_members_is_refused():
    many = bytearray(a_zip({f"{n}.xml": "" for n in range(2_500)}))
    end = many.rfind(b"PK\x05\x06")
    many[end + 8 : end + 12] = struct.pack("<HH", 3, 3)

    assert reason(bytes(many)) in {Reason.DAMAGED, Reason.TOO_MANY_MEMBERS}


def test_parts_that_lie_over_one_another_are_refused():
    """F22: many names for the same bytes unfold a small file a thousandfold."""
    whole = bytearray(a_zip({"[Content_Types].xml": "x" * 900, "b.xml": "y" * 900}))
    second = whole.rfind(b"PK\x01\x02")
    whole[second + 42 : second + 46] = struct.pack("<I", 0)

    assert reason(bytes(whole)) is Reason.UNPACKS_TOO_LARGE


@pytest.mark.parametrize("wide", [50_000, 1_000_000])
def test_a_picture_of_too_many_dots_is_refused_unopened(wide):
    high = 41_000_000 // wide + 1
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", wide, high)

    assert reason(head + bytes(40), "page.png") is Reason.TOO_LARGE


def test_a_large_photograph_after_its_preview_is_measured():
    small = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 20, 20) + bytes(4)
    large = b"\xff\xc2\x00\x0b\x08" + struct.pack(">HH", 65_000, 65_000) + bytes(4)

    assert identify(b"\xff\xd8\xff\xe0\x00\x04xx" + small + bytes(9), "") is Kind.JPEG
    photo = b"\xff\xd8\xff\xe0\x00\x04xx" + small + large + bytes(9)
    assert reason(photo, "page.jpg") is Reason.TOO_LARGE


def test_a_zip_in_a_zip_is_refused():
    inner = a_zip({"more.txt": "x"})

    assert reason(a_docx("Words", more={"word/media/a.bin": inner})) is (
        Reason.ZIP_IN_ZIP
    )


def test_the_workbook_behind_a_chart_is_no_zip_in_a_zip():
    book = a_zip({"[Content_Types].xml": "x"})
    report = a_docx("A report", more={"word/embeddings/Sheet1.xlsx": book})

    assert identify(report, "report.docx") is Kind.DOCX
    assert read_blocks(report, "report.docx").hidden.embedded == (
        "word/embeddings/Sheet1.xlsx",
    )


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "..\\evil", "C:\\evil"])
def test_parts_that_point_outside_are_refused(name):
    assert reason(a_docx("Words", more={name: "x"})) is Reason.UNSAFE_NAMES


@pytest.mark.parametrize(
    "data",
    [
        a_docx("Words", more={"word/vbaProject.bin": "x"}),
        a_docx("Words", main="macro"),
        an_ole("WordDocument", "_VBA_PROJECT"),
        a_zip(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "Basic/Standard/Module1.xml": "x",
            }
        ),
    ],
)
def test_a_file_with_macros_is_refused_whatever_its_name(data):
    assert reason(data) is Reason.MACROS


def test_an_office_file_with_a_password_is_refused():
    with pytest.raises(Refused, match="password") as refused:
        identify(an_ole("EncryptionInfo", "EncryptedPackage"), "form.docx")
    assert refused.value.reason is Reason.ENCRYPTED


def test_an_open_document_with_a_password_is_refused():
    locked = a_zip(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest:encryption-data/>",
        }
    )

    assert reason(locked, "form.odt") is Reason.ENCRYPTED


def test_a_zip_with_a_password_is_refused():
    locked = bytearray(a_zip({"[Content_Types].xml": "x"}))
    locked[6] |= 1
    locked[locked.find(b"PK\x01\x02") + 8] |= 1

    assert reason(bytes(locked)) is Reason.ENCRYPTED


@pytest.mark.parametrize(
    "page",
    [
        b"<!DOCTYPE html><html><body>Form</body></html>",
        b"\xef\xbb\xbf  <html><body>Form</body></html>",
        b"<?xml version='1.0'?><html/>",
        "<html>".encode("utf-16"),
        b"MIME text, then <script>alert(1)</script>",
    ],
)
def test_a_web_page_named_as_a_word_file_is_refused(page):
    assert reason(page) is Reason.WEB_PAGE


def test_text_named_as_a_word_file_is_refused():
    assert reason(b"Name: Ann Lark") is Reason.NOT_WHAT_IT_SAYS


@pytest.mark.parametrize(
    "polyglot",
    [
        b"%PDF-1.4\n<html><script>alert(1)</script>",
        b"%PDF-1.4\nwords" + a_zip({"a.txt": "x"}),
        PNG + a_zip({"a.txt": "x"}),
    ],
)
def test_a_file_that_is_two_kinds_in_one_is_refused(polyglot):
    assert reason(polyglot, "form.pdf") is Reason.TWO_KINDS_IN_ONE


@pytest.mark.parametrize(
    "data",
    [
        a_zip({"a.txt": "x"}),
        a_zip({"mimetype": "application/epub+zip"}),
        a_docx("Words", main="presentation"),
        an_ole("Workbook"),
        an_ole("__substg1.0_0037001F"),
        b"MZ\x90\x00\x03\x00\x00\x00" * 50,
    ],
)
def test_any_other_kind_is_refused_with_what_to_send_instead(data):
    with pytest.raises(Refused, match=r"[Pp]lease") as refused:
        identify(data, "x")
    assert refused.value.reason is Reason.UNKNOWN_KIND


def test_a_picture_asks_for_what_it_shows():
    with pytest.raises(Refused, match="Please"):
        read_blocks(PNG, "page.png")


def test_entities_of_a_paper_are_never_resolved():
    laughs = (
        '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
        '<w:document xmlns:w="x">&b;</w:document>'
    )
    with pytest.raises(Refused):
        read_blocks(a_docx("x", more={"word/document.xml": laughs}), "form.docx")


@given(data=st.binary(max_size=400), name=st.sampled_from(["a.docx", "a.pdf", "a.eml"]))
def test_any_bytes_have_a_verdict(data, name):
    with suppress(Refused):
        assert identify(data, name) in Kind


@given(
    at=st.integers(min_value=0, max_value=5000),
    new=st.binary(min_size=1, max_size=8),
)
def test_a_word_file_with_some_bytes_changed_is_read_or_refused(at, new):
    whole = a_docx("A child was harmed.", "Name: Ann")
    at %= len(whole)
    with suppress(Refused):
        read_blocks(whole[:at] + new + whole[at + len(new) :], "form.docx")


@given(sizes=st.lists(st.integers(min_value=0, max_value=4_000_000), max_size=6))
def test_what_is_opened_never_unpacks_beyond_the_limit(sizes):
    data = a_zip({f"{n}.bin": b"\x00" * size for n, size in enumerate(sizes)})
    try:
        package = opened(data)
    except Refused:
        return
    unpacked = sum(len(package.read(name)) for name in package.names)
    assert unpacked <= MOST_RATIO * len(data)


def test_a_zip_without_compression_is_read_as_any_other():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert identify(stream.getvalue(), "form.odt") is Kind.ODT
