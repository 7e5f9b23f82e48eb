"""What each instruction of a page does."""

from collections.abc import Callable
from typing import Any

import pikepdf

from heed.papers.pdf_hidden.colours import colour_of, space_of
from heed.papers.pdf_hidden.matrices import SAME, Matrix, at, times
from heed.papers.pdf_hidden.paint import number
from heed.papers.pdf_hidden.painter import Painter

Does = Callable[[Painter, Any], None]


def _colour(space: str) -> Does:
    def does(painter: Painter, operands: Any) -> None:
        amounts = [number(each) for each in operands]
        painter.change(space=space, colour=colour_of(space, amounts))

    return does


def _line_colour(space: str) -> Does:
    def does(painter: Painter, operands: Any) -> None:
        painter.change(line=colour_of(space, [number(each) for each in operands]))

    return does


def _set_space(painter: Painter, operands: Any) -> None:
    known = painter.resources.get("/ColorSpace")
    space = space_of(operands[0], known)
    black = (0.0, 0.0, 0.0) if space in {"gray", "rgb", "cmyk"} else None
    painter.change(space=space, colour=black)


def _set_colour(painter: Painter, operands: Any) -> None:
    space = painter.manner.space
    plain = not any(isinstance(each, pikepdf.Name) for each in operands)
    amounts = [number(each) for each in operands] if plain else []
    painter.change(colour=colour_of(space, amounts))


def _font(painter: Painter, operands: Any) -> None:
    found = painter.of("/Font", operands[0])
    if found is not None:
        painter.change(letters=painter.walk.fonts.letters(found))
    painter.change(size=number(operands[1]))


def _keep(painter: Painter, _: Any) -> None:
    painter.kept.append(painter.manner)


def _back(painter: Painter, _: Any) -> None:
    if painter.kept:
        painter.manner = painter.kept.pop()


def _matrix(painter: Painter, operands: Any) -> None:
    painter.change(place=times(_six(operands), painter.manner.place))


def _six(operands: Any) -> Matrix:
    a, b, c, d, e, f = (number(each) for each in operands)
    return a, b, c, d, e, f


def _begin(painter: Painter, _: Any) -> None:
    painter.line = painter.pen = SAME


def _set_pen(painter: Painter, operands: Any) -> None:
    painter.line = painter.pen = _six(operands)


def _step(painter: Painter, operands: Any) -> None:
    painter.next_line(number(operands[0]), number(operands[1]))


def _step_and_lead(painter: Painter, operands: Any) -> None:
    painter.change(lead=-number(operands[1]))
    _step(painter, operands)


def _lead(painter: Painter, _: Any = None) -> None:
    painter.next_line(0.0, -painter.manner.lead)


def _show_next(painter: Painter, operands: Any) -> None:
    _lead(painter)
    painter.show(operands[-1])


def _show_spaced(painter: Painter, operands: Any) -> None:
    painter.change(blank=number(operands[0]), between=number(operands[1]))
    _show_next(painter, operands)


def _set(name: str, scale: float = 1.0) -> Does:
    def does(painter: Painter, operands: Any) -> None:
        painter.change(**{name: number(operands[0]) * scale})

    return does


def _ends(*, fills: bool = False, draws: bool = False, even: bool = False) -> Does:
    def does(painter: Painter, _: Any) -> None:
        painter.end_path(fills=fills, draws=draws, even=even)

    return does


def _start(painter: Painter, operands: Any) -> None:
    x, y = number(operands[0]), number(operands[1])
    painter.paths.append([at(painter.manner.place, x, y)])


def _close(painter: Painter, _: Any) -> None:
    if painter.paths:
        painter.paths[-1].append(painter.paths[-1][0])


def _clip(painter: Painter, _: Any) -> None:
    painter.clips = True


def _unmark(painter: Painter, _: Any) -> None:
    if len(painter.marked) > 1:
        painter.marked.pop()


def _mode(painter: Painter, operands: Any) -> None:
    painter.change(mode=int(number(operands[0])))


DOES: dict[str, Does] = {
    "q": _keep,
    "Q": _back,
    "cm": _matrix,
    "gs": Painter.state,
    "g": _colour("gray"),
    "rg": _colour("rgb"),
    "k": _colour("cmyk"),
    "cs": _set_space,
    "sc": _set_colour,
    "scn": _set_colour,
    "G": _line_colour("gray"),
    "RG": _line_colour("rgb"),
    "K": _line_colour("cmyk"),
    "w": _set("width"),
    "BT": _begin,
    "Tm": _set_pen,
    "Td": _step,
    "TD": _step_and_lead,
    "T*": _lead,
    "Tf": _font,
    "Tr": _mode,
    "Tc": _set("between"),
    "Tw": _set("blank"),
    "Tz": _set("wide", 0.01),
    "TL": _set("lead"),
    "Ts": _set("rise"),
    "Tj": lambda p, o: p.show(o[0]),
    "TJ": Painter.show_all,
    "'": _show_next,
    '"': _show_spaced,
    "m": _start,
    "l": Painter.point,
    "c": Painter.point,
    "v": Painter.point,
    "y": Painter.point,
    "h": _close,
    "re": Painter.rectangle,
    "n": _ends(),
    "f": _ends(fills=True),
    "F": _ends(fills=True),
    "f*": _ends(fills=True, even=True),
    **dict.fromkeys(("B", "b"), _ends(fills=True, draws=True)),
    **dict.fromkeys(("B*", "b*"), _ends(fills=True, draws=True, even=True)),
    **dict.fromkeys(("S", "s"), _ends(draws=True)),
    "W": _clip,
    "W*": _clip,
    "Do": Painter.place,
    "BDC": Painter.begin_marked,
    "BMC": lambda p, _: p.marked.append(False),
    "EMC": _unmark,
    "INLINE IMAGE": lambda p, _: p.canvas.picture(p.manner, opaque=True),
}
