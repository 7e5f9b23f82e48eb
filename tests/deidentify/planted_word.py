"""A name planted in every place of a Word file that people have leaked one from, or
could: each kind is a file of its own, made from the bytes."""

from tests.deidentify.pictures import (
    KEY,
    a_bmp,
    a_font,
    a_gif,
    a_heic,
    a_jpeg,
    a_metafile,
    a_png,
    a_tiff,
    a_webp,
    an_svg,
    covered,
    exif_of,
    iptc_of,
    xmp_of,
)
from tests.papers.factories_in import (
    a_docx,
    comments,
    control,
    deleted,
    header,
    inserted,
    notes,
    para,
    run,
)

NAME = "Elspeth"
W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
SEEN = "People listened."


def with_part(name, root):
    return a_docx(SEEN, more={name: root})


def styled(properties, paragraphs=""):
    """A style of paragraphs whose letters have these properties."""
    return (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/>'
        f"<w:rPr>{properties}</w:rPr></w:style>{paragraphs}</w:styles>"
    )


def by_style(properties):
    return a_docx(SEEN, para(NAME, style="S"), parts={"styles": styled(properties)})


def drawn(inner, more=""):
    return (
        f'<w:r {W}><w:drawing><wp:inline><wp:docPr id="1" name="p" {more}/>'
        f"{inner}</wp:inline></w:drawing></w:r>"
    )


def with_picture(data, ending):
    blip = f'<a:graphic xmlns:a="{A}"><a:blip r:embed="rId1"/></a:graphic>'
    return a_docx(
        SEEN,
        para(drawn(blip, 'descr="A boat"')),
        relations=[("image", f"media/image1.{ending}")],
        more={f"word/media/image1.{ending}": data},
    )


A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
HALF = (run("Els"), run("peth"))
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    "<w:r><w:instrText> HYPER</w:instrText></w:r>"
    '<w:r><w:instrText>LINK "https://x.example/Els</w:instrText></w:r>'
    '<w:r><w:instrText>peth"</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
EVEN = (
    '<w:sectPr xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships"><w:headerReference w:type="{0}" r:id="part1"/><w:titlePg/>'
    "</w:sectPr>"
)


def part_of_margins(kind, which):
    body = EVEN.format(which)
    return a_docx(SEEN, body, parts={f"{kind}1": header(NAME)})


TEXT = {
    "name over two runs": a_docx(para(*HALF)),
    "name over three runs with a mark between": a_docx(
        para(run("El"), '<w:bookmarkStart w:id="1" w:name="x"/>', run("sp"), run("eth"))
    ),
    "name over an insertion": a_docx(para(run("Els"), inserted("peth"))),
    "name over a field": a_docx(
        para(run("Els"), f'<w:fldSimple w:instr="QUOTE">{run("peth")}</w:fldSimple>')
    ),
    "name over a content control": a_docx(para(run("Els"), control("x", "peth"))),
    "inserted words": a_docx(SEEN, para(inserted(NAME))),
    "words moved here": a_docx(SEEN, para(f"<w:moveTo>{run(NAME)}</w:moveTo>")),
    "a result of a field": a_docx(
        SEEN, para(f'<w:fldSimple w:instr="REF x">{run(NAME)}</w:fldSimple>')
    ),
}
HIDDEN = {
    "deleted words": a_docx(SEEN, para(deleted(NAME))),
    "words moved away": a_docx(SEEN, para(f"<w:moveFrom>{run(NAME)}</w:moveFrom>")),
    "a name half deleted": a_docx(SEEN, para(run("Els"), deleted("peth"))),
    "a name deleted by two people": a_docx(
        SEEN, para(deleted("Els", "A"), deleted("peth", "B"))
    ),
    "a deleted row": a_docx(
        SEEN,
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{para(NAME)}</w:tc></w:tr></w:tbl>",
    ),
    "a hidden row": a_docx(
        SEEN,
        "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>"
        f"<w:tc>{para(NAME)}</w:tc></w:tr></w:tbl>",
    ),
    "hidden words": a_docx(SEEN, para(run(NAME, "<w:vanish/>"))),
    "hidden words over two runs": a_docx(
        SEEN, para(run("Els", "<w:vanish/>"), run("peth", "<w:vanish/>"))
    ),
    "words hidden by the style of a paragraph": by_style("<w:vanish/>"),
    "words hidden by the usual style": a_docx(
        NAME,
        parts={
            "styles": f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:vanish/>"
            "</w:rPr></w:rPrDefault></w:docDefaults></w:styles>"
        },
    ),
    "white words": a_docx(SEEN, para(run(NAME, '<w:color w:val="FFFFFF"/>'))),
    "nearly white words": a_docx(SEEN, para(run(NAME, '<w:color w:val="FEFEFE"/>'))),
    "words of the colour of the background": a_docx(
        SEEN, para(run(NAME, '<w:color w:val="auto" w:themeColor="background1"/>'))
    ),
    "words white by style": by_style('<w:color w:val="FFFFFF"/>'),
    "tiny words": a_docx(SEEN, para(run(NAME, '<w:sz w:val="2"/>'))),
    "words tiny by style": by_style('<w:sz w:val="2"/>'),
}
BESIDE = {
    "a header": part_of_margins("header", "default"),
    "a header of the first page": part_of_margins("header", "first"),
    "a header of even pages": part_of_margins("header", "even"),
    "a footer": part_of_margins("footer", "default"),
    "a header that nothing uses": with_part("word/header9.xml", header(NAME)),
    "a footnote": a_docx(
        para(run(SEEN), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        parts={"footnotes": notes("footnote", n2=NAME)},
    ),
    "an endnote": a_docx(
        para(run(SEEN), '<w:r><w:endnoteReference w:id="2"/></w:r>'),
        parts={"endnotes": notes("endnote", n2=NAME)},
    ),
    "a footnote that nothing refers to": a_docx(
        SEEN, parts={"footnotes": notes("footnote", n2=NAME)}
    ),
    "a comment": a_docx(SEEN, parts={"comments": comments(("A", NAME))}),
    "who wrote a comment": a_docx(SEEN, parts={"comments": comments((NAME, "Hm"))}),
    "comments that no page shows": with_part(
        "word/comments7.xml", comments(("A", NAME))
    ),
    "the people of a thread of comments": with_part(
        "word/people.xml", f'<w:people {W}><w:person w:author="{NAME}"/></w:people>'
    ),
    "who inserted words": a_docx(SEEN, para(inserted("x", NAME))),
    "who changed the letters": a_docx(
        SEEN, para(run("x", f'<w:rPrChange w:author="{NAME}"/>'))
    ),
    "the name of a bookmark": a_docx(
        SEEN, para(f'<w:bookmarkStart w:id="1" w:name="{NAME}_moved"/>')
    ),
    "the tag of a content control": a_docx(SEEN, para(control(NAME, "yes"))),
    "a choice of a list that nobody took": a_docx(
        SEEN,
        para(
            f'<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="{NAME}" '
            f'w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent>{run("no")}'
            "</w:sdtContent></w:sdt>"
        ),
    ),
    "help of an old form field": a_docx(
        SEEN,
        para(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:helpText '
            f'w:val="{NAME}"/></w:ffData></w:fldChar></w:r>'
        ),
    ),
    "the code of a field, cut in pieces": a_docx(SEEN, para(FIELD)),
    "a variable of the document": with_part(
        "word/settings.xml",
        f'<w:settings {W}><w:docVars><w:docVar w:name="x" w:val="{NAME}"/></w:docVars>'
        "</w:settings>",
    ),
    "the name of a style": with_part(
        "word/styles.xml",
        f'<w:styles {W}><w:style w:customStyle="1" w:styleId="q"><w:name '
        f'w:val="{NAME} quote"/></w:style></w:styles>',
    ),
    "custom XML": with_part("customXml/item1.xml", f"<x><child>{NAME}</child></x>"),
    "the data of a chart": with_part(
        "word/charts/chart1.xml", f'<c:v xmlns:c="{C}"><c:pt>{NAME}</c:pt></c:v>'
    ),
    "a diagram": with_part(
        "word/diagrams/data1.xml",
        f'<x xmlns:a="{A}"><a:p><a:r><a:t>Els</a:t></a:r><a:r><a:t>peth</a:t></a:r>'
        "</a:p></x>",
    ),
    "the building blocks": with_part(
        "word/glossary/document.xml",
        f"<w:glossaryDocument {W}>{para(*HALF)}</w:glossaryDocument>",
    ),
    "alternative text": a_docx(SEEN, para(drawn("", f'descr="{NAME}"'))),
    "the title of a picture that has alternative text": a_docx(
        SEEN, para(drawn("", f'descr="A boat" title="{NAME}"'))
    ),
    "words in a drawing": a_docx(
        SEEN, para(drawn(f'<a:p xmlns:a="{A}"><a:r><a:t>{NAME}</a:t></a:r></a:p>'))
    ),
    "letters drawn as a picture": a_docx(
        SEEN,
        para(
            f'<w:r {W}><w:pict><v:shape><v:textpath string="{NAME}"/></v:shape>'
            "</w:pict></w:r>"
        ),
    ),
    "the description of a table": a_docx(
        SEEN,
        f'<w:tbl><w:tblPr><w:tblDescription w:val="{NAME}"/></w:tblPr><w:tr><w:tc>'
        f"{para('x')}</w:tc></w:tr></w:tbl>",
    ),
    "how a word is spoken": a_docx(
        SEEN,
        para(
            f"<w:r><w:ruby><w:rt>{run(NAME)}</w:rt><w:rubyBase>{run('x')}</w:rubyBase>"
            "</w:ruby></w:r>"
        ),
    ),
    "what older programs show instead": a_docx(
        SEEN,
        para(
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
            f'markup-compatibility/2006"><mc:Choice>{run("x")}</mc:Choice>'
            f"<mc:Fallback>{run(NAME)}</mc:Fallback></mc:AlternateContent>"
        ),
    ),
    "a property of the file": with_part(
        "docProps/core.xml",
        f'<x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject>{NAME}</dc:subject></x>',
    ),
    "a property that somebody made": with_part(
        "docProps/custom.xml", f'<P><property name="{NAME}"><v>1</v></property></P>'
    ),
    "the address of a link": a_docx(
        SEEN, relations=[("hyperlink", f"https://x.example/{NAME}")]
    ),
    "the name of a part": with_part(f"word/media/{NAME}.png", a_png()),
    "the names of a font": with_part("word/fonts/f.ttf", a_font(NAME)),
    "the names of a covered font": a_docx(
        SEEN,
        more={
            "word/fontTable.xml": f'<w:fonts {W}><w:font w:name="F"><w:embedRegular '
            f'w:fontKey="{{{KEY}}}"/></w:font></w:fonts>',
            "word/fonts/f.odttf": covered(a_font(NAME)),
        },
    ),
    "words in what is called a list of relations": with_part(
        "word/_rels/x.rels", f"<x>{NAME}</x>"
    ),
    "the printer": with_part(
        "word/printerSettings1.bin", f"\x00{NAME}'s printer".encode("utf-16-le")
    ),
}
UNREAD = {
    "an embedded workbook": with_part("word/embeddings/sheet.xlsx", b"PK\x03\x04x"),
    "an object of another program": with_part("word/embeddings/o.bin", b"\xd0\xcf"),
    "a thumbnail": with_part("docProps/thumbnail.jpeg", a_jpeg()),
    "another document": with_part("word/afchunk.rtf", b"{\\rtf1 x}"),
    "a part that nobody knows": with_part("word/ink/ink1.dat", b"\x07\x08\x09"),
    "a file that is called a font": with_part("word/fonts/f.ttf", b"\xd0\xcfx"),
    "what stands behind a font": with_part("word/fonts/f.ttf", a_font("F") + b"PK12"),
    "what stands behind a bitmap": with_part("word/media/b.bmp", a_bmp() + b"PK12"),
    "what stands behind a picture": with_part("word/media/b.png", a_png() + b"PK12"),
    "a font where none belong": with_part("word/media/f.odttf", b"\xd0\xcfx"),
    "a part that is broken": with_part("word/charts/chart1.xml", "<c><open></c>"),
    "what stands behind the end": a_docx(SEEN) + b"Elspeth",
    "a picture of a kind that nobody knows": with_part(
        "word/media/i.wdp", b"II\xbc\x01"
    ),
}
PICTURES = {
    "EXIF of a photograph": (a_jpeg(exif_of(NAME)), "jpg"),
    "XMP of a photograph": (a_jpeg(xmp_of(NAME)), "jpg"),
    "IPTC of a photograph": (a_jpeg(iptc_of(NAME)), "jpg"),
    "a comment in a photograph": (a_jpeg((0xFE, NAME.encode())), "jpg"),
    "text of a PNG": (a_png((b"tEXt", f"Title\0{NAME}".encode())), "png"),
    "packed text of a PNG": (a_png(packed=NAME), "png"),
    "EXIF of a PNG": (a_png((b"eXIf", exif_of(NAME)[1][6:])), "png"),
    "a comment of a GIF": (a_gif(NAME), "gif"),
    "tags of a TIFF": (a_tiff(NAME), "tiff"),
    "XMP of a WebP": (a_webp(NAME), "webp"),
    "words of an SVG": (an_svg(NAME), "svg"),
    "words of a metafile": (a_metafile(NAME), "emf"),
    "EXIF of a picture from a telephone": (a_heic(NAME), "heic"),
}
