"""What stands in the parts of a Word file that are read, and did not become text: the
codes of fields, words that no element brings onto a page, and words cut by a change.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from heed.papers.hidden import Beside
from heed.papers.read_docx.names import MC, Element, local, w

_WORDS = re.compile(r"\w+")
_GONE, _ADDED = {"del", "moveFrom"}, {"ins", "moveTo"}
_LETTERS = {"t", "delText"}
_BREAKS = {"tab", "br", "cr", "ptab"}


def words_of(text: str) -> set[str]:
    """Each word once."""
    return set(_WORDS.findall(text))


def unseen(name: str, root: Element, known: set[str]) -> Iterator[Beside]:
    """The words of a part that are not among those `known` from its reading."""
    codes: list[str] = []
    missed: list[str] = []
    before: list[str] = []
    for paragraph in root.iter(w("p")):
        codes += _codes(paragraph)
        text = _text(paragraph)
        if words_of(text) - known:
            missed.append(text)
        before += _before_changes(paragraph)
    # Words in drawings and formulas stand in no paragraph of Word.
    missed += [t for t in _drawn(root) if words_of(t) - known]
    yield from _said(f"codes of fields in {name}", codes)
    yield from _said(f"words without a place in {name}", missed)
    yield from _said(f"wording before changes in {name}", before)


def _said(kind: str, lines: list[str]) -> Iterator[Beside]:
    if lines:
        yield Beside(kind, "\n".join(dict.fromkeys(lines)))


def _codes(paragraph: Element) -> Iterator[str]:
    """The codes of a paragraph, in one: Word cuts them wherever it likes."""
    inside = paragraph.iter(w("instrText"), w("delInstrText"))
    code = "".join(each.text or "" for each in inside)
    simple = (each.get(w("instr"), "") for each in paragraph.iter(w("fldSimple")))
    yield from (each.strip() for each in (code, *simple) if each.strip())


def _text(paragraph: Element) -> str:
    return "".join(text for text, _ in _pieces(paragraph))


Piece = tuple[str, Element | None]


def _pieces(paragraph: Element) -> Iterator[Piece]:
    """Each stretch of letters, with the change that it belongs to."""
    for each in paragraph.iter("*"):
        name = local(each)
        if name in _LETTERS:
            yield each.text or "", _change(each, paragraph)
        elif name in _BREAKS:
            yield " ", None
        elif name == "noBreakHyphen":
            yield "-", None


def _change(letters: Element, paragraph: Element) -> Element | None:
    for holder in letters.iterancestors():
        if holder is paragraph:
            break
        if local(holder) in _GONE | _ADDED:
            return holder
    return None


def _before_changes(paragraph: Element) -> Iterator[str]:
    """What a paragraph said before it was changed, where a change cuts a word in two:
    half a name in what was deleted is no name, and neither is the other half."""
    changes = (paragraph.find(f".//{w(name)}") for name in _GONE)
    if all(each is None for each in changes):
        return
    before = [piece for piece in _pieces(paragraph) if piece[0] and not _is_new(piece)]
    if any(_is_cut(*two) for two in pairwise(before)):
        yield "".join(text for text, _ in before)


def _is_new(piece: Piece) -> bool:
    return piece[1] is not None and local(piece[1]) in _ADDED


def _is_cut(one: Piece, after: Piece) -> bool:
    within_a_word = one[0][-1].isalnum() and after[0][0].isalnum()
    return one[1] is not after[1] and within_a_word


def _drawn(root: Element) -> Iterator[str]:
    for each in root.iter("{*}p"):
        if each.tag != w("p"):
            yield "".join(t.text or "" for t in each.iter("{*}t"))
    for each in root.iter(f"{{{MC}}}Fallback"):
        yield " ".join(t.text or "" for t in each.iter(w("t")))
