"""Follows the instructions of a page, or of a form on it."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pikepdf

from heed.papers.pdf_hidden.found import TooMuch
from heed.papers.pdf_hidden.matrices import (
    SAME,
    Box,
    Matrix,
    Point,
    around,
    at,
    both,
    times,
)
from heed.papers.pdf_hidden.paint import OFF_LAYER, Canvas, Manner, moved, number

if TYPE_CHECKING:
    from heed.papers.pdf_hidden.page import Walk

DEEPEST = 12


def box_of(said: Any) -> Box:
    """A box that a page gives by any two corners."""
    left, low, right, high = [number(each) for each in said][:4]
    return min(left, right), min(low, high), max(left, right), max(low, high)


class Painter:
    """Follows the instructions of one stream."""

    def __init__(
        self,
        walk: "Walk",
        canvas: Canvas,
        resources: Any,
        manner: Manner,
        deep: int = 0,
        *,
        off: bool = False,
    ) -> None:
        self.walk, self.canvas, self.deep = walk, canvas, deep
        self.resources = resources if resources is not None else pikepdf.Dictionary()
        self.manner = manner
        self.kept: list[Manner] = []
        self.paths: list[list[Point]] = []
        self.clips = False
        self.line: Matrix = SAME
        self.pen: Matrix = SAME
        self.marked: list[bool] = [off]

    def paint(self, stream: Any) -> None:
        """Follow all instructions."""
        from heed.papers.pdf_hidden.instructions import DOES

        for instruction in pikepdf.parse_content_stream(stream):
            self.walk.left -= 1
            if self.walk.left < 0:
                raise TooMuch
            name = str(instruction.operator)
            does = DOES.get(name)
            if does:
                does(self, instruction.operands)

    def change(self, **more: Any) -> None:
        """Paint differently from here on."""
        manner = self.manner
        if any(getattr(manner, name) != said for name, said in more.items()):
            self.manner = replace(manner, **more)

    def of(self, kind: str, name: Any) -> Any:
        """A resource by its name, or None."""
        known = self.resources.get(kind)
        return None if known is None else known.get(str(name))

    # Letters

    def show(self, said: Any) -> None:
        """Letters are painted, and the pen moves on."""
        manner = self.manner
        letters = manner.letters.of(bytes(said))
        if not letters:
            return
        wide = sum([each[1] for each in letters]) * manner.size
        wide += manner.between * len(letters)
        if manner.blank:
            wide += manner.blank * sum([each[2] for each in letters])
        wide *= manner.wide
        why = OFF_LAYER if any(self.marked) else ""
        self.canvas.write(letters, times(self.pen, manner.place), manner, wide, why)
        self.pen = moved(self.pen, wide, 0.0)

    def show_all(self, operands: Any) -> None:
        """Letters with steps between them."""
        for each in operands[0]:
            if isinstance(each, pikepdf.String):
                self.show(each)
            else:
                step = -number(each) / 1000 * self.manner.size * self.manner.wide
                self.pen = moved(self.pen, step, 0.0)

    def next_line(self, x: float, y: float) -> None:
        """The pen begins a new line."""
        self.line = self.pen = moved(self.line, x, y)

    # Areas

    def point(self, operands: Any) -> None:
        """A path goes on to the last point that is named."""
        x, y = number(operands[-2]), number(operands[-1])
        if self.paths:
            self.paths[-1].append(at(self.manner.place, x, y))

    def rectangle(self, operands: Any) -> None:
        """A rectangle is added to the path."""
        x, y, wide, high = (number(each) for each in operands)
        corners = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y))
        self.paths.append([at(self.manner.place, *corner) for corner in corners])

    def end_path(
        self, *, fills: bool = False, draws: bool = False, even: bool = False
    ) -> None:
        """The path is painted, or becomes what everything after it is cut by."""
        if not any(self.marked):
            if fills:
                self.canvas.fill(self.paths, self.manner, even=even)
            if draws:
                self.canvas.draw(self.paths, self.manner)
        if self.clips and any(self.paths):
            box = around(point for path in self.paths for point in path)
            self.change(clip=both(self.manner.clip, box))
        self.paths, self.clips = [], False

    # Forms, pictures, layers

    def place(self, operands: Any) -> None:
        """A form or a picture is put in its place."""
        found = self.of("/XObject", operands[0])
        if found is None:
            return
        off = any(self.marked) or self.walk.layers.is_off(found.get("/OC"))
        if found.get("/Subtype") == "/Form":
            self._form(found, off=off)
        elif not off:
            masks = ("/SMask", "/Mask", "/ImageMask")
            self.canvas.picture(self.manner, opaque=not any(m in found for m in masks))

    def _form(self, found: Any, *, off: bool) -> None:
        self.walk.seen.add(found.objgen)
        if self.deep >= DEEPEST:
            raise TooMuch
        own = found.get("/Matrix")
        numbers = [number(each) for each in own] if own is not None else [*SAME]
        place = times((*numbers[:6],), self.manner.place)  # type: ignore[arg-type]
        manner = replace(self.manner, place=place)
        if "/BBox" in found:
            left, low, right, high = box_of(found["/BBox"])
            corners = ((left, low), (right, low), (right, high), (left, high))
            frame = around(at(place, *corner) for corner in corners)
            manner = replace(manner, clip=both(manner.clip, frame))
        resources = found.get("/Resources", self.resources)
        inner = Painter(
            self.walk, self.canvas, resources, manner, self.deep + 1, off=off
        )
        inner.paint(found)

    def begin_marked(self, operands: Any) -> None:
        """What follows may belong to a layer."""
        off = False
        if str(operands[0]) == "/OC" and len(operands) > 1:
            off = self.walk.layers.is_off(self.of("/Properties", operands[1]))
        self.marked.append(off)

    def state(self, operands: Any) -> None:
        """A set of manners that has a name."""
        found = self.of("/ExtGState", operands[0])
        if found is None:
            return
        if "/ca" in found:
            self.change(clear=number(found["/ca"], 1.0) < 0.05)  # noqa: PLR2004 next to nothing
        if "/Font" in found:
            font, size = found["/Font"]
            letters = self.walk.fonts.letters(font)
            self.change(letters=letters, size=number(size))
