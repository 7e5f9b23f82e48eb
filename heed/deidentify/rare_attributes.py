"""What is said of hardly anyone: "the only …", an unusual work, a language, an origin
or an illness that few have, a place among brothers and sisters.
"""

import re
from collections.abc import Iterator

from heed.deidentify.findings import Tier
from heed.deidentify.page import Hit, Page, checked
from heed.deidentify.word_lists import lines_of

ONLY = frozenset({"only", "sole"})
_RARE = {line[0].rstrip(":"): frozenset(line[1:]) for line in lines_of("rare")}
ORIGINS, ILLNESSES, WORKS = _RARE["origins"], _RARE["illnesses"], _RARE["works"]
BIRTHS = frozenset({"youngest", "eldest", "oldest", "middle"})
FIRST_WORDS = ONLY | ORIGINS | ILLNESSES | WORKS | BIRTHS | {"rare"}
BORN_TOGETHER = frozenset({"triplet", "triplets", "quadruplets"})
PARENTS = frozenset({"mother", "father", "parents", "parent"})
FIRST_WORDS |= BORN_TOGETHER | PARENTS

_ONLY = re.compile(
    r"(?:\bthe|\bhis|\bher|\btheir|[\u2019']s)\s+(?:only|sole)\s+(?!child\b"
    r"|one\b|way\b|time\b|"
    r"reason\b|thing\b|exception\b|evidence\b|record\b|mention\b|contact\b|option\b)"
    r"[^.;:\n]{3,90}?\b(?:famil(?:y|ies)|child|boy|girl|pupil|student|household"
    r"|person|man|woman"
    r"|mother|father|parent|couple|teenager|resident|patient)\b[^.;:,\n]*",
    re.IGNORECASE,
)
# "The only child" alone has no brothers and sisters, which many have not.
_ONLY_ONE = re.compile(
    r"(?:\bthe|\bhis|\bher|\btheir|[\u2019']s)\s+(?:only|sole)\s+(?:family|child|boy"
    r"|girl|pupil|student|household|couple|teenager)\s+(?:in|at|with|from|who)\s+"
    r"(?!(?:(?:the|his|her|their|this)\s+)?(?:home|house|household|family)\b)"
    r"[^.;:,\n]{3,90}",
    re.IGNORECASE,
)
_ILLNESS = re.compile(
    r"rare\s+(?:\w+\s+){0,3}?(?:disorder|condition|disease|syndrome|cancer"
    r"|illness|deficiency)\b"
)
_OF_MANY = re.compile(
    r"\s+of\s+(?:five|six|seven|eight|nine|ten|eleven|twelve|[5-9]|1\d)\b"
    r"(?:\s+(?:children|boys|girls|sons|daughters))?(?!\s+(?:of|the|his|her|their)\b|[-%])"
)
_AS_WORK = re.compile(
    r"\b(?:as|is|was|were|became|mother|father|partner|uncle|aunt|grand\w+"
    r"|stepfather|parent"
    r"|,)[\s,]+(?:an?|the|both)?\s*(?:\w+\s+){0,2}$"
)
_OF_BIRTHS = re.compile(
    r"\s+of\s+(?:the\s+|her\s+|his\s+|their\s+)?(?:three|four|five|six|seven"
    r"|eight|nine|ten|\d+)\b"
    r"(?:\s+(?:children|siblings|brothers|sisters|boys|girls|sons|daughters))?"
)
_THINGS = re.compile(
    r"\s+(?:ocean|station|stove|rug|restaurant|takeaway|bread|salad)\b"
)

_A_FEW = "Said of hardly anyone: whoever knows the place knows the family."
_ORIGIN = "An origin, a language or a faith that few families of an area share."
_AN_ILLNESS = "An illness that few children have."
_A_WORK = "A work that few people do."
_A_BIRTH = "The place among brothers and sisters tells the family."


def rare_attributes_at(page: Page, number: int) -> Iterator[Hit]:
    """What this word says of a person that can be said of hardly anyone."""
    word = page.words[number]
    if word in ONLY:
        yield from _only(page, number)
        return
    start, end = page.starts[number], page.word_end(number)
    text = page.folded.text
    if word in BIRTHS and (match := _OF_BIRTHS.match(text, end)):
        yield _rare(page, start, match.end(), _A_BIRTH, "one of several children")
    elif word in PARENTS:
        if match := _OF_MANY.match(text, end):
            yield _rare(page, start, match.end(), _A_BIRTH, "a parent of several")
    elif word in BORN_TOGETHER:
        yield _rare(page, start, end, _A_BIRTH, "children of one family")
    elif word == "rare" and (match := _ILLNESS.match(text, start)):
        yield _rare(page, *match.span(), _AN_ILLNESS, "a health condition")
    else:
        yield from _by_the_list(page, number, start, end)


def _by_the_list(page: Page, number: int, start: int, end: int) -> Iterator[Hit]:
    word = page.words[number]
    if word in ORIGINS:
        if page.first_of(number).isupper() and not _THINGS.match(page.folded.text, end):
            yield _rare(page, start, end, _ORIGIN, "the family's background")
    elif word in ILLNESSES:
        yield _rare(page, start, end, _AN_ILLNESS, "a health condition")
    elif word in WORKS and _AS_WORK.search(page.before(start)):
        yield _rare(page, start, end, _A_WORK, "in work")


def _only(page: Page, number: int) -> Iterator[Hit]:
    place = page.span(number, number)[0]
    around = max(0, place - 12), place + 200
    found = _ONLY_ONE.search(page.text, *around) or _ONLY.search(page.text, *around)
    if found and found.start() < place:
        yield Hit(
            start=found.start(),
            end=found.end(),
            class_="rare_attribute",
            tier=Tier.CHECK,
            why=_A_FEW,
            suggest="a coarser description",
        )


def _rare(page: Page, start: int, end: int, why: str, suggest: str) -> Hit:
    return checked(page, start, end, "rare_attribute", why, suggest)
