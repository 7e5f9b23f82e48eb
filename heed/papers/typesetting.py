"""The one place where the typesetter is called."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heed.papers.colours import readable
from heed.papers.glyphs import FAMILIES, FONT_FOLDER, showable

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent / "typst"
ACCENT = "#1d3d5c"
DRAWING = b"""
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(json(bytes(sys.inputs.picture))), format: "svg")
"""
SHARP = 144  # dots to an inch of a drawing: twice what a screen shows
LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z]{2}))?")

Data = dict[str, Any]


def sheet(
    title: str, *, language: str = "en-GB", marking: str = "", accent: str = ACCENT
) -> Data:
    """What every sheet is told; ValueError for a colour that is not #rrggbb."""
    known = LANGUAGE.fullmatch(language) or LANGUAGE.fullmatch("en-GB")
    spoken, region = known.groups() if known else ("en", "GB")
    shown = " ".join(showable(title).split()) or "Paper"
    return {
        "title": shown,
        "footer": shown,
        "language": spoken.lower(),
        "region": region.upper() if region else None,
        "marking": showable(marking),
        "accent": readable(accent),
        "fonts": FAMILIES,
    }


def typeset(template: str, data: Mapping[str, Any]) -> bytes:
    """The PDF/UA-1 that one of our templates makes of this data, metadata cleared."""
    # What makes a PDF takes long to load, and few processes make one.
    import typst

    from heed.papers.pdf_metadata import with_allowed_metadata_only

    made = typst.compile(
        str(TEMPLATES / template),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        sys_inputs={"paper": json.dumps(data)},
        pdf_standards="ua-1",
        timestamp=0,
    )
    return with_allowed_metadata_only(made, title=data["title"])


def can_set(picture: bytes) -> bool:
    """Whether the typesetter can read this picture, tried by itself."""
    import typst

    try:
        typst.compile(
            b"#image(bytes(json(bytes(sys.inputs.picture))))",
            font_paths=_fonts(),
            sys_inputs={"picture": json.dumps(list(picture))},
            format="svg",
        )
    except RuntimeError:
        return False
    return True


def drawn(svg: bytes) -> bytes:
    """A drawing of ours as PNG, in the fonts that we ship; nothing where it cannot be
    made: what stands beside it in words holds up no paper."""
    import typst

    try:
        made = typst.compile(
            DRAWING,
            font_paths=_fonts(),
            sys_inputs={"picture": json.dumps(list(svg))},
            format="png",
            ppi=SHARP,
        )
    except RuntimeError:
        return b""
    return bytes(made)


@lru_cache(maxsize=1)
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(FONT_FOLDER)],
    )
