"""A paper as plain text."""

from heed.papers.blocks import (
    Cell,
    ListBlock,
    ListItem,
    Run,
    document,
    heading,
    paragraph,
    runs,
    table,
)
from heed.papers.write_text import write_text
from tests.papers.writing_samples import a_report


def test_headings_are_underlined():
    text = write_text(document(heading(1, "Learning"), heading(2, "Who he was")))

    assert text == "Learning\n========\n\nWho he was\n----------\n"


def test_each_cell_follows_the_name_of_its_column():
    paper = document(
        table([["1", "Ask."], ["2", "Write it down."]], header=["No.", "Finding"])
    )

    assert write_text(paper) == (
        "No.: 1\nFinding: Ask.\n\nNo.: 2\nFinding: Write it down.\n"
    )


def test_a_cell_that_reaches_down_is_said_in_each_row():
    tall = Cell((paragraph("Health"),), row_span=2)
    paper = document(table([[tall, "One"], ["Two"]], header=["Who", "What"]))

    assert write_text(paper) == "Who: Health\nWhat: One\n\nWho: Health\nWhat: Two\n"


def test_a_table_without_a_header_keeps_its_rows():
    assert write_text(document(table([["a", "b"], ["c", "d"]]))) == "a | b\n\nc | d\n"


def test_numbered_lists_count_at_each_depth():
    items = [("a", 0), ("b", 1), ("c", 1), ("d", 0), ("e", 1)]
    made = ListBlock(tuple(ListItem(runs(t), d) for t, d in items), ordered=True)

    assert write_text(document(made)) == ("1. a\n   1. b\n   2. c\n2. d\n   1. e\n")


def test_a_link_says_its_address_unless_the_words_already_do():
    paper = document(
        paragraph(Run("the law", link="https://example.org/law")),
        paragraph(Run("a@b.example", link="mailto:a@b.example")),
        paragraph(Run("nothing", link="javascript:alert(1)")),
    )

    assert write_text(paper) == (
        "the law (https://example.org/law)\n\na@b.example\n\nnothing\n"
    )


def test_notes_stand_at_the_end_under_their_marks():
    text = write_text(a_report())

    assert "garden [1]" in text
    assert text.endswith("Notes\n-----\n\n[1] From her own words.\n")


def test_a_picture_is_its_description():
    text = write_text(a_report())

    assert "[Picture: A line that falls]\nVisits in each month" in text
    assert "[Picture: A drawing by his sister]" in text
