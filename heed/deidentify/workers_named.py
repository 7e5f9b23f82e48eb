"""Somebody at work who is named beside what they are, with a comma between: "Jane, her
social worker,", "the nurse, Priya,", "a teacher called Mark". The name may be a word of
the language too, and may begin a sentence."""

import re
from collections.abc import Iterator

from heed.deidentify.english import is_a_word
from heed.deidentify.everyday import may_be_somebody
from heed.deidentify.findings import Tier
from heed.deidentify.folding import words_of
from heed.deidentify.page import Hit, Page

ROLE_WORDS = frozenset(
    words_of(
        "worker keyworker visitor nurse midwife teacher headteacher doctor "
        "paediatrician consultant officer guardian therapist counsellor mentor tutor "
        "solicitor psychologist psychiatrist practitioner advocate paramedic"
    )
)
_PROPER = r"[A-Z\u00c0-\u00de][\w\u2019'-]*[a-z\u00df-\u00ff]"
_NAME = rf"(?P<name>{_PROPER}(?: {_PROPER})?)"
_BEFORE = re.compile(
    rf"(?P<in>\b(?:[Ii]n|[Dd]uring|[Bb]y|[Ss]ince|[Uu]ntil|from|of|last|early|late|before|after)\s)?"
    rf"\b{_NAME}, (?P<whose>her|his|their|my|our|the|an?|\w+[\u2019']s) "
    r"(?:[\w-]+ ){0,3}$"
)
_CLOSES = re.compile(r"\s*(?:[,.;:)\u2013\u2014]|$)|\s+(?:who|from|at)\b")
_AFTER = re.compile(rf"(?:, | \(){_NAME}(?=[,.;:)]|$)", re.MULTILINE)
_CALLED = re.compile(rf",? (?:called|named) {_NAME}")
_WIDTH = 60


def worker_named_at(page: Page, number: int) -> Iterator[Hit]:
    """Who is named beside this word of a profession; to be checked."""
    start, end = page.span(number, number)
    text = page.text
    if text[end : end + 1] == " " and _goes_on(page, number, text[end + 1 : end + 2]):
        return  # at a glance, as most do
    after = text[end : end + _WIDTH]
    found = _AFTER.match(after) or _CALLED.match(after)
    if found:
        yield from _named(end, found)
    elif _CLOSES.match(after):
        begins = max(0, start - _WIDTH)
        before = _BEFORE.search(text[begins:start])
        if before:
            yield from _named(begins, before)


_MAY_FOLLOW = frozenset({"called", "named", "who", "from", "at"})


def _goes_on(page: Page, number: int, sign: str) -> bool:
    """Whether what follows makes no more of it."""
    following = page.words[number + 1 : number + 2]
    return sign != "(" and bool(following) and following[0] not in _MAY_FOLLOW


def _named(offset: int, found: re.Match[str]) -> Iterator[Hit]:
    name = found["name"]
    words = words_of(name)
    in_a_month = found.groupdict().get("in") and not _is_unknown(words[0])
    if in_a_month or not all(_is_unknown(w) or may_be_somebody(w) for w in words):
        return
    start = offset + found.start("name")
    yield Hit(
        start=start,
        end=start + len(name),
        class_="professional",
        tier=Tier.CHECK,
        why="Somebody at work by name, where only the role may stand.",
        suggest="the role",
    )


def _is_unknown(word: str) -> bool:
    return not is_a_word(word)
