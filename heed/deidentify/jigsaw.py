"""Facts that are harmless apart and a portrait together: which of them a paragraph
tells, and what the whole paper tells by them.
"""

import re
from collections.abc import Iterable, Mapping

from heed.deidentify.findings import Tier
from heed.deidentify.folding import words_of
from heed.deidentify.page import Hit, Page
from heed.deidentify.rare_attributes import ILLNESSES, ORIGINS, WORKS

Span = tuple[int, int]

AN_AREA = "a place"
_ANYTHING = re.compile("")

# A trait, the words that begin it, and how it goes on. The rarest first.
_TRAITS: tuple[tuple[str, Iterable[str], str], ...] = (
    ("a multiple birth", words_of("twin twins triplet triplets quadruplets"), r""),
    (
        "a rare condition",
        ("rare",),
        r"\s+(?:\w+\s+){0,3}(?:disorder|condition|disease|syndrome|cancer|illness)\b",
    ),
    ("a rare condition", sorted(ILLNESSES), r""),
    ("an unusual occupation", sorted(WORKS - {"councillor", "magistrate"}), r""),
    ("a rare language or origin", words_of("trilingual asylum refugee"), r""),
    ("a rare language or origin", sorted(ORIGINS), r""),
    (
        "how many brothers and sisters",
        words_of("three four five six seven eight nine ten 3 4 5 6 7 8 9 10"),
        r"(?:\s+\w+){0,2}\s+(?:siblings|brothers|sisters)\b",
    ),
    (
        "how many brothers and sisters",
        words_of("youngest eldest oldest third fourth fifth sixth"),
        r"\s+of\s+(?:\w+\s+){0,2}?(?:three|four|five|six|seven|eight|nine|ten|\d+)\b",
    ),
    (
        "where the child was placed",
        words_of("foster residential secure kinship unregistered adoptive"),
        r"\s+(?:care|carers?|placement|home|unit|children|family|accommodation)\b",
    ),
    ("an exact age", ("aged",), r"\s+(?:\d{1,2}|[a-z]+teen)\b"),
    ("an exact age", words_of("birthday old"), r""),
)
_ORDER = (*dict.fromkeys(trait for trait, _, _ in _TRAITS), AN_AREA)
_BY_WORD: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
for _trait, _words, _rest in _TRAITS:
    for _word in _words:
        _BY_WORD.setdefault(_word, []).append((_trait, re.compile(_rest)))
FIRST_WORDS = frozenset(_BY_WORD)
_PLACES = frozenset({"place", "address", "postcode", "school"})
_ENOUGH = 3


def traits_in(page: Page, hits: Iterable[Hit], noted: Iterable[int]) -> dict[str, Span]:
    """The traits that a paragraph tells, and where each stands first; `noted` are the
    numbers of the words among which those are that begin one."""
    first: dict[str, Span] = {}
    for number in noted:
        for trait, rest in _BY_WORD.get(page.words[number], ()):
            if rest.match(page.folded.text, page.word_end(number)):
                first.setdefault(trait, page.span(number, number))
    if place := next((hit for hit in hits if hit.class_ in _PLACES), None):
        first[AN_AREA] = place.start, place.end
    return first


def combination_of(told: Mapping[str, int]) -> tuple[str, int, str] | None:
    """By each trait the number of the paragraph that tells it first: the rarest of
    them, its paragraph, and what is said of all of them; None of too few. A place tells
    only beside two other traits."""
    traits = [trait for trait in _ORDER if trait in told]
    if len(traits) < _ENOUGH:
        return None
    others = ", ".join(traits[1:])
    why = f"Together with {others} this may tell one child."
    return traits[0], told[traits[0]], why


def combination_at(span: Span, why: str) -> Hit:
    """The finding for traits that together may tell one child, at the rarest."""
    return Hit(
        start=span[0], end=span[1], class_="combination", tier=Tier.CHECK, why=why
    )
