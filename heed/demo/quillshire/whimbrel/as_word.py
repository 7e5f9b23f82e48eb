"""The draft as a Word file, written part by part as Word writes it: what leaks is often
what no library offers to write.
"""

import io
import zipfile
from xml.sax.saxutils import escape

from PIL import ExifTags, Image, ImageDraw

from heed.demo.quillshire.whimbrel.draft import Leak, Piece, pieces

FILE_NAME = "Marchwinter-Wray_LCSPR draft 3.docx"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"

BESIDE_THE_TEXT = (
    Leak(8, "footnote", "Rowena Ashgrove", "footnote"),
    Leak(25, "metadata", "Ilvy Kaczmarowicz", "property creator"),
    Leak(25, "metadata", "Mabry Pellowick", "property lastModifiedBy"),
    Leak(25, "metadata", "Kaczmarowicz Reviews", "property Company"),
    Leak(27, "comment", "Elspeth", "comment 1"),
    Leak(27, "metadata", "Oriel Vantongeren", "author of changes"),
    Leak(28, "alt_text", "Elspeth", "picture"),
    Leak(29, "file_name", "Marchwinter-Wray", "file name"),
    Leak(30, "exif", "N\nW", "picture"),
    Leak(32, "text_box", "Peepo", "text box"),
    Leak(32, "header_footer", "S. Marchwinter", "header or footer"),
    Leak(33, "hidden_text", "Elspeth", "hidden text 1"),
)
"""What must not get out and stands beside the text; the last was found on the way."""

_NOTE = "A half-sibling left the family and has a new name."
_NOTE_LEAKS = " The half-sibling was then called Rowena Ashgrove."


def the_draft(*, leaks: bool = True) -> bytes:
    """The bytes of the Word file; without what must not get out where that is asked."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in _members(leaks=leaks).items():
            package.writestr(zipfile.ZipInfo(name, (2026, 2, 2, 10, 0, 0)), content)
    return written.getvalue()


def _members(*, leaks: bool) -> dict[str, str | bytes]:
    body = "".join(_written(piece, leaks=leaks) for piece in pieces(leaks=leaks))
    end = (_paragraph(_BOX) + _paragraph(_HIDDEN) if leaks else "") + _SECTION
    note = _NOTE + (_NOTE_LEAKS if leaks else "")
    comment = (
        f'<w:comment w:id="1" w:author="Oriel Vantongeren">'
        f"{_paragraph('Is Elspeth happy with this?')}</w:comment>"
    )
    header = "Whimbrel draft for S. Marchwinter" if leaks else "Whimbrel draft"
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(_OF_THE_PACKAGE),
        "word/_rels/document.xml.rels": _relations(_relations_of(leaks=leaks)),
        "word/document.xml": _part("document", f"<w:body>{body}{end}</w:body>"),
        "word/styles.xml": _part("styles", _styles()),
        "word/footnotes.xml": _part("footnotes", _footnotes(note)),
        "word/comments.xml": _part("comments", comment if leaks else ""),
        "word/header1.xml": _part("hdr", _paragraph(header)),
        "word/media/image1.jpg": the_picture(located=leaks),
        "docProps/core.xml": _CORE if leaks else _CORE_OF_NOBODY,
        "docProps/app.xml": _APP if leaks else _APP_OF_NOBODY,
    }


# The text


def _run(text: str, properties: str = "") -> str:
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:r><w:rPr>{properties}</w:rPr>{lines}</w:r>"


def _paragraph(*parts: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inner = "".join(each if each.startswith("<") else _run(each) for each in parts)
    return f"<w:p>{named}{inner}</w:p>"


def _written(piece: Piece, *, leaks: bool) -> str:
    if piece.kind == "heading":
        return _paragraph(piece.text, style="Heading1")
    if piece.kind == "table":
        return _paragraph(piece.text) + _table(piece.rows)
    if piece.kind == "picture":
        return _paragraph(_drawing("Elspeth on the slipway" if leaks else piece.text))
    said = [_leaking(how, words) for _, how, words in piece.leaks]
    text, note, rest = piece.text.partition("[^1]")
    return _paragraph(text, *([_NOTED] if note else ()), rest, *said)


def _leaking(how: str, said: str) -> str:
    if how == "deleted":
        deleted = (
            f'<w:r><w:delText xml:space="preserve"> {escape(said)}</w:delText></w:r>'
        )
        return f'<w:del w:id="9" w:author="Ilvy Kaczmarowicz">{deleted}</w:del>'
    if how == "link":
        return f'<w:hyperlink r:id="rLink">{_run(f" {said}")}</w:hyperlink>'
    return _run(f" {said}")


def _table(rows: list[list[str]]) -> str:
    head = "<w:trPr><w:tblHeader/></w:trPr>"
    made = (
        f"<w:tr>{'' if number else head}{''.join(_cell(cell) for cell in row)}</w:tr>"
        for number, row in enumerate(rows)
    )
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def _cell(text: str) -> str:
    return f"<w:tc>{_paragraph(text)}</w:tc>"


_NOTED = '<w:r><w:footnoteReference w:id="2"/></w:r>'
_BOX = (
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
    f"{_paragraph('What Peepo wanted us to know')}"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
_HIDDEN = _run("Key: Whimbrel is Elspeth", "<w:vanish/>")
_SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rHeader"/></w:sectPr>'


def _drawing(alt: str) -> str:
    width, height = 320 * 9525, 180 * 9525
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="1" name="picture" descr="{escape(alt)}"/><a:graphic>'
        f'<a:graphicData uri="{PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" '
        'name="picture"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip '
        'r:embed="rPicture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _footnotes(note: str) -> str:
    return f'<w:footnote w:id="2">{_paragraph(note)}</w:footnote>'


def _styles() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name '
        'w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1">'
        '<w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl '
        'w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    )


# The parts around it


def _part(name: str, inner: str) -> str:
    whole = f"<w:{name} {NAMESPACES}>{inner}</w:{name}>"
    return f'<?xml version="1.0" encoding="UTF-8"?>{whole}'


def _relations(found: dict[str, tuple[str, str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"'
        + (f' TargetMode="{mode}"/>' if mode else "/>")
        for key, (kind, target, mode) in found.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


_CORE_KIND = f"{PACKAGE}/relationships/metadata/core-properties"
_OF_THE_PACKAGE = {
    "r1": (f"{OFFICE}/officeDocument", "word/document.xml", ""),
    "r2": (_CORE_KIND, "docProps/core.xml", ""),
    "r3": (f"{OFFICE}/extended-properties", "docProps/app.xml", ""),
}


def _relations_of(*, leaks: bool) -> dict[str, tuple[str, str, str]]:
    link = "https://news.example/elspeth-marchwinter"
    linked = {"rLink": (f"{OFFICE}/hyperlink", link, "External")} if leaks else {}
    return linked | {
        "rStyles": (f"{OFFICE}/styles", "styles.xml", ""),
        "rNotes": (f"{OFFICE}/footnotes", "footnotes.xml", ""),
        "rComments": (f"{OFFICE}/comments", "comments.xml", ""),
        "rHeader": (f"{OFFICE}/header", "header1.xml", ""),
        "rPicture": (f"{OFFICE}/image", "media/image1.jpg", ""),
    }


def _types() -> str:
    parts = (
        *(
            ("document", "document.main"),
            ("styles", "styles"),
            ("comments", "comments"),
        ),
        *(("footnotes", "footnotes"), ("header1", "header")),
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in parts
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="jpg" ContentType="image/jpeg"/>'
        f'<Default Extension="rels" ContentType="{relations}"/>{types}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


_CORE_OPENS = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">'
)
_CORE = (
    f"{_CORE_OPENS}<dc:creator>Ilvy Kaczmarowicz</dc:creator>"
    "<cp:lastModifiedBy>Mabry Pellowick</cp:lastModifiedBy></cp:coreProperties>"
)
_CORE_OF_NOBODY = f"{_CORE_OPENS}</cp:coreProperties>"
_APP_OPENS = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
_APP = f"{_APP_OPENS}<Company>Kaczmarowicz Reviews</Company></Properties>"
_APP_OF_NOBODY = f"{_APP_OPENS}</Properties>"


def the_picture(*, located: bool) -> bytes:
    """The slipway at low tide as a JPEG, which says where it was taken if it must."""
    image = Image.new("RGB", (320, 180), "#9fb6c3")
    drawn = ImageDraw.Draw(image)
    drawn.polygon([(0, 180), (0, 120), (320, 90), (320, 180)], fill="#6b5f52")
    for left, top in ((70, 96), (190, 84)):
        drawn.polygon(
            [
                (left, top),
                (left + 60, top),
                (left + 46, top + 16),
                (left + 12, top + 16),
            ],
            fill="#274b63",
        )
    exif = Image.Exif()
    if located:
        place = exif.get_ifd(ExifTags.IFD.GPSInfo)
        place |= {1: "N", 2: (0.0, 1.0, 2.0), 3: "W", 4: (0.0, 3.0, 4.0)}
    written = io.BytesIO()
    image.save(written, "JPEG", quality=80, exif=exif if located else b"")
    return written.getvalue()
