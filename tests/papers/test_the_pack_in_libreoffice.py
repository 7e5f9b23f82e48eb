"""The submission opened by a program that is not ours: LibreOffice makes a PDF of the
Word file, and its headings, the header rows of its tables and its page numbers are
there."""

import io
import json
import subprocess

import pypdf
import pytest

from heed.papers.blocks import paragraph, table
from heed.papers.submission import FIRST_PAGE, RapidReviewPack, submission_docx
from heed.rulebook.contents import SUBMISSION

BOOKMARKS = {"ExportBookmarks": {"type": "boolean", "value": "true"}}
AS_PDF = f"pdf:writer_pdf_Export:{json.dumps(BOOKMARKS)}"
HEADER = ("Agency", "Asked", "Due", "State")


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> pypdf.PdfReader:
    """The one conversion of these tests."""
    folder = tmp_path_factory.mktemp("opened")
    asked = [(f"Agency {n}", "1 March", "9 March", "Nothing yet") for n in range(80)]
    sections = {part.slug: (paragraph("It was so."),) for part in SUBMISSION}
    sections |= {
        "agencies": (table(asked, header=HEADER),),
        "learning": (),
    }
    paper = folder / "pack.docx"
    pack = RapidReviewPack(
        partnership="Quillshire", reference="Q-26-007", sections=sections
    )
    paper.write_bytes(submission_docx(pack))
    home = f"-env:UserInstallation=file://{folder}/home"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", AS_PDF, paper.name],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=90,
    )
    return pypdf.PdfReader(io.BytesIO((folder / "pack.pdf").read_bytes()))


def words(opened: pypdf.PdfReader) -> list[str]:
    return [" ".join(each.extract_text().split()) for each in opened.pages]


def headings(outline) -> list[str]:
    titles = []
    for each in outline:
        titles += headings(each) if isinstance(each, list) else [each.title]
    return titles


def test_its_headings_are_headings_in_the_order_of_the_parts(opened):
    assert headings(opened.outline) == [
        "Rapid review Q-26-007",
        FIRST_PAGE,
        "Missing",
        *(part.title.replace("'", "’") for part in SUBMISSION),
    ]


def test_a_long_table_says_on_every_page_what_its_columns_are(opened):
    pages = [each for each in words(opened) if "Agency 7" in each or "Agency 1" in each]
    assert len(pages) > 1
    assert [" ".join(HEADER) in each for each in pages] == [True] * len(pages)


def test_every_page_says_which_of_how_many_it_is(opened):
    pages = words(opened)
    assert len(pages) > 2
    for number, each in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in each
        assert "OFFICIAL-SENSITIVE" in each


def test_page_one_holds_what_is_to_be_known_first_and_nothing_else(opened):
    first, second, *_ = words(opened)
    assert "Learning" in first
    assert "It was so." not in first
    assert "The notification" in second
