"""What a PDF of ours may say about itself: that it is PDF/UA-1, its title, its
language. Nothing of who made it, when, or with what."""

from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from lxml import etree

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
TELLING = ("/Metadata", "/PieceInfo", "/LastModified")


def with_allowed_metadata_only(made: bytes, *, title: str) -> bytes:
    """The same PDF, saying of itself its title, language and PDF/UA part alone.

    The identifier of the file follows from what is in it: same paper, same bytes.
    """
    with pikepdf.open(BytesIO(made)) as pdf:
        if "/Info" in pdf.trailer:
            del pdf.trailer["/Info"]
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                _without_telling(each)
        language = str(pdf.Root.get("/Lang", "en-GB"))
        words = XMP.format(title=escape(title), language=escape(language))
        stream = pdf.make_stream(words.encode())
        stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
        pdf.Root.Metadata = stream
        out = BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()


def _without_telling(each: pikepdf.Object) -> None:
    for name in TELLING:
        if name in each:
            del each[name]


def metadata_of(pdf: bytes) -> dict[str, str]:
    """Everything that a PDF says about itself, name by name, wherever it says it."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        info = opened.trailer.get("/Info", pikepdf.Dictionary())
        said = {f"Info{name}": str(value) for name, value in info.items()}
        for each in opened.objects:
            if isinstance(each, pikepdf.Stream) and each.get("/Type") == "/Metadata":
                said |= _said_in(each.read_bytes())
    return said


def _said_in(xmp: bytes) -> dict[str, str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    tree = etree.fromstring(xmp.strip(), parser)
    return {
        str(etree.QName(each).localname): " ".join(
            str(t) for t in each.itertext()
        ).strip()
        for description in tree.iter(f"{RDF}Description")
        for each in description
    }
