"""The words of what will be served, out of its bytes, wherever in it they stand."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from lxml import etree

from heed.publications.readback.word import words_of_word

INLINE = frozenset({"a", "b", "strong", "i", "em", "s", "del", "span", "sup", "mark"})
UNSAID = frozenset(
    {"class", "type", "rel", "lang", "charset", "method", "autocomplete"}
)
READ_OUT = frozenset({"alt", "title", "content", "aria-label", "placeholder", "value"})


class Unreadable(ValueError):
    """What was made cannot be read back, and so nobody knows what it holds."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words as one reads or hears them together, and where in the file they stand. A
    `label` has no sentence: an address, a file's name, a property."""

    place: str
    words: str
    label: bool = False


def words_of_file(name: str, data: bytes) -> Iterator[Stretch]:
    """Every word in a file that is to be served, its own name first. Raises Unreadable
    for what it cannot read: nothing passes unread."""
    yield Stretch("its name", name, label=True)
    ending = name.rpartition(".")[2].lower()
    if ending not in _READERS:
        raise Unreadable(f"Nobody knows how to read a file of the kind {ending}.")
    try:
        yield from _READERS[ending](data)
    except Unreadable:
        raise
    except Exception as wrong:
        raise Unreadable(f"{type(wrong).__name__}.") from wrong


def _of_text(data: bytes) -> Iterator[Stretch]:
    yield Stretch("its text", data.decode())


# HTML


class _Listener(HTMLParser):
    """What somebody reads or hears of a page, and what its source says beside."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Stretch] = []
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.close_a_stretch()
        for name, value in attrs:
            if value and name not in UNSAID:
                said = name in READ_OUT
                self.found.append(Stretch(f"its {name}", value, label=not said))

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE:
            self.close_a_stretch()

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def handle_comment(self, data: str) -> None:
        self.found.append(Stretch("a comment of its source", data))

    def close_a_stretch(self) -> None:
        words = "".join(self._words)
        self._words = []
        if words.strip():
            self.found.append(Stretch("its words", words))


def _of_html(data: bytes) -> Iterator[Stretch]:
    listener = _Listener()
    listener.feed(data.decode())
    listener.close()
    listener.close_a_stretch()
    yield from listener.found


# PDF


def _of_pdf(data: bytes) -> Iterator[Stretch]:
    # What reads a PDF takes long to load, and few processes read one.
    from heed.publications.readback.pdf_words import words_of_pdf

    yield from words_of_pdf(data)


# What programs read


def _of_json(data: bytes) -> Iterator[Stretch]:
    yield from _values(json.loads(data), "")


def _values(value: Any, path: str) -> Iterator[Stretch]:
    if isinstance(value, dict):
        for name, held in value.items():
            yield Stretch(f"the name of a part of {path or 'it'}", name, label=True)
            yield from _values(held, f"{path}.{name}".strip("."))
    elif isinstance(value, list):
        for held in value:
            yield from _values(held, path)
    elif isinstance(value, str):
        is_address = value.startswith(("http://", "https://", "/", "#"))
        yield Stretch(path, value, label=is_address)


def _of_csv(data: bytes) -> Iterator[Stretch]:
    for number, row in enumerate(csv.reader(io.StringIO(data.decode())), 1):
        for held in row:
            yield Stretch(f"line {number}", held)


def of_xml(data: bytes) -> Iterator[Stretch]:
    """The words in the elements, attributes and comments of XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for each in etree.fromstring(data, parser).iter():
        if not isinstance(each.tag, str):
            yield Stretch("a comment of its source", each.text or "")
            continue
        name = etree.QName(each).localname
        for words in (each.text, each.tail):
            if words and words.strip():
                is_address = words.strip().startswith(("http://", "https://"))
                yield Stretch(f"its {name}", words, label=is_address)
        for attribute, words in each.attrib.items():
            yield Stretch(f"its {etree.QName(attribute).localname}", words, label=True)


def _of_word(data: bytes) -> Iterator[Stretch]:
    yield from (Stretch(*each) for each in words_of_word(data))


def _of_zip(data: bytes) -> Iterator[Stretch]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            for stretch in words_of_file(info.filename, archive.read(info)):
                place = f"{info.filename}, {stretch.place}"
                yield Stretch(place, stretch.words, stretch.label)
            if info.comment or info.extra:
                raise Unreadable("It says something of itself beside its files.")


_READERS: dict[str, Callable[[bytes], Iterator[Stretch]]] = {
    "txt": _of_text,
    "html": _of_html,
    "pdf": _of_pdf,
    "json": _of_json,
    "csv": _of_csv,
    "xml": of_xml,
    "atom": of_xml,
    "zip": _of_zip,
    "docx": _of_word,
}
