"""Where the report's own naming slips: a name of the same scheme that nobody in this
review bears, a number past the last social worker, a pronoun that gives the sex away.

Areas choose their own scheme, whose names slip in too; birds are only Quillshire's.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from heed.deidentify.findings import Tier
from heed.deidentify.folding import words_of
from heed.deidentify.page import Hit, Page
from heed.deidentify.register import Register
from heed.deidentify.word_lists import lines_of

SCHEMES = ("birds", "trees", "flowers", "stones")
"""What the lines of `words/naming_schemes.txt` are, in their order."""
LETTERS, BY_LETTER = "letters", "Child"
_NUMBERED = re.compile(r"^(.*\S)\s+(\d{1,2}|[A-Z])$")
_CITED = re.compile(
    r"(?:review|scr|lcspr|inquiry|lscb|scp|published|report|see|\(?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_NEARBY = 50


def strangers_to(register: Register) -> frozenset[str]:
    """The names of the report's scheme that are nobody's here."""
    return register.of_the_pseudonyms(_strangers)


def slips_in(page: Page, register: Register) -> Iterator[Hit]:
    """The pseudonyms with a number that are nobody's here."""
    if register.pseudonyms or register.scheme:
        for family in register.of_the_pseudonyms(_numbered):
            yield from _strangers_by_number(page, *family)


def stranger_at(page: Page, number: int, _: Register) -> Iterator[Hit]:
    """The name of the report's scheme that this word is, and nobody's here."""
    start, end = page.span(number, number)
    if page.text[start].isupper() and not _is_cited(page.text, start, end):
        yield _slip(page.text, start, end)


@cache
def _schemes() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line) for line in lines_of("naming_schemes"))


def names_of_scheme(scheme: str) -> tuple[str, ...]:
    """The names of a scheme that has a list, as the list has them.

    >>> names_of_scheme("trees")[:3]
    ('acacia', 'alder', 'aspen')
    """
    listed = dict(zip(SCHEMES, lines_of("naming_schemes"), strict=True))
    return tuple(listed.get(scheme, ()))


def _strangers(used: tuple[str, ...], scheme: str) -> frozenset[str]:
    """The names of the scheme that these pseudonyms are of, and of the area's, without
    their own."""
    own = {word for name in used for word in words_of(name)}
    return (scheme_of(used) | frozenset(names_of_scheme(scheme))) - own


def scheme_of(names: Iterable[str]) -> frozenset[str]:
    """All names of the scheme that most of these are of; none where they are of none.

    >>> "heron" in scheme_of(["Goldcrest"])
    True
    """
    own = {word for name in names for word in words_of(name)}
    shared = max(_schemes(), key=lambda scheme: len(scheme & own))
    return shared if shared & own else frozenset()


def names_in_scheme(scheme: frozenset[str], names: Iterable[str]) -> bool:
    """Whether any of these names is of a scheme."""
    return any(word in scheme for name in names for word in words_of(name))


Words = tuple[str, ...]
Numbered = tuple[str, "re.Pattern[str]", frozenset[str]]


def _numbered(used: tuple[str, ...], scheme: str) -> tuple[Numbered, ...]:
    """Of pseudonyms with numbers how they begin, how they are written, and the numbers
    in use; of an area that calls children by letters always theirs."""
    families: dict[str, set[str]] = defaultdict(set)
    if scheme == LETTERS:
        families[BY_LETTER] = set()
    for name in used:
        if match := _NUMBERED.match(name):
            families[match[1]].add(match[2])
    return tuple(
        (
            stem,
            re.compile(rf"\b{re.escape(stem)}\s+(\d{{1,2}}|[A-Z])\b"),
            frozenset(marks),
        )
        for stem, marks in families.items()
    )


def _strangers_by_number(
    page: Page, stem: str, look: re.Pattern[str], marks: frozenset[str]
) -> Iterator[Hit]:
    for found in look.finditer(page.text) if stem in page.text else ():
        strange = found[1] not in marks
        if strange and not _is_cited(page.text, *found.span()):
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
    r"\b(?:mother|father|mum|dad|parent|grand\w+|partner|aunt|uncle|sister"
    r"|brother|sibling"
    r"|worker|visitor|teacher|doctor|officer|carer|gp|nurse|neighbour|friend)s?\b",
    re.IGNORECASE,
)
_BEGINS_WITH_ANOTHER = re.compile(r"\s*(?:she|he)$", re.IGNORECASE)
_FEW = 3
_LONGEST_SENTENCE = 400


@dataclass(frozen=True, slots=True)
class OfAChild:
    """Of the sentences that speak of a child and nobody else: how many words leave the
    sex open, and where words give it."""

    neutral: int
    gendered: tuple[tuple[int, int], ...]


def told_of_children(
    page: Page, register: Register, noted: Iterable[int]
) -> dict[str, OfAChild]:
    """What a page says of each child by the way, of her or of them; `noted` are the
    numbers of the words among which those are that begin what a child is called."""
    told: dict[str, OfAChild] = {}
    for words, numbers in _children_on(page, register, noted).items():
        if said := dict(_sentences(page, numbers)):
            neutral = sum(len(_NEUTRAL.findall(each)) for each in said.values())
            gendered = [
                (at + found.start(), at + found.end())
                for at, each in said.items()
                for found in _GENDERED.finditer(each)
                if not _BEGINS_WITH_ANOTHER.match(each[: found.end()])
            ]
            told[" ".join(words)] = OfAChild(neutral, tuple(gendered))
    return told


def _children_on(
    page: Page, register: Register, noted: Iterable[int]
) -> dict[Words, list[int]]:
    """How the children are called who are named on a page, and at which words."""
    children = register.children
    named: dict[Words, list[int]] = {}
    for number in noted:
        if by_second := children.get(page.words[number]):
            for second in (page.follows(number), ""):
                for words in by_second.get(second, ()):
                    if page.begins(number, words):
                        named.setdefault(words, []).append(number)
    return named


def gives_the_sex_away(neutral: int, gendered: int) -> bool:
    """Whether a report that else says "they" tells the sex by a few words."""
    return gendered > 0 and neutral >= _FEW * gendered


def _sentences(page: Page, numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
    for number in numbers:
        start, said = _sentence_around(page.text, page.span(number, number)[0])
        if not _OTHERS.search(said):
            yield start, said


def _sentence_around(text: str, place: int) -> tuple[int, str]:
    begin = max(0, place - _LONGEST_SENTENCE)
    start = max(text.rfind(mark, begin, place) for mark in ".!?\n") + 1
    found = _SENTENCE.match(text, start, place + _LONGEST_SENTENCE)
    return start, found.group() if found else ""


def reveals(text: str, start: int, end: int) -> Hit:
    """The finding that these words give the sex away."""
    return Hit(
        start=start,
        end=end,
        class_="sex_revealed",
        tier=Tier.CHECK,
        why=f"“{text[start:end]}” gives the sex; elsewhere the report says “they”.",
        suggest="they",
    )
