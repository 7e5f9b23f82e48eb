"""Which painted letters nobody sees: those under an area that was painted later, and
those of the colour of what lies behind them."""

from collections.abc import Iterator

from heed.papers.pdf_hidden.colours import alike
from heed.papers.pdf_hidden.matrices import WHITE, Colour, Shape, meet
from heed.papers.pdf_hidden.paint import Canvas, Glyph, Stretch

UNDER = "under something that was put over it"
SAME_COLOUR = "of the colour of what lies behind it"
_GAP = 0.18


def unseen(canvas: Canvas) -> Iterator[tuple[str, str]]:
    """Each run of letters that nobody sees, with the reason."""
    run: list[Glyph] = []
    for glyph in _judged(canvas):
        if run and glyph.why != run[0].why and (glyph.text.strip() or glyph.why):
            yield from _said(run)
            run = []
        if glyph.why:
            run.append(glyph)
    yield from _said(run)


_SEEN = Glyph("x", (0.0, 0.0), 0.0, 0.0)
"""Stands for any letters that are seen."""


def _judged(canvas: Canvas) -> Iterator[Glyph]:
    for stretch in canvas.stretches:
        shapes = [each for each in canvas.shapes if meet(each.box, stretch.box)]
        hid = stretch.why or not stretch.is_inside
        if shapes or hid or alike(stretch.colour, WHITE):
            yield from _each(stretch, shapes)
        elif stretch.text.strip():
            yield _SEEN


def _each(stretch: Stretch, shapes: list[Shape]) -> Iterator[Glyph]:
    later = [each for each in shapes if each.order > stretch.order]
    before = [each for each in reversed(shapes) if each.order < stretch.order]
    for glyph in stretch.glyphs():
        if not glyph.why and any(shape.covers(glyph.middle) for shape in later):
            glyph.why = UNDER
        elif not glyph.why and alike(stretch.colour, _behind(glyph, before)):
            glyph.why = SAME_COLOUR
        yield glyph


def _behind(glyph: Glyph, before: list[Shape]) -> Colour | None:
    """The colour behind a letter: that of the last area painted there, or of paper."""
    for shape in before:
        if shape.covers(glyph.middle):
            return shape.colour
    return WHITE


def _said(run: list[Glyph]) -> Iterator[tuple[str, str]]:
    text = ""
    last: Glyph | None = None
    for glyph in run:
        if last is not None and _is_apart(last, glyph):
            text += " "
        text += glyph.text
        last = glyph
    words = " ".join(text.split())
    if words:
        yield run[0].why, words


def _is_apart(one: Glyph, other: Glyph) -> bool:
    """Whether a blank belongs between two letters: programs paint none."""
    size = max(one.height, other.height, 1e-6)
    x, y = other.middle[0] - one.middle[0], other.middle[1] - one.middle[1]
    return float((x * x + y * y) ** 0.5) - (one.width + other.width) / 2 > size * _GAP
