"""Streets, schools, wards and hospitals by name, and professionals called by name
where a role is meant: found by the word that says what they are."""

import re
from collections.abc import Iterator

from heed.deidentify.capitals import names_a_body
from heed.deidentify.findings import Tier
from heed.deidentify.folding import words_of
from heed.deidentify.page import Hit, Page
from heed.deidentify.place_forms import SHORTENED

STREET_WORDS = frozenset(SHORTENED) | frozenset(
    words_of("way walk row mews rise hill parade embankment villas quay wharf crofts")
)
SCHOOL_WORDS = frozenset(words_of("school academy nursery college preschool"))
PLACE_WORDS = frozenset(words_of("ward hospital infirmary hospice surgery refuge"))
# Only with the word before it: a centre and a hub alone are as often a public body.
CENTRE_WORDS = frozenset(words_of("centre hub club"))
WORSHIP_WORDS = frozenset(
    words_of("mosque church chapel temple synagogue gurdwara playgroup playgroups")
)
HOUSE_WORDS = frozenset(words_of("cottage farmhouse farm lodge manor vicarage"))
OPERATION = "operation"
TITLE_WORDS = frozenset(
    words_of("dr mr mrs ms miss mx professor pc dc ds di sgt sergeant sister nurse")
)
ROLE_WORDS = frozenset(words_of("worker visitor constable teacher midwife inspector"))
FIRST_WORDS = frozenset().union(
    *(STREET_WORDS, SCHOOL_WORDS, PLACE_WORDS, TITLE_WORDS, ROLE_WORDS),
    *(CENTRE_WORDS, WORSHIP_WORDS, HOUSE_WORDS, {OPERATION}),
)

# One to three words with a capital, right before the word of kind.
_CAPITALS = r"[A-Z\u00c0-\u00de][\w\u2019'-]*"
_SHORTENED = r"(?:(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z])\.)"
_NAMED = re.compile(
    rf"(?:\d{{1,4}}[A-Za-z]?,? +)?"
    rf"(?:{_CAPITALS}{_SHORTENED}? +(?:(?:of|the|and|on) +)?){{1,4}}$"
)
_NO_NAME = re.compile(
    r"^(?:(?:The|A|An|In|At|On|This|Her|His|Their|Each|Every|Any|No|New|Old|Local|One"
    r"|Primary|Secondary|Junior|Infant|Nursery|Special|High|Middle|Pre|Community"
    r"|Private"
    r"|Independent|General|Acute|Maternity|Children[\u2019']s|Paediatric"
    r"|Hospital|Public"
    r"|Main|Home|Whole|Before|After|When|During|From|School|Boarding|Day|Sixth|Form|And"
    r"|Electoral|Council|GP|GPs|NHS|Working|Early|Further|Higher|Royal|Child"
    r"|Young|First|Family|Sure|Start|Youth|Leisure|Sports?|Health|Medical|Contact|Parish|Catholic"
    r"|Regional|National|Methodist|Christian)"
    r"(?:[\s-]+|$))+$",
    re.IGNORECASE,
)
_CENTRE = re.compile(
    r"(?:^|\s)(?:Children[\u2019']?s|Family|Community|Leisure|Sports?|Youth|Day"
    r"|Health|Medical|Contact|Breakfast|After[ -]School)\s+$"
)
_LEAD = re.compile(
    r"^(?:(?:The|A|An|In|At|On|This|Her|His|Their|From|To|By|Near|And|When|After|Before"
    r"|While|During|With|For|Of|As) +)+"
)
# A name and not a letter: "Ms M" is how some areas write a pseudonym.
_PROPER = r"[A-Z\u00c0-\u00de][\w\u2019'-]*[a-z\u00df-\u00ff]"
_PERSON = re.compile(rf"[ \u00a0]+((?:[A-Z]\.? +)*{_PROPER}(?: +{_PROPER})?)")
_CITED = re.compile(r"\s*(?:\(?(?:19|20)\d\d|et al|and colleagues)")
_ON_THE_COVER = re.compile(
    r"(?:author|reviewer|written by|prepared by|chair(?:ed)?|scrutineer)[^\n]*$",
    re.IGNORECASE,
)
_NOT_A_PERSON = re.compile(
    r"^(?:\d|One|Two|A|B|C|Number|And|The|Social|Health|Family|Police|In|At|On|Team"
    r"|Service|Practice|Notes|Consultant|Mother|Father)\b"
)
# "Ward 12", "ward 4B"; and "PC 4432", whom a misconduct hearing names.
_NUMBERED_WARD = re.compile(r" +(?:\d{1,3}[A-Z]?|[A-Z]\d{1,2})\b(?![\w%])")
_COUNTED = re.compile(r"\s+(?:minute|hour|day|night|week|month|year|time)s?\b")
_NUMBERED_OFFICER = re.compile(r" +\d{2,6}\b(?!\s*%)")
_OFFICERS = frozenset(words_of("pc dc ds di sgt sergeant constable"))
# What runs in every force says nothing of a case.
_OF_A_CASE = re.compile(
    r" +(?!(?:Encompass|Soteria|Endeavour|Sceptre|Hydrant|Makesafe|Theatre|Manual"
    rf"|Room|Centre)\b)({_PROPER})"
)
_WIDTH = 70


def named_thing_at(page: Page, number: int) -> Iterator[Hit]:
    """The named street, school, ward, hospital or professional that this word of kind
    belongs to; each could be the child's own, and is to be checked."""
    word = page.words[number]
    start, end = page.span(number, number)
    if word == OPERATION:
        yield from _operation(page.text, start, end)
    elif word == "ward" and (numbered := _numbered_ward(page.text, start, end)):
        before = _name_before(page.text, word, start)
        yield _place(word, start - len(before), numbered)
    elif word in TITLE_WORDS or word in ROLE_WORDS:
        yield from _professional(page.text, word, start, end)
    elif not page.text[start].islower():
        yield from _named_place(page.text, word, start, end)


def _numbered_ward(text: str, start: int, end: int) -> int:
    """Where the number of a ward ends; 0 where none stands behind it. "On the ward 10
    days" counts days."""
    found = _NUMBERED_WARD.match(text, end)
    counts = found and text[start].islower() and _COUNTED.match(text, found.end())
    return found.end() if found and not counts else 0


def _named_place(text: str, word: str, start: int, end: int) -> Iterator[Hit]:
    name = _name_before(text, word, start)
    if not name:
        return
    if word in STREET_WORDS and names_a_body(text[end : end + _WIDTH]):
        return
    yield _place(word, start - len(name), end)


def _name_before(text: str, word: str, start: int) -> str:
    """The name that stands before a word of kind, with the space between them."""
    found = _NAMED.search(text[max(0, start - _WIDTH) : start])
    name = _LEAD.sub("", found.group()) if found else ""
    if word in CENTRE_WORDS and not _CENTRE.search(name):
        return ""
    return "" if _NO_NAME.match(name.strip()) else name


def _place(word: str, start: int, end: int) -> Hit:
    class_, why, suggest = _kind_of_place(word)
    return Hit(
        start=start,
        end=end,
        class_=class_,
        tier=Tier.CHECK,
        why=why,
        suggest=suggest,
    )


def _operation(text: str, start: int, end: int) -> Iterator[Hit]:
    found = None if text[start].islower() else _OF_A_CASE.match(text, end)
    if found:
        yield Hit(
            start=start,
            end=found.end(),
            class_="searchable_quote",
            tier=Tier.CHECK,
            why="An operation of the police by its name: a search finds whom it held.",
            suggest="the police investigation",
        )


def _kind_of_place(word: str) -> tuple[str, str, str]:
    if word in SCHOOL_WORDS:
        return "school", "A school by its name.", "the school"
    if word in PLACE_WORDS:
        return "place", "A ward or a practice by its name.", f"the {word}"
    if word in HOUSE_WORDS:
        return "address", "A house by its name.", "the family home"
    if word in CENTRE_WORDS or word in WORSHIP_WORDS:
        return "place", "A place by its name, where few go.", f"a {word}"
    return "address", "A street by its name.", "the family home"


def _professional(text: str, word: str, start: int, end: int) -> Iterator[Hit]:
    if word in TITLE_WORDS:
        if text[start].islower():
            return
        end += text[end : end + 1] == "."
    if text[end + 1 : end + 2].islower():
        return
    if word in _OFFICERS and (numbered := _NUMBERED_OFFICER.match(text, end)):
        yield _by_name(start, numbered.end())
        return
    found = _PERSON.match(text[end : end + _WIDTH])
    if not found:
        return
    after = text[end + found.end() : end + found.end() + 20]
    if _NOT_A_PERSON.match(found[1]) or _CITED.match(after):
        return
    if _ON_THE_COVER.search(text[max(0, start - _WIDTH) : start]):
        return
    first = start if word in TITLE_WORDS else end + found.start(1)
    yield _by_name(first, end + found.end())


def _by_name(start: int, end: int) -> Hit:
    return Hit(
        start=start,
        end=end,
        class_="professional",
        tier=Tier.CHECK,
        why="Somebody by name, where only the role may stand.",
        suggest="the role",
    )
