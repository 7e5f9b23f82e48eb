import re

from hypothesis import given
from hypothesis import strategies as st

from heed.library.reading import boxes, reading
from heed.library.sections import distressing_parts, minutes, passages, words
from heed.papers import blocks
from heed.papers.blocks import Run

WORDS = st.text("abc <&>\"'é\n", max_size=40).map(lambda text: f"w{text}")
BLOCKS = st.one_of(
    st.builds(blocks.heading, st.integers(2, 4), WORDS),
    st.builds(blocks.paragraph, WORDS),
    st.builds(blocks.listing, WORDS),
    st.builds(lambda words: blocks.table([[words]]), WORDS),
)
PAPERS = st.lists(BLOCKS, max_size=12).map(lambda made: blocks.document(*made))


def squeezed(text):
    return re.sub(r"\s+", "", text)


def shown(html):
    plain = re.sub(r'<a class="library-number".*?</a> ', "", html)
    plain = re.sub(r"<[^>]+>", " ", plain)
    for name, sign in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("#x27", "'")):
        plain = plain.replace(f"&{name};", sign)
    return squeezed(plain.replace("&amp;", "&"))


@given(PAPERS, st.data())
def test_no_word_is_lost_and_none_is_said_twice(paper, data):
    anchors = [b.anchor for b in paper.blocks if isinstance(b, blocks.Heading)]
    child = data.draw(st.sampled_from(["", *anchors]))

    read = reading(paper, child_anchor=child)

    first = read.child.title + shown(read.child.html) if read.child else ""
    whole = squeezed(first) + shown(read.body)
    leaves = [text for _, text in blocks.leaves(paper.blocks)]
    assert sorted(whole) == sorted(squeezed("".join(leaves)))
    assert bool(read.child) == bool(child)


@given(PAPERS)
def test_paragraphs_are_numbered_in_order_and_each_number_is_a_link_to_it(paper):
    found = re.findall(
        r'<p id="([^"]+)"><a class="library-number" href="#([^"]+)">.*?</span>(\d+)</a>',
        reading(paper).body,
    )
    paragraphs = [b.anchor for b in paper.blocks if isinstance(b, blocks.Paragraph)]

    assert [own for own, _, _ in found] == [to for _, to, _ in found] == paragraphs
    assert [int(n) for _, _, n in found] == list(range(1, len(paragraphs) + 1))


@given(PAPERS)
def test_the_search_reads_every_word_under_the_place_where_it_stands(paper):
    under = list(passages(paper))
    read = squeezed("".join(p.text for p in under))
    body = (b for b in paper.blocks if not isinstance(b, blocks.Heading))
    said = squeezed("".join(text for _, text in blocks.leaves(tuple(body))))

    assert sorted(read) == sorted(said)
    assert {p.anchor for p in under} <= {*blocks.anchors(paper.blocks)}


def test_a_very_long_paragraph_is_searched_in_pieces():
    paper = blocks.document(blocks.paragraph("word " * 1_999 + "word"))

    assert len(list(passages(paper))) == 17


def test_a_part_that_is_deeper_than_a_distressing_one_is_distressing_too():
    paper = blocks.document(
        blocks.heading(2, "Hard"),
        blocks.heading(3, "Harder"),
        blocks.heading(2, "After"),
    )

    assert distressing_parts(paper, ("h1",)) == {"h1", "h2"}


def test_the_last_part_can_be_gone_past_too():
    paper = blocks.document(blocks.heading(2, "Hard"), blocks.paragraph("x"))

    html = reading(paper, distressing=("h1",), notice="It is <hard>.").body

    assert 'href="#after-the-text">Go past' in html
    assert "It is &lt;hard&gt;." in html


def test_a_briefing_of_more_than_seven_boxes_goes_on_below_them():
    made = [
        part
        for n in range(9)
        for part in (blocks.heading(2, f"Box {n}"), blocks.paragraph("x"))
    ]
    paper = blocks.document(blocks.paragraph("Before"), *made)

    first, rest = boxes(paper)

    assert [box.title for box in first] == [f"Box {n}" for n in range(7)]
    assert "Before" in rest
    assert "Box 7" in rest
    assert "Box 8" in rest


def test_a_link_that_a_page_may_not_have_is_shown_as_words():
    paper = blocks.document(blocks.paragraph(Run("here", link="javascript:alert(1)")))

    assert "javascript" not in reading(paper).body


def test_reading_time_is_never_nothing():
    assert minutes(0) == 1
    assert minutes(10_000) == 50
    assert words(blocks.document(blocks.paragraph("one two"))) == 2
