"""Themes of a text: proposed by its words, confirmed by a person with the sentence that
shows each. That sentence stands on the theme's page of the public site."""

import hashlib
from collections.abc import Sequence

from heed.papers.blocks import Document, leaves
from heed.papers.themes import themes_in
from heed.publications.composing import PublicText
from heed.publications.models import Paper
from heed.rulebook.themes import ALL_THEMES, SAY_WHAT_GOT_IN_THE_WAY

MOST_THEMES = 12
MOST_SENTENCES = 3
WHY = " (say in the text what got in the way: the label alone blames)"

Shown = tuple[str, str, str]
"""A theme, the place in the text, and the sentence there that shows it."""
Kept = Sequence[Sequence[str]]
"""What was confirmed, as it lies in the text's words."""


def suggested(document: Document) -> dict[str, Shown]:
    """What may be confirmed, under a value that stays the same while the words do."""
    return {
        _value(each.code, shown.anchor, shown.sentence): (
            ALL_THEMES[each.code],
            shown.anchor,
            shown.sentence,
        )
        for each in themes_in(document)[:MOST_THEMES]
        for shown in each.shown[:MOST_SENTENCES]
    }


def offered(document: Document, kept: Kept = ()) -> dict[str, Shown]:
    """What may be confirmed: what the words propose now, and what was confirmed before
    while its sentence stands, whether or not it would be proposed today."""
    known = suggested(document)
    there = set(known.values())
    before = (shown for shown in _standing(document, kept) if shown not in there)
    codes = {name: code for code, name in ALL_THEMES.items()}
    return known | {
        _value(codes.get(each[0], "own"), *each[1:]): each for each in before
    }


def choices(document: Document, kept: Kept = ()) -> list[tuple[str, str]]:
    """The same for a form: a theme and the sentence that shows it."""
    return [
        (value, f"{theme}{_prompt(value)}: “{sentence}”")
        for value, (theme, _, sentence) in offered(document, kept).items()
    ]


def chosen(document: Document, values: list[str], kept: Kept = ()) -> list[Shown]:
    """What somebody confirmed, as it is kept."""
    known = offered(document, kept)
    return [known[value] for value in values if value in known]


def values_of(document: Document, kept: Kept) -> list[str]:
    """Under which values what was confirmed before is offered again."""
    before = {tuple(each) for each in kept}
    every = offered(document, kept)
    return [value for value, shown in every.items() if shown in before]


def sentences_of(paper: Paper, text: PublicText) -> tuple[Shown, ...]:
    """What was confirmed, as far as the sentence still stands where it stood and the
    theme is still one of the text's."""
    kept = paper.words.get("shown_by", [])
    standing = _standing(text.document, kept)
    return tuple(each for each in standing if each[0] in text.themes)


def _standing(document: Document, kept: Kept) -> list[Shown]:
    """What was confirmed and whose sentence still stands in its place."""
    said = {place: " ".join(words.split()) for place, words in leaves(document.blocks)}
    return [
        (theme, place, sentence)
        for theme, place, sentence in kept
        if sentence in said.get(place, "")
    ]


def _value(code: str, place: str, sentence: str) -> str:
    return f"{code}-{hashlib.sha256(f'{place} {sentence}'.encode()).hexdigest()[:12]}"


def _prompt(value: str) -> str:
    return WHY if value.partition("-")[0] in SAY_WHAT_GOT_IN_THE_WAY else ""
