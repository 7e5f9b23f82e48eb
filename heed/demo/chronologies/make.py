"""Writes the five files: two encodings of .csv, a workbook and a Word table.

    .venv/bin/python -m heed.demo.chronologies.make

The same rows make the same bytes.
"""

import csv
import io
import zipfile
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

from heed.demo.chronologies import FOLDER, rows

_ALWAYS = (2026, 1, 5, 9, 0, 0)
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KINDS = "application/vnd.openxmlformats-officedocument."
_DAY_STYLE, _MOMENT_STYLE = 1, 2


def made() -> dict[str, bytes]:
    """The bytes of each file by its name."""
    return {
        "QCC.csv": _csv(rows.QCC_HEADS, rows.QCC, "utf-8"),
        "QCO.csv": _csv(rows.QCO_HEADS, rows.QCO, "utf-8"),
        "QHT.xlsx": _workbook(),
        "QCH.docx": _word(),
        "TPS.csv": _csv(rows.TPS_HEADS, rows.TPS, "cp1252"),
    }


def write(folder: Path = FOLDER) -> None:
    """Write the files into this folder."""
    for name, data in made().items():
        (folder / name).write_bytes(data)


def _csv(heads: tuple[str, ...], said: rows.Rows, encoding: str) -> bytes:
    sheet = io.StringIO(newline="")
    csv.writer(sheet).writerows([heads, *said])
    return sheet.getvalue().encode(encoding)


def _package(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, words in parts.items():
            package.writestr(zipfile.ZipInfo(name, _ALWAYS), _DECLARED + words)
    return made.getvalue()


def _relations(*each: tuple[str, str]) -> str:
    said = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(each, 1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{said}</Relationships>'


def _types(*each: tuple[str, str]) -> str:
    said = "".join(
        f'<Override PartName="/{part}" ContentType="{_KINDS}{kind}+xml"/>'
        for part, kind in each
    )
    package = "application/vnd.openxmlformats-package.relationships+xml"
    usual = f'<Default Extension="rels" ContentType="{package}"/>'
    usual += '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{_TYPES}">{usual}{said}</Types>'


def _workbook() -> bytes:
    lines = [_sheet_row(1, rows.QHT_HEADS)]
    lines += [_sheet_row(n, row) for n, row in enumerate(rows.QHT, 2)]
    merged = next(n for n, row in enumerate(rows.QHT, 2) if not row[0])
    sheet = f'<worksheet xmlns="{_SHEET}"><sheetData>{"".join(lines)}</sheetData>'
    area = f'<mergeCell ref="A{merged - 1}:A{merged}"/>'
    sheet += f'<mergeCells count="1">{area}</mergeCells></worksheet>'
    book = f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
    book += '<sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>'
    styles = f'<styleSheet xmlns="{_SHEET}"><cellXfs count="3">'
    styles += '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs>'
    return _package(
        {
            "[Content_Types].xml": _types(
                ("xl/workbook.xml", "spreadsheetml.sheet.main"),
                ("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"),
                ("xl/styles.xml", "spreadsheetml.styles"),
            ),
            "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": _relations(
                ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")
            ),
            "xl/worksheets/sheet1.xml": sheet,
            "xl/styles.xml": f"{styles}</styleSheet>",
        }
    )


def _sheet_row(number: int, words: tuple[str, ...]) -> str:
    cells = [
        _sheet_cell(f"{letter}{number}", said, is_day=letter == "A" and number > 1)
        for letter, said in zip("ABCD", words, strict=True)
    ]
    return f'<row r="{number}">{"".join(cells)}</row>'


def _sheet_cell(place: str, words: str, *, is_day: bool) -> str:
    if not words:
        return f'<c r="{place}" s="{_DAY_STYLE}"/>'
    if is_day:
        style = _MOMENT_STYLE if ":" in words else _DAY_STYLE
        return f'<c r="{place}" s="{style}"><v>{_serial(words)}</v></c>'
    text = f"<is><t>{escape(words)}</t></is>"
    return f'<c r="{place}" t="inlineStr">{text}</c>'


def _serial(words: str) -> str:
    """The number of a day, as a sheet keeps it."""
    since = datetime.fromisoformat(words) - datetime(1899, 12, 30)  # noqa: DTZ001
    part = since.seconds / 86_400
    return f"{since.days + part:.10g}" if part else str(since.days)


def _word() -> bytes:
    lines = [_table_row(rows.QCH_HEADS, "<w:trPr><w:tblHeader/></w:trPr>")]
    lines += [_table_row(row) for row in rows.QCH]
    title = "Quillshire Community Health: chronology of contacts"
    body = f"<w:p><w:r><w:t>{title}</w:t></w:r></w:p><w:tbl>{''.join(lines)}</w:tbl>"
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}<w:p/></w:body>'
    return _package(
        {
            "[Content_Types].xml": _types(
                ("word/document.xml", "wordprocessingml.document.main")
            ),
            "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
            "word/document.xml": f"{document}</w:document>",
        }
    )


def _table_row(words: tuple[str, ...], about: str = "") -> str:
    cells = (
        f"<w:tc><w:p><w:r><w:t>{escape(said)}</w:t></w:r></w:p></w:tc>"
        for said in words
    )
    return f"<w:tr>{about}{''.join(cells)}</w:tr>"


if __name__ == "__main__":
    write()
