"""Whether somebody who listens gets the same text, in the same order."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from itertools import chain, pairwise

from heed.deidentify.folding import words_of
from heed.papers.blocks import Document, ListBlock, Paragraph
from heed.publications.readback.leaks import Leak
from heed.publications.readback.words import Stretch

OPENING = 5
"""Words by which the beginning of a paragraph is known again."""
MOST_BROKEN = 0.05  # of the paragraphs: their first line may be parted by a page
READ_IN_ORDER = ("html", "pdf")
PICTURE = re.compile(rb"<img\b[^>]*>")
DESCRIBED = re.compile(rb"\balt=\"[^\"]*\S[^\"]*\"")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TABLE = re.compile(rb"<table\b.*?</table>", re.DOTALL)


def faults_of_order(
    said: Mapping[str, Sequence[Stretch] | Leak], document: Document
) -> list[str]:
    """What of the page and the PDF, as they were read, comes otherwise than the text
    does; sentences that name the file."""
    openings = list(_openings(document))
    found: list[str] = []
    for name, stretches in said.items():
        if isinstance(stretches, Leak) or name.rpartition(".")[2] not in READ_IN_ORDER:
            continue
        heard = (words_of(each.words) for each in stretches if not each.label)
        if not _in_order(openings, list(chain.from_iterable(heard))):
            found.append(f"{name} does not come in the order of the text.")
    return found


def faults_of_pages(files: Mapping[str, bytes]) -> list[str]:
    """What of a page says nothing to who listens; sentences that name the file."""
    return [
        f"{name} {fault}"
        for name, data in files.items()
        if name.endswith(".html")
        for fault in _of_a_page(data)
    ]


def _of_a_page(data: bytes) -> Iterator[str]:
    if not all(DESCRIBED.search(each) for each in PICTURE.findall(data)):
        yield "has a picture that says nothing to who listens."
    if not all(b"<th" in each for each in TABLE.findall(data)):
        yield "has a table without heads."
    page = _Outline(data.decode())
    if page.levels.count(1) != 1:
        yield "has not one heading of the first level."
    if any(after > before + 1 for before, after in pairwise(page.levels)):
        yield "has headings that leave out a level."
    if page.wordless:
        yield f"has {' and '.join(sorted(page.wordless))} without words."
    if any(count > 1 for count in page.ids.values()):
        yield "has two places of one name, so that a link to it leads astray."


class _Outline(HTMLParser):
    """The headings, links and named places of a page, as who listens goes by them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.levels: list[int] = []
        self.ids: Counter[str] = Counter()
        self.wordless: set[str] = set()
        self._open: list[list[str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if said.get("id"):
            self.ids[said["id"]] += 1
        if tag in HEADINGS:
            self.levels.append(int(tag[1]))
        if tag in HEADINGS or tag == "a":
            self._open.append([said.get("aria-label", "")])
        elif self._open:
            self._open[-1].append(said.get("alt", ""))

    def handle_data(self, data: str) -> None:
        for words in self._open:
            words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if (tag in HEADINGS or tag == "a") and self._open:
            words = self._open.pop()
            if not "".join(words).strip():
                self.wordless.add("a link" if tag == "a" else "a heading")


def _openings(document: Document) -> Iterator[tuple[str, ...]]:
    for block in document.blocks:
        match block:
            case Paragraph():
                texts = [block.text]
            case ListBlock():
                texts = [item.text for item in block.items]
            case _:
                continue
        for text in texts:
            words = words_of(text)[:OPENING]
            if len(words) == OPENING:
                yield words


def _in_order(openings: Sequence[tuple[str, ...]], said: Sequence[str]) -> bool:
    """Whether the paragraphs begin one after another; a few may be parted by a page."""
    where: dict[tuple[str, ...], list[int]] = {}
    for start in range(len(said) - OPENING + 1):
        where.setdefault(tuple(said[start : start + OPENING]), []).append(start)
    at = missing = 0
    for words in openings:
        places = where.get(words, [])
        later = next((place for place in places if place >= at), None)
        if later is None:
            if places:
                return False
            missing += 1
        else:
            at = later
    return missing <= 1 + MOST_BROKEN * len(openings)
