"""F23: what a paper's XML asks for is not fetched, and what it unfolds to is not unfolded."""

import io
import socket
import time
import zipfile
from contextlib import suppress

import pytest

from heed.papers.blocks import plain_text
from heed.papers.reading import read_blocks
from heed.papers.refusals import Refused
from tests.papers.factories_in import a_docx, a_workbook, a_zip, an_odt, sheet_row

pytestmark = pytest.mark.real_server
WORDS = "Seen at the weir."
PAPERS = {
    "form.docx": (a_docx(WORDS), "word/document.xml"),
    "form.odt": (an_odt(f"<text:p>{WORDS}</text:p>"), "content.xml"),
    "list.xlsx": (
        a_workbook(
            sheet_row("<c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>0</v></c>"),
            texts=[WORDS],
        ),
        "xl/sharedStrings.xml",
    ),
}
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
# What is said before the first element, and in the place of the words.
ASKS = {
    "a file by name": ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "&a;"),
    "a page by name": ('<!DOCTYPE x [<!ENTITY a SYSTEM "{door}">]>', "&a;"),
    "a part of itself": (
        '<!DOCTYPE x [<!ENTITY % a SYSTEM "{door}"> %a; <!ENTITY b "x">]>',
        "&b;",
    ),
    "its grammar": ('<!DOCTYPE x SYSTEM "{door}">', WORDS),
    "its looks": ('<?xml-stylesheet type="text/xsl" href="{door}"?>', WORDS),
    "a file in its place": (
        "",
        "<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='/etc/passwd'/>",
    ),
    "to laugh a thousand million times": (
        f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>',
        "&l9;",
    ),
    "one name a thousand million times": (
        f'<!DOCTYPE x [<!ENTITY a "{"a" * 100_000}">]>',
        "&a;" * 10_000,
    ),
}


@pytest.fixture
def door():
    """A place of this machine that nobody is to come to."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        yield listening
        with pytest.raises(BlockingIOError):
            listening.accept()


def asking(paper: bytes, part: str, before: str, words: str, letters="utf-8") -> bytes:
    with zipfile.ZipFile(io.BytesIO(paper)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    said = members[part].decode().replace(WORDS, words)
    said = f'<?xml version="1.0" encoding="{letters}"?>{before}{said}'
    return a_zip(members | {part: said.encode(letters)})


@pytest.mark.parametrize("letters", ["utf-8", "utf-16"])
@pytest.mark.parametrize("asks", ASKS)
@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_gets_nothing_that_its_xml_asks_for(name, asks, letters, door):
    host, port = door.getsockname()
    before, words = ASKS[asks]
    before = before.replace("{door}", f"http://{host}:{port}/x")
    paper = asking(*PAPERS[name], before, words, letters)
    said, begun = "", time.process_time()

    with suppress(Refused):
        said = plain_text(read_blocks(paper, name).document).text

    assert time.process_time() - begun < 1
    assert "root:" not in said
    assert len(said) < 10_000
