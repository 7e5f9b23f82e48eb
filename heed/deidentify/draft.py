r"""A text that is looked through again while somebody works on it: of a change, only
the paragraphs that changed are looked at, and the result is that of the whole.

    >>> register = register_of([{"role": "Child", "kind": "name", "value": "Ida Vey"}])
    >>> draft = Draft("They met Ida.\n\nIt rained.", register)
    >>> draft.becomes("They met Ida.\n\nIt rained on Vey.")
    [1]
    >>> [hit.class_ for hit in draft.hits_of(1)]
    ['name']
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import eq

from heed.deidentify.findings import Finding
from heed.deidentify.folding import words_of
from heed.deidentify.page import Hit
from heed.deidentify.register import Register
from heed.deidentify.seen import Seen, seen_in
from heed.deidentify.settling import Place, findings_of
from heed.deidentify.whole import Whole

_GOES_ON = frozenset("-\u00ad\u2010\u2011:")


def paragraphs_of(text: str) -> list[tuple[int, str]]:
    """The paragraphs of a text and where each begins; one that ends in a hyphen or a
    colon goes on in the next."""
    blank = "\r\n\r\n" if "\r\n\r\n" in text else "\n\n"
    parts = text.split(blank)
    if _GOES_ON.isdisjoint([part[-1:] for part in parts]):
        lengths = (len(part) + len(blank) for part in parts[:-1])
        return [*zip(accumulate(lengths, initial=0), parts, strict=True)]
    paragraphs: list[tuple[int, str]] = []
    begin = end = 0
    for part in parts:
        end += len(part)
        if part[-1:] not in _GOES_ON or not part:
            paragraphs.append((begin, text[begin:end]))
            begin = end + len(blank)
        end += len(blank)
    if begin < len(text):
        paragraphs.append((begin, text[begin:]))
    return paragraphs


class Draft:
    """A text that changes, and what in it could identify somebody."""

    def __init__(
        self, text: str, register: Register, allow: Iterable[str] = ()
    ) -> None:
        self._register = register
        self._allow = tuple({words_of(phrase) for phrase in allow} - {()})
        self._text = ""
        self._whole = Whole()
        self._paragraphs: list[tuple[int, str]] = []
        self.becomes(text)

    def becomes(self, text: str) -> list[int]:
        """Takes the text as it stands now; returns the numbers of the paragraphs that
        were looked at again."""
        new = paragraphs_of(text)
        before, after = _alike(self._paragraphs, new)
        changed = new[before : len(new) - after]
        self._whole.change(
            before,
            len(self._paragraphs) - after,
            [self._seen(words) for _, words in changed],
        )
        self._text, self._paragraphs = text, new
        return list(range(before, before + len(changed)))

    def _seen(self, words: str) -> Seen:
        return seen_in(words, self._register, self._allow)

    def hits_of(self, number: int) -> list[Hit]:
        """What stands in one paragraph, each place counted from its beginning."""
        return self._whole.hits_of(number)

    def findings(
        self, places: Sequence[Place] = (), *, overlaps: bool = False
    ) -> list[Finding]:
        """All that could identify somebody, in the order of the text."""
        found = (
            (self._paragraphs[number][0], hit)
            for number, hits in self._whole.hits(overlaps=overlaps)
            for hit in hits
        )
        return list(findings_of(found, self._text, places))

    def hits(self) -> list[tuple[int, Hit]]:
        """All that is found, shorter forms inside longer ones included, each with the
        place where its paragraph begins."""
        return [
            (self._paragraphs[number][0], hit)
            for number, hits in self._whole.hits(overlaps=True)
            for hit in hits
        ]


def _alike(
    old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]]
) -> tuple[int, int]:
    """How many paragraphs at the beginning, and how many at the end, stayed."""
    were, are = [words for _, words in old], [words for _, words in new]
    most = min(len(were), len(are))
    before = _same(were, are)
    after = _same(were[::-1], are[::-1]) if before < most else 0
    return before, min(after, most - before)


def _same(some: Sequence[str], others: Sequence[str]) -> int:
    """How many at the beginning of both are alike."""
    alike = [*map(eq, some, others)]
    return alike.index(False) if False in alike else len(alike)
