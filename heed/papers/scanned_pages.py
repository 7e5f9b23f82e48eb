"""The one picture that a page of a scan shows, where it shows that and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pikepdf

BESIDE = 1
"""How far, in points, scanners let a picture reach over the edge of its page."""
OF_THE_PAGE = 0.5
"""A picture that fills less of its page is not the page."""
PAINTS = frozenset(["f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh"])
CLIPS = frozenset(("W", "W*"))
WORDS = frozenset(("Tj", "TJ", "'", '"'))
UNSEEN = 3
"""How words are set that nobody sees: what a scanner read lies so over its picture."""
NOTES = frozenset(("/Text", "/Link", "/Popup"))
"""What lies beside a page without covering anything."""
DEEPEST = 20

Box = tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The picture of a page, where it is drawn, and the page around it."""

    picture: pikepdf.Object
    placed: pikepdf.Matrix
    box: Box
    turned: int

    @property
    def size(self) -> tuple[Decimal, Decimal]:
        """How wide and how high the page is."""
        left, low, right, top = self.box
        return right - left, top - low


def only_picture(page: pikepdf.Page) -> Shown:
    """What the page shows. Raises ValueError where that is more or less than one whole
    picture: several, a part of one, or one over which something is painted."""
    if any(str(each.get("/Subtype")) not in NOTES for each in _annotations(page)):
        raise ValueError("Something is laid over this page.")
    picture, placed = _Drawing(page).picture()
    box = tuple(Decimal(str(each)) for each in page.mediabox)
    _must_show_it_whole(placed, box)
    _must_show_it_whole(placed, tuple(map(Decimal, map(str, page.cropbox))))
    return Shown(picture, placed, box, _turned(page.obj))


def _annotations(page: pikepdf.Page) -> Sequence[pikepdf.Object]:
    return list(page.obj.get("/Annots", ()))


class _Drawing:
    """What a page draws, step by step, until its picture has been drawn and after."""

    def __init__(self, page: pikepdf.Page) -> None:
        self._objects = dict(page.resources.get("/XObject", {}))
        self._steps = pikepdf.parse_content_stream(page)
        self._placed = pikepdf.Matrix()
        self._unseen = False
        self._kept: list[tuple[pikepdf.Matrix, bool]] = []
        self._found: tuple[pikepdf.Object, pikepdf.Matrix] | None = None

    def picture(self) -> tuple[pikepdf.Object, pikepdf.Matrix]:
        """The picture, and where it is drawn."""
        for step in self._steps:
            self._follow(str(step.operator), list(step.operands))
        if self._found is None:
            raise ValueError("This page shows no picture.")
        return self._found

    def _follow(self, step: str, said: Sequence[pikepdf.Object]) -> None:
        if step == "q":
            self._kept.append((self._placed, self._unseen))
        elif step == "Q" and self._kept:
            self._placed, self._unseen = self._kept.pop()
        elif step == "cm":
            self._placed = pikepdf.Matrix(*map(float, said)) @ self._placed
        elif step == "Tr":
            self._unseen = int(said[0]) == UNSEEN
        elif step == "Do":
            self._draw(self._objects[str(said[0])])
        elif step in CLIPS or step == "INLINE IMAGE":
            raise ValueError("This page shows a part of a picture, or a small one.")
        elif self._found and (step in PAINTS or (step in WORDS and not self._unseen)):
            raise ValueError("Something is painted over the picture of this page.")

    def _draw(self, drawn: pikepdf.Object) -> None:
        if self._found or drawn.get("/Subtype") != pikepdf.Name.Image:
            raise ValueError("This page shows more than one picture.")
        self._found = (drawn, self._placed)


def _must_show_it_whole(placed: pikepdf.Matrix, box: Box) -> None:
    left, low, right, top = map(float, box)
    corners = [placed.transform(at) for at in ((0, 0), (0, 1), (1, 0), (1, 1))]
    across, up = ([corner[n] for corner in corners] for n in (0, 1))
    beside = (left - min(across), low - min(up), max(across) - right, max(up) - top)
    if max(beside) > BESIDE:
        raise ValueError("A part of the picture lies outside its page.")
    shown = abs(placed.a * placed.d - placed.b * placed.c)
    if shown < OF_THE_PAGE * (right - left) * (top - low):
        raise ValueError("The picture is smaller than its page.")


def _turned(page: pikepdf.Object) -> int:
    """How far the page is turned, which a page may leave to what holds it."""
    for _ in range(DEEPEST):
        if "/Rotate" in page:
            return int(page.Rotate) % 360
        if "/Parent" not in page:
            return 0
        page = page.Parent
    raise ValueError("Nobody can say how this page is turned.")
