"""A publication as it is read: who the child was first, then part by part.

The words come from `papers.write_html`, which escapes them and leaves its headings and
paragraphs at the beginning of a line. Here they are put in order, numbered and parted.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from django.utils.html import format_html
from django.utils.safestring import SafeString

from heed.library.sections import distressing_parts
from heed.papers.blocks import Document, Paragraph
from heed.papers.write_html import write_html

MOST_BOXES = 7

HEADING = re.compile(r'^<h([2-6]) id="([^"]+)">(.*)</h\1>$', re.MULTILINE)
PARAGRAPH = re.compile(r'^<p id="([^"]+)">', re.MULTILINE)
TAG = re.compile(r"<[^>]+>")
WORTH_FINDING = re.compile(
    r"finding|found|recommend|learn|good practice", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents list."""

    anchor: str
    title: str
    level: int

    @property
    def sought(self) -> bool:
        """Whether readers come for this part before all others."""
        return bool(WORTH_FINDING.search(self.title))


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the page under a heading of its own; `html` is without the heading."""

    anchor: str
    title: str
    html: SafeString


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a page shows of a document."""

    child: Chapter | None
    body: SafeString
    contents: tuple[Entry, ...]


def reading(
    document: Document,
    *,
    child_anchor: str = "",
    distressing: tuple[str, ...] = (),
    notice: str = "",
    address_of: Callable[[str], str] | None = None,
) -> Reading:
    """The document as a page reads it: the child first, paragraphs numbered."""
    html = write_html(document, with_title=False, address_of=address_of)
    child, rest = _taken_out(html, child_anchor)
    numbered = {b.anchor for b in document.blocks if isinstance(b, Paragraph)}
    body = _numbered(rest, numbered)
    hard = distressing_parts(document, distressing) & set(distressing)
    if notice:
        body = _with_notices(body, hard, notice)
    return Reading(
        child=_chapter(child),
        body=SafeString(body),
        contents=tuple(_contents(rest)),
    )


def boxes(document: Document) -> tuple[tuple[Chapter, ...], SafeString]:
    """The headed boxes of a briefing in reading order, and what follows them."""
    html = write_html(document, with_title=False)
    starts = [m.start() for m in HEADING.finditer(html) if m[1] == "2"]
    ends = [*starts[1:], len(html)]
    cut = [html[start:end] for start, end in zip(starts, ends, strict=True)]
    made = tuple(filter(None, map(_chapter, cut[:MOST_BOXES])))
    before = html[: starts[0]] if starts else html
    return made, SafeString(before + "".join(cut[MOST_BOXES:]))


def _taken_out(html: str, anchor: str) -> tuple[str, str]:
    """The part under this heading, and all the rest."""
    headings = list(HEADING.finditer(html))
    place = next((n for n, h in enumerate(headings) if h[2] == anchor), None)
    if place is None:
        return "", html
    start, level = headings[place].start(), headings[place][1]
    after = (h.start() for h in headings[place + 1 :] if h[1] <= level)
    end = next(after, len(html))
    return html[start:end], html[:start] + html[end:]


def _chapter(html: str) -> Chapter | None:
    heading = HEADING.match(html)
    if not heading:
        return None
    return Chapter(heading[2], _words(heading[3]), SafeString(html[heading.end() :]))


def _numbered(html: str, anchors: set[str]) -> str:
    """Each paragraph of the text with its number, which is a link to itself."""
    count = 0

    def number(found: re.Match[str]) -> str:
        nonlocal count
        if found[1] not in anchors:
            return found[0]
        count += 1
        link = format_html(
            '<a class="library-number" href="#{}">'
            '<span class="govuk-visually-hidden">Paragraph </span>{}</a> ',
            unescape(found[1]),
            count,
        )
        return f"{found[0]}{link}"

    return PARAGRAPH.sub(number, html)


def _with_notices(html: str, anchors: frozenset[str], notice: str) -> str:
    """The content notice before each part that it speaks of, with a way round it."""
    headings = list(HEADING.finditer(html))
    for place in reversed(range(len(headings))):
        heading = headings[place]
        if unescape(heading[2]) not in anchors:
            continue
        after = (h[2] for h in headings[place + 1 :] if h[1] <= heading[1])
        box = _notice(notice, unescape(next(after, "after-the-text")))
        html = html[: heading.start()] + box + html[heading.start() :]
    return html


def _notice(notice: str, beyond: str) -> str:
    return format_html(
        '<div class="heed-notice heed-notice--care library-care">'
        '<p class="heed-notice__title">Before you read on</p>'
        "<p>{}</p>"
        '<p><a class="govuk-link" href="#{}">Go past this part</a></p></div>\n',
        notice,
        beyond,
    )


def _contents(html: str) -> list[Entry]:
    return [
        Entry(unescape(found[2]), _words(found[3]), int(found[1]) - 1)
        for found in HEADING.finditer(html)
        if int(found[1]) <= 3  # noqa: PLR2004 - chapters and their sections
    ]


def _words(html: str) -> str:
    return " ".join(unescape(TAG.sub(" ", html)).split())
