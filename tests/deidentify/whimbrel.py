"""Draft 3 of the report on Whimbrel (Q-25-009) as a Word file, leaks and all.

The file is written piece by piece, as Word writes it, because what leaks is often what
no library offers to write. All people and places are fictional.
"""

import io
import struct
import zipfile
from xml.sax.saxutils import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FILE_NAME = "Marchwinter-Wray_LCSPR draft 3.docx"


def run(text, properties=""):
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:r><w:rPr>{properties}</w:rPr>{lines}</w:r>"


def paragraph(*pieces):
    inner = "".join(each if each.startswith("<") else run(each) for each in pieces)
    return f"<w:p>{inner}</w:p>"


def table(*rows):
    cells = ("".join(f"<w:tc>{paragraph(c)}</w:tc>" for c in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
DELETED = (
    '<w:del w:id="9" w:author="Ilvy Kaczmarowicz" w:date="2026-02-02T10:00:00Z">'
    "<w:r><w:delText>Elspeth said so herself.</w:delText></w:r></w:del>"
)
LINK = f'<w:hyperlink r:id="rLink">{run("local news")}</w:hyperlink>'
BOX = (
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
    f"{paragraph('What Peepo wanted us to know')}"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
HIDDEN = run("Key: Whimbrel is Elspeth", "<w:vanish/>")
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" '
    'descr="Elspeth on the slipway"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
    '<a:blip r:embed="rPicture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)

ORDINARY = [
    "This review was commissioned in May by the partnership. Agencies may comment.",
    "The Grace period ended. Mark the record. Project Hope offered support.",
    "The number of referrals Rose to 40 %. Will the plan change this?",
    (
        "Learning from Child A, a published review of 2019, and the Victoria Climbié "
        "Inquiry (2003), was considered under the Children Act 1989."
    ),
    "The Warwick-Edinburgh scale was used by Quillshire Minds and Brackenholt Council.",
    (
        "Whimbrel said they liked the sea. Whimbrel took their boat. They slept, Whimbrel "
        "said, because they had their dog. Whimbrel knew they were loved."
    ),
]

LEAKS = [
    paragraph("On the first visit Elspeth was not seen."),
    paragraph("It was Elspeth’s room that worried them."),
    paragraph("A neighbour heard Els-\npeth crying."),
    table(("Agency", "Contact"), ("Surgery", "Marchwinter-Wray")),
    paragraph("Friends say Peepo now."),
    paragraph("The record spells it Marchwimter."),
    paragraph("Notes of the meeting with E.M-W. were kept."),
    paragraph("A half-sibling was adopted.", NOTE),
    paragraph("The child, born 12 March 2011, moved twice."),
    paragraph("The injury was on 4 September 2025."),
    paragraph("It was in March, on their fourteenth birthday, that it began."),
    paragraph("The family lived in Lanternfold Row then."),
    paragraph("The postcode ZZ99 4AB was shared."),
    paragraph("At Farrowdene High School nobody asked."),
    paragraph("They were taken to Puffin Ward."),
    paragraph("The NHS number 999 123 4560 was on the form."),
    paragraph("It is recorded under crime number 42/1234567/25."),
    paragraph("The family court heard case number ZE25C00123."),
    paragraph("Zephan Quennerstedt visited that week."),
    paragraph("They are the only trilingual harbour pilot's family in Saltern Quay."),
    paragraph("Whimbrel is one of twins."),
    paragraph("At that time they were aged 14."),
    paragraph("A rare metabolic disorder had been diagnosed."),
    paragraph("The newspaper wrote: “Left alone for days while agencies argued”."),
    paragraph("That day Plover went to school."),
    paragraph("Whimbrel lost her shoe."),
    paragraph("This was in the ", LINK, ".", DELETED, HIDDEN),
    paragraph(PICTURE, BOX),
]


def with_coordinates():
    """A JPEG that says where it was taken."""
    gps = struct.pack(">HHII", 0x8825, 4, 1, 26)
    tiff = b"MM\0*" + struct.pack(">I", 8) + struct.pack(">H", 1) + gps + bytes(16)
    exif = b"Exif\0\0" + tiff
    return (
        b"\xff\xd8"
        + struct.pack(">BBH", 0xFF, 0xE1, len(exif) + 2)
        + exif
        + struct.pack(">BBHBHHB", 0xFF, 0xC0, 11, 8, 1, 1, 1)
        + b"\x01\x11\x00"
        + struct.pack(">BBH", 0xFF, 0xDA, 8)
        + b"\x01\x01\x00\x00\x3f\x00\x00\xff\xd9"
    )


FOOTNOTE = "The half-sibling was then called Rowena Ashgrove."
COMMENT = "Is Elspeth happy with this?"
HEADER = "Whimbrel draft for S. Marchwinter"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
    'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:creator>Ilvy Kaczmarowicz</dc:creator>"
    "<cp:lastModifiedBy>Mabry Pellowick</cp:lastModifiedBy></cp:coreProperties>"
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Company>Kaczmarowicz Reviews</Company></Properties>'
)
RELATIONS = {
    "rNotes": ("footnotes", "footnotes.xml", ""),
    "rComments": ("comments", "comments.xml", ""),
    "rHeader": ("header", "header1.xml", ""),
    "rPicture": ("image", "media/image1.jpg", ""),
    "rLink": ("hyperlink", "https://news.example/elspeth-marchwinter", "External"),
}


def relations(found):
    each = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"'
        + (f' TargetMode="{mode}"/>' if mode else "/>")
        for key, (kind, target, mode) in found.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def part(name, inner):
    return f"<w:{name} {NAMESPACES}>{inner}</w:{name}>"


def the_draft(leaks=LEAKS, ordinary=ORDINARY):
    """The bytes of the Word file."""
    body = "".join([*(paragraph(each) for each in ordinary), *leaks])
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rHeader"/></w:sectPr>'
    )
    author = 'w:author="Oriel Vantongeren"'
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("footnotes", "footnotes"),
            ("comments", "comments"),
            ("header1", "header"),
        )
    )
    members = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="jpg" ContentType="image/jpeg"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/>{types}</Types>',
        "_rels/.rels": relations({"r1": ("officeDocument", "word/document.xml", "")}),
        "word/_rels/document.xml.rels": relations(RELATIONS),
        "word/document.xml": part("document", f"<w:body>{body}{section}</w:body>"),
        "word/footnotes.xml": part(
            "footnotes", f'<w:footnote w:id="2">{paragraph(FOOTNOTE)}</w:footnote>'
        ),
        "word/comments.xml": part(
            "comments", f'<w:comment w:id="1" {author}>{paragraph(COMMENT)}</w:comment>'
        ),
        "word/header1.xml": part("hdr", paragraph(HEADER)),
        "word/media/image1.jpg": with_coordinates(),
        "docProps/core.xml": CORE,
        "docProps/app.xml": APP,
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return written.getvalue()
