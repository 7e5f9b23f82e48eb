"""Where the report's own naming slips: a name of the same scheme that nobody in this
review bears, a number past the last social worker, a pronoun that gives the sex away.

Areas choose their own scheme; birds are only Quillshire's.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from heed.deidentify.entries import Entry
from heed.deidentify.findings import Tier
from heed.deidentify.folding import words_of
from heed.deidentify.page import Hit, Page
from heed.deidentify.register import Register
from heed.deidentify.word_lists import lines_of

_NUMBERED = re.compile(r"^(.*\S)\s+(\d{1,2}|[A-Z])$")
_CITED = re.compile(
    r"(?:review|scr|lcspr|inquiry|lscb|scp|published|report|see|\(?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_NEARBY = 50


def slips_in(page: Page, register: Register) -> Iterator[Hit]:
    """The pseudonyms of the report's scheme that are nobody's here."""
    used = register.pseudonyms
    if used:
        yield from _strangers_of_the_scheme(page, used)
        yield from _strangers_by_number(page, used)


def _strangers_of_the_scheme(page: Page, used: tuple[str, ...]) -> Iterator[Hit]:
    own = {word for name in used for word in words_of(name)}
    strangers = (_scheme_of(own) - own) & page.where.keys()
    for number in page.numbers_of(strangers):
        start, end = page.span(number, number)
        if page.text[start].isupper() and not _is_cited(page.text, start, end):
            yield _slip(page.text, start, end)


@cache
def _schemes() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line) for line in lines_of("naming_schemes"))


def _scheme_of(own: set[str]) -> frozenset[str]:
    shared = max(_schemes(), key=lambda scheme: len(scheme & own))
    return shared if shared & own else frozenset()


def _strangers_by_number(page: Page, used: tuple[str, ...]) -> Iterator[Hit]:
    families: dict[str, set[str]] = defaultdict(set)
    for name in used:
        match = _NUMBERED.match(name)
        if match:
            families[match[1]].add(match[2])
    for stem, marks in families.items():
        look = re.compile(rf"{re.escape(stem)}\s+(\d{{1,2}}|[A-Z])\b")
        for number in page.where.get(words_of(stem)[0], ()):
            found = look.match(page.text, page.span(number, number)[0])
            strange = found and found[1] not in marks
            if found and strange and not _is_cited(page.text, *found.span()):
                yield _slip(page.text, *found.span())


def _is_cited(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - _NEARBY) : start] + " " + text[end : end + _NEARBY]
    return bool(_CITED.search(around))


def _slip(text: str, start: int, end: int) -> Hit:
    return Hit(
        start=start,
        end=end,
        class_="pseudonym_inconsistent",
        tier=Tier.CHECK,
        why=f"“{text[start:end]}” is the name of nobody in this review.",
    )


# Sex, where the report says "they"

_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]?")
_NEUTRAL = re.compile(
    r"\b(?:they|them|their|theirs|themselves|themself)\b", re.IGNORECASE
)
_GENDERED = re.compile(
    r"\b(?:he|him|his|himself|she|her|hers|herself|boy|girl|son|daughter)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:mother|father|mum|dad|parent|grand\w+|partner|aunt|uncle|sister|brother|sibling"
    r"|worker|visitor|teacher|doctor|officer|carer|gp|nurse|neighbour|friend)s?\b",
    re.IGNORECASE,
)
_FEW = 3
_LONGEST_SENTENCE = 400


def sex_revealed_in(page: Page, register: Register) -> Iterator[Hit]:
    """The few words that give the sex of a child whom the report otherwise calls
    "they": only sentences that speak of the child and nobody else are weighed."""
    about: dict[str, dict[int, str]] = defaultdict(dict)
    for called, start, said in _sentences_about_children(page, register):
        about[called][start] = said
    for sentences in about.values():
        neutral = sum(len(_NEUTRAL.findall(said)) for said in sentences.values())
        gendered = [
            (at + found.start(), at + found.end())
            for at, said in sentences.items()
            for found in _GENDERED.finditer(said)
        ]
        if gendered and neutral >= _FEW * len(gendered):
            yield from (_reveals(page.text, start, end) for start, end in gendered)


def _sentences_about_children(
    page: Page, register: Register
) -> Iterator[tuple[str, int, str]]:
    children = {words_of(e.pseudonym) for e in register.entries if _is_a_child(e)}
    for words in children - {()}:
        for number in page.where.get(words[0], ()):
            if page.begins(number, words):
                start, said = _sentence_around(page.text, page.span(number, number)[0])
                if not _OTHERS.search(said):
                    yield " ".join(words), start, said


def _sentence_around(text: str, place: int) -> tuple[int, str]:
    begin = max(0, place - _LONGEST_SENTENCE)
    start = max(text.rfind(mark, begin, place) for mark in ".!?\n") + 1
    found = _SENTENCE.match(text, start, place + _LONGEST_SENTENCE)
    return start, found.group() if found else ""


def _is_a_child(entry: Entry) -> bool:
    role = entry.role.casefold()
    return any(word in role for word in ("child", "sibling", "baby", "young person"))


def _reveals(text: str, start: int, end: int) -> Hit:
    return Hit(
        start=start,
        end=end,
        class_="sex_revealed",
        tier=Tier.CHECK,
        why=f"“{text[start:end]}” gives the sex; elsewhere the report says “they”.",
        suggest="they",
    )
