"""The findings and recommendations of a report, as data that others can reuse."""

import csv
import io
import json

import pytest

from heed.papers.blocks import (
    Paragraph,
    Run,
    anchored,
    document,
    heading,
    listing,
    paragraph,
    table,
)
from heed.papers.bold import bold_headings, headed_by_bold, with_headings
from heed.papers.learned import What, addressed_to, by_when, learned_from
from heed.papers.write_data import About, write_data, write_data_csv

ABOUT = About(
    title="Whimbrel: a review",
    published_by="Quillshire",
    published_on="2026-05-29",
    address="https://public.example/p/quillshire/publications/whimbrel-2026/",
)


def told(*blocks):
    points = learned_from(anchored(document(*blocks)))
    return [(p.what.value, p.number, p.text) for p in points]


def test_numbered_paragraphs_are_each_a_point_of_their_own():
    said = told(
        heading(2, "What we found"),
        paragraph("Finding 1. Nobody asked about her father."),
        paragraph("Finding 2: A bruise was written down and not talked about."),
        heading(2, "What we recommend"),
        paragraph("Recommendation 1. Every service asks who lives with the baby."),
    )

    assert said == [
        ("finding", 1, "Nobody asked about her father."),
        ("finding", 2, "A bruise was written down and not talked about."),
        ("recommendation", 1, "Every service asks who lives with the baby."),
    ]


def test_a_finding_under_its_own_heading_holds_all_that_stands_there():
    (point, other) = learned_from(
        anchored(
            document(
                heading(2, "Findings"),
                heading(3, "Finding 1: Fathers were unseen"),
                paragraph("Nobody asked."),
                heading(4, "Why"),
                paragraph("The form had no place for him."),
                heading(3, "Visits took place by telephone"),
                paragraph("A post was vacant."),
                heading(2, "How we worked"),
                paragraph("We met eleven practitioners."),
            )
        )
    )

    assert point.title == "Fathers were unseen"
    assert point.text == "Nobody asked.\nWhy\nThe form had no place for him."
    assert (other.title, other.number) == ("Visits took place by telephone", 2)


def test_items_of_a_list_and_rows_of_a_table_are_recommendations():
    said = learned_from(
        anchored(
            document(
                heading(2, "Recommendations"),
                listing("The partnership should audit its pathway by March 2027."),
                table(
                    [["1", "Ask who lives at home", "Health", "Within six months"]],
                    header=["No.", "Recommendation", "By whom", "By when"],
                ),
            )
        )
    )

    assert [(p.to, p.by_when) for p in said] == [
        ("The partnership", "by March 2027"),
        ("Health", "Within six months"),
    ]
    assert [p.what for p in said] == [What.RECOMMENDATION] * 2


def test_what_teaches_nothing_is_left_alone():
    assert told(heading(2, "What happened"), listing("She was seen once by him.")) == []


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("This is done by the end of September 2026.", "by the end of September 2026"),
        (
            "It happens within three months of publication.",
            "within three months of publication",
        ),
        ("A question the same day.", "the same day"),
        ("They hear of it in the same week.", "in the same week"),
        ("Nobody was stopped by the police.", ""),
        ("She was seen by May, her aunt.", ""),
    ],
)
def test_by_when_is_said_in_the_reports_own_words(words, when):
    assert by_when(words) == when


def test_of_whom_it_is_required():
    assert (
        addressed_to("Every GP practice must know the pathway.") == "Every GP practice"
    )
    assert addressed_to("It was seen that babies bruise.") == ""


def test_the_data_points_at_the_place_and_is_the_same_each_time():
    paper = anchored(
        document(heading(2, "Findings"), paragraph("Finding 1. Nobody asked her why."))
    )

    made = write_data(paper, ABOUT)

    assert made == write_data(paper, ABOUT)
    (finding,) = json.loads(made)["findings"]
    assert finding["place"] == f"{ABOUT.address}#{paper.blocks[1].anchor}"
    assert json.loads(made)["recommendations"] == []


def test_no_cell_of_the_sheet_is_a_formula():
    paper = anchored(
        document(heading(2, "Findings"), listing("=HYPERLINK(1) and more"))
    )

    rows = list(csv.reader(io.StringIO(write_data_csv(paper, ABOUT))))

    assert rows[1][3] == "'=HYPERLINK(1) and more"


def test_headings_that_are_only_bold_become_headings_by_a_decision():
    bold = Paragraph((Run("What we found", bold=True),))
    paper = anchored(
        document(
            bold,
            paragraph("Nobody asked."),
            Paragraph((Run("Nobody asked her. ", bold=True), Run("Nobody."))),
            Paragraph((Run("The end", bold=True),)),
        )
    )

    ((anchor, words),) = bold_headings(paper)
    made = tuple(with_headings(paper.blocks, {anchor}))

    assert words == "What we found"
    assert made[0].level == 2
    assert made[0].text == "What we found"
    assert made[1:] == paper.blocks[1:]


def test_what_the_reading_leaves_is_asked_about_by_the_same_rule():
    asked = Paragraph((Run("Who was at home?", bold=True),))
    numbered = listing((Run("2.1 What was known", bold=True),), ordered=True)
    paper = document(asked, paragraph("Nobody."), numbered, paragraph("Little."))
    assert headed_by_bold(paper) == (paper, 0)

    found = dict(bold_headings(paper))
    made = list(with_headings(paper.blocks, found))

    assert [*found.values()] == ["Who was at home?", "2.1 What was known"]
    assert [(block.level, block.text) for block in made[::2]] == [
        (2, "Who was at home?"),
        (3, "2.1 What was known"),
    ]


def test_an_answer_on_another_version_makes_no_heading_of_other_words():
    lodged_again = document(paragraph("A sentence that was put in before."))
    (block,) = lodged_again.blocks
    assert [*with_headings(lodged_again.blocks, {block.anchor})] == [block]
