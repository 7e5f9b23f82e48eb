"""One pass over a text: everything in it that could identify a person, each once.

The pass walks the words; only a word that begins something of the register, a number,
or a word of kind ("Road", "aged") is looked at more closely.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from heed.deidentify import codes, dates, jigsaw, named_things
from heed.deidentify.findings import Finding, Tier
from heed.deidentify.from_the_register import codes_at, phrases_at
from heed.deidentify.misspellings import misspellings_in
from heed.deidentify.page import Hit, Page
from heed.deidentify.pseudonym_slips import sex_revealed_in, slips_in
from heed.deidentify.register import Register
from heed.deidentify.settling import Place, findings_of, not_allowed, settled

Look = Callable[[Page, int, Register], Iterator[Hit]]


def scan_text(
    text: str,
    register: Register,
    allow: Iterable[str] = (),
    *,
    overlaps: bool = False,
    places: Sequence[Place] = (),
) -> list[Finding]:
    """What in a text could identify a person, in its order. The words and phrases of
    `allow` raise nothing, save where the register calls them critical. A shorter form
    inside a longer one is left out unless `overlaps` are asked for; `places`, in
    order, say which part of the paper stands where."""
    page = Page(text)
    hits = not_allowed(page, hits_in(page, register), allow)
    kept = sorted(hits, key=_order) if overlaps else settled(hits)
    return list(findings_of(kept, text, places))


def hits_in(page: Page, register: Register) -> list[Hit]:
    """Everything found in running text, shorter forms inside longer ones included."""
    return [
        *_walked(page, register),
        *_over_line_ends(page.text, register),
        *misspellings_in(page, register),
        *codes.emails_in(page),
        *slips_in(page, register),
        *sex_revealed_in(page, register),
        *jigsaw.quotations_in(page),
        *jigsaw.combinations_in(page),
    ]


def hits_in_a_label(page: Page, register: Register) -> list[Hit]:
    """What of the register stands in a file's name, a link or a property, where there
    is no sentence to go by: a name may have any case and run into other words."""
    hits = [*_walked(page, register), *misspellings_in(page, register)]
    return [hit for hit in hits if hit.entries or hit.class_ == "identifier"]


def _order(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _walked(page: Page, register: Register) -> Iterator[Hit]:
    wanted = register.first_words | _LOOKS.keys()
    numeric = {word for word in page.where if word < AFTER_DIGITS}
    dictionary = register.dictionary
    for number in page.numbers_of((wanted & page.where.keys()) | numeric):
        word = page.words[number]
        yield from phrases_at(page, number, dictionary)
        yield from codes_at(page, number, dictionary)
        if word in numeric:
            yield from dates.dates_at(page, number, register)
            yield from codes.codes_of_anyone_at(page, number)
        elif word in _LOOKS:
            yield from _LOOKS[word](page, number, register)


AFTER_DIGITS = ":"  # the character after "9": whatever sorts before it is a number


def _age(page: Page, number: int, _: Register) -> Iterator[Hit]:
    return dates.ages_at(page, number)


def _named_thing(page: Page, number: int, _: Register) -> Iterator[Hit]:
    return named_things.named_thing_at(page, number)


def _rare(page: Page, number: int, _: Register) -> Iterator[Hit]:
    return jigsaw.rare_attributes_at(page, number)


_LOOKS: dict[str, Look] = {
    **dict.fromkeys(named_things.FIRST_WORDS, _named_thing),
    **dict.fromkeys(dates.FIRST_WORDS, dates.dates_at),
    **dict.fromkeys(dates.AGE_WORDS, _age),
    **dict.fromkeys(jigsaw.FIRST_WORDS, _rare),
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
    yield from _over_line_ends(page.text, register)


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


def _over_line_ends(text: str, register: Register) -> Iterator[Hit]:
    for broken in BROKEN.finditer(text):
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
