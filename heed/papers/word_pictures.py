"""A picture within the text of a Word document, with its description."""

from heed.papers.glyphs import legible
from heed.papers.pictures import QUARTER_TURNED, Picture
from heed.papers.word_xml import PIC, Element, plain, w

# English Metric Units: how Word measures drawings.
PER_PIXEL = 9525
WIDEST, TALLEST = 5_940_000, 7_600_000

# Which way up a photograph lies, and by how many degrees it is turned to stand.
TURNS = {3: 180, 6: 90, 8: 270}
PER_DEGREE = 60_000


def drawing(picture: Picture, number: int, related: str, alt: str) -> Element:
    """A run that shows the picture as large as it is, or as fits on the page."""
    width, height = _as_it_lies(picture)
    shrunk = min(1.0, WIDEST / width, TALLEST / height)
    size = {"cx": round(width * shrunk), "cy": round(height * shrunk)}
    name = f"Picture {number}"
    about = plain("wp:docPr", id=number, name=name, descr=legible(alt))
    turn = TURNS.get(picture.turned, 0)
    pixels = _pixels(number, name, related, size, turn)
    shown = plain("a:graphicData", pixels, uri=PIC)
    inline = plain(
        "wp:inline",
        plain("wp:extent", **size),
        about,
        w("a:graphic", shown),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
    return w("r", w("drawing", inline))


def _as_it_lies(picture: Picture) -> tuple[int, int]:
    """Its size before it is turned: Word does not read which way up a picture is."""
    size = (picture.width * PER_PIXEL, picture.height * PER_PIXEL)
    return size[::-1] if picture.turned in QUARTER_TURNED else size


def _pixels(
    number: int, name: str, related: str, size: dict[str, int], turn: int
) -> Element:
    return w(
        "pic:pic",
        w(
            "pic:nvPicPr",
            plain("pic:cNvPr", id=number, name=name),
            w("pic:cNvPicPr"),
        ),
        w(
            "pic:blipFill",
            w("a:blip", r_embed=related),
            w("a:stretch", w("a:fillRect")),
        ),
        w(
            "pic:spPr",
            plain(
                "a:xfrm",
                plain("a:off", x=0, y=0),
                plain("a:ext", **size),
                rot=turn * PER_DEGREE,
            ),
            plain("a:prstGeom", w("a:avLst"), prst="rect"),
        ),
    )
