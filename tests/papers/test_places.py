"""Where something stands is told in words, for who listens to a page."""

from heed.papers.blocks import (
    Cell,
    Figure,
    Note,
    Table,
    anchored,
    document,
    heading,
    leaves,
    listing,
    paragraph,
    table,
)
from heed.papers.places import places_in

COUNTED = table(
    [["Ellerby", "3"], ["Tarnside", "21"]],
    header=["Area", "Babies  seen"],
    caption="Visits",
)


def test_words_of_a_table_are_told_by_its_name_row_and_column():
    text = anchored(document(paragraph("It began."), COUNTED))

    said = list(places_in(text).values())[1:]

    assert said == [
        "Table 1, “Visits”: what it is called",
        "Table 1, “Visits”: head of column 1",
        "Table 1, “Visits”: head of column 2",
        "Table 1, “Visits”: row 1, column 1, “Area”",
        "Table 1, “Visits”: row 1, column 2, “Babies seen”",
        "Table 1, “Visits”: row 2, column 1, “Area”",
        "Table 1, “Visits”: row 2, column 2, “Babies seen”",
    ]


def test_tables_are_counted_as_they_are_read_and_merged_cells_keep_their_column():
    wide = Cell((paragraph("In both"),), column_span=2)
    last = Cell((paragraph("After"),))
    merged = Table(rows=((wide, last),))
    text = anchored(document(Note((COUNTED,), place="footnote"), merged))

    said = list(places_in(text).values())

    assert said[-2:] == [
        "Table 2, “In both, After”: row 1, column 1",
        "Table 2, “In both, After”: row 1, column 3",
    ]


def test_words_are_told_by_their_heading_and_counted_from_there():
    text = anchored(
        document(
            paragraph("It began."),
            heading(2, "What happened"),
            paragraph("The child was seen."),
            Note((paragraph("By whom."),), place="footnote"),
            paragraph("Nobody asked."),
            listing("who", "when"),
            Figure("A line that falls"),
            heading(2, "What happened"),
            paragraph("Again."),
            heading(3, "A heading that goes on " + "and on " * 20),
            paragraph("The end."),
        )
    )

    said = places_in(text)
    places = {words: said[anchor] for anchor, words in leaves(text.blocks)}

    assert places["It began."] == "At the beginning, paragraph 1"
    assert (
        places["What happened"] == "The heading “What happened” (number 2 of that name)"
    )
    assert places["By whom."] == "Footnote 1, paragraph 1"
    assert places["Nobody asked."] == "Under “What happened”, paragraph 2"
    assert places["when"] == "Under “What happened”, list 1, point 2"
    assert places["A line that falls"] == "Picture 1"
    assert places["Again."] == (
        "Under “What happened” (number 2 of that name), paragraph 1"
    )
    assert places["The end."].endswith(" and on and on…”, paragraph 1")
