"""The Whimbrel draft: every planted leak is found with its class, and nothing else."""

from functools import cache

import pytest

from heed.deidentify import Tier, scan_paper
from heed.papers.blocks import plain_text
from heed.papers.reading import read_blocks
from tests.deidentify.quillshire import a_person, a_register, confirmed, found
from tests.deidentify.whimbrel import FILE_NAME, LEAKS, ORDINARY, the_draft

# The thirty-two leaks of the draft, one line each: number, class, words, and the part.
PLANTED = [
    ("1 first name", "name", "Elspeth", "body"),
    ("2 possessive", "name", "Elspeth", "body"),
    ("3 over a line", "name", "Els-\npeth", "body"),
    ("4 surname in a table", "name", "Marchwinter-Wray", "body"),
    ("5 nickname", "alias", "Peepo", "body"),
    ("6 misspelt", "fuzzy_name", "Marchwimter", "body"),
    ("7 initials", "initials", "E.M-W.", "body"),
    ("8 old name in a footnote", "footnote", "Rowena Ashgrove", "footnote"),
    ("9 date of birth", "dob", "12 March 2011", "body"),
    ("10 date of the incident", "date", "4 September 2025", "body"),
    ("11 birthday", "date", "fourteenth birthday", "body"),
    ("12 street", "address", "Lanternfold Row", "body"),
    ("13 postcode", "postcode", "ZZ99 4AB", "body"),
    ("14 school", "school", "Farrowdene High School", "body"),
    ("15 ward", "place", "Puffin Ward", "body"),
    ("16 NHS number", "identifier", "999 123 4560", "body"),
    ("17 crime number", "identifier", "42/1234567/25", "body"),
    ("18 court number", "identifier", "ZE25C00123", "body"),
    ("19 professional", "professional", "Zephan Quennerstedt", "body"),
    (
        "20 rare attribute",
        "rare_attribute",
        "the only trilingual harbour pilot's family in Saltern Quay",
        "body",
    ),
    ("21 together", "combination", "twins", "body"),
    (
        "22 headline",
        "searchable_quote",
        "“Left alone for days while agencies argued”",
        "body",
    ),
    ("23 another bird", "pseudonym_inconsistent", "Plover", "body"),
    ("24 sex", "sex_revealed", "her", "body"),
    ("25 author", "metadata", "Ilvy Kaczmarowicz", "property creator"),
    ("25 modified by", "metadata", "Mabry Pellowick", "property lastModifiedBy"),
    ("25 company", "metadata", "Kaczmarowicz Reviews", "property Company"),
    ("26 deletion", "tracked_deletion", "Elspeth", "tracked deletion 1"),
    ("27 comment", "comment", "Elspeth", "comment 1"),
    ("28 alternative text", "alt_text", "Elspeth", "picture"),
    ("29 file name", "file_name", "Marchwinter-Wray", "file name"),
    ("30 coordinates", "exif", "", "picture"),
    ("31 link", "link_target", "elspeth-marchwinter", "link"),
    ("32 text box", "text_box", "Peepo", "text box"),
    ("32 header", "header_footer", "S. Marchwinter", "header or footer"),
    ("hidden text", "hidden_text", "Elspeth", "hidden text 1"),
]


@cache
def the_reading():
    return read_blocks(the_draft(), FILE_NAME)


@cache
def the_findings():
    return tuple(scan_paper(the_reading(), a_register(), FILE_NAME))


@pytest.mark.parametrize(
    ("class_", "words", "part"),
    [planted[1:] for planted in PLANTED],
    ids=[planted[0] for planted in PLANTED],
)
def test_a_planted_leak_is_found_in_its_place(class_, words, part):
    assert (class_, words, part) in {(f.class_, f.text, f.part) for f in the_findings()}


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


def test_the_negative_controls_raise_nothing():
    draft = the_draft(leaks=[], ordinary=ORDINARY)
    everyday = [
        a_person(each) for each in ["May", "Grace", "Mark", "Hope", "Rose", "Will"]
    ]
    everyday += [a_person("Victoria"), a_person("Warwick")]
    findings = scan_paper(read_blocks(draft, "draft.docx"), a_register(*everyday))
    assert found(f for f in findings if f.part == "body") == []


def test_the_text_holds_no_more_confirmed_findings_than_were_planted():
    planted = {(class_, words) for _, class_, words, _ in PLANTED}
    assert set(found(confirmed(the_findings()))) <= planted


def test_the_paper_is_the_same_in_a_file_of_plain_text():
    text = plain_text(the_reading().document).text
    plain = scan_paper(read_blocks(text.encode(), "draft.txt"), a_register())
    in_word = {
        (f.start, f.end)
        for f in the_findings()
        if f.start is not None and f.is_confirmed
    }
    assert in_word <= {(f.start, f.end) for f in plain}
    assert len(LEAKS) > 20


def test_who_wrote_the_file_is_only_to_be_checked():
    tiers = {f.tier for f in the_findings() if f.class_ == "metadata"}
    assert tiers == {Tier.CHECK}
