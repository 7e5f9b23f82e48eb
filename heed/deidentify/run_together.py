"""Names that are written into one word with others, each with its capital: what a
campaign is called by, "#JusticeForElspeth", and what a search engine finds at once."""

import re
from collections.abc import Iterator

from heed.deidentify.everyday import is_everyday
from heed.deidentify.findings import Tier
from heed.deidentify.from_the_register import suggested, why
from heed.deidentify.page import Hit, Page
from heed.deidentify.register import Register

_PART = re.compile(r"[A-Z][a-z]+")
_BROKEN = re.compile(r"[-\u2010\u2011](?=[^\W\d_]{2})")
_BEFORE, _AFTER = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_]+")
_AROUND = 30
_NAMES = frozenset({"name", "alias", "professional"})
_OF_A_SURNAME = frozenset({"mc", "mac", "de", "di", "du", "la", "le", "van", "fitz"})


def names_within(typed: str, register: Register) -> tuple[str, ...]:
    """The names of the register that a word with several capitals is made of."""
    if typed[1:].islower():  # at a glance, as almost every word is
        return ()
    parts = _PART.findall(typed)
    if len(parts) == 1 or "".join(parts) != typed or parts[0].lower() in _OF_A_SURNAME:
        return ()
    return tuple(
        part for part in map(str.lower, parts) if register.dictionary.is_alone(part)
    )


def hits_within(
    page: Page, number: int, names: tuple[str, ...], register: Register
) -> Iterator[Hit]:
    """The finding that this word holds these names."""
    yield from hit_of_names(names, *page.span(number, number), register)


def broken_names(text: str, register: Register) -> Iterator[Hit]:
    """Names that a hyphen breaks where no line ends any more: "Thorn-quist" is what is
    left of one when a page is copied."""
    for found in _BROKEN.finditer(text):
        begins = max(0, found.start() - _AROUND)
        before = _BEFORE.search(text[begins : found.start()])
        after = _AFTER.match(text, found.end())
        if not (before and after):
            continue
        name = f"{before[0]}{after[0]}".lower()
        if register.dictionary.is_alone(name) and not is_everyday(name):
            yield from hit_of_names(
                (name,), begins + before.start(), after.end(), register
            )


def hit_of_names(
    names: tuple[str, ...], start: int, end: int, register: Register
) -> Iterator[Hit]:
    """Surely somebody's, where one of these names is no word of the language."""
    phrases = register.dictionary.phrases
    forms = [
        form
        for name in names
        for rest, some in phrases.get(name, ())
        for form in some
        if not rest and form.class_ in _NAMES
    ]
    entries = tuple(dict.fromkeys(form.entry for form in forms))
    if not entries:
        return
    sure = not all(map(is_everyday, names))
    yield Hit(
        start=start,
        end=end,
        class_="name",
        tier=Tier.CONFIRMED if sure else Tier.CHECK,
        why=why("name", entries),
        entries=entries,
        suggest=suggested("name", entries),
    )
