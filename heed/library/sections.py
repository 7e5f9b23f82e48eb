"""A publication cut at its headings: for the contents list and for the search."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from heed.papers.blocks import Block, Document, Heading, leaves, plain_text

WORDS_A_MINUTE = 200
"""A careful pace, for text that is hard to read."""

WORDS_A_PASSAGE = 120
"""Long enough to tell what it is about, short enough to point at."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it until the next heading, whatever its level."""

    heading: Heading | None
    blocks: tuple[Block, ...]

    @property
    def anchor(self) -> str:
        """Where the part begins."""
        return self.heading.anchor if self.heading else ""

    @property
    def title(self) -> str:
        """The words of the heading."""
        return " ".join(self.heading.text.split()) if self.heading else ""


def parts(document: Document) -> tuple[Part, ...]:
    """The document as parts in reading order; the title of the paper is left out."""
    return tuple(_cut(without_title(document)))


def without_title(document: Document) -> tuple[Block, ...]:
    """The blocks without a first heading that only repeats the title of the paper."""
    first = document.blocks[0] if document.blocks else None
    titled = isinstance(first, Heading) and first.level == 1
    return document.blocks[1:] if titled else document.blocks


def _cut(blocks: Sequence[Block]) -> Iterator[Part]:
    heading: Heading | None = None
    under: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            if heading or under:
                yield Part(heading, tuple(under))
            heading, under = block, []
        else:
            under.append(block)
    if heading or under:
        yield Part(heading, tuple(under))


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a part, and where they begin."""

    part: Part
    anchor: str
    text: str


def passages(document: Document) -> Iterator[Passage]:
    """The document in passages of about 120 words, none reaching over a heading."""
    for part in parts(document):
        anchor, gathered = part.anchor, 0
        texts: list[str] = []
        for block in part.blocks:
            for text in _pieces(plain_text(Document((block,))).text):
                anchor = anchor or block.anchor
                texts.append(text)
                gathered += text.count(" ") + 1
                if gathered >= WORDS_A_PASSAGE:
                    yield Passage(part, anchor, "\n\n".join(texts))
                    anchor, texts, gathered = "", [], 0
        if texts or anchor:
            yield Passage(part, anchor, "\n\n".join(texts))


def _pieces(text: str) -> Iterator[str]:
    """A very long paragraph in pieces, cut between words."""
    if text.count(" ") < 2 * WORDS_A_PASSAGE:
        yield text
        return
    split = text.split(" ")
    for start in range(0, len(split), WORDS_A_PASSAGE):
        yield " ".join(split[start : start + WORDS_A_PASSAGE])


def words(document: Document) -> int:
    """How many words the document has."""
    return sum(len(text.split()) for _, text in leaves(document.blocks))


def minutes(words: int) -> int:
    """How long it takes to read so many words, in whole minutes, at least one."""
    return max(1, round(words / WORDS_A_MINUTE))


def places_outside(document: Document, hard: frozenset[str]) -> frozenset[str]:
    """Every place with words of its own that stands in none of these parts."""
    return frozenset(
        place
        for part in parts(document)
        if part.anchor not in hard
        for place, _ in leaves(part.blocks)
    )


def distressing_parts(document: Document, anchors: Sequence[str]) -> frozenset[str]:
    """The anchors of the marked headings and of the deeper headings under them."""
    marked, level = set(), 0
    for part in parts(document):
        if not part.heading:
            continue
        inside = level and part.heading.level > level
        if part.anchor in anchors:
            level = part.heading.level
        elif not inside:
            level = 0
        if level:
            marked.add(part.anchor)
    return frozenset(marked)


def all_parts(document: Document | None) -> frozenset[str]:
    """The anchors of all parts of a document; of none, none."""
    return (
        frozenset(part.anchor for part in parts(document)) if document else frozenset()
    )
