"""Many texts laid end to end, in which words are looked for at once: of five thousand
rows few say a word, and the others need not be read one by one."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from re import IGNORECASE, Pattern

from heed.papers.patterns import later

_BETWEEN = "\0"
_ALIKE = {"\u0131": "i", "\u017f": "s", "\u0307": None}  # dotless i, long s, a dot
_FOLDED = str.maketrans(_ALIKE)


@dataclass(frozen=True, slots=True)
class Cue:
    """What tells of something, and words of which one stands wherever it does."""

    pattern: Pattern[str]
    words: tuple[str, ...]

    def __post_init__(self) -> None:
        if any(word != folded(word) for word in self.words):
            raise ValueError("Words are looked for as they are folded.")


def cue(pattern: str, words: str) -> Cue:
    """A cue that tells capitals from small letters no more than people do."""
    return Cue(later(pattern, IGNORECASE), tuple(words.split(", ")))


def folded(text: str) -> str:
    """A text as one in which capitals are not told from small letters: what a pattern
    takes for one letter is one letter."""
    low = text.lower()
    return low if low.isascii() else low.translate(_FOLDED)


class Texts:
    """Texts in which few words are looked for."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts: Sequence[str] = list(texts)
        parts = [folded(each) for each in self.texts]
        self._whole = _BETWEEN.join(parts)
        self._ends = [*accumulate(len(each) + 1 for each in parts)]

    def with_any(self, words: Iterable[str]) -> list[int]:
        """The places of the texts in which one of these words stands, whole or within
        another."""
        found: set[int] = set()
        for word in words:
            start = self._whole.find(word)
            while start >= 0:
                place = bisect_right(self._ends, start)
                found.add(place)
                start = self._whole.find(word, self._ends[place])
        return sorted(found)

    def telling(self, cue: Cue) -> list[int]:
        """The places of the texts that a cue is found in."""
        likely = self.with_any(cue.words)
        return [at for at in likely if cue.pattern.search(self.texts[at])]
