"""Words with a capital that are no words of the language: they may name a person, a
small place, or somebody at work; unless they name a public body or an author.

One paragraph tells where they stand and whether they name a body there. Whether such a
word is also written small, or never but at the beginning of a sentence, the whole paper
tells.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from heed.deidentify.english import is_a_word
from heed.deidentify.everyday import may_be_somebody
from heed.deidentify.findings import Tier
from heed.deidentify.folding import words_of
from heed.deidentify.page import Hit, Page

SHORTEST = 3
MOST_WORDS = 5
_AROUND = 80

_WITHIN = re.compile(
    r"(?<=[\w,;\u2019')\]&-][ \u00a0])"
    r"|(?<=[\w,;\u2019')\]&-][ \u00a0][\"\u201c\u2018'(])"
)
_ENDS = frozenset(".!?\n")
_TWO = 2  # characters at least stand before what is inside a sentence
_BROKEN_OFF = ("@", ".", "/", "_", "\\")
_BODY = (
    r"[Cc]ouncil|[Cc]onstabulary|Police|Trust|Partnerships?|[Bb]oard|University|College"
    r"|Acts?|[Ii]nquiry|[Rr]eview|[Rr]eport|[Ss]ervices?|Project|Programme"
    r"|[Ss]cale|[Ff]ramework"
    r"|Foundation|Association|Society|[Cc]harity|Commission|Committee|Authority|Agency"
    r"|Department|Ministry|Office|Court|Hospitals|Health|Care|Homes|Housing|Unit|Centre"
    r"|Minds|Support|Forum|Panel|[Mm]odel|[Tt]ool|Guidance|Protocol|Procedures"
    r"|Convention"
    r"|[Rr]ules|Regulations|Principles|[Jj]udgment|Institute|Academy"
    r"|Safeguarding|SCP|LSCB"
    r"|LSCP|NHS|ICB|Education|[Mm]ethod|[Tt]est|[Aa]ssessment|Refuge|Surgery|Ltd"
    r"|Limited|County"
)
_NAMES_A_BODY = re.compile(
    rf"(?:[ \u00a0-]+(?:[A-Z][\w\u2019'&-]*|of|and|the|for"
    rf"|&)){{0,5}}?[ \u00a0-]+(?:{_BODY})\b"
)
_OF_A_BODY = re.compile(
    r"\b(?:Project|Operation|Programme|Storm|University of|Bishop of|Borough of"
    r"|County of"
    r"|City of|Diocese of|Charity|Professor|Lord|Baroness|Justice|Sir|Dame)\s+$"
)
_CITED = re.compile(
    r"[ \u00a0]+Climbi[e\u00e9]\b|(?:[\u2019']s)?,?\s+(?:(?:and|&)\s+[A-Z]\w+\s+)?"
    r"(?:et al|and colleagues|\(?(?:19|20)\d\d)"
)
_AUTHOR_BEFORE = re.compile(
    r"(?:[Aa]uthor(?:ed)?|[Rr]eviewer|[Ww]ritten by|[Pp]repared by"
    r"|[Cc]hair(?:ed by)?|[Ss]crutineer"
    r"|[Ll]ed by)\b[^\n.]{0,25}$"
)
_AUTHOR_AFTER = re.compile(
    r"(?:,\s*|\s*\(|\s+(?:was|were|is)\s+)(?:the |an? |our )?(?:commissioned|appointed"
    r"|(?:independent |lead |overview )+(?:reviewer|author|chair|scrutineer)|author)"
)
_IN_A_PLACE = re.compile(
    r"\b(?:in|at|near|around|outside|through|towards|across|into|beyond|leaving"
    r"|visiting"
    r"|(?:moved|moving|travelled|went|returned|came|back|lives|lived|home"
    r"|way) (?:to|from))"
    r"\s+(?:the |central |nearby |rural )?$"
)
_PLACE_ENDS = frozenset(
    {
        *(
            "quay",
            "green",
            "common",
            "cross",
            "bridge",
            "bay",
            "harbour",
            "farm",
            "hill",
        ),
        *(
            "estate",
            "village",
            "beach",
            "moor",
            "heath",
            "park",
            "island",
            "wood",
            "end",
        ),
        *(
            "sands",
            "head",
            "point",
            "marsh",
            "dale",
            "fields",
            "town",
            "mill",
            "market",
        ),
    }
)
_PLACE_BEGINS = frozenset(
    {"port", "saint", "st", "mount", "upper", "lower", "great", "little", "lake", "new"}
)
_AT_WORK = (
    r"worker|visitor|teacher|nurse|doctor|midwife|officer|manager|consultant"
    r"|paediatrician"
    r"|constable|sergeant|inspector|therapist|psychologist|psychiatrist"
    r"|supervisor|headteacher"
    r"|head|tutor|mentor|solicitor|guardian|coordinator|practitioner|lead"
    r"|counsellor|carer"
    r"|clinician|registrar|surgeon|paramedic|advocate"
)
_WORK_BEFORE = re.compile(rf"\b(?:{_AT_WORK})(?:,|:| called| named| was)?\s+$")
_WORK_AFTER = re.compile(
    r"(?:,\s*|\s*\(|\s+)(?:who (?:is|was) |then )?(?:the|a|an|her|his|their|from"
    r"|of|at|in)\s+"
    rf"(?:[\w\u2019'-]+\s+){{0,3}}?(?:{_AT_WORK}|teams?|service|school|surgery"
    rf"|hospital|clinic"
    r"|nursery|police|unit|ward|agency|practice|department|office)\b"
)
_SAYS = re.compile(
    r"(?:[\u2019']s\b|\s+(?:said|told|asked|was|had|has|felt|went|did|who)\b)"
)


@dataclass(frozen=True, slots=True)
class Capital:
    """A name that the paper has to confirm: it hangs on its `words`, which stand at
    [start, end) of the text."""

    words: tuple[str, ...]
    text: str
    start: int
    end: int

    @property
    def hit(self) -> Hit:
        """The name as it is found where the paper confirms it."""
        class_, why, suggest = _meaning(self.text, self.start, self.end)
        return Hit(
            start=self.start,
            end=self.end,
            class_=class_,
            tier=Tier.CHECK,
            why=why,
            suggest=suggest,
        )


@dataclass(slots=True)
class Capitals:
    """What the unknown words of one paragraph tell: what may be names, and which of
    them name a body or an author."""

    names: list[Capital]
    public: set[str]


def capitals_in(page: Page, unknown: frozenset[str]) -> Capitals:
    """What these words, which are none of the language, tell on this page."""
    told = Capitals([], set())
    end = 0
    for number in page.numbers_at(unknown):
        if page.starts[number] >= end and page.first_of(number).isupper():
            end = _take(page, number, unknown, told)
    return told


def stands_within(text: str, start: int) -> bool:
    """Whether what begins here with a capital stands inside a sentence; at a glance,
    most begin one."""
    begins = start < _TWO or text[start - _TWO] in _ENDS
    return not begins and bool(_WITHIN.match(text, start))


def is_unknown(word: str) -> bool:
    """Whether a folded word could be a name, by the word alone."""
    return len(word) >= SHORTEST and not is_a_word(word)


def _take(page: Page, number: int, unknown: frozenset[str], told: Capitals) -> int:
    """Notes the name that begins with this word; returns where it ends, folded."""
    first, last = _whole_name(page, number, unknown)
    start, end = page.span(first, last)
    words = tuple(w for w in page.words[first : last + 1] if w in unknown)
    before = page.text[max(0, start - _AROUND) : start]
    if before[-1:] in _BROKEN_OFF:
        pass
    elif _is_public(before, page.text[end : end + _AROUND]):
        told.public.update(words)
    else:
        told.names.append(Capital(words, page.text, start, end))
    return page.word_end(last)


def _whole_name(page: Page, number: int, unknown: frozenset[str]) -> tuple[int, int]:
    """From which word to which the name reaches: "Mabry Pellowick", "Saltern Quay"."""
    first = last = number
    begun = number and page.gap_after(number - 1) in {" ", "-"}
    if begun and page.first_of(number - 1).isupper():
        before = page.words[number - 1]
        if may_be_somebody(before) or before in _PLACE_BEGINS:
            first = number - 1
    while last + 1 < len(page.words) and last - first < MOST_WORDS:
        beside = page.gap_after(last) in {" ", "-", "\u00a0", "'"}
        word = page.words[last + 1]
        if not beside or not page.first_of(last + 1).isupper():
            break
        if not (word in unknown or word in _PLACE_ENDS or may_be_somebody(word)):
            break
        last += 1
    return first, last


def names_a_body(after: str) -> bool:
    """Whether what follows a name makes of it the name of a public body."""
    return bool(_NAMES_A_BODY.match(after))


def _is_public(before: str, after: str) -> bool:
    return bool(
        names_a_body(after)
        or _CITED.match(after)
        or _AUTHOR_AFTER.match(after)
        or _OF_A_BODY.search(before)
        or _AUTHOR_BEFORE.search(before)
    )


_A_PLACE = ("place", "No word of the language: it may be a small place.", "the area")
_A_WORKER = (
    *("professional", "It may be somebody by name, where only the role may stand."),
    "the role",
)
_A_NAME = ("name", "No word of the language: it may name somebody.", None)


def _meaning(text: str, start: int, end: int) -> tuple[str, str, str | None]:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    words = words_of(text[start:end])
    several = len(words) > 1
    if several and (words[-1] in _PLACE_ENDS or words[0] in _PLACE_BEGINS):
        return _A_PLACE
    if _WORK_BEFORE.search(before) or (several and _WORK_AFTER.match(after)):
        return _A_WORKER
    if _IN_A_PLACE.search(before) and not several and not _SAYS.match(after):
        return _A_PLACE
    return _A_NAME


SERVICES = frozenset({"project", "operation", "programme"})


def services_in(page: Page, noted: Iterable[int]) -> Iterator[str]:
    """The words that a service is called by: the Hope of "Project Hope"; `noted` are
    the numbers of the words among which "Project" is."""
    for number in noted:
        if page.words[number] in SERVICES and page.first_of(number).isupper():
            yield from page.words[number + 1 : number + 2]
