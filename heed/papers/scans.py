"""A scan of an old report, made anew from the pictures of its pages and nothing else.

What a PDF may carry besides (who made it, files within it, notes, forms, scripts,
bookmarks, hidden layers, earlier revisions, and what each picture tells of the camera
that took it) does not come along. Made anew once more, it is the same to the byte.
"""

from io import BytesIO

import pikepdf

from heed.papers.pictures import bare
from heed.papers.refusals import Reason, Refused

PDF_BEGINS = b"%PDF-"
MOST_PAGES = 500
OF_A_PAGE = ("/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents")
OF_RESOURCES = ("/XObject", "/ProcSet", "/ColorSpace", "/ExtGState")
NOT_OF_A_PICTURE = ("/Metadata", "/PieceInfo", "/LastModified", "/OC", "/OPI", "/Alt")
CONTENT_DEPTH = 8
PICTURES = ("q", "Q", "cm", "gs", "Do", "INLINE IMAGE", "d", "i", "ri")
LINES = ("re", "m", "l", "c", "v", "y", "h", "w", "J", "j", "M", "n")
FILLED = ("W", "W*", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*")
COLOURS = ("g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN")
DRAWS = {*PICTURES, *LINES, *FILLED, *COLOURS}
"""What draws lines and pictures. What sets words, or marks them, is left out."""


def bare_scan(data: bytes) -> bytes:
    """The same pages, and nothing but their pictures. Raises Refused for what cannot
    be opened, is locked, or holds a picture that cannot be taken apart."""
    try:
        return _made_anew(data)
    except pikepdf.PasswordError as locked:
        raise Refused(
            "The PDF is protected by a password. Please send a copy without one.",
            Reason.ENCRYPTED,
        ) from locked
    except (pikepdf.PdfError, ValueError, TypeError, KeyError) as wrong:
        raise Refused(
            "The scan could not be made anew, so it can be kept and not shown.",
            Reason.DAMAGED,
        ) from wrong


def _made_anew(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as scan, pikepdf.new() as made:
        if not 0 < len(scan.pages) <= MOST_PAGES:
            raise Refused(
                f"A scan has between one and {MOST_PAGES} pages.", Reason.TOO_LARGE
            )
        for page in scan.pages:
            _keep_only(page, scan)
            made.pages.append(page)
        for each in made.objects:
            if isinstance(each, pikepdf.Stream):
                _tell_nothing(each)
        if "/Info" in made.trailer:
            del made.trailer["/Info"]
        out = BytesIO()
        made.save(
            out,
            deterministic_id=True,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


def _drawn(of: pikepdf.Page | pikepdf.Object) -> bytes:
    """What draws the page or a part of it, without any word."""
    told = pikepdf.parse_content_stream(of)
    kept = [each for each in told if str(each.operator).strip() in DRAWS]
    return pikepdf.unparse_content_stream(kept)


def _keep_only(page: pikepdf.Page, scan: pikepdf.Pdf) -> None:
    resources = page.resources
    for name in list(page.obj.keys()):
        if name not in OF_A_PAGE:
            del page.obj[name]
    page.obj.Resources = resources
    page.obj.Contents = scan.make_stream(_drawn(page))
    _only(resources, OF_RESOURCES, depth=0)


def _only(resources: pikepdf.Object, kept: tuple[str, ...], *, depth: int) -> None:
    """Of what a page draws with: pictures. Fonts, which only words need, stay away."""
    if depth > CONTENT_DEPTH:
        raise ValueError("This page is drawn in too many layers.")
    for name in list(resources.keys()):
        if name not in kept:
            del resources[name]
    for drawn in dict(resources.get("/XObject", {})).values():
        if "/Resources" in drawn:
            _only(drawn.Resources, kept, depth=depth + 1)
        if drawn.get("/Subtype") == pikepdf.Name.Form:
            drawn.write(_drawn(drawn))


def _tell_nothing(stream: pikepdf.Stream) -> None:
    for name in NOT_OF_A_PICTURE:
        if name in stream:
            del stream[name]
    if stream.get("/Filter") == pikepdf.Name.DCTDecode:
        picture = bare(stream.read_raw_bytes())
        if picture is None:
            raise ValueError("A picture of the scan cannot be taken apart.")
        stream.write(picture.data, filter=pikepdf.Name.DCTDecode)
