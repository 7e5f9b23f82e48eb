"""A scan leaves with its pages and nothing else."""

import zlib
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from heed.papers.picture_metadata import told_by
from heed.papers.refusals import Refused
from heed.papers.scans import bare_scan

CANARY = "Marchwinter"


def a_picture():
    out = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = CANARY  # what the picture is of
    Image.new("RGB", (40, 60), "white").save(out, "JPEG", exif=exif)
    return out.getvalue()


WORDS = (
    b"% Marchwinter\n/Span <</ActualText (Marchwinter)>> BDC "
    b"BT 3 Tr (Marchwinter) Tj ET EMC"
)


def a_scan(
    *, pages=2, words=WORDS, jpeg=None, filters=pikepdf.Name.DCTDecode, with_=()
):
    """A scan that tells more than its pages, in every place that a scanner knows."""
    with pikepdf.new() as made:
        for _ in range(pages):
            page = made.add_blank_page(page_size=(200, 300))
            picture = made.make_stream(jpeg or a_picture())
            picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
            picture.Width, picture.Height = 40, 60
            picture.ColorSpace, picture.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
            picture.Filter = filters
            page.obj.Resources = pikepdf.Dictionary(
                XObject=pikepdf.Dictionary(Im0=picture)
            )
            drawn = b"q 200 0 0 300 0 0 cm /Im0 Do Q\n"
            page.obj.Contents = made.make_stream(drawn + words)
            note = pikepdf.Dictionary(Subtype=pikepdf.Name.Text, Contents=CANARY)
            page.obj.Annots = pikepdf.Array([note])
            page.obj.AA = pikepdf.Dictionary(O=pikepdf.Dictionary(JS=CANARY))
            for change in with_:
                change(page.obj, made)
        made.docinfo["/Author"] = CANARY
        made.attachments["list.txt"] = CANARY.encode()
        made.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=pikepdf.String(CANARY)
        )
        with made.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(CANARY, 0))
        with made.open_metadata() as metadata:
            metadata["dc:title"] = CANARY
        out = BytesIO()
        made.save(out, compress_streams=False)
    return out.getvalue()


def everything_in(data):
    with pikepdf.open(BytesIO(data)) as pdf:
        said = [bytes(repr(pdf.trailer), "utf-8"), data]
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                said.append(each.read_raw_bytes())
            said.append(repr(each).encode())
    return b"\n".join(said)


def test_a_scan_keeps_its_pages_and_nothing_that_it_told_besides():
    scan = a_scan()
    assert CANARY.encode() in everything_in(scan)

    made = bare_scan(scan)

    assert CANARY.encode() not in everything_in(made)
    for telling in (b"/JS", b"/Annots", b"/EmbeddedFiles", b"/Outlines", b"/Metadata"):
        assert telling not in everything_in(made)
    with pikepdf.open(BytesIO(made)) as pdf:
        assert len(pdf.pages) == 2
        assert b"/Im0 Do" in pdf.pages[0].Contents.read_bytes()
        assert list(pdf.pages[0].resources.XObject.keys()) == ["/Im0"]


def another(page, made):
    page.Resources.XObject.Other = made.make_stream(CANARY.encode())


def test_a_picture_that_no_page_draws_stays_away():
    made = bare_scan(a_scan(with_=(another,)))

    assert CANARY.encode() not in everything_in(made)
    assert b"/Other" not in everything_in(made)


def cropped(page, made):
    page.CropBox = pikepdf.Array([0, 100, 200, 300])


def noted(page, made):
    area = pikepdf.Dictionary(Subtype=pikepdf.Name.Square, Rect=[0, 0, 90, 90])
    page.Annots = pikepdf.Array([area])


def hidden(page, made):
    page.Resources.XObject.Im0.SMask = made.make_stream(b"\0")


@pytest.mark.parametrize(
    ("words", "change"),
    [
        pytest.param(b"0 g 20 40 90 12 re f", None, id="a black area over a name"),
        pytest.param(b"0 g BT (XXXX) Tj ET", None, id="letters over a name"),
        pytest.param(b"q 50 0 0 9 0 0 cm /Im0 Do Q", None, id="a picture over a name"),
        pytest.param(b"0 0 9 9 re W n", None, id="an edge within the page"),
        pytest.param(b"/P sh", None, id="a shade over a name"),
        pytest.param(b"", cropped, id="a page smaller than its picture"),
        pytest.param(b"", noted, id="a note that covers"),
        pytest.param(b"", hidden, id="a mask within the picture"),
    ],
)
def test_what_covers_a_name_is_never_lifted_off_it(words, change):
    with pytest.raises(Refused, match="kept and not shown"):
        bare_scan(a_scan(words=words, with_=(change,) if change else ()))


@pytest.mark.parametrize("drawn", [b"q 200 0 0 900 0 -600 cm /Im0 Do Q", b"/Im0 Do"])
def test_a_picture_that_lies_beside_its_page_or_is_a_dot_of_it_is_not_shown(drawn):
    def instead(page, made):
        page.Contents = made.make_stream(drawn)

    with pytest.raises(Refused, match="kept and not shown"):
        bare_scan(a_scan(with_=(instead,)))


def test_made_anew_once_more_it_is_the_same():
    made = bare_scan(a_scan())

    assert bare_scan(made) == made


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nnothing", b"PK\x03\x04", b"\0" * 99])
def test_what_is_no_pdf_is_refused_in_a_sentence(data):
    with pytest.raises(Refused, match="could not be made anew"):
        bare_scan(data)


def test_a_scan_behind_a_password_is_refused():
    out = BytesIO()
    with pikepdf.open(BytesIO(a_scan(pages=1))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))

    with pytest.raises(Refused, match="password"):
        bare_scan(out.getvalue())


JPEG = pikepdf.Name.DCTDecode


@pytest.mark.parametrize(
    ("jpeg", "filters"),
    [
        (a_picture(), [JPEG]),
        (zlib.compress(a_picture()), [pikepdf.Name.FlateDecode, JPEG]),
    ],
)
def test_a_picture_tells_nothing_however_its_file_packs_it(jpeg, filters):
    made = bare_scan(a_scan(jpeg=jpeg, filters=pikepdf.Array(filters)))

    with pikepdf.open(BytesIO(made)) as pdf:
        picture = pdf.pages[0].resources.XObject.Im0
        assert picture.Filter == JPEG
        assert not told_by(picture.read_raw_bytes()).said


@pytest.mark.parametrize("form", ["/JPXDecode", "/Unheard"])
def test_a_picture_of_a_form_that_nobody_takes_apart_is_not_shown(form):
    with pytest.raises(Refused, match="kept and not shown"):
        bare_scan(a_scan(filters=pikepdf.Name(form)))
