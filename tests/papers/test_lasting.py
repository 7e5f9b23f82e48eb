"""A link into a report leads to the same words after a correction."""

from hypothesis import given
from hypothesis import strategies as st

from heed.papers import blocks
from heed.papers.blocks import Run, anchors, leaves
from heed.papers.lasting import with_lasting_anchors


def paper(*paragraphs):
    return blocks.document(*map(blocks.paragraph, paragraphs))


def corrected(old, new, retired=()):
    return with_lasting_anchors(new, old, retired).document


def words_at(document):
    return dict(leaves(document.blocks))


def test_a_paragraph_put_in_moves_no_link():
    old = paper("Nobody asked.", "Visits stopped.", "The notes were not shared.")
    new = paper("We met the family.", "Nobody asked.", "The notes were not shared.")

    said = words_at(corrected(old, new))

    assert said["p1"] == "Nobody asked."
    assert said["p3"] == "The notes were not shared."
    assert "p2" not in said, "what stood there is gone: nothing else may stand there"
    assert said["p4"] == "We met the family."


def test_a_few_words_put_right_leave_a_paragraph_where_it_was():
    old = paper("A.", "The health visitor called in June and was not let in.")
    new = paper("A.", "The health visitor called in July and was not let in.")

    assert words_at(corrected(old, new))["p2"].endswith("July and was not let in.")


def test_an_anchor_that_once_led_elsewhere_is_never_used_again():
    new = paper("Altogether other words here.")

    assert set(words_at(corrected(paper("A."), new, ["p2", "p1"]))) == {"p3"}


def test_links_within_follow():
    old = paper("The first.", "The second.")
    new = blocks.document(
        blocks.paragraph("Put in before."),
        blocks.paragraph(Run("see", link="#p3"), " there"),
        blocks.paragraph("The second."),
    )
    made = corrected(old, new)

    assert made.blocks[1].runs[0].link == "#p2"


def test_items_of_a_list_keep_theirs():
    old = blocks.document(blocks.listing("Ask.", "Listen."))
    new = blocks.document(blocks.listing("Look.", "Ask.", "Listen."))

    said = {text: anchor for anchor, text in leaves(corrected(old, new).blocks)}

    assert (said["Ask."], said["Listen."]) == ("list1-1", "list1-2")
    assert said["Look."] not in {"list1-1", "list1-2"}


sentences = st.lists(st.sampled_from("abcdefgh").map(lambda x: f"{x} {x} {x}"))


@given(old=sentences, new=sentences)
def test_whatever_changes_no_two_places_have_one_name(old, new):
    before, made = paper(*old), corrected(paper(*old), paper(*new))

    names = list(anchors(made.blocks))
    assert len(names) == len(set(names)) == len(new)
    was = words_at(before)
    assert all(was.get(name, text) == text for name, text in words_at(made).items())
