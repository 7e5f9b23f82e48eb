"""Of five children somebody knows one: small numbers are left out by a decision."""

from heed.papers.blocks import Table, table, to_json
from heed.papers.blocks import document as a_document
from heed.publications.composing import with_the_child
from heed.publications.small_numbers import called, tables_with_small_numbers

COUNTED = table(
    [["Ellerby", "3", "40"], ["Tarnside", "21", "60"], ["Total", "24", "100"]],
    header=["Area", "Babies", "Children"],
)


def published(*blocks, **decided):
    return with_the_child(to_json(a_document(*blocks)), title="A report", **decided)


def test_a_table_that_tells_of_few_is_found_and_named_by_its_head():
    (found,) = tables_with_small_numbers(published(COUNTED))

    assert called(found) == "Area, Babies, Children"
    safe = table([["Ellerby", "30"]], header=["Area", "Babies"])
    assert tables_with_small_numbers(published(safe)) == []


def test_what_is_left_out_cannot_be_worked_out_from_what_stays():
    (found,) = tables_with_small_numbers(published(COUNTED))

    made = published(COUNTED, left_out=[found.anchor])

    (left,) = (block for block in made.blocks if isinstance(block, Table))
    said = [[cell.text for cell in row] for row in left.rows]
    assert said[0][1] == said[1][1] != "21"  # with the small one its neighbour
    assert [row[0] for row in said] == ["Ellerby", "Tarnside", "Total"]
    assert tables_with_small_numbers(made) == []


def test_beside_what_was_published_before_a_small_change_tells_of_few():
    before = table([["Ellerby", "30"], ["Tarnside", "21"]], header=["Area", "Babies"])
    now = table([["Ellerby", "31"], ["Tarnside", "21"]], header=["Area", "Babies"])
    document = published(now)
    (kept,) = (block for block in document.blocks if isinstance(block, Table))
    earlier = {kept.anchor: [before]}

    assert tables_with_small_numbers(document, earlier=earlier)
    assert tables_with_small_numbers(document) == []
