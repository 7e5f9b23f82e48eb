"""Catalogues of older publications: a row each, as they are found, dirty or not.

Columns: `id, title, publisher, year, date_published, type, themes, ages, for, url`,
and `path` (a file beside the catalogue) or `text`. Nothing is guessed: what cannot be
placed is told. `url_status` is what a checker of links said of the address: Heed asks
no other machine.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from heed.library.bundles import LegacyEntry, NotReceivable, check_entry
from heed.library.dates import PublicDate, read_public_date
from heed.library.doubles import doubles
from heed.library.narrowing import ages_of, readers_of
from heed.papers.blocks import Document, to_json
from heed.papers.read_text import decoded, read_txt
from heed.papers.reading import read_blocks
from heed.papers.refusals import Reason, Refused

Row = Mapping[str, Any]

BETWEEN_THEMES = re.compile(r"\s*[;|\n]\s*")
LONGEST_CELL = 50_000_000
WEB = re.compile(r"https?://\S+", re.IGNORECASE)
DEAD = re.compile(
    r"\b(?:4(?!01|03|29)\d\d|5\d\d|dead|gone|broken|not found)", re.IGNORECASE
)
"""What checkers of links write of one that leads nowhere; a page behind a sign-in, and
one that asks to wait, are there."""
IMAGE_ONLY = (
    "The file holds pictures of pages and no words. The review is entered as “image "
    "only”; the public cannot read the scan."
)


class NoCatalogue(ValueError):
    """This is no catalogue; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that could not be placed, or not with all that it names."""

    row: int
    id: str
    why: str


ReadWords = Callable[[bytes, str], dict[str, Any]]


@dataclass(slots=True)
class Catalogue:
    """What a catalogue says, one entry for an id, what is wrong with it, and the file
    of each scan, which is kept elsewhere or nowhere."""

    entries: dict[str, LegacyEntry] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)


def read_catalogue(path: Path, read: ReadWords | None = None) -> Catalogue:
    """Every row of a .csv or .jsonl file that can be placed; `read` may read its files
    in another way than here.

    Raises NoCatalogue when the file is of another kind or has no column `id`.
    """
    made = Catalogue()
    for number, row in enumerate(_rows(path), 1):
        _place(made, number, row, path.parent, read or _words)
    for number, key, why in doubles(made.entries, made.rows):
        made.problems.append(Problem(number, key, why))
    return made


def _rows(path: Path) -> Iterator[Row]:
    text = decoded(path.read_bytes())
    if path.suffix.lower() == ".csv":
        csv.field_size_limit(LONGEST_CELL)
        made = csv.DictReader(text.splitlines(keepends=True))
        names = {name: (name or "").strip().lower() for name in made.fieldnames or ()}
        if "id" not in names.values():
            raise NoCatalogue("The catalogue has no column called id.")
        return ({names.get(k, ""): v for k, v in row.items()} for row in made)
    if path.suffix.lower() in {".jsonl", ".ndjson"}:
        return _json_rows(text)
    raise NoCatalogue("A catalogue is a .csv or a .jsonl file.")


def _json_rows(text: str) -> Iterator[Row]:
    for line in filter(str.strip, text.split("\n")):
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        yield row if isinstance(row, dict) else {}


def _place(
    read: Catalogue, number: int, row: Row, folder: Path, words_of: ReadWords
) -> None:
    cells = {name: _cell(value) for name, value in row.items() if name}
    entry = _entry(cells, row)

    def told(why: str) -> None:
        read.problems.append(Problem(number, entry.id, why))

    if not entry.id:
        told("The row has no id, so it cannot be told from others. It was left out.")
        return
    if entry.id in read.entries:
        told("An earlier row has the same id. This one was left out.")
        return
    if wrong_with_link := _of_the_link(entry, cells):
        told(wrong_with_link)
    try:
        entry = _with_words(entry, cells, folder, words_of)
        check_entry(entry)
    except Refused as refused:
        scanned = refused.reason is Reason.NO_TEXT
        entry = replace(entry, image_only=scanned)
        told(IMAGE_ONLY if scanned else refused.sentence)
    except (NotReceivable, NoCatalogue) as wrong:
        told(str(wrong))
    if cells.get("path") and not entry.document and _is_in(folder, cells["path"]):
        read.files[entry.id] = folder / cells["path"]
    read.entries[entry.id], read.rows[entry.id] = entry, number


def _of_the_link(entry: LegacyEntry, cells: Mapping[str, str]) -> str:
    if cells.get("url") and not entry.link:
        return "The address is not one of the web. It was left out."
    if entry.link_is_dead:
        said = cells["url_status"][:40]
        return f"The link is dead ({said}). It is named and leads nowhere."
    return ""


def _entry(cells: Mapping[str, str], row: Row) -> LegacyEntry:
    kind, url = cells.get("type", ""), cells.get("url", "")
    link = url if WEB.fullmatch(url) else ""
    untitled = " ".join(filter(None, [kind or "Untitled", cells.get("id", "")]))
    return LegacyEntry(
        id=cells.get("id", "")[:200],
        title=(cells.get("title") or untitled)[:400],
        publisher=cells.get("publisher", "")[:200],
        type_as_published=kind[:200],
        published=_published(cells),
        themes=tuple(theme[:120] for theme in _listed(row, "themes")),
        ages=ages_of(_listed(row, "ages")),
        readers=readers_of(_listed(row, "for")),
        link=link,
        link_is_dead=bool(link and DEAD.search(cells.get("url_status", ""))),
    )


def _listed(row: Row, name: str) -> list[str]:
    """The answers of a cell that may hold several."""
    cell = row.get(name) or ""
    listed = cell if isinstance(cell, list) else BETWEEN_THEMES.split(str(cell))
    return [words for each in listed if (words := _cell(each))]


def _published(cells: Mapping[str, str]) -> PublicDate:
    date = read_public_date(cells.get("date_published", ""))
    if date.iso or not cells.get("year"):
        return date
    year = read_public_date(cells["year"])
    return PublicDate(year.iso, date.words or year.words)


def _with_words(
    entry: LegacyEntry, cells: Mapping[str, str], folder: Path, words_of: ReadWords
) -> LegacyEntry:
    if text := cells.get("text"):
        read = read_txt(text.encode("utf-8", "replace")).document
        return replace(entry, document=plain(read))
    if name := cells.get("path"):
        return replace(entry, document=read_words(name, folder, words_of))
    return entry


def read_words(
    name: str, folder: Path, words_of: ReadWords | None = None
) -> dict[str, Any]:
    """The words of a file as blocks in JSON, without pictures and margins.

    Raises Refused when it cannot be read, NoCatalogue when it is not in this folder.
    """
    path = (folder / name).resolve()
    if not _is_in(folder, name):
        raise NoCatalogue("The file lies outside the catalogue's folder.")
    try:
        data = path.read_bytes()
    except OSError as missing:
        raise NoCatalogue("The file is not there.") from missing
    return (words_of or _words)(data, path.name)


def _is_in(folder: Path, name: str) -> bool:
    return (folder / name).resolve().is_relative_to(folder.resolve())


def _words(data: bytes, name: str) -> dict[str, Any]:
    return plain(read_blocks(data, name).document)


def plain(document: Document) -> dict[str, Any]:
    """A paper as blocks in JSON, without its pictures and margins."""
    return to_json(replace(document, own_text=None, margins=(), fields=(), images={}))


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("\0", "").strip()
