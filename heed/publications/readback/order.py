"""Whether somebody who listens gets the same text, in the same order."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

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
