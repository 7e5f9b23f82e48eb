"""The same picture for a paper: a drawing that stands by itself, without the looks of a
page around it."""

from collections.abc import Callable, Iterator
from html import escape

from heed.papers.glyphs import FAMILIES, showable
from heed.rulebook.kinship import Stroke
from heed.ui.genogram.drawing import HALF, Drawn, Figure, Genogram

INK = "#1b2427"
DASHES = {Stroke.MADE: "8 4", Stroke.CARES: "2 4"}
KEY = (
    "Circle: female. Square: male. Diamond: not said. Triangle: not born yet. Crossed: "
    "died. A thicker edge: a child of this review."
)
ENDED = "A line struck through has ended."


def as_svg(picture: Genogram, *, called: Callable[[str], str] = str) -> bytes:
    """The picture as SVG. `called` says each word beside a figure as the paper does."""
    width, height = picture.width, picture.height
    fonts = ", ".join(FAMILIES)
    sized = f'width="{width}" height="{height}"'
    made = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {sized} font-family="{fonts}">',
        f'<rect {sized} fill="#ffffff"/>',
        *(part for line in picture.lines for part in _line(line)),
        *(part for each in picture.figures for part in _figure(each, called)),
        "</svg>",
    ]
    return "".join(made).encode()


def told_beside(picture: Genogram) -> str:
    """What each shape and line of it means, for the words below."""
    lines = [f"{_looks(stroke)}: {words}." for stroke, words in picture.legend]
    return " ".join([KEY, *lines, ENDED])


def _looks(stroke: Stroke) -> str:
    how = {Stroke.MADE: "Dashed line", Stroke.CARES: "Dotted line"}
    return how.get(stroke, "Line")


def _line(line: Drawn) -> Iterator[str]:
    dashes = DASHES.get(line.stroke)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    yield _stroked(line.path, f'stroke-width="2"{dashed}')
    if line.ended:
        yield _stroked(line.slash, 'stroke-width="3"')


def _figure(figure: Figure, called: Callable[[str], str]) -> Iterator[str]:
    thick = 5 if figure.who.in_focus else 2
    edge = f'fill="#ffffff" stroke="{INK}" stroke-width="{thick}"'
    x, y = figure.x, figure.y
    if figure.shape == "circle":
        yield f'<circle cx="{x}" cy="{y}" r="{HALF}" {edge}/>'
    else:
        yield f'<polygon points="{figure.corners}" {edge}/>'
    if figure.who.died:
        crossed = f"M{x} {y} m-12 -12 l24 24 m0 -24 l-24 24"
        yield _stroked(crossed, 'stroke-width="2"')
    for at, words in figure.lines:
        said = escape(showable(called(words)))
        where = f'x="{figure.words_x}" y="{at}" font-size="14"'
        yield f'<text {where} fill="{INK}">{said}</text>'


def _stroked(path: str, how: str) -> str:
    return f'<path d="{path}" fill="none" stroke="{INK}" {how}/>'
