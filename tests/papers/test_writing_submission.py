"""The rapid review as it is submitted: in its order, its gaps on the first page."""

import io

import docx
import pytest

from heed.papers.blocks import Heading, paragraph, plain_text
from heed.papers.submission import (
    Decision,
    Gap,
    RapidReviewPack,
    SignOff,
    gaps_of,
    submission_document,
    submission_docx,
)
from heed.rulebook.contents import SUBMISSION


def a_pack(**given) -> RapidReviewPack:
    whole = {part.slug: (paragraph(f"About {part.slug}."),) for part in SUBMISSION}
    usual = {"partnership": "Quillshire", "reference": "Q-26-007", "sections": whole}
    return RapidReviewPack(**usual | given)


def without(*slugs: str) -> dict[str, tuple]:
    return {s: blocks for s, blocks in a_pack().sections.items() if s not in slugs}


def test_its_parts_stand_in_the_order_that_the_panel_expects():
    headings = [
        block.text
        for block in submission_document(a_pack()).blocks
        if isinstance(block, Heading)
    ]

    assert headings == [
        "Rapid review Q-26-007",
        "What is missing",
        *(part.title.replace("'", "’") for part in SUBMISSION),
    ]


def test_a_whole_submission_says_that_nothing_is_missing():
    assert gaps_of(a_pack()) == []
    assert "Nothing is missing" in plain_text(submission_document(a_pack())).text


def test_gaps_are_listed_in_the_order_of_the_parts():
    pack = a_pack(
        sections=without("national_view", "childs_voice"),
        gaps=(
            Gap(
                "family_views", "Her mother has not been asked.", "She is in hospital."
            ),
            Gap("agencies", "The GP has not answered."),
        ),
    )

    assert [(gap.part, gap.words) for gap in gaps_of(pack)] == [
        ("agencies", "The GP has not answered."),
        ("childs_voice", "Nothing has been written here yet."),
        ("family_views", "Her mother has not been asked."),
        ("national_view", "Nothing has been written here yet. The Panel expects it."),
    ]


def test_a_gap_that_somebody_named_is_not_named_again():
    pack = a_pack(
        sections=without("national_view"),
        gaps=(Gap("national_view", "Waits for the ICB."),),
    )

    assert [gap.words for gap in gaps_of(pack)] == ["Waits for the ICB."]


def test_a_decision_without_reasons_and_a_partner_who_has_not_signed_are_gaps():
    pack = a_pack(
        decisions=(
            Decision("Improvements?", "Yes", "Three agencies held a part."),
            Decision("Local review?", "Yes"),
            Decision("National review?", ""),
        ),
        sign_offs=(SignOff("ICB", "A. Oyelaranti", "agrees"), SignOff("Police")),
    )

    assert [gap.words for gap in gaps_of(pack)] == [
        "“Local review?” has no reasons.",
        "“National review?” has no answer.",
        "Police has not signed.",
    ]


def test_a_dissent_is_printed_with_its_words():
    pack = a_pack(
        sign_offs=(
            SignOff("Police", "R. Thackthorpe", "disagrees", "17 March", "Not enough."),
        )
    )

    words = plain_text(submission_document(pack)).text

    assert "Police\tR. Thackthorpe\tdisagrees\t17 March" in words
    assert "Police: Not enough." in words


def test_what_is_missing_has_the_first_page_to_itself():
    opened = docx.Document(io.BytesIO(submission_docx(a_pack())))

    begins = [p.text for p in opened.paragraphs if p.paragraph_format.page_break_before]
    assert begins == ["The notification"]
    assert opened.sections[0].header.paragraphs[0].text == "OFFICIAL-SENSITIVE"


def test_references_and_dates_come_before_what_was_written_about_them():
    pack = a_pack(facts=(("Notification sent", "24 February 2026"), ("Sent", "")))

    words = plain_text(submission_document(pack)).text

    assert words.index("24 February 2026") < words.index("About notification.")
    assert "Sent\tNot stated" in words


@pytest.mark.parametrize(
    "given", [{"sections": {"odd": ()}}, {"gaps": (Gap("odd", "x"),)}]
)
def test_a_part_that_no_submission_has_is_refused(given):
    with pytest.raises(ValueError, match="no part called odd"):
        a_pack(**given)
