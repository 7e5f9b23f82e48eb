"""The Whimbrel draft: every planted leak is found with its class, and nothing else."""

from functools import cache

import pytest

from heed.deidentify import Tier, scan_paper
from heed.demo.quillshire.whimbrel import (
    BESIDE_THE_TEXT,
    FILE_NAME,
    leaks_in_the_text,
    the_draft,
)
from heed.demo.quillshire.whimbrel.draft import pieces, words_of_the_draft
from heed.papers.blocks import plain_text
from heed.papers.reading import read_blocks
from tests.deidentify.quillshire import a_person, a_register, confirmed, found

PLANTED = [*leaks_in_the_text(), *BESIDE_THE_TEXT]
LOOK_AT_IT = "picture shown"  # every picture is looked at by a person
EVERYDAY = ("May", "Grace", "Mark", "Hope", "Rose", "Will", "Victoria", "Warwick")


@cache
def the_reading():
    return read_blocks(the_draft(), FILE_NAME)


@cache
def the_findings():
    return tuple(scan_paper(the_reading(), a_register(), FILE_NAME))


def test_the_draft_is_of_the_length_and_the_make_of_a_report():
    made = pieces()
    sections = [p for p in made if p.kind == "heading" and p.text[0].isdigit()]
    assert len(sections) == 9
    assert sum(piece.kind == "table" for piece in made) == 2
    assert 5_500 < len(list(words_of_the_draft())) < 6_500
    assert {leak.number for leak in PLANTED} == set(range(1, 34))


@pytest.mark.parametrize(
    "leak",
    PLANTED,
    ids=[f"{leak.number} {leak.class_} {leak.part}" for leak in PLANTED],
)
def test_a_planted_leak_is_found_in_its_place(leak):
    places = {(f.class_, f.text, f.part) for f in the_findings()}
    assert (leak.class_, leak.words, leak.part) in places


def test_places_in_the_text_point_at_the_text_and_at_an_anchor():
    text = plain_text(the_reading().document).text
    in_text = [f for f in the_findings() if f.start is not None]
    assert len(in_text) > 25
    for finding in in_text:
        assert text[finding.start : finding.end] == finding.text
        assert finding.anchor


def test_the_name_from_before_the_adoption_is_critical():
    (finding,) = [f for f in the_findings() if f.class_ == "footnote"]
    assert finding.critical
    assert finding.holds == "name"


def test_the_real_name_is_replaced_by_the_pseudonym():
    assert {f.suggest for f in the_findings() if f.text == "Elspeth"} == {"Whimbrel"}


def test_three_sections_together_tell_one_child():
    (finding,) = [f for f in the_findings() if f.class_ == "combination"]
    assert "a rare condition" in finding.why
    assert "an exact age" in finding.why


def test_the_negative_controls_raise_nothing():
    """Not to the key of the case, nor to one with a May, a Grace and a Will in it."""
    clean = read_blocks(the_draft(leaks=False), "draft.docx")
    everyday = a_register(*(a_person(each) for each in EVERYDAY))
    text = plain_text(clean.document).text
    for each in ("in May", "May of", "may find", *EVERYDAY[1:], "Child A", "Climbié"):
        assert each in text
    for register in (a_register(), everyday):
        findings = scan_paper(clean, register, "draft.docx")
        assert found(f for f in findings if f.part != LOOK_AT_IT) == []


def test_the_draft_raises_nothing_but_what_was_planted():
    planted = {(leak.class_, leak.words) for leak in PLANTED}
    also = {("place", "Saltern Quay")}  # the town of the family's address
    others = (f for f in the_findings() if f.part != LOOK_AT_IT)
    assert set(found(others)) - planted <= also


def test_the_paper_is_the_same_in_a_file_of_plain_text():
    text = plain_text(the_reading().document).text
    plain = scan_paper(read_blocks(text.encode(), "draft.txt"), a_register())
    in_word = {(f.start, f.end) for f in confirmed(the_findings()) if f.start}
    assert in_word <= {(f.start, f.end) for f in plain}


def test_who_wrote_the_file_is_only_to_be_checked():
    tiers = {f.tier for f in the_findings() if f.class_ == "metadata"}
    assert tiers == {Tier.CHECK}
