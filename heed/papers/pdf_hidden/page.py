"""Walks what a page paints, instruction by instruction."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from heed.papers.pdf_hidden.fonts import Fonts
from heed.papers.pdf_hidden.layers import Layers
from heed.papers.pdf_hidden.paint import Canvas, Manner
from heed.papers.pdf_hidden.painter import Painter, box_of

MOST = 2_000_000
"""Instructions of one file: what paints more is meant to keep a reader busy."""


@dataclass
class Walk:
    """Walks pages; what their forms paint is painted with them."""

    fonts: Fonts
    layers: Layers
    seen: set[tuple[int, int]] = field(default_factory=set)
    """The streams that some page paints."""
    left: int = MOST

    def page(self, page: pikepdf.Page) -> Canvas:
        """All that a page paints."""
        canvas = Canvas()
        area = box_of(page.cropbox if "/CropBox" in page.obj else page.mediabox)
        contents = page.obj.get("/Contents")
        several = isinstance(contents, pikepdf.Array)
        listed: list[Any] = [*contents] if several else [contents]  # type: ignore[misc]
        for each in listed:
            if each is not None:
                self.seen.add(each.objgen)
        manner = Manner(clip=area)
        resources = page.obj.get("/Resources") or page.resources
        Painter(self, canvas, resources, manner).paint(page)
        return canvas

    def form(self, stream: Any) -> Canvas:
        """All that a form paints which no page does."""
        canvas = Canvas()
        resources = stream.get("/Resources")
        Painter(self, canvas, resources, Manner()).paint(stream)
        return canvas


def painted(canvas: Canvas) -> Iterator[str]:
    """All words on a canvas, a line for each stretch."""
    for stretch in canvas.stretches:
        yield stretch.text
