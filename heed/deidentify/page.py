"""A text laid open for searching, and what is found in it before it is settled."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from heed.deidentify.entries import Entry
from heed.deidentify.findings import Tier
from heed.deidentify.folding import Folded, fold, words_in


@dataclass(slots=True, kw_only=True)
class Hit:
    """Something found at [start, end) of the original text, of these people."""

    start: int
    end: int
    class_: str
    tier: Tier
    why: str
    entries: tuple[Entry, ...] = ()
    suggest: str | None = None
    everyday: str = ""
    """The everyday word, folded, that it is a name by: a service may be called so."""

    @property
    def critical(self) -> bool:
        """Whether any of the people may on no account be found by it."""
        return any(entry.critical for entry in self.entries)


@dataclass(eq=False)
class Page:
    """The text as typed and as compared: words of letters, numbers of digits. A
    `label` has no sentences and no capitals to go by: a file's name, a link. Nobody
    changes one."""

    text: str
    label: bool = False
    folded: Folded = field(init=False)
    words: Sequence[str] = field(init=False)
    starts: Sequence[int] = field(init=False)
    mixed: Sequence[tuple[int, int]] = field(init=False)
    has_letters_apart: bool = field(init=False)

    def __post_init__(self) -> None:
        self.folded = fold(self.text)
        self.words, self.starts, self.mixed, self.has_letters_apart = words_in(
            self.folded
        )

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The words, each once."""
        return frozenset(self.words)

    @cached_property
    def where(self) -> dict[str, list[int]]:
        """The numbers of each word, in order."""
        where: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            where[word].append(number)
        return dict(where)

    def numbers_of(self, words: Iterable[str]) -> list[int]:
        """The numbers of all these words, in the order of the text."""
        return sorted(number for word in words for number in self.where.get(word, ()))

    def numbers_at(self, words: Collection[str]) -> list[int]:
        """The same, where it is asked but once."""
        if not words:
            return []
        return [number for number, word in enumerate(self.words) if word in words]

    def follows(self, number: int) -> str:
        """The word after the one with this number; "" after the last."""
        return self.words[number + 1] if number + 1 < len(self.words) else ""

    def begins(self, number: int, words: tuple[str, ...]) -> bool:
        """Whether these words stand one after another from this number on."""
        return tuple(self.words[number : number + len(words)]) == words

    def word_end(self, number: int) -> int:
        """Where a word ends in the folded text."""
        return self.starts[number] + len(self.words[number])

    def first_of(self, number: int) -> str:
        """The letter with which a word begins, as typed."""
        place = self.starts[number]
        return self.text[self.folded.start(place) if self.folded.places else place]

    def gap_after(self, number: int) -> str:
        """What stands between a word and the next one, folded."""
        return self.folded.text[self.word_end(number) : self.starts[number + 1]]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch of the folded text in the original, accents included."""
        if not self.folded.places:
            return start, end
        first, last = self.folded.start(start), self.folded.end(end)
        while last < len(self.text) and _belongs_to_the_letter_before(self.text[last]):
            last += 1
        return first, last

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words with these numbers stand in the original."""
        start, end = self.starts[first], self.starts[last] + len(self.words[last])
        return self.original(start, end) if self.folded.places else (start, end)

    def folded_end(self, end: int) -> int:
        """The place of the folded text before which all words stand before an end of
        the original; not known where letters were undone: then none does."""
        return 0 if self.folded.places else end

    def before(self, place: int, width: int = 40) -> str:
        """What stands before a place of the folded text."""
        return self.folded.text[max(0, place - width) : place]

    def after(self, place: int, width: int = 40) -> str:
        """What stands after a place of the folded text."""
        return self.folded.text[place : place + width]


def checked(
    page: Page, start: int, end: int, class_: str, why: str, suggest: str | None = None
) -> Hit:
    """What could identify somebody, at [start, end) of the folded text."""
    first, last = page.original(start, end)
    return Hit(
        start=first, end=last, class_=class_, tier=Tier.CHECK, why=why, suggest=suggest
    )


def _belongs_to_the_letter_before(character: str) -> bool:
    return "\u0300" <= character <= "\u036f"
