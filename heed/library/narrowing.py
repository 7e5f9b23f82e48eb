"""By what lists and searches can be narrowed, beside what every publication has.

The ages are those of the children whom a publication tells of, in the bands of the
statistics; the readers are those for whom it was written. A person says both.
"""

import re
from collections.abc import Iterable, Mapping

from heed.rulebook.children import AGE_BANDS

AGES: Mapping[str, str] = {
    words.replace(" ", "-"): label for words, label in AGE_BANDS.items()
}
READERS: Mapping[str, str] = {
    "health": "Health",
    "social-care": "Social care",
    "police": "Police",
    "education": "Schools and early years",
    "housing": "Housing",
    "probation": "Probation and youth justice",
    "voluntary": "Voluntary organisations",
    "leaders": "Leaders and partners",
    "families": "Families and young people",
}
CUES = {
    "health": r"health|nhs|\bgps?\b|midwi|hospital|paediatric|nurs(?!er)",
    "social-care": r"social (?:care|work)|children.s services",
    "police": r"police",
    "education": r"education|school|early years|nurser(?:y|ies)|college",
    "housing": r"housing",
    "probation": r"probation|youth (?:justice|offending)",
    "voluntary": r"voluntary|charit|third sector",
    "leaders": r"leader|partner|board|manager",
    "families": r"famil|young pe|parent",
}
BABY = re.compile(r"infan|baby|babies|weeks|months|under.?(?:1|one)s?\b", re.IGNORECASE)
UNBORN = re.compile(r"unborn|pre.?birth", re.IGNORECASE)
YEARS = re.compile(r"\d{1,2}")
UPPER = (("under-1", 1), ("1-5", 6), ("6-10", 11), ("11-15", 16), ("16-17", 18))


def ages_of(words: Iterable[str]) -> tuple[str, ...]:
    """The bands that these words of a catalogue mean, in order; an unclear one, none.

    >>> ages_of(["under 1", "14 years", "3-7"])
    ('under-1', '1-5', '6-10', '11-15')
    """
    found = {band for each in words for band in _bands(each.strip())}
    return tuple(band for band in AGES if band in found)


def _bands(words: str) -> set[str]:
    slug = "-".join(words.lower().split())
    if slug in AGES:
        return {slug}
    if UNBORN.search(words):
        return {"unborn"}
    if BABY.search(words):
        return {"under-1"}
    years = [int(each) for each in YEARS.findall(words)][:2]
    if not years:
        return set()
    return {band_at(age) for age in range(min(years), max(years) + 1)}


def band_at(years: int) -> str:
    """The band of so many years."""
    return next((band for band, upper in UPPER if years < upper), "18+")


def readers_of(words: Iterable[str]) -> tuple[str, ...]:
    """Those for whom these words of a catalogue say that it is, in order.

    >>> readers_of(["GPs", "schools"])
    ('health', 'education')
    """
    said = " ; ".join(words)
    return tuple(
        reader
        for reader in READERS
        if reader in said.lower() or re.search(CUES[reader], said, re.IGNORECASE)
    )
