"""A paper as HTML: safe, and easy to find one's way in by ear."""

from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.papers.blocks import (
    Document,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    document,
    heading,
    listing,
    paragraph,
    runs,
    table,
)
from heed.papers.write_html import write_html, write_html_page
from tests.papers.writing_samples import a_report

VOID = {"br", "img", "meta"}


class Outline(HTMLParser):
    """Reads a page as a browser does: elements, their nesting, words, attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.wrongly_closed: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrongly_closed.append(tag)

    def handle_data(self, data):
        self.words.append(data)

    def named(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self):
        return "".join(self.words)


def test_words_that_look_like_markup_stay_words():
    evil = "<script>alert(1)</script> & \" ' <img src=x onerror=y>"
    paper = document(
        heading(1, evil),
        paragraph(Run(evil, bold=True)),
        listing(evil),
        table([[evil]], header=[evil], caption=evil),
    )

    page = Outline(write_html(paper))

    assert page.named("script") == page.named("img") == []
    assert page.text.count("<script>alert(1)</script>") == 6


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        'https://example.org/" onclick="x',
    ],
)
def test_a_link_to_anything_but_a_page_a_mailbox_or_a_telephone_is_only_words(address):
    page = Outline(write_html(document(paragraph(Run("here", link=address)))))

    assert page.named("a") == []
    assert page.text == "here"


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=1&c=2", "mailto:a@b.example", "tel:999"]
)
def test_a_link_leads_where_it_says(address):
    page = Outline(write_html(document(paragraph(Run("here", link=address)))))

    assert page.named("a") == [{"href": address}]


def test_anchors_are_the_identifiers_of_the_page():
    report = a_report()

    page = Outline(write_html(report))

    identifiers = [a["id"] for _, a in page.elements if "id" in a]
    assert len(identifiers) == len(set(identifiers))
    assert {"h1", "findings", "p1", "list1-2", "t1", "t1-r2-c1", "note1"} <= set(
        identifiers
    )


def test_the_title_is_the_one_first_heading_and_no_level_is_left_out():
    page = Outline(write_html(a_report()))

    levels = [int(tag[1]) for tag, _ in page.elements if tag in {"h1", "h2", "h3"}]
    assert levels == [1, 2, 3, 2]


def test_the_name_of_a_paper_is_not_written_twice_where_it_begins_with_it():
    chapters = (heading(1, "Whimbrel: a  review"), heading(1, "Why"), heading(1, "How"))
    html = write_html(document(*chapters, title="Whimbrel: a review"))

    assert [n for n in "123" for _ in range(html.count(f"<h{n}"))] == ["1", "2", "2"]
    assert html.count("Whimbrel") == 1


def test_a_page_that_shows_the_title_itself_asks_for_the_sections_alone():
    page = Outline(write_html(a_report(), title_level=1, with_title=False))

    assert page.named("h1") == []
    assert len(page.named("h2")) == 2


def test_a_table_says_its_caption_and_what_heads_each_column():
    page = Outline(write_html(a_report()))

    assert len(page.named("caption")) == 1
    assert [th["scope"] for th in page.named("th")] == ["col", "col", "col"]
    assert {"id": "t1-r4-c1", "colspan": "2"} in page.named("td")


def test_a_ragged_row_is_filled_up():
    page = Outline(write_html(a_report()))

    assert len(page.named("td")) == 3 + 3 + 2 + 3


def test_a_note_is_reached_from_its_mark_and_leads_back():
    page = Outline(write_html(a_report()))

    links = page.named("a")
    assert {"id": "to-note1", "href": "#note1"} in links
    assert {"href": "#to-note1"} in links


def test_a_picture_carries_its_description():
    page = Outline(write_html(a_report(), address_of=lambda key: f"/pictures/{key}"))

    assert page.named("img") == [
        {"src": "/pictures/visits", "alt": "A line that falls"}
    ]
    assert "Picture: A drawing by his sister" in page.text


def test_a_picture_without_an_address_is_shown_by_its_description():
    page = Outline(write_html(a_report()))

    assert page.named("img") == []
    assert "Picture: A line that falls" in page.text


def test_a_character_that_no_page_may_hold_is_made_visible():
    assert "[U+0007]" in write_html(document(paragraph("bell \x07")))
    write_html(document(paragraph("half a pair \ud800"))).encode()


def test_there_is_no_style_and_no_script_in_a_fragment():
    page = Outline(write_html(a_report()))

    assert page.named("script") == page.named("style") == []
    assert not [a for _, a in page.elements if "style" in a or "onclick" in a]


def test_a_whole_page_names_its_language_and_title_and_holds_its_pictures():
    page = Outline(write_html_page(a_report(), publisher="Quillshire"))

    assert page.named("html") == [{"lang": "en-GB"}]
    assert "Whimbrel: a local review" in page.text
    assert page.named("img")[0]["src"].startswith("data:image/png;base64,")


LEVELS = st.lists(st.integers(0, 4), min_size=1, max_size=8)


@given(LEVELS, st.booleans())
def test_lists_of_any_depth_are_nested_properly(levels, ordered):
    items = tuple(ListItem(runs(str(n)), level) for n, level in enumerate(levels))

    page = Outline(write_html(document(ListBlock(items, ordered))))

    assert page.wrongly_closed == page.open == []
    assert page.text.split() == "".join(page.text.split("\n")).split()
    assert len(page.named("li")) == len(levels)


@given(st.lists(st.integers(1, 6), min_size=1, max_size=10))
def test_no_heading_is_more_than_one_level_below_the_one_before(levels):
    blocks = [Heading(level, runs("words")) for level in levels]

    page = Outline(write_html(document(*blocks)))

    made = [int(tag[1]) for tag, _ in page.elements]
    assert len(made) == len(levels)
    assert all(after - before <= 1 for before, after in pairwise(made))


@given(st.text())
def test_any_words_come_out_as_they_went_in(words):
    page = Outline(write_html(Document((paragraph(words),))))

    assert page.wrongly_closed == page.open == []
    assert {tag for tag, _ in page.elements} <= {"p", "br"}


def test_a_link_without_words_is_no_link():
    """Word makes one of the space beside a link."""
    said = Run("a"), Run(" ", link="https://example.org/"), Run("b")

    assert write_html(document(Paragraph(said))) == '<p id="p1">a b</p>'
