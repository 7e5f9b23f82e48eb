"""A form of ours as an OpenDocument text, made from the same body as the Word form:
headings, header rows that repeat, and a content control for each answer, so that it
reads back exactly as it was filled in."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from heed.papers.form_parts import FormParagraph, FormTable, Piece, parts_of
from heed.papers.referral_form import MARKING, TITLE, SentTo, form_body
from heed.papers.word_controls import EMPTY, TICKED
from heed.papers.word_package import WITHOUT_A_TIME
from heed.papers.word_xml import Element

STATIC = Path(__file__).parent / "odt"
MIMETYPE = "application/vnd.oasis.opendocument.text"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
LIBREOFFICE = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
SPACES = " ".join(
    (
        f'xmlns:office="{OASIS}:office:1.0"',
        f'xmlns:text="{OASIS}:text:1.0"',
        f'xmlns:table="{OASIS}:table:1.0"',
        f'xmlns:style="{OASIS}:style:1.0"',
        f'xmlns:meta="{OASIS}:meta:1.0"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        f'xmlns:loext="{LIBREOFFICE}"',
    )
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
PARTS = ("content.xml", "styles.xml", "meta.xml")


def open_form(sent_to: SentTo) -> bytes:
    """The referral form of this partnership as .odt, empty, ready to be sent out."""
    return as_open_document(form_body(sent_to), title=TITLE, marking=MARKING)


def as_open_document(body: Element, *, title: str, marking: str) -> bytes:
    """A form as .odt, made from the body of its Word document."""
    made = "".join(map(_part, _numbered(parts_of(body))))
    content = (
        f'{HEAD}<office:document-content {SPACES} office:version="1.3">'
        f"<office:body><office:text>{made}</office:text></office:body>"
        "</office:document-content>"
    )
    styles = (STATIC / "styles.xml").read_text(encoding="utf-8")
    return _packed(
        {
            "content.xml": content,
            "styles.xml": styles.replace("MARKING", escape(marking)),
            "meta.xml": _meta(title),
        }
    )


def _meta(title: str) -> str:
    return (
        f'{HEAD}<office:document-meta {SPACES} office:version="1.3"><office:meta>'
        f"<dc:title>{escape(title)}</dc:title><dc:language>en-GB</dc:language>"
        "</office:meta></office:document-meta>"
    )


Numbered = tuple[int, FormParagraph | FormTable]


def _numbered(parts: Iterator[FormParagraph | FormTable]) -> Iterator[Numbered]:
    return enumerate(parts, 1)


def _part(numbered: Numbered) -> str:
    number, part = numbered
    if isinstance(part, FormTable):
        return _table(part, number)
    return _paragraph(part)


def _paragraph(part: FormParagraph) -> str:
    words = "".join(map(_piece, part.pieces))
    if part.level:
        style = f"Heading_20_{part.level}"
        return (
            f'<text:h text:style-name="{style}" text:outline-level="{part.level}">'
            f"{words}</text:h>"
        )
    return f'<text:p text:style-name="{part.style}">{words}</text:p>'


def _piece(piece: Piece) -> str:
    words = escape(piece.words).replace("\n", "<text:line-break/>")
    if piece.kind:
        return f"<loext:content-control {_about(piece)}>{words}</loext:content-control>"
    if piece.bold:
        return f'<text:span text:style-name="Strong">{words}</text:span>'
    return words


def _about(piece: Piece) -> str:
    own: Mapping[str, str] = {
        "text": 'loext:showing-place-holder="true" loext:plain-text="true"',
        "fixed": 'loext:plain-text="true"',
        "box": 'loext:checkbox="true" loext:checked="false" '
        f'loext:checked-state="{TICKED}" loext:unchecked-state="{EMPTY}"',
    }
    lock = "sdtContentLocked" if piece.kind == "fixed" else "sdtLocked"
    return (
        f"{own[piece.kind]} loext:tag={quoteattr(piece.tag)} "
        f'loext:alias={quoteattr(piece.label)} loext:lock="{lock}"'
    )


def _table(table: FormTable, number: int) -> str:
    columns = "<table:table-column/>" * len(table.widths)
    rows = ["".join(map(_cell, row)) for row in table.rows]
    made = [f"<table:table-row>{row}</table:table-row>" for row in rows]
    heads, others = "".join(made[: table.heads]), "".join(made[table.heads :])
    return (
        f'<table:table table:name="Table {number}" table:style-name="Answers">'
        f"{columns}<table:table-header-rows>{heads}</table:table-header-rows>{others}"
        "</table:table>"
    )


def _cell(cell: tuple[FormParagraph, ...]) -> str:
    style = "Written" if any(part.answers for part in cell) else "Label"
    words = "".join(map(_paragraph, cell))
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="string">'
        f"{words}</table:table-cell>"
    )


def _packed(parts: Mapping[str, str]) -> bytes:
    """The package, without author or time: its type first, as the standard asks."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr(_entry("mimetype", ZIP_STORED), MIMETYPE)
        for name, content in parts.items():
            package.writestr(_entry(name, ZIP_DEFLATED), content)
        package.writestr(_entry("META-INF/manifest.xml", ZIP_DEFLATED), _manifest())
    return out.getvalue()


def _entry(name: str, packing: int) -> ZipInfo:
    entry = ZipInfo(name, WITHOUT_A_TIME)
    entry.compress_type = packing
    return entry


def _manifest() -> str:
    rows = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" '
        'manifest:media-type="text/xml"/>'
        for name in PARTS
    )
    return (
        f'{HEAD}<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0" '
        f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" '
        f'manifest:version="1.3" manifest:media-type="{MIMETYPE}"/>{rows}'
        "</manifest:manifest>"
    )
