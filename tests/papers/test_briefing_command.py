"""`heed briefing`: what it writes, what it says, and how it refuses."""

import io
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from heed.papers.blocks import document, heading, listing, paragraph, table
from heed.papers.briefing import BOX_WORDS
from heed.papers.briefing_command import main
from heed.papers.briefing_proposal import proposed, still_to_write
from heed.papers.write_docx import write_docx

YAML = """
title: Safer sleep
boxes:
  - {heading: Background, body: Babies sleep safest on their backs.}
  - {heading: What to do, body: Ask where the baby sleeps. Look.}
"""
REPORT = document(
    heading(1, "Goldcrest: a local child safeguarding practice review"),
    heading(2, "1. Introduction"),
    paragraph("Goldcrest was ten weeks old. She had a brother."),
    heading(2, "2. What happened"),
    paragraph("The midwife visited twice."),
    heading(3, "2.1 The incident"),
    paragraph("On a winter day she was found."),
    heading(2, "3. Findings"),
    paragraph("Nobody asked who lived there. " * 30),
    heading(2, "4. Data"),
    table([["1", "2"]]),
    heading(2, "5. Recommendations"),
    listing("Ask every time.", "Write down the answer."),
)


@pytest.fixture
def yaml(tmp_path):
    path = tmp_path / "briefing.yaml"
    path.write_text(YAML, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("ending", "start"),
    [
        (".html", b"<!DOCTYPE html>"),
        (".docx", b"PK"),
        (".pdf", b"%PDF-"),
        (".txt", b"Safer sleep\n==="),
    ],
)
def test_it_writes_each_form_and_says_words_and_time(
    yaml, tmp_path, ending, start, capsys
):
    out = tmp_path / f"out{ending}"

    assert main([str(yaml), "--out", str(out)]) == 0

    assert out.read_bytes().startswith(start)
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "1. Background: 7 words, 2 seconds",
        "2. What to do: 9 words, 3 seconds",
        "In all: 16 words, 5 seconds",
    ]
    assert said.err == ""


def test_a_report_becomes_a_draft_in_its_own_words(tmp_path, capsys):
    report = tmp_path / "report.docx"
    report.write_bytes(write_docx(REPORT))
    out = tmp_path / "draft.docx"

    assert main([str(report), "--out", str(out)]) == 0

    words = "\n".join(
        p.text for p in docx.Document(io.BytesIO(out.read_bytes())).paragraphs
    )
    assert "Goldcrest was ten weeks old." in words
    assert words.count("To be written") == 3
    assert "Taken from the report, section “Findings”" in capsys.readouterr().err


def test_a_character_that_the_pdf_cannot_show_is_told_with_its_place(tmp_path, capsys):
    source = tmp_path / "b.yaml"
    source.write_text("title: x\nboxes: [{heading: A 🦆, body: b}]", encoding="utf-8")

    assert main([str(source), "--out", str(tmp_path / "b.pdf")]) == 0

    assert "shows [duck] in place of U+1F986 in h2" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content", "out", "sentence"),
    [
        ("missing.yaml", None, "b.html", "cannot be opened"),
        ("b.yaml", b"title: [", "b.html", "not readable as YAML"),
        ("b.yaml", b"\xff\xfe", "b.html", "is not text"),
        ("b.yaml", YAML.encode(), "b.odt", "written as .html, .docx, .pdf, .txt"),
        ("b.yaml", YAML.encode(), "no/such/folder/b.html", "cannot be written"),
        ("b.docx", b"PK not a package", "b.html", "."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    tmp_path, name, content, out, sentence, capsys
):
    if content is not None:
        (tmp_path / name).write_bytes(content)

    assert main([str(tmp_path / name), "--out", str(tmp_path / out)]) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert sentence in said.err
    assert len(said.err.splitlines()) == 1


def test_it_reads_from_standard_input_without_configuration(tmp_path):
    out = tmp_path / "b.txt"
    code = (
        "import sys; from heed.papers.briefing_command import main; "
        f"status = main(['-', '--out', {str(out)!r}]); "
        "assert 'django' not in sys.modules; sys.exit(status)"
    )

    subprocess.run(
        [sys.executable, "-c", code],
        input=YAML.encode(),
        check=True,
        capture_output=True,
        cwd=Path(__file__).parents[2],
    )

    assert out.read_text(encoding="utf-8").startswith("Safer sleep")


# The draft itself


def test_each_box_takes_the_section_that_answers_to_it():
    draft = proposed(REPORT)

    bodies = {box.heading: box.body for box in draft.boxes}
    assert bodies["Background"] == "Goldcrest was ten weeks old. She had a brother."
    assert bodies["What happened"] == (
        "The midwife visited twice.\n\nOn a winter day she was found."
    )
    assert bodies["What to do differently"] == (
        "- Ask every time.\n- Write down the answer."
    )


def test_a_draft_holds_no_word_that_the_report_does_not_have():
    report = " ".join(block.text for block in REPORT.blocks if hasattr(block, "text"))
    items = " ".join(i.text for b in REPORT.blocks for i in getattr(b, "items", ()))

    for box in proposed(REPORT).boxes:
        assert set(box.body.replace("- ", "").split()) <= set(
            f"{report} {items}".split()
        )


def test_a_long_section_is_cut_between_sentences():
    found = next(b for b in proposed(REPORT).boxes if b.heading == "What we found")

    assert found.body.endswith("lived there.")
    assert BOX_WORDS - 5 <= len(found.body.split()) <= BOX_WORDS


def test_what_the_report_does_not_have_is_still_to_be_written():
    draft = proposed(REPORT)

    assert still_to_write(draft) == [
        "Good practice",
        "Learning",
        "Questions and next steps",
    ]
    empty = proposed(document(paragraph("No headings at all.")))
    assert len(still_to_write(empty)) == 7


def test_no_section_serves_two_boxes():
    report = document(
        heading(1, "Findings, learning and recommendations"),
        paragraph("All in one."),
        heading(1, "Learning"),
        paragraph("By itself."),
    )

    bodies = [box.body for box in proposed(report).boxes if box.body]
    assert bodies == ["All in one.", "By itself."]


def test_a_sentence_that_ends_in_a_quotation_keeps_its_mark():
    said = "She said “I was cold.” " * 20
    report = document(heading(1, "R"), heading(2, "Learning"), paragraph(said))

    body = proposed(report).boxes[4].body

    assert body.endswith("cold.”")
    assert body in said
