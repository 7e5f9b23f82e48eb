"""What one paragraph shows by itself, and what it leaves for the whole paper to decide:
a word that is misspelt only where nobody writes it small, a name that stands inside
some sentence, a portrait of several traits.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from heed.deidentify import codes
from heed.deidentify.capitals import (
    SERVICES,
    WITHIN,
    Capitals,
    capitals_in,
    is_unknown,
    services_in,
)
from heed.deidentify.folding import fold
from heed.deidentify.jigsaw import Span, traits_in
from heed.deidentify.misspellings import (
    CAPITALISED,
    LATIN_CAPITALISED,
    close_to,
    hit_of,
    is_suspect,
)
from heed.deidentify.page import Hit, Page
from heed.deidentify.pseudonym_slips import OfAChild, slips_in, told_of_children
from heed.deidentify.quotations import quotations_in
from heed.deidentify.register import Asked, Register
from heed.deidentify.settling import Words, allowed_spans
from heed.deidentify.walk import noted_on, over_line_ends, walked


@dataclass(slots=True)
class Seen:
    """`hits` are sure to be there; what is `spelt` like a name, and the words that are
    `unknown`, hang on the whole paper. `capital` are those of which it is asked whether
    they are also written small; `inside` stand with their capital inside a sentence."""

    text: str
    distinct: frozenset[str]
    hits: list[Hit]
    spelt: list[tuple[Hit, str]] = field(default_factory=list)
    capital: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    capitals: Capitals | None = None
    services: frozenset[str] = frozenset()
    traits: dict[str, Span] = field(default_factory=dict)
    of_children: dict[str, OfAChild] = field(default_factory=dict)
    allowed: Sequence[Span] = ()

    @property
    def asked(self) -> set[str]:
        """The words of which the whole paper says whether they are written small."""
        asked = {word for _, word in self.spelt}
        if self.capitals:
            asked.update(word for name in self.capitals.names for word in name.words)
        return asked

    def writes_small(self, word: str) -> bool:
        """Whether a word stands here without a capital."""
        if word not in self.distinct or word not in self.capital:
            return word in self.distinct
        page = Page(self.text)
        return len(_with_capital(page, word)) < page.words.count(word)

    def look_at_unknown(self) -> None:
        """Looks at the words that are unknown: what they name, and how far it goes."""
        self.capitals = capitals_in(Page(self.text), self.unknown)


def seen_in(text: str, register: Register, allow: Iterable[Words] = ()) -> Seen:
    """What a paragraph shows."""
    page = Page(text)
    noted = noted_on(page, register)
    hits = walked(page, register, noted)
    hits += over_line_ends(text, register)
    hits += codes.emails_in(page)
    hits += slips_in(page, register)
    hits += quotations_in(page)
    seen = Seen(text, page.distinct, hits)
    _look_at_capitals(seen, page, register)
    if not SERVICES.isdisjoint(page.distinct):
        seen.services = frozenset(services_in(page))
    seen.traits = traits_in(page, hits, noted)
    seen.of_children = told_of_children(page, register, noted)
    if allow:
        seen.allowed = allowed_spans(page, allow)
    return seen


def _look_at_capitals(seen: Seen, page: Page, register: Register) -> None:
    capitalised = LATIN_CAPITALISED if page.text.isascii() else CAPITALISED
    placed = [(at[0], at.start()) for at in capitalised.finditer(page.text)]
    typed = {word for word, _ in placed}
    known = register.asked
    for word in typed:
        if word not in known:
            known[word] = _asked_of(word, register)
    asked = [each for word in typed if (each := known[word])]
    if not asked:
        return
    seen.capital = frozenset(each.word for each in asked)
    seen.unknown = frozenset(each.word for each in asked if each.is_unknown)
    if seen.unknown:
        seen.inside = frozenset(
            each.word
            for word, start in placed
            if (each := known[word]) and each.is_unknown
            if WITHIN.match(page.text, start)
        )
    for each in {each.word: each for each in asked if each.close}.values():
        for number in _with_capital(page, each.word):
            hit = hit_of(page, number, each.close, register)
            seen.spelt.append((hit, each.word))


def _asked_of(typed: str, register: Register) -> Asked | None:
    """What there is to ask of a word as typed."""
    word = typed.lower() if typed.isascii() else fold(typed).text
    unknown = typed[1].islower() and is_unknown(word)
    if word in register.pseudonym_words or register.dictionary.is_alone(word):
        unknown = False
    close = close_to(word, register) if is_suspect(word, register) else []
    return Asked(word, unknown, close) if unknown or close else None


def _with_capital(page: Page, word: str) -> list[int]:
    return [n for n in page.numbers_at({word}) if not page.first_of(n).islower()]
