"""Spelling help: the word of the library that somebody who mistyped may have meant.

Only words that stand in what is published now are ever proposed, and only for a word
that stands in none of it and that the field does not know either.
"""

from collections import defaultdict
from collections.abc import Container, Mapping
from string import ascii_lowercase

from heed.library.search.words import is_known_to_the_field, stems

SHORTEST, LONG_ENOUGH_FOR_TWO, LONGEST = 4, 7, 24
"""A short word has too many neighbours; in a long one two slips are forgiven."""
MOST_WORDS = 3
MOST_TRIED, MOST_ALIKE = 400, 60
"""Of each length, the words that most publications hold, and of those the ones whose
letters are nearest: a question of long words that stand nowhere costs little more than
another."""


class Spelling:
    """The words of the library, each with how many publications hold it, and the stems
    of all that is published."""

    def __init__(self, weights: Mapping[str, int], known: Container[str]) -> None:
        self._weights, self._known = weights, known
        self._alike: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(weights, key=lambda each: -weights[each]):
            alike = self._alike[word[0], len(word)]
            if len(alike) < MOST_TRIED:
                alike.append(word)

    def put_right(self, words: list[str]) -> dict[str, str]:
        """What each of these words was likely meant to be, where it is none."""
        unknown = [word for word in dict.fromkeys(words) if self._is_unknown(word)]
        near = {word: self._nearest(word.lower()) for word in unknown[:MOST_WORDS]}
        return {word: meant for word, meant in near.items() if meant}

    def _is_unknown(self, word: str) -> bool:
        return (
            SHORTEST <= len(word) <= LONGEST
            and word.isascii()
            and word.isalpha()
            and not any(stem in self._known for stem in stems(word))
            and not is_known_to_the_field(word)
        )

    def _nearest(self, word: str) -> str:
        near = _one_apart(word) & self._weights.keys()
        if not near and len(word) >= LONG_ENOUGH_FOR_TWO:
            near = {each for each in self._like(word) if _two_apart(word, each)}
        return max(near, key=lambda each: (self._weights[each], each), default="")

    def _like(self, word: str) -> list[str]:
        """Words of nearly its letters, that begin as it does."""
        letters = set(word)
        tried = (
            (len(letters.symmetric_difference(each)), -self._weights[each], each)
            for length in range(len(word) - 2, len(word) + 3)
            for each in self._alike.get((word[0], length), ())
        )
        near = sorted(each for each in tried if each[0] <= 4)  # noqa: PLR2004 - two slips
        return [each for *_, each in near[:MOST_ALIKE]]


def _one_apart(word: str) -> set[str]:
    """All that is one slip away: a letter left out, put in, changed or swapped."""
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    without = {one + rest[1:] for one, rest in cuts if rest}
    swapped = {one + rest[1] + rest[0] + rest[2:] for one, rest in cuts if rest[1:]}
    changed = {one + a + rest[1:] for one, rest in cuts for a in ascii_lowercase}
    put_in = {one + a + rest for one, rest in cuts for a in ascii_lowercase}
    return without | swapped | changed | put_in


def _two_apart(one: str, other: str) -> bool:
    """Whether at most two slips lie between the words; two letters swapped are one."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, its in enumerate(other, 1):
            row.append(min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != its)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                row[j] = min(row[j], before[j - 2] + 1)
        if min(row) > 2:  # noqa: PLR2004
            return False
        before, last = last, row
    return last[-1] <= 2  # noqa: PLR2004
