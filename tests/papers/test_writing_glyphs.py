"""A character that no font shows is a finding with its place, never a crash."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.papers.blocks import Figure, Run, document, heading, paragraph, table
from heed.papers.font_tables import characters_of
from heed.papers.glyphs import (
    FAMILIES,
    FONT_FOLDER,
    glyph_findings,
    legible,
    normalised,
    showable,
    unshowable,
)
from heed.papers.write_pdf import write_pdf


def test_the_words_of_the_languages_that_families_speak_are_shown():
    for words in (
        "Łukasz Wiśniewski, Ștefan, Đorđe, Siân, Nguyễn",
        "Наталья, Δημήτρης",
        "محمد علي، פּ דוד",
        "ਹਰਪ੍ਰੀਤ নাজমা ભાવના दीपा தமிழ்",
        "“quoted” – it’s £5, ½, ☐ ☑ ☒ → ≥",
    ):
        assert unshowable(words) == []
        assert showable(words) == unicodedata.normalize("NFC", words)


def test_each_character_is_found_at_its_place_with_what_stands_for_it():
    paper = document(
        heading(1, "Learning 👍"),
        paragraph("bell \x07, bell \x07"),
        table([["李"]]),
        Figure("a duck 🦆"),
        title="Learning 👍",
    )

    found = {
        (f.anchor, f.character, f.shown_as, f.control, f.times)
        for f in glyph_findings(paper)
    }

    assert found == {
        ("title", "👍", "[thumbs up sign]", False, 1),
        ("h1", "👍", "[thumbs up sign]", False, 1),
        ("p1", "\x07", "[U+0007]", True, 2),
        ("t1-r1-c1-p1", "李", "[U+674E]", False, 1),
        ("figure1", "🦆", "[duck]", False, 1),
    }


def test_an_accent_in_two_characters_becomes_one():
    assert showable("cafe\u0301") == "café"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_is_a_line_end(end):
    assert normalised(f"one{end}two") == "one\ntwo"


def test_a_mark_that_shows_nothing_leaves_no_trace():
    assert showable("\ufeffone\ufeff") == "one"
    assert unshowable("one\U000e0041") == []


def test_a_mark_that_no_font_holds_together_with_its_letter_is_named():
    assert showable("a\u0951") == "a[U+0951]"


def test_every_weight_of_a_family_holds_the_same_characters():
    for family in FAMILIES:
        stem = family.replace(" ", "")
        fonts = [*FONT_FOLDER.glob(f"{stem}-*.ttf"), *FONT_FOLDER.glob(f"{stem}.ttf")]
        held = {frozenset(characters_of(font.read_bytes())) for font in fonts}
        assert len(held) == 1, family


def test_every_font_has_its_licence_beside_it():
    families = {font.name[:4] for font in FONT_FOLDER.glob("*.ttf")}
    licences = {text.name[8:12] for text in FONT_FOLDER.glob("LICENCE-*.txt")}

    assert families == licences


def test_a_font_without_a_table_of_characters_is_refused():
    with pytest.raises(ValueError, match="no cmap table"):
        characters_of(b"\0\1\0\0" + bytes(8))


ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=12)
MARKS = st.sampled_from("\u0301\u0951\u064d\u20e3\ufe0f\u200d\u200b\u202e\ufeff\u0e33")
MIXED = st.lists(ANYTHING | MARKS, max_size=6).map("".join)


@settings(max_examples=100, deadline=None)
@given(st.lists(MIXED, min_size=1, max_size=12), st.booleans())
def test_no_text_ever_stops_the_pdf(texts, bold):
    paper = document(
        heading(1, texts[0]), *(paragraph(Run(text, bold=bold)) for text in texts)
    )

    assert write_pdf(paper).startswith(b"%PDF-")


@given(MIXED)
def test_what_is_shown_is_stable_and_needs_no_further_finding(text):
    assert showable(showable(text)) == showable(text)
    assert unshowable(showable(text)) == []


@given(MIXED)
def test_legible_text_fits_into_xml(text):
    legible(text).encode("utf-8")
    assert not any(
        unicodedata.category(c) == "Cc" for c in legible(text) if c not in "\n\t"
    )
