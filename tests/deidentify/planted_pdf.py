"""A name planted in every place of a PDF from which one has got out, or could."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.deidentify.pictures import a_jpeg, a_packet, exif_of

NAME = "Elspeth"
SEEN = "BT /F1 12 Tf 72 700 Td (People listened.) Tj ET"
HID = f"BT /F1 12 Tf 72 600 Td ({NAME}) Tj ET"


def a_pdf(paint="", change=None, resources=None):
    """A PDF that paints this besides a line that is seen; `change` does the rest."""
    pdf = pikepdf.new()
    page = a_page(pdf, f"{SEEN} {paint}", resources)
    pdf.pages.append(page)
    if change:
        change(pdf, pdf.pages[0].obj)
    return saved(pdf)


def a_page(pdf, paint, resources=None):
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Helvetica,
        Encoding=Name.WinAnsiEncoding,
    )
    more = resources(pdf) if resources else {}
    return pikepdf.Page(
        Dictionary(
            Type=Name.Page,
            MediaBox=[0, 0, 612, 792],
            Contents=pdf.make_stream(paint.encode()),
            Resources=Dictionary({"/Font": Dictionary(F1=font), **more}),
        )
    )


def saved(pdf):
    out = io.BytesIO()
    pdf.save(out, static_id=True)
    return out.getvalue()


def with_layer(pdf):
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
    usual = Dictionary(OFF=[layer])
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=usual)
    return {"/Properties": Dictionary(L1=layer)}


def with_picture(pdf):
    dots = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1)
    dots.Height, dots.BitsPerComponent, dots.ColorSpace = 1, 8, Name.DeviceGray
    return {"/XObject": Dictionary(I1=dots)}


def with_nothing_left(pdf):
    return {"/ExtGState": Dictionary(G1=Dictionary(ca=0))}


PAINTED = {
    "under a black area": a_pdf(f"{HID} 0 g 60 590 200 30 re f"),
    "under a white area": a_pdf(f"{HID} 1 g 60 590 200 30 re f"),
    "under a thick line": a_pdf(f"{HID} 20 w 60 603 m 300 603 l S"),
    "under a picture": a_pdf(
        f"{HID} q 200 0 0 30 60 590 cm /I1 Do Q", resources=with_picture
    ),
    "in white": a_pdf(f"1 g {HID}"),
    "in white, mixed of four inks": a_pdf(f"0 0 0 0 k {HID}"),
    "in black on black": a_pdf(f"0 g 60 590 200 30 re f 0 g {HID}"),
    "without ink": a_pdf(f"3 Tr {HID}"),
    "so clear that it is not there": a_pdf(
        f"/G1 gs {HID}", resources=with_nothing_left
    ),
    "tiny": a_pdf(HID.replace("12 Tf", "0.5 Tf")),
    "tiny by what is around it": a_pdf(f"q .05 0 0 .05 72 600 cm {HID} Q"),
    "off the page": a_pdf(HID.replace("72 600", "900 600")),
    "outside what is cut out": a_pdf(f"q 0 0 50 50 re W n {HID} Q"),
    "in a layer that is off": a_pdf(f"/OC /L1 BDC {HID} EMC", resources=with_layer),
    "under an area, cut in pieces": a_pdf(
        "BT /F1 12 Tf 72 600 Td [(El) -20 (sp) -20 (eth)] TJ ET 60 590 200 30 re f"
    ),
}


def outline(pdf, _page):
    with pdf.open_outline() as found:
        found.root.append(pikepdf.OutlineItem(f"How {NAME} lived", 0))


def annotation(**said):
    def change(pdf, page):
        each = Dictionary(Type=Name.Annot, Rect=[0, 0, 9, 9], **said)
        page.Annots = Array([pdf.make_indirect(each)])

    return change


def stamp(pdf, page):
    form = pdf.make_stream(f"BT ({NAME}) Tj ET".encode(), Subtype=Name.Form)
    annotation(Subtype=Name.Stamp, AP=Dictionary(N=form))(pdf, page)


def attachment(pdf, _page):
    pdf.attachments["key.txt"] = b"Whimbrel is Elspeth"


def answer(pdf, page):
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("who"),
            V=String(NAME),
            Rect=[0, 0, 9, 9],
        )
    )
    page.Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=[field])


def layer(pdf, _page):
    said = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"Notes of {NAME}")))
    pdf.Root.OCProperties = Dictionary(OCGs=[said], D=Dictionary())


def script(pdf, _page):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"say('{NAME}')"))


def script_apart(pdf, _page):
    said = pdf.make_stream(f"say('{NAME}')".encode())
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=said)


def packet(pdf, _page):
    said = pdf.make_stream(a_packet(NAME))
    said.Type, said.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = said


def form_in_xml(pdf, _page):
    said = pdf.make_stream(f"<xdp><who>{NAME}</who></xdp>".encode())
    pdf.Root.AcroForm = Dictionary(Fields=[], XFA=Array([String("data"), said]))


def property_of(pdf, _page):
    pdf.docinfo["/Child"] = String(NAME)


def page_label(pdf, _page):
    label = Dictionary(P=String(f"{NAME}-"))
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, label]))


def in_place(pdf, _page):
    each = pdf.make_indirect(Dictionary(Type=Name.StructElem, ActualText=String(NAME)))
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=each)


def own_notes(pdf, page):
    page.PieceInfo = Dictionary(Maker=Dictionary(Private=String(NAME)))


def page_taken_out(pdf, page):
    gone = pdf.make_indirect(a_page(pdf, HID).obj)
    page.PieceInfo = Dictionary(Gone=gone)


def drawing_unused(pdf, page):
    page.Resources.XObject = Dictionary(
        X1=pdf.make_stream(f"BT ({NAME}) Tj ET".encode(), Subtype=Name.Form)
    )


def photograph(pdf, page):
    dots = pdf.make_stream(b"")
    dots.write(a_jpeg(exif_of(NAME)), filter=Name.DCTDecode)
    dots.Type, dots.Subtype, dots.Width, dots.Height = Name.XObject, Name.Image, 1, 1
    page.Resources.XObject = Dictionary(I1=dots)


BESIDE = {
    "the outline": outline,
    "a note": annotation(Subtype=Name.Text, Contents=String(NAME)),
    "who wrote a note": annotation(
        Subtype=Name.Text, Contents=String("Hm"), T=String(NAME)
    ),
    "a note in rich text": annotation(Subtype=Name.Text, RC=String(f"<p>{NAME}</p>")),
    "words over something that was blacked out": annotation(
        Subtype=Name.Redact, OverlayText=String(NAME)
    ),
    "a link": annotation(
        Subtype=Name.Link, A=Dictionary(URI=String(f"https://x.example/{NAME}"))
    ),
    "what a stamp shows": stamp,
    "an answer of a form": answer,
    "a form in XML": form_in_xml,
    "the name of a layer": layer,
    "a script": script,
    "a script that stands apart": script_apart,
    "XMP": packet,
    "a property": property_of,
    "the label of a page": page_label,
    "what is read aloud in place of the words": in_place,
    "what a program keeps for itself": own_notes,
    "a page that was taken out": page_taken_out,
    "a drawing that no page uses": drawing_unused,
    "EXIF of a photograph": photograph,
}


def _itself(pdf):
    form = pdf.make_stream(b"/X1 Do", Subtype=Name.Form)
    form.Resources = Dictionary(XObject=Dictionary(X1=form))
    return form


def changed_later():
    """A PDF whose name was taken out by adding to the file, as most programs save."""
    before = a_pdf(HID)
    table = before.rfind(b"startxref")
    at = int(before[table:].split()[1])
    with pikepdf.open(io.BytesIO(before)) as pdf:
        number = pdf.pages[0].obj.Contents.objgen[0]
        root, size = pdf.Root.objgen[0], len(pdf.objects) + 1
    start = len(before)
    stream = f"{number} 0 obj\n<< /Length {len(SEEN)} >>\nstream\n{SEEN}\nendstream\nendobj\n"
    where = start + len(stream)
    more = (
        f"{stream}xref\n{number} 1\n{start:010} 00000 n \ntrailer\n<< /Size {size} "
        f"/Root {root} 0 R /Prev {at} >>\nstartxref\n{where}\n%%EOF\n"
    )
    return before + more.encode()


UNREAD = {
    "an attachment": a_pdf(change=attachment),
    "what follows the end": a_pdf() + b"\nElspeth",
    "earlier versions without an end": a_pdf() + b"\n%%EOF" * 30,
    "a page that is a picture": a_pdf(
        change=lambda pdf, page: pdf.pages.append(
            a_page(pdf, "q 600 0 0 700 0 0 cm /I1 Do Q", with_picture)
        )
    ),
    "a page that paints without end": a_pdf(
        f"{HID} /X1 Do",
        resources=lambda pdf: {"/XObject": Dictionary(X1=_itself(pdf))},
    ),
}
