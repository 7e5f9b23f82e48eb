"""Which characters the fonts we ship can show, and what is done about the others.

The PDF writer refuses a character that no font holds. So every text is looked at
first: what cannot be shown is a finding with its place, and stands in the PDF as a
visible word in square brackets, never as a gap.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from heed.papers.blocks import Document, Leaf, leaves
from heed.papers.font_tables import characters_of

FONT_FOLDER = Path(__file__).parent / "fonts"

# In the order in which they are asked for a character. All weights of a family hold
# the same characters (a test compares them).
FAMILIES = (
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Gurmukhi",
    "Noto Sans Bengali",
    "Noto Sans Gujarati",
    "Noto Sans Devanagari",
    "Noto Sans Tamil",
    "DejaVu Sans",
)


@dataclass(frozen=True, slots=True)
class GlyphFinding:
    """A character that the PDF cannot show: where it stands, and what stands for it.

    `anchor` is that of the block, or "title".
    """

    anchor: str
    character: str
    shown_as: str
    control: bool
    """True for a character that is not for reading at all."""
    times: int = 1


def glyph_findings(document: Document) -> list[GlyphFinding]:
    """Every character of a document that no shipped font can show, by its place."""
    return [
        GlyphFinding(
            anchor=anchor,
            character=character,
            shown_as=in_words(character),
            control=unicodedata.category(character) == "Cc",
            times=times,
        )
        for anchor, words in _words_of(document)
        for character, times in Counter(unshowable(words)).items()
    ]


def _words_of(document: Document) -> Iterator[Leaf]:
    yield "title", document.title
    yield from leaves(document.blocks)


_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ZERO_WIDTH_JOINER = "\u200d"
# No XML or HTML may hold these, and nobody can read them.
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# A byte order mark left in the middle of a text shows nothing, yet is refused.
_BYTE_ORDER_MARK = "\ufeff"


def normalised(text: str) -> str:
    """The text in composed form (NFC), with one kind of line end and no stray tabs
    or byte order marks.
    """
    plain = _LINE_ENDS.sub("\n", text).replace("\t", " ").replace(_BYTE_ORDER_MARK, "")
    return unicodedata.normalize("NFC", plain)


def legible(text: str) -> str:
    """The text with one kind of line end, its control characters made visible."""
    plain = _LINE_ENDS.sub("\n", text).replace(_BYTE_ORDER_MARK, "")
    return _UNREADABLE.sub(lambda found: in_words(found[0]), plain)


def unshowable(text: str) -> list[str]:
    """The characters of a text that no shipped font can show, in their order."""
    return [part for part, shown in _parts(normalised(text)) if not shown]


def showable(text: str) -> str:
    """The text as the PDF can hold it: composed, each character that cannot be shown
    named in square brackets.
    """
    plain = normalised(text)
    if _all_in_first_font(plain):
        return plain
    return "".join(part if shown else in_words(part) for part, shown in _parts(plain))


def in_words(character: str) -> str:
    """What stands for a character that cannot be shown: a symbol by its name, any
    other by its number.
    """
    if unicodedata.category(character) in {"So", "Sm", "Sk", "Sc"}:
        return f"[{unicodedata.name(character, code_point(character)).lower()}]"
    return f"[{code_point(character)}]"


def code_point(character: str) -> str:
    """The Unicode number of a character, as U+0041."""
    return f"U+{ord(character):04X}"


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces that can be shown, and single characters that cannot."""
    if _all_in_first_font(text):
        yield text, True
        return
    for cluster in _clusters(text):
        kept = _longest_shown(cluster)
        if kept:
            yield cluster[:kept], True
        for character in cluster[kept:]:
            if not _shows_nothing(character):
                yield character, False


def _all_in_first_font(text: str) -> bool:
    return (text.isascii() and text.replace("\n", "").isprintable()) or (
        _coverage(FAMILIES[0]).issuperset(text)
    )


def _clusters(text: str) -> Iterator[str]:
    """Base characters with the marks that belong to them: what one font must hold."""
    cluster = ""
    for character in text:
        if cluster and (_joins(character) or cluster.endswith(_ZERO_WIDTH_JOINER)):
            cluster += character
        else:
            if cluster:
                yield cluster
            cluster = character
    if cluster:
        yield cluster


def _joins(character: str) -> bool:
    return character == _ZERO_WIDTH_JOINER or (
        unicodedata.category(character).startswith("M")
    )


def _longest_shown(cluster: str) -> int:
    return max(_shown_by(_coverage(family), cluster) for family in FAMILIES)


def _shown_by(coverage: frozenset[str], cluster: str) -> int:
    for place, character in enumerate(cluster):
        if character not in coverage:
            return place
    return len(cluster)


def _shows_nothing(character: str) -> bool:
    """Variation selectors and format marks only steer the characters beside them."""
    return unicodedata.category(
        character
    ) == "Cf" or "VARIATION SELECTOR" in unicodedata.name(character, "")


@lru_cache
def _coverage(family: str) -> frozenset[str]:
    style = "" if family.startswith("DejaVu") else "-Regular"
    font = FONT_FOLDER / f"{family.replace(' ', '')}{style}.ttf"
    held = {chr(code) for code in characters_of(font.read_bytes())}
    controls = {c for c in held if unicodedata.category(c) in {"Cc", "Cs", "Cn"}}
    return frozenset(held - controls - {_BYTE_ORDER_MARK} | {"\n"})
