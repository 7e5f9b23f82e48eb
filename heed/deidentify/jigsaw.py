"""What identifies without a name: an attribute hardly anyone has, words that a search
engine finds, and facts that are harmless apart and a portrait together."""

import re
from collections.abc import Iterator

from heed.deidentify.findings import Tier
from heed.deidentify.folding import words_of
from heed.deidentify.page import Hit, Page

FIRST_WORDS = frozenset({"only", "sole"})
_ONLY = re.compile(
    r"(?:\bthe|\bhis|\bher|\btheir|[\u2019']s)\s+(?:only|sole)\s+(?!child\b|one\b|way\b|time\b|"
    r"reason\b|thing\b|exception\b|evidence\b|record\b|mention\b|contact\b|option\b)"
    r"[^.;:\n]{3,90}?\b(?:famil(?:y|ies)|child|boy|girl|pupil|student|household|person|man|woman"
    r"|mother|father|parent|couple|teenager|resident|patient)\b[^.;:,\n]*",
    re.IGNORECASE,
)


def rare_attributes_at(page: Page, number: int) -> Iterator[Hit]:
    """The phrase of "the only …" that this word stands in, where it tells a person."""
    place = page.span(number, number)[0]
    found = _ONLY.search(page.text, max(0, place - 12), place + 200)
    if found and found.start() < place:
        yield Hit(
            start=found.start(),
            end=found.end(),
            class_="rare_attribute",
            tier=Tier.CHECK,
            why="Said of hardly anyone: whoever knows the place knows the family.",
            suggest="a coarser description",
        )


# Quotations

_QUOTED = re.compile(
    r"[\u201c\u2018\"]([^\u201c\u201d\"\u2018\n]{20,300}?)(?:[\u201d\"]|\u2019(?!\w))"
)
_PRESS = re.compile(
    r"\b(?:newspaper|headline|press|media|article|reported as|broadcast|website"
    r"|facebook|post(?:ed)?|tweet|online|news|journalist|gazette|herald|echo|tribute)\b",
    re.IGNORECASE,
)
_WORDS_TO_SEARCH = 5
_BEFORE, _AFTER = 120, 60


def quotations_in(page: Page) -> Iterator[Hit]:
    """The exact words of the press or the internet: a search finds them, and the name
    beside them."""
    text = page.text
    for found in _QUOTED.finditer(text):
        around = text[max(0, found.start() - _BEFORE) : found.start()]
        around += " " + text[found.end() : found.end() + _AFTER]
        if len(found[1].split()) >= _WORDS_TO_SEARCH and _PRESS.search(around):
            yield Hit(
                start=found.start(),
                end=found.end(),
                class_="searchable_quote",
                tier=Tier.CHECK,
                why="The exact words of something public, which a search would find.",
                suggest="the same in other words",
            )


# Combinations: a trait, the words that begin it, and how it goes on. The rarest first.

_TRAITS = (
    ("a multiple birth", "twin twins triplet triplets quadruplets", r""),
    (
        "a rare condition",
        "rare",
        r"\s+(?:\w+\s+){0,3}(?:disorder|condition|disease|syndrome|cancer|illness)\b",
    ),
    (
        "an unusual occupation",
        "pilot lighthouse jockey circus diplomat footballer councillor vicar lifeboat",
        r"",
    ),
    ("a rare language or origin", "trilingual asylum refugee", r""),
    ("an exact age", "aged", r"\s+(?:\d{1,2}|[a-z]+teen)\b"),
    ("an exact age", "birthday old", r""),
)
_COMPILED = [
    (trait, words_of(begin), re.compile(rest)) for trait, begin, rest in _TRAITS
]
_ENOUGH = 3


def combinations_in(page: Page) -> Iterator[Hit]:
    """The traits of a paper that together may tell one child, wherever each stands;
    the finding stands at the first of the rarest."""
    first: dict[str, int] = {}
    for trait, words, rest in _COMPILED:
        for number in page.numbers_of(words):
            if rest.match(page.folded.text, page.word_end(number)):
                first.setdefault(trait, number)
                break
    if len(first) >= _ENOUGH:
        others = ", ".join([*first][1:])
        rarest = next(iter(first.values()))
        start, end = page.span(rarest, rarest)
        yield Hit(
            start=start,
            end=end,
            class_="combination",
            tier=Tier.CHECK,
            why=f"Together with {others} this may tell one child.",
        )
