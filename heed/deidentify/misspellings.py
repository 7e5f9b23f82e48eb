"""Names with one letter wrong: left out, added, changed, or two changed about."""

import re
from collections.abc import Iterable, Iterator

from heed.deidentify.entries import Entry, Kind
from heed.deidentify.everyday import is_everyday
from heed.deidentify.findings import Tier
from heed.deidentify.folding import fold
from heed.deidentify.from_the_register import suggested, why
from heed.deidentify.page import Hit, Page
from heed.deidentify.register import Register

MISSPELT = "fuzzy_name"
_PLACES = {Kind.ADDRESS: "address", Kind.SCHOOL: "school", Kind.PLACE: "place"}
SHORTEST = 4
UNMISTAKABLE = 7
CAPITALISED = re.compile(r"[A-Z\u00c0-\u04ff][^\W\d_]{2,}")

LATIN_CAPITALISED = re.compile(r"[A-Z][A-Za-z]{2,}")
"""The same of plain ASCII, and quicker."""


def misspellings_in(
    page: Page, register: Register, *, several: bool = False
) -> Iterator[Hit]:
    """The words that are a name of the register but for one letter. In running text
    only words with a capital can be; in a label any word. A word that is also written
    without a capital is no name; but where a page is `several` texts one after the
    other, what stands in one says nothing of the others."""
    meant = _meant(_suspects(page, register), register)
    for word, close in meant.items():
        numbers = page.where.get(word, ())
        with_capital = [n for n in numbers if page.label or _has_capital(page, n)]
        if several or len(with_capital) == len(numbers):
            yield from (
                hit_of(page, number, close, register) for number in with_capital
            )


def may_be_misspelt(text: str, register: Register) -> bool:
    """Whether a word with a capital is near enough to a name to be looked at."""
    near = register.dictionary.names_without_a_letter
    for word in {fold(each).text for each in CAPITALISED.findall(text)}:
        shorter = (word[:n] + word[n + 1 :] for n in range(len(word)))
        if len(word) >= SHORTEST and (
            word in near or any(each in near for each in shorter)
        ):
            return True
    return False


def is_one_letter_apart(word: str, name: str) -> bool:
    """Whether one letter left out, added or changed, or two neighbours changed about,
    makes one of the other."""
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    first = next(
        (n for n, (a, b) in enumerate(zip(word, name, strict=False)) if a != b),
        min(len(word), len(name)),
    )
    rest, other = word[first:], name[first:]
    return (
        rest[1:] == other[1:]
        or rest[1:] == other
        or rest == other[1:]
        or (rest[:2] == other[1::-1] and rest[2:] == other[2:])
    )


def _suspects(page: Page, register: Register) -> set[str]:
    if page.label:
        words = set(page.distinct)
    else:
        words = {fold(word).text for word in set(CAPITALISED.findall(page.text))}
    return {word for word in words if is_suspect(word, register)}


def is_suspect(word: str, register: Register) -> bool:
    """Whether a folded word may be a name with a letter wrong: no name of the register,
    nothing that somebody is called by, no everyday word."""
    return (
        len(word) >= SHORTEST
        and word not in register.dictionary.phrases
        and word not in register.pseudonym_words
        and not is_everyday(word)
    )


def close_to(word: str, register: Register) -> list[str]:
    """The names of the register that a word is one letter from."""
    known = register.dictionary.close
    if word not in known:
        near = register.dictionary.names_without_a_letter
        shorter = (word[:n] + word[n + 1 :] for n in range(len(word)))
        names = {name for key in (word, *shorter) for name in near.get(key, ())}
        known[word] = sorted(name for name in names if is_one_letter_apart(word, name))
    return known[word]


def _meant(suspects: Iterable[str], register: Register) -> dict[str, list[str]]:
    meant = {word: close_to(word, register) for word in suspects}
    return {word: close for word, close in meant.items() if close}


def _has_capital(page: Page, number: int) -> bool:
    return not page.text[page.span(number, number)[0]].islower()


def hit_of(page: Page, number: int, meant: list[str], register: Register) -> Hit:
    """The finding that this word is one of these names with a letter wrong."""
    names = register.dictionary.names
    entries = tuple(entry for name in meant for entry in names[name])
    class_ = next((_PLACES[e.kind] for e in entries if e.kind in _PLACES), MISSPELT)
    if any(entry.kind not in _PLACES for entry in entries):
        class_ = MISSPELT
    start, end = page.span(number, number)
    sure = (
        max(map(len, meant)) >= UNMISTAKABLE
        or any(entry.critical for entry in entries)
        or _beside_a_name(page, number, entries, register)
    )
    return Hit(
        start=start,
        end=end,
        class_=class_,
        tier=Tier.CONFIRMED if sure else Tier.CHECK,
        why=why(class_ if class_ == MISSPELT else f"fuzzy_{class_}", entries),
        entries=entries,
        suggest=suggested(class_, entries),
    )


def _beside_a_name(
    page: Page, number: int, entries: tuple[Entry, ...], register: Register
) -> bool:
    beside = {
        *page.words[max(0, number - 1) : number],
        *page.words[number + 1 : number + 2],
    }
    people = {entry.person for entry in entries}
    return any(
        form.entry.person in people
        for word in beside
        for rest, forms in register.dictionary.phrases.get(word, ())
        for form in forms
        if not rest and form.class_ != "initials"
    )
