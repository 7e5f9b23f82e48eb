"""Words in which each person of a register is called as the case calls them: what
stands on a screen, in a copy and in a paper where names are off.

Whom the register does not know, but who is named beside what they are ("HV Ashdown"),
is called nothing: nobody knows who it is, and the name must not stand there.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from heed.deidentify.by_their_work import named_beside
from heed.deidentify.findings import Tier, form_of
from heed.deidentify.folding import words_alone
from heed.deidentify.misspellings import may_be_misspelt, misspellings_in
from heed.deidentify.named_things import FIRST_WORDS
from heed.deidentify.page import Hit, Page
from heed.deidentify.register import Register
from heed.deidentify.settling import settled
from heed.deidentify.walk import BROKEN, names_of_the_register, traces_of_anyone

NAMES = frozenset({"name", "alias", "initials", "fuzzy_name", "professional"})
SOMEBODY = "[a name of the family]"
SOMEBODY_ELSE = "[a name]"
MOST_CALLED = 3
INSTEAD = {
    "address": "[an address]",
    "postcode": "[a postcode]",
    "school": "[a school]",
    "identifier": "[a number]",
    "phone": "[a telephone number]",
    "email": "[an email address]",
    "dob": "[a date of birth]",
    "professional": SOMEBODY_ELSE,
}
"""What is said in place of what leads to somebody without a name."""
_MAY_LEAD = re.compile(r"[\d@]")
_SINGLE = re.compile(r"\b[A-Z]\b")
BETWEEN = "\n\n|\n\n"
"""Stands between texts that are looked through together: no name reaches over it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in words: where it stands and what is said in its place. `sure` is no
    where the sentence does not tell whether it is a name there."""

    text: str
    start: int
    end: int
    becomes: str
    sure: bool
    role: str = ""
    """By what work somebody is named there, whom the register does not know."""


class StillNamed(Exception):
    """Somebody is named still when everybody has been called otherwise."""


class Naming:
    """How a register's people are called, ready to be used on many words."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._pseudonyms = {form_of(each) for each in register.pseudonyms}
        first = register.first_words
        self._first = frozenset(word for word in first if len(word) > 1)
        self._initials = first - self._first

    @property
    def register(self) -> Register:
        """Whom it calls otherwise."""
        return self._register

    def names_in(
        self, words: str, *, several: bool = False, page: Page | None = None
    ) -> list[Named]:
        """The names of the register in these words, in their order; a shorter form
        inside a longer one is left out. `several`: texts that stand one after the
        other."""
        page = page or Page(words)
        hits = [
            *names_of_the_register(page, self._register),
            *misspellings_in(page, self._register, several=several),
        ]
        return [
            Named(
                text=words[hit.start : hit.end],
                start=hit.start,
                end=hit.end,
                becomes=_becomes(hit),
                sure=hit.tier is Tier.CONFIRMED,
            )
            for hit in settled([hit for hit in hits if hit.class_ in NAMES])
            if hit.tier is Tier.CONFIRMED or hit.class_ != "initials"
        ]

    def unknown_in(
        self, words: str, known: Sequence[Named] | None = None
    ) -> list[Named]:
        """Who is named beside what they are, and is none of those who are `known` to
        stand there; nor what the case calls somebody."""
        beside = [*named_beside(words)]
        if known is None:
            known = self.names_in(words) if beside else []
        starts = [one.start for one in known]
        return [
            Named(
                each.name,
                each.start,
                each.end,
                SOMEBODY_ELSE,
                sure=False,
                role=each.role,
            )
            for each in beside
            if not _overlaps(each.start, each.end, starts, known)
            and form_of(each.name) not in self._pseudonyms
        ]

    def called(self, words: str) -> str:
        """These words with everybody called as the case calls them; with a question
        mark where it may be no name. Raises StillNamed where a name is left."""
        made = self._made(words)
        if made != words and any(each.sure for each in self.names_in(made)):
            raise StillNamed
        return made

    def _made(self, words: str, *, several: bool = False) -> str:
        page = Page(words)
        known = self.names_in(words, several=several, page=page)
        named = sorted([*known, *self.unknown_in(words, known)], key=_place)
        starts = [each.start for each in named]
        traces = [
            each
            for each in self.traces_in(page)
            if each.becomes != SOMEBODY_ELSE
            or not _overlaps(each.start, each.end, starts, named)
        ]
        return replaced(words, [*named, *traces])

    def traces_in(self, page: Page) -> list[Named]:
        """What leads to somebody without a name: an address, a number, a birth."""
        words = page.text
        return [
            Named(
                words[hit.start : hit.end],
                hit.start,
                hit.end,
                INSTEAD[hit.class_],
                sure=False,
            )
            for hit in traces_of_anyone(page, self._register)
            if hit.class_ in INSTEAD
            and form_of(words[hit.start : hit.end]) not in self._pseudonyms
        ]

    def called_in_each(self, texts: Iterable[str]) -> dict[str, str | None]:
        """Each of these texts with everybody called so; None where a name is left. They
        are looked through together, which is many times as quick as one by one."""
        made: dict[str, str | None] = {}
        some = []
        for text in dict.fromkeys(texts):
            if self._may_name(text):
                some.append(text)
            else:
                made[text] = replaced(text, self.unknown_in(text, ()))
        parts = self._made(BETWEEN.join(some), several=True).split(BETWEEN)
        if len(parts) != len(some) or self._is_left_in(some, parts):
            return made | {text: self._called_or_none(text) for text in some}
        return made | dict(zip(some, parts, strict=True))

    def _may_name(self, text: str) -> bool:
        """Whether it is worth looking more closely: a word begins a name, or is one
        letter from it, or is broken over a line. Most texts are passed over here."""
        return (
            self._begins_a_name(text)
            or bool(_MAY_LEAD.search(text))
            or not FIRST_WORDS.isdisjoint(words_alone(text))
            or may_be_misspelt(text, self._register)
        )

    def _begins_a_name(self, text: str) -> bool:
        if not self._first.isdisjoint(words_alone(text)):
            return True
        if any(each.lower() in self._initials for each in _SINGLE.findall(text)):
            return True
        return bool(BROKEN.search(text))

    def _is_left_in(self, texts: Iterable[str], made: Iterable[str]) -> bool:
        """Whether somebody is named still in what was made of any of these texts."""
        pairs = zip(texts, made, strict=True)
        changed = BETWEEN.join(
            said for text, said in pairs if said != text and self._begins_a_name(said)
        )
        return any(found.sure for found in self.names_in(changed, several=True))

    def _called_or_none(self, text: str) -> str | None:
        try:
            return self.called(text)
        except StillNamed:
            return None


def _place(each: Named) -> tuple[int, int]:
    return each.start, each.end


def _overlaps(
    start: int, end: int, starts: Sequence[int], known: Sequence[Named]
) -> bool:
    """Whether one of these, which are in order, stands over a stretch."""
    before = bisect_left(starts, end) - 1
    return before >= 0 and known[before].end > start


def _becomes(hit: Hit) -> str:
    """What is said in place of a name: of two people who share it, both."""
    called = list(dict.fromkeys(entry.called for entry in hit.entries if entry.called))
    sure = hit.tier is Tier.CONFIRMED
    if len(called) == 1:
        return called[0] if sure else f"[{called[0]}?]"
    if not called or len(called) > MOST_CALLED:
        return SOMEBODY
    return f"[{' or '.join(called)}{'' if sure else '?'}]"


def replaced(words: str, found: Iterable[Named], *, left: Collection[str] = ()) -> str:
    """These words with what is said in place of each name; of two that overlap nothing
    is left over. The forms that are `left` stay as typed."""
    made, end = [], 0
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if left and form_of(each.text) in left:
            continue
        if each.start >= end:
            made += [words[end : each.start], each.becomes]
        end = max(end, each.end)
    return "".join([*made, words[end:]])
