"""What cannot be read or checked is an open finding that names the part."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.deidentify import open_findings, paper, register_of, scan_paper, scan_text
from heed.papers.blocks import Document, Figure, document, heading, paragraph, table
from heed.papers.blocks import Run as RunOf
from heed.papers.hidden import Found, Hidden, Reading
from heed.papers.picture_metadata import told_by
from tests.deidentify.pictures import a_png
from tests.deidentify.quillshire import RECORDS, a_register, found
from tests.deidentify.whimbrel import with_coordinates

CLEAR = Reading(document(heading(1, "What we learnt"), paragraph("People listened.")))


def test_a_clear_paper_is_clear():
    assert scan_paper(CLEAR, a_register(), "report.docx") == []


def test_a_register_that_holds_nobody_is_an_open_finding():
    (finding,) = open_findings(scan_paper(CLEAR, register_of([])), [])
    assert finding.part == "register"


@pytest.mark.parametrize("broken", ["plain_text", "scan_text", "parts_of", "hits_in"])
def test_an_error_anywhere_is_an_open_finding_without_its_message(monkeypatch, broken):
    def fail(*_, **__):
        raise RuntimeError("Elspeth")

    monkeypatch.setattr(paper, broken, fail)
    comment = Hidden(comments=(Found("Well said."),))

    findings = open_findings(
        scan_paper(replace(CLEAR, hidden=comment), a_register()), []
    )

    assert findings
    assert all("RuntimeError" in f.why and "Elspeth" not in f.why for f in findings)
    assert all(f.id for f in findings)


def test_an_embedded_file_nobody_has_read_is_an_open_finding():
    reading = replace(CLEAR, hidden=Hidden(embedded=("word/embeddings/sheet.xlsx",)))
    (finding,) = open_findings(scan_paper(reading, a_register()), [])
    assert finding.part == "embedded file word/embeddings/sheet.xlsx"


def a_paper_with_picture(data):
    made = document(Figure("A boat", image="a.png"))
    return Reading(replace(made, images=MappingProxyType({"a.png": data})))


def test_a_broken_picture_is_an_open_finding():
    (finding,) = open_findings(
        scan_paper(a_paper_with_picture(with_coordinates()[:30]), a_register()), []
    )
    assert (finding.class_, finding.anchor) == ("exif", "figure1")


def test_a_picture_that_says_where_it_was_taken_is_an_open_finding():
    findings = scan_paper(a_paper_with_picture(with_coordinates()), a_register())
    assert [f.class_ for f in open_findings(findings, [])] == ["exif"]


def test_each_picture_that_is_shown_is_put_before_a_person_once():
    shown = document(Figure("A boat", image="a.png"), Figure("A boat", image="a.png"))
    for picture in ({}, {"a.png": a_png()}):
        reading = Reading(replace(shown, images=MappingProxyType(picture)))
        (finding,) = scan_paper(reading, a_register())
        assert "a face, a place or words" in finding.why
        assert finding.anchor.startswith("figure")
        assert not finding.is_confirmed


def test_a_picture_of_nothing_but_pixels_tells_nothing():
    plain = with_coordinates()
    start = plain.index(b"\xff\xe1")
    length = int.from_bytes(plain[start + 2 : start + 4], "big")
    assert not told_by(plain[:start] + plain[start + 2 + length :]).said


@pytest.mark.parametrize(
    ("hidden", "class_"),
    [
        (Hidden(tracked_deletions=(Found("It was Elspeth."),)), "tracked_deletion"),
        (Hidden(comments=(Found("It was Elspeth."),)), "comment"),
        (Hidden(hidden_text=(Found("It was Elspeth."),)), "hidden_text"),
        (Hidden(metadata={"subject": "elspeth"}), "metadata"),
        (Hidden(external_links=("https://x.example/ElspethWray",)), "link_target"),
        (Hidden(comments=(Found("Hm.", author="Zephan Quennerstedt"),)), "metadata"),
    ],
)
def test_a_name_in_a_hidden_part_is_confirmed_and_bears_its_class(hidden, class_):
    findings = scan_paper(replace(CLEAR, hidden=hidden), a_register())
    assert class_ in {finding.class_ for finding in open_findings(findings, [])}
    assert all(f.start is None for f in findings)


def test_a_hidden_part_without_a_name_is_still_worth_a_look():
    hidden = Hidden(comments=(Found("Nicely put."),))
    (finding,) = scan_paper(replace(CLEAR, hidden=hidden), a_register())
    assert (finding.class_, finding.text) == ("comment", "Nicely put.")
    assert not finding.is_confirmed


@pytest.mark.parametrize(
    "name",
    [
        "Elspeth.docx",
        "LCSPR_marchwinter.pdf",
        "elspethmarchwinter.docx",
        "MarchwinterReport.docx",
        "e%6Cspeth.docx",
        "marchwimter.docx",
        "9991234560.docx",
    ],
)
def test_a_file_is_not_named_after_anybody(name):
    findings = open_findings(scan_paper(CLEAR, a_register(), name), [])
    assert [finding.class_ for finding in findings] == ["file_name"]


def test_an_everyday_name_in_a_file_name_is_worth_a_look():
    register = register_of([{"role": "Child", "kind": "name", "value": "Grace"}])
    (finding,) = scan_paper(CLEAR, register, "report_grace.docx")
    assert finding.class_ == "file_name"


def test_headers_links_and_cells_know_their_anchor():
    made = replace(
        document(
            table([["Agency", "Marchwinter"]]),
            paragraph(RunOf("news", link="https://x.example/elspeth")),
        ),
        margins=(paragraph("Sunniva").__class__((RunOf("Sunniva"),), "margin-p1"),),
    )
    findings = scan_paper(Reading(made), a_register())
    places = {(f.class_, f.anchor) for f in findings}
    assert ("header_footer", "margin-p1") in places
    assert ("link_target", "p1") in places
    assert ("name", "t1-r1-c2-p1") in places


def test_a_form_field_that_is_not_in_the_text_is_read_too():
    from heed.papers.blocks import FormField

    made = Document((), fields=(FormField("f1", "Name", "Elspeth Wray"),))
    assert found(scan_paper(Reading(made), a_register())) == [
        ("hidden_text", "Elspeth Wray")
    ]


@given(st.text(), st.text(min_size=1), st.sampled_from([r["kind"] for r in RECORDS]))
def test_no_text_and_no_register_make_it_stumble(text, value, kind):
    register = register_of([{"role": "Child", "kind": kind, "value": value}])
    for finding in scan_text(f"{text} {value}", register):
        assert f"{text} {value}"[finding.start : finding.end] == finding.text
