"""Chronologies of many agencies, made up: five notations of dates, a twentieth told
twice. The same seed makes the same files."""

import csv
import random
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

SEED, TWICE = 20260311, 0.05
FIRST, DAYS = date(2014, 1, 1), 4_000
HEADS = ("Date", "Time", "Source", "Event", "Child seen", "Response")
_NOTATIONS = ("%d/%m/%Y", "%Y-%m-%d", "%d %b %Y", "%d.%m.%Y", "%d %B %Y")
_SOURCES = ("Case notes", "Telephone log", "Minutes", "Letter", "Email")
_SYLLABLES = "bra ken mar win ter tha lop ost ran vel dun hol pel lo wic tin der sal"
_WORDS = tuple(
    a + b + c
    for a in _SYLLABLES.split()
    for b in _SYLLABLES.split()
    for c in ("", "ing", "er", "ed")
)
_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PKG = "http://schemas.openxmlformats.org/package/2006"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write_files(folder: Path, kind: str, files: int, rows: int) -> None:
    """Write so many files of so many rows each, .xlsx, .docx or .csv."""
    folder.mkdir()
    chance = random.Random(SEED)
    told: list[tuple[date, tuple[str, ...]]] = []
    for number in range(files):
        made = list(_rows(chance, rows, told, number))
        path = folder / f"Agency {number:02}.{kind}"
        _WRITES[kind](path, made)


def _rows(
    chance: random.Random,
    count: int,
    told: list[tuple[date, tuple[str, ...]]],
    number: int,
) -> Iterator[tuple[str, ...]]:
    notation = _NOTATIONS[number % len(_NOTATIONS)]
    before = len(told)
    for _ in range(count):
        if before and chance.random() < TWICE:
            day, words = told[chance.randrange(before)]
            yield (day.strftime(notation), *words)
            continue
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        time = f"{chance.randrange(24):02}:{chance.randrange(60):02}"
        event = " ".join(chance.choices(_WORDS, k=chance.randrange(8, 16)))
        seen, done = chance.choice("YN"), " ".join(chance.choices(_WORDS, k=4))
        words = (time, chance.choice(_SOURCES), event.capitalize(), seen, done)
        told.append((day, words))
        yield (day.strftime(notation), *words)


def _write(path: Path, parts: dict[str, str]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, words in parts.items():
            package.writestr(name, _HEAD + words)


def _write_sheet(path: Path, rows: list[tuple[str, ...]]) -> None:
    """A workbook as Excel writes it: every text is shared."""
    shared: dict[str, int] = {}
    lines = []
    for number, row in enumerate((HEADS, *rows), 1):
        cells = "".join(
            f'<c r="{letter}{number}" t="s">'
            f"<v>{shared.setdefault(words, len(shared))}</v></c>"
            for letter, words in zip("ABCDEF", row, strict=True)
        )
        lines.append(f'<row r="{number}" spans="1:6">{cells}</row>')
    texts = "".join(f"<si><t>{escape(words)}</t></si>" for words in shared)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = (
        f'<Types xmlns="{_PKG}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default '
        'Extension="xml" ContentType="application/xml"/>'
        f"{_type('xl/workbook.xml', kind, 'sheet.main')}"
        f"{_type('xl/worksheets/sheet1.xml', kind, 'worksheet')}"
        f"{_type('xl/sharedStrings.xml', kind, 'sharedStrings')}</Types>"
    )
    book = (
        f'<workbook xmlns="{_NS}" xmlns:r="{_REL}"><sheets><sheet name="Chronology" '
        'sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    _write(
        path,
        {
            "[Content_Types].xml": types,
            "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": _relations(
                ("worksheet", "worksheets/sheet1.xml"),
                ("sharedStrings", "sharedStrings.xml"),
            ),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_NS}"><sheetData>'
            f"{''.join(lines)}</sheetData></worksheet>",
            "xl/sharedStrings.xml": f'<sst xmlns="{_NS}" count="{len(rows) * 6}" '
            f'uniqueCount="{len(shared)}">{texts}</sst>',
        },
    )


def _type(part: str, kind: str, name: str) -> str:
    return f'<Override PartName="/{part}" ContentType="{kind}.{name}+xml"/>'


def _relations(*each: tuple[str, str]) -> str:
    said = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(each, 1)
    )
    return f'<Relationships xmlns="{_PKG}/relationships">{said}</Relationships>'


def _write_word(path: Path, rows: list[tuple[str, ...]]) -> None:
    """A table as Word writes it: each paragraph and run with its properties."""
    lines = []
    for number, row in enumerate((HEADS, *rows)):
        cells = "".join(
            '<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/></w:tcPr>'
            f'<w:p w:rsidR="00{number:06X}"><w:pPr><w:spacing w:after="0"/></w:pPr>'
            f'<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">'
            f"{escape(words)}</w:t></w:r></w:p></w:tc>"
            for words in row
        )
        about = "<w:trPr><w:tblHeader/></w:trPr>" if not number else ""
        lines.append(f"<w:tr>{about}{cells}</w:tr>")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = (
        f'<Types xmlns="{_PKG}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default '
        'Extension="xml" ContentType="application/xml"/>'
        f"{_type('word/document.xml', kind, 'document.main')}</Types>"
    )
    grid = "".join('<w:gridCol w:w="1500"/>' for _ in HEADS)
    body = (
        f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl><w:p/>"
    )
    _write(
        path,
        {
            "[Content_Types].xml": types,
            "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
            "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}'
            "</w:body></w:document>",
        },
    )


def _write_text(path: Path, rows: list[tuple[str, ...]]) -> None:
    """A sheet of text, as exports write it."""
    with path.open("w", newline="") as written:
        csv.writer(written).writerows((HEADS, *rows))


_WRITES = {"xlsx": _write_sheet, "docx": _write_word, "csv": _write_text}
