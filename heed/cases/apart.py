"""Protected addresses: kept out of every text that leaves, wherever they were typed.

Where somebody lives now who must not be found is a row of its own that no export, no
letter and no submission touches. People may have typed it elsewhere all the same.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace

TAKEN_OUT = "[an address that is kept apart in Heed]"
POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b", re.IGNORECASE)
PARTS = re.compile(r"[,;\n]")
BETWEEN = r"[\W_]*"
SHORTEST = 5


class KeptApart:
    """The addresses of a case that must not leave, and how to find them in words."""

    def __init__(self, addresses: Iterable[str]):
        pieces = {piece for each in addresses for piece in _pieces(each)}
        # The longest first, so that nothing of a whole address is left beside a part.
        ordered = sorted(pieces, key=len, reverse=True)
        self._pattern = (
            re.compile("|".join(map(_loosely, ordered)), re.IGNORECASE)
            if ordered
            else None
        )

    def __bool__(self) -> bool:
        return self._pattern is not None

    def stands_in(self, words: str) -> bool:
        """Whether an address, its first line or its postcode stands in these words."""
        return bool(self._pattern and self._pattern.search(words))

    def without(self, value):
        """The same value with every address taken out of its texts."""
        if self._pattern is None:
            return value
        return in_every_text(value, lambda text: self._pattern.sub(TAKEN_OUT, text))


def in_every_text(value, change: Callable[[str], str]):
    """The same value, with what `change` makes of each of its texts."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        told = value.items()
        return {in_every_text(k, change): in_every_text(v, change) for k, v in told}
    if isinstance(value, list | tuple):
        return type(value)(in_every_text(each, change) for each in value)
    if is_dataclass(value):
        own = {each.name: getattr(value, each.name) for each in fields(value)}
        return replace(value, **in_every_text(own, change))
    return value


def _pieces(address: str) -> Iterable[str]:
    """The whole, each line with a number in it, and the postcode."""
    if not isinstance(address, str) or not address.strip():
        return
    yield address
    for part in PARTS.split(address):
        words = part.split()
        telling = any(c.isdigit() for c in part) and any(c.isalpha() for c in part)
        if telling and len(words) > 1 and len(part.strip()) >= SHORTEST:
            yield part
    for postcode in POSTCODE.findall(address):
        yield f"{postcode[:-3]} {postcode[-3:]}"  # it is written with and without


def _loosely(piece: str) -> str:
    """The same words, whatever stands between them."""
    words = re.findall(r"\w+", piece.replace("_", " "))
    return rf"(?<!\w){BETWEEN.join(map(re.escape, words))}(?!\w)"
