"""What one paragraph shows by itself, and what it leaves for the whole paper to decide:
a word that is misspelt only where nobody writes it small, a name that stands inside
some sentence, a portrait of several traits.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from heed.deidentify import codes
from heed.deidentify.capitals import (
    Capitals,
    capitals_in,
    services_in,
)
from heed.deidentify.disguised import disguised_names
from heed.deidentify.jigsaw import Span, traits_in
from heed.deidentify.misspellings import hit_of
from heed.deidentify.page import Hit, Page
from heed.deidentify.pseudonym_slips import OfAChild, slips_in, told_of_children
from heed.deidentify.quotations import quotations_in
from heed.deidentify.register import Register
from heed.deidentify.run_together import broken_names, hits_within
from heed.deidentify.settling import Words, allowed_spans
from heed.deidentify.vocabulary import Asked, Vocabulary, walked
from heed.deidentify.walk import may_be_broken, over_line_ends


@dataclass(slots=True)
class Seen:
    """`hits` are sure to be there; what is `spelt` like a name, and the words that are
    `unknown`, hang on the whole paper. Of what is asked (`asks`) the paper says whether
    it is also written small; `inside` stands with its capital inside a sentence."""

    text: str
    folded: str
    hits: list[Hit]
    spelt: list[tuple[Hit, str]] = field(default_factory=list)
    asks: Sequence[Asked] = ()
    inside: Collection[str] = ()
    capitals: Capitals | None = None
    services: frozenset[str] = frozenset()
    traits: dict[str, Span] = field(default_factory=dict)
    of_children: dict[str, OfAChild] = field(default_factory=dict)
    allowed: Sequence[Span] = ()
    _distinct: frozenset[str] | None = None
    _unknown: frozenset[str] | None = None

    @property
    def distinct(self) -> frozenset[str]:
        """The words, each once: told apart when first asked."""
        if self._distinct is None:
            self._distinct = Page(self.text).distinct
        return self._distinct

    @property
    def unknown(self) -> frozenset[str]:
        """The words with a capital that are none of the language: told when asked."""
        if self._unknown is None:
            unknown = (each.word for each in self.asks if each.is_unknown)
            self._unknown = frozenset(unknown)
        return self._unknown

    @property
    def asked(self) -> set[str]:
        """The words of which the whole paper says whether they are written small."""
        asked = {word for _, word in self.spelt}
        if self.capitals:
            asked.update(word for name in self.capitals.names for word in name.words)
        return asked

    def writes_small(self, word: str) -> bool:
        """Whether a word stands here without a capital."""
        if word not in self.folded:  # at a glance, for most words are nowhere near
            return False
        if word not in self.distinct or all(each.word != word for each in self.asks):
            return word in self.distinct
        page = Page(self.text)
        return len(_with_capital(page, word)) < page.words.count(word)

    def look_at_unknown(self) -> None:
        """Looks at the words that are unknown: what they name, and how far it goes."""
        self.capitals = capitals_in(Page(self.text), self.unknown)


def seen_in(text: str, register: Register, allow: Iterable[Words] = ()) -> Seen:
    """What a paragraph shows."""
    vocabulary = register.made_into(Vocabulary)
    page = Page(text)
    marked = vocabulary.marked_on(page)
    hits = walked(page, register, marked)
    if may_be_broken(text):
        hits += over_line_ends(text, register)
        hits += broken_names(text, register)
    hits += disguised_names(page, register)
    if "@" in page.folded.text:
        hits += codes.emails_in(page)
    hits += slips_in(page, register)
    hits += quotations_in(page)
    seen = Seen(text, page.folded.text, hits)
    seen.asks, seen.inside = vocabulary.asked_on(page)
    if seen.asks:
        seen.spelt = [*_spelt_like_names(page, seen.asks, register)]
        hits += _run_together(page, seen.asks, register)
    telling = [number for number, word in marked if word.tells]
    seen.traits = traits_in(page, hits, telling)
    if telling:
        seen.services = frozenset(services_in(page, telling))
        seen.of_children = told_of_children(page, register, telling)
    if allow:
        seen.allowed = allowed_spans(page, allow)
    return seen


def _spelt_like_names(
    page: Page, asks: Iterable[Asked], register: Register
) -> Iterator[tuple[Hit, str]]:
    for each in {each.word: each for each in asks if each.close}.values():
        for number in _with_capital(page, each.word):
            yield hit_of(page, number, each.close, register), each.word


def _run_together(
    page: Page, asks: Iterable[Asked], register: Register
) -> Iterator[Hit]:
    for each in {each.word: each for each in asks if each.within}.values():
        for number in page.numbers_at({each.word}):
            yield from hits_within(page, number, each.within, register)


def _with_capital(page: Page, word: str) -> list[int]:
    return [n for n in page.numbers_at({word}) if not page.first_of(n).islower()]
