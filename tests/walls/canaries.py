"""Words that must be found nowhere, and everywhere that they are looked for."""

import base64
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from heed.vault.fields import SealedBytes, SealedDate, SealedJSON

STEM = "quokkafinch"
FIRST_DAY = date(1801, 1, 1)
A_DAY = re.compile(rb"18[0-9]{2}-[01][0-9]-[0-3][0-9]")


class Canaries:
    """Gives out words, each once: what is sealed in each field of each row."""

    def __init__(self):
        self.numbers = count(1)
        self.given = 0

    def word(self) -> str:
        self.given += 1
        return f"{STEM}{next(self.numbers):05}"

    def for_field(self, field):
        word = self.word()
        if isinstance(field, SealedDate):
            return FIRST_DAY + timedelta(days=self.given)
        if isinstance(field, SealedJSON):
            return {word: [word, {"within": word}]}
        return word.encode() if isinstance(field, SealedBytes) else f"Said {word}."


def found_in(content: bytes) -> list[str]:
    """The canaries in some bytes, in whatever clothes they go."""
    lowered = content.lower()
    found = [name for name, form in _forms() if form in lowered]
    return found + [day.decode() for day in A_DAY.findall(content)]


def found_in_folder(folder: Path) -> dict[str, list[str]]:
    """The same, for every file of a folder."""
    return {
        str(path.relative_to(folder)): found
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (found := found_in(path.read_bytes()))
    }


def found_in_texts(texts: Iterable[str]) -> list[str]:
    return found_in("\n".join(texts).encode("utf-8", "surrogatepass"))


def _forms() -> Iterator[tuple[str, bytes]]:
    word = STEM.encode()
    yield "as it is", word
    yield "in UTF-16", STEM.encode("utf-16-le")
    yield "in hexadecimal", word.hex().encode()
    yield "backwards", word[::-1]
    for shift in range(3):
        # What surrounds a word decides how base64 spells it; its middle is the same.
        spelled = base64.b64encode(b"." * shift + word)
        yield f"in base64, {shift}", spelled[4 : len(word) // 3 * 4].lower()
