"""A family as a picture, and the same in words. It is drawn from what is recorded and
from nothing else: each relation is one line, and each line is one sentence."""

from heed.ui.genogram.drawing import Drawn, Figure, Genogram, genogram
from heed.ui.genogram.on_paper import as_svg, told_beside
from heed.ui.genogram.told import Home, Somebody, Tie, sentence_of

__all__ = [
    "Drawn",
    "Figure",
    "Genogram",
    "Home",
    "Somebody",
    "Tie",
    "as_svg",
    "genogram",
    "sentence_of",
    "told_beside",
]
