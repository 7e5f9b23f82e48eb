"""What the desk hands down: plain values, complete in themselves, with a version each.

A bundle is checked before anything is kept. What cannot be received is said in one
sentence (`NotReceivable`), and the library stays as it was.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from heed.library import sections
from heed.library.dates import NOT_STATED, PublicDate
from heed.library.narrowing import AGES, READERS
from heed.library.states import AREA_WITHHELD, GONE, Kind, State
from heed.papers import blocks
from heed.papers.blocks import leaves

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
COLOUR = re.compile(r"#[0-9a-f]{6}")
ADDRESS = re.compile(r"(?:https?://|mailto:|tel:|#)\S+", re.IGNORECASE)
PDF_BEGINS, WORD_BEGINS = b"%PDF-", b"PK\x03\x04"
WHITE, INK = "#ffffff", "#1b2427"
READABLE, VERY_READABLE = 4.5, 7.0  # WCAG 2.2, 1.4.3 and 1.4.6

Json = Mapping[str, Any]


class NotReceivable(ValueError):
    """The library cannot take this; the sentence says why."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One way to get help or to get in touch."""

    name: str
    words: str
    link: str = ""


SUPPORT = (
    Line(name="In danger now", words="999", link="tel:999"),
    Line(
        name="Childline, for children and young people",
        words="0800 1111",
        link="tel:08001111",
    ),
    Line(
        name="NSPCC Helpline, if you are worried about a child",
        words="0808 800 5000",
        link="tel:08088005000",
    ),
    Line(
        name="Samaritans, day and night, about anything",
        words="116 123",
        link="tel:116123",
    ),
)
"""Where to find support, for whoever names no other places."""


@dataclass(frozen=True, kw_only=True)
class PublisherCard:
    """A partnership as it wants to be seen. `pages` are documents by page name."""

    slug: str
    version: int
    name: str
    strapline: str = ""
    colour: str = "#17444f"
    tint: str = "#e6eff1"
    contact: tuple[Line, ...] = ()
    support: tuple[Line, ...] = ()
    referral_link: str = ""
    pages: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """One publication at one version.

    `document` is what `papers.blocks.to_json` wrote. `child_anchor` is the heading
    under which it says who the child was; `distressing` are the headings before which
    the content notice stands. `shown_by` is a theme, a place and the sentence there
    that shows it, as a person confirmed; `points` are the lasting names of findings and
    recommendations, each with its place.
    """

    publication_id: UUID
    version: int
    publisher: str
    slug: str
    kind: Kind
    title: str
    document: Json
    state: State = State.PUBLISHED
    joint_with: tuple[str, ...] = ()
    former_titles: tuple[str, ...] = ()
    type_as_published: str = ""
    pseudonyms: tuple[str, ...] = ()
    summary: str = ""
    lead_reviewers: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    review_id: UUID | None = None
    link: str = ""
    published: PublicDate = NOT_STATED
    reported: PublicDate = NOT_STATED
    happened: PublicDate = NOT_STATED
    stays_until: date | None = None
    themes: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    shown_by: tuple[tuple[str, str, str], ...] = ()
    points: tuple[tuple[str, str], ...] = ()
    child_anchor: str = ""
    content_notice: str = ""
    distressing: tuple[str, ...] = ()
    support: tuple[Line, ...] = ()
    pdf: bytes = b""
    word: bytes = b""


@dataclass(frozen=True, kw_only=True)
class LegacyEntry:
    """An older publication, from a catalogue or entered by hand, as far as known. Its
    `scan` is given where two people decided that the public may read it."""

    id: str
    title: str
    publisher: str
    type_as_published: str = "Serious Case Review"
    published: PublicDate = NOT_STATED
    themes: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    pseudonyms: tuple[str, ...] = ()
    link: str = ""
    link_is_dead: bool = False
    document: Json | None = None
    image_only: bool = False
    scan: bytes = b""


def legacy_id(catalogue_id: str) -> UUID:
    """The identity in the library of a catalogue's row, the same at every import."""
    return uuid5(NAMESPACE_URL, f"heed:legacy:{catalogue_id}")


def check_card(card: PublisherCard) -> None:
    """Raise NotReceivable unless this publisher's card can be shown as it is."""
    _check(SLUG.fullmatch(card.slug), "The publisher's address is not a plain name.")
    _check(card.name.strip(), "A publisher has a name.")
    for colour in (card.colour, card.tint):
        _check(COLOUR.fullmatch(colour), "A colour is # and six digits or a to f.")
    _check(
        contrast(card.colour, WHITE) >= READABLE,
        "White words cannot be read on the publisher's colour: choose a darker one.",
    )
    _check(
        contrast(card.tint, INK) >= VERY_READABLE,
        "Words cannot be read on the publisher's tint: choose a lighter one.",
    )
    for line in (*card.contact, *card.support):
        _check_link(line.link)
    _check_link(card.referral_link)
    for slug, page in card.pages.items():
        _check(SLUG.fullmatch(slug), "A page's address is not a plain name.")
        check_document(page)


def check_bundle(bundle: Bundle) -> blocks.Document:
    """The document of a publication; NotReceivable unless it can be shown as it is."""
    _check(bundle.version > 0, "A version is 1 or more.")
    _check(SLUG.fullmatch(bundle.slug), "The address is not a plain name.")
    _check(bundle.title.strip(), "A publication has a title.")
    _check(bundle.state not in GONE, "What is gone is withdrawn, not handed down.")
    _check(
        (bundle.state == State.AREA_WITHHELD) == (bundle.publisher == AREA_WITHHELD),
        "A publication without its area stands under no partnership's name.",
    )
    _check(not bundle.pdf or bundle.pdf.startswith(PDF_BEGINS), "This is no PDF.")
    _check(not bundle.word or bundle.word.startswith(WORD_BEGINS), "This is no Word.")
    for line in bundle.support:
        _check_link(line.link)
    _check_link(bundle.link)
    _check_aspects(bundle)
    document = check_document(bundle.document)
    marked = {bundle.child_anchor, *bundle.distressing} - {""}
    headings = {part.anchor for part in sections.parts(document)}
    _check(marked <= headings, "A marked part is not in the document.")
    _check_themes(bundle, document)
    return document


def _check_themes(bundle: Bundle, document: blocks.Document) -> None:
    """A sentence that shows a theme is one of the text: nothing else is published."""
    said = {place: " ".join(text.split()) for place, text in leaves(document.blocks)}
    for theme, place, sentence in bundle.shown_by:
        _check(
            theme in bundle.themes and sentence and sentence in said.get(place, ""),
            "A sentence that shows a theme is not in the document.",
        )
    _check(
        all(SLUG.fullmatch(name) for name, _ in bundle.points),
        "The name of a finding or recommendation is not a plain name.",
    )


def check_entry(entry: LegacyEntry) -> blocks.Document | None:
    """The document of an older publication, if any; NotReceivable if it is broken."""
    _check(entry.id.strip(), "A catalogue's row has an id.")
    _check(entry.title.strip(), "A publication has a title.")
    _check_link(entry.link)
    _check_aspects(entry)
    _check(not entry.scan or entry.scan.startswith(PDF_BEGINS), "This is no PDF.")
    _check(not entry.scan or entry.image_only, "A scan is shown where no words are.")
    return document_of(entry.document) if entry.document is not None else None


def check_document(document: Json) -> blocks.Document:
    """The document of these blocks; NotReceivable if it is none or has unsafe links."""
    made = document_of(document)
    _check(not made.margins, "Headers and footers are not published.")
    for link in links(made.blocks):
        _check_link(link)
    return made


def document_of(document: Json) -> blocks.Document:
    """The document of these blocks; NotReceivable if it is none."""
    try:
        return blocks.from_json(document)
    except ValueError as wrong:
        raise NotReceivable(str(wrong)) from wrong


def links(within: Any) -> list[str]:
    """Every address that the runs of these blocks link to."""
    if isinstance(within, blocks.Run):
        return [within.link] if within.link else []
    if isinstance(within, tuple):
        return [link for each in within for link in links(each)]
    parts = ("runs", "items", "blocks", "header", "rows")
    found = (getattr(within, name, ()) for name in parts)
    return [link for part in found if isinstance(part, tuple) for link in links(part)]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (none) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG's definition

    red, green, blue = (linear(colour[n : n + 2]) for n in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _check_aspects(handed_over: Bundle | LegacyEntry) -> None:
    _check(set(handed_over.ages) <= AGES.keys(), "An age is one of the bands.")
    _check(set(handed_over.readers) <= READERS.keys(), "Nobody knows these readers.")


def _check_link(link: str) -> None:
    _check(
        not link or ADDRESS.fullmatch(link),
        f"“{link[:60]}” is not an address that a public page may link to.",
    )


def _check(holds: object, sentence: str) -> None:
    if not holds:
        raise NotReceivable(sentence)
