"""F24: files that pose as something else. What each is, is told from its structure; what
is two things at once, or would run, is kept aside with the reason."""

import base64
import io
import struct
import zipfile
from collections import Counter

import pytest

from heed.papers.active import (
    FETCHES_A_PART,
    FETCHES_TEMPLATE,
    HOLDS_CONTROLS,
    HOLDS_FILES,
    HOLDS_OBJECTS,
    RUNS_A_PROGRAM,
)
from heed.papers.limits import Kind, identify
from heed.papers.paper import read_paper
from heed.papers.reading import read_blocks
from heed.papers.refusals import Reason, Refused
from tests.papers.factories_in import (
    a_docx,
    a_workbook,
    a_zip,
    an_email,
    an_odt,
    an_ole,
    sheet_row,
)
from tests.papers.test_reading_others import a_pdf

SCRIPT = b"<html><body><script>alert(document.cookie)</script></body></html>"
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" * 40
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 20, 20) + bytes(2_000)
JPEG = b"\xff\xd8\xff\xc0\x00\x11\x08" + struct.pack(">HH", 20, 20) + bytes(2_000)
PDF = a_pdf("Seen at the weir.")
WORD = a_docx("Seen at the weir.")
MACROS = an_ole("VBA", "PROJECT")
OPEN_TEXT = "application/vnd.oasis.opendocument.text"


def with_comment(package: bytes, comment: bytes) -> bytes:
    """The same package, with words where only who made it looks."""
    made = io.BytesIO(package)
    with zipfile.ZipFile(made, "a") as opened:
        opened.comment = comment
    return made.getvalue()


def stored(name: str, content: bytes) -> bytes:
    """A package that begins with this part as it is."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as package:
        package.writestr(name, content)
        package.writestr("[Content_Types].xml", "wordprocessingml.document.main+xml")
    return made.getvalue()


def of_types(*types: str, **parts: bytes) -> bytes:
    """An Office file that says of its parts what it likes."""
    said = "".join(f'<Override ContentType="{kind}"/>' for kind in types)
    return a_zip({"[Content_Types].xml": f"<Types>{said}</Types>", **parts})


DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MHT = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    b"Content-Type: text/html\r\n\r\n" + SCRIPT + b"\r\n--x--\r\n"
)

# Two kinds of file in one.
TWO = {
    "page in a PDF": (PDF[:9] + SCRIPT + PDF[9:], "form.pdf"),
    "PDF that is a zip too": (PDF + a_zip({"a.txt": "x"}), "form.pdf"),
    "PDF that is a program archive too": (PDF + a_zip({"a.class": "x"}), "form.jar"),
    "zip that is a PDF too": (stored("a.pdf", PDF), "form.pdf"),
    "Word file that is a PDF too": (stored("a.bin", PDF), "form.docx"),
    "Word file with a PDF behind it": (WORD + PDF, "form.docx"),
    "Word file with a page behind it": (WORD + SCRIPT, "form.docx"),
    "page in the comment of a Word file": (with_comment(WORD, SCRIPT), "form.docx"),
    "PDF in the comment of a Word file": (with_comment(WORD, PDF[:400]), "form.docx"),
    "old Word file that is a zip too": (
        an_ole("WordDocument") + a_zip({"a.txt": "x"}),
        "form.doc",
    ),
    "page in a picture": (PNG[:40] + SCRIPT + PNG[40:], "page.png"),
    "page behind a picture": (PNG + SCRIPT, "page.png"),
    "program archive in a picture": (
        JPEG[:20] + b"<?php __HALT_COMPILER(); ?>" + JPEG[20:],
        "page.jpg",
    ),
    "program archive behind a picture": (
        JPEG + b"<?php __HALT_COMPILER(); ?>",
        "page.jpg",
    ),
    "picture that is a zip too": (JPEG + a_zip({"a.txt": "x"}), "page.jpg"),
    "picture that is a PDF too": (JPEG[:20] + PDF + JPEG[20:], "page.jpg"),
    "text that is a PDF too": (b"Dear all,\n" + PDF, "note.txt"),
    "email that is a PDF too": (
        b"From: a@b.example\nTo: c@d.example\nSubject: x\n\n" + PDF,
        "mail.eml",
    ),
}
# Pages and what a browser makes of them.
PAGES = {
    "page named as Word": (SCRIPT, "form.docx"),
    "page named as PDF": (SCRIPT, "form.pdf"),
    "page after five thousand blanks": (b" " * 5_000 + SCRIPT, "note.txt"),
    "page in two-byte letters": (SCRIPT.decode().encode("utf-16"), "form.doc"),
    "page in unmarked two-byte letters": (
        SCRIPT.decode().encode("utf-16-le"),
        "note.txt",
    ),
    "page with a PDF in it": (SCRIPT + PDF, "form.pdf"),
    "picture of lines with a script": (
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>',
        "page.svg",
    ),
    "picture of lines named as a picture": (
        b"<?xml version='1.0'?><svg onload='x()'/>",
        "page.png",
    ),
    "page that is a program": (b"<html><hta:application/></html>", "form.hta"),
    "whole web page": (MHT, "page.mht"),
    "whole web page named as Word": (MHT, "form.doc"),
    "Word file of 2003": (b"<?xml version='1.0'?><w:wordDocument/>", "form.doc"),
}
# Programs, and what starts them.
PROGRAMS = {
    "program named as Word": (PROGRAM, "form.doc"),
    "program named twice": (PROGRAM, "form.pdf.exe"),
    "program behind a dot and a blank": (PROGRAM, "form.exe. "),
    "program behind a word that turns around": (PROGRAM, "form\u202excod.exe"),
    "program that unpacks itself": (PROGRAM + a_zip({"a.exe": PROGRAM}), "form.exe"),
    "program of Linux": (b"\x7fELF\x02\x01\x01" + bytes(900), "form.docx"),
    "program of Java": (b"\xca\xfe\xba\xbe\x00\x00\x00\x34" + bytes(90), "form.pdf"),
    "archive of Java": (a_zip({"META-INF/MANIFEST.MF": "x", "A.class": "x"}), "f.docx"),
    "commands": (b"@echo off\r\ndel /s *.*\r\n", "form.pdf.bat"),
    "script": (b'WScript.CreateObject("x").Run("calc")', "form.js"),
    "link": (b"[InternetShortcut]\r\nURL=file://a.example/x\r\n", "form.url"),
    "link of Windows": (b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(90), "form.pdf.lnk"),
    "sheet in letters": (b"ID;PWXL;N;E\r\nC;Y1;X1;K0;EEXEC()\r\nE\r\n", "list.csv"),
    "question to the web": (b"WEB\r\n1\r\nhttps://a.example\r\n", "list.iqy"),
    "help file": (b"ITSF\x03\x00\x00\x00" + bytes(90), "form.pdf"),
    "disk": (bytes(100) + b"\x01CD001" + bytes(90), "form.pdf"),
    "packed by other programs": (b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(90), "f.docx"),
    "moving picture that is a script": (b"GIF89a\x01\x00=1;alert(1)//;", "page.jpg"),
    "slides": (an_ole("PowerPoint Document"), "form.doc"),
    "installer": (an_ole("\u4840\u3f3f\u4577\u446c", "!_Tables"), "form.doc"),
    "email of Outlook": (an_ole("__properties_version1.0"), "form.doc"),
}
# Macros, whatever they are called.
WITH_MACROS = {
    "Word file with macros": (a_docx("x", main="macro"), "form.docm"),
    "the same named as one without": (a_docx("x", main="macro"), "form.docx"),
    "macros under another name": (
        a_docx("x", more={"word/picture7.bin": MACROS}),
        "form.docx",
    ),
    "macros that only the list of parts names": (
        of_types(f"{DOCUMENT}.main+xml", "application/vnd.ms-office.vbaProject"),
        "form.docx",
    ),
    "macros of old Excel in a new workbook": (
        a_workbook(more={"xl/macrosheets/sheet1.xml": "<x/>"}),
        "list.xlsx",
    ),
    "the same by the list of parts": (
        of_types(f"{WORKBOOK}.main+xml", "application/vnd.ms-excel.macrosheet+xml"),
        "list.xlsx",
    ),
    "old Word file with macros": (an_ole("WordDocument", "_VBA_PROJECT"), "form.doc"),
    "OpenDocument file with macros": (
        a_zip({"mimetype": OPEN_TEXT, "Basic/Standard/Module1.xml": "x"}),
        "form.odt",
    ),
}
NOT_SO = {
    "text named as a picture": (b"Seen at the weir.", "page.gif"),
    "text named as Word": (b"Seen at the weir.", "form.docx"),
    "script of a shell named as PDF": (b"#!/bin/sh\nrm -rf /\n", "form.pdf"),
    "moving picture and script in letters": (b"GIF89a=1;alert(1)//", "page.gif"),
}
REFUSED = (
    [(name, Reason.TWO_KINDS_IN_ONE, each) for name, each in TWO.items()]
    + [(name, Reason.WEB_PAGE, each) for name, each in PAGES.items()]
    + [(name, Reason.UNKNOWN_KIND, each) for name, each in PROGRAMS.items()]
    + [(name, Reason.MACROS, each) for name, each in WITH_MACROS.items()]
    + [(name, Reason.NOT_WHAT_IT_SAYS, each) for name, each in NOT_SO.items()]
)

# What is taken in all the same: as what it is, whatever it is called; and what would act
# in it is told.
TAKEN = [
    ("Word file named as PDF", (WORD, "form.pdf"), Kind.DOCX, set()),
    ("PDF named as Word", (PDF, "form.docx"), Kind.PDF, set()),
    ("PDF named twice", (PDF, "form.exe.pdf"), Kind.PDF, set()),
    ("PDF behind a dot and a blank", (PDF, "form.pdf. "), Kind.PDF, set()),
    ("rich text named as Word", (b"{\\rtf1 Seen.}", "form.doc"), Kind.RTF, set()),
    (
        "object of another program",
        (a_docx("x", more={"word/embeddings/o1.bin": MACROS}), "form.docx"),
        Kind.DOCX,
        {HOLDS_OBJECTS},
    ),
    (
        "object in rich text",
        (b"{\\rtf1 Seen.{\\object\\objemb{\\*\\objdata d0cf11e0}}}", "form.doc"),
        Kind.RTF,
        {HOLDS_OBJECTS},
    ),
    (
        "control",
        (a_docx("x", more={"word/activeX/activeX1.bin": MACROS}), "form.docx"),
        Kind.DOCX,
        {HOLDS_CONTROLS},
    ),
    (
        "template from elsewhere",
        (a_docx("x", relations=[("attachedTemplate", "https://a.example/t")]), ""),
        Kind.DOCX,
        {FETCHES_TEMPLATE},
    ),
    (
        "template of rich text from elsewhere",
        (b"{\\rtf1 Seen.{\\*\\template https://a.example/t.dotm}}", "form.rtf"),
        Kind.RTF,
        {FETCHES_TEMPLATE},
    ),
    (
        "page from elsewhere in a Word file",
        (a_docx("x", relations=[("aFChunk", "https://a.example/x.mht")]), ""),
        Kind.DOCX,
        {FETCHES_A_PART},
    ),
    (
        "cell that runs a program",
        (
            a_workbook(sheet_row("<c r='A1'><f>cmd|' /C calc'!A0</f><v>1</v></c>")),
            "list.xlsx",
        ),
        Kind.XLSX,
        {RUNS_A_PROGRAM},
    ),
    (
        "other files in a PDF",
        (
            PDF.replace(b"/Catalog", b"/Catalog /Names << /EmbeddedFiles << >> >>"),
            "form.pdf",
        ),
        Kind.PDF,
        {HOLDS_FILES},
    ),
    (
        "section from elsewhere in an OpenDocument file",
        (
            an_odt(
                '<text:p>Seen.</text:p><text:section><text:section-source xmlns:xlink="y"'
                ' xlink:href="http://a.example/b"/></text:section>'
            ),
            "form.odt",
        ),
        Kind.ODT,
        {FETCHES_A_PART},
    ),
]


@pytest.mark.parametrize(
    ("reason", "file"),
    [each[1:] for each in REFUSED],
    ids=[each[0] for each in REFUSED],
)
def test_it_is_kept_aside_with_the_reason(reason, file):
    with pytest.raises(Refused) as refused:
        identify(*file)

    assert refused.value.reason is reason
    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize(
    ("file", "kind", "acts"),
    [each[1:] for each in TAKEN],
    ids=[each[0] for each in TAKEN],
)
def test_it_is_read_as_what_it_is_and_what_would_act_is_told(file, kind, acts):
    assert identify(*file) is kind
    assert set(read_blocks(*file).hidden.active) == acts


def test_a_page_that_a_word_file_carries_is_named_and_none_of_its_words_are_read():
    paper = a_docx(
        "Seen.",
        '<w:altChunk r:id="rId1"/>',
        relations=[("aFChunk", "afchunk.mht")],
        more={"word/afchunk.mht": MHT},
    )
    reading = read_blocks(paper, "form.docx")

    assert reading.hidden.embedded == ("word/afchunk.mht",)
    assert "alert" not in str(reading.document)


def test_a_file_that_poses_loses_no_message_that_brings_it():
    brought = [("form.docx", SCRIPT), ("invoice.pdf.exe", PROGRAM)]
    message = bytes(an_email("Name of child: Leo", attachments=brought))

    referral = read_paper(message, "mail.eml", "referral")

    refused = [each["refused"] for each in referral["attachments"]]
    assert len(refused) == 2
    assert "Leo" in str(referral)


def test_what_a_script_hides_in_letters_of_other_kinds_stays_text():
    hidden = base64.b64encode(SCRIPT)

    assert identify(b"Dear all,\n" + hidden, "note.txt") is Kind.TXT


def test_there_are_as_many_as_were_promised():
    assert len(REFUSED) + len(TAKEN) >= 60
    assert Counter(each[1] for each in REFUSED).keys() >= {
        Reason.TWO_KINDS_IN_ONE,
        Reason.WEB_PAGE,
        Reason.UNKNOWN_KIND,
        Reason.MACROS,
    }
