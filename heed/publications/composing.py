"""What the public will read, put together from the report, the portrait and our words.

The same facts make the same text, and the same text has the same hash: approvals and
searches are bound to that hash, so that nothing can change behind them. The uploaded
file is never published: this text is rendered anew, with bare pictures and safe links.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cached_property

from heed.papers.blocks import (
    Block,
    Document,
    Figure,
    Heading,
    Paragraph,
    Run,
    Table,
    anchored,
    from_json,
    paragraph,
    to_json,
)
from heed.papers.bold import with_headings
from heed.papers.links import address_in
from heed.papers.pictures import bare
from heed.publications.small_numbers import without_small_numbers

CHILD = "who-the-child-was"
COVER = "cover"
CORRECTION = f"{COVER}-correction"
OURS = (CHILD, "portrait", COVER)
# What came to this later: where nothing is said of it, the hash is what it was.
_SAID_IF_SO = frozenset(
    {"area_withheld", "corrections", "ages", "readers", "no_people"}
)
_NOT_OF_THE_TEXT = frozenset({"document", "corrected_on"})


@dataclass(frozen=True, kw_only=True)
class PublicText:
    """All that becomes public of one paper."""

    kind: str
    slug: str
    title: str
    document: Document
    summary: str = ""
    notice: str = ""
    distressing: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    former_titles: tuple[str, ...] = ()
    pseudonyms: tuple[str, ...] = ()
    lead_reviewers: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    area_withheld: bool = False
    no_people: tuple[str, ...] = ()
    """The tables of which somebody said that they count no people: who approves the
    text approves that."""
    corrections: tuple[str, ...] = ()
    corrected_on: tuple[date, ...] = ()

    @property
    def to_be_corrected(self) -> bool:
        """Whether a note says what is corrected in it that is not public yet."""
        return len(self.corrections) > len(self.corrected_on)

    @property
    def child_anchor(self) -> str:
        """The heading under which it says who the child is or was, if it does."""
        found = any(block.anchor == CHILD for block in self.document.blocks)
        return CHILD if found else ""

    @cached_property
    def content_hash(self) -> str:
        """The hash of exactly this: what an approval is bound to."""
        said = {
            each.name: value
            for each in fields(self)
            if each.name not in _NOT_OF_THE_TEXT
            and ((value := getattr(self, each.name)) or each.name not in _SAID_IF_SO)
        }
        plain = json.dumps(
            said | {"document": to_json(self.document)},
            sort_keys=True,
            ensure_ascii=False,
        )
        return hashlib.sha256(plain.encode()).hexdigest()

    @property
    def cover(self) -> Document:
        """The words around the text: they are searched like the text itself."""
        around = {
            "title": self.title,
            "summary": self.summary,
            "notice": self.notice,
            "themes": "; ".join(self.themes),
            "former": "; ".join(self.former_titles),
            "facts": "; ".join(f"{name}: {words}" for name, words in self.facts),
        }
        return Document(
            tuple(
                replace(paragraph(words), anchor=f"{COVER}-{name}")
                for name, words in around.items()
                if words
            )
        )


def with_the_child(
    blocks: dict,
    *,
    title: str,
    portrait: str = "",
    who: str = "",
    head_rows=(),
    corrections: Sequence[str] = (),
    bold_headings=(),
    left_out=(),
    earlier: Sequence[Document] = (),
) -> Document:
    """A report's blocks as they are published: what was corrected, then who the child
    is or was, under the heading `who`, then the text without its own title page
    heading; raises ValueError for what are no blocks. `earlier` is the same text as it
    was published before."""
    read = from_json(blocks)
    body = read.blocks[1:] if _begins_with_a_title(read.blocks) else read.blocks
    headed = with_headings(body, frozenset(bold_headings))
    shown = tuple(_published(block, frozenset(head_rows)) for block in headed)
    whole = anchored(
        Document(
            (*notes(corrections), *_portrait(portrait, who), *shown),
            title=title,
            language=read.language,
            images=_bare(read, shown),
        )
    )
    return without_small_numbers(whole, frozenset(left_out), earlier=earlier)


def notes(corrections: Sequence[str], on: Sequence[date] = ()) -> tuple[Block, ...]:
    """What was corrected, each with the day on which it was, as far as there is one."""
    days = [f"Corrected on {day.day} {day:%B %Y}. " for day in on]
    days += ["Corrected. "] * (len(corrections) - len(days))
    return tuple(
        Paragraph((Run(f"{day}{words}"),), anchor=f"{CORRECTION}-{number}")
        for number, (day, words) in enumerate(zip(days, corrections, strict=True), 1)
    )


def dated(text: PublicText, on: date) -> Document:
    """The text as it is read from a day on: each note of a correction says its day, and
    one that is new says this one."""
    known = {
        block.anchor: block
        for block in notes(
            text.corrections, [*text.corrected_on, on][: len(text.corrections)]
        )
    }
    blocks = (known.get(block.anchor, block) for block in text.document.blocks)
    return replace(text.document, blocks=tuple(blocks))


def figures_without_words(document: Document) -> list[str]:
    """The anchors of pictures that nobody described."""
    return [
        block.anchor
        for block in every(document.blocks)
        if isinstance(block, Figure) and not block.alt.strip()
    ]


def figures_that_lost_theirs(document: Document) -> list[str]:
    """The anchors of figures whose picture is broken or of a kind that cannot be made
    bare, such as a GIF: nobody would see it."""
    return [
        block.anchor
        for block in every(document.blocks)
        if isinstance(block, Figure) and block.image not in {"", *document.images}
    ]


def tables_without_heads(document: Document) -> list[str]:
    """The anchors of tables that do not say what their columns are."""
    return [
        block.anchor
        for block in every(document.blocks)
        if isinstance(block, Table) and not block.header and not _heads_itself(block)
    ]


def headings(document: Document) -> list[tuple[str, str]]:
    """The headings of a text, by anchor."""
    return [
        (block.anchor, block.text)
        for block in document.blocks
        if isinstance(block, Heading)
    ]


def every(value) -> Iterable[Block]:
    """Every block within, however deep it stands."""
    if isinstance(value, Block):
        yield value
    if isinstance(value, tuple):
        for each in value:
            yield from every(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from every(getattr(value, each.name))


def _begins_with_a_title(blocks) -> bool:
    return bool(blocks) and isinstance(blocks[0], Heading) and blocks[0].level == 1


def _portrait(words: str, who: str) -> tuple[Block, ...]:
    parts = [part.strip() for part in words.split("\n\n") if part.strip()]
    if not parts:
        return ()
    told = (
        Paragraph((Run(part),), anchor=f"portrait-{number}")
        for number, part in enumerate(parts, 1)
    )
    return (Heading(2, (Run(who),), anchor=CHILD), *told)


def _published(value, head_rows: frozenset[str]):
    """A block with safe links, and with its first row as its head where somebody
    said so. Its words are untouched."""
    if isinstance(value, Run):
        safe = value.link.startswith("#") or address_in(value.link)
        return value if safe or not value.link else replace(value, link="")
    if isinstance(value, tuple):
        return tuple(_published(each, head_rows) for each in value)
    if not is_dataclass(value):
        return value
    changed = {
        each.name: _published(getattr(value, each.name), head_rows)
        for each in fields(value)
        if isinstance(getattr(value, each.name), tuple)
    }
    made = replace(value, **changed)
    if isinstance(made, Table) and made.anchor in head_rows and not made.header:
        return replace(made, header=made.rows[:1], rows=made.rows[1:])
    return made


def _bare(read: Document, shown) -> dict[str, bytes]:
    wanted = {block.image for block in every(shown) if isinstance(block, Figure)}
    made = {key: bare(data) for key, data in read.images.items() if key in wanted}
    return {key: picture.data for key, picture in made.items() if picture}


def _heads_itself(table: Table) -> bool:
    return bool(table.rows) and all(row and row[0].heading for row in table.rows)
