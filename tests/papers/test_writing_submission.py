"""The rapid review as it is submitted: in its order, what is to be known first on page
one; as Word and as PDF."""

import io

import docx
import page
import pypdf
import pytest

from heed.papers.blocks import Heading, Table, document, paragraph, plain_text
from heed.papers.submission import (
    Decision,
    Gap,
    RapidReviewPack,
    Remark,
    SignOff,
    gaps_of,
    submission_document,
    submission_docx,
    submission_pdf,
)
from heed.papers.typesetting import drawn
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
        "Missing, disputed, unsigned or late",
        *(part.title.replace("'", "’") for part in SUBMISSION),
    ]


def first_page(pack) -> dict[str, str]:
    """The lists of page one, by their headings."""
    blocks = submission_document(pack).blocks
    ends = next(n for n, b in enumerate(blocks) if b.anchor == "section-notification")
    lists, told = {}, ""
    for block in blocks[:ends]:
        if isinstance(block, Heading):
            told = block.text
        else:
            lists[told] = lists.get(told, "") + plain_text(document(block)).text
    return lists


def test_a_whole_submission_says_that_nothing_is_to_be_known_first():
    told = first_page(a_pack())

    assert gaps_of(a_pack()) == []
    assert "Nothing is missing, disputed, unsigned or late." in told.popitem()[1]
    assert not {"Missing", "Disputed", "Not signed", "Late"} & set(told)


def test_page_one_says_what_is_missing_disputed_unsigned_and_late():
    pack = a_pack(
        sections=without("learning"),
        disputed=(Remark("The school and the GP give two dates of birth."),),
        unsigned=(Remark("ICB signed, and it was changed since."),),
        late=(Remark("The notification: 2 working days late.", "A bank holiday."),),
        sign_offs=(
            SignOff("ICB", "A. Oyelaranti", "agrees"),
            SignOff("Local authority", "M. Ferncroft", "disagrees", "", "Too soon."),
            SignOff("Police"),
        ),
    )

    told = first_page(pack)

    assert "Learning" in told["Missing"]
    assert "Local authority disagrees" in told["Disputed"]
    assert "Too soon." not in told["Disputed"]
    assert "two dates of birth" in told["Disputed"]
    assert "Police has not signed." in told["Not signed"]
    assert "it was changed since" in told["Not signed"]
    assert "2 working days late. A bank holiday." in told["Late"]


def test_page_one_lists_only_what_there_is():
    told = first_page(a_pack(late=(Remark("Sent one day late."),)))
    assert {"Missing", "Disputed", "Not signed"} & set(told) == set()


def test_many_facts_of_one_part_are_one_row_of_page_one():
    gaps = tuple(Gap("children", f"Child 1: {fact}.") for fact in ("age", "sex"))
    table = next(
        block
        for block in submission_document(a_pack(gaps=gaps)).blocks
        if isinstance(block, Table)
    )
    assert [row[1].text for row in table.rows] == ["Child 1: age.\nChild 1: sex."]


@pytest.mark.parametrize(("named", "words"), [(True, "By name"), (False, "By pseud")])
def test_page_one_says_how_people_are_called(named, words):
    told = first_page(a_pack(named=named))
    assert words in told["Missing, disputed, unsigned or late"]


def test_word_and_pdf_say_the_same():
    pack = a_pack(gaps=(Gap("agencies", "The GP has not answered."),))

    pdf = submission_pdf(pack)

    read = pypdf.PdfReader(io.BytesIO(pdf))
    pages = [" ".join(each.extract_text().split()) for each in read.pages]
    opened = docx.Document(io.BytesIO(submission_docx(pack)))
    for each in opened.paragraphs:
        assert " ".join(each.text.split()) in " ".join(pages)
    assert "The GP has not answered." in pages[0]
    assert not pages[0].count("About notification.")
    assert pages[1].count("About notification.")
    assert "OFFICIAL-SENSITIVE" in pages[0]
    assert page.validate_pdf_bytes(pdf, profile="ua1").is_compliant


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


def test_a_decision_without_reasons_or_answer_is_a_gap():
    pack = a_pack(
        decisions=(
            Decision("Improvements?", "Yes", "Three agencies held a part."),
            Decision("Local review?", "Yes"),
            Decision("National review?", ""),
        ),
    )

    assert [gap.words for gap in gaps_of(pack)] == [
        "“Local review?” has no reasons.",
        "“National review?” has no answer.",
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


def test_a_drawing_that_cannot_be_made_holds_up_no_paper():
    assert drawn(b"no picture") == b""
    assert drawn(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
