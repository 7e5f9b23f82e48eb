"""The words of a page walked once: only a word that begins something of the register, a
number, or a word of kind ("Road", "aged") is looked at more closely.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from heed.deidentify import (
    ages,
    births,
    codes,
    dates,
    fanciful_names,
    named_things,
    quantities,
    rare_attributes,
    relative_dates,
    workers_named,
)
from heed.deidentify.dictionary import PREFIX
from heed.deidentify.findings import Tier
from heed.deidentify.from_the_register import codes_at, phrases_at
from heed.deidentify.misspellings import misspellings_in
from heed.deidentify.page import Hit, Page
from heed.deidentify.register import Register

Look = Callable[[Page, int, Register], Iterable[Hit]]

SHORT = 3
_APART = {" ", ".", ",", ";", "\n", ""}
AFTER_DIGITS = ":"  # the character after "9": whatever sorts before it is a number


def looks_at(word: str, register: Register) -> tuple[Look, ...]:
    """How to look more closely where this folded word stands; mostly not at all."""
    dictionary = register.dictionary
    looks: list[Look] = []
    if word in dictionary.phrases:
        looks.append(_phrases_of)
    if word[:PREFIX] in dictionary.code_beginnings:
        looks.append(_codes_of)
    if word < AFTER_DIGITS:
        looks.append(_at_a_number)
    return (*looks, *LOOKS.get(word, ()))


def _phrases_of(page: Page, number: int, register: Register) -> Iterable[Hit]:
    return phrases_at(page, number, register.dictionary)


def _codes_of(page: Page, number: int, register: Register) -> Iterable[Hit]:
    return codes_at(page, number, register.dictionary)


def _at_a_number(page: Page, number: int, register: Register) -> Iterable[Hit]:
    alone = _is_alone(page, number)
    if alone and _tells_nothing(page, number):
        return ()
    hits = [*dates.dates_at(page, number, register)]
    if not alone:
        hits += codes.codes_of_anyone_at(page, number)
    hits += _counted(page, number, register)
    return hits


def _tells_nothing(page: Page, number: int) -> bool:
    """Whether no word beside a number among words may make more of it: "page 12 of"."""
    beside = page.words[max(0, number - 1) : number + quantities.REACH]
    follows = page.follows(number)[:1]
    return (
        _MAKE_MORE.isdisjoint(beside)
        and follows not in quantities.GO_ON_WITH_A_TIME
        and page.before(page.starts[number], 1) != "\u00a3"
    )


_MAKE_MORE = (
    dates.AFTER_A_DAY | ages.BEFORE_AN_AGE | ages.AFTER_AN_AGE | quantities.AHEAD
)


def _is_alone(page: Page, number: int) -> bool:
    """Whether it is a short number among words, which begins no code."""
    end = page.word_end(number)
    if len(page.words[number]) > SHORT or page.folded.text[end : end + 1] not in _APART:
        return False
    if number and page.word_end(number - 1) == page.starts[number]:
        return False
    return number + 1 == len(page.words) or page.words[number + 1].isalpha()


def _counted(page: Page, number: int, _: Register) -> Iterable[Hit]:
    """The age, or else the quantity, that a number tells."""
    found = ages.age_at_a_number(page, number) or quantities.quantity_at(page, number)
    return (found,) if found else ()


def _without_a_register(look: Callable[[Page, int], Iterator[Hit]]) -> Look:
    return lambda page, number, _: look(page, number)


_KINDS: tuple[tuple[frozenset[str], Look], ...] = (
    (named_things.FIRST_WORDS, _without_a_register(named_things.named_thing_at)),
    (births.FIRST_WORDS, _without_a_register(births.birth_told_at)),
    (
        workers_named.ROLE_WORDS,
        _without_a_register(workers_named.worker_named_at),
    ),
    (
        fanciful_names.LAST_WORDS,
        _without_a_register(fanciful_names.fanciful_name_at),
    ),
    (dates.FIRST_WORDS, dates.dates_at),
    (ages.FIRST_WORDS, _without_a_register(ages.ages_at)),
    (frozenset(ages.NUMBER_WORDS), _counted),
    (relative_dates.FIRST_WORDS, _without_a_register(relative_dates.day_told_at)),
    (
        rare_attributes.FIRST_WORDS,
        _without_a_register(rare_attributes.rare_attributes_at),
    ),
)
LOOKS: dict[str, tuple[Look, ...]] = {
    word: tuple(look for words, look in _KINDS if word in words)
    for words, _ in _KINDS
    for word in words
}


# Words that are broken over a line

BROKEN = re.compile(r"[-\u00ad\u2010\u2011]\s+")
_AROUND = 60


def names_of_the_register(page: Page, register: Register) -> Iterator[Hit]:
    """What of the register's phrases is written on a page, over line ends too. Inside
    what is surely a name nothing more is looked for: it will not stay there."""
    end = 0
    for number in page.numbers_of(register.first_words & page.where.keys()):
        if page.starts[number] < end:
            continue
        for hit in phrases_at(page, number, register.dictionary):
            yield hit
            if hit.tier is Tier.CONFIRMED:
                end = page.folded_end(hit.end)
                break
    yield from over_line_ends(page.text, register)


def traces_of_anyone(page: Page, register: Register) -> Iterator[Hit]:
    """What leads to somebody without a name: addresses, schools, numbers by which
    people are known, telephones, emails; and the births that a register holds."""
    numeric = {word for word in page.where if word < AFTER_DIGITS}
    things = named_things.FIRST_WORDS & page.where.keys()
    births = numeric | (dates.FIRST_WORDS & page.where.keys())
    if not register.dictionary.days:
        births = set()
    for number in page.numbers_of(numeric | things | births):
        word = page.words[number]
        if word in numeric:
            yield from codes.codes_of_anyone_at(page, number)
        if word in things:
            yield from named_things.named_thing_at(page, number)
        if word in births:
            yield from dates.dates_at(page, number, register)
    yield from codes.emails_in(page)


def may_be_broken(text: str) -> bool:
    """Whether a text may hold a hyphen at the end of a line: at a glance."""
    return "-" in text or not text.isascii()


def over_line_ends(text: str, register: Register) -> Iterator[Hit]:
    """What of the register is written over the end of a line, with a hyphen."""
    for broken in BROKEN.finditer(text) if may_be_broken(text) else ():
        begin = max(0, broken.start() - _AROUND)
        head = text[begin : broken.start()]
        tail = text[broken.end() : broken.end() + _AROUND]
        if head[-1:].isalpha() and tail[:1].isalpha():
            gap = broken.end() - broken.start()
            for hit in _of_the_register(Page(head + tail), register):
                if hit.start < len(head) < hit.end:
                    start, end = hit.start + begin, hit.end + begin + gap
                    yield replace(hit, start=start, end=end)


def _of_the_register(page: Page, register: Register) -> Iterator[Hit]:
    yield from misspellings_in(page, register)
    yield from _phrases(page, register)


def _phrases(page: Page, register: Register) -> Iterator[Hit]:
    for number in page.numbers_of(register.first_words & page.where.keys()):
        yield from phrases_at(page, number, register.dictionary)
