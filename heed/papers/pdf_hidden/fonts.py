"""What the bytes that a page shows are, letter by letter, and how wide each is."""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pypdf.generic import read_object
from pypdf.generic._font import Font

if TYPE_CHECKING:
    from pypdf import PdfReader

Letter = tuple[str, float, bool]
"""What it is, how wide in thousandths of its size, whether it is a plain blank."""
_BLANK = 0x20
THOUSANDTH = 0.001


@dataclass
class Letters:
    """The letters of one font, each looked up once."""

    font: Font | None
    scale: float = THOUSANDTH
    known: dict[Any, Letter] = field(default_factory=dict)

    def of(self, said: bytes) -> list[Letter]:
        """The letters that these bytes are."""
        if self.font is None or not isinstance(self.font.encoding, str):
            return self._known(said, self._simple)
        try:
            raw = said.decode(self.font.encoding, "surrogatepass")
        except UnicodeDecodeError:
            raw = said.decode(self.font.encoding, "replace")
        return self._known(raw, self._composed)

    def _known(self, raw: Iterable[Any], look: Callable[[Any], Letter]) -> list[Letter]:
        known = self.known
        try:
            return [known[code] for code in raw]
        except KeyError:
            known.update((code, look(code)) for code in raw)
            return [known[code] for code in raw]

    def _simple(self, code: int) -> Letter:
        if self.font is None or isinstance(self.font.encoding, str):
            return chr(code), 0.5, code == _BLANK
        letter = self.font.encoding.get(code, chr(code))
        said = str(self.font.character_map.get(letter, letter))
        width = self.font.get_text_width(chr(code)) * self.scale
        return said, width, code == _BLANK

    def _composed(self, letter: str) -> Letter:
        if self.font is None:
            return letter, 0.5, False
        said = str(self.font.character_map.get(letter, letter))
        return said, self.font.get_text_width(letter) * self.scale, False


class Fonts:
    """The fonts of a file, each taken apart once."""

    def __init__(self, reader: "PdfReader") -> None:
        self.reader = reader
        self.known: dict[bytes, Letters] = {}

    def letters(self, font: Any) -> Letters:
        """The letters of a font of the page. One that is broken has letters of one
        byte: its words are told as well as can be."""
        key = bytes(font.unparse())
        if key not in self.known:
            self.known[key] = self._read(key)
        return self.known[key]

    def _read(self, key: bytes) -> Letters:
        try:
            found = read_object(io.BytesIO(key + b" "), self.reader)
            said: Any = found.get_object() if found is not None else None
            own = said.get("/FontMatrix") if said.get("/Subtype") == "/Type3" else None
            scale = float(own[0]) if own else THOUSANDTH
            return Letters(Font.from_font_resource(said), scale)
        except Exception:  # noqa: BLE001 a font may be broken in any way
            return Letters(None)
