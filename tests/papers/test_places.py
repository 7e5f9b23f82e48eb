"""Where something stands is told in words, for who listens to a page."""

from heed.papers.blocks import Cell, Note, Table, anchored, document, paragraph, table
from heed.papers.places import places_in

COUNTED = table(
    [["Ellerby", "3"], ["Tarnside", "21"]],
    header=["Area", "Babies  seen"],
    caption="Visits",
)


def test_words_of_a_table_are_told_by_its_name_row_and_column():
    text = anchored(document(paragraph("It began."), COUNTED))

    said = list(places_in(text).values())

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
