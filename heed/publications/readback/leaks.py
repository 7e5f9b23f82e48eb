"""What of the register stands in what will be served, and was not let to stay there."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from heed.deidentify import Register, Tier
from heed.deidentify.everyday import is_everyday
from heed.deidentify.folding import words_of
from heed.deidentify.page import Hit, Page
from heed.deidentify.scan import hits_in, hits_in_a_label
from heed.deidentify.settling import settled
from heed.publications.readback.words import Stretch, Unreadable, words_of_file

Words = tuple[str, ...]
NEAR = 2
"""Words on one side by which a place is known again: a page or a line may end there."""
FAR = 12
"""Words on one side by which the partnership's whole name is known."""
WIDE = 160
APART = "\n\n|\n\n"
"""Stands between two stretches: no name, number or word reaches over it."""


@dataclass(frozen=True, slots=True)
class Leak:
    """One place from which somebody could be known. It holds no word of the case."""

    file: str
    place: str
    class_: str

    @property
    def sentence(self) -> str:
        """What is wrong, for whoever keeps the gate."""
        if not self.class_:
            return f"{self.file} could not be read back: {self.place}"
        return f"{self.file} holds something of the register in {self.place}."


@dataclass(frozen=True)
class Answered:
    """What was answered before: the forms that two bodies signed, the text that was
    searched, piece by piece, and what the partnership says of itself to everybody."""

    signed: frozenset[Words] = frozenset()
    searched: tuple[Words, ...] = ()
    of_itself: tuple[Words, ...] = ()
    _where: Mapping[str, list[Words]] = field(init=False)

    def __post_init__(self) -> None:
        where: dict[str, list[Words]] = {}
        for piece in self.searched:
            for word in set(piece):
                where.setdefault(word, []).append(piece)
        object.__setattr__(self, "_where", where)

    def covers(self, before: Words, form: Words, after: Words) -> bool:
        """Whether a form may stand where it does: as it was searched, and with two
        names under it or as the everyday word that its sentence makes of it; or within
        the partnership's own name or telephone, where that stands whole."""
        if any(_is_within(said, before, form, after) for said in self.of_itself):
            return True
        if form not in self.signed and not all(map(is_everyday, form)):
            return False
        pieces = self._where.get(form[0], ()) if form else ()
        return any(_stands(piece, before, form, after) for piece in pieces)


def answered(
    *, signed: Iterable[str], searched: Iterable[str], of_itself: Iterable[str]
) -> Answered:
    """The same, from words as they are typed."""
    return Answered(
        signed=frozenset(map(words_of, signed)),
        searched=tuple(filter(None, map(words_of, searched))),
        of_itself=tuple(filter(None, map(words_of, of_itself))),
    )


def leaks_in(
    files: Mapping[str, bytes], register: Register, allowed: Answered
) -> list[Leak]:
    """Each place in these files where something of the register stands and may not, in
    their order. What cannot be read is one too: it fails closed."""
    return leaks_of(read(files), register, allowed)


def read(files: Mapping[str, bytes]) -> dict[str, Sequence[Stretch] | Leak]:
    """Every word of these files, each file once; a leak in place of what cannot be
    read: nobody knows what it holds."""
    found: dict[str, Sequence[Stretch] | Leak] = {}
    for name, data in files.items():
        try:
            found[name] = list(dict.fromkeys(words_of_file(name, data)))
        except Unreadable as wrong:
            found[name] = Leak(name, str(wrong), "")
    return found


def leaks_of(
    said: Mapping[str, Sequence[Stretch] | Leak], register: Register, allowed: Answered
) -> list[Leak]:
    """The same, of files that were read."""
    if not any(entry.value for entry in register.entries):
        return [Leak("Everything", "the register holds nobody.", "")]
    found: dict[Leak, None] = {}
    for name, stretches in said.items():
        if isinstance(stretches, Leak):
            found[stretches] = None
            continue
        for leak in _in_all(name, stretches, register, allowed):
            found[leak] = None
    return list(found)


def _in_all(
    name: str, stretches: Sequence[Stretch], register: Register, allowed: Answered
) -> Iterator[Leak]:
    """One look over all sentences of a file and one over all its labels: a look at
    each by itself would cost a hundred times as much."""
    for label, look in ((False, hits_in), (True, hits_in_a_label)):
        those = [each for each in stretches if each.label is label and each.words]
        text = APART.join(each.words for each in those)
        lengths = (len(each.words) + len(APART) for each in those)
        ends = list(accumulate(lengths))
        page = Page(text, label=label)
        for hit in settled(_of_the_register(look(page, register))):
            number = bisect_right(ends, hit.start)
            stretch = those[number]
            begins = ends[number] - len(stretch.words) - len(APART)
            if not allowed.covers(*_around(stretch.words, hit, begins)):
                yield Leak(name, stretch.place, hit.class_)


def _of_the_register(hits: Iterable[Hit]) -> list[Hit]:
    return [hit for hit in hits if hit.entries and hit.tier is Tier.CONFIRMED]


def _around(words: str, hit: Hit, begins: int) -> tuple[Words, Words, Words]:
    start, end = hit.start - begins, hit.end - begins
    before = words_of(words[max(0, start - WIDE) : start])[-FAR:]
    after = words_of(words[end : end + WIDE])[:FAR]
    return before, words_of(words[start:end]), after


def _stands(piece: Words, before: Words, form: Words, after: Words) -> bool:
    """Whether a form stands in a piece of the text, the same words on one side."""
    for start in _places(piece, form):
        end = start + len(form)
        left, right = piece[max(0, start - NEAR) : start], piece[end : end + NEAR]
        if not left and not right:
            return True
        if left and before[-len(left) :] == left:
            return True
        if right and after[: len(right)] == right:
            return True
    return False


def _is_within(said: Words, before: Words, form: Words, after: Words) -> bool:
    """Whether a form is a part of words that stand there as a whole: of a partnership
    that is called after a valley, the valley's name alone is a family's."""
    for start in _places(said, form):
        left, right = said[:start], said[start + len(form) :]
        begins = not left or before[-len(left) :] == left
        if begins and after[: len(right)] == right:
            return True
    return False


def _places(piece: Sequence[str], form: Words) -> Iterator[int]:
    for start in range(len(piece) - len(form) + 1):
        if piece[start : start + len(form)] == form:
            yield start
