"""A paper as PDF/UA-1, judged by a validator that is not ours."""

import io
import struct
import zlib
from dataclasses import replace

import page
import pikepdf
import pypdf
import pytest

from heed.papers.blocks import (
    Figure,
    Note,
    Run,
    cell,
    document,
    heading,
    listing,
    paragraph,
    table,
)
from heed.papers.pdf_metadata import metadata_of
from heed.papers.write_pdf import write_pdf
from tests.papers.writing_samples import a_png, a_report


def failures(pdf: bytes) -> list[str]:
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    return [] if report.is_compliant else [f.message for f in report.failures]


def words(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(p.extract_text() for p in pages).split())


def test_a_report_with_everything_is_pdf_ua():
    pdf = write_pdf(
        a_report(),
        publisher="Quillshire",
        subtitle="Published 14 January 2026",
        marking="OFFICIAL-SENSITIVE",
        contents=True,
    )

    assert failures(pdf) == []


@pytest.mark.parametrize(
    "paper",
    [
        document(),
        document(paragraph("")),
        document(heading(3, "Only a deep heading")),
        document(heading(1, "One"), heading(1, "Another"), heading(6, "Deep")),
        document(table([])),
        document(table([["a", cell()], []], header=["", ""])),
        document(listing()),
        document(table([[cell(table([["inner"]], caption="In"), heading(2, "h"))]])),
        document(Figure("")),
        document(Note((table([["x"]]),), place="box"), Note((), place="footnote")),
        document(paragraph("x"), title="A title alone", language="cy"),
        document(paragraph("مرحبا"), title="عنوان", language="ar"),
        document(paragraph("x"), language="not a language"),
    ],
    ids=lambda paper: paper.title or type(next(iter(paper.blocks), None)).__name__,
)
def test_papers_at_the_edge_are_pdf_ua(paper):
    assert failures(write_pdf(paper)) == []


def test_the_words_stand_in_their_order():
    text = words(write_pdf(a_report(), publisher="Quillshire"))

    wanted = [
        "Quillshire",
        "Whimbrel: a local review",
        "ducks",
        "He was funny.",
        "Inner",
    ]
    wanted += [
        "Findings and who",
        "Nobody asked",
        "Ragged",
        "Picture: A drawing",
        "Ask who",
    ]
    places = [text.index(each) for each in wanted]
    assert places == sorted(places)


def test_words_that_look_like_the_markup_of_the_typesetter_stay_words():
    evil = (
        '#panic("no") *b* _i_ $x$ `r` @ref <l> = h // c \\ #include "/etc/passwd" ~ --'
    )

    text = words(write_pdf(document(heading(1, evil), paragraph(evil), listing(evil))))

    assert text.count(evil) == 4  # title, paragraph, item, and the foot of the page


def test_it_says_of_itself_its_title_its_language_and_nothing_else():
    said = metadata_of(write_pdf(a_report()))

    assert said == {
        "part": "1",
        "title": "Whimbrel: a local review",
        "language": "en-GB",
    }


def test_what_made_it_and_when_is_nowhere_in_the_file():
    pdf = write_pdf(a_report())

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(plain := io.BytesIO(), compress_streams=False)
        opened.save(
            plain,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
        assert "/Info" not in opened.trailer
    for telling in (b"ypst", b"pikepdf", b"CreationDate", b"ModDate", b"Producer"):
        assert telling not in plain.getvalue()


def test_the_same_paper_makes_the_same_bytes():
    assert write_pdf(a_report()) == write_pdf(a_report())
    assert write_pdf(a_report()) != write_pdf(document(paragraph("Another.")))


def test_a_title_with_signs_of_markup_is_told_as_it_is():
    paper = document(heading(1, 'A & B <c> "d"'), paragraph("x"))

    assert metadata_of(write_pdf(paper))["title"] == 'A & B <c> "d"'


def test_the_marking_and_the_number_stand_on_every_page():
    long = document(heading(1, "Long"), *(paragraph("word " * 300) for _ in range(5)))

    pages = pypdf.PdfReader(io.BytesIO(write_pdf(long, marking="OFFICIAL"))).pages

    assert len(pages) > 2
    for number, each in enumerate(pages, 1):
        assert each.extract_text().count("OFFICIAL") == 2
        assert f"Page {number} of {len(pages)}" in each.extract_text()


def test_the_head_of_a_table_is_on_every_page_it_runs_over():
    rows = [[str(n), "words " * 20] for n in range(60)]
    paper = document(heading(1, "T"), table(rows, header=["Number", "Words said"]))

    pages = pypdf.PdfReader(io.BytesIO(write_pdf(paper))).pages

    assert len(pages) > 1
    assert all("Words said" in each.extract_text() for each in pages)


def test_a_note_named_twice_is_printed_once():
    mark = Run("1", link="#n")
    note = Note((paragraph("Said once."), paragraph("And more.")), mark="1", anchor="n")

    pdf = write_pdf(document(paragraph("One", mark, " two", mark), note))

    assert words(pdf).count("Said once.") == 1
    assert failures(pdf) == []


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\ufeff", "\u202e", "\n", " "])
def test_words_that_cannot_be_seen_stop_nothing(unseen):
    paper = document(
        heading(1, unseen),
        paragraph(Run(unseen, link="https://example.org/")),
        listing(unseen),
        table([[unseen]], header=[unseen], caption=unseen),
        Figure(unseen),
        title=unseen,
    )

    assert failures(write_pdf(paper)) == []


def test_a_link_to_a_cell_or_to_nowhere_is_only_words():
    paper = document(
        table([["cell"]]),
        paragraph(Run("to a cell", link="#t1-r1-c1"), Run("to nowhere", link="#x")),
    )

    assert "to a cell" in words(write_pdf(paper))


def a_broken_png() -> bytes:
    """Its parts are in order, but its pixels are not."""
    good = a_png()
    pixels = b"not pixels"
    check = struct.pack(">I", zlib.crc32(b"IDAT" + pixels))
    chunk = struct.pack(">I", len(pixels)) + b"IDAT" + pixels + check
    return good[: good.index(b"IDAT") - 4] + chunk + good[-12:]


@pytest.mark.parametrize("picture", [b"", b"GIF89a", a_broken_png()])
def test_a_picture_that_cannot_be_shown_is_told_by_its_description(picture):
    paper = document(Figure("A falling line", "p", "Visits"))

    pdf = write_pdf(replace(paper, images={"p": picture}))

    assert "Picture: A falling line" in words(pdf)
    assert failures(pdf) == []


def test_a_picture_leaves_without_what_it_tells():
    secret = b"J. Thistlemere, 51.5N"
    paper = replace(a_report(), images={"visits": a_png(60, 30, tEXt=secret)})

    assert write_pdf(paper) == write_pdf(a_report())


def test_a_colour_is_six_digits():
    with pytest.raises(ValueError, match="#rrggbb"):
        write_pdf(document(paragraph("x")), accent='red") #panic("')
