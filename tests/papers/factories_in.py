"""Papers as they arrive, made by the tests themselves."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from html import escape

from heed.papers.ole import SIGNATURE

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def a_zip(members: Mapping[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return stream.getvalue()


# Word, in the few elements that matter


def run(text: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*content: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inner = "".join(c if c.startswith("<") else run(c) for c in content)
    return f"<w:p>{properties}{inner}</w:p>"


def cell(*content: str, span: int = 1, down: str = "") -> str:
    paragraphs = [
        c if c.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else para(c)
        for text in content
        for c in (text.split("\n") if not text.startswith("<") else [text])
    ]
    merged = f'<w:vMerge w:val="{down}"/>' if down else ""
    properties = f'<w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>'
    return f"<w:tc>{properties}{''.join(paragraphs) or para('')}</w:tc>"


def grid(*rows: Sequence[str], heads: int = 0) -> str:
    """A table; a row of one string reaches over all columns."""
    width = max(len(row) for row in rows)
    made = []
    for number, row in enumerate(rows):
        span = width if len(row) == 1 else 1
        cells = [c if c.startswith("<w:tc>") else cell(c, span=span) for c in row]
        head = "<w:trPr><w:tblHeader/></w:trPr>" if number < heads else ""
        made.append(f"<w:tr>{head}{''.join(cells)}</w:tr>")
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def control(tag: str, text: str, *, empty: bool = False) -> str:
    placeholder = "<w:showingPlcHdr/>" if empty else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/>{placeholder}'
        f"</w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"
    )


def box(tag: str, *, ticked: bool) -> str:
    sign = "☒" if ticked else "☐"
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w14:checkbox>'
        f'<w14:checked w14:val="{int(ticked)}"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{run(sign)}</w:sdtContent></w:sdt>"
    )


def deleted(text: str, author: str = "A Typist") -> str:
    return (
        f'<w:del w:author="{author}" w:date="2026-03-01T10:00:00Z"><w:r>'
        f"<w:delText>{escape(text)}</w:delText></w:r></w:del>"
    )


def inserted(text: str, author: str = "A Typist") -> str:
    return f'<w:ins w:author="{author}">{run(text)}</w:ins>'


def a_docx(
    *body: str,
    parts: Mapping[str, str] | None = None,
    relations: Sequence[tuple[str, str]] = (),
    main: str = "document",
    more: Mapping[str, bytes | str] | None = None,
) -> bytes:
    """A Word file with this body. `parts` are further XML roots by file name."""
    blocks = "".join(b if b.startswith("<") else para(b) for b in body)
    pointers = [(f"rId{n}", *pair) for n, pair in enumerate(relations, 1)]
    pointers += [
        (f"part{n}", name.rstrip("0123456789"), f"{name}.xml")
        for n, name in enumerate(parts or {}, 1)
    ]
    return a_zip(
        {
            "[Content_Types].xml": _content_types(main),
            "_rels/.rels": _rels([("rId1", "officeDocument", "word/document.xml")]),
            "word/document.xml": _root("document", f"<w:body>{blocks}</w:body>"),
            "word/_rels/document.xml.rels": _rels(pointers),
            **{f"word/{n}.xml": xml for n, xml in (parts or {}).items()},
            **(more or {}),
        }
    )


def _content_types(main: str) -> str:
    kind = "application/vnd.ms-word.document.macroEnabled" if main == "macro" else _TYPE
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{kind}.{main}.main+xml"/>'
        "</Types>"
    )


def _rels(pointers: Sequence[tuple[str, str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{number}" Type="{_RELATION}/{kind}" Target="{target}"'
        + (' TargetMode="External"' if "://" in target else "")
        + "/>"
        for number, kind, target in pointers
    )
    where = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{where}">{made}</Relationships>'


def _root(name: str, inner: str) -> str:
    return f"<w:{name} {_NAMESPACES}>{inner}</w:{name}>"


def header(*paragraphs: str) -> str:
    return _root("hdr", "".join(map(para, paragraphs)))


def comments(*said: tuple[str, str]) -> str:
    made = "".join(
        f'<w:comment w:author="{author}">{para(text)}</w:comment>'
        for author, text in said
    )
    return _root("comments", made)


def notes(place: str, **texts: str) -> str:
    made = "".join(
        f'<w:{place} w:id="{number[1:]}">{para(text)}</w:{place}>'
        for number, text in texts.items()
    )
    return _root(f"{place}s", made)


def styles(**names: str) -> str:
    made = "".join(
        f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in names.items()
    )
    return _root("styles", made)


# Other files


def an_odt(
    body: str, *, mimetype: str = "text", meta: str = "", auto: str = ""
) -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    spaces = (
        f'xmlns:office="{office}" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:loext="urn:org:documentfoundation:names:experimental:loext:1.0"'
    )
    content = (
        f"<office:document-content {spaces}>"
        f"<office:automatic-styles>{auto}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return a_zip(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{mimetype}",
            "content.xml": content,
            "meta.xml": f"<office:document-meta {spaces}>{meta}</office:document-meta>",
        }
    )


_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def an_ole(*names: str, **contents: bytes) -> bytes:
    """The container of old Office files, with these streams in it. One sector of table
    is room for 64 kB."""
    streams = dict.fromkeys(names, b"") | contents
    entries = [_ole_entry("Root Entry", 5, child=1 if streams else _FREE)]
    table = [_TABLE]
    count = len(streams) + 1
    directory = -(-count * 128 // 512)
    table += [*range(2, directory + 1), _END]
    body = b""
    for number, (name, content) in enumerate(streams.items(), 2):
        start = len(table) if content else _END
        padded = content.ljust(4096, b"\x00") if content else b""
        sectors = -(-len(padded) // 512)
        if sectors:
            table += [*range(start + 1, start + sectors), _END]
        body += padded.ljust(sectors * 512, b"\x00")
        right = number if number < count else _FREE
        entries.append(_ole_entry(name, 2, right=right, start=start, size=len(padded)))
    header = SIGNATURE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(6) + struct.pack("<IIIII", 0, 1, 1, 0, 4096)
    header += struct.pack("<IIII", _END, 0, _END, 0) + struct.pack("<I", 0)
    sectors = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    listed = b"".join(entries).ljust(directory * 512, b"\x00")
    return header.ljust(512, b"\xff") + sectors + listed + body


def _ole_entry(
    name: str,
    kind: int,
    *,
    right: int = _FREE,
    child: int = _FREE,
    start: int = _END,
    size: int = 0,
) -> bytes:
    raw = name.encode("utf-16-le")
    made = raw.ljust(64, b"\x00") + struct.pack("<HBB", len(raw) + 2, kind, 1)
    made += struct.pack("<III", _FREE, right, child) + bytes(36)
    return made + struct.pack("<IQ", start, size)


def an_email(
    text: str = "Please find the form attached.",
    *,
    attachments: Sequence[tuple[str, bytes]] = (),
    **headers: str,
) -> EmailMessage:
    message = EmailMessage()
    usual = {
        "From": "Ann Lark <a.lark@school.example>",
        "To": "referrals@quillshire.example",
        "Date": "Wed, 04 Mar 2026 16:05:00 +0000",
        "Subject": "Referral",
        "Message-ID": "<one@school.example>",
    }
    for name, words in {**usual, **headers}.items():
        message[name.replace("_", "-")] = words
    message.set_content(text)
    for name, data in attachments:
        message.add_attachment(
            data, maintype="application", subtype="octet-stream", filename=name
        )
    return message


# Workbooks, in the few elements that matter


def sheet_row(cells: str, number: int = 1) -> str:
    return f'<row r="{number}">{cells}</row>'


def a_workbook(
    *rows: str,
    texts: Sequence[str] = (),
    names: Sequence[str] = ("Sheet1",),
    states: Sequence[str] = (),
    relations: Sequence[tuple[str, str]] = (),
    from_1904: bool = False,
    more: Mapping[str, bytes | str] | None = None,
) -> bytes:
    """A workbook of Excel: the rows of each sheet; its second style is a date."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    marked = [*states, *["visible"] * len(names)]
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{n}" state="{marked[n - 1]}" r:id="rId{n}"/>'
        for n, name in enumerate(names, 1)
    )
    parts = [
        (f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml")
        for n in range(1, len(names) + 1)
    ]
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return a_zip(
        {
            "[Content_Types].xml": f'<Types><Override ContentType="{kind}.main+xml"/>'
            "</Types>",
            "_rels/.rels": _rels([("rId1", "officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": f'<workbook {space} xmlns:r="{_RELATION}">'
            f'<workbookPr date1904="{int(from_1904)}"/><sheets>{sheets}</sheets>'
            "</workbook>",
            "xl/_rels/workbook.xml.rels": _rels(
                [
                    *parts,
                    ("texts", "sharedStrings", "sharedStrings.xml"),
                    ("styles", "styles", "styles.xml"),
                ]
            ),
            "xl/sharedStrings.xml": f"<sst {space}>"
            + "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
            + "</sst>",
            "xl/styles.xml": f'<styleSheet {space}><cellXfs><xf numFmtId="0"/>'
            '<xf numFmtId="14"/></cellXfs></styleSheet>',
            "xl/worksheets/_rels/sheet1.xml.rels": _rels(
                [(f"rId{n}", *pair) for n, pair in enumerate(relations, 1)]
            ),
            **{
                f"xl/worksheets/sheet{n}.xml": f"<worksheet {space}><sheetData>{row}"
                "</sheetData></worksheet>"
                for n, row in enumerate(rows, 1)
            },
            **(more or {}),
        }
    )
