"""Names that are written into one word with others, each with its capital: what a
campaign is called by, "#JusticeForElspeth", and what a search engine finds at once."""

import re

from heed.deidentify.everyday import is_everyday
from heed.deidentify.findings import Tier
from heed.deidentify.from_the_register import suggested, why
from heed.deidentify.page import Hit, Page
from heed.deidentify.register import Register

_PART = re.compile(r"[A-Z][a-z]+")
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
) -> list[Hit]:
    """The finding that this word holds these names; surely, where one of them is no
    word of the language."""
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
        return []
    start, end = page.span(number, number)
    sure = not all(map(is_everyday, names))
    return [
        Hit(
            start=start,
            end=end,
            class_="name",
            tier=Tier.CONFIRMED if sure else Tier.CHECK,
            why=why("name", entries),
            entries=entries,
            suggest=suggested("name", entries),
        )
    ]
