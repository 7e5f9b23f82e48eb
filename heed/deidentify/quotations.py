"""The exact words of something public: whoever types them into a search engine finds
the article, the post or the judgment, and the name beside them.
"""

import re
from collections.abc import Iterator

from heed.deidentify.findings import Tier
from heed.deidentify.page import Hit, Page

_QUOTED = re.compile(
    r"[\u201c\u2018\"]([^\u201c\u201d\"\u2018\n]{20,300}?)(?:[\u201d\"]|\u2019(?!\w))"
)
_MARKS = re.compile(r"[\u201c\u2018\"]")
_PUBLIC = re.compile(
    r"\b(?:newspapers?|headlines?|press|media|articles?|reported as|broadcast"
    r"|websites?|web page"
    r"|facebook|post(?:s|ed)?|tweet(?:s|ed)?|online|news|journalists?|gazette"
    r"|herald|echo|tributes?"
    r"|instagram|tiktok|snapchat|youtube|whatsapp|caption(?:ed)?|comment(?:s"
    r"|ed)?|hashtag|livestream"
    r"|video|viral|fundrais\w+|petition|obituary|memorial|judge|judgment"
    r"|sentencing|court|trial"
    r"|jury|prosecut\w+|barrister|inquest|coroner|inscription|poster|leaflet"
    r"|blog|podcast|told "
    r"reporters|statement outside|radio|television)\b",
    re.IGNORECASE,
)
_OF_A_RULE = re.compile(
    r"\b(?:guidance|working together|statut\w+|\bact\b|procedures?|polic(?:y"
    r"|ies)|framework"
    r"|defin(?:ed|es|ition)|regulations?|recommendations?|terms of reference"
    r"|key line)\b",
    re.IGNORECASE,
)
_WORDS_TO_SEARCH = 5
_LONG = 12
_BEFORE, _AFTER = 120, 60


def quotations_in(page: Page) -> Iterator[Hit]:
    """The quotations of a page that a search would find: some words of the press, the
    internet or a court; of anybody's, many words."""
    text = page.text
    if (text.isascii() and '"' not in text) or not _MARKS.search(text):
        return
    for found in _QUOTED.finditer(text):
        words = len(found[1].split())
        if words >= _WORDS_TO_SEARCH and _is_public(text, found, words):
            yield Hit(
                start=found.start(),
                end=found.end(),
                class_="searchable_quote",
                tier=Tier.CHECK,
                why="The exact words of something public, which a search would find.",
                suggest="the same in other words",
            )


def _is_public(text: str, found: re.Match[str], words: int) -> bool:
    around = text[max(0, found.start() - _BEFORE) : found.start()]
    around += " " + text[found.end() : found.end() + _AFTER]
    if _PUBLIC.search(around):
        return True
    return words >= _LONG and not _OF_A_RULE.search(around)
