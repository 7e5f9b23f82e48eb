"""Themes are suggested by the words of an entry, and shown with them."""

import pytest

from heed.papers.chronologies.entries import Entry
from heed.papers.chronologies.themes import Suggested, themes_suggested
from heed.papers.theme_cues import begun_in, cues, cues_listed
from heed.rulebook.themes import ALL_THEMES, THEMES


def suggested(event: str, **more):
    return themes_suggested(Entry(n=0, event=event, **more))


@pytest.mark.parametrize(
    ("event", "code", "words"),
    [
        ("Orrin was not brought to his appointment", "A06", "was not brought"),
        ("Police called: DOMESTIC ABUSE by his father", "B01", "DOMESTIC ABUSE"),
        ("Mother’s partner opened the door", "B05", "Mother’s partner"),
        ("Case closed, no further action", "C05", "Case closed"),
        ("Threshold not met. Strategy discussion refused", "C05", "Threshold"),
    ],
)
def test_a_theme_comes_with_the_words_that_suggest_it(event, code, words):
    assert Suggested(code, words) in suggested(event)


@pytest.mark.parametrize(
    "event", ["No domestic abuse was known", "Mother denies any domestic violence", ""]
)
def test_words_that_deny_it_suggest_nothing(event):
    assert suggested(event) == ()


def test_denial_ends_with_its_sentence_and_other_columns_count():
    assert suggested("She did not answer. Strategy meeting held.")
    assert suggested("Visit", comment="Supervision was cancelled.")
    assert [each.code for each in suggested("WNB. NFA.")] == ["A06", "C05"]


def test_every_theme_of_the_cues_is_one_of_the_list():
    assert set(cues()) == set(ALL_THEMES)


def test_no_row_is_under_a_theme_that_no_form_offers():
    said = suggested("A newborn, bruised; CAMHS heard of self-harm and county lines.")

    assert {each.code for each in said} <= set(THEMES)


def test_each_theme_is_looked_for_wherever_a_cue_of_it_stands():
    """What no cue of a theme begins in is not searched for it: a cue, however it is
    spelled, must never be passed over so."""
    for code, strength, cue in cues_listed():
        plain = cue.replace("…", "and her").replace("*", "")
        for said in (plain, plain.upper(), plain.replace("'", "’"), f"{plain}s"):
            found = cues()[code][strength].search(f"It was ({said}), they said")
            assert not found or code in begun_in(f"It was ({said}), they said")
        assert cues()[code][strength].search(plain)
        for odd in (plain.replace("s", "ſ"), plain.replace("k", "\u212a")):
            assert code in begun_in(odd)


def test_little_is_looked_for_where_no_cue_begins():
    assert not begun_in("He ate, then he slept.")
    assert "A06" in begun_in("He was not brought.")
