"""A paper as a Word document, opened by a program that is not ours and by our reader."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from heed.papers.blocks import (
    Cell,
    Figure,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Run,
    Table,
    document,
    heading,
    listing,
    paragraph,
    plain_text,
    table,
)
from heed.papers.read_docx import read_docx
from heed.papers.word_xml import W, named
from heed.papers.write_docx import write_docx
from tests.papers.writing_samples import a_jpeg, a_png, a_report, a_segment, exif


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def xml(data: bytes, name: str = "word/document.xml"):
    return etree.fromstring(parts(data)[name])


def test_headings_are_headings_and_no_level_is_left_out():
    levels = [
        (p.style.name, p.text)
        for p in opened(write_docx(a_report())).paragraphs
        if p.style.name.lower().startswith("heading")
    ]

    assert levels == [
        ("Heading 1", "Whimbrel: a local review"),
        ("Heading 2", "Who Whimbrel was"),
        ("Heading 3", "What his family told us"),
        ("Heading 2", "Findings"),
    ]


def test_the_head_of_a_table_repeats_and_no_row_is_torn():
    rows = list(xml(write_docx(a_report())).iter(named("tr")))

    assert [row.find(f".//{named('tblHeader')}") is not None for row in rows] == [
        True,
        *[False] * 4,
    ]
    assert all(row.find(f".//{named('cantSplit')}") is not None for row in rows)


def test_every_row_of_a_table_is_as_wide_as_the_table():
    tall = Cell((paragraph("down"),), row_span=2)
    wide = Cell((paragraph("across"),), column_span=5)
    paper = document(table([[tall, "a", "b"], ["c"], [wide], []], header=["x"]))

    made = opened(write_docx(paper)).tables[0]

    assert {len(row.cells) for row in made.rows} == {5}
    assert made.cell(2, 0).text == "down"


def test_the_language_is_set_once_for_all():
    styles = parts(write_docx(a_report()))["word/styles.xml"].decode()

    assert 'w:lang w:val="en-GB"' in styles
    welsh = parts(write_docx(document(paragraph("Bore da"), language="cy")))
    assert 'w:lang w:val="cy"' in welsh["word/styles.xml"].decode()


def test_a_picture_is_described_and_says_nothing_else():
    secret = b"J. Thistlemere"
    paper = replace(a_report(), images={"visits": a_png(60, 30, tEXt=secret)})

    made = write_docx(paper)

    about = xml(made).find(f".//{named('wp:docPr')}")
    assert about.get("descr") == "A line that falls"
    assert parts(made)["word/media/picture1.png"] == a_png(60, 30)


def test_a_photograph_that_lies_on_its_side_is_turned():
    photograph = a_jpeg(a_segment(0xE1, exif(6)))
    paper = document(Figure("Her garden", "p"))

    made = write_docx(replace(paper, images={"p": photograph}))

    assert xml(made).find(f".//{named('a:xfrm')}").get("rot") == str(90 * 60_000)
    assert b"Exif" not in parts(made)["word/media/picture1.jpeg"]


def test_it_names_no_author_no_program_and_no_time():
    made = write_docx(a_report())

    about = opened(made).core_properties
    assert (about.author, about.last_modified_by, about.created) == ("", "", None)
    assert (about.title, about.language) == ("Whimbrel: a local review", "en-GB")
    assert not [name for name in parts(made) if "app" in name or "custom" in name]
    assert b"rsid" not in parts(made)["word/document.xml"]
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert {i.date_time for i in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_paper_makes_the_same_bytes():
    assert write_docx(a_report()) == write_docx(a_report())


def test_the_marking_is_at_the_head_and_the_foot():
    section = opened(write_docx(a_report(), marking="OFFICIAL-SENSITIVE")).sections[0]

    assert section.header.paragraphs[0].text == "OFFICIAL-SENSITIVE"
    assert section.footer.paragraphs[-1].text == "OFFICIAL-SENSITIVE"
    plain = opened(write_docx(a_report())).sections[0]
    assert plain.header.paragraphs[0].text == ""


def test_sections_are_numbered_by_word_itself():
    made = xml(write_docx(a_report(), numbered=True))

    levels = [
        number.find(named("ilvl")).get(named("val"))
        for number in made.iter(named("numPr"))
        if number.find(named("numId")).get(named("val")) == "2"
    ]
    assert levels == ["0", "1", "0"]


def test_a_heading_can_begin_a_page():
    made = xml(write_docx(a_report(), new_pages=frozenset({"findings"})))

    assert len(list(made.iter(named("pageBreakBefore")))) == 1


def test_each_numbered_list_begins_at_one():
    paper = document(
        listing("a", ordered=True), paragraph("x"), listing("b", ordered=True)
    )

    made = write_docx(paper)

    used = [n.get(named("val")) for n in xml(made).iter(named("numId"))]
    assert len(set(used)) == 2
    numbering = xml(made, "word/numbering.xml")
    known = {n.get(named("numId")) for n in numbering.iter(named("num"))}
    assert set(used) <= known


def test_what_our_reader_reads_back_is_what_was_written():
    report = a_report()

    back = read_docx(write_docx(report)).document

    assert back.title == report.title
    kept = (Heading, ListBlock, Table)
    words = [plain_text(document(b)).text for b in report.blocks if isinstance(b, kept)]
    read = [plain_text(document(b)).text for b in back.blocks if isinstance(b, kept)]
    assert [w.removeprefix("Findings and who they are for\n") for w in words] == read
    first = next(b for b in back.blocks if isinstance(b, Paragraph))
    assert [(r.text, r.bold, r.italic, r.link) for r in first.runs if r.link][:1] == [
        ("1", False, False, "#footnote-1")
    ]
    assert next(b for b in back.blocks if isinstance(b, Note)).mark == "1"


def test_a_note_with_a_mark_of_its_own_keeps_it():
    note = Note((paragraph("Said by her aunt."),), mark="*", anchor="n")
    made = xml(write_docx(document(paragraph("Kind", Run("*", link="#n")), note)))

    reference = made.find(f".//{named('footnoteReference')}")
    assert reference.get(named("customMarkFollows")) == "1"
    assert reference.getnext().text == "*"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "#nowhere", "file:///x"])
def test_a_link_that_may_lead_nowhere_is_only_words(link):
    made = write_docx(document(paragraph(Run("here", link=link))))

    assert not list(xml(made).iter(named("hyperlink")))


def test_a_link_within_the_paper_finds_its_bookmark():
    made = xml(write_docx(a_report()))

    links = {a for h in made.iter(named("hyperlink")) if (a := h.get(named("anchor")))}
    marks = {b.get(named("name")) for b in made.iter(named("bookmarkStart"))}
    assert links == marks != set()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=20), min_size=1, max_size=6))
def test_no_words_ever_make_a_document_that_does_not_open(texts):
    paper = document(
        heading(1, texts[0]),
        *(paragraph(Run(text, bold=True)) for text in texts),
        listing(*texts),
        table([texts], caption=texts[0]),
        Figure(texts[0]),
        title=texts[0],
    )

    made = opened(write_docx(paper))

    assert len(made.paragraphs) >= len(texts)


def test_every_style_that_is_used_is_there():
    made = write_docx(a_report(), publisher="P", subtitle="S", marking="M")

    known = {s.get(f"{{{W}}}styleId") for s in xml(made, "word/styles.xml")}
    for name in ("document", "footnotes", "header", "footer"):
        part = xml(made, f"word/{name}.xml")
        for kind in ("pStyle", "rStyle", "tblStyle"):
            used = {e.get(named("val")) for e in part.iter(named(kind))}
            assert used <= known
