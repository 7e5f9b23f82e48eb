"""A scan of an old report, made anew from the pictures of its pages and nothing else.

A page is one picture, drawn whole, with nothing over it: a black area that somebody
laid over a name, or an edge that hides it, is no part of the picture, which would still
hold the name. Such a scan is kept and not shown. What a PDF may carry besides (who made
it, files within it, notes, scripts, bookmarks, earlier revisions, and what each picture
tells of its camera) does not come along. Made anew once more, it is the same to the
byte.
"""

from io import BytesIO

import pikepdf

from heed.papers.refusals import Reason, Refused
from heed.papers.scanned_pages import only_picture
from heed.papers.scanned_pictures import bare_picture

MOST_PAGES = 500


def bare_scan(data: bytes) -> bytes:
    """The same pages, and nothing but their pictures. Raises Refused for what cannot
    be opened, is locked, or shows anything else than a whole picture on each page."""
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
            _add(made, page)
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


def _add(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """A page of one picture, as large and as it is turned on the page of the scan."""
    found = only_picture(page)
    places = " ".join(f"{number:.4f}" for number in found.placed.shorthand)
    fresh = made.add_blank_page(page_size=found.size)
    fresh.obj.MediaBox = pikepdf.Array(found.box)
    if found.turned:
        fresh.obj.Rotate = found.turned
    picture = bare_picture(found.picture, made)
    fresh.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=picture))
    drawn = f"q {places} cm /Im0 Do Q\n"
    fresh.obj.Contents = made.make_stream(drawn.encode())
